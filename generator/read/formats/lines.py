"""Lines put together from pieces, blocks, list entries and table rows, as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_OWN_MARK = re.compile(
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
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class _Row:
    """An open table row: the lines at which its cells begin."""

    starts: list[int] = field(default_factory=list)
    holds_rows: bool = False


class Lines:
    """A text in the making. A line ends where a block begins or ends; a blank line is made by `blank` alone."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[tuple[str, bool]] = []
        self._mark = ""
        self._rows: list[_Row] = []

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Put `text` on the line; white space in it counts as one space unless it is `verbatim`."""
        if text:
            self._pieces.append((text, verbatim))

    def mark(self, mark: str) -> None:
        """Begin a list entry: `mark` comes before its first line, unless that line brings a mark of its own."""
        self._mark = mark

    def end(self) -> bool:
        """End the line; tell whether anything stood on it."""
        if not self._pieces:
            return False
        line = self._line()
        if not line.strip():
            return False
        if self._mark:
            line = line.lstrip()
            if not _OWN_MARK.match(line):
                line = self._mark + line
            self._mark = ""
        self._lines.append(line)
        return True

    def blank(self) -> None:
        """End the line and leave one empty line, however often that is asked for."""
        self.end()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def row(self) -> None:
        """Begin a table row."""
        self.end()
        self._rows.append(_Row())

    def cell(self) -> None:
        """Begin a cell of the row."""
        self.end()
        if self._rows:
            self._rows[-1].starts.append(len(self._lines))

    def row_end(self) -> None:
        """End the row: one line with tabs between the cells, as a copied table has them.

        A row with a cell of several lines or with a table in it stays lines: it lays out a page rather than a table.
        """
        self.end()
        row = self._rows.pop() if self._rows else _Row()
        if self._rows:
            self._rows[-1].holds_rows = True
        starts = row.starts
        if len(starts) < 2 or row.holds_rows:
            return
        cells = [
            [line for line in self._lines[start:stop] if line]
            for start, stop in zip(starts, [*starts[1:], len(self._lines)], strict=True)
        ]
        if all(len(cell) < 2 for cell in cells):
            del self._lines[starts[0] :]
            joined = "\t".join(cell[0] for cell in cells if cell)
            if joined:
                self._lines.append(joined)

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
