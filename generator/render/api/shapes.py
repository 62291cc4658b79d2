"""What the files under `api/` hold, as pydantic models: the files are made from them, and so are their schemas.

Published: within one `version` a field may be added, and none is removed, renamed or given another meaning.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.ledger import DropReason, StatementKind
from generator.model.records import Comparator, Level, Locale, RequirementKind

VERSION: Literal[1] = 1

Words = Annotated[
    dict[Locale, str], Field(description="One text by locale, as plain words; without the locales that lack it.")
]
Address = Annotated[str, Field(description="An address from the root of the site.")]
Pages = Annotated[dict[Locale, Address], Field(description="The page of each locale.")]
Citations = Annotated[list[str], Field(alias="from", description="Statements that this rests on: `rules#7`.")]
ListKind = Literal["roles", "processes", "stages", "cases", "guides", "sources"]
Anchor = Annotated[str, Field(description="The id of the place on the page, in every locale.")]


class Shape(BaseModel):
    """Base of all: closed, so that a schema says everything there is."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, json_schema_serialization_defaults_required=True)


class Document(Shape):
    """What every file begins with."""

    schema_: Annotated[str, Field(alias="$schema", description="The schema of this file, from the file.")] = ""
    version: Literal[1] = VERSION


class Named(Shape):
    """A thing that has no page of its own, by id and name."""

    id: str
    name: Words


class Entry(Shape):
    """One line of a list: a record, its own file and its pages."""

    id: str
    title: Words
    summary: Words | None
    file: Address
    pages: Pages


class Listing(Document):
    """All records of one kind, in the order of the handbook."""

    kind: ListKind
    entries: list[Entry]


class Index(Document):
    """Where to begin: the handbook, its lists, and the schemas."""

    kind: Literal["index"] = "index"
    title: Words
    description: Words
    locales: list[Locale]
    pages: Pages
    lists: Annotated[dict[str, Address], Field(description="For each kind of record, the file that lists them.")]
    schemas: Annotated[dict[str, Address], Field(description="For each kind of file, its schema.")]


# -- items --------------------------------------------------------------------------------------------------------


class Item(Shape):
    """A part of a record that has a place on the page."""

    id: str
    anchor: Anchor
    from_: Citations


class TextItem(Item):
    """An item that is one text."""

    text: Words


class Figure(Shape):
    """A figure as data and in words; `to` is the upper end where `op` is `between`."""

    op: Comparator
    value: int | float
    to: int | float | None
    unit: Annotated[str, Field(description="A key of the handbook's units.")]
    words: Words


class Measure(Item):
    """A metric that somebody is held to."""

    metric: str
    figure: Figure | None
    when: Words | None
    then: Words | None


class Duty(Item):
    """One thing that a role does."""

    title: Words
    text: Words
    stages: list[str]


class Requirement(TextItem):
    """One thing that a role asks of a person."""

    kind: RequirementKind
    level: Level


class Tool(Item):
    """A tool that a role works with."""

    name: Words
    use: Words | None


class WorksWith(Item):
    """Another role, and on what the two work together."""

    role: str
    on: Words


class Phase(Shape):
    """A part of a stage with a time of its own."""

    id: str
    title: Words
    timing: Words | None


class Step(Item):
    """One thing to do in a stage, and the roles that have a part in it."""

    title: Words | None
    text: Words
    phase: str | None
    responsible: list[str]
    accountable: list[str]
    consulted: list[str]
    informed: list[str]


class Result(TextItem):
    """What came of a case."""

    metric: str | None
    figure: Figure | None


# -- records ------------------------------------------------------------------------------------------------------


class Record(Document):
    """What every record with a page of its own has."""

    id: str
    title: Words
    pages: Pages


class Role(Record):
    """A role."""

    kind: Literal["role"] = "role"
    from_: Citations
    aliases: list[Words]
    family: Named
    organisation: Named | None
    summary: Words
    duties: list[Duty]
    requirements: list[Requirement]
    measures: list[Measure]
    tools: list[Tool]
    works_with: list[WorksWith]
    stages: list[str]
    cases: list[str]
    sources: list[str]


