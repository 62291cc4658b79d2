"""The process in which PDFium reads one PDF: the file on standard input, JSON on standard output.

`python -I pdf_worker.py FOLDER PAGES CHARACTERS SECONDS BYTES`, with the folder that holds pypdfium2 and the bounds,
prints `{"lines": […], "furniture": […], "pages": n, "pictures": [page number, …]}` or `{"fault": code, "detail": …}`.
Only the standard library, pypdfium2 and the layout are imported here, so a file that breaks the reader breaks nothing
else.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.read.formats.pdf_page import Page, Piece, Rule


def main(folder: str, pages: int, characters: int, seconds: int, memory: int) -> None:
    """Read standard input and print what came of it."""
    data = sys.stdin.buffer.read()
    with contextlib.suppress(ImportError, ValueError, OSError):  # other systems have no such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    sys.path += [folder, str(Path(__file__).resolve().parents[3])]
    print(json.dumps(_read(data, pages, characters)))  # noqa: T201 - this is how it answers


def _read(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    from generator.read.formats import pdf_layout

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        return {"fault": "file-encrypted" if protected else "file-broken", "detail": str(error)}
    if len(document) > most_pages:
        return {"fault": "file-too-large", "detail": f"It has {len(document)} pages, more than {most_pages}."}
    pages: list[Page] = []
    pictures: list[int] = []
    left = most_characters
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
            left -= text.count_chars()
            if left < 0:
                return {"fault": "file-too-large", "detail": f"It holds more than {most_characters} characters."}
            pages.append(_page(page, text))
            seen = pages[-1].pieces or pages[-1].turned
            if not seen and any(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
                pictures.append(number + 1)
        except pdfium.PdfiumError as error:
            return {"fault": "file-broken", "detail": f"Page {number + 1}: {error}"}
        page.close()
    layout = pdf_layout.read(pages)
    return {"lines": layout.lines, "furniture": layout.furniture, "pages": len(pages), "pictures": pictures}


# -- characters to pieces ----------------------------------------------------------------------------------------------

_APART = 0.4
"""How wide, in letters' widths, a gap is that ends a piece."""


def _page(page: Any, text: Any) -> Page:
    from generator.read.formats.pdf_page import Page

    turn = page.get_rotation() // 90 % 4
    left, bottom, right, top = page.get_bbox()
    places = _Turn(turn, right - left, top - bottom, left, bottom)
    pieces, turned = _pieces(text, places)
    rules, dots = _drawn(page, places)
    return Page(pieces, turned, rules, dots, *page.get_size())


