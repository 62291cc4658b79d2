"""What stands before and behind a number: sign, currency, comparator; magnitude, unit, period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.extract.figures.words import (
    ABOUT,
    AFTER,
    CHANGE,
    CHANGE_EN,
    CURRENCY,
    FULL,
    HALF,
    MAGNITUDE,
    MAGNITUDES,
    MARK,
    MORE,
    MORE_AFTER,
    OP,
    OPS,
    PER,
    PERIODS,
    SIGN,
    TAG,
    UNIT,
    UNIT_WORDS,
    WAN_YUAN,
)

if TYPE_CHECKING:
    from generator.extract.figures.figure import Change, Op, Period
    from generator.extract.figures.numbers import Number


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number."""

    end: int
    times: Decimal = Decimal(1)
    has_unit: bool = False
    unit: str | None = ""
    word: str = ""
    per: Period | None = None
    op: Op | None = None
    half: bool = False


def read_tail(text: str, folded: str, number: Number, *, money: bool) -> Tail:
    """Read the magnitude, the unit, the period and the comparator behind a number."""
    tail = Tail(number.end)
    if number.kind == "percent":
        tail = replace(tail, has_unit=True, unit="%", word="%")
    elif number.kind == "twice":
        tail = replace(tail, has_unit=True, unit="times", word="times")
    else:
        tail = _more(folded, tail, MORE)
        tail = _magnitude(text, folded, tail, number, money=money)
        tail = _more(folded, tail, MORE)
        tail = _unit(text, folded, tail, number)
    tail = _more(folded, tail, MORE_AFTER)
    per = PER.match(folded, tail.end)
    if per:
        period = PERIODS[per["slash"] or per["every"] or per["en"] or per["adverb"]]
        unit = "order-per-day" if (tail.unit, period) == ("order", "day") else tail.unit
        tail = replace(tail, end=per.end(), per=period, unit=unit)
    tail = _more(folded, tail, MORE_AFTER)
    after = AFTER.match(folded, tail.end)
    if after and (tail.has_unit or tail.per or tail.times != 1 or number.kind == "digits"):
        op: Op | None = tail.op
        if after["ge"] or after["more"] or after["min"]:
            op = ">="
        elif after["le"] or after["less"] or after["max"]:
            op = "<="
        tail = replace(tail, end=after.end(), op=op)
    return tail


def _more(folded: str, tail: Tail, pattern: re.Pattern[str]) -> Tail:
    match = pattern.match(folded, tail.end)
    return replace(tail, end=match.end(), op=">=") if match else tail


def _magnitude(text: str, folded: str, tail: Tail, number: Number, *, money: bool) -> Tail:
    match = MAGNITUDE.match(folded, tail.end)
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
    return replace(tail, end=match.end(), times=Decimal(MAGNITUDES[name]))


def _unit(text: str, folded: str, tail: Tail, number: Number) -> Tail:
    half = HALF.match(folded, tail.end)
    if half:
        word = half["unit"] or half["word"]
        unit = {"月": "month", "个月": "month", "年": "year", "天": "day"}.get(word, "hour")
        return replace(tail, end=half.end(), has_unit=True, unit=unit, half=True)
    if number.kind == "word" and number.value == Decimal("0.5"):
        match = re.compile(" (?:an? |of an? )?(?P<w>year|month|day|hour|week)(?![a-z])").match(folded, tail.end)
        return replace(tail, end=match.end(), has_unit=True, unit=match["w"], word=match["w"]) if match else tail
    match = UNIT.match(folded, tail.end)
    if not match:
        return tail
    raw = text[match.start() : match.end()].strip(" -")
    if match["zh"] is None:
        key = UNIT_WORDS[match.lastgroup or ""]
        op: Op | None = ">=" if raw.lower().startswith("or more ") else tail.op
        raw = re.sub(rf"(?i)^{FULL} ", "", raw)
        return replace(tail, end=match.end(), has_unit=True, unit=key, word=raw, op=op)
    key = UNIT_WORDS[match["zh"]]
    if key == "cny" and "萬" in text[number.end : match.end()]:
        key, raw = None, WAN_YUAN  # money of Taiwan or Hong Kong, most likely
    return replace(tail, end=match.end(), has_unit=True, unit=key, word=raw)


@dataclass(frozen=True, slots=True)
class Lead:
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


def read_lead(text: str, folded: str, floor: int, start: int) -> Lead:
    """Read the sign, the currency and the comparator before a number, not beyond `floor`."""
    base = max(floor, start - WINDOW)
    window = folded[base:start]
    lead = Lead(start)
    money = CURRENCY.search(window)
    if money:
        window = window[: money.start()]
        word = text[base + money.start() : base + money.end()].strip(" :")
        lead = replace(lead, start=base + len(window), money=True, unit="cny" if money["cny"] else None, word=word)
    mark = MARK.search(window)
    if mark and mark["times"] and folded[base + mark.start() - 1 : base + mark.start()].isdigit():
        mark = None  # 7×24
    if mark:
        window = window[: mark.start()]
        change: Change | None = "up" if mark["up"] or mark["plus"] else "down" if mark["down"] else None
        lead = replace(lead, start=base + len(window), change=change, ratio=bool(mark["times"]))
    elif SIGN.search(window):
        window = window[:-1]
        lead = replace(lead, start=base + len(window), minus=True)
    about = ABOUT.search(window)
    cut = about.start() if about else len(window)
    op = OP.search(window, 0, cut) if not TAG.search(window) else None
    if op:
        which = list(OPS)[next(i for i in range(len(OPS)) if op[f"o{i}"] is not None)]
        window = window[: op.start()]
        lead = replace(lead, start=base + len(window), op=which)
        if not money:
            money = CURRENCY.search(window)
    if lead.change is None:
        lead = replace(lead, change=_changed(window))
    return lead


def _changed(window: str) -> Change | None:
    about = ABOUT.search(window)
    window = window[: about.start()] if about else window
    match = CHANGE.search(window) or CHANGE_EN.search(window)
    return None if not match else "up" if match["up"] else "down"
