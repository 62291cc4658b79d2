"""Contact details, case by case: what must be found, and what only resembles them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.private import private_spans

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "private.yaml").read_text("utf-8"))
PIECES = [case["text"] for case in CASES["found"]] + CASES["nothing"] + ["@", "+", "1", "-", " ", "，", "微信", "\n"]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"])
def test_what_is_private_is_found(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [[p.kind, p.span.of(text)] for p in private_spans(text)] == case["found"]


@pytest.mark.parametrize("text", CASES["nothing"])
def test_what_only_resembles_it_stays(text: str) -> None:
    assert [(p.kind, p.span.of(text)) for p in private_spans(text)] == []


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=60))
def test_spans_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for place in private_spans(text):
        assert end <= place.span.start < place.span.end <= len(text)
        assert place.span in place.labelled
        end = place.span.end


def test_an_item_of_postings_between_details_keeps_its_place() -> None:
    text = "负责门店排班\n联系人：王女士\n电话：13800000000\n三年以上经验"
    assert [p.labelled.of(text) for p in private_spans(text)] == ["联系人：王女士", "电话：13800000000"]
