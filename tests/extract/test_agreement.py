"""How far two languages agree: cases as data, and the law that the right pairs score above pairs shifted by one."""

from __future__ import annotations

from pathlib import Path
from statistics import mean
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import ingest
from generator.extract.agreement import DOUBTFUL, Layout, agreement
from generator.read.decode import RawText, read_raw

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "agreement.yaml").read_text("utf-8"))
LABELLED = sorted((HERE.parent / "corpus" / "texts").glob("bi-*.txt"))
TRUE_PAIRS = 26
"""Pairs of the five sources."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["zh"])
def test_cases(case: dict[str, Any]) -> None:
    assert case.get("least", 0) <= agreement(case["zh"], case["en"]).score <= case.get("most", 1)


def pairs(files: list[Path]) -> list[list[tuple[str, str]]]:
    """Return the pairs of each posting, as ingest finds them."""
    found = []
    for file in files:
        raw = read_raw(file).raw
        assert raw is not None
        postings = ingest(raw, file.stem).postings
        found += [[(item.zh, item.en) for item in posting.items if item.zh and item.en] for posting in postings]
    return [posting for posting in found if len(posting) > 1]


def the_right_ones_score_above_shifted_ones(postings: list[list[tuple[str, str]]], share: float) -> None:
    """At least a `share` of the right pairs score above their shifted twins, and as many are not doubtful."""
    right, shifted = [], []
    for posting in postings:
        for place, (zh, en) in enumerate(posting):
            right.append(agreement(zh, en).score)
            shifted.append(agreement(zh, posting[(place + 1) % len(posting)][1]).score)
    assert sum(one > other for one, other in zip(right, shifted, strict=True)) >= share * len(right)
    assert sum(score >= DOUBTFUL for score in right) >= share * len(right)
    assert mean(right) > 0.9
    assert mean(right) > mean(shifted) + 0.5


@pytest.mark.sources
def test_the_pairs_of_the_sources(sources: list[Path]) -> None:
    found = pairs(sources)
    assert sum(map(len, found)) == TRUE_PAIRS
    the_right_ones_score_above_shifted_ones(found, share=1)


def test_the_pairs_of_the_labelled_texts() -> None:
    the_right_ones_score_above_shifted_ones(pairs(LABELLED), share=0.95)


def test_a_doubtful_pair_is_named_with_its_score() -> None:
    text = (
        "Responsibilities\n- Run the shop for 5 years.\n- Count stock in Excel.\n"
        "岗位职责\n- 经营3年咖啡店，维护供应商。\n- 用Excel盘点库存。\n"
    )
    made = ingest(RawText("a.txt", text, "utf-8", "sha256:" + "0" * 64), "a")
    scores = [item.pair for item in made.postings[0].items]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0].score < DOUBTFUL < scores[1].score
    (problem,) = made.problems
    assert str(problem.location) == "a.txt:2:3"
    assert problem.message == (
        f"This Chinese and this English agree by {scores[0].score:.2f} (blocks of equal count, in order; figures "
        "differ: 3年, 5 years; 0 of 3 everyday words)."
    )


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["entry", "blocks", "halves"]))
def test_any_two_texts_have_a_score(zh: str, en: str, layout: Layout) -> None:
    found = agreement(zh, en, layout)
    assert 0 <= found.score <= 1
    assert found.reason
