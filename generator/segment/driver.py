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
from generator.segment.bilingual import alternate, is_bare_title
from generator.segment.blocks import Block, Document, Posting
from generator.segment.chinese import is_chinese_heading, is_phase, speaks_to_reader
from generator.segment.divide import clauses, glued_heading, script_runs, sentences
from generator.segment.employers import find_employer, find_title, footer_names, own_team
from generator.segment.items import SLASH, ItemWriter
from generator.segment.lexicon import (
    EN_HEADING_INLINE,
    GUIDE_TITLE,
    HEADING_WORD_AHEAD,
    NOT_STEPS,
    PLAN_TITLE,
    ZH_BONUS,
    ZH_BRACKETED,
    ZH_CLOSING_INLINE,
    ZH_GLUED,
    ZH_HEADING_BEFORE_LIST,
    ZH_HEADING_INLINE,
    ZH_HEADING_START,
    ZH_HEADINGS,
    ZH_LABEL_INLINE,
    heading_type,
    is_notice_heading,
    label_type,
)
from generator.segment.lines import CHAPTERS, SHORT, TERMINAL, LineReader, Run
from generator.segment.marks import Mark, find_marks, line_mark
from generator.segment.mirrors import join_mirrors
from generator.segment.names import ORGANISATION_ALONE, ORGANISATION_LABEL, TITLE_ALONE, TITLE_LABEL
from generator.segment.notices import is_notice
from generator.segment.sections import Sections, dress
from generator.segment.titles import Header, closed, read_header

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.segment.blocks import SectionType
    from generator.segment.sections import Dress


def segment(text: str, organisations: Sequence[str] = ()) -> Document:
    r"""Divide a repaired text; the blocks tile it, white space belonging to the block before it.

    `organisations` are names that the caller knows: a title that begins with one names its organisation, even without a
    sign between the two.

    >>> [block.kind for block in segment("任职要求：\n1. 会排班；\n2. 守时。").blocks]
    ['heading', 'list-number', 'item', 'list-number', 'item']
    """
    return _Segmenter(text, organisations).run()


def _nests(mark: Mark, after: Mark) -> bool:
    """Tell whether a mark opens a list within what the mark before it marks.

    A list within a list begins at one; entries and articles may be numbered on through all chapters.
    """
    if mark.style == after.style:
        return False
    chapter = mark.style in ("chapter", "han", "roman") and after.style not in CHAPTERS
    return after.number[1] == 1 or (chapter and (after.style != "article" or mark.style == "chapter"))


_SINGLE = re.compile(
    r"\s*(?!1\s*[、.．)）/]|[①（(])[^。；;！？!?\n]{1,80}(?:[。；;]?\s*\Z|[。；;]?\s*\n|[。；;](?=[^。；;：\n]{2,10}：)|\s(?=[^。；;：\s]{2,10}：))"
)
"""One clause up to the end of its line, or up to the next label."""


_WINDOW = 4000
_PHASE = re.compile(
    r"(?:第?[一二三四五六七八九十\d]+(?:部分|阶段|步|天|周)?[、．.\s：]*)?[\u4e00-\u9fff]{2,4}(?:前|中|后|时|期间)"
)
"""A part of a guide that is called by when it comes."""
_TOPIC = re.compile("(?:要求|标准|条件)\\W*\\Z")
_ROW = 3
_LEAST = 4
_CLAUSE_BEFORE = re.compile(r"[^。；：、，！？\s]*\Z")
_WHOLE_BRACKET = re.compile(r"【[^】\n]{2,30}】")
_INTRODUCTION = re.compile(r"introduction|about|overview|介绍|简介|概述|背景", re.IGNORECASE)


