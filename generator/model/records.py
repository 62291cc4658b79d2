"""The records that people write in `content/`, as pydantic models: types, validation and editor schema in one place.

Ids are English kebab-case, unique within their kind and equal to the file stem; they become addresses and anchors and,
once published, do not change. Every text is a `Text`: Chinese required, English required for a release, Traditional
derived.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
StageRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=161)]
"""A stage within its process: `loan-cycle/checkout`."""
Citation = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[1-9][0-9]*$", max_length=90)]
"""A statement of a source: `rules#7`."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


LONGEST = 4000
"""How many characters a text takes at most, in YAML and in a page of prose."""
Line = Annotated[str, AfterValidator(_one_line), StringConstraints(min_length=1, max_length=LONGEST)]
"""A text whose line breaks are spaces: YAML may fold it over several lines."""

_DIGITS = 15


def _of_reach(value: Decimal) -> Decimal:
    # What a page can print and a number of JSON can hold.
    if value.adjusted() >= _DIGITS or int(value.as_tuple().exponent) < -_DIGITS:
        raise ValueError(f"a figure has {_DIGITS} digits before the point at most, and as many after it")
    return value


Number = Annotated[Decimal, AfterValidator(_of_reach)]

Locale = Literal["zh-Hans", "zh-Hant", "en"]
LOCALES: tuple[Locale, ...] = ("zh-Hans", "zh-Hant", "en")
Comparator = Literal["<", "<=", "=", ">=", ">", "between"]
RequirementKind = Literal["experience", "education", "skill", "knowledge", "language", "trait"]
REQUIREMENT_KINDS: tuple[RequirementKind, ...] = get_args(RequirementKind)
"""The kinds of requirement, in the order that pages show them."""
Level = Literal["must", "preferred"]


