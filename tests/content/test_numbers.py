"""The figures of the first handbook: any that is altered is noticed, and each stands in a statement that it cites."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.figures import Figure, family, figures, parity, render, strays
from generator.figures.shown import UNITS
from generator.model import records as r
from generator.model.derive import Derived
from generator.model.passages import Passages
from generator.pipeline import build
from generator.places import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.derive import Item
    from generator.model.load import Content

ROOT = Path(__file__).resolve().parents[2]
EDITORIAL = {"metric", "term"}
"""Records whose texts explain and are no statement of a source."""
EVERY = {"day": "每天", "week": "每周", "month": "每月"}
"""How sources word a rhythm that is one day, week or month as data."""


@pytest.fixture(scope="module")
def content() -> Content:
    checked = build.check(ROOT / "content")
    assert checked.content is not None
    return checked.content


def test_any_figure_that_is_altered_is_noticed(content: Content) -> None:
    """Change the last digit of each number, in one language at a time."""
    altered = 0
    for zh, en in Passages(content).pairs():
        before = _lacks(zh.words, en.words)
        changed = [(text, en.words) for text in _altered(zh.words)] + [(zh.words, text) for text in _altered(en.words)]
        altered += len(changed)
        assert [pair for pair in changed if _lacks(*pair) <= before] == []
    assert altered > 300


def _altered(text: str) -> Iterator[str]:
    for number in re.finditer(r"[0-9]+(?:\.[0-9]+)?", text):
        last = (int(number[0][-1]) + 3) % 10
        yield f"{text[: number.end() - 1]}{last}{text[number.end() :]}"


def _lacks(zh: str, en: str) -> int:
    return len(parity(zh, en)) + len(strays(zh, en))


@pytest.mark.sources
def test_each_figure_stands_in_a_statement_that_its_item_cites(content: Content, sources: list[Path]) -> None:
    """A page's own summary may say what any of its items cites; a count in words (两类) may be the writer's own."""
    texts = {file.stem: file.read_text("utf-8-sig") for file in sources}
    said = {
        f"{source}#{statement.n}": Span(*statement.span).of(texts[source])
        for source, entry in content.ledgers.items()
        for statement in entry.record.statements
    }
    derived = Derived(content)
    missing = []
    looked_at = 0
    for item in derived.items:
        if item.owner_kind not in EDITORIAL:
            statements = "\n".join(said[citation] for citation in _citations(derived, item))
            for text in _texts(item.record):
                looked_at += len(figures(text))
                lacks = [lack.figure for lack in parity(text, statements) if lack.missing_in == "en"]
                missing += [f"{item.ref}: {f.raw}" for f in lacks if not (f.worded and family(f.unit) == "count")]
    assert missing == []
    assert looked_at > 100


def _citations(derived: Derived, item: Item) -> dict[str, None]:
    """Return what an item cites; of a record as a whole, what its parts cite."""
    pages = [other for other in derived.items if other.ref == item.ref]
    if not item.anchor:
        pages = [
            other
            for other in derived.items
            if other.owner_kind in {item.owner_kind, "stage"}
            and (other.owner_id == item.owner_id or other.owner_id.startswith(f"{item.owner_id}/"))
        ]
    return dict.fromkeys(citation for page in pages for citation in page.record.from_)


def _texts(record: r.Cited) -> Iterator[str]:
    """Yield the Chinese of a record, and its figure as data in words."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, r.Text):
            yield value.zh
        elif isinstance(value, r.Threshold) and value.value == 1 and value.unit in EVERY:
            yield EVERY[value.unit]
        elif isinstance(value, r.Threshold):
            yield render(Figure(Span(0, 0), "", value.op, value.value, value.to, _unit(value.unit)))


def _unit(unit: str) -> str:
    return unit if unit in UNITS else ""
