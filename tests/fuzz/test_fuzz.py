"""A short search with a fixed seed, and every input that once broke a law."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.fuzz import search
from tests.fuzz.hostile import Hostile, hostile
from tests.fuzz.laws import broken

if TYPE_CHECKING:
    from pathlib import Path

SEED, INPUTS = 1, 250


def test_hostile_inputs_break_no_law() -> None:
    found = [one for one in search.search(SEED, INPUTS) if isinstance(one, search.Finding)]
    assert not found, f"{len(found)} findings; python -m tests.fuzz --replay {found[0].seed}: {found[0].told}"


@pytest.mark.parametrize("file", sorted(search.CASES.glob("*.json")), ids=lambda file: file.stem)
def test_what_was_found_once_holds(file: Path) -> None:
    assert broken(search.load(file).sample) is None


def test_the_same_seed_gives_the_same_inputs() -> None:
    one, other = ([hostile(Random(f"7:{number}")) for number in range(20)] for _ in range(2))  # noqa: S311
    assert one == other


def test_a_finding_is_made_small_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def law(sample: Hostile) -> str | None:
        assert isinstance(sample.body, str)
        return "made: up" if "店" in sample.body and "\ud800" in sample.body else None

    monkeypatch.setattr(search, "broken", law)
    small = search.reduced(search.Finding("1:2", "made: up", Hostile("岗位店长" * 50 + "\ud800" + "开门" * 50)))
    assert isinstance(small.sample.body, str)
    assert sorted(small.sample.body) == ["店", "\ud800"]
    assert search.load(search.save(small, tmp_path)) == small


@pytest.mark.parametrize(
    ("exponent", "told"), [(1.0, False), (1.2, False), (2.0, True)], ids=["linear", "sorting", "quadratic"]
)
def test_growth_is_told_from_length(monkeypatch: pytest.MonkeyPatch, exponent: float, told: bool) -> None:
    monkeypatch.setattr(search, "seconds", lambda text: (len(text) / 10_000) ** exponent)
    assert (search.super_linear("一、") is not None) == told
