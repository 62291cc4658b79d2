"""Statements to items: what belongs together in one language or two, its section, its lead-in, the point above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.agreement import agreement
from generator.places import Span
from generator.segment.notices import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.agreement import Agreement
    from generator.extract.pairing import Pairing
    from generator.segment import Block
    from generator.segment.blocks import SectionType, SourceKind


@dataclass(frozen=True, slots=True)
class Item:
    """One item as an editor would type it: what it is, in one language or two, and where it stands.

    `span` is in the raw text: of both languages where they stand side by side, else of the one that comes first.
    `statements` are the numbers of the ledger that it is made of, `lead` the lead-in above it.
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

    under: int | None = None
    """Which item of its posting it is a sub-point of, counted from 0; always an earlier one."""

    pair: Agreement | None = None
    """How far its two languages agree; None where it has one."""


@dataclass(frozen=True, slots=True)
class PostingOut:
    """One posting, guide or profile; title, organisation and place are None where the text does not give them."""

    number: int
    kind: SourceKind
    title: str | None
    organisation: str | None
    items: tuple[Item, ...]
    place: str | None = None
    """Where the work is, as the text says under a label of its own."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A block that became a statement: its words, folded too, and its stretch of the raw text."""

    block: Block
    text: str
    folded: str
    digest: str
    raw: Span
    type: SectionType
    heading: str | None = None


def join(
    kept: Sequence[Kept], pairing: Pairing, numbers: Sequence[int], blocks: Sequence[Block]
) -> dict[int, list[Item]]:
    """Join the statements of one group, and the two languages of one item, by posting and in the order of the text."""
    above = _above(blocks)
    by_group: dict[int, list[int]] = {}
    for i, k in enumerate(kept):
        if k.block.kind != "lead-in":
            by_group.setdefault(k.block.group, []).append(i)
    leads = _leads(kept, above)
    items: dict[int, list[Item]] = {}
    of_point: dict[int, int] = {}
    done: set[int] = set()
    for group, members in by_group.items():
        if group in done:
            continue
        indices = list(members)
        for i in members:
            other = pairing.partner.get(i)
            if other is not None and (theirs := kept[other].block.group) != group and theirs not in done:
                indices += by_group[theirs]
                done.add(theirs)
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
        chinese = (tidy(" ".join(kept[i].text for i in zh)) if len(zh) > 1 else kept[zh[0]].text) if zh else None
        english = " ".join(kept[i].text for i in en) or None
        layouts = [pairing.layouts[i] for i in indices if i in pairing.layouts]
        siblings = items.setdefault(first.block.posting, [])
        siblings.append(
            Item(
                first.type,
                chinese,
                english,
                span,
                tuple(numbers[i] for i in indices),
                section=tidy_name(first.block.section.title) if first.block.section else None,
                lead=leads.get(group),
                heading=first.heading,
                under=next(
                    (of_point[p] for p in _upwards(above.get(first.block.point, 0), above) if p in of_point), None
                ),
                pair=agreement(chinese, english, *layouts[:1]) if chinese and english else None,
            )
        )
        of_point |= {kept[i].block.point: len(siblings) - 1 for i in indices if kept[i].block.point}
    return items


def _same_language_end(kept: Sequence[Kept], indices: list[int]) -> int:
    """Return the last of the leading statements in the first one's language."""
    last = indices[0]
    for i in indices[1:]:
        if kept[i].block.language != kept[last].block.language or i != last + 1:
            break
        last = i
    return last


def _above(blocks: Sequence[Block]) -> dict[int, int]:
    """Return for each point of a list the point that it stands under; points of the first level are left out."""
    return {block.point: block.within for block in blocks if block.within}


def _upwards(point: int, above: dict[int, int]) -> Iterator[int]:
    """Yield a point and those that it stands under, innermost first."""
    while point:
        yield point
        point = above.get(point, 0)


def _leads(kept: Sequence[Kept], above: dict[int, int]) -> dict[int, str | None]:
    """Return for each group the lead-in that it stands under.

    A lead-in rules to the next heading, posting or unlisted sentence; one inside a point of a list, over that point
    and what stands under it.
    """
    leads: dict[int, str | None] = {}
    open_: list[Kept] = []
    for k in kept:
        same_part = bool(open_) and (open_[-1].block.posting, open_[-1].block.section) == (
            k.block.posting,
            k.block.section,
        )
        if not same_part or not (k.block.listed or k.block.kind == "lead-in"):
            open_ = []
        points = {0, *_upwards(k.block.point, above)}
        while open_ and open_[-1].block.point not in points:
            open_.pop()
        if k.block.kind != "lead-in":
            leads.setdefault(k.block.group, open_[-1].text if open_ else None)
        elif open_ and open_[-1].block.group == k.block.group:
            open_[-1] = replace(k, text=tidy(f"{open_[-1].text} {k.text}"))  # one lead-in in two pieces
        else:
            open_ = [*open_, k] if k.block.point else [k]
    return leads


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


def tidy_name(name: str | None) -> str | None:
    """Return a title or a name on one line, without what was masked in it."""
    return " ".join(name.replace(WITHHELD, " ").split()) or None if name else None
