"""Where things are: spans of a text, and lines and columns of a file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file as editors count: line and column start at 1, the column in code points."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class LineIndex:
    r"""Turns offsets of one text into lines and columns.

    >>> index = LineIndex("ab\ncd")
    >>> index.line_column(4)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a code-point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def location(self, path: str, offset: int) -> Location:
        """Return the place of a code-point offset in the file at `path`."""
        return Location(path, *self.line_column(offset))
