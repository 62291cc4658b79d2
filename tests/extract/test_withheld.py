"""What is private is dropped, named by its place, and printed nowhere: cases as data, and laws."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import commented, comments, draft, dump_ledger, ingest
from generator.extract.private import private_spans
from generator.extract.withheld import masked
from generator.read.decode import RawText
from generator.segment.notices import WITHHELD
from tests.extract.test_ingest import unaccounted

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "withheld.yaml").read_text("utf-8"))
PRIVATE: dict[str, Any] = yaml.safe_load((HERE / "private.yaml").read_text("utf-8"))
DETAILS = [case["text"] for case in PRIVATE["found"]]
AROUND = [
    "岗位职责\n",
    "1、负责排班，",
    "2、打烊；",
    "并做好记录。",
    "（",
    "）",
    "\n",
    " ",
    "- Count stock. ",
    "薪资：8-10K，",
    "联系人：",
]


def raw(text: str) -> RawText:
    return RawText("a.txt", text, "utf-8", "sha256:" + "0" * 64)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    made = ingest(raw(case["text"]), "a")
    items = [item for posting in made.postings for item in posting.items]
    assert [words for item in items for words in (item.zh, item.en) if words] == case["says"]
    private = [case["text"][slice(*drop.span)] for drop in made.dropped if drop.reason == "private"]
    assert private == case["withheld"]
    assert unaccounted(made) == []
    if "title" in case:
        assert made.postings[0].title == case["title"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES if case["withheld"]])
def test_no_output_repeats_a_detail(case: dict[str, Any]) -> None:
    made = ingest(raw(case["text"]), "a", quote=True)
    said = [
        json.dumps(made.as_json(), ensure_ascii=False),
        str(draft(made)),
        commented("", comments(made)),
        dump_ledger(made.ledger),
        "\n".join(map(str, made.problems)),
        "\n".join(made.explain()),
    ]
    for detail in private_spans(case["text"]):
        for words in said:
            assert detail.span.of(case["text"]) not in words


def test_each_is_listed_by_place() -> None:
    made = ingest(raw("任职要求\n1、守时；\n2、有意者请致电 13800138000，联系人：王女士。\n"), "a")
    found = [problem for problem in made.problems if problem.code == "private-detail"]
    assert [str(problem.location) for problem in found] == ["a.txt:3:7", "a.txt:3:22"]


def test_a_repair_inside_is_named_without_its_words() -> None:
    made = ingest(raw("岗位职责\n1、排班;\n联系人:王(wáng)女士\n"), "a")
    repairs = [(repair["rule"], repair["before"], repair["after"]) for repair in made.as_json()["repairs"]]
    assert repairs == [("pinyin-gloss", None, None), ("width", ";", "；"), ("width", None, None)]
    assert [line.partition(" ")[2] for line in made.explain()] == [
        "width: ; → ； (ASCII punctuation in Chinese text)",
        "width: [private]",
        "pinyin-gloss: [private]",
    ]


@given(st.lists(st.sampled_from([*DETAILS, *AROUND]), max_size=12).map("".join))
def test_no_statement_holds_a_detail(text: str) -> None:
    made = ingest(raw(text), "a")
    assert unaccounted(made) == []
    for detail in private_spans(made.cleaned.text):
        place = made.cleaned.alignment.raw(detail.span)
        for statement in made.ledger.statements:
            assert statement.span[1] <= place.start or place.end <= statement.span[0]


@given(st.lists(st.sampled_from([*DETAILS, *AROUND]), max_size=12).map("".join) | st.text(max_size=60))
def test_a_mask_keeps_every_place(text: str) -> None:
    found = private_spans(text)
    mask = masked(text, found)
    assert len(mask) == len(text)
    assert all(after in (before, WITHHELD) for before, after in zip(text, mask, strict=True))
    assert all(set(detail.span.of(mask)) == {WITHHELD} for detail in found)
