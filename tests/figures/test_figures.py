"""Figures, case by case, and the laws that hold for any text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import Change, Figure, Op, Period, figures, parity, render, strays, words
from generator.figures.around import NEAR, can_lead
from generator.figures.shown import UNITS
from generator.places import Span

if TYPE_CHECKING:
    import re

    from hypothesis.strategies import DataObject, DrawFn

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
INTERFACE = Path(__file__).resolve().parents[2] / "content" / "interface.yaml"
PIECES = (
    [case[0] for case in CASES["found"]] + CASES["none"] + ["1", "、", "-", "~", "万", "，", "<", "+", "个", "\n", " "]
)
OPS: tuple[Op, ...] = ("<", "<=", "=", ">=", ">")
WHOLE = ("year", "person", "month", "day", "week", "working-day", "times")
CHANGES: tuple[Change | None, ...] = (None, "up", "down")


def seen(text: str) -> list[list[Any]]:
    return [[f.raw, f.op, float(f.value), None if f.to is None else float(f.to), f.unit] for f in figures(text)]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case[0])
def test_figures_are_found(case: list[Any]) -> None:
    assert seen(case[0]) == case[1]


@pytest.mark.parametrize("case", CASES["measured"], ids=lambda case: case[0])
def test_a_figure_says_what_it_measures(case: list[Any]) -> None:
    text, measures, change, per = case
    last = figures(text)[-1]
    assert (last.measures, last.change, last.per) == (measures, change, per)


@pytest.mark.parametrize("text", CASES["none"])
def test_what_is_no_figure(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize("case", CASES["parity"], ids=lambda case: case[0])
def test_parity_of_two_languages(case: list[Any]) -> None:
    zh, en, lacks = case
    assert [[lack.missing_in, lack.figure.raw] for lack in parity(zh, en)] == lacks


@pytest.mark.parametrize("case", CASES["strays"], ids=lambda case: case[0])
def test_numbers_of_names_and_dates(case: list[Any]) -> None:
    zh, en, lacks = case
    there = {"en": zh, "zh": en}
    assert [[missing_in, span.of(there[missing_in])] for missing_in, span in strays(zh, en)] == lacks


@pytest.mark.xfail(strict=True, reason="known failure: see the file of cases")
@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case[0])
def test_known_failures(case: list[Any]) -> None:
    assert seen(case[0]) == case[1]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=60))
def test_spans_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.raw == figure.span.of(text)
        assert (figure.op == "between") == (figure.to is not None)
        assert figure.to is None or figure.value < figure.to
        assert figure.unit is None or figure.unit in UNITS
        assert (figure.unit is None) == bool(figure.word)
        end = figure.span.end


@st.composite
def drawn(draw: DrawFn) -> Figure:
    value = draw(st.integers(1, 10**9)) / Decimal(draw(st.sampled_from([1, 1, 10, 100])))
    op: Op = draw(st.sampled_from(OPS))
    to = None
    if draw(st.booleans()):
        op, to = "between", value + draw(st.integers(1, 100))
    unit = draw(st.sampled_from(UNITS))
    if unit in WHOLE:  # at the start of a line 1.3年 is a list mark and three years; 1947年 is a date
        value, to = Decimal(int(value) % 1000 + 1), None if to is None else Decimal(int(value) % 1000 + 3)
    per: Period | None = "day" if unit == "order-per-day" else None
    return Figure(Span(0, 1), "", op, value, to, unit, None, draw(st.sampled_from(CHANGES)), per)


def same(one: Figure, other: Figure) -> bool:
    return all(
        getattr(one, name) == getattr(other, name) for name in ("op", "value", "to", "unit", "change", "per", "word")
    )


@given(drawn(), st.sampled_from(["zh", "en"]))
def test_a_rendered_figure_reads_back_as_itself(figure: Figure, language: Any) -> None:
    (again,) = figures(render(figure, language))
    assert same(again, figure)


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case[0])
def test_what_is_read_and_rendered_reads_back(case: list[Any]) -> None:
    for figure in figures(case[0]):
        for language in ("zh", "en"):
            (again,) = figures(render(figure, language))
            assert same(again, figure)


BEHIND = {
    "unit": (words.UNIT, words.UNIT_SIGNS),
    "half": (words.HALF, words.UNIT_SIGNS),
    "magnitude": (words.MAGNITUDE, words.MAGNITUDE_SIGNS),
    "more": (words.MORE, words.MORE_SIGNS),
    "more after": (words.MORE_AFTER, words.MORE_SIGNS),
    "per": (words.PER, words.PER_SIGNS),
    "after": (words.AFTER, words.AFTER_SIGNS),
}
BEFORE = (words.CURRENCY, words.MARK, words.SIGN, words.ABOUT, words.OP, words.TAG, words.CHANGE, words.CHANGE_EN)
SHORT = (words.CURRENCY, words.MARK, words.SIGN, words.ABOUT, words.CHANGE)


@pytest.mark.parametrize("name", BEHIND)
@given(st.data())
def test_the_signs_of_a_pattern_leave_out_nothing_it_can_begin_with(name: str, data: DataObject) -> None:
    pattern, signs = BEHIND[name]
    match = pattern.search(data.draw(st.from_regex(pattern)).translate(words.FOLD))
    if match:
        assert match[0].removeprefix(" ")[0] in signs


@pytest.mark.parametrize("pattern", BEFORE, ids=lambda pattern: pattern.pattern[:20])
@given(st.data())
def test_nothing_that_can_lead_a_number_is_passed_over(pattern: re.Pattern[str], data: DataObject) -> None:
    window = data.draw(st.from_regex(pattern)).translate(words.FOLD)
    match = pattern.search(window)
    if match:
        assert can_lead(window)
        assert pattern not in SHORT or len(match[0]) <= NEAR


def test_the_handbook_names_every_unit_that_a_figure_can_have() -> None:
    assert {*UNITS} - {""} <= {*yaml.safe_load(INTERFACE.read_text("utf-8"))["units"]}


WORDS = ["门店", "retail stores", "优先", "且", "<", ">", "%", "元", "days", "以上", "RMB", "↑", "at least"]
NUMBER_WORDS = set("零〇一二三四五六七八九十百千万萬亿億两兩半几幾数數每均上")


@given(st.text(st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=80))
def test_a_text_without_numbers_has_no_figures(text: str) -> None:
    if not NUMBER_WORDS & set(text) and not any(c.isascii() and c.isalpha() for c in text):
        assert figures(text) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_units_and_comparators_alone_are_no_figures(words: list[str]) -> None:
    assert figures(" ".join(words)) == ()


def test_an_item_of_the_threshold_shape() -> None:
    (figure,) = figures("退货率不高于3.5%")
    assert (figure.op, figure.value, figure.unit, figure.measures) == ("<=", Decimal("3.5"), "%", "退货率")
