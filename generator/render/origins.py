"""Which files of `content/` a page is made of, and where in them a writer finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.places import Location

if TYPE_CHECKING:
    from generator.model import records as r
    from generator.model.load import Content

_FILES = {
    "role": ("roles/{}.yaml",),
    "process": ("processes/{}.yaml",),
    "stage": ("processes/{}.yaml",),
    "case": ("cases/{}.yaml",),
    "source": ("sources/{}.yaml", "ledger/{}.yaml"),
    "guide": ("pages/{}.zh.md", "pages/{}.en.md"),
    "metrics": ("metrics.yaml",),
    "glossary": ("glossary.yaml",),
}


def files(kind: str, record_id: str) -> tuple[str, ...]:
    """Return the files that a page of a kind is made of, from the content folder; none for lists and the home page.

    >>> files("stage", "loan/return"), files("roles", "")
    (('processes/loan.yaml',), ())
    """
    return tuple(name.format(record_id.partition("/")[0]) for name in _FILES.get(kind, ()))


def place(content: Content, kind: str, record_id: str, locale: r.Locale) -> Location | None:
    """Return where a writer changes what a page of a locale says, None for pages that are made of many files."""
    if kind == "stage":
        process, _, stage = record_id.partition("/")
        entry = content.processes[process]
        index = next(i for i, known in enumerate(entry.record.stages) if known.id == stage)
        return entry.place("stages", index)
    if kind in {"role", "process", "case", "source"}:
        return content.of_kind(kind)[record_id].place()
    if kind == "guide":
        guide = content.guides[record_id]
        return Location((guide.en if locale == "en" and guide.en else guide.zh).path)
    listed = {"metrics": content.metrics, "glossary": content.terms}.get(kind, {})
    first = next(iter(listed.values()), None)
    return Location(first.place().path) if first else None
