"""The draft of a source: what a writer starts from, folded to Simplified, every item with the numbers to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.chinese import to_simplified
from generator.extract.agreement import DOUBTFUL
from generator.extract.details import details

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.ingest import Ingested
    from generator.extract.items import Item


def draft(ingested: Ingested) -> dict[str, Any]:
    """Return the draft as a plain dict, ready for YAML.

    Shape: `source`, `kind` and `postings`, each with `posting` (its number), `title`, `organisation` and `items`; an
    item has `from: ["source#1"]`, `under: ["source#1"]` where it is a sub-point, `type`, `section`, `heading`, `lead`,
    `zh`, `en`, and what `details` tells of it. Fields that an item does not have are left out.
    """
    postings = []
    for posting in ingested.postings:
        items = []
        for item in posting.items:
            entry: dict[str, Any] = {"from": _cited(ingested, item)}
            if item.under is not None:
                entry["under"] = _cited(ingested, posting.items[item.under])
            entry["type"] = item.type
            if item.section:
                entry["section"] = to_simplified(item.section)
            if item.heading:
                entry["heading"] = to_simplified(item.heading)
            if item.lead:
                entry["lead"] = to_simplified(item.lead)
            if item.zh:
                entry["zh"] = to_simplified(item.zh)
            if item.en:
                entry["en"] = item.en
            words = entry.get("zh") or entry.get("en") or ""
            entry |= details(words, requirement=item.type == "requirement")
            items.append(entry)
        postings.append(
            {
                "posting": posting.number,
                "title": to_simplified(posting.title) if posting.title else None,
                "organisation": to_simplified(posting.organisation) if posting.organisation else None,
                "items": items,
            }
        )
    return {"source": ingested.source_id, "kind": ingested.kind, "postings": postings}


def comments(ingested: Ingested) -> list[tuple[str, ...]]:
    """Return for each item of the draft, in order, what a comment above it says.

    A sub-point has the words that it stands under; a pair that may be none, its score and the reason.
    """
    return [tuple(_comments(item, posting.items)) for posting in ingested.postings for item in posting.items]


def _comments(item: Item, siblings: Sequence[Item]) -> Iterator[str]:
    if item.under is not None:
        words = to_simplified(siblings[item.under].zh or siblings[item.under].en or "")
        yield f"under: {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"
    if item.pair and item.pair.score < DOUBTFUL:
        yield f"do these two say the same? They agree by {item.pair.score:.2f}: {item.pair.reason}"


def commented(text: str, said: Sequence[Sequence[str]]) -> str:
    r"""Return the YAML of a draft with the comments of each item above it.

    >>> print(commented("postings:\n- items:\n  - from:\n    - a#1\n", [["under: 开店"]]), end="")
    postings:
    - items:
      # under: 开店
      - from:
        - a#1
    """
    lines = []
    waiting = iter(said)
    for line in text.splitlines(keepends=True):
        if line.startswith(_ITEM):
            lines += [f"  # {_printable(words)}\n" for words in next(waiting)]
        lines.append(line)
    return "".join(lines)


_ITEM = "  - from:"
"""How an item begins in the YAML of a draft; words stand deeper."""
_SHOWN = 60


def _printable(words: str) -> str:
    return "".join(char for char in words if char.isprintable())


def _cited(ingested: Ingested, item: Item) -> list[str]:
    return [f"{ingested.source_id}#{n}" for n in item.statements]
