"""Every text that people wrote, as readers see it: of records and of prose, with the place of each character."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import records as r
from generator.model.derive import Derived
from generator.model.walk import LINK, walk
from generator.places import Location
from generator.read.prose import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.load import Content, Entry
    from generator.read.prose import Block, Piece, Prose
    from generator.read.yaml import Path_

Language = Literal["zh", "en", "zh-Hant"]

HIDDEN = "\ufffc"
"""Stands for what is no wording: code, an address, a place that a page fills."""

_PLACEHOLDER = re.compile(r"\{[a-z]+\}")


class Passage(NamedTuple):
    """One text in one language."""

    language: Language
    words: str
    """What readers see: links as their labels, marks of Markdown off, `HIDDEN` for what is no wording."""
    raw: str
    """What people wrote, links in it; of prose without marks and code."""
    is_title: bool
    locate: Callable[[int], Location]
    """The place of a character of `words`."""

    @property
    def links(self) -> frozenset[str]:
        """What it links to, as `kind:id`."""
        return frozenset(f"{match[1]}:{match[2]}" for match in LINK.finditer(self.raw))


class Passages:
    """The passages of a handbook."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._derived = Derived(content)

    def __iter__(self) -> Iterator[Passage]:
        """Yield every passage: of records file by file, then of prose."""
        for kind, entry in self._content.entries():
            for path, text in _texts(entry):
                yield from self._of_text(entry, path, text, placeholders=kind == "interface")
        for guide in self._content.guides.values():
            yield from self._of_prose(guide.zh, "zh")
            if guide.en is not None:
                yield from self._of_prose(guide.en, "en")

    def pairs(self) -> Iterator[tuple[Passage, Passage]]:
        """Yield what stands in Chinese and English side by side; of prose, block by block, or section by section."""
        for kind, entry in self._content.entries():
            for path, text in _texts(entry):
                if text.en is not None:
                    zh, en, *_ = self._of_text(entry, path, text, placeholders=kind == "interface")
                    yield zh, en
        for guide in self._content.guides.values():
            if guide.en is not None:
                yield from self._of_guide(guide.zh, guide.en)

    def _of_guide(self, zh: Prose, en: Prose) -> Iterator[tuple[Passage, Passage]]:
        ours, theirs = _sections(zh.blocks), _sections(en.blocks)
        if len(ours) != len(theirs):
            return  # reported as other headings
        for one, other in zip(ours, theirs, strict=True):
            pair = tuple(self._of_blocks(zh, one, "zh")), tuple(self._of_blocks(en, other, "en"))
            if [_shape(block) for block in one] == [_shape(block) for block in other]:
                yield from zip(*pair, strict=True)
            elif all(pair):
                yield _joined(pair[0]), _joined(pair[1])

    def _of_text(self, entry: Entry[r.Record], path: Path_, text: r.Text, *, placeholders: bool) -> Iterator[Passage]:
        is_title = path[-1:] in {("title",), ("name",)}
        said: tuple[tuple[Language, str | None], ...] = (("zh", text.zh), ("en", text.en), ("zh-Hant", text.zh_hant))
        for language, raw in said:
            if raw is not None:
                words, origins = self._shown(raw, language)
                if placeholders:
                    words = _PLACEHOLDER.sub(lambda match: HIDDEN * len(match[0]), words)
                locate = _in_record(entry, (*path, language), raw, origins)
                yield Passage(language, words, raw, is_title, locate)

    def _shown(self, raw: str, language: Language) -> tuple[str, list[int]]:
        """Return a text with its links as labels, and for each character the place in `raw` that it comes from."""
        words, at = "", 0
        origins: list[int] = []
        for match in LINK.finditer(raw):
            label = match[3] or self._name(match[1], match[2], language)
            first = match.start(3) if match[3] else match.start()
            words += raw[at : match.start()] + label
            origins += range(at, match.start())
            origins += [first + i if match[3] else first for i in range(len(label))]
            at = match.end()
        return words + raw[at:], [*origins, *range(at, len(raw) + 1)]

    def _name(self, kind: str, record_id: str, language: Language) -> str:
        name = self._derived.name(kind, record_id)
        return HIDDEN if name is None else (name.en or name.zh) if language == "en" else name.zh

    def _of_prose(self, prose: Prose, language: Language) -> Iterator[Passage]:
        return self._of_blocks(prose, prose.blocks, language)

    def _of_blocks(self, prose: Prose, blocks: tuple[Block, ...], language: Language) -> Iterator[Passage]:
        for block in blocks:
            if block.kind != "code":
                for start, row in zip(block.starts, block.rows, strict=True):
                    for cell in row:
                        raw = "".join(_unmarked(pieces(cell)))
                        words = self._shown(raw, language)[0]
                        locate = _in_prose(prose, start, words)
                        yield Passage(language, words, raw, block.kind == "heading", locate)


def _unmarked(parts: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the texts of pieces, references still in them; what is no wording is hidden."""
    for piece in parts:
        if piece.kind in {"code", "address"}:
            yield HIDDEN
        elif piece.parts:
            yield from _unmarked(piece.parts)
        else:
            yield piece.text


def _texts(entry: Entry[r.Record]) -> Iterator[tuple[Path_, r.Text]]:
    return ((path, value) for path, value in walk(entry.record) if isinstance(value, r.Text))


def _in_record(entry: Entry[r.Record], path: Path_, raw: str, origins: list[int]) -> Callable[[int], Location]:
    return lambda offset: entry.character(path, raw, origins[offset])


_AROUND = 4


def _in_prose(prose: Prose, start: int, words: str) -> Callable[[int], Location]:
    """Find a character again by what stands around it, from the line `start` on, where its row begins."""

    def locate(offset: int) -> Location:
        near = takewhile(lambda row: row[1].strip(), (row for row in prose.lines if row[0] >= start))
        rows = tuple(near)
        for around in range(_AROUND, -1, -1):
            first = max(0, offset - around)
            wanted = words[first : offset + around + 1]
            for line, text in rows:
                if wanted in text:
                    return Location(prose.path, line, text.index(wanted) + offset - first + 1)
        return Location(prose.path, start)

    return locate


def _joined(passages: tuple[Passage, ...]) -> Passage:
    """Return the passages of a section as one, a line each."""
    starts = tuple(accumulate((len(passage.words) + 1 for passage in passages), initial=0))

    def locate(offset: int) -> Location:
        at = bisect_right(starts, offset) - 1
        return passages[at].locate(offset - starts[at])

    words, raw = ("\n".join(texts) for texts in zip(*((p.words, p.raw) for p in passages), strict=True))
    return Passage(passages[0].language, words, raw, is_title=False, locate=locate)


def _sections(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    cuts = [0, *(at for at, block in enumerate(blocks) if block.kind == "heading" and at), len(blocks)]
    return [blocks[start:end] for start, end in pairwise(cuts)]


def _shape(block: Block) -> tuple[str, tuple[int, ...]]:
    return block.kind, tuple(len(row) for row in block.rows)
