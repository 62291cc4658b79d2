"""Markdown to the text that a reader sees: rows of tables, links without their addresses, words without their stars.

The text stays lines: headings keep their `#`, list entries their marks and how far they are set in, for segmentation
reads both. A text without any markup comes out as it is, line ends too.

Source: CommonMark 0.31 (blocks and inlines), GitHub Flavored Markdown (tables, task lists, strikethrough); front
matter, footnotes and definition lists as static site generators write them.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.read.formats import Extracted
from generator.read.formats.rows import is_field, row

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_FRONT = 200
"""Lines of front matter; a text that begins with a ruler is longer."""
_HEADING = 40
"""Characters of a line that an underline makes a heading; under a longer one a ruler is meant."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\n]*\Z")
_DELIMITER = re.compile(r" {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*\Z")
_MARKED = re.compile(r"\s*(?:[-*+>#|]|\d{1,9}[.)])")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]+\]:\s*\S+(?:\s+[\"'(].*)?\Z")
_FOOTNOTE = re.compile(r"\A {0,3}\[\^[^\[\]\n]+\]:\s*")
_DEFINITION = re.compile(r" {0,3}:\s+(?=\S)")
_QUOTE = re.compile(r"\A(?: {0,3}> ?)+")
_TASK = re.compile(r"\A(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]\s+")
_HEADED = re.compile(r" {0,3}#{1,6}\s")

_ENTRY = re.compile(r"[\w\u3400-\u9fff \"'-]+\s*[:=]|\s|#|-\s")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|</(?:tr|p|div|li|h[1-6])>", re.IGNORECASE)
_CELLS = re.compile(r"</t[dh]>\s*<t[dh](?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|center|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"), ""),
    (re.compile(r"\[\^[^\[\]\s]+\]"), ""),
    (re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)"), r"\1"),
    (re.compile(r"(?<![A-Za-z0-9])\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto)[:+][^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"), r"\1"),
    (_TAG, ""),
    (re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]+)\1"), r"\2"),
    (re.compile(r"\*{2,3}(?=[^\s*])([^*\n]*[^\s*])\*{2,3}"), r"\1"),
    (re.compile(r"(?<![A-Za-z0-9_])_{1,3}(?=[^\s_])([^_\n]*[^\s_])_{1,3}(?![A-Za-z0-9_])"), r"\1"),
    (
        re.compile(
            r"(?<![A-Za-z0-9*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\w*])|(?<=[\u3400-\u9fff])\*([\u3400-\u9fff]+)\*"
        ),
        r"\1\2",
    ),
    (re.compile(r"~~(?=\S)([^~\n]+)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""What is written and what is seen of it. None looks further than its line."""


def extract(text: str) -> Extracted:
    """Return what a Markdown text shows; a text without markup comes out as it was, as `text`."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", _COMMENT.sub("", text))
    shown = "".join(_shown([line for line in lines if line]))
    return Extracted(text, "text") if shown == text else Extracted(shown, "md")


def _shown(lines: list[str]) -> Iterator[str]:
    at, front = _front_matter(lines)
    yield from front
    fence = ""
    while at < len(lines):
        line, end = _parted(lines[at])
        following = _parted(lines[at + 1])[0] if at + 1 < len(lines) else ""
        at += 1
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence):
                fence = ""
            else:
                yield line + end
        elif opened:
            fence = opened[1]
        elif "|" in line and _DELIMITER.match(following) and _columns(line) == _columns(following):
            at = yield from _table(lines, at - 1)
        elif _REFERENCE.match(line) and not _FOOTNOTE.match(line):
            continue
        elif line.strip() and (level := _underlined(line, following)):
            yield f"{'#' * level} {_inline(line).strip()}{end}"
            at += 1
        elif line.strip() and _DEFINITION.match(following) and not _MARKED.match(line):
            yield from (
                f"{shown}{end or chr(10)}"
                for shown in row([[_inline(line).strip()], [_inline(following.lstrip(" :")).strip()]])
            )
            at += 1
        else:
            yield _line(line) + end


def _parted(line: str) -> tuple[str, str]:
    """Part a line from its end."""
    text = line.rstrip("\r\n")
    return text, line[len(text) :]


def _line(line: str) -> str:
    """Return what is seen of one line that is no part of a table or of code."""
    line = _TASK.sub(r"\1", _FOOTNOTE.sub("", _QUOTE.sub("", line, count=1), count=1))
    if _HEADED.match(line) and (words := line.rstrip().rstrip("#")) and words[-1].isspace():
        line = words.rstrip()
    if line.endswith("\\"):
        line = line[:-1]
    if "<" not in line:
        return _inline(line)
    parts = [_inline(part) for part in _BREAK.split(_CELLS.sub(" | ", line))]
    return "\n".join(part for part in parts if part.strip()) if len(parts) > 1 else parts[0]


def _inline(text: str) -> str:
    r"""Return words without their markup.

    >>> _inline("负责[店铺](http://x.y/z)的**日常**运营，跟进`GMV`\\*"), _inline("5*8小时，3*2班")
    ('负责店铺的日常运营，跟进GMV*', '5*8小时，3*2班')
    """
    for pattern, seen in _INLINE:
        text = pattern.sub(seen, text)
    return html.unescape(text) if "&" in text else text


def _underlined(line: str, following: str) -> int:
    """Return the level of a heading that the next line underlines, or 0."""
    match = _UNDERLINE.match(following)
    words = line.strip()
    if not match or _MARKED.match(line) or len(words) > _HEADING or words.endswith(tuple("。；！？，.;!?,")):
        return 0
    return 1 if match[1][0] == "=" else 2


def _front_matter(lines: list[str]) -> tuple[int, list[str]]:
    """Return where the text begins, and the lines of its front matter that a reader would be told: title and facts."""
    sign = lines[0].strip() if lines else ""
    if sign not in ("---", "+++"):
        return 0, []
    at = next((at for at, line in enumerate(lines[1:_FRONT], 1) if line.strip() in (sign, "...")), 0)
    if not at or not all(_ENTRY.match(line) for line in lines[1:at] if line.strip()):
        return 0, []  # a text that begins with a ruler
    told: list[str] = []
    rest = "".join(lines[at + 1 : at + 20])
    for line in lines[1:at]:
        match = re.match(r"([\w\u3400-\u9fff -]+?)\s*[:=]\s*(.+)", line)
        value = match[2].strip().strip("\"'") if match else ""
        if not match or not value or value[0] in "[{|>&*":
            continue
        if match[1].lower() in ("title", "标题", "標題"):
            told = ([] if value in rest else [f"# {value}"]) + told
        elif is_field(match[1]):
            told += row([[match[1]], [value]])
    return at + 1, [f"{line}\n" for line in told]


def _columns(line: str) -> int:
    return len(_cells(line))


def _cells(line: str) -> list[str]:
    """Return the cells of a row of a table."""
    text = line.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", text)]


def _table(lines: list[str], at: int) -> Generator[str, None, int]:
    """Yield the rows of the table that begins at a line; return where it ends."""
    width = _columns(_parted(lines[at])[0])
    first = at
    while at < len(lines):
        line, end = _parted(lines[at])
        if not line.strip() or (at > first and "|" not in line):
            break
        if at != first + 1:
            cells = [[_inline(part).strip() for part in _BREAK.split(cell)] for cell in _cells(line)[:width]]
            cells = [[part for part in cell if part] for cell in cells]
            yield from (f"{shown}{end or chr(10)}" for shown in row(cells, heads=at == first))
        at += 1
    return at
