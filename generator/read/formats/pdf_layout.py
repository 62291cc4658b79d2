"""The pieces of text on the pages of a PDF to the lines of a text, by where they stand.

A PDF holds no paragraphs, only strings with a place each. Pieces become lines (`pdf_page`), headers and page numbers
are left out and told (`pdf_furniture`), lines go into the order of reading (`pdf_order`), cells between ruled lines
become rows, and lines that the width of the page broke become paragraphs again (`pdf_paragraphs`). Only the standard
library is needed: this runs beside PDFium, in a process of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.read.formats.pdf_furniture import furniture_of
from generator.read.formats.pdf_order import find_margins, in_order, labelled, runs_of
from generator.read.formats.pdf_page import find_fields, lines_of, spaced
from generator.read.formats.pdf_paragraphs import Writer, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.formats.pdf_page import Page


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text, and what was left out of it: each line once."""

    lines: tuple[str, ...]
    furniture: tuple[str, ...]


def read(pages: Sequence[Page]) -> Layout:
    """Return the lines of a text of several pages."""
    pages = spaced(pages)
    found = [lines_of(page) for page in pages]
    furniture = furniture_of(pages, found)
    kept = [[line for line in lines if id(line) not in furniture] for lines in found]
    for lines in kept:
        find_fields(lines)
    runs = [in_order(runs_of(lines)) for lines in kept]
    find_margins(pages, runs)
    out = Writer(words_of(pages))
    for page, of_page in zip(pages, runs, strict=True):
        for run, value in labelled(of_page):
            out.run(run, value)
        if page.turned:
            out.apart(page.turned)
    out.close()
    told = [line.text for lines in found for line in lines if id(line) in furniture]
    return Layout(tuple(out.lines), tuple(dict.fromkeys(told)))
