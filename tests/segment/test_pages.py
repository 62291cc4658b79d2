"""Titles, page chrome, lines to the applicant and borders: cases as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.chinese import to_simplified
from generator.clean import clean
from generator.segment import segment
from generator.segment.titles import read_header

HERE = Path(__file__).parent
TITLES = yaml.safe_load((HERE / "titles.yaml").read_text(encoding="utf-8"))
PAGES = yaml.safe_load((HERE / "pages.yaml").read_text(encoding="utf-8"))
LINES = yaml.safe_load((HERE / "applicants.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["line"]) for case in TITLES])
def test_title_lines(case: dict[str, str | None]) -> None:
    line = clean(case["line"] or "").text
    header = read_header(line, to_simplified(line))
    assert (header.title, header.organisation) == (case["title"], case["organisation"])


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in PAGES])
def test_pages(case: dict[str, Any]) -> None:
    document = segment(clean(case["text"]).text)
    items = [" ".join(document.text[b.start : b.end].split()) for b in document.blocks if b.kind == "item"]
    with_items = {block.posting for block in document.blocks if block.kind == "item"}
    postings = [[p.title, p.organisation] for p in document.postings if p.number in with_items]
    assert (items, postings) == (case["items"], case["postings"])


def kept(line: str) -> bool:
    """Tell whether a posting keeps a line that stands among its duties without a mark."""
    text = clean(f"云杉书屋店长\n岗位职责\n整理书架，核对新书\n{line}\n打扫门口，关店锁门\n").text
    return any(line in text[block.start : block.end] for block in segment(text).blocks if block.kind == "item")


@pytest.mark.parametrize("line", LINES["dropped"])
def test_lines_to_the_applicant_are_dropped(line: str) -> None:
    assert not kept(clean(line).text)


@pytest.mark.parametrize("line", LINES["kept"])
def test_lines_of_the_post_are_kept(line: str) -> None:
    assert kept(clean(line).text)
