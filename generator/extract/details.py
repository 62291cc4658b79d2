"""What a draft tells of an item beside its words: figures and typed facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.extract.facts import facts
from generator.figures import Figure, figures

if TYPE_CHECKING:
    from decimal import Decimal


def details(text: str, *, requirement: bool) -> dict[str, Any]:
    """Return the typed facts of an item as plain data for YAML; what an item does not have is left out.

    Shape: `figures: [{raw, op, value, to, unit, measures}]`, as thresholds are written in content; of a requirement
    also `years: [low, high]`, `degree`, `languages` and `tools`, those of the list only.

    >>> details("动销率低于5%的商品下架", requirement=False)
    {'figures': [{'raw': '低于5%', 'op': '<', 'value': '5', 'unit': '%', 'measures': '动销率'}]}
    """
    found = [_figure(figure) for figure in figures(text)]
    told: dict[str, Any] = {"figures": found} if found else {}
    if requirement:
        known = facts(text)
        told |= {
            name: value
            for name, value in (
                ("years", [[_plain(years.low), _plain(years.high)] for years in known.years]),
                ("degree", [degree.level for degree in known.degrees]),
                ("languages", [skill.language for skill in known.languages]),
                ("tools", [tool.name for tool in known.tools if tool.known]),
            )
            if value
        }
    return told


def _figure(figure: Figure) -> dict[str, Any]:
    fields = {
        "raw": figure.raw,
        "op": figure.op,
        "value": _plain(figure.value),
        "to": _plain(figure.to),
        "unit": figure.unit,
        "measures": figure.measures,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
