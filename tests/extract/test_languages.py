"""English and bilingual texts, from the raw text to typed and paired items: cases as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import ingest
from generator.read.decode import RawText

CASES = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    made = ingest(RawText("a.txt", case["text"], "utf-8", "sha256:" + "0" * 64), "a")
    items = [item for posting in made.postings for item in posting.items]
    assert [f"{item.type}: {' = '.join(filter(None, (item.zh, item.en)))}" for item in items] == case["items"]
