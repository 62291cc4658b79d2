"""How far the content has come, for those who write it: what there is, what is translated, what is still empty."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.model import records as r
from generator.model.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.load import Content
    from generator.problems import Problem


class Translated(NamedTuple):
    """How many texts have English, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A record whose page has sections with nothing in them."""

    kind: str
    id: str
    sections: tuple[str, ...]
    """The lists that are empty, named as the fields are."""


_SECTIONS = {"role": ("duties", "requirements"), "stage": ("steps",), "case": ("actions", "results")}
"""The lists that a page shows even when they are empty, and says so."""


def counts(content: Content) -> list[tuple[str, int]]:
    """Return how many records there are of each kind that has pages or entries."""
    stages = sum(1 for _ in content.stages())
    return [
        ("role", len(content.roles)),
        ("process", len(content.processes)),
        ("stage", stages),
        ("case", len(content.cases)),
        ("metric", len(content.metrics)),
        ("term", len(content.terms)),
        ("guide", len(content.guides)),
        ("source", len(content.sources)),
    ]


def translated(content: Content) -> Translated:
    """Count the texts of the records; the words of the interface are no content."""
    records = [entry.record for kind, entry in content.entries() if kind != "interface"]
    texts = [value for record in records for _, value in walk(record) if isinstance(value, r.Text)]
    return Translated(sum(text.en is not None for text in texts), len(texts))


def gaps(content: Content) -> Iterator[Gap]:
    """Yield the records that have a page and nothing in one of its main sections."""
    records: list[tuple[str, str, r.Cited]] = [("role", i, e.record) for i, e in content.roles.items()]
    records += [("stage", full, stage) for full, _, stage in content.stages()]
    records += [("case", i, e.record) for i, e in content.cases.items()]
    for kind, record_id, record in records:
        empty = tuple(name for name in _SECTIONS[kind] if not getattr(record, name))
        if empty:
            yield Gap(kind, record_id, empty)


def by_code(problems: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """Return problems by their codes, each group by place."""
    ordered = sorted(problems, key=lambda problem: (problem.code, problem.location))
    return [(code, list(group)) for code, group in groupby(ordered, key=lambda problem: problem.code)]
