"""Prose that a person writes: a small and safe part of Markdown, as blocks with their lines.

Blocks: headings (`#` to `####`), paragraphs, lists (`-` or `1.`, one level), quotations (`>`), tables with a head, and
code between fences. Within a line: `**strong**`, `*emphasis*`, code between backticks, `[label](https://…)`,
`[label](#section)`, and the handbook's own `[[kind:id|label]]`, which stays in the text for the locale to name. All
else is text, HTML too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

BlockKind = Literal["heading", "paragraph", "list", "steps", "quote", "table", "code"]
PieceKind = Literal["text", "code", "address", "strong", "emphasis", "link"]

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. Each row holds one text, but for a table, whose rows hold a text a column, the head first."""

    kind: BlockKind
    line: int
    """Where it starts, from 1."""
    rows: tuple[Cells, ...]
    level: int = 0
    """Of a heading: the number of its `#`."""
    starts: tuple[int, ...] = ()
    """The line on which each row starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: words, code or a bare address (`text`), or what holds further pieces (`parts`)."""

    kind: PieceKind
    text: str = ""
    parts: tuple[Piece, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """One file: its front matter as YAML, its blocks, and its lines with all code blanked out, to be searched."""

    path: str
    front: str | None
    """Starts with an empty line in the place of the opening `---`, so that its line numbers are those of the file."""
    blocks: tuple[Block, ...]
    lines: tuple[tuple[int, str], ...]

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if block.kind == "heading")


