"""Pages of prose in one locale: each block as markup, each text with the other language under it.

A block is written on one line that starts with a tag, so that Markdown passes it through. `zh-Hant` is derived from
each run of words by itself: code and addresses stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.read.prose import pieces
from generator.render.markup import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import records as r
    from generator.model.guides import Guide
    from generator.read.prose import Block, Piece, Prose
    from generator.render.localize import Localizer
    from generator.render.marks import Section

    Linker = Callable[[str, str, str], Markup]
    Words = Callable[[str], Markup]

_MARKED = {"strong": Markup("<strong>{}</strong>"), "emphasis": Markup("<em>{}</em>")}
_LISTS = {"list": Markup('<ul class="hb-list">{}</ul>'), "steps": Markup('<ol class="hb-steps">{}</ol>')}
_SHOWN = {"p": Markup('<p class="hb-text">{}</p>'), "div": Markup('<div class="hb-text">{}</div>')}
_OTHER = {
    "p": Markup('<p class="hb-other" lang="{}">{}</p>'),
    "div": Markup('<div class="hb-other" lang="{}">{}</div>'),
}
# Paper shows where a link leads that leaves the handbook.
_LINKS = {True: Markup('<a href="#{}">{}</a>'), False: Markup('<a class="hb-away" href="{}">{}</a>')}
_NEW_LINE = Markup("&#10;")
_SECTION = 2


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block as a page of one locale shows it. Of a heading, `level` is at least 2 and `anchor` is its id."""

    level: int
    anchor: str
    markup: Markup
    other: Markup | None
    """A heading in the other language; in all other blocks that stands within `markup`."""
    words: Markup
    """A heading as plain words; empty in all other blocks."""


def main_prose(guide: Guide, locale: r.Locale) -> tuple[Prose, r.Locale]:
    """Return the text that a page of a locale shows, and its language: Chinese where there is no English."""
    if locale != "en":
        return guide.zh, locale
    return (guide.en, locale) if guide.en is not None else (guide.zh, "zh-Hans")


def shown_blocks(
    guide: Guide,
    localizer: Localizer,
    link: Linker,
    word: Callable[[str], Markup],
    section: Callable[[], Section],
) -> list[ShownBlock]:
    """Return the blocks of a page below its title. `word(key)` gives a word of the interface.

    Under each second heading begins a new `section()`, in which terms are marked. The other language stands under each
    text where both files have the same blocks in a row.
    """
    prose, language = main_prose(guide, localizer.locale)
    other_language: r.Locale = "zh-Hans" if language == "en" else "en"
    blocks = _body(prose)
    others: tuple[Block | None, ...] = (None,) * len(blocks)
    if guide.en is not None:
        found = _body(guide.zh if language == "en" else guide.en)
        others = found if list(map(_shape, found)) == list(map(_shape, blocks)) else others
    anchors = iter(guide.sections)

    here = section()

    def heading(said: str, in_language: r.Locale) -> Markup:
        return _inline(pieces(said), localizer, in_language, link, escape)

    def both(said: str, other: str | None, tag: str, *, heads: bool = False) -> Markup:
        zh, en = (other, said) if language == "en" else (said, other)

        def text(said: str, in_language: r.Locale) -> Markup:
            if heads:
                return heading(said, in_language)
            return _inline(pieces(said), localizer, in_language, link, here.words(zh, en, in_language))

        shown = _SHOWN[tag].format(text(said, language))
        if other is None or other == said:
            return shown
        return shown + _OTHER[tag].format(other_language, text(other, other_language))

    made = []
    for block, other in zip(blocks, others, strict=True):
        if block.level:
            here = here if block.level > _SECTION else section()
            below = heading(other.rows[0][0], other_language) if other else None
            said = block.rows[0][0]
            words = escape(_plain(said, localizer, language))
            made.append(ShownBlock(block.level, next(anchors), heading(said, language), below, words))
        else:
            names = [_plain(name, localizer, language) for name in block.rows[0]]
            made.append(ShownBlock(0, "", _markup(block, other, both, word("figures.scroll"), names), None, Markup("")))
    return made


