"""A draft tells figures and facts as data, and no person's contact details."""

from __future__ import annotations

from generator.extract import draft, ingest, private_details
from generator.read.decode import RawText

DIGEST = "sha256:" + "0" * 64
TEXT = (
    "任职要求\n1、大专及以上学历，3年以上门店经验，英语可作为工作语言，熟练使用 Excel；\n"
    "岗位职责\n1、每日盘点，损耗率控制在2%以内；\n2、有意者请致电 13800138000，联系人：王女士。\n"
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


def test_no_contact_detail_reaches_a_draft() -> None:
    made = str(draft(ingest(raw(TEXT), "a")))
    assert "13800138000" not in made
    assert "王女士" not in made


def test_each_is_listed_by_place_and_never_repeated() -> None:
    problems = private_details(raw(TEXT))
    assert [str(p.location) for p in problems] == ["a.txt:5:7", "a.txt:5:22"]
    assert not any("138" in str(p) or "王" in str(p) for p in problems)
