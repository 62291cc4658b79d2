"""What stands before and behind a number: sign, currency, comparator; magnitude, unit, period."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from generator.figures.words import (
    ABOUT,
    AFTER,
    AFTER_SIGNS,
    CHANGE,
    CHANGE_EN,
    CURRENCY,
    FULL,
    HALF,
    LEAD_SIGNS,
    LEAD_STEMS,
    LEAD_WORDS,
    MAGNITUDE,
    MAGNITUDE_SIGNS,
    MAGNITUDES,
    MARK,
    MORE,
    MORE_AFTER,
    MORE_SIGNS,
    OP,
    OPS,
    PER,
    PER_SIGNS,
    PERIODS,
    SIGN,
    TAG,
    UNIT,
    UNIT_SIGNS,
    UNIT_WORDS,
    WAN_YUAN,
)

if TYPE_CHECKING:
    from generator.figures.figure import Change, Op, Period
    from generator.figures.numbers import Number


class Tail(NamedTuple):
    """What follows a number."""

    end: int
    times: Decimal = Decimal(1)
    has_unit: bool = False
    unit: str | None = ""
    word: str = ""
    per: Period | None = None
    op: Op | None = None
    half: bool = False


_TAIL_SIGNS = MORE_SIGNS | MAGNITUDE_SIGNS | UNIT_SIGNS | PER_SIGNS | AFTER_SIGNS


def read_tail(text: str, folded: str, number: Number, *, money: bool) -> Tail:
    """Read the magnitude, the unit, the period and the comparator behind a number."""
    tail = Tail(number.end)
    if number.kind == "percent":
        tail = tail._replace(has_unit=True, unit="%", word="%")
    elif number.kind == "twice":
        tail = tail._replace(has_unit=True, unit="times", word="times")
    elif _sign(folded, tail.end) not in _TAIL_SIGNS:
        return tail
    else:
        tail = _more(folded, tail, MORE)
        tail = _magnitude(text, folded, tail, number, money=money)
        tail = _more(folded, tail, MORE)
        tail = _unit(text, folded, tail, number)
    tail = _more(folded, tail, MORE_AFTER)
    per = PER.match(folded, tail.end) if _sign(folded, tail.end) in PER_SIGNS else None
    if per:
        period = PERIODS[per["slash"] or per["every"] or per["en"] or per["adverb"]]
        unit = "order-per-day" if (tail.unit, period) == ("order", "day") else tail.unit
        tail = tail._replace(end=per.end(), per=period, unit=unit)
    tail = _more(folded, tail, MORE_AFTER)
    after = AFTER.match(folded, tail.end) if _sign(folded, tail.end) in AFTER_SIGNS else None
    if after and (tail.has_unit or tail.per or tail.times != 1 or number.kind == "digits"):
        op: Op | None = tail.op
        if after["ge"] or after["more"] or after["min"]:
            op = ">="
        elif after["le"] or after["less"] or after["max"]:
            op = "<="
        tail = tail._replace(end=after.end(), op=op)
    return tail


def _sign(folded: str, place: int) -> str:
    """Return the character at a place, or behind one space there: a look that saves most patterns."""
    sign = folded[place : place + 1]
    return folded[place + 1 : place + 2] if sign == " " else sign


def _more(folded: str, tail: Tail, pattern: re.Pattern[str]) -> Tail:
    if _sign(folded, tail.end) not in MORE_SIGNS:
        return tail
    match = pattern.match(folded, tail.end)
    return tail._replace(end=match.end(), op=">=") if match else tail


def _magnitude(text: str, folded: str, tail: Tail, number: Number, *, money: bool) -> Tail:
    match = MAGNITUDE.match(folded, tail.end) if _sign(folded, tail.end) in MAGNITUDE_SIGNS else None
    if not match:
        return tail
    name = match["zh"] or match["letter"] or match["en"] or match["word"]
    letter = match["letter"]
    if letter and (number.kind != "digits" or tail.end != number.end):
        return tail
    if letter == "b" and not money:
        return tail
    if letter == "m" and not (money or text[match.start()] == "M"):
        return tail
    return tail._replace(end=match.end(), times=Decimal(MAGNITUDES[name]))


_HALF_OF = re.compile(" (?:an? |of an? )?(?P<w>year|month|day|hour|week)(?![a-z])")
_FULL = re.compile(rf"(?i)^{FULL} ")


def _unit(text: str, folded: str, tail: Tail, number: Number) -> Tail:
    if _sign(folded, tail.end) not in UNIT_SIGNS:
        return tail
    half = HALF.match(folded, tail.end)
    if half:
        word = half["unit"] or half["word"]
        unit = {"月": "month", "个月": "month", "年": "year", "天": "day"}.get(word, "hour")
        return tail._replace(end=half.end(), has_unit=True, unit=unit, half=True)
    if number.kind == "word" and number.value == Decimal("0.5"):
        match = _HALF_OF.match(folded, tail.end)
        return tail._replace(end=match.end(), has_unit=True, unit=match["w"], word=match["w"]) if match else tail
    match = UNIT.match(folded, tail.end)
    if not match:
        return tail
    raw = text[match.start() : match.end()].strip(" -")
    if match["zh"] is None:
        key = UNIT_WORDS[match.lastgroup or ""]
        op: Op | None = ">=" if raw.lower().startswith("or more ") else tail.op
        raw = _FULL.sub("", raw)
        return tail._replace(end=match.end(), has_unit=True, unit=key, word=raw, op=op)
    key = UNIT_WORDS[match["zh"]]
    if key == "cny" and "萬" in text[number.end : match.end()]:
        key, raw = None, WAN_YUAN  # money of Taiwan or Hong Kong, most likely
    return tail._replace(end=match.end(), has_unit=True, unit=key, word=raw)


class Lead(NamedTuple):
    """What stands before a number, `start` where the figure begins."""

    start: int
    op: Op | None = None
    money: bool = False
    unit: str | None = ""
    word: str = ""
    change: Change | None = None
    ratio: bool = False
    minus: bool = False


WINDOW = 48
"""How many characters before a number are looked at."""
NEAR = 16
"""How many of them a currency, a mark, an abbreviation or a word such as `approximately` can take."""


def read_lead(text: str, folded: str, floor: int, start: int) -> Lead:
    """Read the sign, the currency and the comparator before a number, not beyond `floor`."""
    base = max(floor, start - WINDOW)
    window = folded[base:start]
    lead = Lead(start)
    if not can_lead(window):
        return lead
    money = CURRENCY.search(window, len(window) - NEAR)
    if money:
        window = window[: money.start()]
        word = text[base + money.start() : base + money.end()].strip(" :")
        lead = lead._replace(start=base + len(window), money=True, unit="cny" if money["cny"] else None, word=word)
    mark = MARK.search(window, len(window) - NEAR)
    if mark and mark["times"] and folded[base + mark.start() - 1 : base + mark.start()].isdigit():
        mark = None  # 7×24
    if mark:
        window = window[: mark.start()]
        change: Change | None = "up" if mark["up"] or mark["plus"] else "down" if mark["down"] else None
        lead = lead._replace(start=base + len(window), change=change, ratio=bool(mark["times"]))
    elif window[-1:] == "-" and SIGN.search(window, len(window) - NEAR):
        window = window[:-1]
        lead = lead._replace(start=base + len(window), minus=True)
    about = ABOUT.search(window, len(window) - NEAR)
    cut = about.start() if about else len(window)
    op = OP.search(window, 0, cut) if not (">" in window[-2:] and TAG.search(window)) else None
    if op:
        which = next(name for name, group in zip(OPS, op.groups(), strict=True) if group is not None)
        window = window[: op.start()]
        lead = lead._replace(start=base + len(window), op=which)
        if not money:
            money = CURRENCY.search(window, len(window) - NEAR)
    if lead.change is None:
        lead = lead._replace(change=_changed(window))
    return lead


def can_lead(window: str) -> bool:
    """Tell by its last sign or word whether a window can end with anything that leads a number."""
    if window[-1:] != " ":
        return window[-1:] in LEAD_SIGNS
    before = window[-2:-1]
    if not (before.isascii() and (before.isalpha() or before == ".")):
        return before in LEAD_SIGNS
    words = window[:-1].rstrip(".")
    word = words[len(words.rstrip(_LETTERS)) :]
    return word in LEAD_WORDS or word.startswith(LEAD_STEMS)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _changed(window: str) -> Change | None:
    about = ABOUT.search(window, len(window) - NEAR)
    window = window[: about.start()] if about else window
    match = CHANGE.search(window, len(window) - NEAR)
    if not match and window[-1:] == " ":
        match = CHANGE_EN.search(window)
    return None if not match else "up" if match["up"] else "down"
