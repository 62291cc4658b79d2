"""Sub-points stand under their points: cases as data, and the law that a point stands under an earlier one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import clean
from generator.segment import segment
from tests.clean.strategies import damaged

CASES = yaml.safe_load((Path(__file__).parent / "outline.yaml").read_text("utf-8"))
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "  ", "\t", "　　"]),
        st.sampled_from(["1、", "2、", "1. ", "1.1 ", "a) ", "①", "• ", "- ", "（一）", "一、", ""]),
    ),
).map(lambda mark: mark + "清点货架。\n")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    document = segment(clean(case["text"]).text)
    depth = {0: -1}
    found = []
    for block in document.blocks:
        if block.point:
            depth[block.point] = depth[block.within] + 1
            found.append(">" * depth[block.point] + document.text[block.start : block.end].strip())
    assert found == case["points"]


@given(damaged | st.lists(LINES, max_size=20).map("".join))
def test_a_point_stands_under_an_earlier_one(text: str) -> None:
    within: dict[int, int] = {}
    for block in segment(text).blocks:
        assert 0 <= block.within <= max(0, block.point - 1)
        if block.point:
            assert within.setdefault(block.point, block.within) == block.within
            assert block.within == 0 or block.point > block.within
