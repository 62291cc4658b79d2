"""Lines to runs: page chrome, separators, headings, titles and content.

A run of content is one paragraph or list entry: lines that a page broke in mid-sentence are joined here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.segment.chrome import CHROME_LINE, CONTACT_FIELD, FILE_NAME, NOTE, NOTICE_START, PAGE_LABEL, SEPARATOR
from generator.segment.english import in_title_case, is_capitals, is_english_heading, is_label, values
from generator.segment.frame import find_frame, split_edges
from generator.segment.head import ends_as_role, numbered_titles, read_head, title_like
from generator.segment.kinds import guess_kind
from generator.segment.lexicon import (
    EN_HEADING_INLINE,
    EN_HEADING_LINE,
    ZH_HEADING_ALONE,
    ZH_HEADING_INLINE,
    ZH_HEADING_SHAPE,
    heading_type,
    is_zh_heading,
    label_type,
)
from generator.segment.marks import line_mark
from generator.segment.names import (
    HIRES,
    ORGANISATION_ALONE,
    ORGANISATION_LABEL,
    PAY,
    TITLE_ALONE,
    TITLE_LABEL,
)
from generator.segment.notices import is_notice
from generator.segment.openings import opening_lines
from generator.segment.tables import table_rows
from generator.segment.titles import bare, decorated, is_chip, read_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.segment.blocks import SourceKind
    from generator.segment.head import Says
    from generator.segment.marks import Mark

RunKind = Literal["chrome", "separator", "heading", "title", "content"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
TERMINAL = re.compile(r"[。；！？…：.;!?:]['\"”’）)】」]*\s*\Z|[。；！？.!?][”’）)]*\s*\Z")
SHORT = 40
_LONG = 25
_WRAPPED = 20
"""Ideographs from which on a line may be as long as its page is wide."""
CHAPTERS = frozenset({"chapter", "han", "han-paren", "roman"})
_NUMBERED_TITLE = re.compile(
    r"[\s#*【\[]*(?:重点|核心|主要|关键)?(?:工作|任务|项目|阶段|模块|部分|案例|步骤|环节|phase|"
    r"stage|part|step|project)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.\s]|[\s#*【\[]*(?:典型|成功|优秀)(?:案例|"
    r"项目)[：:]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Run:
    """A stretch of whole lines of one kind."""

    start: int
    end: int
    kind: RunKind
    blank_before: bool = False
    says: Says | None = None
    """What a title line is known to say by where it stands."""


class LineReader:
    """Reads the lines of one folded text; `title` is where the page labels of a document-sharing site give one."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._lines = [
            part
            for m in _LINE.finditer(folded)
            if m.end() > m.start()
            for piece in self._fields(*m.span())
            for part in split_edges(folded, *piece)
        ]
        self._frame = find_frame(folded, self._lines)
        self.kind: SourceKind = guess_kind(folded, "".join(folded[s:e] for s, e in self._lines if s not in self._frame))
        self.title: tuple[int, int] | None = None
        self._finished = False
        """Whether almost every entry of the text ends with a sign."""
        self._seen: set[str] = set()
        self._level = 0
        self._openings: set[int] = set()
        self._colons = 0
        """How many lines are known headings that end with a colon."""
        self._labelled_title = False
        self._top = 0
        """How many runs at the top are page chrome, as far as they were looked at."""

    def runs(self) -> list[Run]:
        """Return the runs in order; between them stands white space only."""
        lines = self._lines
        self._level = self._title_level()
        filled = [(s, e) for s, e in lines if not self.folded[s:e].isspace()]
        head = read_head(self.folded, filled, self._frame, self.kind)
        numbered = numbered_titles(self.folded, filled, self._frame) if self.kind == "posting" else set()
        disciplined = self._disciplined(filled)
        self._colons = sum(
            self.folded[s:e].rstrip().endswith(("：", ":")) and self._is_heading((s, e))
            for s, e in filled
            if e - s < SHORT and line_mark(self.folded, s, e) is None
        )
        self._openings = opening_lines(self.folded, [line for line in filled if line[0] not in self._frame])
        labelled = self._label_values(filled)
        rows, heads = self._tables(filled)
        runs: list[Run] = []
        blank, notice = False, False
        for index, (start, end) in enumerate(lines):
            if self.folded[start:end].isspace():
                blank = True
                continue
            framed = self._frame.get(start)
            if framed:
                self._find_title(start, end)
                notice = notice or NOTICE_START.match(self.folded[start:end].strip()) is not None
                runs.append(Run(start, end, "separator" if framed == "byline" else "chrome", blank))
                blank = False
                continue
            if start in rows:
                runs.append(Run(start, end, "chrome" if start in heads else "content", blank))
                blank = False
                continue
            says = "title" if start in numbered else head.get(start) or self._awaited(runs)
            if says:
                runs.append(Run(start, end, "title", blank, says))
                blank = False
                continue
            following = self._next_filled(lines, index)
            if start in labelled and runs and runs[-1].end <= labelled[start]:
                runs[-1] = Run(runs[-1].start, end, "content", runs[-1].blank_before)
                blank = False
                continue
            kind, notice = self._line_kind(start, end, following, notice, runs, blank)
            if following and labelled.get(following[0]) == end and kind != "chrome":
                kind = "content"
            if kind == "heading":
                self._seen.add(_key(self.folded[start:end]))
            if kind == "content" and runs and not blank and self._continues(runs[-1], start, end, disciplined):
                runs[-1].end = end
            else:
                runs.append(Run(start, end, kind, blank))
            blank = False
        return runs

    def _tables(self, filled: list[tuple[int, int]]) -> tuple[set[int], set[int]]:
        """Return where rows of tables begin, and which of them are only heads."""
        texts = [self.folded[s : min(e, s + 400)].rstrip("\r\n") for s, e in filled]
        rows, heads = table_rows(texts)
        return {filled[i][0] for i in rows}, {filled[i][0] for i in heads}

    def _label_values(self, filled: list[tuple[int, int]]) -> dict[int, int]:
        """Return where values begin that stand on the line below their label, to where the label's line ends."""
        lines = [(s, e) for s, e in filled if s not in self._frame]
        short = [self.folded[s:e].rstrip() if e - s <= 2 * SHORT + 2 else "" for s, e in lines]
        if not any(is_label(words.strip()) for words in short):
            return {}
        return {lines[i][0]: lines[i - 1][1] for i in values(short)}

    def _title_level(self) -> int:
        """Return the level of Markdown headings that titles of postings have: the highest that names a role."""
        levels = [len(m[1]) for m in _MARKDOWN.finditer(self.folded) if ends_as_role(m[2])]
        return min(levels, default=0)

    def _awaited(self, runs: list[Run]) -> Says | None:
        """Return what a line says that stands below a label without a value, as in `Title:`."""
        last = next((run for run in reversed(runs) if run.kind != "chrome"), None)
        words = self.folded[last.start : last.end].strip() if last and last.end - last.start < SHORT else ""
        return (
            "title" if TITLE_ALONE.fullmatch(words) else "organisation" if ORGANISATION_ALONE.fullmatch(words) else None
        )

    def _fields(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a line that holds several labelled fields with wide gaps between them; else the line."""
        if end - start < 200:
            for gap in _FIELD_GAP.finditer(self.folded, start, end):
                mark = line_mark(self.folded, start, end)
                if mark is None or mark.text < gap.start():  # the gap behind a list mark parts no fields
                    yield start, gap.end()
                    start = gap.end()
        yield start, end

    def _disciplined(self, lines: list[tuple[int, int]]) -> bool:
        """Tell whether lines mostly end as sentences do, so that one which does not was broken by the page.

        Long lines count, or, where the page broke many of them, the last lines of entries: those that a list mark or a
        heading follows.
        """
        long = [(s, e) for s, e in lines if e - s >= _LONG]
        if len(long) >= 4 and self._ending(long) >= 0.6 * len(long):
            return True
        last = [line for line, following in pairwise(lines) if self._begins(following) and not self._is_heading(line)]
        self._finished = len(last) >= _FEW and self._ending(last) >= 0.85 * len(last)
        marked = any(line_mark(self.folded, *line) for line in lines)
        return marked and len(last) >= 4 and self._ending(last) >= 0.7 * len(last)

    def _ending(self, lines: list[tuple[int, int]]) -> int:
        return sum(bool(TERMINAL.search(self.folded, max(s, e - 8), e)) for s, e in lines)

    def _begins(self, line: tuple[int, int]) -> bool:
        return line_mark(self.folded, *line) is not None or self._is_heading(line)

    def _is_heading(self, line: tuple[int, int]) -> bool:
        words = self.folded[line[0] : min(line[1], line[0] + 200)].strip()
        return bool(is_zh_heading(words) or EN_HEADING_LINE.fullmatch(words) or is_english_heading(words))

    def _next_filled(self, lines: list[tuple[int, int]], index: int) -> tuple[int, int] | None:
        for start, end in lines[index + 1 : index + 30]:
            if not self.folded[start:end].isspace() and start not in self._frame:
                return start, end
        return None

    def _line_kind(
        self, start: int, end: int, following: tuple[int, int] | None, notice: bool, runs: list[Run], blank: bool
    ) -> tuple[RunKind, bool]:
        # Only the head of a line can decide; a line of megabytes is content.
        line = self.folded[start : min(end, start + 400)].strip()
        if end - start < 400:
            known = self._known_kind(line, start, end, notice)
            if known:
                return known
        elif notice and NOTE.search(line) and line_mark(self.folded, start, end) and end - start < 800:
            return "chrome", True
        if end - start <= 2 * SHORT and self._is_english_heading(line, start, end, following, blank):
            return "heading", False
        if end - start <= 2 * SHORT and self._is_title(line, start, end, following, runs, blank):
            return "title", False
        if end - start <= 2 * SHORT and self._is_structural(line, start, end, following):
            return "heading", False
        return "content", False

    def _find_title(self, start: int, end: int) -> None:
        """Take the title that the label of a page or the name of a file gives away; a label's is the document's own."""
        line = self.folded[start:end].strip()
        label = PAGE_LABEL.fullmatch(line)
        name = FILE_NAME.fullmatch(label["title"] if label else line)
        found = name or label
        if found and (self.title is None or (label and not self._labelled_title)):
            begin = self.folded.index(line, start) + found.start("title")
            self.title = (begin, begin + len(found["title"]))
            self._labelled_title = label is not None

    def _known_kind(self, line: str, start: int, end: int, notice: bool) -> tuple[RunKind, bool] | None:
        """Say what a line is that the lexicon knows, and whether a site's own notice goes on after it."""
        if NOTICE_START.fullmatch(line):
            return "chrome", True
        if notice and NOTE.search(line) and (line_mark(self.folded, start, end) or NOTE.match(line)):
            return "chrome", True
        kinds: tuple[tuple[RunKind, tuple[re.Pattern[str], ...]], ...] = (
            ("chrome", (CHROME_LINE,)),
            ("separator", (SEPARATOR,)),
            ("heading", (EN_HEADING_LINE,)),
            ("title", (TITLE_LABEL, ORGANISATION_LABEL, TITLE_ALONE, ORGANISATION_ALONE)),
        )
        if is_zh_heading(line) and not CHROME_LINE.fullmatch(line):
            return "heading", False
        for kind, patterns in kinds:
            if any(pattern.fullmatch(line) for pattern in patterns):
                return kind, False
        return None

    def _is_title(
        self, line: str, start: int, end: int, following: tuple[int, int] | None, runs: list[Run], blank: bool
    ) -> bool:
        plain = bare(line)
        if (
            self.kind == "profile"
            or _width(line) > SHORT
            or following is None
            or not self._may_be_title(plain, start, end)
        ):
            return False
        if level := len(line) - len(line.lstrip("#")):
            return level == 1 or (level == self._level and self.kind == "posting" and ends_as_role(plain))
        while self._top < len(runs) and runs[self._top].kind == "chrome":
            self._top += 1
        first = self._top == len(runs)
        if self.kind == "guide" and first:
            return True
        if self._opens_posting(plain, following, runs, blank=blank, first=first):
            return True
        following_words = self.folded[following[0] : min(following[1], following[0] + 200)]
        again = _key(following_words) in self._seen and heading_type(_key(following_words)) != "fact"
        if self.kind == "posting" and self._is_heading(following) and again and not self._answers(runs):
            return runs[-1].kind != "title"  # the sections begin again, so another posting does
        return False

    def _may_be_title(self, plain: str, start: int, end: int) -> bool:
        if re.search(r"[，。；！？;!?…]|[.：:]\Z", plain):
            return False
        if line_mark(self.folded, start, end) and not decorated(self.folded[start:end].strip()):
            return False
        return not (label_type(plain) or is_notice(plain) or CONTACT_FIELD.match(plain) or is_chip(plain))

    def _answers(self, runs: list[Run]) -> bool:
        """Tell whether a line stands below a heading or a bare label: then it is what they hold, and no title."""
        if not runs or runs[-1].kind not in ("heading", "content"):
            return False
        above = self.folded[runs[-1].start : min(runs[-1].end, runs[-1].start + SHORT)].strip().rstrip("：:")
        return runs[-1].kind == "heading" or (
            re.search("[：:]", above) is None and label_type(f"{above}：…") is not None
        )

    def _names(self, plain: str) -> bool:
        """Tell whether a line names a role or an employer at all."""
        header = read_header(plain, plain)
        return header.title is not None or header.organisation is not None

    def _opens_posting(
        self, plain: str, following: tuple[int, int], runs: list[Run], *, blank: bool, first: bool
    ) -> bool:
        """Tell whether a line stands where titles stand: at the top or apart, with what titles head right below it."""
        after_frame = bool(runs) and runs[-1].kind in ("separator", "chrome")
        apart = first or blank or after_frame
        role = ends_as_role(plain) and title_like(plain) and not _DUTY.match(plain)
        words = self.folded[following[0] : min(following[1], following[0] + 200)].strip()
        if self._answers(runs) or "：" in plain or not (first or self._names(plain)):
            return False
        if self._is_heading(following):
            return first or role or bool(runs and runs[-1].kind == "separator")
        if self.kind != "posting" or not apart:
            return False
        word = blank and plain.isascii() and plain.istitle() and len(plain.split()) <= 4
        if self._opens(words) and (role or first or after_frame or word):
            return True
        if first and HIRES.fullmatch(plain):
            return True
        return role

    def _is_english_heading(
        self, line: str, start: int, end: int, following: tuple[int, int] | None, blank: bool
    ) -> bool:
        """Tell whether an English line is a heading by its words, or by its shape and what stands below it."""
        if following is None or not line[-1:].isascii() or not line[:1].isascii():
            return False
        mark, below = line_mark(self.folded, start, end), line_mark(self.folded, *following)
        if mark and (mark.style == "bullet" or (below and below.number == (mark.number[0], mark.number[1] + 1))):
            return False
        if mark is None and not blank and not line.endswith(":") and self._in_list(start):
            return False
        if is_english_heading(line):
            return True
        if mark or line.startswith("#") or (self.kind == "posting" and ends_as_role(line)):
            return False  # a role in capitals is a title
        words = self.folded[following[0] : min(following[1], following[0] + 2 * SHORT)].strip()
        longer = len(words) > len(line) and (words[-1:] in ".;" or len(words) > SHORT)
        if is_capitals(line):
            return self._level > 0 or longer or below is not None
        return blank and in_title_case(line) and longer and not words.startswith("#")

    def _in_list(self, start: int) -> bool:
        """Tell whether a line is indented as the one right above it is: one of several entries without marks."""
        indent = _INDENT.match(self.folded, start)
        above = self.folded.rfind("\n", max(0, start - 4 * SHORT), max(0, start - 1)) + 1
        return indent is not None and above > 0 and self.folded.startswith(indent[0], above)

    def _is_structural(self, line: str, start: int, end: int, following: tuple[int, int] | None) -> bool:
        """Tell whether a short line opens a part of the text without being a heading that the lexicon knows."""
        if line.startswith("#") or _BOLD.fullmatch(line) or start in self._openings:
            return True
        if line[:1].isascii() and line[:1].islower() and line.isascii():
            return False
        if re.search(r"[。；！？;!?…，,]['\"”’）)]*\Z", line) or (line.endswith(".") and len(line.split()) > 3):
            return False
        if _NUMBERED_TITLE.match(line) and len(line) <= 2 * SHORT:
            return True
        mark = line_mark(self.folded, start, end)
        if following is None:
            return False
        if self._is_alone(mark, line, end, following):
            return True
        if mark and mark.style not in CHAPTERS:
            return self._opens_part(mark, line, following)
        if not mark and (ZH_HEADING_SHAPE.fullmatch(line) or (line.startswith("【") and line.endswith("】"))):
            return True
        next_mark = line_mark(self.folded, *following)
        if mark and mark.style in CHAPTERS:
            # A chapter's line is short and says nothing with a verb's object after a comma; its text comes below.
            return len(line) <= 30 and "，" not in line and not (next_mark and next_mark.style == mark.style)
        return next_mark is not None and self._heads_list(line, next_mark)

    def _heads_list(self, line: str, next_mark: Mark) -> bool:
        """Tell whether a line without a mark is the heading of the list that begins below it."""
        if len(line) > SHORT or ("，" in line and self.kind == "posting"):
            return False
        opens_list = next_mark.number[1] == 1 or next_mark.style == "bullet"
        if opens_list and self._colons >= _ROW and _COLON_LINE.fullmatch(line):
            return True  # set as the headings that are known by their words
        return opens_list and not line.endswith(("：", ":")) and not self._says_more(bare(line))

    def _is_alone(self, mark: Mark | None, line: str, end: int, following: tuple[int, int]) -> bool:
        """Tell whether a Chinese line is a heading: by its last words, and a bullet unlike those of the lines below."""
        if mark and mark.style != "bullet":
            return False
        words = bare(self.folded[mark.text : end] if mark else line)
        below = line_mark(self.folded, *following)
        sign = self.folded[mark.start : mark.text].strip() if mark else ""
        below_sign = self.folded[below.start : below.text].strip() if below else ""
        return (not mark or sign != below_sign) and ZH_HEADING_ALONE.fullmatch(words) is not None

    def _says_more(self, words: str) -> bool:
        """Tell whether a line is a labelled fact, or a known heading with its content behind it."""
        heading = ZH_HEADING_INLINE.match(words)
        return label_type(words) is not None or (heading is not None and words[heading.end() :].strip() != "")

    def _opens(self, words: str) -> bool:
        """Tell whether a line begins as what follows a title does: a labelled fact, the pay, an inline heading."""
        return (
            label_type(words) is not None
            or ORGANISATION_LABEL.match(words) is not None
            or PAY.match(words) is not None
            or any(pattern.match(words) for pattern in (ZH_HEADING_INLINE, EN_HEADING_INLINE))
        )

    def _opens_part(self, mark: Mark, line: str, following: tuple[int, int]) -> bool:
        """Tell whether a line such as `2.1 …`, or `2. …` above `2.1 …`, is a heading, not one entry among others."""
        if self._finished and mark.style != "dotted":
            return False  # an entry that its page broke
        if len(line) > SHORT // 2 or re.search(r"[，。；：:]", _IN_BRACKETS.sub("", line)):
            return False
        below = line_mark(self.folded, *following)
        if mark.style != "dotted":
            return bool(below and below.style == "dotted" and below.number == (mark.number[1], 1))
        return below.style != "dotted" and below.style not in CHAPTERS if below else not self._is_heading(following)

    def _continues(self, run: Run, start: int, end: int, disciplined: bool) -> bool:
        """Tell whether a line goes on in the sentence that the run before it broke off."""
        if run.kind != "content" or line_mark(self.folded, start, end):
            return False
        tail = self.folded[max(run.start, run.end - 40) : run.end].rstrip()
        line = self.folded[start : min(end, start + 80)]
        head = line.lstrip()[:1]
        if _ABBREVIATED.search(tail) or head in _CLOSING:
            return True
        if not tail or TERMINAL.search(tail) or head in '【[（(“"#':
            return False
        if tail[-1] in "，、,（(《“—/" or (head.islower() and head.isascii()):
            return True
        if self._labelled(start, end):
            return False
        if line[:2].isspace() and line_mark(self.folded, run.start, run.end):
            return True  # indented below a list entry
        words = _HAN.match(tail[-1]) or tail[-1].isalnum()
        if self._finished and line_mark(self.folded, run.start, run.end) and words and head.isalnum():
            return True  # every entry of this text ends with a sign, and this one has none yet
        last_line = self.folded[max(run.start, run.end - 400) : run.end].rstrip("\r\n").rpartition("\n")[2]
        wide = len(last_line) >= _WRAPPED
        if _HAN.match(tail[-1]) and _HAN.match(head):
            return disciplined and wide
        if tail[-1].isascii() and head.isascii() and tail[-1].isalpha() and head.isalpha():
            return disciplined
        return disciplined and wide and tail[-1].isalnum() and head.isalnum()

    def _labelled(self, start: int, end: int) -> bool:
        if _LABEL_EN.match(self.folded, start, end):
            return True
        colon = self.folded.find("：", start, min(end, start + 20))
        label = colon > start and not re.search(r"[，。；、]", self.folded[start:colon])
        return label or _ENGLISH_LABEL.match(self.folded, start, end) is not None


_ENGLISH_LABEL = re.compile(r"\s*[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2}: (?=\S)")
_CLOSING = frozenset("。；，、！？）)」』】：;,")
_FEW = 4
"""Last lines of entries from which on their habit is one."""
_FIELD_GAP = re.compile(r"(?<=\S)[ \t\u3000]{2,}(?=[^\s：:，。；]{2,8}[：:])")
_DUTY = re.compile(
    r"(?:负责|协助|配合|参与|管理|带领|培训|指导|组织|维护|跟进|服从|完成|担任|做过|有|具|熟|会|能|懂|持|对|与|和|"
    r"为|向|了解|精通|掌握|至少|曾|当过|不少于|\d)"
)
_MARKDOWN = re.compile(r"^(#{1,6})\s+(.{2,60}?)[ \t]*$", re.MULTILINE)
_ROW = 2
_COLON_LINE = re.compile(r"[^\s，。,.；;：:][^，。,.；;：:]{1,11}：|[A-Z][^，。,.；;：:\u3400-\u9fff]{1,31}:")
"""A short line that ends with a colon and has no other sign."""
_BOLD = re.compile(r"(\*\*|__)[^*_]{1,80}\1[:：]?")
_INDENT = re.compile(r"[ \t]{2,}|\t")
_ABBREVIATED = re.compile(r"\b(?:i\.e|e\.g|incl|esp|approx|vs|cf)\.\Z")
_LABEL_EN = re.compile(r"[A-Z][\w/&'’-]*(?: [A-Z/&][\w/&'’-]*| (?:of|to|and|for|type|date)){0,3}:\s")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_HAN = re.compile("[\u3400-\u9fff]")


def _key(line: str) -> str:
    return line.strip().strip("#*【】[] ：:").strip()


def _width(line: str) -> float:
    """Return how wide a line is in ideographs: two Latin letters take the room of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in line)
