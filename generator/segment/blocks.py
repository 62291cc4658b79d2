"""What a repaired text is divided into. Offsets are code points of the repaired text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.places import Span

BlockKind = Literal["item", "lead-in", "heading", "list-number", "page-chrome", "truncated", "duplicate", "blank"]
SectionType = Literal["requirement", "responsibility", "step", "fact"]
SourceKind = Literal["posting", "guide", "profile"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading opens: its words, and what its items are where the words say so."""

    title: str
    type: SectionType | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch `text[start:end]`; the blocks of a document follow each other without a gap.

    Blocks with the same `group` are parts of one item: the clauses under one label, or the two languages of one entry.
    `chain` numbers the list that an item stands in, 0 where it stands in none.
    """

    kind: BlockKind
    start: int
    end: int
    posting: int = 1
    group: int = 0
    chain: int = 0
    language: Language = "zh"
    section: Section | None = None
    listed: bool = False
    """Whether a mark or a label sets the item off; a sentence of running prose is not listed."""

    title_end: int | None = None
    """Where the item's own title ends, for a numbered part of a guide that begins with one."""

    point: int = 0
    """The point of a list that the block is part of, numbered from 1 in the order of the text; 0 outside of lists."""

    within: int = 0
    """The point that this block's point stands under, always a smaller number; 0 for a point of the first level."""

    @property
    def span(self) -> Span:
        """The stretch as a span of the repaired text, surrounding white space included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Posting:
    """One posting, guide or profile of a text; `title` and `organisation` only where the text gives them."""

    number: int
    title: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A divided text: its kind, its postings, and the blocks that tile it."""

    text: str
    kind: SourceKind
    postings: tuple[Posting, ...]
    blocks: tuple[Block, ...]
