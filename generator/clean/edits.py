"""Edits, the steps that a chain of repairs took, and the way back from a repaired text to the raw one."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.places import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Edit(NamedTuple):
    """Put `replacement` where `text[start:end]` stands; `rule` names the repair that asks for it."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one rule did in one pass: its edits in order, with offsets in the text before the step."""

    rule: str
    edits: tuple[Edit, ...]

    def apply(self, text: str) -> str:
        """Replay the step on the text that it was made for."""
        return apply(text, self.edits)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the edits made; they are in order and do not overlap.

    >>> apply("a,b", [Edit(1, 2, "，", "x")])
    'a，b'
    """
    pieces: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position or edit.end < edit.start or edit.end > len(text):
            raise ValueError(f"edits overlap or leave the text: {edit}")
        pieces.append(text[position : edit.start])
        pieces.append(edit.replacement)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


class Shifts:
    """The edits of one step that change a length, as flat arrays: 32 bytes an edit, whatever the text."""

    __slots__ = ("growth", "new_ends", "new_starts", "old_ends", "old_starts")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.old_starts, self.old_ends = array("q"), array("q")
        self.new_starts, self.new_ends = array("q"), array("q")
        shift = 0
        for edit in edits:
            size = len(edit.replacement)
            if size == edit.end - edit.start:
                continue  # character for character: every offset stays
            self.old_starts.append(edit.start)
            self.old_ends.append(edit.end)
            self.new_starts.append(edit.start + shift)
            self.new_ends.append(edit.start + shift + size)
            shift += size - (edit.end - edit.start)
        self.growth = shift
        """How many characters longer the new text is."""

    def start(self, offset: int) -> int:
        """Return where the character at `offset` of the new text began in the old one."""
        index = bisect_right(self.new_starts, offset) - 1
        # Deletions share their place with whatever follows; what follows begins after them.
        if index < 0:
            return offset
        if offset < self.new_ends[index]:
            return self.old_starts[index]
        return offset - self.new_ends[index] + self.old_ends[index]

    def end(self, offset: int) -> int:
        """Return where the character that ends at `offset` of the new text ended in the old one."""
        index = bisect_left(self.new_starts, offset) - 1
        if index < 0:
            return offset
        if offset <= self.new_ends[index]:
            return self.old_ends[index]
        return offset - self.new_ends[index] + self.old_ends[index]


class Alignment:
    """Maps spans of a repaired text to spans of the raw text.

    A character that an edit put there maps to the whole stretch that the edit replaced; deleted characters belong to no
    span unless both their neighbours do. A span inside another maps inside its image.
    """

    __slots__ = ("_cleaned_length", "_raw_length", "_shifts")

    def __init__(self, raw_length: int, cleaned_length: int, shifts: Sequence[Shifts]) -> None:
        """Take the shifts of all steps, in their order."""
        self._raw_length = raw_length
        self._cleaned_length = cleaned_length
        self._shifts = [shift for shift in reversed(shifts) if shift.new_starts]

    def raw(self, span: Span) -> Span:
        """Return the stretch of raw text that `span` of the repaired text came from."""
        start, end = span.start, span.end
        if end > self._cleaned_length:
            raise ValueError(f"{span} leaves the text")
        if start == end:
            point = self.cut(start)
            return Span(point, point)
        for shift in self._shifts:
            start, end = shift.start(start), shift.end(end)
        return Span(start, end)

    def cut(self, offset: int) -> int:
        """Return the raw offset of a cut between two repaired characters: the pieces of a text tile the raw one.

        Deleted characters go with what stands before them, at the very beginning with what follows.
        """
        if offset == 0:
            return 0
        if offset >= self._cleaned_length:
            return self._raw_length
        for shift in self._shifts:
            offset = shift.start(offset)
        return offset
