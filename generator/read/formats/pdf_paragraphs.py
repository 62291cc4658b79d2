"""Runs of lines to the lines of a text: paragraphs that the page broke are joined, cells become rows.

A line was broken by the page where what begins the next line had no room behind it. Where no right margin is known,
lines stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.read.formats.lines import OWN_MARK
from generator.read.formats.pdf_page import Line, is_wide, joined
from generator.read.formats.rows import is_label, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.read.formats.pdf_page import Box, Page, Run

_CLOSES = frozenset("，。、；：！？）】》」』”’…,;:!?)]%％.")
_OPENS = frozenset("（【《「『“‘([")
_FINISHED = re.compile(r"[。；！？!?;][”’）】」』)]*\Z|(?<!\d)[.][”’)]*\Z")
_LATIN = re.compile(r"[^\s\u2e80-\uffef]+")
_FIGURE = re.compile(r"(\d{1,3})(\.\d{1,3})?")
_SLACK = 0.5
"""Letters' widths by which lines of one margin may differ."""
_NARROW = 12
"""Letters' widths below which a line that ends with a colon is a heading, whether it fills its cell or not."""
_PITCHES = 0.05
"""The least share of all steps from line to line that a step must have to be the usual one."""


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, so far."""

    text: str
    lines: list[Line]


class Writer:
    """The lines of the text, as runs come in; `words` are the words of the text, which tell true hyphens."""

    def __init__(self, words: frozenset[str]) -> None:
        self.lines: list[str] = []
        self._words = words
        self._open: _Paragraph | None = None

    def run(self, run: Run, value: Run | None = None) -> None:
        """Add a run of lines; `value` is the run beside it that it is the label of."""
        if value is not None:
            self.apart(row([["".join(line.text for line in run)], self._paragraphs(value)]))
        elif run[0].box is not None:
            self.apart(self._table(run))
        else:
            self._flow(run)

    def apart(self, lines: Iterable[str]) -> None:
        """Add lines that nothing before or after goes on in."""
        self.close()
        self.lines += [line.strip() for line in lines if line.strip()]

    def close(self) -> None:
        """End the paragraph."""
        if self._open is not None:
            self.lines.append(self._open.text.strip())
            self._open = None

    def _flow(self, run: Run) -> None:
        steps = _Steps(run)
        at = 0
        while at < len(run):
            after = self._fields(run, at)
            if after is None:
                self._line(run[at], steps if at else None)
                after = at + 1
            if after < len(run) and steps.is_wide(run[after - 1], run[after]):
                self.close()
                if self.lines and self.lines[-1]:
                    self.lines.append("")
            at = after

    def _line(self, line: Line, steps: _Steps | None) -> None:
        """Add a line; `steps` is None where another column or page ends above it."""
        if self._open is not None and _goes_on(self._open, line, steps):
            self._open.text = _glued(self._open.text, line.text, self._words)
            self._open.lines.append(line)
            return
        self.close()
        self._open = _Paragraph(line.text, [line])

    def _paragraphs(self, lines: Run) -> list[str]:
        """Return the paragraphs of one cell."""
        words = [line.text for line in lines]
        if len(words) > 1 and all(len(word) == 1 and is_wide(word) for word in words):
            return ["".join(words)]  # a label that runs down
        out = Writer(self._words)
        steps = _Steps(lines)
        for line in lines:
            out._line(line, steps)
        out.close()
        return out.lines

    def _fields(self, run: Run, at: int) -> int | None:
        """Add a row of fields without ruled lines, if one begins here, and return where it ends.

        The second field must begin where that of a neighbouring line does, or what follows must be set in below it.
        """
        line, fields = run[at], run[at].fields()
        if len(fields) < 2:
            return None
        near, start = 0.6 * line.size, fields[1][0].left
        after = at + 1
        while after < len(run) and abs(run[after].left - start) <= near and len(run[after].fields()) == 1:
            after += 1
        neighbours = [other.fields()[1:2] for other in (*run[max(0, at - 8) : at], *run[after : after + 1])]
        aligned = line.stop == start or any(abs(two[0][0].left - start) <= near for two in neighbours if two)
        below = after > at + 1 and is_label([joined(fields[0])])
        if not aligned and not below:
            return None
        if len(fields) == 2:
            value = self._paragraphs([Line(fields[1], None, line.limit), *run[at + 1 : after]])
            self.apart(row([[joined(fields[0])], value]))
            return after
        self.apart(row([[joined(field)] for field in fields]))
        return at + 1

    def _table(self, run: Run) -> list[str]:
        """Return the lines of cells between ruled lines."""
        cells: dict[Box, Run] = {}
        for line in run:
            if line.box is not None:
                cells.setdefault(line.box, []).append(line)
        return _bands({box: self._paragraphs(lines) for box, lines in cells.items()}, 0)


class _Steps:
    """How far the lines of a run stand apart: inside a paragraph, and where one ends."""

    def __init__(self, run: Run) -> None:
        steps = [(one.base - two.base, one) for one, two in pairwise(run) if abs(one.size - two.size) < 0.5]
        counts = Counter(round(step * 2) / 2 for step, one in steps if step > 0.9 * one.size)
        usual = [step for step, count in counts.items() if count >= max(2, _PITCHES * len(steps))]
        self._inside = min(usual or counts, default=0.0)
        ends = sorted(step for step, one in steps if one.limit is not None and one.limit - one.right > 3 * one.size)
        self._between = ends[len(ends) // 4] if ends else self._inside
        self.tell = self._between > 1.15 * self._inside
        """Whether paragraphs stand further apart than their lines."""

    def part(self, one: Line, two: Line) -> bool:
        """Tell whether the step between two lines ends a paragraph."""
        most = 1.35 * self._inside
        if self.tell:
            most = min(most, (self._inside + self._between) / 2)
        return bool(self._inside) and one.base - two.base > most + 0.5

    def is_wide(self, one: Line, two: Line) -> bool:
        """Tell whether the room between two lines is that of an empty line or more."""
        usual = max(self._inside, self._between if self._between < 1.6 * self._inside else 0.0)
        return bool(usual) and one.base - two.base > 1.7 * usual


# -- where a paragraph goes on -----------------------------------------------------------------------------------------


def _goes_on(paragraph: _Paragraph, line: Line, steps: _Steps | None) -> bool:
    """Tell whether a line goes on in the paragraph above; `steps` is None across columns and pages."""
    last, text, before = paragraph.lines[-1], line.text, paragraph.text
    if len(line.fields()) > 1 or not _are_alike(last, line) or (steps is not None and steps.part(last, line)):
        return False
    if (text[0] in _CLOSES and not text[0].isascii()) or _is_divided(before, text):
        return True  # no line begins so
    if last.limit is None or last.limit - last.right > (_first_unit(text) + _SLACK) * line.size:
        return False
    if before.endswith(("：", ":")) and last.right - last.left < _NARROW * last.size:
        return False
    if _begins_entry(paragraph, text) or (steps is not None and not _stands_below(paragraph, line)):
        return False
    # A full line that ends a sentence may end a paragraph too: something else must tell that it does not.
    return not _FINISHED.search(before) or _is_shaped(paragraph, line) or (steps is not None and steps.tell)


def _are_alike(one: Line, two: Line) -> bool:
    """Tell whether two lines are set alike; a line may be bold in part."""
    bold = [{piece.bold for piece in line.pieces} for line in (one, two)]
    return abs(one.size - two.size) <= 0.06 * one.size and not bold[0].isdisjoint(bold[1])


def _first_unit(text: str) -> float:
    """Return the width, in letters' widths, of what no line break may divide at the beginning of a line.

    >>> [round(_first_unit(text), 2) for text in ("（甲），乙", "word by", "12%）。")]
    [4.0, 2.2, 3.65]
    """
    end = 0
    while end < len(text) and text[end] in _OPENS:
        end += 1
    word = _LATIN.match(text, end)
    end = word.end() if word else end + 1
    while end < len(text) and text[end] in _CLOSES:
        end += 1
    return sum(1.0 if is_wide(char) else 0.55 for char in text[:end])


def _begins_entry(paragraph: _Paragraph, text: str) -> bool:
    """Tell whether a line below a full one begins with a list mark, not with a figure of its sentence.

    >>> above = _Paragraph("1. 每班至少", [])
    >>> [_begins_entry(above, text) for text in ("- 甲", "2. 乙", "4. 丙", "1.3 million")]
    [True, True, False, False]
    """
    if not OWN_MARK.match(text):
        return False
    figure, above = _FIGURE.match(text), _FIGURE.match(paragraph.text)
    if figure is None or _FINISHED.search(paragraph.text):
        return True
    if figure[2] and text[figure.end() :].lstrip()[:1].islower():
        return False
    return int(figure[1]) in (1, int(above[1]) + 1 if above else 1)


def _stands_below(paragraph: _Paragraph, line: Line) -> bool:
    """Tell whether a line begins where the lines of the paragraph do: its first may stand out or be set in."""
    if len(paragraph.lines) > 1:
        return abs(line.left - paragraph.lines[-1].left) <= 0.6 * line.size
    return -3 * line.size <= line.left - paragraph.lines[0].left <= 4 * line.size


def _is_shaped(paragraph: _Paragraph, line: Line) -> bool:
    """Tell whether a line stands below the text of a paragraph whose first line is set in or out."""
    second = paragraph.lines[1] if len(paragraph.lines) > 1 else line
    return abs(second.left - paragraph.lines[0].left) > line.size


# -- words that a line end divides -------------------------------------------------------------------------------------

_DIVIDED = re.compile(r"[A-Za-z]{2,}[-\u2010\u00ad]\Z")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_WORD = re.compile(
    r"(?:[bcdfglmnprst]?(?:tion|sion|cial|tial|ment|ness|ture|sure|able|ible|ity|ities|ing|ive|ance|ence|ency|ancy))s?\b|"
    r"(?:bility|sibility|bilities|agement|ately|ally|ical|ically|ers|ness|ment|ments)\b"
)
"""What a word never begins with that stands alone: what hyphenation leaves of longer words."""


def words_of(pages: Sequence[Page]) -> frozenset[str]:
    """Return the Latin words of pages, in small letters."""
    return frozenset(word.lower() for page in pages for piece in page.pieces for word in _WORD.findall(piece.text))


def _is_divided(before: str, after: str) -> bool:
    return _DIVIDED.search(before) is not None and after[:1].islower()


def _glued(before: str, after: str, words: frozenset[str]) -> str:
    """Join the two sides of a line end: with a space between Latin words.

    A hyphen stays unless the text has the word without it, or what follows is no word.

    >>> _glued("the cross-", "functional team", frozenset()), _glued("of manage-", "ment", frozenset())
    ('the cross-functional team', 'of management')
    >>> _glued("库存与", "补货", frozenset()), _glued("a daily", "report", frozenset())
    ('库存与补货', 'a daily report')
    """
    before, after = before.rstrip(), after.lstrip()
    if _is_divided(before, after):
        left, right = _WORD.findall(before)[-1], _WORD.findall(after)
        whole = (left + right[0]).lower() if right else ""
        hyphen = "" if before[-1] == "\u00ad" or whole in words or _NO_WORD.match(after) else "-"
        return before[:-1] + hyphen + after
    if is_wide(before[-1:]) or is_wide(after[:1]) or before[-1:] in "-/—":
        return before + after
    return f"{before} {after}"


# -- tables ------------------------------------------------------------------------------------------------------------

_DEEPEST = 20
"""Columns that one row may divide into rows of its own."""


def _bands(cells: dict[Box, list[str]], depth: int) -> list[str]:
    """Return the rows of a table: cells that stand beside one another belong to one."""
    out: list[str] = []
    band: list[Box] = []
    bottom = 0.0
    for box in sorted(cells, key=lambda box: (-box[3], box[0])):
        if band and box[3] <= bottom + 2:
            out += _band({b: cells[b] for b in band}, depth)
            band = []
        bottom = min(bottom, box[1]) if band else box[1]
        band.append(box)
    return out + _band({b: cells[b] for b in band}, depth)


def _band(cells: dict[Box, list[str]], depth: int) -> list[str]:
    """Return the lines of one row, or of a tall cell and the rows to its right."""
    boxes = sorted(cells)
    if not any(one[2] > two[0] + 2 for one, two in pairwise(boxes)):
        return row([cells[box] for box in boxes])
    first, rest = boxes[0], boxes[1:]
    tall = all(first[1] - 2 <= box[1] and box[3] <= first[3] + 2 and box[0] >= first[2] - 2 for box in rest)
    if not tall or depth >= _DEEPEST:
        return [line for box in sorted(cells, key=lambda box: (-box[3], box[0])) for line in cells[box]]
    return row([cells[first], _bands({box: cells[box] for box in rest}, depth + 1)])
