"""What is withheld of a text because of a person's contact details: the clauses that carry them.

A detail goes with its clause, for what is left of `有问题找王女士 13800000000，` says nothing without it. A clause ends
at a comma, a semicolon, a full stop or the end of its line; a detail in brackets goes with the brackets alone. Where a
label follows a gap (`薪资8-10K 电话…`), the clause begins at the label, so that a fact beside it stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.chinese import to_simplified
from generator.places import Span
from generator.segment.notices import WITHHELD, is_notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.private import PrivateSpan

_END = re.compile(r"[，；。！？;!?\n|｜]+|[,.](?=\s|\Z)|,(?![0-9])")
"""What ends a clause, its sign included."""
_SENTENCE = re.compile(r"[。；！？;!?\n]")
_BRACKETS = re.compile(r"[（(][^（()）]{0,200}[)）]")
_LABEL_AFTER_GAP = re.compile(r"\s(?=[^\s：:]{1,12}[：:][^：:]{0,40}\Z)")
_ON_AFTER_GAP = re.compile(r"\s+(?=[\u3400-\u9fff])")
_WINDOW = 400
"""Code points on each side of a detail that are looked at; a clause that is longer is cut there."""
_CONTACT_WORD = re.compile(
    r"有意|感兴趣|者|请|欢迎|可以?|直接|或者?|及|和|并|也|至|到|发送?|送|投递?|联[系络](?:人|方式)?|致电|来电|电话|手机|座机|"
    r"微信|同[号步]|添?加|邮箱|电邮|邮件|简历|履历|咨询|洽询?|应聘|报名|先生|女士|小姐|注明|号码?|"
    r"\b(?:please|contact|call|phone|tel|mobile|e-?mail|whatsapp|wechat|line|send|your|cv|r[ée]sum[ée]s?|to|at|us|me|"
    r"or|and|by|via|on|the|for|details|person|hr|ext|interested)\b",
    re.IGNORECASE,
)


def withheld(text: str, start: int, end: int, found: Sequence[PrivateSpan]) -> tuple[Span, ...]:
    """Return the stretches of `text[start:end]` that are withheld, in order.

    `found` are the details of the whole text in order. Each stretch between two of them holds words of its own.

    >>> from generator.extract.private import private_spans
    >>> line = "负责排班，有事找王女士13800000000，并做记录（也可加微信 wx_shop2026）。"
    >>> [span.of(line) for span in withheld(line, 0, len(line), private_spans(line))]
    ['有事找王女士13800000000，', '（也可加微信 wx_shop2026）。']
    """
    clauses = []
    index = bisect_right(found, start, key=lambda detail: detail.span.end)
    while index < len(found) and found[index].labelled.start < end:
        clauses.append(_clause(text, start, end, found[index]))
        index += 1
    return _close(start, end, clauses, text) if clauses else ()


def masked(text: str, found: Sequence[PrivateSpan]) -> str:
    r"""Return the text with `WITHHELD` for each character of a detail and its label, so that every place stays.

    A label that a sentence begins with stays: it tells that the sentence is about whom to contact.

    >>> from generator.extract.private import private_spans
    >>> line = "店长 电话：13800000000\n邮箱：hr@shop.example"
    >>> masked(line, private_spans(line)).replace(WITHHELD, "")
    '店长 \n邮箱：'
    """
    pieces = []
    position = 0
    for detail in found:
        label = detail.labelled.start
        before = _SENTENCE.split(text[max(position, label - _WINDOW) : label])[-1]
        start = max(position, label if any(map(str.isalpha, before)) else detail.span.start)
        pieces += [text[position:start], WITHHELD * (detail.span.end - start)]
        position = detail.span.end
    return "".join([*pieces, text[position:]])


def _clause(text: str, start: int, end: int, detail: PrivateSpan) -> Span:
    """Return the clause that a detail stands in, or the brackets around it, within `text[start:end]`."""
    first, last = max(start, detail.labelled.start), min(end, detail.span.end)
    low, high = max(start, first - _WINDOW), min(end, last + _WINDOW)
    for bracket in _BRACKETS.finditer(text, low, high):
        if bracket.start() < first and last < bracket.end():
            return Span(*bracket.span())
    begin = max(_ends(text, low, first), default=low)
    for gap in _LABEL_AFTER_GAP.finditer(text[begin : detail.span.start]):
        begin += gap.end()
        break
    if begin < first < detail.span.start and text[first - 1].isspace():
        begin = first  # the detail's own label, after a gap
    stop = min(_ends(text, last, high), default=high)
    on = _ON_AFTER_GAP.search(text, last, stop)
    return Span(begin, on.start() if on and on.start() == last else stop)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return where clauses end between two places; signs in brackets end none."""
    inside = [match.span() for match in _BRACKETS.finditer(text, start, end)]
    places = (match for match in _END.finditer(text, start, end))
    return [match.end() for match in places if not any(a <= match.start() < b for a, b in inside)]


def _close(start: int, end: int, private: list[Span], text: str) -> tuple[Span, ...]:
    """Join stretches where only contact words or signs stand between them, and at the ends of `text[start:end]`."""
    open_ = start
    kept = []
    for span in [*sorted(private), Span(end, end)]:
        if open_ < span.start and _says_something(text[open_ : span.start]):
            kept.append(Span(open_, span.start))
        open_ = max(open_, span.end)
    if kept and kept[-1].end < end:  # the sign that led on to what is withheld goes with it
        kept[-1] = Span(kept[-1].start, kept[-1].start + len(kept[-1].of(text).rstrip("，,、；; \t\n")))
    edges = [start, *(edge for span in kept for edge in (span.start, span.end)), end]
    return tuple(Span(a, b) for a, b in list(pairwise(edges))[::2] if a < b)


def _says_something(words: str) -> bool:
    folded = to_simplified(words).strip()
    return any(char.isalnum() for char in _CONTACT_WORD.sub("", folded)) and not is_notice(folded)
