"""List marks: `1.` `1、` `1）` `（一）` `①` `2.1` `一、` `第一章` `a)` and bullets, each on its line or run together.

At the start of a line a mark is believed. Inside a line it must belong to a chain that counts up from one: that keeps
figures (`9.9`), dates, times and pairs such as `周二、周五` whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    ("article", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))第([{_HAN_DIGITS}]{{1,3}}|\d{{1,2}})条[\s：:、]*")),
    ("han", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))([{_HAN_DIGITS}]{{1,3}})(?:、|[.．。](?!\d))\s*")),
    ("roman", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))(I{{1,3}}|IV|VI{{0,3}}|IX|X|[Ⅰ-Ⅹ])[、.．)）]\s*")),
    ("han-paren", re.compile(rf"[（(]([{_HAN_DIGITS}]{{1,3}})[)）][、.\s]*")),
    (
        "dotted-twice",
        re.compile(
            r"(?<![\d.．/:-])(\d{1,2}\.\d{1,2}\.\d{1,2})(?![.．\d])[、．]?(?:\s+(?=\S)|(?=[\u4e00-\u9fffA-Za-z“《【]))"
        ),
    ),
    (
        "dotted",
        DOTTED,
    ),
    (
        "step",
        re.compile(
            rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))(?:步骤|[Ss]tep\s?|STEP\s?|第(?=[{_HAN_DIGITS}\d]{{1,2}}步))"
            rf"([{_HAN_DIGITS}]{{1,2}}|\d{{1,2}})步?\s*[：:、.]?\s*"
        ),
    ),
    ("arabic-tab", re.compile(r"(?<![^\n])(\d{1,2})\t\s*")),
    ("arabic、", re.compile(r"(?<![\d.．])(\d{1,2})\s?、\s*")),
    ("arabic.", re.compile(r"(?<![\d.．])(\d{1,2})(?:[.．](?!\d)|\.(?=\d{1,2}\s*年))[、\s]*")),
    ("arabic)", re.compile(r"(?<![\d.．×*xX])(\d{1,2})[)）][、.\s]*")),
    ("arabic/", re.compile(r"(?<![\d.．/])(\d{1,2})/(?=[\s\u4e00-\u9fff])\s*")),
    ("arabic-paren", re.compile(r"[（(](\d{1,2})[)）][、.\s]*")),
    ("circled", re.compile(r"([①-⑳⑴-⒇❶-❿])[、.\s]*")),
    ("keycap", re.compile(r"(\d)\ufe0f?\u20e3\s*")),
    ("alpha", re.compile(r"(?<![A-Za-z])([a-h])[)）.](?![A-Za-z])\s*")),
    ("alpha-paren", re.compile(r"(?<![A-Za-z0-9])[（(]([a-z])[)）]\s*")),
    ("roman-paren", re.compile(r"(?<![A-Za-z0-9])[（(]([ivx]{1,5})[)）]\s*")),
    ("roman-small", re.compile(r"(?<![A-Za-z])([ivx]{1,5})[)）.](?![A-Za-z])\s+")),
    ("alpha、", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))([a-h]|[A-H])、\s*")),
    ("alpha-capital", re.compile(rf"(?:(?<=[{_BOUNDARY}])|(?<![\s\S]))([A-H])[.．)）](?![A-Za-z.])\s*")),
)
BULLET = re.compile(
    r"(?:[•·●○■◆◇▪►▶➤➢✓✔✅★☆※–—\ue000-\uf8ff☑☐◦▫◎⭐✨➡□▢▲△✦❖♦\u231a-\u23ff\u2600-\u26ff\U0001f300-\U0001faff](?:[\ufe0f\u200d\u2640\u2642\U0001f3fb-\U0001f3ff])*"
    r"|[-*+](?=\s)|\[[ xX]\](?=\s)|[oØüq§>](?=[ \t]+\S))\s*"
)
_SURE_BULLET = "•●○■◆▪◦►➢✓✔"
_INLINE_BULLET = re.compile(
    rf"(?<!\S)[{_SURE_BULLET}·*\ue000-\uf8ff-](?=\s)\s*|(?<=[\s。；;.：:》」】])[{_SURE_BULLET}](?=[\u3400-\u9fffA-Z])"
)
_OPENS_ENTRY = re.compile("[A-Z\u3400-\u9fff]")
_ENTRY_LEAST = 8
"""Code points that an entry behind a bullet inside a line has at least: between shorter ones it sets off fields."""


_ROMAN = (*["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], *"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")


def _number(style: str, digits: str) -> tuple[int, int]:
    if style == "dotted":
        first, second = digits.split(".")
        return int(first), int(second)
    if style == "dotted-twice":
        first, second, third = digits.split(".")
        return 100 * int(first) + int(second), int(third)
    if style == "circled":
        code = ord(digits)
        base = 0x2460 if code <= 0x2473 else 0x2474 if code <= 0x2487 else 0x2776
        return 0, code - base + 1
    if style.startswith("alpha"):
        return 0, ord(digits.lower()) - ord("a") + 1
    if style == "roman":
        return 0, _ROMAN.index(digits) % 10 + 1
    if style.startswith("roman-"):
        return 0, _ROMAN.index(digits.upper()) + 1 if digits.upper() in _ROMAN else 99
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
    head = text[
        at : min(end, at + _HEAD)
    ]  # what stands before a stretch, such as a title that is glued to it, is no sign
    for style, pattern in _STYLES:
        match = pattern.match(head)
        if match and _believable(head, match, style, len(head)):
            return Mark(start, at + match.end(), style, _number(style, match[1]))
    if bullet and at < end:
        return Mark(start, at, "bullet", (0, 0))
    return _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Mark | None:
    """Return a number without a sign behind it as a mark, if a line nearby bears the number before or after it."""
    match = _BARE.match(text, start, end)
    if match is None or text[max(0, start - _HEAD) : start].rpartition("\n")[2].strip():
        return None
    number = int(match[1])
    beside, near = (2, text[end : end + _NEAR]) if number == 1 else (number - 1, text[max(0, start - _NEAR) : start])
    if any(int(other[1]) == beside for other in _BARE_LINE.finditer(near)):
        return Mark(start, match.end(), "arabic-bare", (0, number))
    return None


_BARE = re.compile(
    rf"(\d{{1,2}})[ \u3000]+(?=[\u4e00-\u9fff“《])(?:(?={_NO_UNIT})|(?![名人个位年月日天周家台次元万岁号层间]))"
)
_BARE_LINE = re.compile(rf"^[ \t\u3000]*{_BARE.pattern}", re.MULTILINE)
_NEAR = 600
_HEAD = 60
"""Characters that a mark, the space after it and what tells it from a figure need at most."""


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


def find_marks(
    text: str, start: int, end: int, protected: bytearray, open_lists: Mapping[str, tuple[int, int]] | None = None
) -> list[Mark]:
    """Return the marks of one run of text in order: the one it begins with, and the chains inside it.

    `protected` is true inside brackets and quotation marks, where a number marks nothing. `open_lists` gives by style
    the last number of a list that an earlier run left open: it may go on inside this one.
    """
    open_lists = open_lists or {}
    first = line_mark(text, start, end)
    found: list[Mark] = [] if first is None else [first]
    for style, pattern in _STYLES:
        open_places = [
            m for m in pattern.finditer(text, start, end) if not protected[m.start()] or _opens(text, m.start())
        ]
        believed = [_believable(text, m, style, end) for m in open_places]
        marks = [Mark(m.start(), m.end(), style, _number(style, m[1])) for m in open_places]
        candidates = [
            mark
            for i, mark in enumerate(marks)
            if believed[i]
            or (_counts(mark, marks[max(0, i - 1) : i], marks[i + 1 : i + 2]) and _glued(text, mark, end))
        ]
        if first is not None and first.style == style and all(mark.text != first.text for mark in candidates):
            candidates.insert(0, first)
        found.extend(_chains(candidates, first, open_lists.get(style), text))
    found.extend(_inline_bullets(text, start, end, first))
    found.sort(key=lambda mark: (mark.start, mark.text))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].text:
            kept.append(mark)
    return kept


def _inline_bullets(text: str, start: int, end: int, first: Mark | None) -> list[Mark]:
    """Return the bullets inside a line: one sign again and again, the line's own or behind a heading and its colon.

    A bar of fields, as in `Full time • London`, has short parts and no bullet before the first.
    """
    by_sign: dict[str, list[Mark]] = {}
    for match in _INLINE_BULLET.finditer(text, start, end):
        by_sign.setdefault(text[match.start()], []).append(Mark(match.start(), match.end(), "bullet", (0, 0)))
    found: list[Mark] = []
    for sign, marks in by_sign.items():
        own = first is not None and first.style == "bullet" and text[first.start] == sign
        if own and first is not None:
            marks = [mark for mark in marks if mark.start > first.start]
        before = text[max(start, marks[0].start - 3) : marks[0].start].rstrip()[-1:] if marks else ""
        led = len(marks) > 1 and before in (":", "：", "】", ")", "》", "」", "〉", "』")
        # A dash or a star inside a sentence is no mark: only where the line begins with it or a colon does.
        if not marks or not (own or led or (len(marks) > 1 and sign in _SURE_BULLET and before in "。；.;")):
            continue
        if sign in "-·*" and (len(marks) < 2 or not all(_OPENS_ENTRY.match(text, mark.text) for mark in marks)):
            continue
        ends = [mark.start for mark in marks[1:]] + [end]
        sizes = [stop - mark.text for mark, stop in zip(marks, ends, strict=True)]
        if sum(sizes) >= _ENTRY_LEAST * len(sizes) and (sign not in "-·*" or "\n" not in text[start:end].strip()):
            found.extend(marks)
    return found


def _counts(mark: Mark, before: list[Mark], after: list[Mark]) -> bool:
    """Tell whether a mark stands between its neighbours in number."""
    return bool(before and after) and _follows(before[0].number, mark.number) and _follows(mark.number, after[0].number)


def _glued(text: str, mark: Mark, end: int) -> bool:
    """Tell whether a figure follows a mark that is glued to the words before it, as in `35岁2、1年以上经验`."""
    return mark.style.startswith("arabic") and mark.text < end and text[mark.text].isdigit()


def _chains(candidates: list[Mark], first: Mark | None, last: tuple[int, int] | None, text: str) -> Iterator[Mark]:
    """Yield the candidates of one style that count up from one, on from the mark of the run, or on from `last`."""
    chain: list[Mark] = []
    for index, mark in enumerate(candidates):
        if not chain and last and _follows(last, mark.number) and _goes_on(candidates, index):
            chain = [mark]
        elif chain and (_follows(chain[-1].number, mark.number) or _miscounts(chain[-1], candidates, index)):
            chain.append(mark)
        elif first is not None and mark.text == first.text:
            chain = [mark]
        elif mark.number[1] == 1 and (_starts(candidates, index, chain) or _led(candidates, index, text)):
            yield from _inside(chain, first)
            chain = [mark]
    yield from _inside(chain, first)


def _miscounts(last: Mark, candidates: list[Mark], index: int) -> bool:
    """Tell whether a mark repeats the number before it or leaves one out, in a list that then counts on from it."""
    mark = candidates[index]
    alike = mark.number[0] == last.number[0] == 0 and mark.number[1] - last.number[1] in (0, 2)
    return alike and index + 1 < len(candidates) and _follows(mark.number, candidates[index + 1].number)


def _goes_on(candidates: list[Mark], index: int) -> bool:
    """Tell whether the next candidate counts on, or none follows."""
    return index + 1 == len(candidates) or _follows(candidates[index].number, candidates[index + 1].number)


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


def _led(candidates: list[Mark], index: int, text: str) -> bool:
    """Tell whether the last one of a line stands right behind a colon: its list goes on in the lines below."""
    mark = candidates[index]
    last = index + 1 == len(candidates) and mark.style in ("arabic-paren", "circled", "han-paren")
    return last and mark.start > 0 and text[mark.start - 1] == "："


def _inside(chain: list[Mark], first: Mark | None) -> list[Mark]:
    """Leave out the mark that the run begins with: it is known already, with the bullet before it."""
    return [mark for mark in chain if first is None or mark.text != first.text]


def _opens(text: str, place: int) -> bool:
    return text[place] in "（("


def _follows(earlier: tuple[int, int], later: tuple[int, int]) -> bool:
    return (later[0] == earlier[0] and later[1] == earlier[1] + 1) or (
        later[0] == earlier[0] + 1 and later[0] > 1 and later[1] == 1
    )
