"""What pages have in their margins: page numbers, headers, footers.

It is left out, and told, only where that is safe: pages repeat it at one place, or count it, or it is small print far
above all else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.formats.pdf_page import Line, Page

_EDGE = 0.12
"""The part of a page's height, at its top and at its foot, where headers and footers stand."""
_MARGIN = 0.08
"""The same where no other page bears a header out."""
_PAGE_NUMBER = re.compile(
    r"[-–—·]*(?:第|page)?(\d{1,4})页?(?:(?:[/,，、]|of)?(?:共|total)?\d{1,4}页?)?[-–—·]*", re.IGNORECASE
)


def furniture_of(pages: Sequence[Page], found: Sequence[Sequence[Line]]) -> set[int]:
    """Return the lines, by identity, that belong to the pages and not to the text."""
    furniture = _repeated(pages, found)
    for page, lines in zip(pages, found, strict=True):
        furniture |= _small_print(page, [line for line in lines if id(line) not in furniture])
    return furniture


def _repeated(pages: Sequence[Page], found: Sequence[Sequence[Line]]) -> set[int]:
    """Return the page numbers, and the lines that pages repeat at the same place, figures aside.

    They stand beyond all other lines, and are not set off as headings are.
    """
    letters = Counter(round(line.size, 1) for lines in found for line in lines for _ in line.pieces)
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    places: defaultdict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, (page, lines) in enumerate(zip(pages, found, strict=True), 1):
        for line in lines:
            at_edge = not _EDGE < line.base / page.height < 1 - _EDGE
            if at_edge and line.box is None and line.size <= 1.05 * usual and not all(p.bold for p in line.pieces):
                words = re.sub(r"\d+", "#", _folded(line.text))
                places[words, round(line.base / 4)].append((number, line))
    chosen = {id(line) for lines in places.values() if _belongs_to_pages(lines, len(pages)) for _, line in lines}
    if all(id(line) in chosen for lines in found for line in lines):
        return set()  # pages of nothing else have no header
    return {id(line) for lines in found for line in _outer(lines, chosen)}


def _belongs_to_pages(lines: Sequence[tuple[int, Line]], pages: int) -> bool:
    """Tell whether lines of one place, with their pages, count the pages or stand on half of them."""
    numbers = {number for number, _ in lines}
    counts = [(_PAGE_NUMBER.fullmatch(_folded(line.text)), number) for number, line in lines]
    ahead = {int(match[1]) - number for match, number in counts if match}
    if all(match for match, _ in counts):
        return ahead == {0} or (len(ahead) == 1 and len(numbers) > 1)
    return len(numbers) > 1 and 2 * len(numbers) >= pages - 1


def _outer(lines: Sequence[Line], chosen: set[int]) -> list[Line]:
    """Return the chosen lines of a page that stand beyond all the others."""
    rest = [line.base for line in lines if id(line) not in chosen] or [0.0]
    return [line for line in lines if id(line) in chosen and not min(rest) <= line.base <= max(rest)]


def _small_print(page: Page, lines: Sequence[Line]) -> set[int]:
    """Return the line of small print that stands alone in the margin above all others of a page."""
    shown = sorted(lines, key=lambda line: -line.base)[:4]
    if len(shown) < 3 or shown[0].box is not None or shown[0].base < (1 - _MARGIN) * page.height:
        return set()
    first, second = shown[:2]
    is_small = first.size < 0.92 * min(line.size for line in shown[1:])
    return {id(first)} if is_small and first.base - second.top > 1.5 * second.size else set()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))
