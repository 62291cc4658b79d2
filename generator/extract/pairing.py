"""Finds the Chinese and the English that say the same.

Three layouts: run by run inside one entry (the segmenter gives both the same group), entry by entry, and block by
block. The last two are one rule here: two neighbouring lists in different languages, of the same kind of section, are
aligned in order by what their entries share. Entries without a partner are left alone, and lists that do not match are
reported: a wrong pair is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.alignment import aligned, plausible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.agreement import Layout
    from generator.segment.blocks import Block, SectionType


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Two neighbouring lists that should have matched and did not: the first block, and how many entries each has."""

    first: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """`partner` maps an index into the blocks to the index of the block in the other language, both ways.

    `layouts` tells of the same indices how the two were found.
    """

    partner: dict[int, int]
    layouts: dict[int, Layout]
    unmatched: tuple[Unmatched, ...]


def pair(blocks: Sequence[Block], texts: Sequence[str]) -> Pairing:
    """Pair the items among `blocks`; `texts` are their words, in step with them."""
    partner: dict[int, int] = {}
    unmatched: list[Unmatched] = []
    items = [i for i, block in enumerate(blocks) if block.kind == "item"]
    for one, other in pairwise(items):
        a, b = blocks[one], blocks[other]
        if (
            a.group == b.group
            and a.language != b.language
            and one not in partner
            and plausible(texts[one], texts[other])
        ):
            partner[one], partner[other] = other, one
    layouts: dict[int, Layout] = dict.fromkeys(partner, "entry")
    lists = _lists(blocks, items, partner)
    index = 0
    while index + 1 < len(lists):
        left, right = lists[index], lists[index + 1]
        a, b = blocks[left[0]], blocks[right[0]]
        alike = a.posting == b.posting and a.language != b.language and _same_section(a, b)
        if alike and _join(left, right, texts, blocks, partner, "blocks"):
            index += 2
            continue
        if alike and (len(left) > 1 or len(right) > 1):
            unmatched.append(Unmatched(left[0], len(left), len(right)))
        index += 1
    layouts |= dict.fromkeys(partner.keys() - layouts.keys(), "blocks")
    for left, right in _far(blocks, lists, partner):
        _join(left, right, texts, blocks, partner, "halves")
    layouts |= dict.fromkeys(partner.keys() - layouts.keys(), "halves")
    return Pairing(partner, layouts, tuple(found for found in unmatched if found.first not in partner))


def _join(
    left: list[int],
    right: list[int],
    texts: Sequence[str],
    blocks: Sequence[Block],
    partner: dict[int, int],
    layout: Layout,
) -> bool:
    """Pair the entries of two lists that say the same, in order; False where the lists do not match."""
    zh, en = (right, left) if blocks[left[0]].language == "en" else (left, right)
    one, other = blocks[zh[0]], blocks[en[0]]
    apart = one.section != other.section or not (one.chain and other.chain)
    pairs = aligned([texts[i] for i in zh], [texts[i] for i in en], layout, apart=apart)
    for i, j in pairs:
        partner[zh[i]], partner[en[j]] = en[j], zh[i]
    return bool(pairs)


def _far(
    blocks: Sequence[Block], lists: list[list[int]], partner: dict[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what belongs together where a posting stands whole in one language, then whole in the other.

    Entries under headings of one kind are one list, if all of one language stand before all of the other.
    """
    parts: defaultdict[tuple[int, SectionType | None], list[int]] = defaultdict(list)
    for found in lists:
        parts[blocks[found[0]].posting, _kind(blocks, found)] += [i for i in found if i not in partner]
    halves: defaultdict[int, list[tuple[list[int], list[int]]]] = defaultdict(list)
    for (posting, _), members in parts.items():
        zh = [i for i in members if blocks[i].language == "zh"]
        en = [i for i in members if blocks[i].language == "en"]
        if zh and en and (zh[-1] < en[0] or en[-1] < zh[0]):
            halves[posting].append((zh, en))
    for both in halves.values():
        if any(min(len(zh), len(en)) > 1 for zh, en in both):
            yield from both


def _kind(blocks: Sequence[Block], found: list[int]) -> SectionType | None:
    section = blocks[found[0]].section
    return section.type if section else None


def _lists(blocks: Sequence[Block], items: list[int], partner: dict[int, int]) -> list[list[int]]:
    """Group neighbouring unpaired items that share posting, language, section and list.

    Sub-points are in the list of the point that they stand under.
    """
    chains: dict[int, int] = {}
    for block in blocks:
        if block.point:
            chains.setdefault(block.point, chains.get(block.within, block.chain))
    lists: list[list[int]] = []
    previous: tuple[object, ...] | None = None
    for index in items:
        block = blocks[index]
        if index in partner:
            previous = None
            continue
        chain = chains.get(block.point, block.chain)
        key = (block.posting, block.language, chain, block.section.title if block.section else "")
        if key == previous:
            lists[-1].append(index)
        else:
            lists.append([index])
        previous = key
    return lists


def _same_section(a: Block, b: Block) -> bool:
    one = a.section.type if a.section else None
    other = b.section.type if b.section else None
    return one == other or one is None or other is None
