"""Rows of a table that stand as lines of a text: which are entries, and which is only the head above them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAR = re.compile(r"[ \t]+[|｜][ \t]+|\t+")
_RULER = re.compile(r"(?=[^\n]*-{3})[\s|:+-]+")
_DIGIT = re.compile(r"\d")
_CELL = 60
_LEAST = 3


def table_rows(texts: Sequence[str]) -> tuple[set[int], set[int]]:
    r"""Return which lines are rows of tables, and which of these are heads or rulers and say nothing themselves.

    A table is a run of lines with the same number of bars or tabs. Its first line is a head where a ruler stands below
    it, or where it alone has no figure.

    >>> table_rows(["Goal\tTarget", "Returns\tunder 3%", "Calls\t40 a day", "Be kind."])
    ({0, 1, 2}, {0})
    """
    rows: set[int] = set()
    heads: set[int] = set()
    rulers = {index for index, text in enumerate(texts) if _RULER.fullmatch(text) and "|" in text}
    counted = [
        (index, len(_BAR.findall(text.strip())) if index not in rulers else -1) for index, text in enumerate(texts)
    ]
    for ruler in rulers:
        heads |= {ruler, ruler - 1} if ruler and counted[ruler - 1][1] > 0 else {ruler}
    for bars, members in groupby((pair for pair in counted if pair[1] >= 0), key=lambda pair: pair[1]):
        lines = [index for index, _ in members]
        table = bars > 0 and len(lines) >= _LEAST and all(len(texts[index]) <= _CELL * (bars + 1) for index in lines)
        if not table:
            continue
        rows |= set(lines)
        first, *rest = lines
        figures = sum(_DIGIT.search(texts[index]) is not None for index in rest)
        if not _DIGIT.search(texts[first]) and figures * 3 >= 2 * len(rest):
            heads.add(first)
    return rows | heads, heads
