"""The ledger of a source (`content/ledger/<source>.yaml`): machine-kept, tracked, and read by both lines.

Every character of a source that is not white space lies in exactly one statement or one dropped stretch. Numbers are
never used again: a new ingest carries them over by digest and gives new statements numbers from `next`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

DropReason = Literal["page-chrome", "heading", "duplicate", "truncated", "list-number", "private"]
StatementKind = Literal["requirement", "responsibility", "step", "fact", "lead-in"]
SpanPair = tuple[int, int]
"""Start and end in the raw text, in code points, half-open."""


class LedgerRecord(BaseModel):
    """Base of the ledger's records: frozen, and closed to fields nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Statement(LedgerRecord):
    """One statement: its number, where it stands, what it says in kind, never in words unless rights are `quote`."""

    n: int = Field(ge=1)
    span: SpanPair
    place: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*:[1-9][0-9]*$")]
    """Line and column in the raw text, as editors count."""
    kind: StatementKind
    lang: Literal["zh-Hans", "zh-Hant", "en"]
    posting: int = Field(ge=1)
    """Which posting or part of the source, from 1."""
    pair: int | None = None
    """The number of the statement that says the same in the other language."""
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    """First 16 hex digits of SHA-256 over the repaired text, folded to Simplified, without white space."""
    text: str | None = None
    """The words as they stand in the source, script kept; only where rights are `quote`."""
    simplified: str | None = None
    """The same words folded to Simplified; only beside a `text` that this changes."""


class Dropped(LedgerRecord):
    """A stretch that no statement holds, and why.

    `private`: a clause with a contact detail of a person. It ends the statement that it stands in; where words of the
    same sentence come after it, they are a statement of their own, and both make one item.
    """

    span: SpanPair
    reason: DropReason


class Retired(LedgerRecord):
    """A number whose statement is gone from the source, and the statement that stands nearest to its place."""

    n: int = Field(ge=1)
    successor: int | None = None


class Ledger(LedgerRecord):
    """The account of one source. `extraction` names what turned the file into text."""

    source: str
    digest: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
    encoding: str
    extraction: str
    characters: int
    """Length of the raw text in code points."""
    next: int = Field(ge=1)
    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    retired: tuple[Retired, ...] = ()
