"""Lines to runs: page chrome, separators, headings, titles and content.

A run of content is one paragraph or list entry: lines that a page broke in mid-sentence are joined here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.segment.lexicon import (
    CHROME_LINE,
    CHROME_NOTE,
    CHROME_NOTICE,
    EN_HEADING_INLINE,
    EN_HEADING_LINE,
    ORGANISATION_HIRES,
    ORGANISATION_LABEL,
    PAGE_LABEL,
    ROLE_NOUN,
    SEPARATOR,
    TITLE_LABEL,
    ZH_HEADING_INLINE,
    ZH_HEADING_LINE,
    ZH_HEADING_SHAPE,
    label_type,
)
from generator.segment.marks import line_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.segment.blocks import SourceKind
    from generator.segment.marks import Mark

RunKind = Literal["chrome", "separator", "heading", "title", "content"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
TERMINAL = re.compile(r"[。；！？…：.;!?:]['\"”’）)】」]*\s*\Z|[。；！？.!?][”’）)]*\s*\Z")
SHORT = 40
_LONG = 25
_WRAPPED = 20
"""Ideographs from which on a line may be as long as its page is wide."""
CHAPTERS = frozenset({"chapter", "han", "han-paren"})
_NUMBERED_TITLE = re.compile(
    r"[\s#*【\[]*(?:重点|核心|主要|关键)?(?:工作|任务|项目|阶段|模块|部分|案例|步骤|环节|phase|"
    r"stage|part|step|project)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.\s]|[\s#*【\[]*(?:典型|成功|优秀)(?:案例|项目)[：:]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Run:
    """A stretch of whole lines of one kind."""

    start: int
    end: int
    kind: RunKind
    blank_before: bool = False


class LineReader:
    """Reads the lines of one folded text; `title` is where the page labels of a document-sharing site give one."""

    def __init__(self, folded: str, kind: SourceKind) -> None:
        self.folded = folded
        self.kind: SourceKind = kind
        self.title: tuple[int, int] | None = None
        self._seen: set[str] = set()
        self._level = 0

    def runs(self) -> list[Run]:
        """Return the runs in order; between them stands white space only."""
        lines = [piece for m in _LINE.finditer(self.folded) if m.end() > m.start() for piece in self._fields(*m.span())]
        filled = [(s, e) for s, e in lines if not self.folded[s:e].isspace()]
        disciplined = self._disciplined(filled)
        runs: list[Run] = []
        blank, notice = False, False
        for index, (start, end) in enumerate(lines):
            if self.folded[start:end].isspace():
                blank = True
                continue
            following = self._next_filled(lines, index)
            kind, notice = self._line_kind(start, end, following, notice, runs, blank)
            if kind == "heading":
                self._seen.add(_key(self.folded[start:end]))
            if kind == "content" and runs and not blank and self._continues(runs[-1], start, end, disciplined):
                runs[-1].end = end
            else:
                runs.append(Run(start, end, kind, blank))
            blank = False
        return runs

    def _fields(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a line that holds several labelled fields with wide gaps between them; else the line."""
        if end - start < 200:
            for gap in _FIELD_GAP.finditer(self.folded, start, end):
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
        marked = any(line_mark(self.folded, *line) for line in lines)
        return marked and len(last) >= 4 and self._ending(last) >= 0.7 * len(last)

    def _ending(self, lines: list[tuple[int, int]]) -> int:
        return sum(bool(TERMINAL.search(self.folded, max(s, e - 8), e)) for s, e in lines)

    def _begins(self, line: tuple[int, int]) -> bool:
        return line_mark(self.folded, *line) is not None or self._is_heading(line)

    def _is_heading(self, line: tuple[int, int]) -> bool:
        words = self.folded[line[0] : min(line[1], line[0] + 200)].strip()
        return bool(ZH_HEADING_LINE.fullmatch(words) or EN_HEADING_LINE.fullmatch(words))

    def _next_filled(self, lines: list[tuple[int, int]], index: int) -> tuple[int, int] | None:
        for start, end in lines[index + 1 : index + 6]:
            if not self.folded[start:end].isspace():
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
        elif notice and CHROME_NOTE.search(line) and line_mark(self.folded, start, end) and end - start < 800:
            return "chrome", True
        if end - start <= 2 * SHORT and self._is_title(line, start, end, following, runs, blank):
            return "title", False
        if end - start <= 2 * SHORT and self._is_structural(line, start, end, following):
            return "heading", False
        return "content", False

    def _known_kind(self, line: str, start: int, end: int, notice: bool) -> tuple[RunKind, bool] | None:
        """Say what a line is that the lexicon knows, and whether a site's own notice goes on after it."""
        label = PAGE_LABEL.fullmatch(line)
        if label:
            begin = start + len(self.folded[start:end]) - len(self.folded[start:end].lstrip())
            self.title = self.title or (begin, begin + label.end("title"))
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
        self, line: str, start: int, end: int, following: tuple[int, int] | None, runs: list[Run], blank: bool
    ) -> bool:
        if self.kind == "profile" or _width(line) > SHORT or following is None:
            return False
        plain = line.lstrip("# ").strip("*")
        level = len(line) - len(line.lstrip("#"))
        if re.search(r"[，。；！？;!?…]|[.：:]\Z", plain) or line_mark(self.folded, start, end):
            return False
        if level:
            # The first heading in Markdown gives the level of titles; deeper ones divide a posting.
            self._level = self._level or level
            return level == 1 or (level == self._level and self.kind == "posting" and bool(ROLE_NOUN.search(plain)))
        if label_type(plain):
            return False
        first = not any(run.kind != "chrome" for run in runs)
        after_separator = bool(runs) and runs[-1].kind == "separator"
        next_words = self.folded[following[0] : min(following[1], following[0] + 200)]
        if self.kind == "posting" and (
            (first and ORGANISATION_HIRES.fullmatch(plain)) or ((first or after_separator) and self._opens(next_words))
        ):
            return True
        if self._is_heading(following) and (first or blank or ROLE_NOUN.search(plain) or after_separator):
            return True
        if self.kind == "posting" and self._is_heading(following) and _key(next_words) in self._seen:
            return runs[-1].kind != "title"  # the sections begin again, so another posting does
        if self.kind == "guide" and first:
            return True
        apart = first or blank or after_separator
        return bool(apart and ROLE_NOUN.search(plain) and self.kind == "posting" and "：" not in plain)

    def _is_structural(self, line: str, start: int, end: int, following: tuple[int, int] | None) -> bool:
        """Tell whether a short line opens a part of the text without being a heading that the lexicon knows."""
        if line.startswith("#"):
            return True
        if re.search(r"[。；！？;!?…，,]['\"”’）)]*\Z", line) or (line.endswith(".") and len(line.split()) > 3):
            return False
        if _NUMBERED_TITLE.match(line) and len(line) <= 2 * SHORT:
            return True
        mark = line_mark(self.folded, start, end)
        if following is None:
            return False
        if mark and mark.style not in CHAPTERS:
            return self._opens_part(mark, line, following)
        if not mark and (ZH_HEADING_SHAPE.fullmatch(line) or (line.startswith("【") and line.endswith("】"))):
            return True
        if mark and mark.style in CHAPTERS:
            # A chapter's line is short and says nothing with a verb's object after a comma; its text comes below.
            next_mark = line_mark(self.folded, *following)
            return len(line) <= 30 and "，" not in line and not (next_mark and next_mark.style == mark.style)
        next_mark = line_mark(self.folded, *following)
        if next_mark is None or len(line) > SHORT:
            return False
        opens_list = next_mark.number[1] == 1 or next_mark.style == "bullet"
        return opens_list and not line.endswith(("：", ":"))

    def _opens(self, words: str) -> bool:
        """Tell whether a line begins as what follows a title does: with a labelled fact or an inline heading."""
        return label_type(words) is not None or any(
            pattern.match(words) for pattern in (ZH_HEADING_INLINE, EN_HEADING_INLINE)
        )

    def _opens_part(self, mark: Mark, line: str, following: tuple[int, int]) -> bool:
        """Tell whether a line such as `2.1 …`, or `2. …` above `2.1 …`, is a heading, not one entry among others."""
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
        if not tail or TERMINAL.search(tail) or head in '【[（(“"#':
            return False
        if tail[-1] in "，、,（(《“—/" or (head.islower() and head.isascii()):
            return True
        if self._labelled(start, end):
            return False
        if line[:2].isspace() and line_mark(self.folded, run.start, run.end):
            return True  # indented below a list entry
        last_line = self.folded[max(run.start, run.end - 400) : run.end].rstrip("\r\n").rpartition("\n")[2]
        wide = len(last_line) >= _WRAPPED
        if _HAN.match(tail[-1]) and _HAN.match(head):
            return disciplined and wide
        if tail[-1].isascii() and head.isascii() and tail[-1].isalpha() and head.isalpha():
            return disciplined
        return disciplined and wide and tail[-1].isalnum() and head.isalnum()

    def _labelled(self, start: int, end: int) -> bool:
        colon = self.folded.find("：", start, min(end, start + 20))
        return colon > start and not re.search(r"[，。；、]", self.folded[start:colon])


_FIELD_GAP = re.compile(r"(?<=\S)[ \t\u3000]{2,}(?=[^\s：:，。；]{2,8}[：:])")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_HAN = re.compile("[\u3400-\u9fff]")


def _key(line: str) -> str:
    return line.strip().strip("#*【】[] ：:").strip()


def _width(line: str) -> float:
    """Return how wide a line is in ideographs: two Latin letters take the room of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in line)
