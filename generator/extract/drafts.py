"""The draft of a source: what a writer starts from, folded to Simplified, every item with the numbers to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.chinese import to_simplified
from generator.extract.details import details, redacted

if TYPE_CHECKING:
    from generator.extract.ingest import Ingested


def draft(ingested: Ingested) -> dict[str, Any]:
    """Return the draft as a plain dict, ready for YAML.

    Shape: `source`, `kind` and `postings`, each with `posting` (its number), `title`, `organisation` and `items`; an
    item has `from: ["source#1"]`, `type`, `section`, `heading`, `lead`, `zh`, `en`, and what `details` tells of it.
    A person's contact details are left out.
    Fields that an item does not have are left out.
    """
    postings = []
    for posting in ingested.postings:
        items = []
        for item in posting.items:
            entry: dict[str, Any] = {"from": [f"{ingested.source_id}#{n}" for n in item.statements], "type": item.type}
            if item.section:
                entry["section"] = to_simplified(item.section)
            if item.heading:
                entry["heading"] = to_simplified(item.heading)
            if item.lead:
                entry["lead"] = to_simplified(item.lead)
            if item.zh:
                entry["zh"] = redacted(to_simplified(item.zh))
            if item.en:
                entry["en"] = redacted(item.en)
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
