"""The repairs, case by case. A new bug becomes a new entry in `cases/`, not a new function."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.clean import clean

CASES = Path(__file__).parent / "cases"


def load(name: str) -> list[Any]:
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", [*load("wild"), *load("synthetic")])
def test_damage_is_mended(case: dict[str, Any]) -> None:
    result = clean(case["text"])
    assert result.text == case["clean"]
    assert {step.rule for step in result.steps} == set(case["rules"])


@pytest.mark.parametrize("case", load("must-not-change"))
def test_what_is_no_damage_stays(case: dict[str, Any]) -> None:
    result = clean(case["text"])
    assert result.text == case["text"]
    assert result.steps == ()


@pytest.mark.xfail(strict=True, reason="known failure: see the file of cases")
@pytest.mark.parametrize("case", load("known-failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    assert clean(case["text"]).text == case["clean"]
