"""From a repaired text to the blocks that tile it.

Three passes, each over what the one before it made: lines become runs (page chrome, headings, titles, content; lines
that a page broke in mid-sentence are joined), runs become entries at their list marks and headings, and an entry
becomes items: labelled clauses, sentences, or one item in one or two languages. All matching is done on the text
folded to Simplified, which keeps every offset; the script of the source stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.chinese import to_simplified
from generator.segment.blocks import Block, Document, Posting, Section
from generator.segment.divide import clauses, glued_heading, protect, script_runs, sentences
from generator.segment.lexicon import (
    CHROME_LINE,
    CHROME_NOTE,
    CHROME_NOTICE,
    EN_HEADING_INLINE,
    EN_HEADING_LINE,
    EXAMPLE,
    GUIDE_SIGNS,
    ORGANISATION_HIRES,
    ORGANISATION_LABEL,
    OWN_TEAM,
    PAGE_LABEL,
    POSTING_SIGNS,
    PROFILE_SIGNS,
    ROLE_NOUN,
    SEPARATOR,
    TITLE_LABEL,
    ZH_CLOSING_INLINE,
    ZH_HEADING_INLINE,
    ZH_HEADING_LINE,
    ZH_HEADINGS,
    heading_type,
)
from generator.segment.marks import Mark, find_marks, line_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from generator.segment.blocks import BlockKind, Language, SourceKind

    RunKind = Literal["chrome", "separator", "heading", "title", "content"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
_TERMINAL = re.compile(r"[。；！？…：.;!?:]['\"”’）)】」]*\s*\Z|[。；！？.!?][”’）)]*\s*\Z")
_SHORT = 40
_CHAPTERS = frozenset({"chapter", "han", "han-paren"})
_NUMBERED_TITLE = re.compile(
    r"[\s#*【\[]*(?:重点|核心|主要|关键)?(?:工作|任务|项目|阶段|模块|部分|案例|步骤|环节|phase|"
    r"stage|part|step|project)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.\s]",
    re.IGNORECASE,
)


def segment(text: str, organisations: Sequence[str] = ()) -> Document:
    r"""Divide a repaired text; the blocks tile it, white space belonging to the block before it.

    `organisations` are names that the caller knows: a title that begins with one names its organisation, even without a
    sign between the two.

    >>> [block.kind for block in segment("任职要求：\n1. 会排班；\n2. 守时。").blocks]
    ['heading', 'list-number', 'item', 'list-number', 'item']
    """
    return _Segmenter(text, organisations).run()


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    kind: RunKind
    blank_before: bool = False


@dataclass(slots=True)
class _State:
    """Where the walk through the text is: the posting, the section and the chapter heading above it."""

    posting: int = 1
    section: Section | None = None
    chapter: Section | None = None
    group: int = 0
    chain: int = 0
    chains: dict[str, tuple[int, tuple[int, int]]] = field(default_factory=dict)
    """Style of list mark to the list now open and the last number seen in it."""
    headings: set[str] = field(default_factory=set)
    has_items: bool = False
    last_dense: str | None = None


class _Segmenter:
    def __init__(self, text: str, organisations: Sequence[str] = ()) -> None:
        self.text = text
        self.known = sorted(map(to_simplified, organisations), key=len, reverse=True)
        self.folded = to_simplified(text)
        self.protected = protect(self.folded)
        self.kind: SourceKind = guess_kind(self.folded)
        self.blocks: list[Block] = []
        self.titles: dict[int, str] = {}
        self.organisations: dict[int, str] = {}
        self.state = _State()
        self.document_title: str | None = None

    # -- the walk -----------------------------------------------------------------------------------------------------

    def run(self) -> Document:
        runs = self._runs()
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

    def _emit(self, kind: BlockKind, start: int, end: int) -> None:
        if start < end and not self.text[start:end].isspace():
            self.blocks.append(Block(kind, start, end, self.state.posting, section=self.state.section))

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
        if finished >= 0.8 * len(items) and not _TERMINAL.search(words) and len(body) <= 8 and "，" not in body:
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
        state.has_items = False
        state.last_dense = None

    # -- lines to runs ------------------------------------------------------------------------------------------------

    def _runs(self) -> list[_Run]:
        lines = [(m.start(), m.end()) for m in _LINE.finditer(self.folded) if m.end() > m.start()]
        filled = [(s, e) for s, e in lines if not self.folded[s:e].isspace()]
        disciplined = self._disciplined(filled)
        runs: list[_Run] = []
        blank, notice = False, False
        for index, (start, end) in enumerate(lines):
            if self.folded[start:end].isspace():
                blank = True
                continue
            following = self._next_filled(lines, index)
            kind, notice = self._line_kind(start, end, following, notice, runs, blank)
            if kind == "content" and runs and not blank and self._continues(runs[-1], start, end, disciplined):
                runs[-1].end = end
            else:
                runs.append(_Run(start, end, kind, blank))
            blank = False
        return runs

    def _disciplined(self, lines: list[tuple[int, int]]) -> bool:
        """Tell whether the long lines of the text mostly end as sentences do, so that one which does not was broken."""
        long = [(s, e) for s, e in lines if e - s >= 25]
        return len(long) >= 4 and sum(
            bool(_TERMINAL.search(self.folded, max(s, e - 8), e)) for s, e in long
        ) >= 0.6 * len(long)

    def _next_filled(self, lines: list[tuple[int, int]], index: int) -> tuple[int, int] | None:
        for start, end in lines[index + 1 : index + 6]:
            if not self.folded[start:end].isspace():
                return start, end
        return None

    def _line_kind(
        self, start: int, end: int, following: tuple[int, int] | None, notice: bool, runs: list[_Run], blank: bool
    ) -> tuple[RunKind, bool]:
        # Only the head of a line can decide; a line of megabytes is content.
        line = self.folded[start : min(end, start + 400)].strip()
        if end - start < 400:
            known = self._known_kind(line, start, end, notice)
            if known:
                return known
        elif notice and CHROME_NOTE.search(line) and line_mark(self.folded, start, end) and end - start < 800:
            return "chrome", True
        if end - start <= 2 * _SHORT and self._is_title(line, start, end, following, runs, blank):
            return "title", False
        if end - start <= 2 * _SHORT and self._is_structural(line, start, end, following):
            return "heading", False
        return "content", False

    def _known_kind(self, line: str, start: int, end: int, notice: bool) -> tuple[RunKind, bool] | None:
        """Say what a line is that the lexicon knows, and whether a site's own notice goes on after it."""
        label = PAGE_LABEL.fullmatch(line)
        if label:
            self.document_title = self.document_title or self.text[start:end].strip()[: label.end("title")].strip()
            return "chrome", False
        if CHROME_NOTICE.fullmatch(line):
            return "chrome", True
        if notice and CHROME_NOTE.search(line) and (line_mark(self.folded, start, end) or CHROME_NOTE.match(line)):
            return "chrome", True
        kinds: tuple[tuple[RunKind, tuple[re.Pattern[str], ...]], ...] = (
            ("chrome", (CHROME_LINE,)),
            ("separator", (SEPARATOR,)),
            ("heading", (ZH_HEADING_LINE, EN_HEADING_LINE)),
            ("title", (TITLE_LABEL, ORGANISATION_LABEL)),
        )
        for kind, patterns in kinds:
            if any(pattern.fullmatch(line) for pattern in patterns):
                return kind, False
        return None

    def _is_title(
        self, line: str, start: int, end: int, following: tuple[int, int] | None, runs: list[_Run], blank: bool
    ) -> bool:
        if self.kind == "profile" or len(line) > _SHORT * (2 if line.isascii() else 1) or following is None:
            return False
        plain = line.lstrip("# ").strip("*")
        if re.search(r"[，。；！？;!?…]|[.：:]\Z", plain) or line_mark(self.folded, start, end):
            return False
        first = not any(run.kind != "chrome" for run in runs)
        next_line = self.folded[following[0] : min(following[1], following[0] + 200)].strip()
        next_is_heading = bool(ZH_HEADING_LINE.fullmatch(next_line) or EN_HEADING_LINE.fullmatch(next_line))
        if next_is_heading and (first or blank or ROLE_NOUN.search(plain) or (runs and runs[-1].kind == "separator")):
            return True
        apart = first or blank or (runs and runs[-1].kind == "separator")
        return bool(
            apart
            and (line.startswith("# ") or (ROLE_NOUN.search(plain) and self.kind == "posting" and "：" not in plain))
        )

    def _is_structural(self, line: str, start: int, end: int, following: tuple[int, int] | None) -> bool:
        """Tell whether a short line opens a part of the text without being a heading that the lexicon knows."""
        if line.startswith("#"):
            return True
        if re.search(r"[。；！？;!?…，,]['\"”’）)]*\Z", line) or (line.endswith(".") and len(line.split()) > 3):
            return False
        if _NUMBERED_TITLE.match(line) and len(line) <= 2 * _SHORT:
            return True
        mark = line_mark(self.folded, start, end)
        if mark and mark.style not in _CHAPTERS:
            return False
        if following is None:
            return False
        if mark and mark.style in _CHAPTERS:
            # A chapter's line is short and says nothing with a verb's object after a comma; its text comes below.
            next_mark = line_mark(self.folded, *following)
            return len(line) <= 30 and "，" not in line and not (next_mark and next_mark.style == mark.style)
        if line.startswith("【") and line.endswith("】"):
            return True
        next_mark = line_mark(self.folded, *following)
        if next_mark is None or len(line) > _SHORT:
            return False
        opens_list = next_mark.number[1] == 1 or next_mark.style == "bullet"
        return opens_list and not line.endswith(("：", ":"))

    def _continues(self, run: _Run, start: int, end: int, disciplined: bool) -> bool:
        """Tell whether a line goes on in the sentence that the run before it broke off."""
        if run.kind != "content" or line_mark(self.folded, start, end):
            return False
        tail = self.folded[max(run.start, run.end - 40) : run.end].rstrip()
        head = self.folded[start : start + 1]
        if not tail or _TERMINAL.search(tail) or head in '【[（(“"#':
            return False
        if tail[-1] in "，、,（(《“—/" or (head.islower() and head.isascii()):
            return True
        if not ("\u3400" <= tail[-1] <= "\u9fff" and "\u3400" <= head <= "\u9fff"):
            return bool(disciplined and tail[-1].isascii() and head.isascii() and tail[-1].isalpha() and head.isalpha())
        last_line = self.folded[max(run.start, run.end - 400) : run.end].rstrip("\r\n").rpartition("\n")[2]
        if self._labelled(start, end):
            return False
        return disciplined and len(last_line) >= 25

    def _labelled(self, start: int, end: int) -> bool:
        colon = self.folded.find("：", start, min(end, start + 20))
        return colon > start and not re.search(r"[，。；、]", self.folded[start:colon])

    # -- titles and headings ------------------------------------------------------------------------------------------

    def _title(self, run: _Run) -> None:
        state = self.state
        raw = self.text[run.start : run.end].strip()
        folded = self.folded[run.start : run.end].strip()
        if organisation := ORGANISATION_LABEL.fullmatch(folded):
            self.organisations.setdefault(state.posting, raw[organisation.start("name") :].strip())
        elif label := TITLE_LABEL.fullmatch(folded):
            self.titles.setdefault(state.posting, raw[label.start("title") :].strip())
        else:
            self._read_title(raw.lstrip("#").strip().strip("*").strip(), folded.lstrip("#").strip().strip("*").strip())
        self._emit("heading", run.start, run.end)

    def _read_title(self, raw: str, folded: str) -> None:
        """Take a title line apart: `organisation-title`, `【organisation】title`, `organisation诚聘title`, a title."""
        number = self.state.posting
        if number in self.titles:
            return
        title, organisation = raw, None
        if match := re.fullmatch(r"【(?P<name>[^】]{2,30})】\s*(?P<title>.{2,})", raw):
            organisation, title = match["name"], match["title"]
        elif (hires := ORGANISATION_HIRES.fullmatch(folded)) and hires["title"]:
            organisation, title = raw[: hires.end("name")], raw[hires.start("title") :]
        elif match := re.fullmatch(r"(?P<name>[^-–—|｜·/]{2,30}?)\s*[-–—|｜]+\s*(?P<title>.{2,60})", raw):
            left, right = match["name"].strip(), match["title"].strip()
            if ROLE_NOUN.search(to_simplified(left)) and not ROLE_NOUN.search(to_simplified(right)):
                left, right = right, left
            organisation, title = left, right
        else:
            for name in self.known:
                if name and folded.startswith(name) and len(folded) > len(name) + 1:
                    organisation = raw[: len(name)]
                    break
        self.titles[number] = title
        if organisation:
            self.organisations.setdefault(number, organisation)

    def _heading_run(self, run: _Run) -> None:
        state = self.state
        title = self.text[run.start : run.end].strip().strip("#*【】[] ：:").strip()
        key = to_simplified(title)
        if self.kind == "posting" and state.has_items and key in state.headings:
            self._new_posting()
        state.headings.add(key)
        self._open(title)
        self._emit("heading", run.start, run.end)

    def _open(self, title: str, *, chapter: bool = False) -> None:
        state = self.state
        folded = to_simplified(title)
        kind = heading_type(folded)
        inherited = state.chapter.type if state.chapter else None
        if inherited and not chapter and folded not in ZH_HEADINGS and not folded.isascii():
            kind = inherited  # a part of a chapter on duties holds duties, whatever else its title mentions
        if chapter:
            state.chapter = Section(title, kind)
            state.section = state.chapter
        else:
            state.section = Section(title, kind or inherited)
        state.last_dense = None
        state.chains = {}

    # -- runs to entries ----------------------------------------------------------------------------------------------

    def _content(self, run: _Run, previous: _Run | None) -> None:
        start, end = run.start, run.end
        start = self._skip_document_title(start, end)
        cuts = self._cuts(start, end)
        shape = self._dense_shape(start, end, cuts) if self.kind == "posting" else None
        self._maybe_new_posting(shape, cuts, previous)
        first = cuts[0][0] if cuts else end
        if first > start:
            self._prose(start, first, before_list=bool(cuts) and isinstance(cuts[0][1], Mark))
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
            if cut.style in _CHAPTERS and self._chapter(cut, stop, nested):
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
        for pattern in (ZH_HEADING_INLINE, EN_HEADING_INLINE, ZH_CLOSING_INLINE):
            for match in pattern.finditer(view):
                place, stop = start + match.start(), start + match.end()
                if self.protected[place] or place in cuts or place == start == stop:
                    continue
                if pattern is ZH_HEADING_INLINE and not self._heading_stands(match):
                    continue
                cuts[place] = stop
        return sorted(cuts.items())

    def _heading_stands(self, match: re.Match[str]) -> bool:
        """Tell whether a word inside a line is a heading: a short word such as `福利` only is with its colon."""
        word, signed = match["word"], match[0].rstrip().endswith(("：", "】", "]"))
        if signed:
            return len(word) > 2 or word in {"职责", "福利", "薪资", "待遇", "流程", "步骤"}
        return len(word) >= 4

    def _maybe_new_posting(self, shape: str | None, cuts: list[tuple[int, Mark | int]], previous: _Run | None) -> None:
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
        elif nested and len(text.strip()) <= _SHORT and not re.search(r"[，。；]", text):
            cut = stop
        else:
            cut = glued_heading(self.folded, mark.text, stop)
            if cut is None and not nested and stop - mark.text < 120:
                return False
        if cut is None:
            self._open("", chapter=True)
            self._prose(mark.text, stop, before_list=nested)
            return True
        title = self.text[mark.text : cut].strip().strip("：: ")
        self._open(title, chapter=mark.style != "han-paren")
        self._emit("heading", mark.text, cut)
        self._prose(cut, stop, before_list=nested)
        return True

    # -- entries to items ---------------------------------------------------------------------------------------------

    def _entry(self, start: int, end: int, chain: int, *, leads: bool, style: str) -> None:
        """Emit what one list mark marks: one item, two languages of one item, labelled clauses, or a lead-in."""
        if self._bilingual(start, end, chain):
            return
        if style != "dotted" and self._labels(start, end, chain):
            return
        if leads:
            parts = list(sentences(self.folded, start, end, self.protected, at_semicolons=False))
            lead_start = parts[-1][0] if parts else start
            if self.folded[lead_start:end].rstrip().endswith(("：", ":")):
                self._item(start, lead_start, chain=chain, listed=True)
                self._item(lead_start, end, kind="lead-in", chain=chain)
                return
        self._item(start, end, chain=chain, listed=True)

    def _prose(self, start: int, end: int, *, before_list: bool = False) -> None:
        if not self.folded[start:end].strip():
            return
        if self._bilingual(start, end, 0) or self._labels(start, end, 0):
            return
        semicolons = self._semicolons_divide(start, end)
        for begin, stop in sentences(self.folded, start, end, self.protected, at_semicolons=semicolons):
            example = EXAMPLE.match(self.folded, begin, stop)
            if example:
                for b, s in sentences(self.folded, begin, stop, self.protected, at_semicolons=True):
                    self._item(b, s, section=self._facts(), listed=True)
                continue
            colon = self.folded[begin:stop].rstrip().endswith(("：", ":"))
            self._item(begin, stop, kind="lead-in" if colon and (before_list or stop == end) else "item")

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
                self._item(begin, stop, chain=chain, listed=True, group=group, language=language)
            index += 2
        return True

    def _english(self, start: int, end: int, chain: int) -> None:
        if chain:
            self._item(start, end, chain=chain, listed=True, language="en")
            return
        parts = list(sentences(self.folded, start, end, self.protected, at_semicolons=True))
        own = 0
        if len(parts) > 1:
            self.state.chain += 1
            own = self.state.chain
        for begin, stop in parts:
            colon = self.folded[begin:stop].rstrip().endswith(":")
            self._item(begin, stop, kind="lead-in" if colon else "item", chain=own, language="en")

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
        if self.text[begin:cut].strip("….,;:，。；：、-—·•|/ \t"):
            group = group if group is not None else self._next_group()
            section = section or self.state.section
            self.blocks.append(Block(kind, begin, cut, self.state.posting, group, chain, language, section, listed))
            self.state.has_items = True
            if cut < stop:
                self._emit("truncated", cut, stop)
        else:
            self._emit("truncated" if "…" in self.text[begin:stop] else "page-chrome", begin, stop)


def guess_kind(folded: str) -> SourceKind:
    """Say what kind of text this is, from words that postings, guides and profiles use."""
    sample = folded[:40_000]
    marks: Iterator[re.Match[str]] = re.finditer(
        r"(?:^|[。；：”）])\s*(?:[一二三四五]、|（[一二三四五]）|第[一二三四五]章)|"
        r"(?<![\d.])[1-9]\.[1-9](?=[\u4e00-\u9fff])",
        sample,
    )
    chapters = sum(1 for _ in marks)
    guide = len(GUIDE_SIGNS.findall(sample)) + 3 * chapters + (10 if re.search(r"_第\s*\d+\s*页", sample) else 0)
    profile = 2 * len(PROFILE_SIGNS.findall(sample))
    posting = 2 * len(POSTING_SIGNS.findall(sample)) + 2
    best = max(guide, profile, posting)
    if best == posting:
        return "posting"
    return "guide" if best == guide else "profile"
