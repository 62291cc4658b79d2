"""Two languages: which figures and numbers of one the other lacks."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.figures.figure import Lack
from generator.figures.loose import loose_numbers
from generator.figures.reader import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.figures.figure import Figure, Language
    from generator.places import Span

_IN_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_IN_MONTHS = {"month": 1, "year": 12}
_FACTORS = _IN_SECONDS | _IN_MONTHS
_FAMILIES = {"%": "share", "percentage-point": "share", "cny": "money", "working-day": "working-day"}
_PERIOD_SAID = {
    "minute": r"分钟|minute",
    "hour": r"小时|hour",
    "day": r"[日天]|\bday|\bdail",
    "week": r"周|星期|week|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "month": r"月|month",
    "quarter": r"季|quarter",
    "year": r"年|year|annual",
}
_A_FEW = re.compile(r"\b(?:or two|few|couple|several)\b", re.IGNORECASE)
_CHAIN = re.compile(r"(?<![0-9])[0-9]{1,2}(?:[:/×][0-9]{1,2})+(?![0-9])")
_MONTHS = [
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?"),
    *("july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


def family(unit: str | None) -> str:
    """Return the family of a unit: figures of one family can be compared.

    >>> family("hour") == family("day"), family("hour") == family("month"), family("order") == family("person")
    (True, False, True)
    """
    if unit in _FACTORS:
        return "time" if unit in _IN_SECONDS else "long time"
    return _FAMILIES.get(unit or "", "count")


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures say the same, comparators aside: `24小时内` and `within 1 day`."""
    for discount, share in ((one, other), (other, one)):
        if discount.word == "折" and share.unit == "%":  # 8 折 is 20% off, or 80% of the price
            price = discount.value * 10 if discount.value < 10 else discount.value
            return share.to is None and share.value in {price, 100 - price}
    families = {family(one.unit), family(other.unit)}
    return _ends(one) == _ends(other) and (len(families) == 1 or families == {"money", "count"})


def _ends(figure: Figure) -> tuple[Decimal, Decimal | None]:
    """Return the numbers of a figure in the smallest unit of its family."""
    factor = _FACTORS.get(figure.unit or "", 1)
    return figure.value * factor, None if figure.to is None else figure.to * factor


def parity(zh: str, en: str) -> tuple[Lack, ...]:
    """Return the figures of one language that the other lacks; comparators may be worded, so they do not count.

    >>> parity("挽回130万单，三年以上经验", "recovered 1.3 million orders; at least 3 years of experience")
    ()
    >>> [(lack.missing_in, lack.figure.raw) for lack in parity("24小时内处理", "handle within 12 hours")]
    [('en', '24小时内'), ('zh', 'within 12 hours')]
    """
    ours, theirs = figures(zh), figures(en)
    return (*_lacks(ours, theirs, en, "en"), *_lacks(theirs, ours, zh, "zh"))


def _lacks(ours: Sequence[Figure], theirs: Sequence[Figure], text: str, language: Language) -> Iterator[Lack]:
    for figure in ours:
        if not any(alike(figure, other) for other in theirs) and not _said_freely(figure, text):
            yield Lack(language, figure)


def _said_freely(figure: Figure, text: str) -> bool:
    """Tell whether a text says a figure in a way that is no figure: 六步 for six steps, on Tuesdays for 每周二."""
    unit_said = re.compile(_PERIOD_SAID.get(_period(figure), "(?!)"), re.IGNORECASE).search(text) is not None
    if figure.to is None and (family(figure.unit) == "count" or unit_said):
        loose = any(value == figure.value for _, value, _ in loose_numbers(text))
        if loose or _named(figure.value, _ORDINALS, text):
            return True  # 第 3 天, the third day
    if f"{figure.value}" in _of_chains(text):
        return True
    if not figure.worded:
        return False
    if figure.to is not None:
        return bool(_A_FEW.search(text))
    return figure.value == 1 and unit_said


def _of_chains(text: str) -> set[str]:
    """Return the numbers that a time or a name joins: 24/7, 9:00."""
    return {number for chain in _CHAIN.findall(text) for number in re.split("[:/×]", chain)}


def _period(figure: Figure) -> str:
    """Return the unit of a period; a quarter is no unit that a handbook must name."""
    return figure.unit or ("quarter" if re.search("季|quarter", figure.word, re.IGNORECASE) else "")


def strays(zh: str, en: str) -> tuple[tuple[Language, Span], ...]:
    """Return where the numbers in digits stand that are no figures and that the other language lacks.

    They belong to names and dates. The first of each pair is the language that lacks the number.

    >>> strays("2022 年 6 月升级 App 12", "upgraded App 12 in June 2022"), strays("双 11", "Double 12")
    ((), (('en', Span(start=2, end=4)), ('zh', Span(start=7, end=9))))
    """
    return (*_strays(zh, en, "en"), *_strays(en, zh, "zh"))


def _strays(text: str, other: str, language: Language) -> Iterator[tuple[Language, Span]]:
    found = [(span, value) for span, value, digits in loose_numbers(text) if digits]
    if not found:
        return
    there = {value for _, value, _ in loose_numbers(other)}
    there |= {end for figure in figures(other) for end in (figure.value, figure.to) if end is not None}
    for span, value in found:
        names = _MONTHS if text[span.end :].lstrip().startswith("月") else _ORDINALS
        if value not in there and f"{value}" not in _of_chains(other) and not _named(value, names, other):
            yield language, span


def _named(number: Decimal, names: Sequence[str], text: str) -> bool:
    """Tell whether a text says the name of a month (6 月, June) or of a place in an order (第 3 天, the third day)."""
    if number not in {Decimal(at) for at in range(1, len(names) + 1)}:
        return False
    return bool(re.search(rf"\b(?:{names[int(number) - 1]})\b", text, re.IGNORECASE))
