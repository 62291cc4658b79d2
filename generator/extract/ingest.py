"""The ingest line from a raw text to what is kept of it: postings with typed, paired items, and the ledger."""

from __future__ import annotations

import gc
import re
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from generator.chinese import to_simplified
from generator.clean import Cleaned, clean
from generator.clean.chain import explain
from generator.clean.repairs import script_counts
from generator.extract.ledgers import assign_numbers, folded_digest
from generator.extract.pairing import pair
from generator.extract.typing import item_type
from generator.ledger import Dropped, Ledger, Statement
from generator.places import LineIndex, Span
from generator.problems import Problem
from generator.segment import Block, segment
from generator.segment.divide import protect, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.clean import Repair
    from generator.ledger import DropReason, StatementKind
    from generator.read.decode import RawText
    from generator.segment.blocks import SectionType, SourceKind


@dataclass(frozen=True, slots=True)
class Item:
    """One item as an editor would type it: what it is, in one language or two, and where it stands.

    `span` is in the raw text: of both languages where they stand side by side, else of the one that comes first.
    `lead` is the lead-in above it, `statements` the numbers of the ledger that it is made of.
    """

    type: SectionType
    zh: str | None
    en: str | None
    span: Span
    statements: tuple[int, ...]
    section: str | None = None
    lead: str | None = None
    heading: str | None = None
    """The title that a numbered part of a guide begins with; it is part of the item's words too."""


