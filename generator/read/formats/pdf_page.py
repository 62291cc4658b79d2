"""What a page of a PDF holds, and the lines that its pieces of text make.

Lengths are in points, from the lower left corner of the page as it is read; gaps and the like are told in widths of a
letter, which is the size of the letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.read.formats.rows import is_label

if TYPE_CHECKING:
    from collections.abc import Sequence

THIN = "\u2009"
"""Stands in a piece for a gap as wide as a space where the file has no character."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A string without wide gaps: its edges, its base line, the size of its letters, whether they are bold.

    `spaced` says that one space of the file stands before it, which may have been stretched to fill the line.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, upright or level, from one corner of its box to the other."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its pieces in the order of the file, text that does not run level, and its size.

    `rules` are the ruled lines on it, `dots` the middles of small drawn shapes.
    """

    pieces: Sequence[Piece]
    turned: Sequence[str]
    rules: Sequence[Rule]
    dots: Sequence[tuple[float, float]]
    width: float
    height: float


@dataclass(slots=True)
class Line:
    """Pieces on one base line, from left to right.

    `box` is the cell around it, `limit` its right margin, if known. `stretched` says that its gaps only fill the line,
    `stop` where its second field begins, if other lines bear that out.
    """

    pieces: list[Piece]
    box: Box | None = None
    limit: float | None = None
    stretched: bool = False
    stop: float | None = None

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def base(self) -> float:
        """How high it stands."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """The size of its first letters."""
        return self.pieces[0].size

    @property
    def top(self) -> float:
        """How high its letters reach."""
        return self.base + self.size

    @property
    def text(self) -> str:
        """Its words, with two spaces between fields."""
        return "  ".join(map(joined, self.fields()))

    def fields(self) -> list[list[Piece]]:
        """Return its pieces, parted where a wide gap is; a list mark is no field."""
        fields = [[self.pieces[0]]]
        for before, piece in pairwise(self.pieces):
            gap = piece.left - before.right
            marks = len(fields[-1]) == 1 and MARK_ALONE.fullmatch(before.text)
            wide = gap > (_STRETCHED if piece.spaced else _GAP) * piece.size and not self.stretched
            stops = self.stop is not None and abs(piece.left - self.stop) < 1 and gap > _STOP * piece.size
            if (wide or stops) and not marks:
                fields.append([])
            fields[-1].append(piece)
        if len(fields) > 2 and all(len(field) == 1 and _is_ideograph(field[0].text) for field in fields):
            return [self.pieces]  # a heading spread over the line
        return fields


Run = list[Line]
"""Lines of one column or of one table, from top to bottom."""

MARK_ALONE = re.compile(r"\W|(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-hA-H])[.、)）．]{1,2})|[①-⑳❶-❿]")
_LEVEL = 0.35
"""How far, in letters' heights, base lines of one line may lie apart: figures above the line do not break it."""
_GAP = 1.5
"""How wide, in letters' widths, a gap is that parts two fields."""
_STRETCHED = 6
"""The same where one space of the file stands in it."""
_STOP = 0.35
"""The same where the second field begins where those of other lines do."""
_MOST = 2_000_000
"""Pieces times ruled lines above which cells are not looked for."""
_MOST_DOTS = 500
"""Dots one below the other among which that of a line is looked for."""


def joined(pieces: Sequence[Piece]) -> str:
    """Join the pieces of a field, with spaces where they are seen."""
    text = pieces[0].text
    spread = len(pieces) > 2 and all(_is_ideograph(piece.text) for piece in pieces)
    for before, piece in pairwise(pieces):
        gap = piece.left - before.right
        text += " " + piece.text if gap > 0.2 * piece.size and not spread else piece.text
    return text


def is_wide(char: str) -> bool:
    """Tell whether a character is as wide as it is high, as ideographs are."""
    return unicodedata.east_asian_width(char) in "WF" if char else False


def _is_ideograph(text: str) -> bool:
    return len(text) == 1 and is_wide(text)


def extent(lines: Sequence[Line]) -> Box:
    """Return the box around lines."""
    bases, tops = [line.base for line in lines], [line.top for line in lines]
    return min(line.left for line in lines), min(bases), max(line.right for line in lines), max(tops)


# -- pieces to lines ---------------------------------------------------------------------------------------------------

