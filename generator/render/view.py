"""What a template may ask of a page: its texts, links, words, figures and citations, all in the page's locale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from generator.model.derive import STAGE_LISTS, Figure, Item, item_id
from generator.model.parts import RACI
from generator.model.records import REQUIREMENT_KINDS
from generator.pinyin import pinyin_key
from generator.render import addresses
from generator.render.marks import PageMarks
from generator.render.markup import escape
from generator.render.prose import ShownBlock, shown_blocks
from generator.render.terms import DEFINED

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from generator.ledger import Dropped, Statement
    from generator.model import records as r
    from generator.model.guides import Guide
    from generator.model.load import Content
    from generator.model.overview import Overview
    from generator.render.localize import Localizer, Shown
    from generator.render.marks import Marks, Section


class Citing(NamedTuple):
    """One citation of an item: the statement, as the ledger has it, and its place on the source's page."""

    n: int
    url: Markup
    statement: Statement | None

    @property
    def line(self) -> str:
        """The line of the raw text that the statement starts on."""
        return self.statement.place.partition(":")[0] if self.statement else ""

    @property
    def place(self) -> tuple[str, str]:
        """What kind of statement it is, and its line: those of which both are the same are told together."""
        return (self.statement.kind, self.line) if self.statement else ("", "")


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that an item rests on, and which of its statements."""

    name: r.Text
    statements: list[Citing]

    @property
    def places(self) -> list[list[Citing]]:
        """The statements, those of one kind on one line together."""
        return [list(group) for _, group in groupby(self.statements, key=lambda citing: citing.place)]

    @property
    def count(self) -> int:
        """How many statements of the source say it."""
        return len(self.statements)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement of a source, the items that rest on it, and the reason where it was set aside."""

    statement: Statement
    uses: tuple[Item, ...]
    reason: r.Text | None

    @property
    def fate(self) -> str:
        """What became of it: it is cited, set aside with a reason, or unused."""
        if self.uses:
            return "cited"
        return "set-aside" if self.reason else "unused"


@dataclass(frozen=True, slots=True)
class PhaseSteps:
    """The steps of a stage in one phase; `phase` is None for steps outside all phases."""

    phase: r.Phase | None
    steps: tuple[r.Step, ...]


