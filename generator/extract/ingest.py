"""The ingest line from a raw text to what is kept of it: postings with typed, paired items, and the ledger."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from generator.chinese import to_simplified
from generator.clean import Cleaned, clean
from generator.clean.chain import explain
from generator.clean.repairs import script_counts
from generator.extract import findings
from generator.extract.items import Kept, PostingOut, join, tidy, tidy_name
from generator.extract.ledgers import assign_numbers, folded_digest
from generator.extract.pairing import pair
from generator.extract.private import private_spans
from generator.extract.record import Found, FoundDropped, FoundItem, FoundPair, FoundPosting, FoundRepair
from generator.extract.typing import types_of
from generator.extract.withheld import masked, withheld
from generator.ledger import Dropped, Ledger, Statement
from generator.places import LineIndex, Span
from generator.segment import Block, segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.clean import Repair
    from generator.extract.items import Item
    from generator.extract.private import PrivateSpan
    from generator.ledger import DropReason, StatementKind
    from generator.problems import Problem
    from generator.read.decode import RawText
    from generator.segment import Document
    from generator.segment.blocks import SourceKind


@dataclass(frozen=True, slots=True)
class Ingested:
    """All that was made of one raw text."""

    source_id: str
    kind: SourceKind
    raw: RawText
    cleaned: Cleaned
    postings: tuple[PostingOut, ...]
    ledger: Ledger
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the record that `handbook ingest --json` prints, as `generator.extract.record` describes it."""
        private = _private(self.dropped)
        return Found(
            source=self.source_id,
            kind=self.kind,
            postings=tuple(_found_posting(posting) for posting in self.postings),
            dropped=tuple(FoundDropped(span=drop.span, reason=drop.reason) for drop in self.dropped),
            repairs=tuple(_found_repair(repair, private) for repair in self.repairs),
        ).model_dump(mode="json")

    def explain(self) -> list[str]:
        """Return every repair as a line `path:line:column rule: before → after (reason)`; what is private is masked."""
        lines = LineIndex(self.raw.text)
        private = _private(self.dropped)
        ordered = sorted(self.repairs, key=lambda repair: repair.span)
        return [
            f"{lines.location(self.raw.path, repair.span.start)} {repair.rule}: [private]"
            if _touches(private, repair.span)
            else line
            for repair, line in zip(ordered, explain(self.cleaned, self.raw.path), strict=True)
        ]


def _found_posting(posting: PostingOut) -> FoundPosting:
    return FoundPosting(
        number=posting.number,
        kind=posting.kind,
        title=posting.title,
        organisation=posting.organisation,
        place=posting.place,
        items=tuple(
            FoundItem(
                type=item.type,
                zh=item.zh,
                en=item.en,
                span=(item.span.start, item.span.end),
                section=item.section,
                lead=item.lead,
                statements=item.statements,
                under=item.under,
                pair=FoundPair(score=item.pair.score, reason=item.pair.reason) if item.pair else None,
            )
            for item in posting.items
        ),
    )


def _found_repair(repair: Repair, private: Sequence[Span]) -> FoundRepair:
    hidden = _touches(private, repair.span)
    return FoundRepair(
        span=(repair.span.start, repair.span.end),
        rule=repair.rule,
        before=None if hidden else repair.before,
        after=None if hidden else repair.after,
    )


def _private(dropped: Sequence[Dropped]) -> list[Span]:
    return [Span(*drop.span) for drop in dropped if drop.reason == "private"]


def _touches(private: Sequence[Span], span: Span) -> bool:
    """Tell whether a stretch shares a character with what is private, or stands inside it; `private` is in order."""
    after = bisect_right(private, span.start, key=lambda one: one.end)
    return after < len(private) and private[after].start < span.end


def ingest(
    raw: RawText,
    source_id: str,
    previous: Ledger | None = None,
    organisations: Sequence[str] = (),
    *,
    quote: bool = False,
) -> Ingested:
    """Repair, divide, type and pair one raw text; `previous` is the ledger whose numbers are carried over.

    `organisations` are names that the handbook knows; a title that begins with one names its organisation. With `quote`
    the ledger keeps the words of each statement.

    Never raises for what a text holds. Every character of the raw text that is not white space lies in exactly one
    statement or one dropped stretch of the ledger.
    """
    with _no_collection(len(raw.text)):
        return _ingest(raw, source_id, previous, organisations, quote=quote)


_LARGE = 200_000


