"""Headings told by their shape and by each other: short lines set alike, each with something of another kind below it.

One numbered line may be an entry or a heading. A row of them tells: entries follow each other, while between headings
stands what they head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.segment.marks import line_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.segment.marks import Mark

_SHORT_ZH, _SHORT_EN = 20, 44
_SAYS = re.compile(r"[，。；！？：:;!?…,]|[a-z]\.(?:\s|\Z)")
_BRACKETED = re.compile(r"[（(][^（()）]{1,24}[)）]")
_HAN = re.compile("[\u3400-\u9fff]")
_BULLETS = frozenset("•·●○■◆◇▪-–—*+✅✔✓☑□☐➤►▶")
"""Signs of entries: a line without one below it goes on with the entry."""
_LEVELS = frozenset({"chapter", "article", "han", "han-paren", "roman"})


@dataclass(slots=True)
class _Line:
    start: int
    mark: Mark | None
    sign: str
    indent: int
    brief: bool
    """Whether it is short and says nothing: no sign inside it or at its end."""

    chinese: bool


def opening_lines(folded: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    r"""Return where the lines begin that are headings by their shape; `lines` are those with words on them.

    >>> text = "1. 分流\n红区的病人直接送入。\n2. 记录\n班末统计人数。\n"
    >>> sorted(opening_lines(text, [(0, 6), (6, 17), (17, 23), (23, 31)]))
    [0, 17]
    """
    read = [_read(folded, start, end) for start, end in lines]
    found: set[int] = set()
    for row in _rows(read):
        heading = [index for index in row if _heads(read, index, row)]
        if all(read[index].brief for index in row) and len(heading) >= 2 and 3 * len(heading) >= 2 * len(row):
            found |= {read[index].start for index in row}
    return found


def _read(folded: str, start: int, end: int) -> _Line:
    line = folded[start : min(end, start + 120)]
    words = line.strip()
    mark = line_mark(folded, start, end) if end - start < 120 else None
    plain = _BRACKETED.sub("", folded[mark.text : end].strip() if mark else words)
    short = len(plain) <= (_SHORT_ZH if _HAN.search(plain) else _SHORT_EN)
    sign = folded[mark.start] if mark and mark.style == "bullet" else ""
    indent = len(line) - len(line.lstrip(" \t\u3000"))
    return _Line(
        start,
        mark,
        sign,
        indent,
        short and end - start < 120 and _SAYS.search(plain) is None,
        _HAN.search(words) is not None,
    )


def _rows(read: Sequence[_Line]) -> Iterator[list[int]]:
    """Yield the rows of lines that are numbered on, and of lines that begin with the same sign, equally indented."""
    numbered: dict[str, list[int]] = {}
    signed: dict[tuple[str, int], list[int]] = {}
    for index, line in enumerate(read):
        if line.mark is None or line.mark.style in _LEVELS:
            continue
        if line.sign:
            signed.setdefault((line.sign, line.indent), []).append(index)
            continue
        style = "arabic" if line.mark.style in ("arabic、", "arabic.") else line.mark.style
        row = numbered.get(style, [])
        last = read[row[-1]].mark if row else None
        if last and line.mark.number == (last.number[0], last.number[1] + 1):
            row.append(index)
            continue
        if row:
            yield row
        numbered[style] = [index]
    yield from numbered.values()
    yield from signed.values()


def _heads(read: Sequence[_Line], index: int, row: Sequence[int]) -> bool:
    """Tell whether something stands below a line that it can head: not the next of its row, and not indented deeper.

    What is indented deeper is a list within a list; a line in another language says the same again.
    """
    if index + 1 >= len(read) or index + 1 in row:
        return False
    line, below = read[index], read[index + 1]
    if below.mark and below.mark.style in _LEVELS and not (line.mark and line.mark.style == "dotted"):
        return False
    deeper = below.mark is not None and below.indent >= line.indent + 2
    same_family = line.sign != "" and line.sign in _BULLETS and below.mark is None
    return not deeper and not same_family and line.chinese == below.chinese
