"""A figure as text again, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figures.numbers import plain
from generator.figures.words import FOLD, UNIT, WAN_YUAN

if TYPE_CHECKING:
    from generator.figures.figure import Figure, Language, Op, Period

_SHOWN: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "%": ("%", "%"),
    "percentage-point": ("个百分点", " percentage points"),
    "order": ("单", " orders"),
    "order-per-day": ("单/日", " orders a day"),
    "cny": ("元", " yuan"),
    "second": ("秒", " seconds"),
    "minute": ("分钟", " minutes"),
    "hour": ("小时", " hours"),
    "day": ("天", " days"),
    "working-day": ("个工作日", " working days"),
    "week": ("周", " weeks"),
    "month": ("个月", " months"),
    "year": ("年", " years"),
    "person": ("人", " people"),
    "times": ("次", " times"),
    "ratio": ("倍", "x"),
    "score": ("分", " points"),
}
UNITS = tuple(_SHOWN)
"""The keys of units that a figure can have; a handbook may name more."""
_SIGNS: dict[Op, str] = {"<": "<", "<=": "≤", "=": "", ">=": "≥", ">": ">", "between": ""}
_PER_ZH: dict[Period, str] = {
    "minute": "分钟",
    "hour": "小时",
    "day": "日",
    "week": "周",
    "month": "月",
    "quarter": "季度",
    "year": "年",
}


def render(figure: Figure, language: Language = "zh") -> str:
    """Return a figure in a form that reads back as the same figure.

    >>> from generator.figures.reader import figures
    >>> render(figures("控制在30秒以内")[0]), render(figures("三年以上")[0], "en")
    ('≤30秒', '≥3 years')
    """
    scale = 10000 if figure.word == WAN_YUAN else 1
    joint = "年-" if figure.unit == "year" and language == "zh" else "-"  # 22-23年 are years of the calendar
    number = joint.join(f"{plain(end / scale):f}" for end in (figure.value, figure.to) if end is not None)
    sign = _SIGNS[figure.op]
    if figure.unit is None:
        latin = figure.word[:1].isascii() and figure.word[:1] != "%"
        after = figure.word == WAN_YUAN or UNIT.match(("1" + (" " if latin else "") + figure.word).translate(FOLD), 1)
        shown = number + (" " if latin else "") + figure.word if after else f"{figure.word} {number}"
    else:
        shown = number + _SHOWN[figure.unit][language == "en"]
        if figure.unit == "" and not figure.per and not sign:
            sign = "="
    arrow = {"up": "↑", "down": "↓"}.get(figure.change or "", "")
    per = ""
    if figure.per and figure.unit != "order-per-day":
        per = f"/{figure.per}" if language == "en" else f"/{_PER_ZH[figure.per]}"
    return f"{sign}{arrow}{shown}{per}"
