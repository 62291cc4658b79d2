"""Finds the Chinese and the English that say the same.

Three layouts: run by run inside one entry (the segmenter gives both the same group), entry by entry, and block by
block. The last two are one rule here: two neighbouring lists in different languages, of the same kind of section and
of the same length, are zipped. Lists of unequal length are left alone and reported: a wrong pair is worse than none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.segment.blocks import Block, SectionType

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """`partner` maps an index into the blocks to the index of the block in the other language, both ways.

    `doubtful` holds the first block of each two lists that should have matched and did not.
    """

    partner: dict[int, int]
    doubtful: tuple[int, ...]


def pair(blocks: Sequence[Block], texts: Sequence[str]) -> Pairing:
    """Pair the items among `blocks`; `texts` are their words, in step with them."""
    partner: dict[int, int] = {}
    doubtful: list[int] = []
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
    lists = _lists(blocks, items, partner)
    index = 0
    while index + 1 < len(lists):
        left, right = lists[index], lists[index + 1]
        a, b = blocks[left[0]], blocks[right[0]]
        alike = a.posting == b.posting and a.language != b.language and _same_section(a, b)
        if alike and _zip(left, right, texts, partner):
            index += 2
            continue
        if alike and (len(left) > 1 or len(right) > 1):
            doubtful.append(left[0])
        index += 1
    for left, right in _far(blocks, [found for found in lists if found[0] not in partner]):
        _zip(left, right, texts, partner)
    return Pairing(partner, tuple(first for first in doubtful if first not in partner))


def _zip(left: list[int], right: list[int], texts: Sequence[str], partner: dict[int, int]) -> bool:
    """Pair two lists of one length entry by entry, if every two of them can say the same."""
    if len(left) != len(right) or not all(plausible(texts[x], texts[y]) for x, y in zip(left, right, strict=True)):
        return False
    for x, y in zip(left, right, strict=True):
        partner[x], partner[y] = y, x
    return True


def _far(blocks: Sequence[Block], lists: list[list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the lists that belong together where a posting stands whole in one language, then whole in the other.

    All its sections must come in the same order, of the same kinds and lengths, in both: then the n-th of one is the
    n-th of the other.
    """
    by_posting: defaultdict[int, list[list[int]]] = defaultdict(list)
    for found in lists:
        by_posting[blocks[found[0]].posting].append(found)
    for members in by_posting.values():
        half = len(members) // 2
        first, second = members[:half], members[half:]
        if half < 2 or len(first) != len(second):
            continue
        one, other = ({blocks[found[0]].language for found in part} for part in (first, second))
        known = all(
            _kind(blocks, x) and _kind(blocks, x) == _kind(blocks, y) for x, y in zip(first, second, strict=True)
        )
        lengths = all(len(x) == len(y) for x, y in zip(first, second, strict=True))
        if len(one) == len(other) == 1 and one != other and known and lengths:
            yield from zip(first, second, strict=True)


def _kind(blocks: Sequence[Block], found: list[int]) -> SectionType | None:
    section = blocks[found[0]].section
    return section.type if section else None


def _lists(blocks: Sequence[Block], items: list[int], partner: dict[int, int]) -> list[list[int]]:
    """Group neighbouring unpaired items that share posting, language, section and list."""
    lists: list[list[int]] = []
    previous: tuple[object, ...] | None = None
    for index in items:
        block = blocks[index]
        if index in partner:
            previous = None
            continue
        key = (block.posting, block.language, block.chain, block.section.title if block.section else "")
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


def plausible(one: str, other: str) -> bool:
    """Tell whether two texts can say the same: neither is many times longer than the other.

    >>> plausible("负责门店的日常排班", "Plan the daily shifts of the shop")
    True
    """
    han = max(len(_HAN.findall(one)), len(_HAN.findall(other)))
    words = min(len(_WORD.findall(one)), len(_WORD.findall(other)))
    if len(_WORD.findall(one)) > len(_WORD.findall(other)):
        words = len(_WORD.findall(one))
    else:
        words = len(_WORD.findall(other))
    return han > 0 and words > 0 and 0.5 <= han / words <= 6
