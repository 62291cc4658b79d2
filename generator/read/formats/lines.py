"""Lines put together from pieces, blocks, list entries and table rows, as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.read.formats.rows import is_label, row

OWN_MARK = re.compile(
    r"""[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-hA-H])[)）]
      | (?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-hA-H])[)）、]
      | (?:\d{1,3}|[a-hA-H])[.．](?![\dA-Za-z])
      | \d{1,3}(?:\.\d{1,3})+[.、\s]
      | \d{1,2}/(?!\d)
      | [①-⑳⑴-⒇❶-❿•·●○■◆◇▪►▶➤➢✓✔✅★☆※–—\ue000-\uf8ff]
      | [-*+]\s
      | 第[一二三四五六七八九十\d]{1,3}[章节節篇部步]""",
    re.VERBOSE,
)
"""The mark that a list entry or a heading brings along in its text."""
_DEEPEST = 8
_HEADING = 40
_NO_HEADING = re.compile(r"[。；！？;!?，,…]\Z|[:：].|\A\s*#")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class _Row:
    """An open table row: the lines at which its cells begin.

    `heading` says that they head columns, `plain` that one of them does not say so of itself, `tall` that the first one
    goes on beside the next rows, `pair` that they are a term and what is said of it.
    """

    starts: list[int] = field(default_factory=list)
    heading: bool = False
    plain: bool = False
    tall: bool = False
    pair: bool = False
    holds_rows: bool = False


class Lines:
    """A text in the making. A line ends where a block begins or ends; a blank line is made by `blank` alone."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[tuple[str, bool]] = []
        self._mark = self._indent = ""
        self._level = 0
        self._rows: list[_Row] = []

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Put `text` on the line; white space in it counts as one space unless it is `verbatim`."""
        if text:
            self._pieces.append((text, verbatim))

    def mark(self, mark: str, depth: int = 0) -> None:
        """Begin a list entry: `mark` comes before its first line, unless that line brings a mark of its own.

        The entry is set in by two spaces for each list around its own, of which there are `depth`.
        """
        self._mark = mark
        self._indent = "  " * min(depth, _DEEPEST) if mark else ""

    def heading(self, level: int) -> None:
        """Begin a heading of a level from 1, or end it with 0: its line gets that many `#`, as in Markdown.

        A line that reads as a sentence or a label does not, nor one in a table or with a list mark.
        """
        self.end()
        self._level = level

    def end(self) -> bool:
        """End the line; tell whether anything stood on it."""
        if not self._pieces:
            return False
        line = self._line()
        if not line.strip():
            return False
        if self._mark:
            line = line.lstrip()
            if not OWN_MARK.match(line):
                line = self._mark + line
            line = self._indent + line
            self._mark = ""
        elif self._level and not self._rows and len(line) <= _HEADING and not _NO_HEADING.search(line):
            line = f"{'#' * self._level} {line.lstrip()}"
        self._lines.append(line)
        return True

    def blank(self) -> None:
        """End the line and leave one empty line, however often that is asked for."""
        self.end()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def row(self, *, pair: bool = False) -> None:
        """Begin a table row, or a `pair` of a term and what is said of it."""
        self.end()
        self._rows.append(_Row(pair=pair))

    def cell(self, *, heads: bool = False) -> None:
        """Begin a cell of the row; a row of cells that all say they are `heads` heads the columns."""
        self.end()
        if self._rows:
            open_row = self._rows[-1]
            open_row.plain |= not heads
            open_row.starts.append(len(self._lines))

    def tall(self) -> None:
        """Say that the open cell goes on beside the next rows."""
        if self._rows and len(self._rows[-1].starts) == 1:
            self._rows[-1].tall = True

    def heads(self) -> None:
        """Say that the open row heads the columns."""
        if self._rows:
            self._rows[-1].heading = True

    def in_pair(self) -> bool:
        """Tell whether the innermost open row is a pair."""
        return bool(self._rows) and self._rows[-1].pair

    def row_end(self) -> None:
        """End the row: its lines are those that `generator.read.formats.rows` makes of its cells.

        A row with a table in it stays lines.
        """
        self.end()
        open_row = self._rows.pop() if self._rows else _Row()
        if self._rows:
            self._rows[-1].holds_rows = True
        starts = open_row.starts
        if len(starts) < 2 or open_row.holds_rows:
            return
        cells = [
            [line for line in self._lines[start:stop] if line]
            for start, stop in zip(starts, [*starts[1:], len(self._lines)], strict=True)
        ]
        if open_row.pair and not is_label(cells[0]):
            return
        del self._lines[starts[0] :]
        self._lines += row(cells, heads=open_row.heading or not open_row.plain, tall=open_row.tall)

    def take(self, other: Lines) -> None:
        """Add the lines of another text."""
        self.end()
        other.end()
        self._lines += other._lines

    def text(self) -> str:
        """Return all lines, each with a line feed at its end."""
        self.end()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "".join(f"{line}\n" for line in self._lines)

    def _line(self) -> str:
        """Join the pieces: white space runs over their borders, and only verbatim ones keep it."""
        parts: list[str] = []
        run: list[str] = []
        for text, verbatim in [*self._pieces, ("", True)]:
            if not verbatim:
                run.append(text)
                continue
            if run:
                parts.append(_SPACE.sub(" ", "".join(run)))
                run = []
            parts.append(text)
        first_is_verbatim = bool(self._pieces) and self._pieces[0][1]
        self._pieces = []
        line = "".join(parts).rstrip(" \t\n\r\f")
        return line if first_is_verbatim else line.lstrip(" \t\n\r\f")


_ROMAN = (("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def roman(number: int) -> str:
    """Write a number in small Roman numerals; one that has none, in digits.

    >>> [roman(n) for n in (4, 9, 1987, 0, 4000)]
    ['iv', 'ix', 'mcmlxxxvii', '0', '4000']
    """
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for letters, value in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text + _ROMAN_ONES[number]
