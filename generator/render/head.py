"""The front matter of a page: what the theme puts into the head of the page, and what it asks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.render import addresses, feed, origins
from generator.render.api.files import twin
from generator.render.cards import Card
from generator.render.pages import SELF_NAMES
from generator.render.structured import Structured, process_of

if TYPE_CHECKING:
    from generator.model import records as r
    from generator.render.localize import Localizer
    from generator.render.pages import Page
    from generator.render.publication import Publication

_OWN_CARD = frozenset({"role", "process", "stage", "case", "guide"})
"""Kinds of pages that have a picture of their own; all others show that of the home page."""


class Head:
    """Makes the front matter of the pages of one locale."""

    def __init__(self, localizer: Localizer, pages: list[Page], publication: Publication) -> None:
        self._content = localizer.content
        self._locales = localizer.content.handbook.record.locales
        self._home = pages[0]
        self._titles = {page.path: page.title for page in pages}
        self._publication = publication
        self.feed = feed.feed(localizer, pages, publication)
        """The feed of changes, None where there is none."""
        self._structured = Structured(localizer, pages, publication.site)
        self._cards = {page.path: self._card(page) for page in pages} if publication.site else {}

    @property
    def cards(self) -> dict[str, Card]:
        """The pictures of the pages, by path. A picture is of use only where its full address is known."""
        return {card.path: card for card in self._cards.values()}

    def fields(self, page: Page) -> dict[str, Any]:
        """Return the front matter of a page."""
        root = addresses.relative("index.html", page.path).removesuffix("/index.html").removesuffix("index.html") or "."
        file = twin(page.kind, page.id)
        place = origins.place(self._content, page.kind, page.id, page.locale)
        change = self._publication.history.last(origins.files(page.kind, page.id))
        fields: dict[str, Any] = {
            "title": page.title,
            "description": page.description,
            "locale": page.locale,
            "kind": page.kind,
            "id": page.id,
            "root": root,
            "twin": addresses.relative(file, page.path) if file else None,
            "alternates": [self._alternate(page, locale) for locale in self._locales],
            "place": {"path": place.path, "line": place.line} if place else None,
            "changed": change.day if change else None,
            "structured": self._structured.script(page, change.day if change else None),
        }
        if self._publication.site:
            if self.feed:
                fields["feed"] = addresses.relative(feed.path(page.locale), page.path)
            fields["address"] = self._publication.address(page.url)
            fields["chooser"] = self._publication.address("index.html")
            fields["picture"] = self._publication.address(self._cards[page.path].path)
        return {name: value for name, value in fields.items() if value is not None}

    def _alternate(self, page: Page, locale: r.Locale) -> dict[str, str]:
        url = f"{locale}/{page.url.partition('/')[2]}"
        alternate = {"locale": locale, "name": SELF_NAMES[locale], "url": addresses.relative(url, page.path)}
        address = self._publication.address(url)
        return {**alternate, "address": address} if address else alternate

    def _card(self, page: Page) -> Card:
        shown = page if page.kind in _OWN_CARD else self._home
        above = process_of(shown) if shown.kind == "stage" else shown.section
        label = self._titles[above] if shown is not self._home else ""
        return Card(page.locale, self._home.title, label, shown.title, shown.description)
