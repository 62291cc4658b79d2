"""What a page is to a machine: schema.org's description of it as JSON-LD.

The page is a `WebPage` in its language, with its place among the others and one thing that it is about: an occupation,
a way to do something, a set of terms, a data set, an article. A text that has no words in the page's language is left
out, for nothing here says that it is in another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.derive import STAGE_LISTS
from generator.render import addresses
from generator.render.api.files import twin
from generator.render.markup import script_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model import records as r
    from generator.render.localize import Localizer
    from generator.render.pages import Page

Node = dict[str, Any]


_NAMED = 12
"""So many metrics are named in what is said of the data set."""


class Structured:
    """Describes the pages of one locale. `site` is the address that the site will have, with a slash, where known."""

    def __init__(self, localizer: Localizer, pages: list[Page], site: str = "") -> None:
        self._localizer = localizer
        self._pages = pages
        self._titles = {page.path: page.title for page in pages}
        self._site = site
        self._things: dict[str, Callable[[Page], Node | None]] = {
            "role": self._occupation,
            "process": self._process,
            "stage": self._stage,
            "glossary": self._terms,
            "metrics": self._dataset,
            "case": self._article,
            "guide": self._article,
            "source": self._source,
            "roles": self._list,
            "processes": self._list,
            "cases": self._list,
            "guides": self._list,
            "sources": self._list,
        }

    def script(self, page: Page, changed: str | None = None) -> str:
        """Return the JSON-LD of a page as text that may stand in a script element."""
        return script_json(self.node(page, changed))

    def node(self, page: Page, changed: str | None = None) -> Node:
        """Return the JSON-LD of a page that was last changed on a day, where that is known."""
        is_home = page.kind == "home"
        about = self._things.get(page.kind)
        return _filled(
            {
                "@context": "https://schema.org",
                "@type": "WebSite" if is_home else "CollectionPage" if about == self._list else "WebPage",
                "@id": self._at(page.url, page),
                "url": self._at(page.url, page),
                "name": page.title,
                "description": page.description,
                "inLanguage": page.locale,
                "dateModified": changed,
                "isPartOf": None if is_home else self._whole(page),
                "mainEntity": about(page) if about else None,
                "breadcrumb": self._crumbs(page),
            }
        )

    # -- the thing that a page is about ---------------------------------------------------------------------------

    def _occupation(self, page: Page) -> Node:
        role: r.Role = page.context["role"]

        def asked(*kinds: str) -> list[str]:
            return self._said(q.text for q in role.requirements if q.kind in kinds)

        return {
            "@type": "Occupation",
            "name": page.title,
            "alternateName": self._said(role.aliases),
            "description": page.description,
            "responsibilities": self._said(duty.text for duty in role.duties),
            "skills": asked("skill", "knowledge", "language", "trait"),
            "experienceRequirements": "\n".join(asked("experience")),
            "educationRequirements": "\n".join(asked("education")),
        }

    def _process(self, page: Page) -> Node | None:
        process: r.Process = page.context["process"]
        steps = [
            self._step(index, stage.title, stage.purpose, self._address("stage", f"{page.id}/{stage.id}", page))
            for index, stage in enumerate(process.stages, 1)
        ]
        return self._how_to(page, steps)

    def _stage(self, page: Page) -> Node | None:
        stage: r.Stage = page.context["stage"]
        prefix = STAGE_LISTS["steps"]
        steps = [
            self._step(index, step.title, step.text, self._at(f"{page.url}#{prefix}-{step.id}", page))
            for index, step in enumerate(stage.steps, 1)
        ]
        return self._how_to(page, steps)

    def _how_to(self, page: Page, steps: list[Node]) -> Node | None:
        if not steps:  # no way to do anything
            return None
        return {
            "@type": "HowTo",
            "name": page.title,
            "description": page.description,
            "inLanguage": page.locale,
            "step": steps,
        }

    def _step(self, position: int, title: r.Text | None, text: r.Text, url: str) -> Node:
        name = self._words(title) if title else ""
        return {"@type": "HowToStep", "position": position, "name": name, "text": self._words(text), "url": url}

    def _terms(self, page: Page) -> Node:
        terms = [entry.record for entry in self._localizer.content.terms.values()]
        return {
            "@type": "DefinedTermSet",
            "name": page.title,
            "inLanguage": page.locale,
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "url": self._address("term", term.id, page),
                    "name": self._localizer.label(term.name),
                    "termCode": term.abbreviation,
                    "description": self._words(term.definition),
                }
                for term in terms
            ],
        }

    def _dataset(self, page: Page) -> Node:
        file = twin(page.kind) or ""
        names = [self._localizer.label(entry.record.name) for entry in self._localizer.content.metrics.values()]
        return {
            "@type": "Dataset",
            "name": page.title,
            "description": f"{page.description} {', '.join(names[:_NAMED])} …",
            "inLanguage": page.locale,
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": self._at(file, page),
            },
            "variableMeasured": [
                {
                    "@type": "PropertyValue",
                    "name": self._localizer.label(metric.name),
                    "description": self._words(metric.definition),
                    "unitText": self._localizer.unit(metric.unit),
                    "url": self._address("metric", metric.id, page),
                }
                for metric in (entry.record for entry in self._localizer.content.metrics.values())
            ],
        }

    def _article(self, page: Page) -> Node:
        return {
            "@type": "Article",
            "headline": page.title,
            "description": page.description,
            "inLanguage": page.locale,
        }

    def _source(self, page: Page) -> Node:
        source: r.Source = page.context["source"]
        publisher = {"@type": "Organization", "name": self._words(source.publisher)} if source.publisher else None
        return {"@type": "CreativeWork", "name": page.title, "publisher": publisher}

    def _list(self, page: Page) -> Node:
        listed = [other for other in self._pages if other.section == page.path and other is not page]
        return {
            "@type": "ItemList",
            "numberOfItems": len(listed),
            "itemListElement": [
                {"@type": "ListItem", "position": index, "name": other.title, "url": self._at(other.url, page)}
                for index, other in enumerate(listed, 1)
            ],
        }

    # -- its place ------------------------------------------------------------------------------------------------

    def _whole(self, page: Page) -> Node:
        home = self._pages[0]
        return {"@type": "WebSite", "name": home.title, "url": self._at(home.url, page), "inLanguage": page.locale}

    def _crumbs(self, page: Page) -> Node | None:
        """Return the way from the home page; of a stage, over its process."""
        above = [self._pages[0].path, page.section]
        if page.kind == "stage":
            above.append(process_of(page))
        path = [*dict.fromkeys(p for p in above if p != page.path and p in self._titles), page.path]
        if len(path) == 1:
            return None
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": index,
                    "name": self._titles[step],
                    "item": self._at(step.removesuffix(".md") + ".html", page),
                }
                for index, step in enumerate(path, 1)
            ],
        }

    # -- shared ---------------------------------------------------------------------------------------------------

    def _address(self, kind: str, record_id: str, page: Page) -> str:
        target, anchor = addresses.page(kind, record_id)
        return self._at(f"{page.locale}/{target}.html" + (f"#{anchor}" if anchor else ""), page)

    def _at(self, target: str, page: Page) -> str:
        """Return an address from the root of the site as one that a machine can follow from a page."""
        return self._site + target if self._site else addresses.relative(target, page.path)

    def _said(self, texts: Iterable[r.Text]) -> list[str]:
        return [words for text in texts if (words := self._words(text))]

    def _words(self, text: r.Text) -> str:
        """Return a text in the language of the page, empty where it has none."""
        untranslated = self._localizer.locale == "en" and text.en is None
        return "" if untranslated else self._localizer.label(text)


def process_of(page: Page) -> str:
    """Return the path of the process that the page of a stage belongs to."""
    process = page.id.partition("/")[0]
    return f"{page.locale}/{addresses.page('process', process)[0]}.md"


def _filled(node: Node) -> Node:
    """Leave out what is empty, at every depth."""
    made: Node = {}
    for key, value in node.items():
        kept = _filled(value) if isinstance(value, dict) else value
        if isinstance(kept, list):
            kept = [_filled(item) if isinstance(item, dict) else item for item in kept]
        if kept not in (None, "", [], {}):
            made[key] = kept
    return made
