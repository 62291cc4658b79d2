"""The laws of the repairs, over damage made at random."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.clean import RULES, clean
from generator.clean.chain import MOST_PASSES
from generator.places import Span
from tests.clean.strategies import damaged

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject


@given(damaged)
def test_replaying_the_steps_gives_the_text(text: str) -> None:
    result = clean(text)
    for step in result.steps:
        text = step.apply(text)
    assert text == result.text


@given(damaged)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    again = clean(once.text)
    assert again.text == once.text
    assert again.steps == ()


RESTLESS = tuple(replace(rule, woken_by=None) for rule in RULES)


@given(damaged)
def test_a_rule_that_is_not_woken_has_nothing_to_find(text: str) -> None:
    assert clean(text).steps == clean(text, RESTLESS).steps


def test_a_text_in_which_each_mend_brings_one_more_to_light_does_not_hold_up_the_rest() -> None:
    """A character, then stretches that lost the first byte of a second one: each can be told by the one before it."""
    result = clean("係" + "?常簜S" * 400 + "，門市(shì)")
    assert len(result.steps) < 2 * MOST_PASSES
    assert result.text.startswith("係统：係统：")
    assert result.text.endswith("，門市")
    assert result.suspects


@given(damaged, st.data())
def test_a_sub_span_maps_inside_its_parent(text: str, data: DataObject) -> None:
    result = clean(text)
    size = len(result.text)
    if not size:
        return
    start, inner_start, inner_end, end = sorted(data.draw(st.integers(0, size)) for _ in range(4))
    if inner_start == inner_end:
        return
    outer = result.alignment.raw(Span(start, end))
    assert result.alignment.raw(Span(inner_start, inner_end)) in outer
    assert outer in Span(0, len(text))


@given(damaged)
def test_nothing_outside_an_edit_moves(text: str) -> None:
    result = clean(text)
    touched = bytearray(len(text))
    for repair in result.repairs():
        touched[repair.span.start : repair.span.end] = b"\x01" * (repair.span.end - repair.span.start)
    untouched = [place for place in range(len(text)) if not touched[place]]
    mapped = [result.alignment.raw(Span(i, i + 1)) for i in range(len(result.text))]
    back = {span.start: result.text[i] for i, span in enumerate(mapped) if span.end == span.start + 1}
    assert all(back.get(place) == text[place] for place in untouched)


@given(damaged)
def test_cuts_tile_the_raw_text(text: str) -> None:
    result = clean(text)
    cuts = [result.alignment.cut(i) for i in range(len(result.text) + 1)]
    assert cuts == sorted(cuts)
    if result.text:
        assert (cuts[0], cuts[-1]) == (0, len(text))


def test_every_rule_has_a_manual_page() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert rule.reason
        for part in ("Looks like:", "Comes from:", "Refuses:", ">>>"):
            assert part in " ".join(rule.manual.split()), rule.name


def test_explain_names_place_rule_and_change() -> None:
    from generator.clean import explain

    assert explain(clean("开店\n一⻚,"), "a.txt") == [
        "a.txt:2:2 radical: ⻚ → 页 (a radical or look-alike that a PDF put in place of the ideograph)",
        "a.txt:2:3 width: , → ， (ASCII punctuation in Chinese text)",
    ]


def test_a_lost_byte_that_no_word_decides_is_left_and_reported() -> None:
    result = clean("請說?。簷櫯_清單")
    assert result.text == "請說?。簷櫯_清單"
    (problem,) = result.problems("a.txt")
    assert (problem.code, problem.location.line, problem.location.column) == ("byte-lost", 1, 3)
