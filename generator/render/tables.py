"""Rows of the pages that answer across records, with what a reader may filter and sort them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.parts import RACI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from generator.model import records as r
    from generator.model.derive import Derived, Figure, Item
    from generator.model.load import Content
    from generator.render.view import View


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table of all of them."""

    metric: r.Metric
    figure: Figure
    roles: tuple[str, ...]
    """Whom it concerns: the role that it is set for, those with a part in its stage, those of its case."""
    processes: tuple[str, ...]
    order: str
    """Sorts figures of one unit together, units as the interface lists them: `5 0.98`."""

    @property
    def id(self) -> str:
        """The anchor of the row. Published: an id holds no two hyphens in a row, so no two rows share one."""
        item = self.figure.item
        return "--".join(("figure", item.owner_kind, *item.owner_id.split("/"), item.anchor))


def figure_rows(content: Content, derived: Derived, metrics: Iterable[r.Metric]) -> Iterator[FigureRow]:
    """Yield a row for every figure on some metrics; a measure without a figure has none."""
    units = list(content.interface.record.units)
    for metric in metrics:
        for figure in derived.figures.get(metric.id, ()):
            threshold = figure.threshold
            if threshold is not None:
                order = f"{units.index(threshold.unit)} {threshold.value:f}"
                yield FigureRow(metric, figure, *_concerned(derived, figure.item), order)


def _concerned(derived: Derived, item: Item) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles and the processes that the owner of an item belongs to."""
    owner = derived.content.cases[item.owner_id].record if item.owner_kind == "case" else None
    if owner is not None:
        return owner.roles, tuple(dict.fromkeys(stage.partition("/")[0] for stage in owner.stages))
    if item.owner_kind == "stage":
        return derived.roles_of_stage.get(item.owner_id, ()), (item.owner_id.partition("/")[0],)
    return (item.owner_id,), ()


# -- the matrix of roles and stages -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """One part of a role in a stage, as the matrix shows it: a letter or a dot that leads to the first place."""

    kind: str
    """`duty`, or one of `RACI`."""
    title: str
    """Of the first duty or step."""
    url: Markup
    count: int


def marks(view: View, role: str, stage: str) -> list[Mark]:
    """Return the marks in the cell of a role and a stage: its duties there, then its parts in the steps."""
    part = view.derived.parts.get((role, stage))
    if part is None:
        return []
    found = []
    if part.duties:
        first = part.duties[0]
        url = view.url("role", role, f"duty-{first.id}")
        found.append(Mark("duty", view.label(first.title), url, len(part.duties)))
    for name in RACI:
        if steps := part.steps.get(name):
            url = view.url("stage", stage, f"step-{steps[0].id}")
            found.append(Mark(name, view.label(steps[0].title or steps[0].text), url, len(steps)))
    return found