_BORDER = re.compile("(?<=[\u3400-\u9fff])[A-Za-z0-9]|(?<=[A-Za-z0-9])[\u3400-\u9fff]")
_GAP_AT_BORDER = re.compile(f"(?<=[\u3400-\u9fff]){THIN}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]){THIN}(?=[\u3400-\u9fff])")


def spaced(pages: Sequence[Page]) -> list[Page]:
    """Write gaps as spaces, but those that a word processor leaves at every border of ideographs and Latin."""
    texts = [piece.text for page in pages for piece in page.pieces]
    tight = sum(len(_BORDER.findall(text)) for text in texts)
    apart = sum(len(_GAP_AT_BORDER.findall(text)) for text in texts)
    if apart >= 3 and tight <= 0.1 * apart:
        texts = [_GAP_AT_BORDER.sub("", text) for text in texts]
    following = iter(texts)
    return [
        replace(page, pieces=[replace(piece, text=next(following).replace(THIN, " ")) for piece in page.pieces])
        for page in pages
    ]


def lines_of(page: Page) -> list[Line]:
    """Return the lines of a page; what a line holds is in order, though the file may have it in another one."""
    boxes = _Boxes(page.rules if len(page.rules) * len(page.pieces) <= _MOST else ())
    lines: list[Line] = []
    for piece in page.pieces:
        box = boxes.around(piece)
        at = _place_in(lines[-1], piece) if lines and lines[-1].box == box else None
        if at is None:
            lines.append(Line([piece], box))
        else:
            lines[-1].pieces.insert(at, piece)
    dots = sorted(page.dots)
    for line in lines:
        _add_bullet(line, dots)
    return lines


def _place_in(line: Line, piece: Piece) -> int | None:
    """Return where in a line a piece belongs, or None where it stands above or below, or where others do."""
    size = max(line.pieces[-1].size, piece.size)
    if abs(line.base - piece.base) > _LEVEL * size:
        return None
    at = len(line.pieces)
    while at and line.pieces[at - 1].left > piece.left:
        at -= 1
    after_last = not at or piece.left >= line.pieces[at - 1].right - 0.5 * size
    before_next = at == len(line.pieces) or piece.right <= line.pieces[at].left + 0.5 * size
    return at if after_last and before_next else None


def _add_bullet(line: Line, dots: Sequence[tuple[float, float]]) -> None:
    """Put a bullet before a line with a drawn dot in front of it."""
    first, size = line.pieces[0], line.size
    at = bisect_left(dots, (first.left - 2.5 * size, 0.0))
    for x, y in dots[at : at + _MOST_DOTS]:
        if x > first.left - 0.2 * size:
            return
        if line.base <= y <= line.base + size:
            line.pieces.insert(0, Piece("•", x, x, line.base, size, first.bold))
            return


class _Boxes:
    """The cells that ruled lines make."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._upright = [r for r in rules if r.top - r.bottom > r.right - r.left]
        self._level = [r for r in rules if r.top - r.bottom <= r.right - r.left]

    def around(self, piece: Piece) -> Box | None:
        """Return the nearest ruled lines on all four sides of a piece, or None where one is missing."""
        x, y = (piece.left + piece.right) / 2, piece.base + 0.3 * piece.size
        beside = [r.left for r in self._upright if r.bottom - 1 <= y <= r.top + 1]
        across = [r.bottom for r in self._level if r.left - 1 <= x <= r.right + 1]
        left = max((at for at in beside if at <= x), default=None)
        right = min((at for at in beside if at > x), default=None)
        bottom = max((at for at in across if at <= y), default=None)
        top = min((at for at in across if at > y), default=None)
        if left is None or right is None or bottom is None or top is None:
            return None
        return round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)


# -- fields ------------------------------------------------------------------------------------------------------------

_WITNESSES = 3


def find_fields(lines: Sequence[Line]) -> None:
    """Find in the lines of a page where second fields begin: below one another, after a wide gap or a label."""
    starts: defaultdict[int, int] = defaultdict(int)
    seen: list[tuple[Line, float]] = []
    for line in (line for line in lines if line.box is None):
        starts[round(line.left)] += 1
        for at, (one, two) in enumerate(pairwise(line.pieces), 1):
            gap = two.left - one.right
            if gap > _STOP * two.size and not MARK_ALONE.fullmatch(one.text):
                named = is_label([joined(line.pieces[:at])])
                if named or gap > _GAP * two.size:
                    starts[round(two.left)] += 1 + named
                    seen.append((line, two.left))
                break
    for line, start in seen:
        if starts[round(start)] >= _WITNESSES:
            line.stop = start