@contextmanager
def _no_collection(size: int) -> Iterator[None]:
    """Keep Python from looking for garbage in cycles while a large text is read.

    Reading makes a million objects and no cycle; looking through them again and again took a third of the time.
    """
    pause = size > _LARGE and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def _ingest(
    raw: RawText, source_id: str, previous: Ledger | None, organisations: Sequence[str], *, quote: bool
) -> Ingested:
    cleaned = clean(raw.text)
    details = private_spans(cleaned.text)
    document = segment(masked(cleaned.text, details), organisations)
    lines = LineIndex(raw.text)
    kept, dropped = _divide(raw, cleaned, document, details)
    kept = [replace(k, type=found) for k, found in zip(kept, types_of(kept, document.kind), strict=True)]
    pairing = pair([k.block for k in kept], [k.text for k in kept])
    numbers, free = assign_numbers([k.digest for k in kept], previous)
    source_script = _script(cleaned.text, "zh-Hans")
    statements = tuple(
        Statement(
            n=numbers[i],
            span=(k.raw.start, k.raw.end),
            place="{}:{}".format(*lines.line_column(k.raw.start)),
            kind=_statement_kind(k),
            lang="en" if k.block.language == "en" else _script(k.text, source_script),
            posting=k.block.posting,
            pair=numbers[pairing.partner[i]] if i in pairing.partner else None,
            digest=k.digest,
            text=k.text if quote else None,
            simplified=k.folded if quote and k.folded != k.text else None,
        )
        for i, k in enumerate(kept)
    )
    ledger = Ledger(
        source=source_id,
        digest=raw.digest,
        encoding=raw.encoding,
        extraction=raw.extraction,
        characters=len(raw.text),
        next=free,
        statements=statements,
        dropped=tuple(dropped),
    )
    items = join(kept, pairing, numbers, document.blocks)
    postings = tuple(
        PostingOut(
            p.number,
            document.kind,
            tidy_name(p.title),
            tidy_name(p.organisation),
            tuple(items.get(p.number, ())),
            _place(items.get(p.number, ())),
        )
        for p in sorted(document.postings, key=lambda posting: posting.number)
        if items.get(p.number) or p.title
    )
    problems = [
        *cleaned.problems(raw.path),
        *findings.truncations(raw.path, dropped, lines),
        *findings.contacts(raw.path, details, cleaned, lines),
        *findings.unmatched(raw.path, kept, pairing, lines),
        *findings.doubtful(raw.path, postings, lines),
        *findings.doubled(raw.path, kept, lines),
    ]
    repairs = tuple(cleaned.repairs())
    return Ingested(
        source_id, document.kind, raw, cleaned, postings, ledger, tuple(dropped), repairs, tuple(sorted(problems))
    )


def _divide(
    raw: RawText, cleaned: Cleaned, document: Document, details: Sequence[PrivateSpan]
) -> tuple[list[Kept], list[Dropped]]:
    """Make of every block a statement or a dropped stretch, in raw places; what is private is cut out of both."""
    kept: list[Kept] = []
    dropped: list[Dropped] = []
    last_digest: tuple[int, str] | None = None
    position = 0
    pieces = list(_pieces(cleaned.text, document, details))
    for index, (block, private) in enumerate(pieces):
        end = cleaned.alignment.cut(block.end) if index + 1 < len(pieces) else len(raw.text)
        span = _trim(raw.text, position, end)
        position = max(position, end)
        if span is None:
            continue
        text = tidy(cleaned.text[block.start : block.end])
        if private:
            begin = span.start
            if dropped and dropped[-1].reason == "private" and not raw.text[dropped[-1].span[1] : begin].strip(" \t"):
                begin = dropped.pop().span[0]  # a border between two blocks is none of what is private
            dropped.append(Dropped(span=(begin, span.end), reason="private"))
        elif block.kind in ("item", "lead-in") and text:
            folded = to_simplified(text)
            digest = folded_digest(folded)
            if (block.posting, digest) == last_digest and block.kind == "item":
                dropped.append(Dropped(span=(span.start, span.end), reason="duplicate"))
                continue
            last_digest = block.posting, digest
            heading = tidy(cleaned.text[block.start : block.title_end]) if block.title_end else None
            kept.append(Kept(block, text, folded, digest, span, "fact", heading))
        else:
            reason: DropReason = block.kind if block.kind not in ("item", "lead-in", "blank") else "page-chrome"  # type: ignore[assignment]
            dropped.append(Dropped(span=(span.start, span.end), reason=reason))
    return kept, dropped


def _pieces(text: str, document: Document, details: Sequence[PrivateSpan]) -> Iterator[tuple[Block, bool]]:
    """Yield the blocks, cut where private stretches begin and end, and whether a piece is private."""
    for block in document.blocks or (Block("page-chrome", 0, 0),):
        stretches = withheld(text, block.start, block.end, details) if details else ()
        position = block.start
        for span in stretches:
            if position < span.start:
                yield _part(block, position, span.start), False
            yield _part(block, span.start, span.end), True
            position = span.end
        if position < block.end or not stretches:
            yield _part(block, position, block.end), False


def _part(block: Block, start: int, end: int) -> Block:
    if (start, end) == (block.start, block.end):
        return block
    title = block.title_end if block.title_end and start == block.start and block.title_end <= end else None
    return replace(block, start=start, end=end, title_end=title)


_PLACE = re.compile(
    r"(?:工作|上班|办公|任职)(?:地点|地址|地区|区域|城市)\s*[：:]\s*(?P<zh>[^，。；,;\n]{2,40})|"
    r"(?:job |work )?location\s*:\s*(?P<en>[^,.;(\n]{2,40})",
    re.IGNORECASE,
)


def _place(items: Sequence[Item]) -> str | None:
    """Return the place of work: what the first fact says that is labelled as one."""
    for item in items:
        text = (item.zh or item.en or "")[:80] if item.type == "fact" else ""
        if match := _PLACE.match(to_simplified(text)):
            group = "zh" if match["zh"] else "en"
            return text[match.start(group) : match.end(group)].strip()
    return None


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _statement_kind(kept: Kept) -> StatementKind:
    return "lead-in" if kept.block.kind == "lead-in" else kept.type


def _script(text: str, fallback: Literal["zh-Hans", "zh-Hant"]) -> Literal["zh-Hans", "zh-Hant"]:
    simplified, traditional = script_counts(text)
    if simplified == traditional:
        return fallback
    return "zh-Hans" if simplified > traditional else "zh-Hant"
