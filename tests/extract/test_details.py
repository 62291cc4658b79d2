"""A draft tells figures and facts as data."""

from __future__ import annotations

from generator.extract import draft, ingest
from generator.read.decode import RawText

DIGEST = "sha256:" + "0" * 64
TEXT = (
    "任职要求\n1、大专及以上学历，3年以上门店经验，英语可作为工作语言，熟练使用 Excel；\n"
    "岗位职责\n1、每日盘点，损耗率控制在2%以内；\n2、打烊。\n"
)


def raw(text: str) -> RawText:
    return RawText("a.txt", text, "utf-8", DIGEST)


def test_figures_and_facts_as_data() -> None:
    items = [item for posting in draft(ingest(raw(TEXT), "a"))["postings"] for item in posting["items"]]
    asked = items[0]
    assert (asked["years"], asked["degree"], asked["languages"], asked["tools"]) == (
        [["3", None]],
        ["college"],
        ["english"],
        ["Excel"],
    )
    figure = next(figure for figure in items[1]["figures"] if "measures" in figure)
    assert (figure["op"], figure["value"], figure["unit"], figure["measures"]) == ("<=", "2", "%", "损耗率")