@dataclass(frozen=True, slots=True)
class PostingOut:
    """One posting, guide or profile; title, organisation and place are None where the text does not give them."""

    number: int
    title: str | None
    organisation: str | None
    items: tuple[Item, ...]
    place: str | None = None
    """Where the work is, as the text says under a label of its own."""


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
        """Return the record that `handbook ingest --json` prints; spans are `[start, end]` in the raw text."""
        return {
            "source": self.source_id,
            "kind": self.kind,
            "postings": [
                {
                    "title": posting.title,
                    "organisation": posting.organisation,
                    "place": posting.place,
                    "items": [
                        {
                            "type": item.type,
                            "zh": item.zh,
                            "en": item.en,
                            "span": [item.span.start, item.span.end],
                            "lead": item.lead,
                        }
                        for item in posting.items
                    ],
                }
                for posting in self.postings
            ],
            "dropped": [{"span": list(drop.span), "reason": drop.reason} for drop in self.dropped],
            "repairs": [
                {"span": [r.span.start, r.span.end], "rule": r.rule, "before": r.before, "after": r.after}
                for r in self.repairs
            ],
        }

    def explain(self) -> list[str]:
        """Return every repair as a line `path:line:column rule: before → after (reason)`."""
        return explain(self.cleaned, self.raw.path)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A block that became a statement."""

    block: Block
    text: str
    folded: str
    digest: str
    raw: Span
    type: SectionType
    heading: str | None = None


def ingest(raw: RawText, source_id: str, previous: Ledger | None = None, organisations: Sequence[str] = ()) -> Ingested:
    """Repair, divide, type and pair one raw text; `previous` is the ledger whose numbers are carried over.

    `organisations` are names that the handbook knows; a title that begins with one names its organisation.

    Never raises for what a text holds. Every character of the raw text that is not white space lies in exactly one
    statement or one dropped stretch of the ledger.
    """
    with _no_collection(len(raw.text)):
        return _ingest(raw, source_id, previous, organisations)


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


def _ingest(raw: RawText, source_id: str, previous: Ledger | None, organisations: Sequence[str]) -> Ingested:
    cleaned = clean(raw.text)
    document = segment(cleaned.text, organisations)
    lines = LineIndex(raw.text)
    problems = cleaned.problems(raw.path)
    kept: list[_Kept] = []
    dropped: list[Dropped] = []
    last_digest: tuple[int, str] | None = None
    position = 0
    blocks = document.blocks or (Block("page-chrome", 0, 0),)
    for index, block in enumerate(blocks):
        end = cleaned.alignment.cut(block.end) if index + 1 < len(blocks) else len(raw.text)
        span = _trim(raw.text, position, end)
        position = max(position, end)
        if span is None:
            continue
        text = tidy(cleaned.text[block.start : block.end])
        if block.kind in ("item", "lead-in") and text:
            folded = to_simplified(text)
            digest = folded_digest(folded)
            if (block.posting, digest) == last_digest and block.kind == "item":
                dropped.append(Dropped(span=(span.start, span.end), reason="duplicate"))
                continue
            last_digest = block.posting, digest
            kind = item_type(folded, block.language, block.section, document.kind, listed=block.listed)
            heading = tidy(cleaned.text[block.start : block.title_end]) if block.title_end else None
            kept.append(_Kept(block, text, folded, digest, span, kind, heading))
            continue
        reason: DropReason = block.kind if block.kind not in ("item", "lead-in", "blank") else "page-chrome"  # type: ignore[assignment]
        if reason == "truncated":
            problems.append(
                Problem(
                    lines.location(raw.path, span.start),
                    "text-truncated",
                    "The text breaks off here.",
                    "Find the rest.",
                )
            )
        dropped.append(Dropped(span=(span.start, span.end), reason=reason))
    kept = _agree(kept)
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
    problems += _doubts(raw.path, kept, pairing.doubtful, lines)
    items = _items(kept, pairing.partner, numbers)
    titles = {p.number: p for p in document.postings}
    postings = tuple(
        PostingOut(n, titles[n].title, titles[n].organisation, tuple(items.get(n, ())), _place(items.get(n, ())))
        for n in sorted(titles)
        if items.get(n) or titles[n].title
    )
    repairs = tuple(cleaned.repairs())
    return Ingested(
        source_id, document.kind, raw, cleaned, postings, ledger, tuple(dropped), repairs, tuple(sorted(problems))
    )


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


def _agree(kept: list[_Kept]) -> list[_Kept]:
    """Give the entries of one list one type where no heading names it: most of them decide."""
    lists: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for i, k in enumerate(kept):
        if k.block.chain and k.block.kind == "item" and not (k.block.section and k.block.section.type):
            lists[k.block.posting, k.block.chain].append(i)
    agreed = list(kept)
    for members in lists.values():
        (most, count), *_ = Counter(kept[i].type for i in members).most_common(1)
        if count * 3 >= len(members) * 2:
            for i in members:
                agreed[i] = replace(kept[i], type=most)
    return agreed


def tidy(text: str) -> str:
    r"""Return words as an editor would type them: one line, single spaces, none beside full-width signs.

    >>> tidy("开店、  收银；\n 盘点 ")
    '开店、收银；盘点'
    """
    line = " ".join(text.split())
    return _NO_SPACE.sub("", line)


_NO_SPACE = re.compile(
    "(?<=[，。；：！？、（）《》“”\u3400-\u9fff]) (?=[，。；：！？、（）《》“”\u3400-\u9fff])"
    "|(?<=[，。；：！？、]) | (?=[，。；：！？、])"
)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _statement_kind(kept: _Kept) -> StatementKind:
    return "lead-in" if kept.block.kind == "lead-in" else kept.type


def _script(text: str, fallback: Literal["zh-Hans", "zh-Hant"]) -> Literal["zh-Hans", "zh-Hant"]:
    simplified, traditional = script_counts(text)
    if simplified == traditional:
        return fallback
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _leads(kept: list[_Kept]) -> dict[int, str | None]:
    """Return for each group the lead-in that it stands under: to the next heading, posting or unlisted sentence."""
    leads: dict[int, str | None] = {}
    lead: _Kept | None = None
    for k in kept:
        if k.block.kind == "lead-in":
            lead = k
            continue
        same_part = lead and (lead.block.posting, lead.block.section) == (k.block.posting, k.block.section)
        lead = lead if same_part and k.block.listed else None
        leads.setdefault(k.block.group, lead.text if lead else None)
    return leads


def _items(kept: list[_Kept], partner: dict[int, int], numbers: list[int]) -> dict[int, list[Item]]:
    """Join the statements of one group, and the two languages of one item, by posting and in the order of the text."""
    by_group: dict[int, list[int]] = {}
    for i, k in enumerate(kept):
        if k.block.kind != "lead-in":
            by_group.setdefault(k.block.group, []).append(i)
    leads = _leads(kept)
    items: dict[int, list[Item]] = {}
    done: set[int] = set()
    for group, members in by_group.items():
        if group in done:
            continue
        indices = list(members)
        for i in members:
            other = partner.get(i)
            if other is not None and kept[other].block.group != group:
                indices += by_group[kept[other].block.group]
                done.add(kept[other].block.group)
        indices.sort()
        zh = [i for i in indices if kept[i].block.language == "zh"]
        en = [i for i in indices if kept[i].block.language == "en"]
        first = kept[indices[0]]
        # Side by side: nothing but list marks and white space between the statements.
        run = [indices[0]]
        for i in indices[1:]:
            if i == run[-1] + 1:
                run.append(i)
            else:
                break
        near = len(run) == len(indices)
        span = Span(
            first.raw.start, kept[indices[-1]].raw.end if near else kept[_same_language_end(kept, indices)].raw.end
        )
        items.setdefault(first.block.posting, []).append(
            Item(
                first.type,
                (tidy(" ".join(kept[i].text for i in zh)) if len(zh) > 1 else kept[zh[0]].text if zh else None),
                " ".join(kept[i].text for i in en) or None,
                span,
                tuple(numbers[i] for i in indices),
                first.block.section.title or None if first.block.section else None,
                leads.get(group),
                first.heading,
            )
        )
    return items


def _same_language_end(kept: list[_Kept], indices: list[int]) -> int:
    """Return the last of the leading statements in the first one's language."""
    last = indices[0]
    for i in indices[1:]:
        if kept[i].block.language != kept[last].block.language or i != last + 1:
            break
        last = i
    return last


def _doubts(path: str, kept: list[_Kept], doubtful: tuple[int, ...], lines: LineIndex) -> list[Problem]:
    found = [
        Problem(
            lines.location(path, kept[i].raw.start),
            "pair-doubtful",
            "The Chinese and the English here stand in unequal numbers.",
            "Pair them by hand in the draft.",
        )
        for i in doubtful
    ]
    for k in kept:
        if len(k.text) > 20_000 or not _SENTENCE_ENDS.search(k.text, 0, len(k.text) - 1):
            continue
        inside = protect(k.text)
        parts = [k.text[b:s] for b, s in sentences(k.text, 0, len(k.text), inside, at_semicolons=False)]
        for one, other in pairwise(parts):
            if _alike(one, other):
                found.append(
                    Problem(
                        lines.location(path, k.raw.start),
                        "sentence-doubled",
                        "Two sentences of this statement say nearly the same.",
                        "Keep one in the handbook.",
                    )
                )
    return found


_SENTENCE_ENDS = re.compile(r"[。！？.!?]")


def _alike(one: str, other: str) -> bool:
    """Tell whether two sentences share three quarters of their words, endings aside."""
    a, b = ({word[:4].lower() for word in re.findall(r"[A-Za-z]+|[\u3400-\u9fff]", text)} for text in (one, other))
    return min(len(a), len(b)) >= 6 and len(a & b) / len(a | b) >= 0.75
