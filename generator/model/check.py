"""Checks across files. Each is a function from content to problems; `CHECKS` is the list of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.model import records as r
from generator.model.load import Content, Entry, nearest
from generator.model.walk import LINK, LINK_LIKE, walk
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.read.yaml import Path_


def check_content(content: Content) -> list[Problem]:
    """Run every check and return the problems by place."""
    return sorted(set(chain.from_iterable(check(content) for check in CHECKS)))


# -- references ---------------------------------------------------------------------------------------------------


def unknown_references(content: Content) -> Iterator[Problem]:
    """Find names of records, stages, phases, families and organisations that do not exist."""
    known = _known(content)
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


def unknown_links(content: Content) -> Iterator[Problem]:
    """Find `[[kind:id]]` links that lead nowhere or are not of that form."""
    known = _known(content)
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            if isinstance(value, r.Text):
                for language, text in (("zh", value.zh), ("en", value.en), ("zh-Hant", value.zh_hant)):
                    for message, mend in _bad_links(text or "", known):
                        yield Problem(entry.place(*path, language), "unknown-link", message, mend)


def _bad_links(text: str, known: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for like in LINK_LIKE.finditer(text):
        link = LINK.fullmatch(like[0])
        if not link:
            yield (
                f"`{like[0]}` is not a link.",
                "Write [[role:id]], [[stage:process/id]], [[metric:id]] or [[term:id]].",
            )
        elif link[2] not in known[link[1]]:
            mend = nearest(link[2], known[link[1]]) or "Correct the id, or take the link out."
            yield f"There is no {link[1]} `{link[2]}`.", mend


def _known(content: Content) -> dict[str, list[str]]:
    handbook = content.handbook.record
    return {
        "role": list(content.roles),
        "process": list(content.processes),
        "stage": [full for full, _, _ in content.stages()],
        "metric": list(content.metrics),
        "term": list(content.terms),
        "source": list(content.sources),
        "family": [family.id for family in handbook.families],
        "organisation": [organisation.id for organisation in handbook.organisations],
    }


_REFERENCES: dict[type[r.Record], dict[str, str]] = {
    r.Role: {"family": "family", "organisation": "organisation"},
    r.Duty: {"stages": "stage"},
    r.WorksWith: {"role": "role"},
    r.Measure: {"metric": "metric"},
    r.Term: {"metric": "metric"},
    r.Handbook: {"roles": "role", "processes": "process"},
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
    broken = {f"{kind}/{wanted}", f"{kind}s/*", f"process/{wanted.partition('/')[0]}" if kind == "stage" else ""}
    if wanted not in known and not broken & content.broken:
        mend = nearest(wanted, known) or (f"Known: {', '.join(known[:12])}." if known else "There is none yet.")
        yield Problem(entry.place(*path), "unknown-reference", f"There is no {kind} `{wanted}`.", mend)


# -- ids ----------------------------------------------------------------------------------------------------------


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


# -- texts and figures --------------------------------------------------------------------------------------------


def missing_translations(content: Content) -> Iterator[Problem]:
    """Find texts without English."""
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            if isinstance(value, r.Text) and value.en is None:
                shown = ".".join(str(step) for step in path)
                message = f"`{shown}` has no English."
                yield Problem(entry.place(*path), "missing-translation", message, "Add `en:`.")


def unknown_units(content: Content) -> Iterator[Problem]:
    """Find figures whose unit the interface does not name."""
    units = content.interface.record.units
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            if isinstance(value, (r.Threshold, r.Metric)) and value.unit not in units:
                mend = nearest(value.unit, units) or f"Known: {', '.join(units)}."
                yield Problem(entry.place(*path, "unit"), "unknown-unit", f"There is no unit `{value.unit}`.", mend)


# -- citations ----------------------------------------------------------------------------------------------------

_MUST_CITE = (r.Duty, r.Requirement, r.Tool, r.WorksWith, r.Measure, r.Step, r.StageItem)


def citations(content: Content) -> Iterator[Problem]:
    """Hold every citation against the ledger of its source, and name items that cite nothing."""
    numbers = {i: {s.n for s in entry.record.statements} for i, entry in content.ledgers.items()}
    retired = {i: {r.n: r.successor for r in entry.record.retired} for i, entry in content.ledgers.items()}
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            if isinstance(value, r.Cited):
                if isinstance(value, _MUST_CITE) and not value.from_:
                    mend = 'Add `from: ["source#number"]`.'
                    yield Problem(entry.place(*path), "missing-citation", "The item cites no statement.", mend)
                for index, citation in enumerate(value.from_):
                    found = _bad_citation(content, numbers, retired, citation)
                    if found:
                        yield Problem(entry.place(*path, "from", index), "unknown-citation", *found)


def _bad_citation(
    content: Content, numbers: dict[str, set[int]], retired: dict[str, dict[int, int | None]], citation: str
) -> tuple[str, str] | None:
    source, _, number = citation.partition("#")
    if f"source/{source}" in content.broken or f"ledger/{source}" in content.broken:
        return None
    if source not in content.sources:
        return f"There is no source `{source}`.", nearest(source, content.sources) or "Correct the name."
    if source not in numbers:
        return f"The source `{source}` has no ledger.", "Run `handbook ingest` on its text."
    if int(number) in retired[source]:
        successor = retired[source][int(number)]
        mend = f"Read {source}#{successor}, which stands in its place." if successor else "Cite another one."
        return f"Statement {number} of `{source}` is gone from its text.", mend
    if int(number) not in numbers[source]:
        held = sorted(numbers[source])
        near = min(held, key=lambda n: abs(n - int(number)), default=None)
        mend = f"The nearest one is {source}#{near}; they run to {held[-1]}." if held else "Its ledger is empty."
        return f"`{source}` has no statement {number}.", mend
    return None


def stale_ledgers(content: Content) -> Iterator[Problem]:
    """Find ledgers made from another text than the source record names."""
    for source, entry in content.sources.items():
        ledger = content.ledgers.get(source)
        if ledger and ledger.record.digest != entry.record.digest:
            message = "The digest is not that of the text its ledger was made from."
            mend = f"Run `handbook ingest` on the text, then write its digest here: {ledger.record.digest}."
            yield Problem(entry.place("digest"), "ledger-stale", message, mend)


CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    unknown_references,
    unknown_phases,
    unknown_links,
    twin_ids,
    missing_translations,
    unknown_units,
    citations,
    stale_ledgers,
)