class Record(BaseModel):
    """Base of all records: frozen, and a field nobody knows is an error, for it is mostly a typing slip."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Text(Record):
    """One text in Chinese and English; `zh-Hant` only where the derived Traditional must be overridden."""

    zh: Line
    en: Line | None = None
    zh_hant: Line | None = Field(default=None, alias="zh-Hant")


class Cited(Record):
    """A record or item that says which statements it rests on."""

    from_: tuple[Citation, ...] = Field(default=(), alias="from")


# -- figures ------------------------------------------------------------------------------------------------------


class Threshold(Record):
    """A figure to hold a metric against; `to` is the upper end where `op` is `between`. `unit` is a key of `units`."""

    op: Comparator
    value: Number
    to: Number | None = None
    unit: str

    @model_validator(mode="after")
    def _ends(self) -> Threshold:
        if (self.op == "between") != (self.to is not None):
            raise ValueError("`to` goes with `op: between`, and only with it")
        if self.to is not None and self.to <= self.value:
            raise ValueError("`to` must be larger than `value`")
        return self


class Measure(Cited):
    """A metric that somebody is held to: what it must be, under which condition, and what to do then."""

    id: Id | None = None
    metric: Id
    threshold: Threshold | None = None
    when: Text | None = None
    then: Text | None = None

    @property
    def anchor_id(self) -> str:
        """The id within its record: its own, else that of the metric."""
        return self.id or self.metric


# -- roles --------------------------------------------------------------------------------------------------------


class Duty(Cited):
    """One thing that the role does."""

    id: Id
    title: Text
    text: Text
    stages: tuple[StageRef, ...] = ()


class Requirement(Cited):
    """One thing that the role asks of a person."""

    id: Id
    kind: RequirementKind
    level: Level = "must"
    text: Text


class Tool(Cited):
    """A tool or system that the role works with."""

    id: Id
    name: Text
    use: Text | None = None


class WorksWith(Cited):
    """Another role, and on what the two work together."""

    role: Id
    on: Text


class Role(Cited):
    """`content/roles/<id>.yaml`. Its sources are derived from its items."""

    id: Id | None = None
    title: Text
    aliases: tuple[Text, ...] = ()
    family: Id
    organisation: Id | None = None
    summary: Text
    duties: tuple[Duty, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    measures: tuple[Measure, ...] = ()
    tools: tuple[Tool, ...] = ()
    works_with: tuple[WorksWith, ...] = ()


# -- processes ----------------------------------------------------------------------------------------------------


class Phase(Record):
    """A part of a stage with a time of its own, such as the day of a campaign."""

    id: Id
    title: Text
    timing: Text | None = None


class Step(Cited):
    """One thing to do in a stage, and who is responsible, accountable, consulted and informed (RACI)."""

    id: Id
    title: Text | None = None
    text: Text
    phase: Id | None = None
    responsible: tuple[Id, ...] = ()
    accountable: tuple[Id, ...] = ()
    consulted: tuple[Id, ...] = ()
    informed: tuple[Id, ...] = ()


class StageItem(Cited):
    """An input, an output, an exit criterion or a pitfall of a stage."""

    id: Id
    text: Text


class Stage(Cited):
    """One stage of a process."""

    id: Id
    title: Text
    purpose: Text
    timing: Text | None = None
    inputs: tuple[StageItem, ...] = ()
    phases: tuple[Phase, ...] = ()
    steps: tuple[Step, ...] = ()
    thresholds: tuple[Measure, ...] = ()
    outputs: tuple[StageItem, ...] = ()
    exit_criteria: tuple[StageItem, ...] = ()
    pitfalls: tuple[StageItem, ...] = ()


class Process(Cited):
    """`content/processes/<id>.yaml`: stages in order."""

    id: Id | None = None
    title: Text
    kind: Literal["cycle", "chain", "lifecycle"]
    summary: Text
    stages: tuple[Stage, ...] = Field(min_length=1)


# -- cases --------------------------------------------------------------------------------------------------------


class CaseItem(Cited):
    """What a case started from, or one thing that was done in it."""

    id: Id
    text: Text


class Result(CaseItem):
    """What came of a case; where it is a figure, the figure as data and the metric that it is a figure of."""

    metric: Id | None = None
    threshold: Threshold | None = None

    @model_validator(mode="after")
    def _figure(self) -> Result:
        if self.metric is not None and self.threshold is None:
            raise ValueError("a `metric` goes with a `threshold`, the figure that was reached")
        return self


def _some_role(roles: tuple[str, ...]) -> tuple[str, ...]:
    # Not `min_length`: pydantic would call a list too short beside each entry of it that is no id.
    if not roles:
        raise ValueError("a case names the role it belongs to")
    return roles


class Case(Cited):
    """`content/cases/<id>.yaml`: what was done once, from what, and with what result.

    The pages of the roles and stages that it names link to it.
    """

    id: Id | None = None
    title: Text
    summary: Text
    organisation: Id | None = None
    roles: Annotated[tuple[Id, ...], AfterValidator(_some_role)]
    stages: tuple[StageRef, ...] = ()
    context: tuple[CaseItem, ...] = ()
    actions: tuple[CaseItem, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def leading_result(self) -> Result | None:
        """The first result that is a figure: what the case is known by."""
        return next((result for result in self.results if result.threshold is not None), None)


# -- metrics and terms --------------------------------------------------------------------------------------------


class Metric(Cited):
    """One metric; every threshold on it is derived from roles and stages. No `from`: the definition is editorial."""

    id: Id
    name: Text
    abbreviation: Line | None = None
    definition: Text
    formula: Text | None = None
    unit: str
    better: Literal["higher", "lower", "target"]


class Metrics(Record):
    """`content/metrics.yaml`."""

    metrics: tuple[Metric, ...]


class Term(Cited):
    """One term of the glossary. No `from`: the definition is editorial."""

    id: Id
    name: Text
    abbreviation: Line | None = None
    definition: Text
    metric: Id | None = None
    avoid: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()


class Glossary(Record):
    """`content/glossary.yaml`."""

    terms: tuple[Term, ...]


# -- sources ------------------------------------------------------------------------------------------------------


class Disposition(Record):
    """Statements that no item is to rest on, by number, and why: greetings, remarks, announcements."""

    statements: tuple[Annotated[int, Field(ge=1)], ...]
    reason: Text = Field(alias="not-for-handbook")


class Source(Record):
    """`content/sources/<id>.yaml`: what a text is, who published it, what may be shown of it.

    `rights`: `quote`, its statements may be shown; `cite`, only their places and digests are kept. Each statement is
    cited by an item or stands in one of the `dispositions`.
    """

    id: Id | None = None
    title: Text
    publisher: Text | None = None
    kind: Literal["posting", "guide", "profile", "plan"]
    rights: Literal["quote", "cite"]
    file: Line
    digest: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
    dispositions: tuple[Disposition, ...] = ()


# -- the handbook as a whole --------------------------------------------------------------------------------------


class Family(Record):
    """A group of roles."""

    id: Id
    title: Text
    summary: Text | None = None


class Organisation(Record):
    """Somebody who has these roles."""

    id: Id
    name: Text


class Handbook(Record):
    """`content/handbook.yaml`: title, locales, families, and the order of roles, processes and cases.

    Records not named in `roles`, `processes` and `cases` follow after the named ones, by id.
    """

    title: Text
    description: Text
    locales: tuple[Locale, ...] = LOCALES
    families: tuple[Family, ...]
    organisations: tuple[Organisation, ...] = ()
    roles: tuple[Id, ...] = ()
    processes: tuple[Id, ...] = ()
    cases: tuple[Id, ...] = ()


class Unit(Text):
    """What stands after a number; `one` is the English for a single one: `{zh: 分钟, en: minutes, one: minute}`."""

    one: Line | None = None


class Interface(Record):
    """`content/interface.yaml`: every word the templates print, and the names of units.

    A word may hold `{name}` places, which the template that prints it fills.
    """

    words: dict[str, Text]
    units: dict[str, Unit]


class Correction(Record):
    """What OpenCC gives, what a Taiwan reader expects, and why."""

    wrong: Line
    right: Line
    reason: Line


class Traditional(Record):
    """`content/traditional.yaml`: the OpenCC profile and the corrections made after it."""

    profile: Literal["s2t", "s2tw", "s2twp", "s2hk"] = "s2tw"
    corrections: tuple[Correction, ...] = ()
