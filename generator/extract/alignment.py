"""Aligns a list in one language with a list in the other: which entries say the same, and which stand alone.

Both lists keep their order, as in the alignment of sentences by Gale and Church (1993); what two entries share weighs
more here than their lengths, for lists are short. An entry without a partner is left out, and costs nothing: a wrong
pair is worse than none.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.agreement import agreement, tells
from generator.figures import figures, parity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.extract.agreement import Layout

_STRAY = 2
"""How many places further than the difference in length partners may be off."""
_PAIR = 0.45
"""A score at which two entries are as likely to say the same as not."""
_STEP = 0.25
"""What it costs, in the unit of the scores' logarithms, to leave one entry of either list alone."""
_MEAN, _COVERED = 0.62, 0.6
"""Pairs must agree this well on average and hold this part of the shorter list; else the two lists are strangers."""
_BETWEEN = 0.25
"""What two entries must reach whose neighbours on both sides are pairs."""
_LEAD = 1.2
"""By how much a pair the best path must beat the straight one, where both lists are of one length."""
_ALONE = 0.75
"""A single entry and its neighbour in the same list must agree this well, and share more than their lengths."""
_LONG = 400

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")

Score = float


def aligned(
    left: Sequence[str], right: Sequence[str], layout: Layout = "blocks", *, apart: bool = True
) -> list[tuple[int, int]]:
    """Return the places of partners in two lists, the Chinese one first; none where the lists do not say the same.

    Two lists that headings keep `apart` are likelier to say the same than neighbours in one list.

    >>> aligned(["每天盘点2次", "打扫仓库", "每月交报表"], ["Count twice a day", "Send the report every month"])
    [(0, 0), (2, 1)]
    """
    if not left or not right:
        return []
    scores: dict[tuple[int, int], Score] = {}

    def scored(i: int, j: int) -> Score:
        if (i, j) not in scores:
            scores[i, j] = agreement(left[i], right[j], layout).score
        return scores[i, j]

    best = _best(len(left), len(right), scored)
    if len(left) == len(right):
        straight = [(i, i) for i in range(len(left))]
        lead = sum(_odds(scored(i, j)) for i, j in best) - sum(_odds(scored(i, i)) for i, _ in straight)
        alone = len(left) == 1 and not apart
        if not alone and lead < _LEAD * len(left) and all(plausible(left[i], right[i]) for i, _ in straight):
            return straight
    kept = [pair for pair in best if scores[pair] >= _PAIR]
    shorter = min(len(left), len(right))
    if not kept or len(kept) < _COVERED * shorter:
        return []
    mean = sum(scores[pair] for pair in kept) / len(kept)
    if mean < (_MEAN if shorter > 1 or apart else _ALONE):
        return []
    if shorter == 1 and (not apart or len(left) != len(right)) and not tells(left[kept[0][0]], right[kept[0][1]]):
        return []
    between = [
        (i, j) for i, j in _between(kept, len(left), len(right)) if scored(i, j) >= _BETWEEN and _fit(left[i], right[j])
    ]
    return sorted(kept + between)


def _between(pairs: list[tuple[int, int]], rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Yield where one entry of each list is left between two pairs, or before the first or after the last."""
    for (i, j), (k, m) in pairwise([(-1, -1), *pairs, (rows, columns)]):
        if k - i == m - j == 2:
            yield i + 1, j + 1


def _fit(zh: str, en: str) -> bool:
    """Tell whether no figure of the one contradicts the other."""
    return not (figures(zh) and figures(en) and len(parity(zh, en)) >= len(figures(zh)) + len(figures(en)))


def _best(rows: int, columns: int, scored: Callable[[int, int], Score]) -> list[tuple[int, int]]:
    """Return the path through the table of pairs with the highest sum of odds, in a band around its diagonal."""
    band = abs(rows - columns) + _STRAY if max(rows, columns) <= _LONG else _STRAY
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None, bool]] = {(0, 0): (0.0, None, False)}
    for i in range(rows + 1):
        middle = i * columns // rows
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            if (i, j) == (0, 0):
                continue
            ways: list[tuple[float, tuple[int, int], bool]] = []
            if (i - 1, j) in best:
                ways.append((best[i - 1, j][0] - _STEP, (i - 1, j), False))
            if (i, j - 1) in best:
                ways.append((best[i, j - 1][0] - _STEP, (i, j - 1), False))
            if (i - 1, j - 1) in best:
                ways.append((best[i - 1, j - 1][0] + _odds(scored(i - 1, j - 1)), (i - 1, j - 1), True))
            if ways:
                best[i, j] = max(ways)
    path: list[tuple[int, int]] = []
    place: tuple[int, int] | None = (rows, columns) if (rows, columns) in best else None
    while place is not None and place in best:
        _, before, paired = best[place]
        if paired:
            path.append((place[0] - 1, place[1] - 1))
        place = before
    return path[::-1]


def plausible(one: str, other: str) -> bool:
    """Tell whether two texts can say the same: neither is many times longer than the other.

    >>> plausible("负责门店的日常排班", "Plan the daily shifts of the shop")
    True
    """
    han = max(len(_HAN.findall(one)), len(_HAN.findall(other)))
    words = max(len(_WORD.findall(one)), len(_WORD.findall(other)))
    return han > 0 and words > 0 and 0.5 <= han / words <= 6


def _odds(score: Score) -> float:
    """Return the logarithm of the odds that two entries say the same, within bounds."""
    bounded = min(max(score, 0.02), 0.98)
    return math.log(bounded / (1 - bounded)) - math.log(_PAIR / (1 - _PAIR))
