"""What a reader can find: a search record for every page, section, item, metric and term of a locale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import records as r
from generator.model.derive import CASE_LISTS, ROLE_LISTS, STAGE_LISTS
from generator.render import addresses
from generator.render.prose import section_texts
from generator.render.search import SearchRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.derive import Derived, Item
    from generator.model.guides import Guide
    from generator.render.localize import Localizer
    from generator.render.pages import Page


_SECTIONS = {
    f"{owner}#{prefix}": f"{owner}.{name}".replace("_", "-")
    for owner, lists in (("role", ROLE_LISTS), ("stage", STAGE_LISTS), ("case", CASE_LISTS))
    for name, prefix in lists.items()
}
"""For each kind of item in each kind of page, the word of the interface that heads its section."""
_ENDS_A_SENTENCE = tuple(".!?。！？…")
_BETWEEN_ALIASES = re.compile("[、,;]")
_UNTITLED = frozenset({"requirement", "context", "action", "result"})
"""Kinds of items that are one text and have no title of their own."""


def search_records(localizer: Localizer, derived: Derived, pages: list[Page]) -> Iterator[SearchRecord]:
    """Yield the records of one locale: pages, sections of prose, items that have an anchor or a page list, headings."""
    for page in pages:
        name = page.path.partition("/")[2].removesuffix(".md")
        aliases: tuple[str, ...] = ()
        if page.kind == "role":
            aliases = _role_aliases(localizer, page)
        yield SearchRecord(name, page.kind, page.title, "", "", _about(localizer, page), aliases)
    for guide in localizer.content.guides.values():
        yield from _sections(localizer, guide)
    for item in derived.items:
        if item.anchor or item.kind in {"metric", "term"}:
            yield _item(localizer, item)
    for page in pages:
        if page.kind in {"role", "stage"}:
            yield from _headings(localizer, page)


def _sections(localizer: Localizer, guide: Guide) -> Iterator[SearchRecord]:
    page, _ = addresses.page("guide", guide.id)
    title = localizer.label(guide.title)
    for anchor, heading, text in section_texts(guide, localizer):
        if anchor:
            yield SearchRecord(f"{page}#{anchor}", "guide", title, heading, "", text, ())


def _about(localizer: Localizer, page: Page) -> str:
    """Return what a page is about; of a stage, when it is comes first."""
    stage = page.context.get("stage")
    timing = stage.timing if isinstance(stage, r.Stage) else None
    return _run_on(localizer.label(timing), page.description) if timing else page.description


def _headings(localizer: Localizer, page: Page) -> Iterator[SearchRecord]:
    """Yield a record for each section of a role or a stage: its heading and what else readers call it."""
    name = page.path.partition("/")[2].removesuffix(".md")
    record = page.context[page.kind]
    lists = ROLE_LISTS if page.kind == "role" else STAGE_LISTS
    for each, prefix in lists.items():
        if getattr(record, each):
            key = _SECTIONS[f"{page.kind}#{prefix}"]
            anchor, heading = key.partition(".")[2], localizer.plain_word(key)
            aliases = _other_words(localizer, key)
            yield SearchRecord(f"{name}#{anchor}", page.kind, page.title, heading, "", "", aliases)


def _other_words(localizer: Localizer, key: str) -> tuple[str, ...]:
    """Return what else readers call a section, from the word of the interface that lists it, if there is one."""
    listed = localizer.content.interface.record.words.get(f"alias.{key}")
    names = _BETWEEN_ALIASES.split(localizer.string(listed)) if listed else ()
    return tuple(name.strip() for name in names)


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
    words = _run_on(*dict.fromkeys(text for text in _texts(localizer, item.record) if text != section))
    if item.kind in _UNTITLED or (item.anchor and words == "" and item.kind != "threshold"):
        figure = _figure(localizer, item.record)
        others = [text for text in _texts(localizer, item.record) if text not in {section, figure}]
        section, words = "", _run_on(figure, section, *others)  # its title is its text
    key = _SECTIONS.get(f"{item.owner_kind}#{item.kind}") if item.anchor else None
    part = localizer.plain_word(key) if key else ""
    return SearchRecord(
        f"{page}#{anchor}", item.owner_kind, title, section, part, words, _aliases(localizer, item.record)
    )


def _texts(localizer: Localizer, record: r.Cited) -> Iterator[str]:
    """Yield the plain texts of an item, its figure first."""
    if figure := _figure(localizer, record):
        yield figure
    for name in ("text", "definition", "formula", "use", "on", "when", "then"):
        found = getattr(record, name, None)
        if isinstance(found, r.Text):
            yield localizer.label(found)


def _figure(localizer: Localizer, record: r.Cited) -> str:
    if isinstance(record, (r.Measure, r.Result)) and record.threshold is not None:
        return localizer.threshold(record.threshold)
    return ""


def _run_on(*texts: str) -> str:
    """Put texts in one line, apart from each other where no full stop sets them apart.

    >>> _run_on("≤ 1 minute", "On the day", "", "Add staff.", "Late ones count.")
    '≤ 1 minute · On the day · Add staff. Late ones count.'
    """
    line = ""
    for text in filter(None, texts):
        line += text if not line else f" {text}" if line.endswith(_ENDS_A_SENTENCE) else f" · {text}"
    return line


def _aliases(localizer: Localizer, record: r.Cited) -> tuple[str, ...]:
    if isinstance(record, r.Requirement):
        return (localizer.plain_word(f"requirement.{record.kind}"),)
    if isinstance(record, r.Term):
        return (*((record.abbreviation,) if record.abbreviation else ()), *record.aliases, *record.avoid)
    if isinstance(record, r.Metric) and record.abbreviation:
        return (record.abbreviation,)
    return ()
