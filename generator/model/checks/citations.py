"""Citations and the ledgers of sources: every statement cited or set aside, every citation in its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import records as r
from generator.model.derive import Derived
from generator.model.faults import nearest
from generator.model.walk import walk
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.load import Content


_MUST_CITE = (r.Duty, r.Requirement, r.Tool, r.WorksWith, r.Measure, r.Step, r.StageItem, r.CaseItem)


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


def wrong_dispositions(content: Content) -> Iterator[Problem]:
    """Find statements that a source sets aside and that it does not have, or that an item cites after all."""
    uses = Derived(content).uses
    for source, entry in content.sources.items():
        ledger = content.ledgers.get(source)
        if f"ledger/{source}" in content.broken:
            continue
        held = {statement.n for statement in ledger.record.statements} if ledger else set()
        first: dict[int, int] = {}
        for index, disposition in enumerate(entry.record.dispositions):
            for at, number in enumerate(disposition.statements):
                place = entry.place("dispositions", index, "statements", at)
                if number not in held:
                    message, mend = f"`{source}` has no statement {number}.", "Take the number out."
                elif citing := uses.get(f"{source}#{number}"):
                    message = f"Statement {number} is set aside, and {citing[0].ref} cites it."
                    mend = "Take the number out here, or the citation there."
                elif number in first:
                    message = f"Statement {number} is set aside on line {first[number]} too."
                    mend = "Keep one of the two."
                else:
                    first[number] = place.line
                    continue
                yield Problem(place, "wrong-disposition", message, mend)


def uncovered_statements(content: Content) -> Iterator[Problem]:
    """Name for each source the statements that are neither cited nor set aside.

    A record that cannot be read may cite any of them, so there is nothing to say until it is mended.
    """
    if content.broken:
        return
    derived = Derived(content)
    for source, entry in content.sources.items():
        numbers = derived.uncovered(source)
        if numbers:
            said = "Statement {} is" if len(numbers) == 1 else "Statements {} are"
            message = f"{said.format(ranges(numbers))} neither cited nor set aside."
            mend = "Cite them by `from`, or say under `dispositions` why they are not for the handbook."
            yield Problem(entry.place(), "uncovered-statement", message, mend)


def ranges(numbers: list[int]) -> str:
    """Write ascending numbers compactly.

    >>> ranges([1, 2, 3, 5, 8, 9])
    '1-3, 5, 8, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
