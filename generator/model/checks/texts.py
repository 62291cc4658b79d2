"""What texts say: both languages, units that readers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import records as r
from generator.model.faults import nearest
from generator.model.walk import walk
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.load import Content


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
