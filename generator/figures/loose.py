"""Numbers that are no figures: of names and dates, and of what is counted without a word of measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figures.around import read_tail
from generator.figures.numbers import Number, lex, plain
from generator.figures.reader import figures
from generator.figures.words import FOLD
from generator.places import Span

if TYPE_CHECKING:
    from decimal import Decimal


def loose_numbers(text: str) -> tuple[tuple[Span, Decimal, bool], ...]:
    """Return every number that no figure takes: of a name or a date, or of a count that is no figure.

    Each with its place, its value, multiplied by the word behind it, and whether it is in digits.

    >>> [(span.start, int(value), digits) for span, value, digits in loose_numbers("共六步，自 2023 年 3 天")]
    [(1, 6, False), (6, 2023, True)]
    """
    folded = text.translate(FOLD)
    taken = [figure.span for figure in figures(text)]
    found: list[tuple[Span, Decimal, bool]] = []
    for number in lex(folded):
        if isinstance(number, Number) and not any(span.start <= number.start < span.end for span in taken):
            tail = read_tail(text, folded, number, money=False)
            found.append((Span(number.start, number.end), plain(number.value * tail.times), number.kind == "digits"))
    return tuple(found)
