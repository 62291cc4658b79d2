"""Two languages: which figures of one the other lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.figures.figure import Lack
from generator.figures.reader import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from generator.figures.figure import Figure, Language

_IN_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_IN_MONTHS = {"month": 1, "year": 12}
_FAMILIES = {"%": "share", "percentage-point": "share", "cny": "money"}
_PERIOD_SAID = {
    "minute": r"分钟|minute",
    "hour": r"小时|hour",
    "day": r"[日天]|\bday|\bdail",
    "week": r"周|星期|week",
    "month": r"月|month",
    "year": r"年|year|annual",
}


def _measure(figure: Figure) -> tuple[str, Decimal, Decimal | None]:
    """Return the family of a figure's unit, and its numbers in one unit of that family."""
    for table, family in ((_IN_SECONDS, "time"), (_IN_MONTHS, "long time")):
        if figure.unit in table:
            factor = table[figure.unit]
            return family, figure.value * factor, None if figure.to is None else figure.to * factor
    return (
        _FAMILIES.get(figure.unit or "", figure.unit if figure.unit == "working-day" else "count"),
        figure.value,
        figure.to,
    )


def _alike(one: Figure, other: Figure) -> bool:
    a, b = _measure(one), _measure(other)
    if a[1:] != b[1:]:
        return False
    return a[0] == b[0] or {a[0], b[0]} == {"money", "count"}


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
        if any(_alike(figure, other) for other in theirs):
            continue
        said = _PERIOD_SAID.get(figure.unit or "")
        if said and figure.value == 1 and not re.search("[0-9]", figure.raw) and re.search(said, text, re.IGNORECASE):
            continue  # every week, weekly, in the week: worded freely
        yield Lack(language, figure)
