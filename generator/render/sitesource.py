"""Renders all locales to `site_src/`: Markdown, search data, and a manifest of what was made."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.model.derive import Derived
from generator.render import feed
from generator.render.api.files import api_files, twin
from generator.render.findable import search_records
from generator.render.head import Head
from generator.render.localize import Localizer
from generator.render.markup import escape
from generator.render.onepage import OnePage
from generator.render.pages import CHOOSER, SELF_NAMES, Page, Pages
from generator.render.publication import Publication
from generator.render.search import search_script
from generator.render.sections import MENU
from generator.render.terms import terms_script
from generator.render.words import theme_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.load import Content
    from generator.problems import Problem
    from generator.render.cards import Card

MANIFEST = ".manifest.json"
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What JSON may hold bare, and YAML not or as the end of a line."""
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class SiteSource:
    """Everything that goes into `site_src/`, in memory."""

    files: dict[str, str]
    """Text by path from the root of `site_src/`."""
    manifest: dict[str, Any]
    cards: dict[str, Card] = field(default_factory=dict)
    """Pictures by path, not drawn yet."""


def render_site(
    content: Content,
    progress: Callable[[str, int, int], None] | None = None,
    publication: Publication = Publication(),  # noqa: B008 - frozen
    problems: Sequence[Problem] = (),
) -> SiteSource:
    """Render every page of every locale. `progress(locale, done, all)` is told of each page.

    `problems` are those of the content, for the page that tells writers where it stands.
    """
    derived = Derived(content)
    environment = _environment()
    made: dict[str, str] = {}
    listed: list[dict[str, Any]] = []
    locales: dict[str, Any] = {}
    every_text: list[str] = []
    searches: dict[str, list[Any]] = {}
    cards: dict[str, Card] = {}
    for locale in content.handbook.record.locales:
        localizer = Localizer(content, locale)
        every = Pages(localizer, derived, problems)
        pages, whole = list(every), every.print_page()
        head = Head(localizer, [*pages, whole], publication)
        cards |= head.cards
        bodies: dict[str, str] = {}
        for done, page in enumerate(pages, 1):
            bodies[page.path] = _body(environment, page.kind, page.context)
            made[page.path] = _yaml_block(head.fields(page)) + bodies[page.path]
            if progress:
                progress(locale, done, len(pages))
        one_page = OnePage(whole, pages, bodies)
        made[whole.path] = _yaml_block(head.fields(whole)) + _whole(environment, whole, one_page)
        if head.feed:
            made[feed.path(locale)] = head.feed
        listed += [_listed(page, pages, index) for index, page in enumerate(pages)]
        listed.append(_listed(whole, [whole], 0))
        locales[locale] = {
            "name": SELF_NAMES[locale],
            "title": localizer.label(content.handbook.record.title),
            "home": f"{locale}/index.md",
            "menu": [page.path for page in pages if page.kind in MENU],
            "words": {key: localizer.plain_word(key) for key in theme_words(content)},
        }
        made[f"assets/terms/{locale}.js"] = terms_script(localizer)
        searches[locale] = list(search_records(localizer, derived, pages))
        every_text += [made[page.path] for page in pages]
    for name, found in searches.items():
        made[f"assets/search/{name}.js"] = search_script(name, found, every_text)
    made |= api_files(derived)
    made[CHOOSER] = _chooser(environment, content, publication, next(iter(cards), None))
    chooser = {"path": CHOOSER, "url": "index.html", "locale": None, "kind": "chooser", "title": "", "section": CHOOSER}
    listed.insert(0, {**chooser, "siblings": [], "previous": None, "next": None})
    return SiteSource(made, {"version": 1, "locales": locales, "pages": listed}, cards)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.render"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    return environment


def _body(environment: Environment, template: str, context: dict[str, Any]) -> str:
    text = environment.get_template(f"{template}.md.j2").render(context)
    return _BLANK_LINES.sub("\n\n", text.strip()) + "\n"


def _whole(environment: Environment, page: Page, one_page: OnePage) -> str:
    return one_page.inward(_body(environment, page.kind, {**page.context, "section": one_page.section}))


def _yaml_block(fields: dict[str, Any]) -> str:
    # JSON is YAML: each value on one line, quoted, whatever it holds.
    rows = "".join(
        f"{key}: {_NOT_YAML.sub(_escaped, json.dumps(value, ensure_ascii=False))}\n" for key, value in fields.items()
    )
    return f"---\n{rows}---\n\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _listed(page: Page, pages: list[Page], index: int) -> dict[str, Any]:
    return {
        "path": page.path,
        "url": page.url,
        "locale": page.locale,
        "kind": page.kind,
        "title": page.title,
        "section": page.section,
        "siblings": [asdict(group) for group in page.siblings],
        "previous": pages[index - 1].path if index else None,
        "next": pages[index + 1].path if index + 1 < len(pages) else None,
    }


def _chooser(environment: Environment, content: Content, publication: Publication, picture: str | None) -> str:
    """Return the page that leads to the locales; `picture` is that of the first home page."""
    choices, titles, descriptions, alternates = [], [], [], []
    for locale in content.handbook.record.locales:
        localizer = Localizer(content, locale)
        titles.append(localizer.label(content.handbook.record.title))
        descriptions.append(localizer.label(content.handbook.record.description))
        invitation = localizer.plain_word("chooser.enter")
        home = f"{locale}/index.html"
        choices.append((locale, SELF_NAMES[locale], home, invitation, titles[-1]))
        alternates.append({"locale": locale, "name": SELF_NAMES[locale], "url": home})
        if publication.site:
            alternates[-1]["address"] = publication.address(home)
    title = " · ".join(dict.fromkeys(titles))
    fields = {
        "title": title,
        "description": " · ".join(dict.fromkeys(descriptions)),
        "kind": "chooser",
        "root": ".",
        "twin": twin("chooser"),
        "alternates": alternates,
        "hide": ["navigation", "toc", "footer"],
    }
    if publication.site:
        fields |= {"address": publication.address("index.html"), "chooser": publication.address("index.html")}
        fields |= {"picture": publication.address(picture)} if picture else {}
    return _yaml_block(fields) + _body(environment, "chooser", {"title": title, "choices": choices})
