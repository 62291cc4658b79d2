"""The records: a figure, a figure that one language lacks, and the types of their fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.places import Span

Op = Literal["<", "<=", "=", ">=", ">", "between"]
Change = Literal["up", "down"]
Period = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `value` (to `to`, where `op` is `between`) of `unit`, as `raw` says it at `span`.

    `unit` is a key of the handbook's units, the empty text for a bare number, or None where the handbook has no unit
    for `word`, the unit's word as it is written. `per` is the period that the figure counts for (`3次/周`). `measures`
    are the words it measures, as far as they stand beside it; `change` says that it is the size of a rise or fall.
    """

    span: Span
    raw: str
    op: Op
    value: Decimal
    to: Decimal | None = None
    unit: str | None = ""
    measures: str | None = None
    change: Change | None = None
    per: Period | None = None
    word: str = ""

    @property
    def worded(self) -> bool:
        """Whether it is said in words alone: `每周`, `两个`, `three changes`."""
        return not any(character.isdigit() for character in self.raw)


@dataclass(frozen=True, slots=True)
class Lack:
    """A figure of one language that the other language lacks."""

    missing_in: Language
    figure: Figure
