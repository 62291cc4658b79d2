"""What a page shows of others at a glance: the figures that matter here, who else is near, who works in which stage."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from generator.model import records as r
from generator.model.derive import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.derive import Derived

Part = Literal["acts", "takes-part", ""]
"""What a role does in a stage: acts in one of its steps, takes part otherwise, or nothing."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A role that another one works with: what that other one's page says of it, and what its own page says.

    Where both say the same, `named` is None: it is read once.
    """

    role: str
    on: r.WorksWith | None
    named: r.WorksWith | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A role near another one, and why: the same family, or the stages that both have a part in."""

    role: str
    same_family: bool
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A role's part in each stage of a process, in the order of the stages."""

    role: str
    parts: tuple[Part, ...]


class Overview:
    """Everything shown at a glance, from what is derived of one `Content`."""

    def __init__(self, derived: Derived) -> None:
        self.derived = derived
        self._content = derived.content

    # -- figures --------------------------------------------------------------------------------------------------

    def key_figures(self) -> list[Figure]:
        """Return one figure of each metric that says what to do, best first.

        Bounds come before plain values, for one can be on the wrong side of them; then the metrics that most pages set
        a figure on. Of a metric, a figure that names its condition stands for the rest.
        """
        found = []
        for figures in self.derived.figures.values():
            useful = [f for f in figures if f.threshold and f.then]
            if useful:
                pages = {(f.item.owner_kind, f.item.owner_id) for f in useful}
                best = min(useful, key=lambda f: (_is_plain(f), f.when is None))
                found.append((_is_plain(best), -len(pages), best))
        return [figure for _, _, figure in sorted(found, key=lambda entry: entry[:2])]

    def figure_on(self, metric: str | None) -> Figure | None:
        """Return the figure that pages set on a metric, the first bound before plain values; None where none does."""
        found = (f for f in self.derived.figures.get(metric or "", ()) if f.threshold and not f.reached)
        return min(found, key=_is_plain, default=None)

    def figures_on(self, owner_kind: str, owner_id: str) -> list[Figure]:
        """Return the figures that the page of a role or stage sets, one of each metric, bounds first."""
        first: dict[str, Figure] = {}
        for figure in sorted(self._set_by.get((owner_kind, owner_id), ()), key=_is_plain):
            if figure.threshold:
                first.setdefault(_metric(figure), figure)
        return list(first.values())

    def figures_of_duty(self, role_id: str, duty: r.Duty) -> list[Figure]:
        """Return the measures of a role, and the thresholds of a duty's stages, that share a citation with the duty.

        The same figure on the same metric stands once: as the role's own where it has one.
        """
        owners = [("role", role_id), *(("stage", stage) for stage in duty.stages)]
        figures = (f for owner in owners for f in self._set_by.get(owner, ()))
        shared = (f for f in figures if set(f.item.record.from_) & set(duty.from_))
        once: dict[tuple[str, r.Threshold | None], Figure] = {}
        for figure in shared:
            once.setdefault((_metric(figure), figure.threshold), figure)
        return list(once.values())

    def cases_of_duty(self, role_id: str, duty: r.Duty) -> list[str]:
        """Return the cases of a role that share a citation with one of its duties, in handbook order."""
        cases = self.derived.cases_of_role.get(role_id, ())
        return [case for case in cases if self._cited_by_case[case] & set(duty.from_)]

    # -- roles ----------------------------------------------------------------------------------------------------

    def partners(self, role_id: str) -> list[Partner]:
        """Return the roles that a role works with, by its own page or by theirs; its own order first."""
        own = {w.role: w for w in self._content.roles[role_id].record.works_with}
        named = self._named_by.get(role_id, {})
        every = dict.fromkeys((*own, *named))
        same = {i for i in every if i in own and i in named and own[i].on == named[i].on}
        return [Partner(i, own.get(i), None if i in same else named.get(i)) for i in every]

    def neighbours(self, role_id: str) -> list[Neighbour]:
        """Return the other roles of the same family, and those with a part in most of this role's stages."""
        mine = self.derived.stages_of_role.get(role_id, ())
        shared: dict[str, list[str]] = {i: [] for i in self._families[self._content.roles[role_id].record.family]}
        family = set(shared)
        for stage in mine:
            for other in self.derived.roles_of_stage[stage]:
                shared.setdefault(other, []).append(stage)
        found = [
            Neighbour(other, other in family, tuple(stages))
            for other, stages in shared.items()
            if other != role_id and (other in family or len(stages) * 2 > len(mine))
        ]
        return sorted(found, key=lambda n: (not n.same_family, -len(n.stages)))

    def lanes(self, process_id: str) -> list[Lane]:
        """Return for each role with a part in a process what it does in each stage, in handbook order."""
        stages = self._content.processes[process_id].record.stages
        names = [f"{process_id}/{stage.id}" for stage in stages]
        acting = [{i for step in stage.steps for i in (*step.responsible, *step.accountable)} for stage in stages]
        there = [set(self.derived.roles_of_stage.get(name, ())) for name in names]
        lanes = []
        for role in self._content.roles:
            parts = tuple(_part(role, a, t) for a, t in zip(acting, there, strict=True))
            if any(parts):
                lanes.append(Lane(role, parts))
        return lanes

    # -- shared ---------------------------------------------------------------------------------------------------

    @cached_property
    def _set_by(self) -> Mapping[tuple[str, str], list[Figure]]:
        found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for item in self.derived.items:
            if isinstance(item.record, r.Measure):
                figure = Figure(item, item.record.threshold, item.record.when, item.record.then, reached=False)
                found[item.owner_kind, item.owner_id].append(figure)
        return dict(found)

    @cached_property
    def _cited_by_case(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for item in self.derived.items:
            if item.owner_kind == "case":
                found[item.owner_id].update(item.record.from_)
        return found

    @cached_property
    def _named_by(self) -> Mapping[str, dict[str, r.WorksWith]]:
        found: dict[str, dict[str, r.WorksWith]] = defaultdict(dict)
        for i, entry in self._content.roles.items():
            for other in entry.record.works_with:
                found[other.role][i] = other
        return dict(found)

    @cached_property
    def _families(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for i, entry in self._content.roles.items():
            found[entry.record.family].append(i)
        return dict(found)


def _metric(figure: Figure) -> str:
    record = figure.item.record
    if not isinstance(record, r.Measure):
        raise TypeError(f"{figure.item.ref} sets no figure")
    return record.metric


def _is_plain(figure: Figure) -> bool:
    return figure.threshold is None or figure.threshold.op == "="


def _part(role: str, acting: Iterable[str], there: Iterable[str]) -> Part:
    if role in acting:
        return "acts"
    return "takes-part" if role in there else ""
