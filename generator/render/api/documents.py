"""Each record as the content of its file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from generator.model.derive import CASE_LISTS, ROLE_LISTS, STAGE_LISTS
from generator.render.api import shapes as s
from generator.render.api.facts import Facts, anchor
from generator.render.prose import section_texts

if TYPE_CHECKING:
    from generator.ledger import Statement
    from generator.model import records as r
    from generator.model.derive import Derived, Figure


class Documents:
    """Makes the content of files from the records of one handbook."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self.content = derived.content
        self.facts = Facts(derived.content)

    def index(self, lists: dict[str, str], schemas: dict[str, str]) -> s.Index:
        """Return where to begin."""
        handbook = self.content.handbook.record
        return s.Index(
            title=self.facts.words(handbook.title),
            description=self.facts.words(handbook.description),
            locales=list(handbook.locales),
            pages=self.facts.pages("home"),
            lists=lists,
            schemas=schemas,
        )

    def listing(self, kind: s.ListKind, records: list[tuple[s.AnyRecord, str]]) -> s.Listing:
        """Return the list of one kind, of records and their files."""
        entries = [
            s.Entry(id=record.id, title=record.title, summary=_brief(record), file=file, pages=record.pages)
            for record, file in records
        ]
        return s.Listing(kind=kind, entries=entries)

    def role(self, i: str) -> s.Role:
        """Return a role."""
        role, facts = self.content.roles[i].record, self.facts
        family = next(f for f in self.content.handbook.record.families if f.id == role.family)
        prefix = ROLE_LISTS
        return s.Role(
            id=i,
            title=facts.words(role.title),
            pages=facts.pages("role", i),
            from_=list(role.from_),
            aliases=[facts.words(alias) for alias in role.aliases],
            family=s.Named(id=family.id, name=facts.words(family.title)),
            organisation=facts.organisation(role.organisation),
            summary=facts.words(role.summary),
            duties=[
                s.Duty(
                    id=d.id,
                    anchor=anchor(prefix["duties"], d),
                    from_=list(d.from_),
                    title=facts.words(d.title),
                    text=facts.words(d.text),
                    stages=list(d.stages),
                )
                for d in role.duties
            ],
            requirements=[
                s.Requirement(
                    id=q.id,
                    anchor=anchor(prefix["requirements"], q),
                    from_=list(q.from_),
                    kind=q.kind,
                    level=q.level,
                    text=facts.words(q.text),
                )
                for q in role.requirements
            ],
            measures=facts.measures(role.measures, prefix["measures"]),
            tools=[
                s.Tool(
                    id=t.id,
                    anchor=anchor(prefix["tools"], t),
                    from_=list(t.from_),
                    name=facts.words(t.name),
                    use=facts.some(t.use),
                )
                for t in role.tools
            ],
            works_with=[
                s.WorksWith(
                    id=w.role,
                    anchor=anchor(prefix["works_with"], w),
                    from_=list(w.from_),
                    role=w.role,
                    on=facts.words(w.on),
                )
                for w in role.works_with
            ],
            stages=list(self._derived.stages_of_role.get(i, ())),
            cases=list(self._derived.cases_of_role.get(i, ())),
            sources=list(self._derived.sources_of("role", i)),
        )

    def process(self, i: str) -> s.Process:
        """Return a process."""
        process = self.content.processes[i].record
        return s.Process(
            id=i,
            title=self.facts.words(process.title),
            pages=self.facts.pages("process", i),
            from_=list(process.from_),
            form=process.kind,
            summary=self.facts.words(process.summary),
            stages=[f"{i}/{stage.id}" for stage in process.stages],
        )

    def stage(self, full: str, process: str, stage: r.Stage) -> s.Stage:
        """Return a stage, `full` being its id within the handbook."""
        facts, prefix = self.facts, STAGE_LISTS
        return s.Stage(
            id=full,
            title=facts.words(stage.title),
            pages=facts.pages("stage", full),
            from_=list(stage.from_),
            process=process,
            purpose=facts.words(stage.purpose),
            timing=facts.some(stage.timing),
            phases=[s.Phase(id=p.id, title=facts.words(p.title), timing=facts.some(p.timing)) for p in stage.phases],
            inputs=facts.texts(stage.inputs, prefix["inputs"]),
            steps=[
                s.Step(
                    id=step.id,
                    anchor=anchor(prefix["steps"], step),
                    from_=list(step.from_),
                    title=facts.some(step.title),
                    text=facts.words(step.text),
                    phase=step.phase,
                    responsible=list(step.responsible),
                    accountable=list(step.accountable),
                    consulted=list(step.consulted),
                    informed=list(step.informed),
                )
                for step in stage.steps
            ],
            thresholds=facts.measures(stage.thresholds, prefix["thresholds"]),
            outputs=facts.texts(stage.outputs, prefix["outputs"]),
            exit_criteria=facts.texts(stage.exit_criteria, prefix["exit_criteria"]),
            pitfalls=facts.texts(stage.pitfalls, prefix["pitfalls"]),
            roles=list(self._derived.roles_of_stage.get(full, ())),
            cases=list(self._derived.cases_of_stage.get(full, ())),
        )

    def case(self, i: str) -> s.Case:
        """Return a case."""
        case, facts, prefix = self.content.cases[i].record, self.facts, CASE_LISTS
        return s.Case(
            id=i,
            title=facts.words(case.title),
            pages=facts.pages("case", i),
            from_=list(case.from_),
            summary=facts.words(case.summary),
            organisation=facts.organisation(case.organisation),
            roles=list(case.roles),
            stages=list(case.stages),
            context=facts.texts(case.context, prefix["context"]),
            actions=facts.texts(case.actions, prefix["actions"]),
            results=[
                s.Result(
                    id=found.id,
                    anchor=anchor(prefix["results"], found),
                    from_=list(found.from_),
                    text=facts.words(found.text),
                    metric=found.metric,
                    figure=facts.figure(found.threshold),
                )
                for found in case.results
            ],
            sources=list(self._derived.sources_of("case", i)),
        )

    def guide(self, i: str) -> s.Guide:
        """Return a page of prose, section by section."""
        guide, facts = self.content.guides[i], self.facts
        sections: dict[str, s.Section] = {}
        for locale, localizer in facts.localizers.items():
            if locale == "en" and guide.en is None:
                continue
            for place, heading, text in section_texts(guide, localizer):
                section = sections.setdefault(place, s.Section(anchor=place, heading={}, text={}))
                section.heading[locale], section.text[locale] = heading, text
        return s.Guide(
            id=i,
            title=facts.words(guide.title),
            pages=facts.pages("guide", i),
            summary=facts.words(guide.summary),
            sections=list(sections.values()),
        )

    def source(self, i: str) -> s.Source:
        """Return a source, with what became of each statement and never more of its text than may be quoted."""
        source, entry = self.content.sources[i].record, self.content.ledgers.get(i)
        ledger = entry.record if entry else None
        coverage = self._derived.coverage(i)
        statements = sorted(ledger.statements, key=lambda statement: statement.span) if ledger else []
        dropped = Counter(stretch.reason for stretch in ledger.dropped) if ledger else {}
        return s.Source(
            id=i,
            title=self.facts.words(source.title),
            pages=self.facts.pages("source", i),
            publisher=self.facts.some(source.publisher),
            form=source.kind,
            rights=source.rights,
            digest=source.digest,
            cited=coverage.cited,
            set_aside=coverage.disposed,
            total=coverage.total,
            statements=[self._statement(i, statement, quote=source.rights == "quote") for statement in statements],
            dropped=dict(sorted(dropped.items())),
        )

    def _statement(self, source: str, statement: Statement, *, quote: bool) -> s.Statement:
        name = f"{source}#{statement.n}"
        uses, reason = self._derived.uses.get(name, ()), self._derived.dispositions.get(name)
        fate: Literal["cited", "set-aside", "unused"] = "cited" if uses else "set-aside" if reason else "unused"
        return s.Statement(
            n=statement.n,
            anchor=f"s{statement.n}",
            place=statement.place,
            kind=statement.kind,
            language=statement.lang,
            pair=statement.pair,
            fate=fate,
            used_by=[item.ref for item in uses],
            reason=None if uses else self.facts.some(reason),
            text=statement.text if quote else None,
        )

    def metrics(self) -> s.Metrics:
        """Return all metrics, with every figure on each."""
        facts = self.facts
        units = self.content.interface.record.units
        found = [
            s.Metric(
                id=i,
                name=facts.words(entry.record.name),
                abbreviation=entry.record.abbreviation,
                definition=facts.words(entry.record.definition),
                formula=facts.some(entry.record.formula),
                unit=entry.record.unit,
                better=entry.record.better,
                from_=list(entry.record.from_),
                pages=facts.pages("metric", i),
                figures=[self._metric_figure(figure) for figure in self._derived.figures.get(i, ())],
            )
            for i, entry in self.content.metrics.items()
        ]
        used = {m.unit for m in found} | {f.figure.unit for m in found for f in m.figures if f.figure}
        return s.Metrics(
            units={key: facts.words(unit) for key, unit in units.items() if key in used},
            metrics=found,
        )

    def _metric_figure(self, figure: Figure) -> s.MetricFigure:
        item = figure.item
        return s.MetricFigure(
            item=item.ref,
            pages=self.facts.pages(item.owner_kind, item.owner_id, item.anchor),
            figure=self.facts.figure(figure.threshold),
            when=self.facts.some(figure.when),
            reached=figure.reached,
        )

    def terms(self) -> s.Terms:
        """Return all terms."""
        facts = self.facts
        found = [
            s.Term(
                id=i,
                name=facts.words(entry.record.name),
                abbreviation=entry.record.abbreviation,
                definition=facts.words(entry.record.definition),
                metric=entry.record.metric,
                avoid=list(entry.record.avoid),
                aliases=list(entry.record.aliases),
                from_=list(entry.record.from_),
                pages=facts.pages("term", i),
            )
            for i, entry in self.content.terms.items()
        ]
        return s.Terms(terms=found)


def _brief(record: s.AnyRecord) -> s.Words | None:
    if isinstance(record, s.Source):
        return None
    return record.purpose if isinstance(record, s.Stage) else record.summary
