"""Which point of a list stands under which: told by the styles of their marks and by how far they are indented.

A line that is indented deeper stands under the one before it. Where indentation says nothing, the usual order of marks
does (`一、` `（一）` `1.` `1.1` `1)` `①` `a)` `-`), and a list that goes on afterwards holds what came in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.segment.marks import Mark

_FAMILY = {"arabic、": "arabic", "arabic.": "arabic", "arabic/": "arabic"}
"""Marks that one list mixes: `1、` `2.`."""
_RANK = {"chapter": 0, "han": 1, "step": 2, "han-paren": 2, "arabic": 3, "dotted": 4, "arabic)": 5, "arabic-paren": 5}
_LAST = 6
_DEEPER = 2
"""Columns from which on a line is indented deeper, not only set a little askew."""
_TAB = 4


@dataclass(frozen=True, slots=True)
class _Point:
    """One point; `indent` in columns, None where it stands inside a line. Point 0 closes what is open before it."""

    point: int
    style: str = ""
    number: tuple[int, int] = (0, 0)
    indent: int | None = None

    @property
    def rank(self) -> int:
        return _RANK.get(self.style, _LAST)


class Outline:
    """Takes the points of a text in order; `within` then says of each what it stands under."""

    def __init__(self) -> None:
        self._points: list[_Point] = []
        self._count = 0

    def add(self, text: str, mark: Mark) -> int:
        """Take the next point and return its number, from 1."""
        self._count += 1
        style = f"bullet {text[mark.start]}" if mark.style == "bullet" else _FAMILY.get(mark.style, mark.style)
        self._points.append(_Point(self._count, style, mark.number, _indent(text, mark.start)))
        return self._count

    def close(self) -> None:
        """Close every open point: a heading or another posting begins."""
        self._points.append(_Point(0))

    def prose(self, text: str, start: int) -> None:
        """Take running prose at `start`: it closes the points that it is not indented below."""
        while start < len(text) and text[start].isspace():
            start += 1
        self._points.append(_Point(0, "prose", indent=_indent(text, start)))

    def within(self) -> dict[int, int]:
        """Return for each point that stands under another one the number of that one, which is always smaller."""
        goes_on = self._goes_on()
        indenting: set[int] = set()  # points whose sub-points are known to be indented
        found: dict[int, int] = {}
        opened: list[_Point] = []
        for point in self._points:
            if not point.point:
                opened = _below(opened, point.indent) if point.style else []
                continue
            beside = _beside(opened, point)
            if beside is None:
                while opened and not _under(opened[-1], point, goes_on, indenting):
                    opened.pop()
            else:
                del opened[beside:]
            if opened:
                found[point.point] = opened[-1].point
                if _deeper(opened[-1], point):
                    indenting.add(opened[-1].point)
            opened.append(point)
        return found

    def _goes_on(self) -> set[int]:
        """Return the points after which their own list goes on, whatever stands in between."""
        following: dict[str, _Point] = {}
        found = set()
        for point in reversed(self._points):
            if not point.point:
                following = following if point.style else {}
                continue
            after = following.get(point.style)
            if after and (point.style.startswith("bullet") or _follows(point.number, after.number)):
                found.add(point.point)
            following[point.style] = point
        return found


def _beside(opened: list[_Point], point: _Point) -> int | None:
    """Return the place of the open point whose list `point` goes on with."""
    for place in range(len(opened) - 1, -1, -1):
        one = opened[place]
        alike = one.style == point.style and not _deeper(one, point)
        if not _deeper(point, one) and (alike or _counts_on(one, point)):
            return place
    return None


def _counts_on(one: _Point, other: _Point) -> bool:
    """Tell whether `other` bears the next number of the list that `one` stands in, its mark mistyped perhaps."""
    plain = "arabic"
    alike = one.style == other.style or (one.style.startswith(plain) and other.style.startswith(plain))
    return alike and other.number[1] > 1 and _follows(one.number, other.number)


def _under(one: _Point, other: _Point, goes_on: set[int], indenting: set[int]) -> bool:
    """Tell whether a point in another list stands under `one`, the innermost that is open."""
    by_mark = other.rank > one.rank or one.point in goes_on
    if other.indent is None:
        return by_mark or (one.indent is not None and one.rank == _LAST)
    if one.indent is None or _deeper(other, one):
        return False
    return _deeper(one, other) or (by_mark and one.point not in indenting)


def _deeper(one: _Point, other: _Point) -> bool:
    return one.indent is not None and other.indent is not None and other.indent >= one.indent + _DEEPER


def _follows(earlier: tuple[int, int], later: tuple[int, int]) -> bool:
    return later == (earlier[0], earlier[1] + 1) or (later[0] == earlier[0] + 1 and later[1] == 1 and later[0] > 1)


def _below(opened: list[_Point], indent: int | None) -> list[_Point]:
    """Return the open points that prose at `indent` leaves open; inside a line it ends the points inside that line."""
    return [one for one in opened if one.indent is not None and (indent is None or indent >= one.indent + _DEEPER)]


def _indent(text: str, place: int) -> int | None:
    """Return the column of a place before which nothing but white space stands on its line; None for any other."""
    column = 0
    begin = place
    while begin and text[begin - 1] in " \t\u3000\xa0":
        begin -= 1
    if begin and text[begin - 1] not in "\n\r\x0b\x0c\x85\u2028\u2029":
        return None
    for char in text[begin:place]:
        column += {"\t": _TAB - column % _TAB, "\u3000": 2}.get(char, 1)
    return column
