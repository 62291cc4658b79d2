"""What a locale's terms and metrics mean, as one script file: a page loads it when a reader points at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.markup import script_json

if TYPE_CHECKING:
    from generator.model import records as r
    from generator.render.localize import Localizer

DEFINED = ("term", "metric")
"""The kinds of record that a page shows the definition of wherever a text links to one."""


def terms_script(localizer: Localizer) -> str:
    """Write the definitions of a locale as a script: `window.handbook.terms[locale]["term/id"]` is name, definition."""
    kinds = ((kind, localizer.content.of_kind(kind)) for kind in DEFINED)
    found = {f"{kind}/{i}": _definition(localizer, entry.record) for kind, known in kinds for i, entry in known.items()}
    handbook = "window.handbook = window.handbook || {}"
    registry = f"({handbook}, window.handbook.terms = window.handbook.terms || {{}})"
    return f"{registry}[{script_json(localizer.locale)}] = {script_json(found)};\n"


def _definition(localizer: Localizer, record: r.Term | r.Metric) -> tuple[str, str]:
    name = localizer.label(record.name)
    short = record.abbreviation
    return f"{name} · {short}" if short and short != name else name, localizer.label(record.definition)
