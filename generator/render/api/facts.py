"""The parts that several files share: texts by locale, figures, items, and the pages of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.derive import item_id
from generator.render import addresses
from generator.render.api import shapes as s
from generator.render.localize import Localizer

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.model import records as r
    from generator.model.load import Content


class Facts:
    """Turns parts of records into parts of files, in all locales of a handbook."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.localizers = {locale: Localizer(content, locale) for locale in content.handbook.record.locales}

    def words(self, text: r.Text) -> s.Words:
        """Return a text in every locale that has it, links replaced by their labels."""
        said = {locale: localizer.label(text) for locale, localizer in self.localizers.items()}
        return {locale: words for locale, words in said.items() if locale != "en" or text.en is not None}

    def some(self, text: r.Text | None) -> s.Words | None:
        """Return the words of a text that may not be there."""
        return None if text is None else self.words(text)

    def pages(self, kind: str, record_id: str = "", anchor: str = "") -> s.Pages:
        """Return the address of a thing in each locale, from the root of the site."""
        page, own_anchor = addresses.page(kind, record_id)
        place = anchor or own_anchor
        return {locale: f"{locale}/{page}.html" + (f"#{place}" if place else "") for locale in self.localizers}

    def figure(self, threshold: r.Threshold | None) -> s.Figure | None:
        """Return a figure as data and in words."""
        if threshold is None:
            return None
        return s.Figure(
            op=threshold.op,
            value=_number(threshold.value),
            to=None if threshold.to is None else _number(threshold.to),
            unit=threshold.unit,
            words={locale: localizer.threshold(threshold) for locale, localizer in self.localizers.items()},
        )

    def measures(self, measures: tuple[r.Measure, ...], prefix: str) -> list[s.Measure]:
        """Return the measures of a role, or the thresholds of a stage."""
        return [
            s.Measure(
                id=m.anchor_id,
                anchor=anchor(prefix, m),
                from_=list(m.from_),
                metric=m.metric,
                figure=self.figure(m.threshold),
                when=self.some(m.when),
                then=self.some(m.then),
            )
            for m in measures
        ]

    def texts(self, items: tuple[r.StageItem, ...] | tuple[r.CaseItem, ...], prefix: str) -> list[s.TextItem]:
        """Return items that are one text each."""
        return [
            s.TextItem(id=i.id, anchor=anchor(prefix, i), from_=list(i.from_), text=self.words(i.text)) for i in items
        ]

    def organisation(self, record_id: str | None) -> s.Named | None:
        """Return an organisation by id and name."""
        if record_id is None:
            return None
        known = self.content.handbook.record.organisations
        return s.Named(id=record_id, name=self.words(next(o.name for o in known if o.id == record_id)))


def anchor(prefix: str, part: r.Cited) -> str:
    """Return the anchor of an item: what the page has as its id."""
    return f"{prefix}-{item_id(part)}"


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
