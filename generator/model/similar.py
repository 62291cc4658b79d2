"""Which items of a handbook a statement most likely supports: the one door to RapidFuzz.

The score is `fuzz.ratio` (a normalised indel similarity, 0 to 100) over texts without white space and punctuation. On
the first handbook's citations the best one is a right one for nine statements in ten; `tests/content/test_similar.py`
measures it and holds the floors. TF-IDF over character n-grams does a little better (94 in 100) at the price of a
library many times the size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from generator.chinese import to_simplified
from generator.model import records as r
from generator.model.derive import Derived, Item
from generator.model.walk import LINK

if TYPE_CHECKING:
    from generator.model.load import Content

NEW_BELOW = {"zh": 36.0, "en": 50.0}
"""A statement whose best score is below this is new to the handbook. Any two English texts share more letters than any
two Chinese ones share hanzi, so English needs the higher bar. Measured on the first handbook and on texts of other
trades: in Chinese 85 in 100 known statements are kept and 93 in 100 others called new; in English 76 and 79."""

_TEXTS = ("title", "name", "text", "use", "on", "when", "then", "purpose", "summary", "definition")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """An item and how like a statement it is, 0 to 100."""

    item: Item
    score: float


class Similar:
    """Finds the items of one handbook that are like a text."""

    def __init__(self, content: Content) -> None:
        self.items = [item for item in Derived(content).items if item.anchor and item.record.from_]
        self._chinese = [normalise(_text(item, english=False)) for item in self.items]
        self._english = [normalise(_text(item, english=True)) for item in self.items]

    def to(self, zh: str | None, en: str | None, limit: int = 3) -> list[Likeness]:
        """Return the items most like a statement, best first; none where the statement is new to the handbook.

        A statement in both languages is compared in Chinese, which tells known from new more sharply.
        """
        language, text, known = ("zh", zh, self._chinese) if zh else ("en", en, self._english)
        found = process.extract(
            normalise(text or ""),
            known,
            scorer=fuzz.ratio,
            processor=None,
            limit=limit,
            score_cutoff=NEW_BELOW[language],
        )
        return [Likeness(self.items[index], round(score, 1)) for _, score, index in found]


def normalise(text: str) -> str:
    """Return what is compared: lower case, Simplified, letters, digits and hanzi only.

    >>> normalise("動銷率 < 5%，每月 Check")
    '动销率5每月check'
    """
    return _NOT_WORDS.sub("", to_simplified(text).lower())


def _text(item: Item, *, english: bool) -> str:
    parts = []
    for name in _TEXTS:
        text = getattr(item.record, name, None)
        if isinstance(text, r.Text):
            said = text.en or "" if english else text.zh
            parts.append(LINK.sub(lambda match: match[3] or match[2], said))
    return " ".join(parts)
