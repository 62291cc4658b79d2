"""A posting that stands whole in one language and then whole in the other is one posting."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.segment.blocks import Block, Language, SectionType

_LEAST = 4
"""Items from which on the same order of sections is no accident."""


def join_mirrors(blocks: list[Block]) -> dict[int, int]:
    """Give the second of two neighbouring postings the number of the first where both say the same; return all numbers.

    The first is all in one language, the second all in the other; their sections are of the same kinds in the same
    order, and no two of them differ by more than one item. Later postings count on without a gap.
    """
    shapes = _shapes(blocks)
    numbers = {number: number for number in shapes}
    shift = 0
    for one, other in pairwise(sorted(shapes)):
        if numbers[one] == one - shift and _mirror(shapes[one], shapes[other]):
            shift += 1
            numbers[other] = numbers[one]
        else:
            numbers[other] = other - shift
    if shift:
        blocks[:] = [replace(block, posting=numbers.get(block.posting, block.posting)) for block in blocks]
    return numbers


_Shape = tuple[frozenset["Language"], tuple[tuple["SectionType | None", int], ...]]


def _shapes(blocks: list[Block]) -> dict[int, _Shape]:
    """Return for each posting the languages of its items, and its sections: their kinds and counts of items."""
    shapes: dict[int, _Shape] = {}
    for number, members in groupby(sorted(blocks, key=lambda b: (b.posting, b.start)), key=lambda b: b.posting):
        items = [block for block in members if block.kind == "item"]
        kinds = [block.section.type if block.section else None for block in items]
        sections = tuple((kind, len(list(same))) for kind, same in groupby(kinds))
        shapes[number] = frozenset(block.language for block in items), sections
    return shapes


def _mirror(one: _Shape, other: _Shape) -> bool:
    if len(one[0]) != 1 or len(other[0]) != 1 or one[0] == other[0] or len(one[1]) != len(other[1]):
        return False
    close = all(a == b and abs(n - m) <= 1 for (a, n), (b, m) in zip(one[1], other[1], strict=True))
    return close and sum(n for _, n in one[1]) >= _LEAST and len(one[1]) > 1