class _Segmenter(ItemWriter):
    def __init__(self, text: str, organisations: Sequence[str] = ()) -> None:
        folded = to_simplified(text)
        self.lines = LineReader(folded)
        super().__init__(text, folded, self.lines.kind)
        self.known = sorted(map(to_simplified, organisations), key=len, reverse=True)
        self.titles: dict[int, str] = {}
        self.organisations: dict[int, str] = {}
        self.whole: dict[int, str] = {}
        self.bracketed: set[str] = set()
        """Words in brackets that a list followed somewhere."""
        self.employer: str | None = None
        self.typed: set[SectionType] = set()
        """What the sections of the posting so far hold."""
        self.document_title: str | None = None

    # -- the walk -----------------------------------------------------------------------------------------------------

    def run(self) -> Document:
        """Walk through the runs and return what the text was divided into."""
        lines = self.lines
        runs = lines.runs()
        self.document_title = self.text[slice(*lines.title)] if lines.title else None
        self.alternating = alternate(self.folded[run.start : run.end] for run in runs if run.kind == "content")
        for index, run in enumerate(runs):
            if run.kind == "chrome":
                self._emit("page-chrome", run.start, run.end)
            elif run.kind == "separator":
                self._emit("page-chrome", run.start, run.end)
                if self.state.has_items and self.kind == "posting" and self._separates(runs, index + 1):
                    self._new_posting()
            elif run.kind == "title":
                if self._begins_posting(run):
                    self._new_posting()
                self._title(run)
            elif run.kind == "heading":
                self._heading_run(run)
            else:
                self._content(run, runs[index - 1] if index else None)
        self._drop_fragment()
        joined = join_mirrors(self.blocks)
        for known in (self.titles, self.organisations, self.whole):
            moved = {joined.get(n, n): known[n] for n in sorted(known, reverse=True)}  # of two, the first one's stays
            known.clear()
            known.update(moved)
        self._find_employers()
        blocks = self._tile()
        numbers = sorted({block.posting for block in blocks} | {1})
        postings = tuple(Posting(n, self.titles.get(n), self.organisations.get(n, self.employer)) for n in numbers)
        if len(postings) == 1 and postings[0].title is None and self.document_title:
            organisation = postings[0].organisation or self._known_name(self.document_title)
            postings = (replace(postings[0], title=self.document_title, organisation=organisation),)
        return Document(self.text, self.kind, postings, tuple(blocks))

    def _separates(self, runs: Sequence[Run], below: int) -> bool:
        """Tell whether a rule divides postings: up to the next one a title stands, or the sections begin again.

        A posting without headings gives no other sign, so there every rule divides.
        """
        if not self.state.headings:
            return True
        found = False
        for place in range(below, len(runs)):
            run = runs[place]
            if run.kind == "separator" and found:
                break
            found = found or run.kind in ("heading", "title", "content")
            words = self.folded[run.start : min(run.end, run.start + 200)].strip()
            inline = next((m for p in (ZH_HEADING_INLINE, EN_HEADING_INLINE) if (m := p.match(words))), None)
            key = words if run.kind == "heading" else inline["word"] if inline else ""
            if run.kind == "title" or (key and key.strip("#*【】[] ：:").strip() in self.state.headings):
                return True
        return False

    def _tile(self) -> list[Block]:
        """Stretch every block to the start of the next one: white space between them belongs to the earlier."""
        blocks = sorted(self.blocks, key=lambda block: block.start)
        if not blocks:
            return [Block("blank", 0, len(self.text))] if self.text else []
        above = self.outline.within()
        tiled: list[Block] = []
        for index, block in enumerate(blocks):
            start = block.start if index else 0
            end = blocks[index + 1].start if index + 1 < len(blocks) else len(self.text)
            within = above.get(block.point, 0)
            same = (start, end, within) == (block.start, block.end, block.within)
            tiled.append(block if same else replace(block, start=start, end=end, within=within))
        return self._lead_points(tiled)

    def _lead_points(self, blocks: list[Block]) -> list[Block]:
        """Make lead-ins of the points that are no more than the title of those under them."""
        leading = {block.within for block in blocks if block.within}
        words: dict[int, str] = {}
        for block in blocks:
            if block.kind == "item" and block.point in leading:
                words[block.point] = words.get(block.point, "") + self.folded[block.start : block.end]
        titles = {point for point, said in words.items() if is_bare_title(said)}
        return [
            replace(block, kind="lead-in") if block.kind == "item" and block.point in titles else block
            for block in blocks
        ]

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
        """Take the employer of a posting from what its text says, where no title line names one.

        A name behind the dash of a title gives way: what stood there was a field of work.
        """
        parts: dict[int, list[str]] = {}
        for block in self.blocks:
            parts.setdefault(block.posting, []).append(
                self.folded[block.start : min(block.end, block.start + 600)].strip()
            )
        signed = footer_names(self.folded)
        for number, words in parts.items():
            if self.kind == "posting" and number not in self.titles and (title := find_title(words)):
                place = self.folded.find(title)
                self.titles[number] = self.text[place : place + len(title)]
            doubtful = number in self.whole and self.employer is None
            if not doubtful and (number in self.organisations or self.employer):
                continue
            name = find_employer(words, signed) if self.kind == "posting" else own_team(words)
            if name is None:
                continue
            if doubtful and to_simplified(self.organisations.get(number, "")) not in name:
                self.titles[number] = self.whole[number]
            place = self.folded.find(name)
            self.organisations[number] = self.text[place : place + len(name)]
            if number == 1 and len(parts) > 1 and len(self.organisations) == 1:
                self.employer = self.organisations[number]  # said once, above them all

    def _new_posting(self) -> None:
        state = self.state
        state.posting += 1
        self.typed = set()
        state.section = None
        self.sections = Sections()
        state.headings = set()
        state.chains = {}
        state.has_items = state.notices = False
        state.last_dense = None
        self.outline.close()

    # -- titles and headings ------------------------------------------------------------------------------------------

    def _begins_posting(self, run: Run) -> bool:
        """Tell whether a title opens another posting: the one above has items, and a title or sections of its own."""
        words = self.folded[run.start : run.end].strip()
        if not self.state.has_items or self.kind != "posting" or run.says in ("organisation", "nothing"):
            return False
        known = self.organisations if ORGANISATION_LABEL.fullmatch(words) else self.titles
        title = to_simplified(self.titles.get(self.state.posting, "")).casefold()
        label = TITLE_LABEL.fullmatch(words)
        bare = (label["title"] or label["numbered"] if label else words).strip("#* ").casefold()
        if title and (bare in title or title in bare):
            return False  # the same title again
        sections = bool(self.typed & {"requirement", "responsibility"})
        return self.state.posting in known or (known is self.titles and sections)

    def _title(self, run: Run) -> None:
        state = self.state
        begin = self._words(run.start)
        if run.says == "title" and (mark := line_mark(self.folded, begin, run.end)) and mark.style != "bullet":
            begin = mark.text
        raw, folded = (closed(text[begin : run.end].strip()) for text in (self.text, self.folded))
        if run.says == "organisation":
            header = read_header(raw, folded)
            name = header.organisation or (header.title or raw.strip("#* ")).split(", ")[0]
            self.employer = self.employer or name
        elif run.says == "nothing" or TITLE_ALONE.fullmatch(folded) or ORGANISATION_ALONE.fullmatch(folded):
            pass
        elif organisation := ORGANISATION_LABEL.fullmatch(folded):
            name = "bare" if organisation["bare"] else "name"
            self.organisations.setdefault(state.posting, raw[slice(*organisation.span(name))].strip("* "))
        elif label := TITLE_LABEL.fullmatch(folded):
            name = "title" if label["title"] else "numbered"
            self._read_title(
                raw[label.start(name) : label.end(name)], folded[label.start(name) : label.end(name)], sure=True
            )
        else:
            self._read_title(
                raw,
                folded,
                sure=run.says in ("title", "role"),
                employed=run.says == "role" or self.employer is not None,
            )
        self._emit("heading", run.start, run.end)

    def _known_name(self, title: str) -> str | None:
        """Return the employer's name that a title begins with, if the caller knows it."""
        folded = to_simplified(title)
        return next((title[: len(name)] for name in self.known if name and folded.startswith(name)), None)

    def _read_title(self, raw: str, folded: str, *, sure: bool = False, employed: bool = False) -> None:
        """Take title and employer from a line; a `sure` title takes the place of any other.

        Where the employer stands elsewhere (`employed`), what is set off by a dash is part of the title.
        """
        number = self.state.posting
        if self.kind == "guide":
            # A guide is no employer's: what stands before a dash is part of its title.
            if sure or number not in self.titles:
                self.titles[number] = raw.strip().lstrip("#").strip().strip('*"').strip()
                if name := self._known_name(raw):
                    self.organisations.setdefault(number, name)
            return
        header = read_header(raw, folded, self.known)
        if employed and header.whole:
            header = Header(header.whole)
        if header.title and (sure or number not in self.titles):
            self.titles[number] = header.title
            if header.whole:
                self.whole[number] = header.whole
        if header.organisation:
            self.organisations.setdefault(number, header.organisation)
            if not header.title:
                self.employer = self.employer or header.organisation

    def _heading_run(self, run: Run) -> None:
        state = self.state
        title = self.text[run.start : run.end].strip().strip("#*【】[] ：:").strip()
        key = to_simplified(title)
        if self.kind == "posting" and state.has_items and key in state.headings and heading_type(key) != "fact":
            self._new_posting()
        self._open(title, dress(self.folded[run.start : run.end]))
        self._emit("heading", run.start, run.end)

    def _open(self, title: str, set_as: Dress) -> None:
        state = self.state
        folded = to_simplified(title)
        state.headings.add(folded)
        kind = heading_type(folded)
        if kind == "requirement" and self.kind == "guide" and _TOPIC.search(folded) and not is_chinese_heading(folded):
            kind = None  # `交接班要求` is on handing over, not on whom to hire
        if kind is None and self.kind == "guide" and _PHASE.fullmatch(folded):
            kind = "step"
        if kind is None and self._is_plan() and (is_phase(folded) or not NOT_STEPS.search(folded)):
            kind = "step"
        if kind:
            self.typed.add(kind)
        certain = folded in ZH_HEADINGS or folded.isascii() or speaks_to_reader(folded)
        state.section = self.sections.open(title, set_as, kind, certain=certain)
        state.last_dense = None
        state.notices = is_notice_heading(folded, hires=self.kind == "posting")
        state.chains = {style: known for style, known in state.chains.items() if style in CHAPTERS}
        self.outline.close()

    def _is_plan(self) -> bool:
        """Tell whether the text is titled as a plan or a procedure."""
        title = self.titles.get(self.state.posting) or self.document_title
        return title is not None and self.kind == "guide" and PLAN_TITLE.search(to_simplified(title)) is not None

    # -- runs to entries ----------------------------------------------------------------------------------------------

    def _content(self, run: Run, previous: Run | None) -> None:
        start, end = run.start, run.end
        start = self._skip_document_title(start, end)
        start = self._lead_title(start, end)
        cuts = self._cuts(start, end)
        if not cuts and self._translates(start, end):
            return
        self.state.run_start = len(self.blocks)
        shape = self._dense_shape(start, end, cuts) if self.kind == "posting" else None
        self._maybe_new_posting(shape, start, cuts, previous)
        self._before_cuts(start, end, cuts, follows=previous is not None)
        styles = Counter(cut.style for _, cut in cuts if isinstance(cut, Mark))
        for index, (place, cut) in enumerate(cuts):
            stop = cuts[index + 1][0] if index + 1 < len(cuts) else end
            if cut == place:
                self._prose(place, stop)
                continue
            if not isinstance(cut, Mark):
                title = self.text[place:cut].strip().strip("【】[]《》「」：: ")
                self._open(title, dress(self.folded[place:cut]))
                self._emit("heading", place, cut)
                self._prose(cut, stop, before_list=index + 1 < len(cuts) and isinstance(cuts[index + 1][1], Mark))
                continue
            chain = self._chain(cut)
            self._emit("list-number", place, cut.text)
            after = cuts[index + 1][1] if index + 1 < len(cuts) else None
            nested = isinstance(after, Mark) and _nests(cut, after)
            if cut.style in CHAPTERS and self._chapter(cut, stop, nested):
                continue
            if nested and self._opens_part(place, cut, stop):
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
            self.state.point = self.outline.add(self.text, cut)
            self._entry(cut.text, tail, chain, leads=nested and self._deeper(cuts, index), style=cut.style)
            self.state.point = 0
            if title_end is not None and self.blocks:
                self.blocks[-1] = replace(self.blocks[-1], title_end=title_end)
            if tail < stop:
                self.outline.prose(self.text, tail)
                self._prose(tail, stop)
        # Last, for an inline heading above clears it: only a heading between two lines keeps them together.
        self.state.last_dense = shape

    def _before_cuts(self, start: int, end: int, cuts: list[tuple[int, Mark | int]], *, follows: bool) -> None:
        """Emit what stands in a run before its first list mark or heading."""
        first = cuts[0][0] if cuts else end
        if first > start:
            self.outline.prose(self.text, start)
            self._prose(
                start,
                first,
                before_list=bool(cuts) and isinstance(cuts[0][1], Mark),
                line=not cuts and follows and len(self.folded[start:end].strip()) <= 2 * SHORT,
            )

    def _opens_part(self, place: int, mark: Mark, stop: int) -> bool:
        """Emit an entry above a list of its own as a heading, if its words are those of one, as in `2、工作权限：`."""
        words = self.folded[mark.text : min(stop, mark.text + SHORT)].strip()
        if stop - mark.text > SHORT or not words.endswith("：") or not is_chinese_heading(words):
            return False
        self._open(self.text[mark.text : stop].strip().rstrip("：: "), dress(self.folded[place:stop]))
        self._emit("heading", mark.text, stop)
        return True

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
        known = self.document_title or (self.titles.get(self.state.posting) if self.kind == "guide" else None)
        title = to_simplified(known) if known else None
        if title and not self.state.has_items:
            while start < end and self.folded[start].isspace():
                start += 1
            # A document-sharing site numbers the pages; its mark is no list's.
            mark = line_mark(self.folded, start, min(end, start + SHORT))
            begin = mark.text if mark else start
            if self.folded.startswith(title, begin):
                self._emit("page-chrome", start, begin)
                self._emit("heading", begin, begin + len(title))
                return begin + len(title)
        return start

    def _lead_title(self, start: int, end: int) -> int:
        """Set off the title that a text run together on one line begins with: what stands before its first heading."""
        if self.state.has_items or self.state.posting in self.titles or self.state.headings:
            return start
        begin = self._words(start)
        bracket = _WHOLE_BRACKET.match(self.folded, begin, end)
        cuts = [] if bracket else self._cuts(start, min(end, begin + _WINDOW))
        stop = bracket.end() if bracket else next((place for place, _ in cuts if place > begin), begin)
        words = self.folded[begin:stop].strip()
        if not 2 <= len(words) <= SHORT or re.search(r"[，。；！？：:;,]", words) or not self.folded[stop:end].strip():
            return start
        if self.kind == "guide" and GUIDE_TITLE.search(words):
            self.titles[self.state.posting] = self.text[begin:stop].strip()
        elif self.kind == "posting" and read_header(words, words).role:
            self._read_title(self.text[begin:stop], self.folded[begin:stop])
        else:
            return start
        self._emit("heading", begin, stop)
        return stop

    def _cuts(self, start: int, end: int) -> list[tuple[int, Mark | int]]:
        """Return the places where entries and sections begin: a mark, or the end of an inline heading."""
        open_lists = {
            style: last
            for style, (_, last) in self.state.chains.items()
            if style in CHAPTERS or style.startswith("arabic")
        }
        marks = find_marks(self.folded, start, end, self.protected, open_lists)
        cuts: dict[int, Mark | int] = {mark.start: mark for mark in marks}
        # Under a heading that says what its entries are, a word behind a list mark is the label of that entry.
        typed = self.state.section is not None and self.state.section.type is not None
        labels = {mark.text for mark in marks if typed and mark.style not in CHAPTERS}
        view = self.folded[start:end]
        for pattern in (ZH_HEADING_INLINE, EN_HEADING_INLINE, ZH_CLOSING_INLINE, ZH_HEADING_BEFORE_LIST, ZH_BONUS):
            for match in pattern.finditer(view):
                place, stop = start + match.start(), start + match.end()
                bracketed = view[match.start()] in "【[《「" and match[0].rstrip()[-1:] in "】]》」"
                if (self.protected[place] and not bracketed) or place in cuts or place == start == stop:
                    continue
                if pattern is ZH_HEADING_INLINE and (
                    (place in labels and not is_notice_heading(match["word"])) or not self._heading_stands(match)
                ):
                    continue
                cuts[place] = stop
                first = line_mark(self.folded, stop, min(end, stop + 40))
                if first and first.number[1] == 1:
                    cuts.setdefault(first.start, first)  # a list of one, right after its heading
        cuts |= self._bracketed(view, start, cuts)
        places = [start + match.start() for match in ZH_LABEL_INLINE.finditer(view)]
        cuts |= {place: place for place in places if place not in cuts}
        if len(marks) >= _ROW:
            cuts |= self._glued(view, start, cuts)
        return sorted(cuts.items())

    def _bracketed(self, view: str, start: int, cuts: Mapping[int, Mark | int]) -> dict[int, Mark | int]:
        """Return the headings in brackets inside a line: a list follows them, there or where they stand again."""
        found = {start + match.start(): start + match.end() for match in ZH_BRACKETED.finditer(view)}
        words = {place: self.folded[place:stop].strip() for place, stop in found.items()}
        self.bracketed |= {words[place] for place, stop in found.items() if isinstance(cuts.get(stop), Mark)}
        return {
            place: stop
            for place, stop in found.items()
            if place not in cuts and words[place] in self.bracketed and self.folded[stop : stop + 1].strip()
        }

    def _glued(self, view: str, start: int, cuts: Mapping[int, Mark | int]) -> dict[int, Mark | int]:
        """Return where a heading or a labelled fact begins right behind other words, in a line that holds a list."""
        found: dict[int, Mark | int] = {}
        for match in ZH_GLUED.finditer(view):
            place = start + match.start()
            clause = _CLAUSE_BEFORE.search(view, max(0, match.start() - SHORT), match.start())
            words = clause[0] if clause else ""
            if place in cuts or self.protected[place] or is_chinese_heading(words + match[0]) or len(words) < _LEAST:
                continue
            found[place] = start + match.end() if match["heading"] else place
        return found

    def _heading_stands(self, match: re.Match[str]) -> bool:
        """Tell whether a word inside a line is a heading: a short word such as `福利` only is with its colon.

        The label of a single fact, as in `工作地点：…`, is part of that fact.
        """
        if label_type(match[0] + "…") and (single := _SINGLE.match(match.string, match.end())):
            return len(SLASH.findall(single[0])) > 1  # what slashes divide is a list
        word, signed = match["word"], match[0].rstrip().endswith(("：", "】", "]", "》", "」"))
        if signed:
            return len(word) > 2 or word in {
                "职责",
                "要求",
                "条件",
                "福利",
                "薪资",
                "待遇",
                "资格",
                "内容",
                "任务",
                "工作",
                "流程",
                "步骤",
            }
        return len(word) >= 4

    def _goes_on(self, start: int, end: int | None) -> bool:
        """Tell whether a heading opens another part of the posting: no introduction, no part that it has already."""
        title = self.folded[start:end].strip(" 【】[]：:")
        return heading_type(title) not in self.typed and _INTRODUCTION.search(title) is None

    def _words(self, start: int) -> int:
        """Return where the words begin that white space stands before."""
        while start < len(self.folded) and self.folded[start].isspace():
            start += 1
        return start

    def _maybe_new_posting(
        self, shape: str | None, start: int, cuts: list[tuple[int, Mark | int]], previous: Run | None
    ) -> None:
        """Begin a posting where a whole posting run together on one line follows another one without a heading between.

        Such a line holds a list that starts again, several labelled clauses, or two languages.
        """
        state = self.state
        first = cuts[0][1] if cuts else None
        restarts = isinstance(first, Mark) and first.style != "bullet" and first.number[1] == 1
        # In the middle of its list, or under a heading of its own, a line goes on with what is above it.
        opens = bool(cuts) and cuts[0][0] <= self._words(start)
        goes_on = opens and (not restarts if isinstance(first, Mark) else self._goes_on(cuts[0][0], first))
        if (
            shape
            and state.last_dense
            and state.has_items
            and previous is not None
            and previous.kind == "content"
            and (restarts or (shape != state.last_dense and not goes_on))
        ):
            self._new_posting()

    def _dense_shape(self, start: int, end: int, cuts: list[tuple[int, Mark | int]]) -> str | None:
        if end - start < 50:
            return None
        listed = sum(isinstance(cut, Mark) for _, cut in cuts) >= 2
        scripts = script_runs(self.folded, start, min(end, start + 4000), self.protected)
        if len(scripts) > 1:
            return "bilingual list" if listed else "bilingual" if len(scripts) > 2 else None
        if listed:
            return "list"
        parts = clauses(self.folded, start, min(end, start + 4000), self.protected)
        if sum(part.label_end is not None for part in parts) >= 2:
            return "labels"
        return "clauses" if self.folded.count("；", start, end) >= 2 else None

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
        if self.state.notices and is_notice(text.strip()):
            return False
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
            self._open("", dress(self.folded[mark.start : stop]))
            self._prose(mark.text, stop, before_list=nested)
            return True
        title = self.text[mark.text : cut].strip().strip("：: ")
        self._open(title, dress(self.folded[mark.start : stop]))
        self._emit("heading", mark.text, cut)
        self._prose(cut, stop, before_list=nested)
        return True
