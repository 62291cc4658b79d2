"""Division of repaired texts: cases as data, and the law that blocks tile the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from generator.clean import clean
from generator.segment import segment
from tests.clean.strategies import damaged

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    document = segment(clean(case["text"]).text)
    found = [
        f"{block.kind}: {document.text[block.start : block.end].strip()}"
        for block in document.blocks
        if block.kind not in ("list-number", "blank")
    ]
    assert found == case["blocks"]


@given(damaged)
def test_blocks_tile_the_text(text: str) -> None:
    document = segment(text)
    position = 0
    for block in document.blocks:
        assert block.start == position
        assert block.end >= block.start
        position = block.end
    assert position == len(text) or not text


def test_titles_and_organisations() -> None:
    def posting(text: str) -> tuple[str | None, str | None]:
        first = segment(text).postings[0]
        return first.title, first.organisation

    tail = "\n岗位职责：\n1、开店；\n2、打烊。"
    assert posting("晨光书屋-门店店长" + tail) == ("门店店长", "晨光书屋")
    assert posting("【晨光书屋】门店店长" + tail) == ("门店店长", "晨光书屋")
    assert posting("晨光书屋诚聘门店店长" + tail) == ("门店店长", "晨光书屋")
    assert posting("【门店店长】" + tail) == ("门店店长", None)
    assert posting("晨光书店 门店店长 招聘启事" + tail) == ("门店店长", "晨光书店")
    assert posting("岗位一：门店店长" + tail) == ("门店店长", None)
    assert posting("门店店长" + tail) == ("门店店长", None)
    assert posting("岗位名称：门店店长\n公司：晨光书屋" + tail) == ("门店店长", "晨光书屋")
    assert posting(tail) == (None, None)
    known = segment("晨光書屋店長" + tail, ["晨光书屋"]).postings[0]
    assert (known.title, known.organisation) == ("晨光書屋店長", "晨光書屋")
    team = segment("Our team is part of the Robin's coffee arm.\n本团队隶属于Robin咖啡部门。" + tail).postings[0]
    assert team.organisation == "Robin"


def test_several_postings() -> None:
    one = "门店店长\n岗位职责：\n1、开店；\n2、打烊。\n任职要求：\n1、守时。\n"
    two = "图书馆员\n岗位职责：\n1、上架；\n2、借还。\n任职要求：\n1、耐心。\n"
    assert [p.title for p in segment(one + two).postings] == ["门店店长", "图书馆员"]
    assert [p.title for p in segment(one + "\n-----\n" + two).postings] == ["门店店长", "图书馆员"]


def test_a_posting_whole_in_one_language_and_then_in_the_other_is_one() -> None:
    chinese = "职位名称：店长\n岗位职责\n1、开店；\n2、盘点。\n任职要求\n1、守时；\n2、会烘豆。\n"
    english = "Job title: Shop manager\nResponsibilities\n1. Open the shop.\n2. Count the stock.\n"
    english += "Requirements\n1. Be on time.\n2. Know how to roast.\n"
    after = "职位名称：店员\n岗位职责\n1、收银。\n2、打烊。\n"
    found = segment(chinese + english + after).postings
    assert [(posting.number, posting.title) for posting in found] == [(1, "店长"), (2, "店员")]
    assert len(segment(chinese + after).postings) == 2