class _Turn:
    """Places on a page of the file to places on the page as it is read, after `quarters` turns clockwise."""

    def __init__(self, quarters: int, width: float, height: float, left: float, bottom: float) -> None:
        self._quarters, self._width, self._height = quarters, width, height
        self._left, self._bottom = left, bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._left, y - self._bottom
        turned = ((x, y), (y, self._width - x), (self._width - x, self._height - y), (self._height - y, x))
        return turned[self._quarters]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (x1, y1), (x2, y2) = self.place(left, bottom), self.place(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def is_level(self, a: float, b: float) -> bool:
        """Tell whether writing in the direction (a, b) of the file runs level, from left to right."""
        x, y = ((a, b), (b, -a), (-a, -b), (-b, a))[self._quarters]
        return x > 0 and abs(y) <= 0.1 * x


class _Characters:
    """What PDFium knows of the characters of one page."""

    def __init__(self, text: Any, turn: _Turn) -> None:
        from pypdfium2 import raw

        self._raw, self._text, self._turn = raw, text, turn
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(256)

    def sign(self, index: int) -> str:
        """Return a character: a space for any white space, a hyphen where one divides a word, else as it is."""
        code = self._raw.FPDFText_GetUnicode(self._text, index)
        if code in (2, 0xFFFE) or self._raw.FPDFText_IsHyphen(self._text, index) == 1:
            return "-"
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        return " " if char.isspace() or char == "\u00ad" else char

    def is_real(self, index: int) -> bool:
        """Tell whether the file holds a character, or PDFium put it where it found a gap."""
        return bool(self._raw.FPDFText_IsGenerated(self._text, index) == 0)

    def place(self, index: int) -> tuple[float, float, float]:
        """Return the left and the right edge of a character and its base line."""
        self._raw.FPDFText_GetLooseCharBox(self._text, index, self._box)
        self._raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        x, base = self._turn.place(self._x.value, self._y.value)
        box = self._box
        left, _, right, _ = self._turn.box(box.left, box.bottom, box.right, box.top)
        return min(left, x), max(right, x), base

    def size(self, index: int) -> float:
        """Return how high letters are set, or 0 where the writing does not run level."""
        if not self._raw.FPDFText_GetMatrix(self._text, index, self._matrix):
            return 0.0
        m = self._matrix
        if not self._turn.is_level(m.a, m.b):
            return 0.0
        return float(self._raw.FPDFText_GetFontSize(self._text, index)) * math.hypot(m.c, m.d)

    def is_bold(self, index: int) -> bool:
        """Tell whether the name of the font says that it is bold."""
        length = self._raw.FPDFText_GetFontInfo(self._text, index, self._name, 256, None)
        name = self._name.raw[: min(length, 256)].lower() if length else b""
        return any(word in name for word in (b"bold", b"black", b"heavy", b"simhei"))


def _pieces(text: Any, turn: _Turn) -> tuple[list[Piece], list[str]]:
    """Return the pieces of a page, and the strings on it that do not run level."""
    from generator.read.formats.pdf_page import THIN, Piece

    known = _Characters(text, turn)
    pieces: list[Piece] = []
    turned: list[str] = []
    signs: list[str] = []
    left = right = base = size = 0.0
    first = last = spaces = before = 0
    spaced = tilted = False

    def close() -> None:
        if signs:
            bold = known.is_bold(first) and known.is_bold(last)
            pieces.append(Piece(_whole(signs), left, right, base, size, bold, before == 1))
            signs.clear()

    for index in range(text.count_chars()):
        sign = known.sign(index)
        if sign == " ":
            spaced = True
            spaces += known.is_real(index)
            continue
        start, stop, level = known.place(index)
        gap = start - right
        if not signs or abs(level - base) > 0.35 * size or gap > _APART * size or stop < right - 0.5 * size:
            close()
            size = known.size(index)
            if not size:
                if tilted and not (spaced and turned[-1].endswith(" ")):
                    turned[-1] += (" " if spaced else "") + sign
                else:
                    turned.append(sign)
                tilted, spaced, spaces = True, False, 0
                continue
            first, left, base, before = index, start, level, spaces
        elif spaced:
            signs.append(" " if spaces else THIN)
        tilted = spaced = False
        spaces = 0
        signs.append(sign)
        last, right = index, max(stop, right) if signs[1:] else stop
    close()
    return pieces, [_whole([one]) for one in turned]


def _whole(signs: list[str]) -> str:
    """Join characters, and halves of characters beyond the first plane."""
    return "".join(signs).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


# -- drawn shapes ------------------------------------------------------------------------------------------------------

_MOST_PATHS = 3_000
"""Drawn shapes on a page above which none is looked at: they are a picture."""
_MOST_STROKES = 40
_THIN = 3.0
_SHORTEST = 8.0
_DOT = (1.0, 9.0)


def _drawn(page: Any, turn: _Turn) -> tuple[list[Rule], list[tuple[float, float]]]:
    """Return the upright and level lines drawn on a page, the sides of boxes among them, and the middles of dots.

    Browsers draw the bullets of lists and do not write them.
    """
    from pypdfium2 import raw

    rules: list[Rule] = []
    dots: list[tuple[float, float]] = []
    for count, path in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if count >= _MOST_PATHS:
            return [], []
        left, bottom, right, top = turn.box(*path.get_bounds())
        width, height = right - left, top - bottom
        if _DOT[0] <= width <= _DOT[1] and abs(width - height) <= 0.3 * width:
            dots.append(((left + right) / 2, (bottom + top) / 2))
        elif raw.FPDFPath_CountSegments(path) <= _MOST_STROKES:
            for shape in _shapes(path):
                rules += _sides(shape, turn)
    return rules, dots


def _shapes(path: Any) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of the shapes that a path of straight strokes draws."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    if not raw.FPDFPageObj_GetMatrix(path, matrix):
        return
    corners: list[tuple[float, float]] = []
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield corners
            corners = []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    yield corners


def _sides(corners: list[tuple[float, float]], turn: _Turn) -> Iterator[Rule]:
    """Yield the sides of one shape, those of a thin box as one line."""
    from generator.read.formats.pdf_page import Rule

    if len(corners) < 2:
        return
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    right, top = max(x for x, _ in corners), max(y for _, y in corners)
    if min(right - left, top - bottom) <= _THIN:
        if max(right - left, top - bottom) >= _SHORTEST:
            yield Rule(*turn.box(left, bottom, right, top))
        return
    closed = [*corners, corners[0]] if len(corners) > 2 else corners
    for (x1, y1), (x2, y2) in pairwise(closed):
        if min(abs(x2 - x1), abs(y2 - y1)) <= 0.5 and max(abs(x2 - x1), abs(y2 - y1)) >= _SHORTEST:
            yield Rule(*turn.box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
