"""Finds the Chinese and the English that say the same.

Three layouts: run by run inside one entry (the segmenter gives both the same group), entry by entry, and block by
block. The last two are one rule here: two neighbouring lists in different languages, of the same kind of section and
of the same length, are zipped. Lists of unequal length are left alone and reported: a wrong pair is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.segment.blocks import Block

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
        if (
            alike
            and len(left) == len(right)
            and all(plausible(texts[x], texts[y]) for x, y in zip(left, right, strict=True))
        ):
            for x, y in zip(left, right, strict=True):
                partner[x], partner[y] = y, x
            index += 2
            continue
        if alike and (len(left) > 1 or len(right) > 1):
            doubtful.append(left[0])
        index += 1
    return Pairing(partner, tuple(doubtful))


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
