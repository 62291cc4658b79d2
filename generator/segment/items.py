"""Entries to items: labelled clauses, sentences, or one item in one or two languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.segment.bilingual import language_of, may_translate, slash_before
from generator.segment.blocks import Block, Section
from generator.segment.divide import clauses, protect, script_runs, sentences
from generator.segment.lexicon import EXAMPLE, label_type
from generator.segment.notices import is_notice
from generator.segment.outline import Outline
from generator.segment.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.segment.blocks import BlockKind, Language, SourceKind


_LEADS_EN = re.compile(
    r"(?::|\b(?:are|includes?|including|following|follows|to|should|must|shall|will)\s{0,3}(?:…|\.{3}|[-–—]))\s*\Z"
)
"""How an English lead-in to a list ends."""


_LONGEST_LINE = 600
"""Code points from which on a line is more than the translation of one item."""


_LINE = 400
SLASH = re.compile(r"\s[/／|｜]\s")
_SAYS = re.compile("[\u3400-\u9fff][^/／|｜]*[\u3400-\u9fff]")


@dataclass(slots=True)
class State:
    """Where the walk through the text is: the posting, its section, the lists that are open."""

    posting: int = 1
    section: Section | None = None
    group: int = 0
    chain: int = 0
    chains: dict[str, tuple[int, tuple[int, int]]] = field(default_factory=dict)
    """Style of list mark to the list now open and the last number seen in it."""
    headings: set[str] = field(default_factory=set)
    has_items: bool = False
    last_dense: str | None = None
    point: int = 0
    """The point of a list that is being written, 0 in prose."""
    run_start: int = 0
    """How many blocks there were when the last stretch of content began."""
    example: bool = False
    """Whether the line above only says that an example follows."""
    notices: bool = False
    """Whether the section tells how to apply: its lines are dropped."""


class ItemWriter:
    """Writes blocks: an entry or a stretch of prose goes in, items and lead-ins come out."""

    def __init__(self, text: str, folded: str, kind: SourceKind) -> None:
        self.text = text
        self.folded = folded
        self.kind: SourceKind = kind
        self.protected = protect(folded)
        self.blocks: list[Block] = []
        self.state = State()
        self.outline = Outline()
        self.alternating = False
        """Whether the lines of the text change their language again and again."""
        self.sections = Sections()

    def _emit(self, kind: BlockKind, start: int, end: int) -> None:
        if start < end and not self.text[start:end].isspace():
            self.blocks.append(Block(kind, start, end, self.state.posting, section=self.state.section))

    def _entry(self, start: int, end: int, chain: int, *, leads: bool, style: str) -> None:
        """Emit what one list mark marks: one item, two languages of one item, labelled clauses, or a lead-in."""
        if self._bilingual(start, end, chain):
            return
        if style != "dotted" and self._labels(start, end, chain):
            return
        if leads or self.folded[start:end].rstrip().endswith(("：", ":")):
            parts = list(sentences(self.folded, start, end, self.protected, at_semicolons=False))
            lead_start = parts[-1][0] if parts else start
            if self.folded[lead_start:end].rstrip().endswith(("：", ":")):
                self._item(start, lead_start, chain=chain, listed=True)
                self._item(lead_start, end, kind="lead-in", chain=chain)
                return
        for begin, stop, example in self._around_examples(start, end):
            self._item(begin, stop, chain=chain, listed=True, section=self._facts() if example else None)

    def _around_examples(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield an entry, whole but for the sentences inside it that give an example: each is apart, a fact."""
        position = start
        if EXAMPLE.search(self.folded, start, end):
            for begin, stop in sentences(self.folded, start, end, self.protected, at_semicolons=False):
                if begin > start and EXAMPLE.match(self.folded, begin, stop):
                    if begin > position:
                        yield position, begin, False
                    yield begin, stop, True
                    position = stop
        if position < end:
            yield position, end, False

    def _prose(self, start: int, end: int, *, before_list: bool = False, line: bool = False) -> None:
        """Emit running prose sentence by sentence; a `line` of one short sentence stands as a list entry does."""
        if not self.folded[start:end].strip():
            return
        if self._bilingual(start, end, 0) or self._labels(start, end, 0):
            return
        if self._slashed(start, end):
            return
        semicolons = self._semicolons_divide(start, end)
        told, self.state.example = self.state.example, False
        for begin, stop in sentences(self.folded, start, end, self.protected, at_semicolons=semicolons):
            example = EXAMPLE.match(self.folded, begin, stop)
            if example and example.end() == begin + len(self.folded[begin:stop].rstrip()):
                self._item(begin, stop, kind="lead-in")
                self.state.example = True
                continue
            if told:
                self._item(begin, stop, section=self._facts(), listed=True)
                continue
            if example:
                for b, s in sentences(self.folded, begin, stop, self.protected, at_semicolons=True):
                    self._item(b, s, section=self._facts(), listed=True)
                continue
            colon = self.folded[begin:stop].rstrip().endswith(("：", ":"))
            kind: BlockKind = "lead-in" if colon and (before_list or stop == end) else "item"
            self._item(begin, stop, kind=kind, listed=line and kind == "item" and (begin, stop) == (start, end))

    def _slashed(self, start: int, end: int) -> bool:
        """Emit what spaced slashes divide below a heading, if each part says something."""
        section = self.state.section
        if self.kind != "posting" or section is None or section.type is None or end - start > _LINE:
            return False
        ends = [m.start() for m in SLASH.finditer(self.folded, start, end)]
        starts = [start, *(m.end() for m in SLASH.finditer(self.folded, start, end))]
        parts = list(zip(starts, [*ends, end], strict=True))
        if len(parts) < 2 or not all(_SAYS.search(self.folded, begin, stop) for begin, stop in parts):
            return False
        for (begin, stop), after in zip(parts, [*starts[1:], end], strict=True):
            self._item(begin, stop, listed=True)
            self._emit("list-number", stop, after)
        return True

    def _semicolons_divide(self, start: int, end: int) -> bool:
        if self.kind == "posting":
            return True
        return self.folded.count("；", start, end) >= 2 and self.folded.count("。", start, end) <= 1

    def _labels(self, start: int, end: int, chain: int) -> bool:
        """Emit labelled clauses, if that is what the stretch holds; a label rules up to the next one."""
        colon = self.folded.find("：", start, end)
        if colon < 0:
            return False
        parts = clauses(self.folded, start, end, self.protected)
        labelled = [i for i, part in enumerate(parts) if part.label_end is not None]
        if not labelled:
            return False
        led = any(parts[i].lead is not None for i in labelled)
        if len(labelled) < 2 and not (led or (labelled == [0] and len(parts) > 1 and not chain)):
            return False
        group: int | None = None
        in_example = False
        for index, part in enumerate(parts):
            begin = part.start
            closed = self.folded[max(0, begin - 4) : begin].rstrip()[-1:] not in "；;"
            in_example = bool(EXAMPLE.match(self.folded, begin, part.end)) or (in_example and not closed)
            if part.label_end is not None:
                in_example = False
                if part.lead is not None:
                    self._item(part.start, part.lead, kind="lead-in", chain=chain)
                    begin = part.lead
                group = self._next_group()
                self._item(begin, part.end, chain=chain, listed=True, group=group)
            elif in_example:
                self._item(begin, part.end, chain=chain, listed=True, section=self._facts())
            elif group is None or (index > labelled[-1] and closed and len(labelled) > 1):
                self._item(begin, part.end, chain=chain)
            else:
                self._item(begin, part.end, chain=chain, listed=True, group=group)
        return True

    def _facts(self) -> Section:
        """Return the section as one of facts: what an example in it belongs to."""
        return Section(self.state.section.title if self.state.section else "", "fact")

    def _bilingual(self, start: int, end: int, chain: int) -> bool:
        """Emit the two languages of an entry, run by run; neighbouring runs say the same."""
        runs = script_runs(self.folded, start, end, self.protected)
        if len(runs) < 2:
            if runs and runs[0][0] == "en":
                self._english(start, end, chain)
                return True
            return False
        self.state.chain += 1
        index = 0
        while index < len(runs):
            group = self._next_group()
            pair = runs[index : index + 2]
            for language, begin, stop in pair:
                cut = slash_before(self.folded, begin, stop) if (language, begin, stop) == pair[0] else stop
                self._item(begin, cut, chain=chain, listed=True, group=group, language=language)
                self._emit("list-number", cut, stop)
            index += 2
        return True

    def _translates(self, start: int, end: int) -> bool:
        """Emit a line that says again, in the other language, what the one item above it says."""
        last = self.blocks[-1] if self.blocks else None
        words = self.folded[start:end]
        language = language_of(words) if self.alternating and end - start <= _LONGEST_LINE else None
        if language is None or last is None or last.kind != "item" or last.language == language:
            return False
        above = self.folded[last.start : last.end]
        ran = [block for block in self.blocks[self.state.run_start :] if block.kind in ("item", "lead-in")]
        alone = len(ran) == 1 and not any(block.group == last.group for block in self.blocks[-3:-1])
        if not alone or language_of(above) != last.language or not may_translate(above, words):
            return False
        if self.folded[last.end : start].strip() or len(self.folded[last.end : start].splitlines()) > 2:
            return False
        spoken: Language = "en" if language == "en" else "zh"
        point, self.state.point = self.state.point, last.point
        self._item(start, end, chain=last.chain, listed=last.listed, group=last.group, language=spoken)
        self.state.point = point
        return True

    def _english(self, start: int, end: int, chain: int) -> None:
        if chain:
            lead = _LEADS_EN.search(self.folded, start, end) is not None
            self._item(start, end, kind="lead-in" if lead else "item", chain=chain, listed=True, language="en")
            return
        parts = list(sentences(self.folded, start, end, self.protected, at_semicolons=True))
        own = 0
        if len(parts) > 1:
            self.state.chain += 1
            own = self.state.chain
        for begin, stop in parts:
            lead = _LEADS_EN.search(self.folded, begin, stop) is not None
            self._item(begin, stop, kind="lead-in" if lead else "item", chain=own, language="en")

    def _is_notice(self, start: int, end: int) -> bool:
        """Tell whether a stretch speaks to the applicant; a labelled fact is one wherever it stands."""
        if not self.state.notices:
            return self.kind == "posting" and is_notice(self.folded[start : min(end, start + 300)])
        return label_type(self.folded[start : min(end, start + 40)]) is None

    def _next_group(self) -> int:
        self.state.group += 1
        return self.state.group

    def _item(
        self,
        start: int,
        end: int,
        *,
        kind: BlockKind = "item",
        chain: int = 0,
        listed: bool = False,
        group: int | None = None,
        language: Language = "zh",
        section: Section | None = None,
    ) -> None:
        stop = end
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if stop <= start:
            return
        begin = start
        while begin < stop and self.text[begin].isspace():
            begin += 1
        # A mark of omission at the end is the page's, not the sentence's.
        cut = stop
        while cut > begin and (self.text[cut - 1] in "…" or self.text[cut - 1].isspace()):
            cut -= 1
        if self._is_notice(begin, cut):
            self._emit("page-chrome", begin, stop)
        elif self.text[begin:cut].strip("….,;:，。；：、-—·•|/ \t"):
            group = group if group is not None else self._next_group()
            section = section or self.state.section
            posting, point = self.state.posting, self.state.point
            self.blocks.append(Block(kind, begin, cut, posting, group, chain, language, section, listed, point=point))
            self.state.has_items = True
            self.sections.fill()
            if cut < stop:
                self._emit("truncated", cut, stop)
        else:
            self._emit("truncated" if "…" in self.text[begin:stop] else "page-chrome", begin, stop)
