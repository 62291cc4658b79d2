"""How well a statement is told from what the handbook holds already: measured on the handbook's own citations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.extract import draft
from generator.extract import ingest as ingest_text
from generator.model.load import Content, load_content
from generator.model.similar import Similar
from generator.read.decode import read_raw

ROOT = Path(__file__).resolve().parents[2]
# Shares measured when the method was chosen; they may only rise.
FLOORS = {"first": 0.9, "kept": 0.82, "new": 0.9}


@pytest.fixture(scope="module")
def content() -> Content:
    loaded, _ = load_content(ROOT / "content")
    assert loaded is not None
    return loaded


def entries(file: Path, content: Content) -> list[dict[str, Any]]:
    raw = read_raw(file).raw
    assert raw is not None
    ledger = content.ledgers.get(file.stem)
    made = draft(ingest_text(raw, file.stem, ledger.record if ledger else None))
    return [item for posting in made["postings"] for item in posting["items"]]


@pytest.mark.sources
def test_what_is_cited_is_found_again(content: Content, sources: list[Path]) -> None:
    similar = Similar(content)
    right = kept = asked = 0
    for file in sources:
        for entry in entries(file, content):
            numbers = set(entry["from"])
            if any(numbers & set(item.record.from_) for item in similar.items):
                found = similar.to(entry.get("zh"), entry.get("en"))
                asked += 1
                kept += bool(found)
                right += bool(found) and bool(numbers & set(found[0].item.record.from_))
    measured = f"{asked} statements: {kept} not called new, {right} of these told right first"
    assert kept / asked >= FLOORS["kept"], measured
    assert right / kept >= FLOORS["first"], measured


def test_another_trade_is_new(content: Content) -> None:
    similar = Similar(content)
    texts = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests" / "corpus").rglob("*.txt")])
    asked = [entry for file in texts for entry in entries(file, content) if entry.get("zh")]
    new = [entry for entry in asked if not similar.to(entry["zh"], None)]
    assert len(new) / len(asked) >= FLOORS["new"], f"{len(new)} of {len(asked)} called new"


def test_a_text_of_the_handbook_finds_its_own_item(content: Content) -> None:
    similar = Similar(content)
    item = content.roles["merchant-operations"].record.duties[0]
    (best, *_) = similar.to(item.title.zh + item.text.zh, None)
    assert best.item.ref == f"role/merchant-operations#duty-{item.id}"
