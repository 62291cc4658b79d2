"""What changed lately, as an Atom feed of one locale: a record a day, newest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

from generator.render import origins

if TYPE_CHECKING:
    from generator.history import Change
    from generator.render.localize import Localizer
    from generator.render.pages import Page
    from generator.render.publication import Publication

TITLE = "feed.title"
"""The word that the feed is called by."""
_MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_LISTED = frozenset({"role", "process", "case", "guide", "source", "metrics", "glossary"})
"""Kinds of pages that are a record of their own; a stage changes with its process."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def path(locale: str) -> str:
    """Return where the feed of a locale stands, from the root of the site."""
    return f"{locale}/changes.atom"


def feed(localizer: Localizer, pages: list[Page], publication: Publication) -> str | None:
    """Return the feed of a locale; None where the address of the site or the history of its files is not known."""
    lately = _lately(pages, publication)[:_MOST]
    if not publication.site or not lately:
        return None
    title = localizer.word(TITLE, title=pages[0].title).unescape()
    home, itself = publication.address(pages[0].url), publication.address(path(localizer.locale))
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": localizer.locale})
    _add(root, "id", itself)
    _add(root, "title", title)
    _add(root, "updated", _time(lately[0][0]))
    _add(_add(root, "author"), "name", pages[0].title)
    _add(root, "link", rel="self", type="application/atom+xml", href=itself)
    _add(root, "link", rel="alternate", type="text/html", hreflang=localizer.locale, href=home)
    titles = {page.path: page.title for page in pages}
    for change, page in lately:
        entry = _add(root, "entry")
        _add(entry, "id", f"tag:{urlsplit(publication.site).hostname},{change.day}:{page.url}")
        _add(entry, "title", page.title)
        _add(entry, "updated", _time(change))
        _add(entry, "link", rel="alternate", type="text/html", href=publication.address(page.url))
        _add(entry, "category", term=page.kind, label=titles[page.section])
        _add(entry, "summary", page.description)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _lately(pages: list[Page], publication: Publication) -> list[tuple[Change, Page]]:
    """Return each page once for every day on which its files changed, with the last change of that day."""
    of_file: dict[str, list[Change]] = {}
    for change in publication.history.changes:
        of_file.setdefault(change.path, []).append(change)
    found: list[tuple[Change, Page]] = []
    for page in pages:
        days: dict[str, Change] = {}
        for file in origins.files(page.kind, page.id) if page.kind in _LISTED else ():
            for change in of_file.get(file, ()):
                if change.day not in days or change.when > days[change.day].when:
                    days[change.day] = change
        found += [(change, page) for change in days.values()]
    return sorted(found, key=lambda pair: pair[0].when, reverse=True)


def _time(change: Change) -> str:
    return change.when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    clean = {name: _NOT_XML.sub("\ufffd", value) for name, value in attributes.items()}
    child = ElementTree.SubElement(parent, tag, clean)
    child.text = _NOT_XML.sub("\ufffd", text) or None
    return child
