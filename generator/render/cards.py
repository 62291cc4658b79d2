"""The picture that a shared link shows: a card with the title of the page, drawn at build time. The one door to Pillow.

The font is Noto Sans CJK, so that one file holds every script and each locale has its own forms of the hanzi. The same
card gives the same bytes, and its name is made of what is on it: a card that stands there already need not be drawn.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import astuple, dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from generator.model import records as r

SIZE = (1200, 630)
FOLDER = "assets/cards"
_STYLE = 1
"""Part of a card's name: raised when the drawing changes."""
_FACES: dict[r.Locale, int] = {"zh-Hans": 2, "zh-Hant": 3, "en": 1}
"""For each locale, which font of the collection has its forms of the hanzi; for English, narrow quotation marks."""
_PAPER, _GROUND, _INK, _SOFT, _ACCENT, _STEPS = "#ffffff", "#054a41", "#1a2523", "#4d5d59", "#08665a", "#a5e6d8"
_LEFT, _WIDTH = 96, 1008
_COLOURS = 48
_PIECE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
_LONGEST_HELD = 20
_NOT_FIRST = frozenset("，。、；：？！）》」』】”’…—,.;:?!)％%")


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, all of it plain words in one locale."""

    locale: r.Locale
    handbook: str
    label: str
    """What kind of page it is; empty on the card of the handbook itself."""
    title: str
    text: str

    @property
    def path(self) -> str:
        """Where the card is kept, from the root of the site."""
        said = json.dumps([_STYLE, *astuple(self)], ensure_ascii=False)
        return f"{FOLDER}/{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}.png"


def draw(card: Card) -> bytes:
    """Return a card as PNG."""
    picture = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], 132), fill=_GROUND)
    picture.paste(_mark(), (_LEFT, 36))
    if card.handbook != card.title:
        name = _fitted(card.handbook, card.locale, (36,), 600, _WIDTH - 84, 1)
        pen.text((_LEFT + 84, 66), name.lines[0], font=name.font, fill=_PAPER, anchor="lm")
    top = 214
    if card.label:
        label = _font(card.locale, 30, 600)
        pen.text((_LEFT, top), card.label, font=label, fill=_ACCENT, anchor="ls")
        top += 30
    title = _fitted(card.title, card.locale, (76, 60), 700, _WIDTH, 2)
    for line in title.lines:
        top += round(title.font.size * 1.22)
        pen.text((_LEFT, top - title.font.size // 4), line, font=title.font, fill=_INK, anchor="ls")
    text = _fitted(card.text, card.locale, (32,), 400, _WIDTH, 4 - len(title.lines))
    top += 26
    for line in text.lines:
        top += 48
        pen.text((_LEFT, top - 8), line, font=text.font, fill=_SOFT, anchor="ls")
    pen.rectangle((0, SIZE[1] - 14, SIZE[0], SIZE[1]), fill=_STEPS)
    kept = io.BytesIO()
    picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        kept, "PNG", optimize=True
    )
    return kept.getvalue()


@dataclass(frozen=True, slots=True)
class _Fitted:
    font: ImageFont.FreeTypeFont
    lines: list[str]


def _fitted(text: str, locale: r.Locale, sizes: tuple[int, ...], weight: int, width: int, most: int) -> _Fitted:
    """Break a text into lines in the largest of `sizes` that holds it; cut it where none does."""
    text = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    for size in sizes:
        font = _font(locale, size, weight)
        lines = _broken(text, font, width)
        if len(lines) <= most:
            return _Fitted(font, lines or [""])
    last = lines[most - 1]
    while last and font.getlength(f"{last}…") > width:
        last = last[:-1]
    return _Fitted(font, [*lines[: most - 1], f"{last.rstrip()}…"])


def _broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a text between words and between hanzi; a closing mark stays with what it closes."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if piece in _NOT_FIRST and pieces and len(pieces[-1]) < _LONGEST_HELD:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    lines = [""]
    for part in (part for piece in pieces for part in ([piece] if font.getlength(piece) <= width else piece)):
        if font.getlength((lines[-1] + part).rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append(part.lstrip())
        else:
            lines[-1] += part
    return [line for line in lines if line.strip()]


@cache
def _font(locale: r.Locale, size: int, weight: int) -> ImageFont.FreeTypeFont:
    with as_file(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc") as file:
        font = ImageFont.truetype(file, size, _FACES[locale], layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _mark() -> Image.Image:
    """Draw the handbook's mark, as the header of a page has it."""
    scale = 8
    mark = Image.new("RGB", (32 * scale, 32 * scale), _GROUND)
    pen = ImageDraw.Draw(mark)

    def shape(points: list[tuple[float, float]], fill: str) -> None:
        pen.polygon([(x * scale, y * scale) for x, y in points], fill=fill)

    pen.rounded_rectangle((0, 0, 32 * scale - 1, 32 * scale - 1), 7 * scale, fill=_ACCENT)
    shape([(15, 26), (12.2, 24.8), (9.2, 24.1), (6, 23.8), (6, 9), (9.2, 9.3), (12.2, 10), (15, 11.2)], _PAPER)
    steps = [(17, 26), (17, 19.5), (20, 19.5), (20, 16), (23, 16), (23, 12.5), (26, 12.5), (26, 23.8)]
    shape([*steps, (22.8, 24.1), (19.8, 24.8)], _STEPS)
    return mark.resize((60, 60), Image.Resampling.LANCZOS)
