"""List marks: `1.` `1、` `1）` `（一）` `①` `2.1` `一、` `第一章` `a)` and bullets, each on its line or run together.

At the start of a line a mark is believed. Inside a line it must belong to a chain that counts up from one: that keeps
figures (`9.9`), dates, times and pairs such as `周二、周五` whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_DIGITS = "一二三四五六七八九十"
_BOUNDARY = "。；：！？!?;:…）)”】\\s"


@dataclass(frozen=True, slots=True)
class Mark:
    """One list mark at `start`; what it marks begins at `text`. `number` is a pair for marks such as `2.1`."""

    start: int
    text: int
    style: str
    number: tuple[int, int]


_NOT_TEXT = "，。；、：,;:.％%"
# Words that begin as a unit of measure does and are none.
_NO_UNIT = (
    "人[员才力事工资]|时[效间段]|日[常志程]|月[度报]|年[度报]|周[期边报]|分[析类配工发享支级]|小[组程红]|级别|"
    "次[序品]|天[气猫]|度量|以[旧客]|的士"
)
DOTTED = re.compile(
    r"(?<![\d.．/:-])(\d{1,2}\.\d{1,2})(?:[.、．]\s*|\s*)(?=[\u4e00-\u9fffA-Z“《【])"
    rf"(?:(?={_NO_UNIT})|(?![元万亿个倍年月日号折分秒天版的以至级米寸吨克斤周小次人级时度GMK]))"
)
"""A mark such as `2.1`, but no figure with its unit."""
# Each pattern matches the mark and the space after it; group 1 is its number.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "chapter",
        re.compile(
            rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))第([{_HAN_DIGITS}]{{1,3}}|\d{{1,2}})[章节篇部](?:分)?[\s：:、]*"
        ),
    ),
    ("han", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))([{_HAN_DIGITS}]{{1,3}})、\s*")),
    ("han-paren", re.compile(rf"[（(]([{_HAN_DIGITS}]{{1,3}})[)）][、.\s]*")),
    (
        "dotted",
        DOTTED,
    ),
    (
        "step",
        re.compile(
            rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))(?:步骤|[Ss]tep\s?|STEP\s?)([{_HAN_DIGITS}]{{1,2}}|"
            rf"\d{{1,2}})\s*[：:、.]?\s*"
        ),
    ),
    ("arabic、", re.compile(r"(?<![\d.．])(\d{1,2})、\s*")),
    ("arabic.", re.compile(r"(?<![\d.．])(\d{1,2})(?:[.．](?!\d)|\.(?=\d{1,2}\s*年))[、\s]*")),
    ("arabic)", re.compile(r"(?<![\d.．×*xX])(\d{1,2})[)）][、.\s]*")),
    ("arabic/", re.compile(r"(?<![\d.．/])(\d{1,2})/(?=[\s\u4e00-\u9fff])\s*")),
    ("arabic-paren", re.compile(r"[（(](\d{1,2})[)）][、.\s]*")),
    ("circled", re.compile(r"([①-⑳⑴-⒇❶-❿])[、.\s]*")),
    ("alpha", re.compile(r"(?<![A-Za-z])([a-h])[)）.](?![A-Za-z])\s*")),
)
BULLET = re.compile(r"(?:[•·●○■◆◇▪►▶➤➢✓✔✅★☆※–—\ue000-\uf8ff]|[-*+](?=\s))[\s]*")


def _number(style: str, digits: str) -> tuple[int, int]:
    if style == "dotted":
        first, second = digits.split(".")
        return int(first), int(second)
    if style == "circled":
        code = ord(digits)
        base = 0x2460 if code <= 0x2473 else 0x2474 if code <= 0x2487 else 0x2776
        return 0, code - base + 1
    if style == "alpha":
        return 0, ord(digits) - ord("a") + 1
    if digits.isdecimal():
        return 0, int(digits)
    if digits == "十":
        return 0, 10
    tens, _, ones = digits.rpartition("十")
    value = (_HAN_DIGITS.find(tens) + 1 or 1) * 10 if "十" in digits else 0
    return 0, value + (_HAN_DIGITS.find(ones[-1]) + 1 if ones else 0)


def line_mark(text: str, start: int, end: int) -> Mark | None:
    """Return the mark that a stretch begins with, white space passed over; a bullet may stand before a number."""
    while start < end and text[start].isspace():
        start += 1
    bullet = BULLET.match(text, start, end)
    at = bullet.end() if bullet else start
    for style, pattern in _STYLES:
        match = pattern.match(text, at, end)
        if match and _believable(text, match, style, end):
            return Mark(start, match.end(), style, _number(style, match[1]))
    if bullet and at < end:
        return Mark(start, at, "bullet", (0, 0))
    return None


def _believable(text: str, match: re.Match[str], style: str, end: int) -> bool:
    after = match.end()
    if after >= end:
        return False
    if text[after] in _NOT_TEXT:
        return False
    if style.startswith("arabic") and style != "arabic-paren" and text[after].isdigit():
        # `1、3年以上` is a mark and a figure, `1、2号` is a pair.
        before = text[match.start() - 1] if match.start() else "\n"
        return not before.isalnum()
    return True


def find_marks(text: str, start: int, end: int, protected: bytearray) -> list[Mark]:
    """Return the marks of one run of text in order: the one it begins with, and the chains inside it.

    `protected` is true inside brackets and quotation marks, where a number marks nothing.
    """
    first = line_mark(text, start, end)
    found: list[Mark] = [] if first is None else [first]
    for style, pattern in _STYLES:
        candidates = [
            Mark(m.start(), m.end(), style, _number(style, m[1]))
            for m in pattern.finditer(text, start, end)
            if not (protected[m.start()] and not _opens(text, m.start())) and _believable(text, m, style, end)
        ]
        found.extend(_chains(candidates, first))
    found.sort(key=lambda mark: (mark.start, mark.text))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].text:
            kept.append(mark)
    return kept


def _chains(candidates: list[Mark], first: Mark | None) -> Iterator[Mark]:
    """Yield the candidates of one style that count up from one, or on from the mark that the run begins with."""
    chain: list[Mark] = []
    for index, mark in enumerate(candidates):
        if chain and _follows(chain[-1].number, mark.number):
            chain.append(mark)
        elif first is not None and mark.text == first.text:
            chain = [mark]
        elif mark.number[1] == 1 and _starts(candidates, index, chain):
            yield from _inside(chain, first)
            chain = [mark]
    yield from _inside(chain, first)


def _starts(candidates: list[Mark], index: int, chain: list[Mark]) -> bool:
    """Tell whether a one inside a line begins a list: a two must follow, not the number the open list awaits.

    One number that only ends a sentence may stand between them.
    """
    after = [mark.number for mark in candidates[index + 1 : index + 3]]
    if after and after[0][1] == 1:
        return False
    following = next((number for number in after if _follows(candidates[index].number, number)), None)
    if following is None:
        return False
    return not (chain and _follows(chain[-1].number, following) and following[1] != 2)


def _inside(chain: list[Mark], first: Mark | None) -> list[Mark]:
    """Leave out the mark that the run begins with: it is known already, with the bullet before it."""
    return [mark for mark in chain if first is None or mark.text != first.text]


def _opens(text: str, place: int) -> bool:
    return text[place] in "（("


def _follows(earlier: tuple[int, int], later: tuple[int, int]) -> bool:
    return (later[0] == earlier[0] and later[1] == earlier[1] + 1) or (
        later[0] == earlier[0] + 1 and later[0] > 1 and later[1] == 1
    )
