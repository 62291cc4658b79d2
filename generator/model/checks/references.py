"""What records name: other records, phases, each other's ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model import records as r
from generator.model.faults import nearest
from generator.model.walk import walk
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.load import Content, Entry
    from generator.read.yaml import Path_


def unknown_references(content: Content) -> Iterator[Problem]:
    """Find names of records, stages, phases, families and organisations that do not exist."""
    known = known_ids(content)
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            for step, kind, wanted in _references(value):
                yield from _unknown(content, entry, (*path, *step), kind, wanted, known[kind])


def unknown_phases(content: Content) -> Iterator[Problem]:
    """Find steps of a phase that their stage does not have."""
    for entry in content.processes.values():
        for at, stage in enumerate(entry.record.stages):
            phases = [phase.id for phase in stage.phases]
            for index, step in enumerate(stage.steps):
                if step.phase is not None and step.phase not in phases:
                    here = ("stages", at, "steps", index, "phase")
                    yield from _unknown(content, entry, here, "phase", step.phase, phases)


_REFERENCES: dict[type[r.Record], dict[str, str]] = {
    r.Role: {"family": "family", "organisation": "organisation"},
    r.Duty: {"stages": "stage"},
    r.WorksWith: {"role": "role"},
    r.Measure: {"metric": "metric"},
    r.Term: {"metric": "metric"},
    r.Handbook: {"roles": "role", "processes": "process", "cases": "case"},
    r.Case: {"organisation": "organisation", "roles": "role", "stages": "stage"},
    r.Result: {"metric": "metric"},
    r.Step: {"responsible": "role", "accountable": "role", "consulted": "role", "informed": "role"},
}
"""For each model, its fields that name records, and the kind of record each names."""


def _references(value: object) -> Iterator[tuple[Path_, str, str]]:
    """Yield path, kind and id for every record that a model names."""
    for name, kind in _REFERENCES.get(type(value), {}).items():  # type: ignore[arg-type]
        wanted = getattr(value, name)
        if isinstance(wanted, tuple):
            yield from (((name, index), kind, item) for index, item in enumerate(wanted))
        elif wanted is not None:
            yield (name,), kind, wanted


def _unknown(
    content: Content, entry: Entry[Any], path: Path_, kind: str, wanted: str, known: list[str]
) -> Iterator[Problem]:
    if wanted not in known and not is_broken(content, kind, wanted):
        mend = nearest(wanted, known) or (f"Known: {', '.join(known[:12])}." if known else "There is none yet.")
        yield Problem(entry.place(*path), "unknown-reference", f"There is no {kind} `{wanted}`.", mend)


def is_broken(content: Content, kind: str, record_id: str) -> bool:
    """Tell whether a record stands in a file that could not be read: naming it is then no fault of its own."""
    process = record_id.partition("/")[0]
    return bool(content.broken & {f"{kind}/{record_id}", f"{kind}s/*", f"process/{process}" if kind == "stage" else ""})


def known_ids(content: Content) -> dict[str, list[str]]:
    """Return the ids that there are, by kind."""
    handbook = content.handbook.record
    return {
        "role": list(content.roles),
        "process": list(content.processes),
        "stage": [full for full, _, _ in content.stages()],
        "case": list(content.cases),
        "metric": list(content.metrics),
        "term": list(content.terms),
        "source": list(content.sources),
        "family": [family.id for family in handbook.families],
        "organisation": [organisation.id for organisation in handbook.organisations],
    }


def twin_ids(content: Content) -> Iterator[Problem]:
    """Find two items of one list with the same id: they would share one anchor."""
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            for name, info in type(value).model_fields.items():
                items = getattr(value, name)
                if isinstance(items, tuple) and items and _item_id(items[0]) is not None:
                    yield from _twins(entry, (*path, info.alias or name), items)


def _item_id(item: object) -> str | None:
    if isinstance(item, r.Measure):
        return item.anchor_id
    return item.role if isinstance(item, r.WorksWith) else getattr(item, "id", None)


def _twins(entry: Entry[Any], path: Path_, items: tuple[object, ...]) -> Iterator[Problem]:
    first: dict[str | None, int] = {}
    for index, item in enumerate(items):
        said = _item_id(item)
        if said in first:
            line = entry.place(*path, first[said]).line
            message = f"The id `{said}` stands first on line {line}."
            mend = "Give this one an `id` of its own." if isinstance(item, r.Measure) else "Rename one of the two."
            yield Problem(entry.place(*path, index), "twin-id", message, mend)
        first.setdefault(said, index)
