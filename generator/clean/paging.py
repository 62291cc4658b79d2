"""What a page or a site put into the middle of a sentence: numbers of stretches and numbers of pages.

Only white space and the number are deleted, never a word. Line by line, so the work is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.clean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = "paging"

_NUMBERED = re.compile(r"[ \t\u3000]*(?P<number>\d{1,3})[、.][ \t\u3000]*(?=[^\s\d])")
_ENDED = re.compile(r"[。！？；：…!?;:.][”’）)】」』]*\Z")
_SIGNS = re.compile(r"[。！？；;!?]")
_STRETCH = 120
"""Characters from which on a numbered line may be a stretch of a site and no entry of a list."""
_SENTENCES = 3
"""Ends of sentences or clauses in such a stretch: an entry of a list has fewer."""
_PAGE = re.compile(
    r"[ \t\u3000]*(?:[-—–]\s?\d{1,3}\s?[-—–]|第\s?\d{1,3}\s?[页頁](?:[ ,，/]{0,3}共\s?\d{1,3}\s?[页頁])?"
    r"|\d{1,3}\s?/\s?\d{1,3}|\d{1,3}|[Pp]age \d{1,3}(?: of \d{1,3})?)[ \t\u3000]*"
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_SHORTEST = 15
"""Characters of the line before a page number: a shorter line may be a heading."""
_MARK = re.compile(
    r"[\s\u3000]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-hA-H])[)）、.．]|第[一二三四五六七八九十\d]{1,3}[章节節条條部篇步]|[①-⑳•·●■◆▪-])"
)


def paging(text: str) -> list[Edit]:
    r"""Take out the numbers that a site or a page put into running text.

    Looks like: paragraphs of several hundred characters numbered `1、` `2、` one after the other, of which one breaks
    off in mid-sentence and the next goes on; or a page number on a line of its own with half a sentence before it and
    the other half after it. Comes from: sites that share documents and print their text in numbered stretches, and
    the text layer of a PDF. Refuses: numbered lines that are short or end as sentences do, for they are a list; a page
    number between two finished sentences, which is page chrome; a half sentence that a list mark follows.

    >>> paging("值班表由店长每周五排定并贴出，如需\n- 2 -\n调班，提前一天说明。")
    [Edit(start=17, end=24, replacement='', rule='paging')]
    >>> paging("开店前擦净柜台和货架，清点备用金。\n- 2 -\n打烊后关灯。")
    []
    """
    if "\n" not in text:
        return []
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if not m[0].isspace()]
    return sorted([*_stretches(text, lines), *_pages(text, lines)])


def _stretches(text: str, lines: list[tuple[int, int]]) -> Iterator[Edit]:
    """Yield the numbers of stretches: chains of neighbouring long lines that count up from one."""
    chain: list[tuple[int, int, int]] = []  # start, end and where the words begin
    for start, end in [*lines, (len(text), len(text))]:
        match = _NUMBERED.match(text, start, end)
        number = int(match["number"]) if match else 0
        if match and number == len(chain) + 1 and (not chain or _long(text, chain[-1])):
            chain.append((start, end, match.end()))
            continue
        yield from _joints(text, chain)
        chain = [(start, end, match.end())] if match and number == 1 else []


def _long(text: str, line: tuple[int, int, int]) -> bool:
    start, end, _ = line
    return end - start >= _STRETCH and len(_SIGNS.findall(text, start, end)) >= _SENTENCES


def _joints(text: str, chain: list[tuple[int, int, int]]) -> Iterator[Edit]:
    broken = [not _ENDED.search(text, max(0, end - 4), _stripped(text, end)) for (_, end, _) in chain[:-1]]
    if not broken or 2 * sum(broken) < len(broken):
        return
    yield Edit(chain[0][0], chain[0][2], "", _RULE)
    for (_, end, _), (_, _, words) in pairwise(chain):
        yield Edit(_stripped(text, end), words, "", _RULE)


def _stripped(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _pages(text: str, lines: list[tuple[int, int]]) -> Iterator[Edit]:
    """Yield page numbers on lines of their own in mid-sentence."""
    for (start, end), (begin, stop), (after, last) in zip(lines, lines[1:], lines[2:], strict=False):
        if stop - begin > _LONGEST or not _PAGE.fullmatch(text, begin, stop):
            continue
        tail = _stripped(text, end)
        goes_on = _HAN.match(text, after) and not _MARK.match(text, after, last)
        cut_off = _HAN.match(text, tail - 1) or text[tail - 1] in "，、,"
        if tail - start >= _SHORTEST and cut_off and goes_on:
            yield Edit(tail, after, "", _RULE)


_LONGEST = 24
