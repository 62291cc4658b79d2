"""Which heading stands under which, told by how headings are dressed, and so what a part is whose title does not say.

A deeper level of Markdown or a lower list mark stands under the heading above it. Where the two cannot be compared,
as `【…】` below `任职要求：`, a heading right below another one opens a part of it, and so do those dressed alike
that follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.segment.blocks import Section
from generator.segment.marks import line_mark

if TYPE_CHECKING:
    from generator.segment.blocks import SectionType

Dress = tuple[str, int]
"""How a heading is set: its family, and in a family with levels how deep."""

_RANKS = {"chapter": 0, "han": 1, "article": 2, "step": 2, "han-paren": 2, "arabic": 3, "dotted": 4, "paren": 5}
_LOWEST = 6
_CHAPTER = 1
_MARKDOWN = re.compile(r"\s*(#{1,6})\s")
_HEAD = 120


def dress(line: str) -> Dress:
    """Return how a heading is set, from its folded line.

    >>> dress("## 福利"), dress("（一）排班"), dress("【福利】"), dress("福利：")
    (('markdown', 2), ('mark', 2), ('bracket', 0), ('colon', 0))
    """
    line = line[:_HEAD].strip()
    if markdown := _MARKDOWN.match(line):
        return "markdown", len(markdown[1])
    bare = line.lstrip("*【[ ")
    mark = line_mark(bare, 0, len(bare))
    if mark and mark.style != "bullet":
        style = "paren" if mark.style.endswith((")", "-paren")) and mark.style != "han-paren" else mark.style
        style = "arabic" if style.startswith("arabic") else style
        return "mark", _RANKS.get(style, _LOWEST)
    if line[:1] in "【[《「〖<":
        return "bracket", 0
    if line.startswith("**"):
        return "bold", 0
    if mark:
        return f"sign {bare[mark.start]}", 0
    return ("colon" if line.endswith(("：", ":")) else "plain"), 0


@dataclass(slots=True)
class _Open:
    section: Section
    dress: Dress
    certain: bool
    filled: bool = False
    """Whether something that is no heading stands in it already."""
    parts: set[Dress] = field(default_factory=set)
    """How the headings of its parts are set."""


class Sections:
    """Takes the headings of one posting in order and says what section each opens."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def fill(self) -> None:
        """Take note that something stands under the heading that was opened last."""
        for one in self._open:
            one.filled = True

    def open(self, title: str, set_as: Dress, own: SectionType | None, *, certain: bool) -> Section:
        """Open a section: `own` is what its title says that it holds, `certain` whether it says so beyond doubt.

        A part of a section on duties holds duties, whatever else its title mentions.

        >>> sections = Sections()
        >>> duties = sections.open("岗位职责", ("plain", 0), "responsibility", certain=True)
        >>> sections.open("安全标准", ("bracket", 0), "fact", certain=False).type
        'responsibility'
        """
        while self._open and not _under(set_as, self._open[-1]):
            self._open.pop()
        above = self._open[-1] if self._open else None
        kind = own
        if above:
            above.parts.add(set_as)
            if above.section.type and not (certain and own) and _rules(above):
                kind = above.section.type
        section = Section(title, kind)
        self._open.append(_Open(section, set_as, certain))
        return section


def _under(set_as: Dress, above: _Open) -> bool:
    family, level = set_as
    if set_as == above.dress:
        return False
    if family == above.dress[0] and family in ("markdown", "mark"):
        return level > above.dress[1]
    if family == "mark" and level <= _CHAPTER and not above.certain:
        return False  # a chapter stands under the title of the text at most
    return not above.filled or set_as in above.parts


def _rules(above: _Open) -> bool:
    """Tell whether a heading says what its parts hold: one of facts only does among numbered headings."""
    return above.section.type != "fact" or above.dress[0] == "mark"
