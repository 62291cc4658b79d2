"""What texts say: both languages, units that readers know, locales to say it in."""

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


def wrong_locales(content: Content) -> Iterator[Problem]:
    """Find a list of locales that is empty or names one twice: the site would have no page, or make some twice."""
    handbook = content.handbook
    locales = handbook.record.locales
    if not locales:
        mend = f"Name one at least, or delete the line for all: {', '.join(r.LOCALES)}."
        yield Problem(handbook.place("locales"), "wrong-value", "The handbook has no locale.", mend)
    for at, locale in enumerate(locales):
        if locale in locales[:at]:
            message = f"The locale `{locale}` is named twice."
            yield Problem(handbook.place("locales", at), "wrong-value", message, "Take it out.")