class Process(Record):
    """A process: its stages, in order, by full id."""

    kind: Literal["process"] = "process"
    from_: Citations
    form: Literal["cycle", "chain", "lifecycle"]
    summary: Words
    stages: list[str]


class Stage(Record):
    """A stage; its id is `process/stage`."""

    kind: Literal["stage"] = "stage"
    from_: Citations
    process: str
    purpose: Words
    timing: Words | None
    phases: list[Phase]
    inputs: list[TextItem]
    steps: list[Step]
    thresholds: list[Measure]
    outputs: list[TextItem]
    exit_criteria: list[TextItem]
    pitfalls: list[TextItem]
    roles: list[str]
    cases: list[str]


class Case(Record):
    """What was done once."""

    kind: Literal["case"] = "case"
    from_: Citations
    summary: Words
    organisation: Named | None
    roles: list[str]
    stages: list[str]
    context: list[TextItem]
    actions: list[TextItem]
    results: list[Result]
    sources: list[str]


class Section(Shape):
    """A part of a guide: its words in each locale that has them. The text before the first heading has no anchor."""

    anchor: Anchor
    heading: Words
    text: Words


class Guide(Record):
    """A page of prose."""

    kind: Literal["guide"] = "guide"
    summary: Words
    sections: list[Section]


class Statement(Shape):
    """A statement of a source and what became of it. Its text stands here only where it may be quoted."""

    n: int
    anchor: Anchor
    place: Annotated[str, Field(description="Line and column in the source.")]
    kind: StatementKind
    language: Locale
    pair: Annotated[int | None, Field(description="The statement that says the same in the other language.")]
    fate: Literal["cited", "set-aside", "unused"]
    used_by: Annotated[list[str], Field(description="Items that rest on it: `role/librarian#duty-lending`.")]
    reason: Annotated[Words | None, Field(description="Why it was set aside.")]
    text: str | None


class Source(Record):
    """A source."""

    kind: Literal["source"] = "source"
    publisher: Words | None
    form: Literal["posting", "guide", "profile", "plan"]
    rights: Literal["quote", "cite"]
    digest: str
    cited: int
    set_aside: int
    total: int
    statements: list[Statement]
    dropped: Annotated[dict[DropReason, int], Field(description="How many stretches were left out, by reason.")]


AnyRecord = Role | Process | Stage | Case | Guide | Source


# -- lists of whole records ---------------------------------------------------------------------------------------


class MetricFigure(Shape):
    """A figure on a metric, and the item that says it."""

    item: Annotated[str, Field(description="`stage/loan/return#threshold-late`.")]
    pages: Pages
    figure: Figure | None
    when: Words | None
    reached: Annotated[bool, Field(description="The result of a case, not something to hold the metric against.")]


class Metric(Shape):
    """A metric, with every figure on it."""

    id: str
    name: Words
    abbreviation: str | None
    definition: Words
    formula: Words | None
    unit: str
    better: Literal["higher", "lower", "target"]
    from_: Citations
    pages: Pages
    figures: list[MetricFigure]


class Metrics(Document):
    """All metrics."""

    kind: Literal["metrics"] = "metrics"
    units: Annotated[dict[str, Words], Field(description="The name of each unit that a figure or a metric has.")]
    metrics: list[Metric]


class Term(Shape):
    """A term of the glossary."""

    id: str
    name: Words
    abbreviation: str | None
    definition: Words
    metric: str | None
    avoid: list[str]
    aliases: list[str]
    from_: Citations
    pages: Pages


class Terms(Document):
    """All terms."""

    kind: Literal["terms"] = "terms"
    terms: list[Term]


DOCUMENTS: dict[str, type[Document]] = {
    "index": Index,
    "list": Listing,
    "role": Role,
    "process": Process,
    "stage": Stage,
    "case": Case,
    "guide": Guide,
    "source": Source,
    "metrics": Metrics,
    "terms": Terms,
}
"""Every kind of file, by the name of its schema."""