def section_texts(guide: Guide, localizer: Localizer) -> Iterator[tuple[str, str, str]]:
    """Yield anchor, heading and plain text of each section, for the search; the text before the first has no anchor."""
    prose, language = main_prose(guide, localizer.locale)
    anchors = iter(guide.sections)
    anchor, heading = "", ""
    said: list[str] = []
    for block in _body(prose):
        texts = [_plain(text, localizer, language) for row in block.rows for text in row if block.kind != "code"]
        if block.level:
            yield anchor, heading, " ".join(said)
            anchor, heading, said = next(anchors), texts[0], []
        else:
            said += texts
    yield anchor, heading, " ".join(said)


def _body(prose: Prose) -> tuple[Block, ...]:
    return tuple(block for block in prose.blocks if block.level != 1)


def _shape(block: Block) -> tuple[str, int, tuple[int, ...]]:
    return block.kind, block.level, tuple(len(row) for row in block.rows)


def _markup(
    block: Block,
    other: Block | None,
    both: Callable[..., Markup],
    label: Markup,
    names: list[str],
) -> Markup:
    if block.kind == "code":
        code = _NEW_LINE.join(escape(line) for line in block.rows[0][0].split("\n"))
        return Markup('<pre class="hb-code" tabindex="0"><code>{}</code></pre>').format(code)
    others = other.rows if other else [(None,) * len(row) for row in block.rows]
    tag = "div" if block.kind == "table" else "p"
    rows = [
        [both(said, below, tag, heads=block.kind == "table" and not at) for said, below in zip(*pair, strict=True)]
        for at, pair in enumerate(zip(block.rows, others, strict=True))
    ]
    if block.kind in _LISTS:
        items = Markup("").join(Markup("<li>{}</li>").format(row[0]) for row in rows)
        return _LISTS[block.kind].format(items)
    if block.kind == "table":
        return _table(rows, label, names)
    return (
        Markup('<blockquote class="hb-text">{}</blockquote>').format(rows[0][0])
        if block.kind == "quote"
        else rows[0][0]
    )


def _table(rows: list[list[Markup]], label: Markup, names: list[str]) -> Markup:
    head, *body = rows
    # a corner without words heads nothing
    kinds = [Markup('<th scope="col">{}</th>') if name else Markup("<td></td>") for name in names]
    heads = Markup("").join(kind.format(cell) for kind, cell in zip(kinds, head, strict=False))
    lines = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup('<td data-label="{}">{}</td>').format(escape(name), cell)
                for name, cell in zip(names, [*row, *[Markup("")] * len(names)], strict=False)
            )
        )
        for row in body
    )
    return Markup(
        '<div class="hb-scroll" tabindex="0" role="group" aria-label="{}"><table class="hb-table">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(label, heads, lines)


def _inline(parts: tuple[Piece, ...], localizer: Localizer, language: r.Locale, link: Linker, words: Words) -> Markup:
    made: list[Markup] = []
    for piece in parts:
        if piece.kind == "text":
            made.append(localizer.linked(localizer.in_script(piece.text, language), language, link, words))
        elif piece.kind == "code":
            made.append(Markup("<code>{}</code>").format(escape(piece.text)))
        elif piece.kind == "address":
            made.append(Markup('<a href="{0}">{0}</a>').format(escape(piece.text)))
        else:
            inner = _inline(piece.parts, localizer, language, link, escape if piece.kind == "link" else words)
            if piece.kind == "link":
                made.append(_LINKS[piece.target.startswith("#")].format(escape(piece.target.removeprefix("#")), inner))
            else:
                made.append(_MARKED[piece.kind].format(inner))
    return Markup("").join(made)


def _plain(text: str, localizer: Localizer, language: r.Locale) -> str:
    def said(parts: tuple[Piece, ...]) -> Iterator[str]:
        for piece in parts:
            if piece.kind == "text":
                yield localizer.unlinked(localizer.in_script(piece.text, language), language)
            else:
                yield piece.text or "".join(said(piece.parts))

    return "".join(said(pieces(text)))
