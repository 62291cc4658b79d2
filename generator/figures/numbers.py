"""Numbers to values: finds digits, Chinese numerals and English number words, and reads them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.figures.words import EVERY, MAGNITUDES, PERIODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.figures.figure import Period

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = (
    {word: i for i, word in enumerate(_ONES.split("|"))}
    | {word: 10 * i for i, word in enumerate(_TENS.split("|"), 2)}
    | {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "half": 0}
)
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_LEX = re.compile(
    # What any of the ways below begins with: most characters begin none, and are passed over at a glance.
    r"(?=[0-9零一二三四五六七八九十百千万亿两半数几上每日月年周h]|(?<![a-z])[a-z])"
    r"(?:https?://[^\s，。；、）)]+"
    r"|(?P<percent>百分之(?P<share>[零一二三四五六七八九十百两]{1,6}|[0-9]{1,3}))"
    r"|(?P<chain>[0-9]+(?:[.,:/-][0-9]+)*)"
    r"|(?P<hanzi>(?P<vague>[数几上](?=[十百千万亿]))?[零一二三四五六七八九十百千万亿两半]+)"
    rf"|(?P<period>{EVERY})"
    r"|(?<![a-z])(?P<word>(?:an? (?=hundred|thousand|million|billion))?"
    rf"(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD})){{0,5}})(?![a-z])"
    r"|(?<![a-z])(?P<twice>once|twice)(?= (?:an?|per|every|each) ))"
)
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?")


class Number(NamedTuple):
    """A number and its place; `to` where it is a range by itself, `vague` where it begins with 数, 几 or 上."""

    start: int
    end: int
    value: Decimal
    kind: Literal["digits", "hanzi", "word", "percent", "twice"]
    to: Decimal | None = None
    vague: bool = False


class Every(NamedTuple):
    """A period said without a number, as in 每周 or weekly, and its place."""

    start: int
    end: int
    period: Period
    alone: bool
    """Whether it is a figure without a number beside it."""


def plain(value: Decimal) -> Decimal:
    """Return the number without an exponent or idle zeros: equal figures look equal."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _hanzi(run: str) -> tuple[Decimal, Decimal | None] | None:
    """Return what Chinese numerals say; two that follow each other, as in 三五, are a range.

    >>> _hanzi("二十五"), _hanzi("两三"), _hanzi("一百零五")
    ((Decimal('25'), None), (Decimal('2'), Decimal('3')), (Decimal('105'), None))
    >>> _hanzi("二零二六") is _hanzi("万一") is None
    True
    """
    if len(run) > 12:
        return None
    if run == "半":
        return Decimal("0.5"), None
    if len(run) == 2 and run[0] in _DIGITS and run[1] in _DIGITS:
        low, high = _DIGITS[run[0]], _DIGITS[run[1]]
        return (Decimal(low), Decimal(high)) if 0 < low < high else None
    return _sum(run)


def _sum(run: str) -> tuple[Decimal, None] | None:
    total = section = 0
    digit: int | None = None
    last = 10**5
    for char in run.replace("零", "") if len(run) > 1 else run:
        if char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif _STEPS.get(char, last) < last:
            last = _STEPS[char]
            section += last * (1 if digit is None else digit)
            digit = None
        elif char in ("万", "亿"):
            total = (total + (section + (digit or 0) or 1)) * MAGNITUDES[char]
            section, digit, last = 0, None, 10**5
        else:
            return None
    if digit is not None and last > 1000 and total and "零" not in run:
        return None
    return Decimal(total + section + (digit or 0)), None


def _words(run: str) -> Decimal | None:
    """Return what English number words say.

    >>> _words("twenty-five"), _words("two hundred and ten"), _words("a million")
    (Decimal('25'), Decimal('210'), Decimal('1000000'))
    """
    parts = [w for w in re.split(r"[ -]", run) if w not in ("a", "an", "and")]
    if "half" in parts:
        return Decimal("0.5") if parts == ["half"] else None
    total = section = 0
    for word in parts:
        number = _WORDS[word]
        if number >= 1000:
            total += (section or 1) * number
            section = 0
        elif number == 100:
            section = (section or 1) * 100
        elif section % 100 and (section % 10 or number >= 10):
            return None
        else:
            section += number
    return Decimal(total + section)


def _chain(start: int, text: str) -> list[Number]:
    """Return the one number, or the two ends of a range, of a run of digits; dates, times and ids have none."""
    parts = text.split("-", 2)
    if ":" in text or "/" in text or len(parts) > 2:
        return []
    numbers = []
    for part in parts:
        if len(part) > 24 or not _PLAIN.fullmatch(part) or (len(part) > 1 and part[0] == "0" and part[1] != "."):
            return []
        numbers.append(Number(start, start + len(part), plain(Decimal(part.replace(",", ""))), "digits"))
        start += len(part) + 1
    return numbers


def lex(folded: str) -> Iterator[Number | Every | int]:
    """Yield the numbers and periods of a text; the end of a run that is neither, for it stands between figures."""
    for match in _LEX.finditer(folded):
        found = _chain(match.start(), match["chain"]) if match["chain"] else _token(match)
        yield from found
        if not found:
            yield match.end()


def _token(match: re.Match[str]) -> Sequence[Number | Every]:
    start, end = match.span()
    if match["period"]:
        name = match["every"] or match["average"] or match["once"] or match["adverb"]
        return (Every(start, end, PERIODS[name], not match["average"]),)
    if match["word"]:
        number = _words(match["word"])
        return () if number is None else (Number(start, end, number, "word"),)
    if match["twice"]:
        return (Number(start, end, Decimal(1 + (match["twice"] == "twice")), "twice"),)
    share = match["share"]
    if share and share.isascii():
        return (Number(start, end, Decimal(share), "percent"),)
    run = share or (match["hanzi"] or "")[1 if match["vague"] else 0 :]
    value = _hanzi(run) if run else None
    if value is None:
        return ()
    return (Number(start, end, value[0], "percent" if share else "hanzi", value[1], bool(match["vague"])),)
