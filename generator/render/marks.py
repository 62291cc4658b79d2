"""Marks the terms in the texts of a page, each where it first stands in a section, in each language by itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.model.walk import LINK
from generator.render.markup import escape
from generator.render.mentions import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model import records as r
    from generator.render.localize import Localizer
    from generator.render.mentions import Mention


_SCREENFUL: dict[r.Locale, int] = {"zh-Hans": 300, "zh-Hant": 300, "en": 900}
"""So many characters of text are on a screen at once."""
_MARK = Markup('<a class="hb-mention" href="{}" data-hb-define="term/{}">{}</a>')
_MARKED = re.compile(r'<a class="hb-mention"[^>]*>(.*?)</a>')


def mark(url: Markup, term: str, words: str) -> Markup:
    """Return words marked as the name of a term, `url` being where the glossary has it."""
    return _MARK.format(url, term, escape(words))


def unmarked(body: str) -> str:
    """Return markup with the marks off that `mark` put there, their words left."""
    return _MARKED.sub(r"\1", body)


class Marks:
    """The terms of a handbook as the pages of one locale mark them."""

    def __init__(self, localizer: Localizer) -> None:
        self._unlinked = localizer.unlinked
        self._lexicon = Lexicon((entry.record for entry in localizer.content.terms.values()), localizer.traditional)
        self._agreed: dict[tuple[str, str], frozenset[str]] = {}

    def agreed(self, zh: str | None, en: str | None) -> frozenset[str] | None:
        """Return the terms that a text names in both languages, a link by what it says; None where it has only one."""
        if zh is None or en is None:
            return None
        if (zh, en) not in self._agreed:
            self._agreed[zh, en] = self._lexicon.agreed(self._unlinked(zh, "zh-Hans"), self._unlinked(en, "en"))
        return self._agreed[zh, en]

    def mentions(self, words: str, language: r.Locale, agreed: frozenset[str] | None) -> Iterator[Mention]:
        """Yield where words name a term, of those that the languages of their text agree on."""
        return self._lexicon.mentions(words, language, agreed)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The marks of one page, which is read from its first section to its last."""

    marks: Marks
    url: Callable[[str, str], Markup]
    """Gives the address of a record by its kind and id, as seen from the page."""
    read: Counter[str] = field(default_factory=Counter)
    """How many characters of each language stand so far."""
    met: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many stood before each term, by language, when it was last marked or linked."""

    def section(self) -> Section:
        """Return a new section, whose texts mark the terms that they name."""
        return Section(self)

    def entry(self, *own: str) -> Section:
        """Return a section that is looked up, not come to by reading on; the terms that it is about are not marked."""
        return Section(PageMarks(self.marks, self.url), own)


class Section:
    """A section of a page: a term is marked once in it, and not where a screenful before it was."""

    def __init__(self, page: PageMarks, but: Iterable[str] = ()) -> None:
        self._page = page
        self._done: defaultdict[str, set[str]] = defaultdict(partial(set, but))

    def words(self, zh: str | None, en: str | None, language: r.Locale) -> Callable[[str], Markup]:
        """Return what writes the words of a text that stand between its links, in one of its languages.

        A term that the writer linked in the text is not marked in it, nor after it.
        """
        raw = (en if language == "en" else zh) or ""
        here = self._page.read[language]
        self._page.read[language] += len(raw)
        for match in LINK.finditer(raw):
            if match[1] == "term":
                self._meet(match[2], language, here)
        agreed = self._page.marks.agreed(zh, en)
        if agreed is not None and not agreed:
            return escape

        def written(words: str) -> Markup:
            parts: list[Markup] = []
            at = 0
            for start, end, name in self._page.marks.mentions(words, language, agreed):
                if self._is_due(name.term, language, here):
                    self._meet(name.term, language, here)
                    url = self._page.url("term", name.term)
                    parts += [escape(words[at:start]), mark(url, name.term, words[start:end])]
                    at = end
            return Markup("").join([*parts, escape(words[at:])])

        return written

    def _meet(self, term: str, language: r.Locale, here: int) -> None:
        self._done[language].add(term)
        self._page.met[term, language] = here

    def _is_due(self, term: str, language: r.Locale, here: int) -> bool:
        last = self._page.met.get((term, language))
        return term not in self._done[language] and (last is None or here - last >= _SCREENFUL[language])
