"""Every page of the handbook: which there are, in which order, under which heading of the menu."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.model import status
from generator.model.derive import Coverage
from generator.model.overview import Overview
from generator.model.parts import parts_given
from generator.model.records import REQUIREMENT_KINDS
from generator.render.marks import Marks
from generator.render.prose import main_prose
from generator.render.sections import MENU, Group, Sections
from generator.render.tables import figure_rows, marks
from generator.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import records as r
    from generator.model.derive import Derived
    from generator.model.load import Content
    from generator.problems import Problem
    from generator.render.localize import Localizer

SELF_NAMES: dict[r.Locale, str] = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
"""What each language calls itself: names of locales are not translated."""
CHOOSER = "index.md"


@dataclass(frozen=True, slots=True)
class Page:
    """One page before its template: where it stands, what it is called, what its template is given."""

    path: str
    """From the root of `site_src/`: `en/roles/librarian.md`."""
    locale: r.Locale
    kind: str
    id: str
    title: str
    description: str
    section: str
    """The page of the menu that it stands under; its own path for those."""
    siblings: tuple[Group, ...]
    """What the menu shows under the section while this page is open."""
    view: View
    context: dict[str, Any] = field(repr=False)

    @property
    def url(self) -> str:
        """Return the address from the root of the site."""
        return self.path.removesuffix(".md") + ".html"


class Pages:
    """The pages of one locale, in reading order."""

    def __init__(self, localizer: Localizer, derived: Derived, problems: Sequence[Problem] = ()) -> None:
        self._localizer = localizer
        self._problems = problems
        self._derived = derived
        self._overview = Overview(derived)
        self._marks = Marks(localizer)
        self._content: Content = localizer.content
        self._locale = localizer.locale
        self._sections = Sections(localizer)
        self._kinds: set[str] = set()

    def __iter__(self) -> Iterator[Page]:
        yield self._home()
        yield self._roles()
        yield from (self._role(i) for i in self._content.roles)
        yield self._matrix()
        yield self._index("compare", "compare.lead", kinds=REQUIREMENT_KINDS)
        yield self._index("processes", "processes.lead")
        yield from self._process_pages()
        if self._content.cases:
            yield self._index("cases", "cases.lead", count=len(self._content.cases))
            yield from (self._case(i) for i in self._content.cases)
        yield self._metrics()
        yield self._index("glossary", "glossary.lead", count=len(self._content.terms))
        if self._content.guides:
            yield self._index("guides", "guides.lead")
            yield from (self._guide(i) for i in self._content.guides)
        yield self._index("sources", "sources.lead", **self._coverage()._asdict())
        yield from (self._source(i) for i in self._content.sources)
        yield self._status()

    def print_page(self) -> Page:
        """Return the whole handbook as one page: none of the pages in reading order, for it holds them."""
        handbook = self._content.handbook.record
        description = self._localizer.label(handbook.description)
        leads = {page.kind: page.description for page in self if page.kind in MENU}
        title = str(self._localizer.plain_word("print.title"))
        return self._page("print", "", title, description, handbook=handbook, leads=leads)

    # -- one kind after another -----------------------------------------------------------------------------------

    def _home(self) -> Page:
        handbook = self._content.handbook.record
        coverage = self._coverage()
        return self._page(
            "home",
            "",
            self._localizer.label(handbook.title),
            self._localizer.label(handbook.description),
            handbook=handbook,
            stage_count=sum(1 for _ in self._content.stages()),
            figure_count=self._figure_count(),
            coverage=coverage,
        )

    def _index(self, kind: str, lead: str, **values: Any) -> Page:
        title = str(self._localizer.plain_word(f"nav.{kind}"))
        description = self._localizer.word(lead, **values).unescape()
        return self._page(kind, "", title, description, **values)

    def _roles(self) -> Page:
        return self._index("roles", "roles.lead", count=len(self._content.roles))

    def _matrix(self) -> Page:
        page = self._index("matrix", "matrix.lead")
        columns = sum(1 for _ in self._content.stages())
        duty = ("duty",) if any(part.duties for part in self._derived.parts.values()) else ()
        given = parts_given(stage for _, _, stage in self._content.stages())
        page.context.update(marks=partial(marks, page.view), kinds=(*duty, *given), columns=columns)
        return page

    def _metrics(self) -> Page:
        figures = self._figure_count()
        page = self._index("metrics", "metrics.lead", metrics=len(self._content.metrics), figures=figures)
        rows = tuple(figure_rows(self._content, self._derived, page.view.metrics()))
        page.context.update(
            rows=rows,
            roles=[i for i in self._content.roles if any(i in row.roles for row in rows)],
            processes=[i for i in self._content.processes if any(i in row.processes for row in rows)],
        )
        return page

    def _role(self, role_id: str) -> Page:
        role = self._content.roles[role_id].record
        stages = self._derived.stages_of_role.get(role_id, ())
        sources = [s for s in self._derived.sources_of("role", role_id) if s in self._content.sources]
        cases = self._derived.cases_of_role.get(role_id, ())
        title, summary = self._localizer.label(role.title), self._localizer.label(role.summary)
        return self._page("role", role_id, title, summary, role=role, stages=stages, sources=sources, cases=cases)

    def _process_pages(self) -> Iterator[Page]:
        for i, entry in self._content.processes.items():
            process = entry.record
            title, summary = self._localizer.label(process.title), self._localizer.label(process.summary)
            yield self._page("process", i, title, summary, process=process)
            for stage in process.stages:
                full = f"{i}/{stage.id}"
                page = self._page(
                    "stage",
                    full,
                    self._localizer.label(stage.title),
                    self._localizer.label(stage.purpose),
                    stage=stage,
                    process=process,
                    process_id=i,
                    roles=self._derived.roles_of_stage.get(full, ()),
                    cases=self._derived.cases_of_stage.get(full, ()),
                    raci=parts_given([stage]),
                )
                page.context["part_roles"] = page.view.roles_in_steps(stage)
                yield page

    def _case(self, case_id: str) -> Page:
        case = self._content.cases[case_id].record
        sources = [s for s in self._derived.sources_of("case", case_id) if s in self._content.sources]
        title, summary = self._localizer.label(case.title), self._localizer.label(case.summary)
        return self._page("case", case_id, title, summary, case=case, sources=sources)

    def _source(self, source_id: str) -> Page:
        source = self._content.sources[source_id].record
        ledger = self._content.ledgers.get(source_id)
        coverage = self._derived.coverage(source_id)
        title = self._localizer.label(source.title)
        description = self._localizer.word("source.coverage-text", **coverage._asdict()).unescape()
        page = self._page("source", source_id, title, description, source=source, coverage=coverage)
        page.context.update(
            ledger=ledger.record if ledger else None,
            rows=page.view.statements(source_id),
            dropped=page.view.dropped(source_id),
        )
        return page

    def _guide(self, guide_id: str) -> Page:
        guide = self._content.guides[guide_id]
        title, summary = self._localizer.label(guide.title), self._localizer.label(guide.summary)
        page = self._page("guide", guide_id, title, summary, guide=guide)
        page.context.update(
            blocks=page.view.prose(guide),
            untranslated=main_prose(guide, self._locale)[1] != self._locale,
            other_language="zh-Hans" if self._locale == "en" else "en",
        )
        return page

    def _status(self) -> Page:
        return self._index(
            "status",
            "status.lead",
            problems=status.by_code(self._problems),
            translated=status.translated(self._content),
            uncovered=any(self._derived.uncovered(source) for source in self._content.sources),
            gaps=list(status.gaps(self._content)),
            counts=status.counts(self._content),
        )

    # -- shared ---------------------------------------------------------------------------------------------------

    def _page(
        self,
        kind: str,
        record_id: str,
        title: str,
        description: str,
        **context: Any,
    ) -> Page:
        path = self._sections.path(kind, record_id)
        section, siblings = self._sections.section(kind), self._sections.groups(kind, record_id)
        view = View(self._localizer, self._marks, self._overview, path, self._kinds)
        self._kinds.add(kind)
        context = {"v": view, "id": record_id, **context}
        return Page(path, self._locale, kind, record_id, title, description, section, siblings, view, context)

    def _figure_count(self) -> int:
        known = (f for metric in self._content.metrics for f in self._derived.figures.get(metric, ()))
        return sum(figure.threshold is not None for figure in known)

    def _coverage(self) -> Coverage:
        each = [self._derived.coverage(source) for source in self._content.sources]
        return Coverage(sum(c.cited for c in each), sum(c.disposed for c in each), sum(c.total for c in each))