class View:
    """The face that one page shows its template. `path` is the page's Markdown file from the root of the site.

    `kinds` are the kinds of pages that the locale has; it is whole once all pages are made, before one is rendered.
    """

    def __init__(
        self, localizer: Localizer, marks: Marks, overview: Overview, path: str, kinds: Container[str] = ()
    ) -> None:
        self.locale = localizer.locale
        self.content: Content = localizer.content
        self.derived = overview.derived
        self.overview = overview
        self._kinds = kinds
        self.path = path
        self._localizer = localizer
        self.word = localizer.word
        self.figured = localizer.figured
        self.threshold = localizer.threshold
        self.unit = localizer.unit
        self.label = localizer.label
        page_marks = PageMarks(marks, self.url)
        self.section = page_marks.section
        self.entry = page_marks.entry

    # -- texts and links ------------------------------------------------------------------------------------------

    def shown(self, text: r.Text, section: Section | None = None) -> Shown:
        """Return a text in both languages, its links as links; with a `section`, the terms that it names are marked."""
        return self._localizer.shown(text, self._text_link, section)

    def titled(self, text: r.Text) -> Shown:
        """Return a title in both languages, its links as words."""
        return self._localizer.titled(text)

    def prose(self, guide: Guide) -> list[ShownBlock]:
        """Return the blocks of a page of prose below its title."""
        return shown_blocks(guide, self._localizer, self._text_link, self.word, self.section)

    def url(self, kind: str, record_id: str = "", anchor: str = "") -> Markup:
        """Return the address of a thing as seen from this page: ids only, so it holds nothing to escape."""
        page, own_anchor = addresses.page(kind, record_id)
        target = addresses.relative(f"{self.locale}/{page}.html", self.path)
        fragment = anchor or own_anchor
        return Markup(f"{target}#{fragment}" if fragment else target)

    def has(self, kind: str) -> bool:
        """Tell whether the site has a page of a kind, so that there is something to link to."""
        return kind in self._kinds

    def text(self, kind: str, record_id: str) -> r.Text:
        """Return the name of a record in both languages."""
        return self._localizer.name(kind, record_id)

    def name(self, kind: str, record_id: str) -> str:
        """Return the name of a record in this locale."""
        return self.label(self.text(kind, record_id))

    def link(self, kind: str, record_id: str, anchor: str = "", label: str | None = None) -> Markup:
        """Return a link to a thing, by its name unless a label is given."""
        said = label or self.name(kind, record_id)
        return Markup('<a href="{}">{}</a>').format(self.url(kind, record_id, anchor), escape(said))

    def item_link(self, item: Item) -> Markup:
        """Return a link to an item: its owner's name, and its own title where it is a part."""
        own = self.label(item.title)
        label = f"{self.name(item.owner_kind, item.owner_id)} › {own}" if item.anchor else own
        return self.link(item.owner_kind, item.owner_id, item.anchor, label)

    def _text_link(self, kind: str, record_id: str, label: str) -> Markup:
        record_id, _, anchor = record_id.partition("#")
        if kind not in DEFINED:
            return self.link(kind, record_id, anchor, label)
        defined = Markup('<a href="{}" data-hb-define="{}/{}">{}</a>')
        return defined.format(self.url(kind, record_id), kind, record_id, escape(label))

    # -- provenance -----------------------------------------------------------------------------------------------

    def citings(self, record: r.Cited) -> list[CitedSource]:
        """Return the citations of an item, grouped by source."""
        pairs = sorted({(c.partition("#")[0], int(c.partition("#")[2])) for c in record.from_})
        return [
            CitedSource(self.text("source", source), [self._citing(source, n) for _, n in group])
            for source, group in groupby(pairs, key=lambda pair: pair[0])
        ]

    def _citing(self, source: str, n: int) -> Citing:
        return Citing(n, self.url("source", source, f"s{n}"), self.derived.statements.get(f"{source}#{n}"))

    def statements(self, source: str) -> list[StatementRow]:
        """Return the statements of a source in the order of the text, each with what became of it."""
        ledger = self.content.ledgers.get(source)
        rows = sorted(ledger.record.statements, key=lambda s: s.span) if ledger else []
        uses, reasons = self.derived.uses, self.derived.dispositions
        names = [f"{source}#{s.n}" for s in rows]
        return [StatementRow(s, uses.get(i, ()), reasons.get(i)) for s, i in zip(rows, names, strict=True)]

    def fates(self, rows: Iterable[StatementRow]) -> list[tuple[str, int]]:
        """Return what became of statements, and of how many: `cited`, `set-aside` or `unused`."""
        counted = Counter(row.fate for row in rows)
        return [(fate, counted[fate]) for fate in ("cited", "set-aside", "unused") if counted[fate]]

    def by_owner(self, items: Iterable[Item]) -> list[tuple[Item, list[Item]]]:
        """Return items by the record that they stand in: the first of each record, then its parts."""
        found: dict[tuple[str, str], list[Item]] = {}
        for item in items:
            found.setdefault((item.owner_kind, item.owner_id), []).append(item)
        return [(parts[0], [item for item in parts if item.anchor]) for parts in found.values()]

    def dropped(self, source: str) -> list[tuple[str, int]]:
        """Return for each reason how many stretches of a source were dropped."""
        ledger = self.content.ledgers.get(source)
        stretches: Sequence[Dropped] = ledger.record.dropped if ledger else ()
        reasons = sorted(stretch.reason for stretch in stretches)
        return [(reason, len(list(group))) for reason, group in groupby(reasons)]

    # -- groups ---------------------------------------------------------------------------------------------------

    def families(self) -> list[tuple[r.Family, list[str]]]:
        """Return the families that have roles, each with its roles in handbook order."""
        roles = self.content.roles
        families = self.content.handbook.record.families
        found = [(family, [i for i in roles if roles[i].record.family == family.id]) for family in families]
        return [(family, ids) for family, ids in found if ids]

    def organisation(self, record_id: str) -> r.Text:
        """Return the name of an organisation."""
        return next(o.name for o in self.content.handbook.record.organisations if o.id == record_id)

    def family(self, record_id: str) -> r.Text:
        """Return the title of a family."""
        return next(f.title for f in self.content.handbook.record.families if f.id == record_id)

    # -- what a reader may filter by ------------------------------------------------------------------------------

    def named(self, kind: str, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Return records of a kind as pairs of id and name."""
        return [(i, self.name(kind, i)) for i in ids]

    def family_names(self) -> list[tuple[str, str]]:
        """Return the families that have roles, as pairs of id and name."""
        return [(family.id, self.label(family.title)) for family, _ in self.families()]

    def organisation_names(self) -> list[tuple[str, str]]:
        """Return the organisations that have roles, as pairs of id and name."""
        known = {entry.record.organisation for entry in self.content.roles.values()}
        every = self.content.handbook.record.organisations
        return [(o.id, self.label(o.name)) for o in every if o.id in known]

    def stage_facets(self, role: str) -> list[str]:
        """Return the stages that a role has a part in, and their processes."""
        stages = self.derived.stages_of_role.get(role, ())
        return [*dict.fromkeys(stage.partition("/")[0] for stage in stages), *stages]

    def role_words(self, role: r.Role) -> str:
        """Return what else a role is looked for by: its other names in both languages, and its family."""
        names = [*role.aliases, self.family(role.family)]
        return " ".join(dict.fromkeys(word for n in names for word in (self.label(n), n.zh, n.en) if word))

    # -- parts of a record ----------------------------------------------------------------------------------------

    @staticmethod
    def requirements_by_kind(role: r.Role) -> list[tuple[str, list[r.Requirement]]]:
        """Return a role's requirements grouped by kind, in the order the model has the kinds."""
        grouped = [(kind, [q for q in role.requirements if q.kind == kind]) for kind in REQUIREMENT_KINDS]
        return [(kind, found) for kind, found in grouped if found]

    def phases(self, stage: r.Stage) -> Iterator[PhaseSteps]:
        """Yield the steps of a stage by phase, those without a phase first."""
        for phase in (None, *stage.phases):
            steps = tuple(s for s in stage.steps if s.phase == (phase.id if phase else None))
            if steps or phase:
                yield PhaseSteps(phase, steps)

    def roles_in_steps(self, stage: r.Stage) -> list[str]:
        """Return the roles that have a part in a step of a stage, in handbook order."""
        named = {role for step in stage.steps for part in RACI for role in getattr(step, part)}
        return [role for role in self.content.roles if role in named]

    def lists(self, stage: r.Stage) -> list[tuple[str, str, tuple[r.StageItem, ...]]]:
        """Return the plain lists of a stage that hold something: field, anchor prefix, items."""
        names = ("outputs", "exit_criteria", "pitfalls")
        return [(name, STAGE_LISTS[name], getattr(stage, name)) for name in names if getattr(stage, name)]

    def figures(self, metric: str) -> tuple[Figure, ...]:
        """Return every figure on a metric: those that roles and stages set, then those that cases reached."""
        return self.derived.figures.get(metric, ())

    def metrics(self) -> list[r.Metric]:
        """Return the metrics, those with figures first, each group in file order."""
        every = [entry.record for entry in self.content.metrics.values()]
        return sorted(every, key=lambda metric: not self.figures(metric.id))

    def terms(self) -> list[r.Term]:
        """Return the terms by abbreviation or name: A to Z, Chinese ones by pinyin."""
        return sorted((entry.record for entry in self.content.terms.values()), key=self._sort_key)

    def terms_of_metric(self, metric: str) -> list[str]:
        """Return the terms that a metric measures: what it says of them says what it is."""
        return [i for i, entry in self.content.terms.items() if entry.record.metric == metric]

    def letters(self) -> list[tuple[str, list[r.Term]]]:
        """Return the terms by their first letter, Chinese ones by that of their pinyin; all else stands under `#`."""
        grouped: dict[str, list[r.Term]] = {}
        for term in self.terms():
            first = self._sort_key(term)[0][:1].upper()
            grouped.setdefault(first if "A" <= first <= "Z" else "#", []).append(term)
        return list(grouped.items())

    def leading_cases(self) -> list[str]:
        """Return the cases in handbook order, those with a figure for a result first."""
        return sorted(self.content.cases, key=lambda i: self.content.cases[i].record.leading_result is None)

    def roles_of_cases(self) -> list[str]:
        """Return the roles that cases name, each once."""
        return list(dict.fromkeys(role for entry in self.content.cases.values() for role in entry.record.roles))

    def processes_of(self, stages: Iterable[str]) -> list[tuple[str, r.Process]]:
        """Return the processes that some stages are of, each once."""
        ids = dict.fromkeys(stage.partition("/")[0] for stage in stages)
        return [(i, self.content.processes[i].record) for i in ids]

    def _sort_key(self, term: r.Term) -> tuple[str, str]:
        name = self.label(term.name)
        return pinyin_key(name), name

    @staticmethod
    def item_id(part: r.Cited) -> str:
        """Return the id of an item within its list."""
        return item_id(part)
