"""What `handbook ingest --json` prints: a list of `Found`, one for each file that could be read.

The page `docs/ingest-json.md` and the schema beside it are made from these models; `make goldens` writes them. Keys are
published: they are never renamed, and new ones may come.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.ledger import DropReason, SpanPair
from generator.segment.blocks import SectionType, SourceKind

Spanned = Annotated[
    SpanPair,
    Field(
        description="Start and end in the raw text, in code points, half-open. The raw text is that of the file, or "
        "what was read out of a web page, a document or a PDF."
    ),
]


class FoundRecord(BaseModel):
    """Base of the records: frozen, and closed to fields nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FoundPair(FoundRecord):
    """How far the two languages of an item agree."""

    score: float = Field(ge=0, le=1, description="From 0 to 1; a score below 0.5 is also a warning, `pair-doubtful`.")
    reason: str = Field(
        description="What the score rests on: how the two were found, their figures, the Latin words and the everyday "
        "words that they share, their lengths."
    )


class FoundItem(FoundRecord):
    """One item as an editor would type it, in one language or two."""

    type: SectionType = Field(description="What it is.")
    zh: str | None = Field(description="Its Chinese, repaired, in the script of the source; null where there is none.")
    en: str | None = Field(description="Its English, or null.")
    span: Spanned = Field(
        description="Where it stands in the raw text: both languages where they stand side by side, else the one that "
        "comes first. A dropped stretch may lie inside."
    )
    section: str | None = Field(description="The heading that it stands under, as the text gives it.")
    lead: str | None = Field(description="The lead-in that it stands under, such as `三步完成开店：`.")
    statements: tuple[int, ...] = Field(description="The numbers, in the ledger, of the statements that it is made of.")
    under: int | None = Field(
        description="For a sub-point, the item that it stands under: the place of that in `items`, from 0, always an "
        "earlier one. A point that is no item but a lead-in or a heading is in `lead` or `section`."
    )
    pair: FoundPair | None = Field(description="How far its two languages agree; null where it has one.")


class FoundPosting(FoundRecord):
    """One posting, guide or profile of a text."""

    number: int = Field(ge=1, description="Its number in the text, as the ledger counts, from 1.")
    kind: SourceKind = Field(description="What it is.")
    title: str | None = Field(description="Its title, or null where the text gives none.")
    organisation: str | None = Field(description="Who hires, or null.")
    place: str | None = Field(description="Where the work is, as the text says under a label of its own; or null.")
    items: tuple[FoundItem, ...] = Field(description="Its items in the order of the text.")


class FoundDropped(FoundRecord):
    """A stretch of the raw text that no item and no statement holds."""

    span: Spanned
    reason: DropReason = Field(description="Why. What is `private` is named by its place alone and printed nowhere.")


class FoundRepair(FoundRecord):
    """One change that was made to the raw text before it was divided; later ones may build on earlier ones."""

    span: Spanned
    rule: str = Field(description="The rule that made it: see [repairs of damaged text](repairs.md).")
    before: str | None = Field(description="The stretch as it stood; null inside what is private.")
    after: str | None = Field(description="What stands there now; null inside what is private.")


class Found(FoundRecord):
    """All that was found in one file."""

    source: str = Field(description="The id of the source: the name of the file, in lower-case ASCII words.")
    kind: SourceKind = Field(description="What the text is as a whole.")
    postings: tuple[FoundPosting, ...] = Field(description="Its postings in the order of the text.")
    dropped: tuple[FoundDropped, ...] = Field(
        description="What no statement holds, in order. Every character that is not white space lies in exactly one "
        "statement or one dropped stretch."
    )
    repairs: tuple[FoundRepair, ...] = Field(description="Every repair, in the order in which they were made.")
