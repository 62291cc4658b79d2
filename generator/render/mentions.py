"""Where a text names terms of the glossary, so that a page can say what they mean.

A word means what the glossary says where both languages agree: 复盘 in one text and `review` in the other are the term,
`review` beside 审核 is not. A text that stands alone is marked only where a name is long enough to speak for itself.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from generator.model import records as r

_LONGEST = 80
"""No name is longer, so that a text costs its length and not that of the glossary."""
_BEGINNING = 2
"""By so many characters names are kept, so that few lengths of name are tried at a place."""
_FOLD = str.maketrans(string.ascii_uppercase + "-", string.ascii_lowercase + " ")
"""Letters in any case, a space or a hyphen between words; no character becomes two."""
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_FIRST_HAN = "\u2e80"
_WORD = re.compile(r"(?<![a-z0-9])[a-z0-9]")
"""Where a word begins, its letters folded."""
_Y_AFTER_CONSONANT = re.compile(r"[^aeiou\W\d]y\Z", re.IGNORECASE)
_TELLING_HAN = 3
_TELLING_WORDS = 2
_WRITTEN: tuple[r.Locale, ...] = ("zh-Hans", "en")
"""The languages that people write in."""


class Name(NamedTuple):
    """One thing that a term is called."""

    term: str
    words: str
    exact: bool = False
    """An abbreviation: its letters are written as they are."""

    @property
    def telling(self) -> bool:
        """Whether it means the term wherever it stands: an abbreviation, three hanzi, two words."""
        return self.exact or len(_HAN.findall(self.words)) >= _TELLING_HAN or self._latin_words >= _TELLING_WORDS

    @property
    def _latin_words(self) -> int:
        return 0 if _HAN.search(self.words) else len([word for word in re.split("[ -]", self.words) if word.isalpha()])

    def forms(self) -> Iterator[str]:
        """Yield it as a text may write it: one or, where it ends in a letter, several."""
        yield self.words
        if _is_letter(self.words[-1]) and not self.words[-1].isdigit():
            yield self.words + "s"
            if not self.exact:
                yield self.words + "es"
                if _Y_AFTER_CONSONANT.search(self.words):
                    yield self.words[:-1] + "ies"


class Mention(NamedTuple):
    """A name of a term in a text."""

    start: int
    end: int
    name: Name


class Names:
    """The names of terms in one language."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._known: dict[str, list[tuple[str, Name]]] = {}
        lengths: dict[str, set[int]] = {}
        for name in names:
            if not _is_looked_for(name.words):
                continue
            for form in name.forms():
                folded = form.translate(_FOLD)
                self._known.setdefault(folded, []).append((form, name))
                lengths.setdefault(folded[:_BEGINNING], set()).add(len(folded))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        firsts = sorted({beginning[0] for beginning in lengths})
        others = [re.escape(first) for first in firsts if not _WORD.fullmatch(first)]
        self._first = re.compile(_WORD.pattern + (f"|[{''.join(others)}]" if others else ""))

    def find(self, text: str) -> Iterator[tuple[Mention, ...]]:
        """Yield the names in a text by where they begin, but none within a longer one; several where terms share one.

        Two may overlap: of 发品类券 both 发品 and 品类券, and what is meant shows in the other language.
        """
        folded = text.translate(_FOLD)
        end = 0
        for match in self._first.finditer(folded):
            start = match.start()
            found = self._at(text, folded, start) if _is_edge(text, start) else ()
            if found and found[0].end > end:
                yield found
                end = found[0].end

    def _at(self, text: str, folded: str, start: int) -> tuple[Mention, ...]:
        for length in self._lengths.get(folded[start : start + _BEGINNING], ()):
            end = start + length
            known = self._known.get(folded[start:end], ()) if end <= len(text) else ()
            if known and _is_edge(text, end):
                said = text[start:end]
                found = tuple(Mention(start, end, name) for form, name in known if not name.exact or form == said)
                if found:
                    return found
        return ()


class Lexicon:
    """The terms of a handbook by what each language calls them."""

    def __init__(self, terms: Iterable[r.Term], traditional: Callable[[r.Text], str]) -> None:
        """`traditional` gives the name of a term in Traditional characters."""
        self._terms = tuple(terms)
        self._called: dict[r.Locale, Callable[[r.Text], str | None]] = {
            "zh-Hans": lambda name: name.zh,
            "zh-Hant": traditional,
            "en": lambda name: name.en,
        }
        self._names: dict[r.Locale, Names] = {}
        aliases = [Name(term.id, alias) for term in self._terms for alias in term.aliases]
        self._every = {language: Names([*self._own(language), *aliases]) for language in _WRITTEN}

    def agreed(self, zh: str, en: str) -> frozenset[str]:
        """Return the terms that a text names in both languages, by whichever name."""
        named = self._named("zh-Hans", zh)
        return named & self._named("en", en) if named else named

    def _named(self, language: r.Locale, text: str) -> frozenset[str]:
        return frozenset(mention.name.term for found in self._every[language].find(text) for mention in found)

    def mentions(self, text: str, language: r.Locale, agreed: Container[str] | None) -> Iterator[Mention]:
        """Yield where a text names a term by its name or abbreviation, of those that its languages agree on.

        With None, for a text that stands in one language only, of those whose name is telling by itself.
        """
        if language not in self._names:
            self._names[language] = Names(self._own(language))
        end = 0
        for found in self._names[language].find(text):
            meant = (m for m in found if (m.name.telling if agreed is None else m.name.term in agreed))
            if found[0].start >= end and (mention := next(meant, None)):
                yield mention
                end = mention.end

    def _own(self, language: r.Locale) -> Iterator[Name]:
        """Yield what the terms are called in a language, aliases left out: they are for who searches."""
        for term in self._terms:
            name = self._called[language](term.name)
            if term.abbreviation is not None:
                yield Name(term.id, term.abbreviation, exact=True)
            if name is not None and name != term.abbreviation:
                yield Name(term.id, name)


def _is_looked_for(words: str) -> bool:
    """Tell whether a name is one to look for: one hanzi, letter or digit means too much."""
    return len(words) <= _LONGEST and sum(char.isalnum() for char in words) > 1


def _is_letter(char: str) -> bool:
    """Tell whether a character is part of a word that spaces part from others: hanzi are not."""
    return char < _FIRST_HAN and char.isalnum()


def _is_edge(text: str, at: int) -> bool:
    """Tell whether a word may begin or end before the character `at`."""
    return not (0 < at < len(text) and _is_letter(text[at - 1]) and _is_letter(text[at]))