_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*\Z")
_HEADING = re.compile(r"(#{1,4})\s+(\S.*)\Z")
_ITEM = re.compile(r"(?:(?P<bullet>[-*+])|\d{1,3}[.)])\s+(?P<text>.+)\Z")
_RULE_ROW = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_CELL_PART = re.compile(r"\[\[[^\[\]]*\]\]|`[^`]*`|\\.|.")
_TICKS = re.compile(r"`+")
_PIECE = re.compile(
    r"\\(?P<escaped>[\\`*\[\]|#>_-])"
    r"|(?P<ticks>`+)(?!`)"
    r"|(?P<reference>\[\[[^\[\]]{0,200}\]\])"
    r"|\[(?P<label>(?:[^\[\]]|\[\[[^\[\]]*\]\]){1,300})\]\((?P<target>[^()\s]{1,500})\)"
    r"|(?P<address>https?://[A-Za-z0-9/](?:[^\s<>\"'“”‘’，。；：、（）《》「」]*[^\s<>\"'“”‘’，。；：、（）《》「」.,;:!?)])?)"
    r"|(?P<strong>\*\*)(?=\S)"
    r"|\*(?=[^\s*])(?P<emphasis>[^*]+?)(?<=\S)\*"
)
"""A mark that opens code or strong words is found alone, and its end by `_Ends`: a pattern for both would look through
the rest of the text at each mark that nothing closes."""
_STRONG_END = re.compile(r"(?<=\S)(?=\*\*)")
_ADDRESS = re.compile(r"https?://[^\s]+|#[a-z0-9-]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_BREAK = re.compile(rf"(?<=[{_WIDE}]) (?=[{_WIDE}])")


def parse_prose(text: str, path: str) -> Prose:
    r"""Parse one file.

    >>> prose = parse_prose("# A\n\nTwo\nlines.\n\n- one\n- two\n", "a.md")
    >>> [(block.kind, block.line, block.rows) for block in prose.blocks]
    [('heading', 1, (('A',),)), ('paragraph', 3, (('Two lines.',),)), ('list', 6, (('one',), ('two',)))]
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, first = _front_matter(lines)
    blocks: list[Block] = []
    searched: list[tuple[int, str]] = []
    at = first
    while at < len(lines):
        kind, end = _extent(lines, at)
        if kind is not None:
            block = _block(kind, lines[at:end], at + 1)
            if block.level == 1 and any(earlier.level == 1 for earlier in blocks):
                block = replace(block, level=2)  # a page has one title
            blocks.append(block)
        if kind != "code":
            searched += [(n + 1, _without_code(lines[n])) for n in range(at, end)]
        at = end
    return Prose(path, front, tuple(blocks), tuple(searched))


def pieces(text: str) -> tuple[Piece, ...]:
    """Divide a text of a block.

    >>> [(piece.kind, piece.text) for piece in pieces("see `a*b*` and [[term:x]]")]
    [('text', 'see '), ('code', 'a*b*'), ('text', ' and [[term:x]]')]
    """
    return tuple(_merged(_pieces(text)))


def is_address(target: str) -> bool:
    """Tell whether a link may lead there: another site, or a section of the same page."""
    return _ADDRESS.fullmatch(target) is not None


def words(text: str) -> str:
    """Return a text of a block without its marks, references still in it.

    >>> words("**Do** [this](#x) and `that`")
    'Do this and that'
    """
    return "".join(piece.text or "".join(words_of(piece.parts)) for piece in pieces(text))


def words_of(parts: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the texts of pieces, however deep."""
    for piece in parts:
        yield piece.text or "".join(words_of(piece.parts))


def _front_matter(lines: list[str]) -> tuple[str | None, int]:
    if not lines or lines[0].rstrip() != "---":
        return None, 0
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(["", *lines[1:at], ""]), at + 1
    return None, 0


def _extent(lines: list[str], at: int) -> tuple[BlockKind | None, int]:
    """Return the kind of the block that starts at a line, None for an empty line, and where it ends."""
    line = lines[at].strip()
    if not line:
        return None, at + 1
    if fence := _FENCE.match(line):
        for end in range(at + 1, len(lines)):
            if lines[end].strip() == fence[1]:
                return "code", end + 1
        return "code", len(lines)
    if _HEADING.match(line):
        return "heading", at + 1
    end = at + 1
    kind: BlockKind = "paragraph"
    if item := _ITEM.match(line):
        kind = "list" if item["bullet"] else "steps"
    elif line.startswith(">"):
        kind = "quote"
    elif "|" in line and end < len(lines) and _RULE_ROW.match(lines[end].strip()):
        kind = "table"
    while end < len(lines) and _goes_on(kind, lines[end]):
        end += 1
    return kind, end


def _goes_on(kind: BlockKind, raw: str) -> bool:
    line = raw.strip()
    if not line or _HEADING.match(line) or _FENCE.match(line):
        return False
    item = _ITEM.match(line)
    if kind in {"list", "steps"}:
        # A list goes on with an item of its own kind, or with an indented line of the item before.
        return bool(item["bullet"]) == (kind == "list") if item else raw[:1].isspace()
    if kind == "table":
        return "|" in line
    return line.startswith(">") if kind == "quote" else not item and not line.startswith(">")


def _block(kind: BlockKind, lines: list[str], line: int) -> Block:
    if kind == "code":
        closed = len(lines) > 1 and _FENCE.match(lines[-1].strip()) is not None
        return Block(kind, line, (("\n".join(lines[1 : len(lines) - closed]),),), starts=(line + 1,))
    stripped = [row.strip() for row in lines]
    if match := _HEADING.match(stripped[0]):
        said = match[2].rstrip("#").rstrip() or match[2][0]  # `## words ##` is closed as it is opened
        return Block("heading", line, ((said,),), len(match[1]), (line,))
    if kind == "table":
        rows = [(line + index, row) for index, row in enumerate(stripped) if index != 1]
        return Block(kind, line, tuple(_cells(row) for _, row in rows), starts=tuple(at for at, _ in rows))
    if kind == "quote":
        stripped = [row.lstrip("> ") for row in stripped]
    if kind in {"list", "steps"}:
        items: list[list[str]] = []
        starts: list[int] = []
        for at, row in enumerate(stripped, line):
            if item := _ITEM.match(row):
                items.append([item["text"]])
                starts.append(at)
            else:
                items[-1].append(row)
        return Block(kind, line, tuple((_joined(item),) for item in items), starts=tuple(starts))
    return Block(kind, line, ((_joined(stripped),),), starts=(line,))


def _cells(row: str) -> Cells:
    """Return the cells of a row. A bar within a link or code, or after a backslash, parts nothing."""
    cells = [""]
    for part in _CELL_PART.findall(row):
        if part == "|":
            cells.append("")
        else:
            cells[-1] += part
    first, last = row.startswith("|"), len(cells) - (len(cells) > 1 and not cells[-1].strip())
    return tuple(cell.strip() for cell in cells[first:last])


def _joined(lines: list[str]) -> str:
    """Join the lines of a paragraph: with a space, but not between two hanzi."""
    return _BREAK.sub("", " ".join(lines)) if len(lines) > 1 else lines[0]


class _Ends:
    """Where code and strong words can end in a text, each found in one pass over it."""

    def __init__(self, text: str) -> None:
        self.ticks: dict[int, list[int]] = defaultdict(list)
        """For each number of backticks, where that many stand in a row."""
        for run in _TICKS.finditer(text):
            self.ticks[len(run[0])].append(run.start())
        self.strong = [match.start() for match in _STRONG_END.finditer(text)]

    def of_code(self, start: int, ticks: int) -> int | None:
        """Return where code that starts at an offset, after so many backticks, ends."""
        return _first_from(start, self.ticks.get(ticks, []))

    def of_strong(self, start: int) -> int | None:
        """Return where strong words that start at an offset end."""
        return _first_from(start + 1, self.strong)


def _first_from(start: int, offsets: list[int]) -> int | None:
    at = bisect_left(offsets, start)
    return offsets[at] if at < len(offsets) else None


def _without_code(line: str) -> str:
    """Return a line with all code blanked out."""
    ends = _Ends(line)
    kept, position = "", 0
    for run in _TICKS.finditer(line):
        if run.start() < position or line[run.start() - 1 : run.start()] == "\\":
            continue
        ticks = len(run[0])
        end = ends.of_code(run.end(), ticks)
        if end is not None:
            kept += line[position : run.start()] + " " * (end + ticks - run.start())
            position = end + ticks
    return kept + line[position:]


def _pieces(text: str) -> Iterator[Piece]:
    ends = _Ends(text)
    position = at = 0
    while match := _PIECE.search(text, at):
        piece, end = _piece(match, ends)
        if piece is None:  # a mark that nothing closes is text
            at = match.start() + 1
            continue
        yield Piece("text", text[position : match.start()])
        yield piece
        position = at = end
    yield Piece("text", text[position:])


def _piece(match: re.Match[str], ends: _Ends) -> tuple[Piece | None, int]:
    """Return the piece that a match opens, None where nothing closes it, and where it ends."""
    text, start = match.string, match.end()
    if match["ticks"]:
        end = ends.of_code(start, len(match["ticks"]))
        return (None, 0) if end is None else (Piece("code", text[start:end].strip()), end + len(match["ticks"]))
    if match["strong"]:
        end = ends.of_strong(start)
        return (None, 0) if end is None else (Piece("strong", parts=pieces(text[start:end])), end + 2)
    if match["escaped"]:
        return Piece("text", match["escaped"]), start
    if match["address"]:
        return Piece("address", match["address"]), start
    if match["label"] and is_address(match["target"]):
        return Piece("link", parts=pieces(match["label"]), target=match["target"]), start
    if match["emphasis"]:
        return Piece("emphasis", parts=pieces(match["emphasis"])), start
    return Piece("text", match[0]), start


def _merged(found: Iterator[Piece]) -> Iterator[Piece]:
    """Put neighbouring texts together and leave empty ones out."""
    text = ""
    for piece in found:
        if piece.kind == "text":
            text += piece.text
            continue
        if text:
            yield Piece("text", text)
        text = ""
        yield piece
    if text:
        yield Piece("text", text)
