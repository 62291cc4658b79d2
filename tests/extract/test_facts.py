"""Typed facts of requirements, case by case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.facts import facts

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_facts_are_found(case: dict[str, Any]) -> None:
    found = facts(case["text"])
    numbers = [
        [y.raw, None if y.low is None else float(y.low), None if y.high is None else float(y.high)] for y in found.years
    ]
    assert numbers == case.get("years", [])
    assert [[d.level, d.or_above, d.preferred] for d in found.degrees] == case.get("degrees", [])
    assert [[s.language, s.level] for s in found.languages] == case.get("languages", [])
    assert [t.name for t in found.tools] == case.get("tools", [])


@given(st.lists(st.sampled_from([case["text"] for case in CASES]), max_size=4).map("，".join) | st.text(max_size=60))
def test_each_fact_quotes_its_place(text: str) -> None:
    found = facts(text)
    for kind in (found.years, found.degrees, found.languages, found.tools):
        starts = [fact.span.start for fact in kind]
        assert starts == sorted(starts)
        assert all(fact.raw == fact.span.of(text) for fact in kind)
