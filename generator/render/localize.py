"""One locale's way of showing texts, words and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.model.derive import Derived
from generator.render.markup import escape, inline, plain
from generator.render.traditional import Traditionalizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import records as r
    from generator.model.load import Content
    from generator.render.marks import Section

_COMPARATORS = {"<": "<", "<=": "≤", "=": "", ">=": "≥", ">": ">"}
_GROUPED_FROM = 10_000
_PLACE = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a page of one locale shows it: in the reader's language, and in the other one under it."""

    text: Markup
    lang: str
    other: Markup | None
    """None where there is no translation, or it is the same to the letter."""
    other_lang: str
    untranslated: bool
    """There is no text in the reader's language; `text` is the Chinese."""


class Localizer:
    """Turns bilingual texts into those of one locale."""

    def __init__(self, content: Content, locale: r.Locale) -> None:
        self.locale = locale
        self.content = content
        self._traditional = Traditionalizer(content.traditional.record)

    def string(self, text: r.Text) -> str:
        """Return a text in this locale, Chinese where there is no English, links still in it."""
        return self._in(text, self.locale)

    def _in(self, text: r.Text, language: r.Locale) -> str:
        if language == "en":
            return text.en or text.zh
        if language == "zh-Hant":
            return text.zh_hant or self._traditional(text.zh)
        return text.zh

    def label(self, text: r.Text) -> str:
        """Return a text in this locale as plain words, links replaced by their labels."""
        return self.unlinked(self.string(text), self.locale)

    def unlinked(self, text: str, language: r.Locale) -> str:
        """Return a text that is in a language already as plain words, links replaced by their labels."""
        return plain(text, lambda kind, i, said: said or self._in(self.name(kind, i), language))

    def linked(
        self,
        text: str,
        language: r.Locale,
        link: Callable[[str, str, str], Markup],
        words: Callable[[str], Markup] = escape,
    ) -> Markup:
        """Return a text that is in a language already as markup: its links by `link(kind, id, label)`, else `words`."""
        return inline(text, lambda kind, i, said: link(kind, i, said or self._in(self.name(kind, i), language)), words)

    def traditional(self, text: r.Text) -> str:
        """Return a text in Traditional characters, links still in it."""
        return self._in(text, "zh-Hant")

    def in_script(self, words: str, language: r.Locale) -> str:
        """Return a run of words in the script of a language: Traditional is derived, all else stays."""
        return self._traditional(words) if language == "zh-Hant" else words

    def shown(self, text: r.Text, link: Callable[[str, str, str], Markup], section: Section | None = None) -> Shown:
        """Return a text in both languages as markup, with `link(kind, id, label)` making its links.

        A link without a label of its own is named in the language of the text that it stands in. With a `section`, the
        terms that the text names are marked.
        """

        def markup(said: str, language: r.Locale) -> Markup:
            words = section.words(text.zh, text.en, language) if section else escape
            return self.linked(said, language, link, words)

        return self._paired(text, markup)

    def titled(self, text: r.Text) -> Shown:
        """Return a title in both languages, its links as words: it stands in a heading or is a link itself."""
        return self._paired(text, lambda said, language: escape(self.unlinked(said, language)))

    def _paired(self, text: r.Text, markup: Callable[[str, r.Locale], Markup]) -> Shown:
        untranslated = self.locale == "en" and text.en is None
        other_lang: r.Locale = "zh-Hans" if self.locale == "en" else "en"
        lang: r.Locale = "zh-Hans" if untranslated else self.locale
        ours, theirs = self._in(text, lang), self._in(text, other_lang)
        # not their markup: of two texts that say the same, one may have its terms marked
        same = ours == theirs and self.unlinked(ours, lang) == self.unlinked(theirs, other_lang)
        return Shown(
            text=markup(ours, lang),
            lang=lang,
            other=None if text.en is None or same else markup(theirs, other_lang),
            other_lang=other_lang,
            untranslated=untranslated,
        )

    def name(self, kind: str, record_id: str) -> r.Text:
        """Return the name of a record that is known to exist; of `id#anchor`, that of the item."""
        name = self._derived.name(kind, record_id)
        if name is None:
            raise KeyError(f"{kind}:{record_id}")
        return name

    @cached_property
    def _derived(self) -> Derived:
        return Derived(self.content)

    def word(self, key: str, **values: object) -> Markup:
        """Return a word of the interface, its `{places}` filled and escaped; a place without a value stays."""
        parts = _PLACE.split(self.plain_word(key))  # text, name, text, name, …, text
        texts, names = parts[::2], parts[1::2]
        filled = [escape(values[name]) if name in values else escape("{" + name + "}") for name in names]
        return Markup("").join(part for pair in zip(map(escape, texts), [*filled, ""], strict=True) for part in pair)

    def plain_word(self, key: str) -> str:
        """Return a word of the interface as text, its `{places}` still in it."""
        return self.string(self.content.interface.record.words[key])

    def threshold(self, figure: r.Threshold) -> str:
        """Return a figure in words: `≤ 1 minute`, `< 5%`, `1–2 months`."""
        return self._threshold(figure, self.locale)

    def figured(self, figure: r.Threshold) -> Shown:
        """Return a figure in both languages; there is no other where its unit is written alike."""
        unit = self.content.interface.record.units[figure.unit]
        return self._paired(unit, lambda _, language: escape(self._threshold(figure, language)))

    def _threshold(self, figure: r.Threshold, language: r.Locale) -> str:
        if figure.op == "between" and figure.to is not None:
            digits = f"{number(figure.value)}–{number(figure.to)}"
            return self._with_unit(digits, figure.unit, language, single=False)
        measured = self._with_unit(number(figure.value), figure.unit, language, single=figure.value == 1)
        return f"{_COMPARATORS[figure.op]} {measured}".strip()

    def unit(self, key: str) -> str:
        """Return the name of a unit."""
        return self.string(self.content.interface.record.units[key])

    def _with_unit(self, digits: str, key: str, language: r.Locale, *, single: bool) -> str:
        unit = self.content.interface.record.units[key]
        name = unit.one if single and unit.one and language == "en" else self._in(unit, language)
        return f"{digits} {name}" if name[:1].isalpha() else f"{digits}{name}"


def number(value: Decimal) -> str:
    """Return a number without trailing zeros, grouped from 10,000 on.

    >>> number(Decimal("1300000")), number(Decimal("1.20")), number(Decimal("2500"))
    ('1,300,000', '1.2', '2500')
    """
    plain_value = value.normalize() if value else Decimal(0)
    return f"{plain_value:,f}" if abs(value) >= _GROUPED_FROM else f"{plain_value:f}"
