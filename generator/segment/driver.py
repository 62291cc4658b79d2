"""From a repaired text to the blocks that tile it.

Three passes, each over what the one before it made: lines become runs (page chrome, headings, titles, content; lines
that a page broke in mid-sentence are joined), runs become entries at their list marks and headings, and an entry
becomes items: labelled clauses, sentences, or one item in one or two languages. All matching is done on the text
folded to Simplified, which keeps every offset; the script of the source stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.chinese import to_simplified
from generator.segment.blocks import Block, Document, Posting, Section
from generator.segment.divide import clauses, glued_heading, script_runs, sentences
from generator.segment.items import ItemWriter
from generator.segment.kinds import guess_kind
from generator.segment.lexicon import (
    EN_HEADING_INLINE,
    HEADING_WORD_AHEAD,
    NOT_STEPS,
    ORGANISATION_LABEL,
    OWN_TEAM,
    PLAN_TITLE,
    TITLE_LABEL,
    ZH_CLOSING_INLINE,
    ZH_HEADING_BEFORE_LIST,
    ZH_HEADING_INLINE,
    ZH_HEADING_START,
    ZH_HEADINGS,
    heading_type,
    is_notice_heading,
    label_type,
)
from generator.segment.lines import CHAPTERS, SHORT, TERMINAL, LineReader, Run
from generator.segment.marks import Mark, find_marks, line_mark
from generator.segment.titles import read_title

if TYPE_CHECKING:
    from collections.abc import Sequence


def segment(text: str, organisations: Sequence[str] = ()) -> Document:
    r"""Divide a repaired text; the blocks tile it, white space belonging to the block before it.

    `organisations` are names that the caller knows: a title that begins with one names its organisation, even without a
    sign between the two.

    >>> [block.kind for block in segment("任职要求：\n1. 会排班；\n2. 守时。").blocks]
    ['heading', 'list-number', 'item', 'list-number', 'item']
    """
    return _Segmenter(text, organisations).run()


_SINGLE = re.compile(
    r"\s*(?![1①（(])[^。；;！？!?\n]{1,80}(?:[。；;]?\s*\Z|[。；;]?\s*\n|[。；;](?=[^。；;：\n]{2,10}：))"
)
"""One clause up to the end of its line, or up to the next label."""


class _Segmenter(ItemWriter):
    def __init__(self, text: str, organisations: Sequence[str] = ()) -> None:
        folded = to_simplified(text)
        super().__init__(text, folded, guess_kind(folded))
        self.known = sorted(map(to_simplified, organisations), key=len, reverse=True)
        self.titles: dict[int, str] = {}
        self.organisations: dict[int, str] = {}
        self.document_title: str | None = None

    # -- the walk -----------------------------------------------------------------------------------------------------

    def run(self) -> Document:
        """Walk through the runs and return what the text was divided into."""
        lines = LineReader(self.folded, self.kind)
        runs = lines.runs()
        self.document_title = self.text[slice(*lines.title)] if lines.title else None
        for index, run in enumerate(runs):
            if run.kind == "chrome":
                self._emit("page-chrome", run.start, run.end)
            elif run.kind == "separator":
                self._emit("page-chrome", run.start, run.end)
                if self.state.has_items and self.kind == "posting":
                    self._new_posting()
            elif run.kind == "title":
                if self.state.has_items:
                    self._new_posting()
                self._title(run)
            elif run.kind == "heading":
                self._heading_run(run)
            else:
                self._content(run, runs[index - 1] if index else None)
        self._drop_fragment()
        self._find_employers()
        blocks = self._tile()
        numbers = sorted({block.posting for block in blocks} | {1})
        postings = tuple(Posting(n, self.titles.get(n), self.organisations.get(n)) for n in numbers)
        if len(postings) == 1 and postings[0].title is None and self.document_title:
            postings = (replace(postings[0], title=self.document_title),)
        return Document(self.text, self.kind, postings, tuple(blocks))

    def _tile(self) -> list[Block]:
        """Stretch every block to the start of the next one: white space between them belongs to the earlier."""
        blocks = sorted(self.blocks, key=lambda block: block.start)
        if not blocks:
            return [Block("blank", 0, len(self.text))] if self.text else []
        tiled: list[Block] = []
        for index, block in enumerate(blocks):
            start = block.start if index else 0
            end = blocks[index + 1].start if index + 1 < len(blocks) else len(self.text)
            tiled.append(block if (start, end) == (block.start, block.end) else replace(block, start=start, end=end))
        return tiled

    def _drop_fragment(self) -> None:
        """Mark the last words of a text that breaks off within a clause, where its other sentences are finished.

        A longer broken clause still says something and stays a statement; a few words say nothing.
        """
        items = [i for i, block in enumerate(self.blocks) if block.kind == "item"]
        if len(items) < 5:
            return
        last = self.blocks[items[-1]]
        words = self.folded[last.start : last.end].strip()
        finished = sum(self.folded[self.blocks[i].end - 1] in "。；！？.;!?”）" for i in items)
        body = words.rpartition("：")[2]
        if finished >= 0.8 * len(items) and not TERMINAL.search(words) and len(body) <= 8 and "，" not in body:
            self.blocks[items[-1]] = replace(last, kind="truncated", group=0)

    def _find_employers(self) -> None:
        """Take the organisation from a sentence that says whose team it is, where the title does not name one."""
        for block in self.blocks:
            if block.kind != "item" or block.posting in self.organisations:
                continue
            match = OWN_TEAM.search(self.folded, block.start, min(block.end, block.start + 600))
            if match:
                self.organisations[block.posting] = self.text[match.start("name") : match.end("name")]

    def _new_posting(self) -> None:
        state = self.state
        state.posting += 1
        state.section = state.chapter = None
        state.headings = set()
        state.chains = {}
        state.has_items = state.notices = False
        state.last_dense = None

    # -- titles and headings ------------------------------------------------------------------------------------------

    def _title(self, run: Run) -> None:
        state = self.state
        raw = self.text[run.start : run.end].strip()
        folded = self.folded[run.start : run.end].strip()
        if organisation := ORGANISATION_LABEL.fullmatch(folded):
            self.organisations.setdefault(state.posting, raw[organisation.start("name") :].strip())
        elif label := TITLE_LABEL.fullmatch(folded):
            name = "title" if label["title"] else "numbered"
            self.titles.setdefault(state.posting, raw[label.start(name) : label.end(name)].strip())
        else:
            self._read_title(raw.lstrip("#").strip().strip("*").strip(), folded.lstrip("#").strip().strip("*").strip())
        self._emit("heading", run.start, run.end)

    def _read_title(self, raw: str, folded: str) -> None:
        number = self.state.posting
        if number in self.titles:
            return
        if self.kind != "posting":
            self.titles[number] = raw  # a guide is no employer's: what stands before a dash is part of its title
            return
        self.titles[number], organisation = read_title(raw, folded, self.known)
        if organisation:
            self.organisations.setdefault(number, organisation)

    def _heading_run(self, run: Run) -> None:
        state = self.state
        title = self.text[run.start : run.end].strip().strip("#*【】[] ：:").strip()
        key = to_simplified(title)
        mark = line_mark(self.folded, run.start, run.end)
        if self.kind == "posting" and state.has_items and key in state.headings:
            self._new_posting()
        state.headings.add(key)
        self._open(title, chapter=mark is not None and mark.style in ("chapter", "han"))
        self._emit("heading", run.start, run.end)

    def _open(self, title: str, *, chapter: bool = False) -> None:
        state = self.state
        folded = to_simplified(title)
        kind = heading_type(folded)
        if kind is None and self._is_plan() and not NOT_STEPS.search(folded):
            kind = "step"
        inherited = state.chapter.type if state.chapter else None
        if inherited and not chapter and folded not in ZH_HEADINGS and not folded.isascii():
            kind = inherited  # a part of a chapter on duties holds duties, whatever else its title mentions
        if chapter:
            state.chapter = Section(title, kind)
            state.section = state.chapter
        else:
            state.section = Section(title, kind or inherited)
        state.last_dense = None
        state.notices = is_notice_heading(folded)
        state.chains = {}

    def _is_plan(self) -> bool:
        """Tell whether the text is titled as a plan or a procedure."""
        title = self.titles.get(self.state.posting) or self.document_title
        return title is not None and self.kind == "guide" and PLAN_TITLE.search(to_simplified(title)) is not None

    # -- runs to entries ----------------------------------------------------------------------------------------------

    def _content(self, run: Run, previous: Run | None) -> None:
        start, end = run.start, run.end
        start = self._skip_document_title(start, end)
        cuts = self._cuts(start, end)
        shape = self._dense_shape(start, end, cuts) if self.kind == "posting" else None
        self._maybe_new_posting(shape, cuts, previous)
        first = cuts[0][0] if cuts else end
        if first > start:
            self._prose(
                start,
                first,
                before_list=bool(cuts) and isinstance(cuts[0][1], Mark),
                line=not cuts and previous is not None and len(self.folded[start:end].strip()) <= 2 * SHORT,
            )
        styles = Counter(cut.style for _, cut in cuts if isinstance(cut, Mark))
        for index, (place, cut) in enumerate(cuts):
            stop = cuts[index + 1][0] if index + 1 < len(cuts) else end
            if not isinstance(cut, Mark):
                title = self.text[place:cut].strip().strip("【】[]：: ")
                self._open(title)
                self._emit("heading", place, cut)
                self._prose(cut, stop, before_list=index + 1 < len(cuts) and isinstance(cuts[index + 1][1], Mark))
                continue
            chain = self._chain(cut)
            self._emit("list-number", place, cut.text)
            after = cuts[index + 1][1] if index + 1 < len(cuts) else None
            nested = isinstance(after, Mark) and after.style != cut.style
            if cut.style in CHAPTERS and self._chapter(cut, stop, nested):
                continue
            members = styles[cut.style]
            last = index + 1 == len(cuts) or not any(
                isinstance(other, Mark) and other.style == cut.style for _, other in cuts[index + 1 : index + 41]
            )
            inline = place > run.start or members > 1
            tail = stop
            if last and inline and members > 1 and cut.style != "dotted":
                tail = self._tail(cuts, index, stop, cut.style)
            title_end = self._title_end(cut.text, tail) if cut.style == "dotted" else None
            self._entry(cut.text, tail, chain, leads=nested and self._deeper(cuts, index), style=cut.style)
            if title_end is not None and self.blocks:
                self.blocks[-1] = replace(self.blocks[-1], title_end=title_end)
            if tail < stop:
                self._prose(tail, stop)
        # Last, for an inline heading above clears it: only a heading between two lines keeps them together.
        self.state.last_dense = shape

    def _chain(self, mark: Mark) -> int:
        """Return the list that a mark belongs to: the one whose count it carries on, else a new one."""
        state = self.state
        known = state.chains.get(mark.style)
        if known and (mark.style == "bullet" or mark.number > known[1]):
            chain = known[0]
        else:
            state.chain += 1
            chain = state.chain
        state.chains[mark.style] = (chain, mark.number)
        return chain

    def _title_end(self, start: int, end: int) -> int | None:
        """Return where the title of a numbered part ends; the title stays with its item."""
        return glued_heading(self.folded, start, end)

    def _deeper(self, cuts: list[tuple[int, Mark | int]], index: int) -> bool:
        following = cuts[index + 1][1]
        return isinstance(following, Mark) and following.number[1] == 1

    def _skip_document_title(self, start: int, end: int) -> int:
        """Set off the document's title where it is glued to the first words of the text."""
        title = to_simplified(self.document_title) if self.document_title else None
        if title and not self.state.has_items:
            while start < end and self.folded[start].isspace():
                start += 1
            if self.folded.startswith(title, start):
                self._emit("heading", start, start + len(title))
                return start + len(title)
        return start

    def _cuts(self, start: int, end: int) -> list[tuple[int, Mark | int]]:
        """Return the places where entries and sections begin: a mark, or the end of an inline heading."""
        marks = find_marks(self.folded, start, end, self.protected)
        cuts: dict[int, Mark | int] = {mark.start: mark for mark in marks}
        view = self.folded[start:end]
        for pattern in (ZH_HEADING_INLINE, EN_HEADING_INLINE, ZH_CLOSING_INLINE, ZH_HEADING_BEFORE_LIST):
            for match in pattern.finditer(view):
                place, stop = start + match.start(), start + match.end()
                if self.protected[place] or place in cuts or place == start == stop:
                    continue
                if pattern is ZH_HEADING_INLINE and not self._heading_stands(match):
                    continue
                cuts[place] = stop
                first = line_mark(self.folded, stop, min(end, stop + 40))
                if first and first.number[1] == 1:
                    cuts.setdefault(first.start, first)  # a list of one, right after its heading
        return sorted(cuts.items())

    def _heading_stands(self, match: re.Match[str]) -> bool:
        """Tell whether a word inside a line is a heading: a short word such as `福利` only is with its colon.

        The label of a single fact, as in `工作地点：…`, is part of that fact.
        """
        if label_type(match[0] + "…") and _SINGLE.match(match.string, match.end()):
            return False
        word, signed = match["word"], match[0].rstrip().endswith(("：", "】", "]"))
        if signed:
            return len(word) > 2 or word in {"职责", "要求", "条件", "福利", "薪资", "待遇", "流程", "步骤"}
        return len(word) >= 4

    def _maybe_new_posting(self, shape: str | None, cuts: list[tuple[int, Mark | int]], previous: Run | None) -> None:
        """Begin a posting where a whole posting run together on one line follows another one without a heading between.

        Such a line holds a list that starts again, several labelled clauses, or two languages.
        """
        state = self.state
        restarts = bool(cuts) and isinstance(cuts[0][1], Mark) and cuts[0][1].number[1] <= 1
        if (
            shape
            and state.last_dense
            and state.has_items
            and previous is not None
            and previous.kind == "content"
            and (restarts or shape != state.last_dense)
        ):
            self._new_posting()

    def _dense_shape(self, start: int, end: int, cuts: list[tuple[int, Mark | int]]) -> str | None:
        if end - start < 50:
            return None
        listed = sum(isinstance(cut, Mark) for _, cut in cuts) >= 2
        languages = {
            language for language, _, _ in script_runs(self.folded, start, min(end, start + 4000), self.protected)
        }
        if len(languages) == 2:
            return "bilingual list" if listed else "bilingual"
        if listed:
            return "list"
        parts = clauses(self.folded, start, min(end, start + 4000), self.protected)
        if sum(part.label_end is not None for part in parts) >= 2:
            return "labels"
        return "clauses" if len(parts) >= 2 else None

    def _tail(self, cuts: list[tuple[int, Mark | int]], index: int, stop: int, style: str) -> int:
        """Return where the last entry of a chain ends, if the text goes on after it in sentences the others lack."""
        mark = cuts[index][1]
        earlier = [
            (cut.text, cuts[i + 1][0])
            for i, (_, cut) in enumerate(cuts[max(0, index - 12) : index], max(0, index - 12))
            if isinstance(cut, Mark) and cut.style == style
        ]
        if not isinstance(mark, Mark) or not earlier:
            return stop
        if any(self._count_sentences(begin, min(end, begin + 4000)) > 1 for begin, end in earlier):
            return stop
        parts = list(sentences(self.folded, mark.text, stop, self.protected, at_semicolons=False))
        languages = {language for language, _, _ in script_runs(self.folded, mark.text, stop, self.protected)}
        return parts[0][1] if len(parts) > 1 and languages == {"zh"} else stop

    def _count_sentences(self, start: int, end: int) -> int:
        return sum(1 for _ in sentences(self.folded, start, end, self.protected, at_semicolons=False))

    def _chapter(self, mark: Mark, stop: int, nested: bool) -> bool:
        """Treat a mark of the chapter kind as one: emit its heading and the prose below it. False for a list entry."""
        text = self.folded[mark.text : stop]
        known = ZH_HEADING_INLINE.match(text)
        if known and (known[0].rstrip().endswith("：") or not text[known.end() :].strip()):
            cut: int | None = mark.text + known.end()
        elif (word := ZH_HEADING_START.match(text)) and not HEADING_WORD_AHEAD.match(text, word.end()):
            cut = mark.text + word.end()
        elif nested and len(text.strip()) <= SHORT and not re.search(r"[，。；]", text):
            cut = stop
        else:
            cut = glued_heading(self.folded, mark.text, stop)
            if cut is None and not nested and stop - mark.text < 120:
                return False
        if cut is None:
            self._open("", chapter=mark.style != "han-paren")
            self._prose(mark.text, stop, before_list=nested)
            return True
        title = self.text[mark.text : cut].strip().strip("：: ")
        self._open(title, chapter=mark.style != "han-paren")
        self._emit("heading", mark.text, cut)
        self._prose(cut, stop, before_list=nested)
        return True
