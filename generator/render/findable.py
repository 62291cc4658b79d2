"""What a reader can find: a search record for every page, item, metric and term of a locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import records as r
from generator.render import addresses
from generator.render.prose import section_texts
from generator.render.search import SearchRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.derive import Derived, Item
    from generator.model.guides import Guide
    from generator.render.localize import Localizer
    from generator.render.pages import Page


_UNTITLED = frozenset({"requirement", "context", "action", "result"})
"""Kinds of items that are one text and have no title of their own."""


def search_records(localizer: Localizer, derived: Derived, pages: list[Page]) -> Iterator[SearchRecord]:
    """Yield the records of one locale: pages, sections of prose, then every item that has an anchor or a page list."""
    for page in pages:
        name = page.path.partition("/")[2].removesuffix(".md")
        aliases: tuple[str, ...] = ()
        if page.kind == "role":
            aliases = _role_aliases(localizer, page)
        yield SearchRecord(name, page.url, page.kind, page.title, "", page.description, aliases)
    for guide in localizer.content.guides.values():
        yield from _sections(localizer, guide)
    for item in derived.items:
        if item.anchor or item.kind in {"metric", "term"}:
            yield _item(localizer, item)


def _sections(localizer: Localizer, guide: Guide) -> Iterator[SearchRecord]:
    page, _ = addresses.page("guide", guide.id)
    title = localizer.label(guide.title)
    for anchor, heading, text in section_texts(guide, localizer):
        if anchor:
            url = f"{localizer.locale}/{page}.html#{anchor}"
            yield SearchRecord(f"{page}#{anchor}", url, "guide", title, heading, text, ())


def _role_aliases(localizer: Localizer, page: Page) -> tuple[str, ...]:
    """Return what else a role is looked for by: its other names, and its organisation in both languages."""
    role: r.Role = page.context["role"]
    names = [localizer.label(alias) for alias in role.aliases]
    if role.organisation:
        organisation = page.view.organisation(role.organisation)
        names += [organisation.zh, organisation.en or ""]
    return tuple(name for name in dict.fromkeys(names) if name)


def _item(localizer: Localizer, item: Item) -> SearchRecord:
    page, anchor = addresses.page(item.owner_kind, item.owner_id)
    anchor = item.anchor or anchor
    title = localizer.label(localizer.name(item.owner_kind, item.owner_id))
    section = localizer.label(item.title) if item.anchor else ""
    words = " ".join(dict.fromkeys(text for text in _texts(localizer, item.record) if text != section))
    if item.kind in _UNTITLED or (item.anchor and words == "" and item.kind != "threshold"):
        section, words = "", f"{section} {words}".strip()  # its title is its text
    url = f"{localizer.locale}/{page}.html#{anchor}"
    return SearchRecord(f"{page}#{anchor}", url, item.owner_kind, title, section, words, _aliases(item.record))


def _texts(localizer: Localizer, record: r.Cited) -> Iterator[str]:
    """Yield the plain texts of an item, its figure among them."""
    for name in ("text", "definition", "formula", "use", "on", "when", "then"):
        found = getattr(record, name, None)
        if isinstance(found, r.Text):
            yield localizer.label(found)
    if isinstance(record, (r.Measure, r.Result)) and record.threshold is not None:
        yield localizer.threshold(record.threshold)


def _aliases(record: r.Cited) -> tuple[str, ...]:
    if isinstance(record, r.Term):
        return (*((record.abbreviation,) if record.abbreviation else ()), *record.aliases, *record.avoid)
    if isinstance(record, r.Metric) and record.abbreviation:
        return (record.abbreviation,)
    return ()
