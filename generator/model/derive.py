"""What follows from the records: every citable item with its anchor, who uses a statement, every figure on a metric."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import records as r
from generator.model.parts import Part, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.ledger import Statement
    from generator.model.load import Content, Entry

OwnerKind = Literal["role", "process", "stage", "case", "metric", "term"]

ROLE_LISTS = {
    "duties": "duty",
    "requirements": "requirement",
    "measures": "measure",
    "tools": "tool",
    "works_with": "with",
}
STAGE_LISTS = {
    "inputs": "input",
    "steps": "step",
    "thresholds": "threshold",
    "outputs": "output",
    "exit_criteria": "exit",
    "pitfalls": "pitfall",
}
CASE_LISTS = {"context": "context", "actions": "action", "results": "result"}
"""For each list of a record, what the anchors of its items start with. Published: never changed."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record or a part of one that cites statements, and the place on the site where it stands."""

    kind: str
    owner_kind: OwnerKind
    owner_id: str
    anchor: str
    """Within the owner's page; empty for the owner itself."""
    title: r.Text
    record: r.Cited

    @property
    def ref(self) -> str:
        """The name that `handbook trace` takes: `role/librarian#duty-lending`."""
        return f"{self.owner_kind}/{self.owner_id}" + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure on a metric, and the item that says it: a role or stage sets one, a case reached one."""

    item: Item
    threshold: r.Threshold | None
    when: r.Text | None
    """Under which condition it holds; of a result, what was reached."""
    then: r.Text | None
    """What to do about it; a result asks for nothing."""
    reached: bool
    """It is the result of a case, not something to hold the metric against."""


class Coverage(NamedTuple):
    """How many statements of a source are cited, how many are set aside with a reason, and how many it has."""

    cited: int
    disposed: int
    total: int


class Derived:
    """Everything derived from one `Content`, each part made when it is first asked for."""

    def __init__(self, content: Content) -> None:
        self.content = content

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in page order."""
        return tuple(self._items())

    @cached_property
    def uses(self) -> Mapping[str, tuple[Item, ...]]:
        """For each citation (`source#n`), the items that rest on it."""
        uses: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            for citation in dict.fromkeys(item.record.from_):
                uses[citation].append(item)
        return {citation: tuple(items) for citation, items in uses.items()}

    @cached_property
    def figures(self) -> Mapping[str, tuple[Figure, ...]]:
        """For each metric, every figure that roles and stages set on it, then those that cases reached."""
        figures: dict[str, list[Figure]] = defaultdict(list)
        for item in self.items:
            record = item.record
            if isinstance(record, r.Measure):
                figure = Figure(item, record.threshold, record.when, record.then, reached=False)
                figures[record.metric].append(figure)
            elif isinstance(record, r.Result) and record.metric is not None:
                figures[record.metric].append(Figure(item, record.threshold, record.text, None, reached=True))
        return {metric: tuple(found) for metric, found in figures.items()}

    @cached_property
    def parts(self) -> Mapping[tuple[str, str], Part]:
        """For each role and stage that have to do with each other, what the part is."""
        return parts(self.content)

    @cached_property
    def roles_of_stage(self) -> Mapping[str, tuple[str, ...]]:
        """For each stage, the roles with a duty in it or a part in one of its steps, in handbook order."""
        found: dict[str, set[str]] = defaultdict(set)
        for role, stage in self.parts:
            found[stage].add(role)
        return {stage: tuple(i for i in self.content.roles if i in roles) for stage, roles in found.items()}

    @cached_property
    def stages_of_role(self) -> Mapping[str, tuple[str, ...]]:
        """For each role, the stages it has a part in, in process order."""
        found: dict[str, list[str]] = defaultdict(list)
        for full, _, _ in self.content.stages():
            for role in self.roles_of_stage.get(full, ()):
                found[role].append(full)
        return {role: tuple(stages) for role, stages in found.items()}

    @cached_property
    def cases_of_role(self) -> Mapping[str, tuple[str, ...]]:
        """For each role, the cases that name it, in handbook order."""
        return _named_by(self.content.cases, lambda case: case.roles)

    @cached_property
    def cases_of_stage(self) -> Mapping[str, tuple[str, ...]]:
        """For each stage, the cases that name it, in handbook order."""
        return _named_by(self.content.cases, lambda case: case.stages)

    def sources_of(self, owner_kind: str, owner_id: str) -> tuple[str, ...]:
        """Return the sources that a role, process, stage or case rests on, by id."""
        mine = (item for item in self.items if (item.owner_kind, item.owner_id) == (owner_kind, owner_id))
        return tuple(sorted({citation.partition("#")[0] for item in mine for citation in item.record.from_}))

    def name(self, kind: str, record_id: str) -> r.Text | None:
        """Return what a link to `kind:id` is called by itself; of `id#anchor`, the name of the item or page."""
        record_id, _, anchor = record_id.partition("#")
        if kind == "guide":
            guide = self.content.guides.get(record_id)
            return guide.title if guide else None
        if anchor:
            return self._names.get(f"{kind}/{record_id}#{anchor}")
        if kind == "source":
            source = self.content.sources.get(record_id)
            return source.record.title if source else None
        return self._names.get(f"{kind}/{record_id}")

    @cached_property
    def _names(self) -> Mapping[str, r.Text]:
        return {item.ref: item.title for item in self.items}

    @cached_property
    def dispositions(self) -> Mapping[str, r.Text]:
        """For each statement that its source's record sets aside (`source#n`), the reason."""
        return {
            f"{source}#{n}": disposition.reason
            for source, entry in self.content.sources.items()
            for disposition in entry.record.dispositions
            for n in disposition.statements
        }

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement of the ledgers by its citation (`source#n`)."""
        ledgers = self.content.ledgers.items()
        return {f"{source}#{s.n}": s for source, entry in ledgers for s in entry.record.statements}

    def coverage(self, source: str) -> Coverage:
        """Return how far the statements of a source are accounted for."""
        ledger = self.content.ledgers.get(source)
        names = [f"{source}#{statement.n}" for statement in ledger.record.statements] if ledger else []
        cited = sum(name in self.uses for name in names)
        disposed = sum(name in self.dispositions and name not in self.uses for name in names)
        return Coverage(cited, disposed, len(names))

    def uncovered(self, source: str) -> list[int]:
        """Return the numbers of a source's statements that are neither cited nor set aside."""
        ledger = self.content.ledgers.get(source)
        numbers = sorted(statement.n for statement in ledger.record.statements) if ledger else []
        accounted = self.uses.keys() | self.dispositions.keys()
        return [n for n in numbers if f"{source}#{n}" not in accounted]

    def _items(self) -> Iterator[Item]:
        for i, role in self.content.roles.items():
            yield Item("role", "role", i, "", role.record.title, role.record)
            yield from self._listed("role", i, role.record, ROLE_LISTS)
        for i, process in self.content.processes.items():
            yield Item("process", "process", i, "", process.record.title, process.record)
            for stage in process.record.stages:
                yield Item("stage", "stage", f"{i}/{stage.id}", "", stage.title, stage)
                yield from self._listed("stage", f"{i}/{stage.id}", stage, STAGE_LISTS)
        for i, case in self.content.cases.items():
            yield Item("case", "case", i, "", case.record.title, case.record)
            yield from self._listed("case", i, case.record, CASE_LISTS)
        for i, metric in self.content.metrics.items():
            yield Item("metric", "metric", i, "", metric.record.name, metric.record)
        for i, term in self.content.terms.items():
            yield Item("term", "term", i, "", term.record.name, term.record)

    def _listed(self, owner_kind: OwnerKind, owner: str, record: r.Cited, lists: dict[str, str]) -> Iterator[Item]:
        for name, prefix in lists.items():
            for part in getattr(record, name):
                yield Item(prefix, owner_kind, owner, f"{prefix}-{item_id(part)}", self._title(part), part)

    def _title(self, part: r.Cited) -> r.Text:
        if isinstance(part, r.Measure):
            metric = self.content.metrics.get(part.metric)
            return metric.record.name if metric else r.Text(zh=part.metric)
        if isinstance(part, r.WorksWith):
            role = self.content.roles.get(part.role)
            return role.record.title if role else r.Text(zh=part.role)
        for name in ("title", "name", "text"):
            found = getattr(part, name, None)
            if isinstance(found, r.Text):
                return found
        raise TypeError(f"{type(part).__name__} has nothing to call it by")


def _named_by(
    cases: Mapping[str, Entry[r.Case]], names: Callable[[r.Case], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for case, entry in cases.items():
        for name in dict.fromkeys(names(entry.record)):
            found[name].append(case)
    return {name: tuple(ids) for name, ids in found.items()}


def item_id(part: r.Cited) -> str:
    """Return the id of an item within its list."""
    if isinstance(part, r.Measure):
        return part.anchor_id
    if isinstance(part, r.WorksWith):
        return part.role
    return str(part.id)  # type: ignore[attr-defined]
