"""The JSON-LD of every page: it parses, has what schema.org asks for, and leads to places that exist."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.model.derive import Derived
from generator.pipeline import build
from generator.render.localize import Localizer
from generator.render.pages import Pages
from generator.render.sitesource import render_site
from generator.render.structured import Structured
from tests.conftest import ROOT, copy_library
from tests.render.test_escape import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.render.sitesource import SiteSource

Node = dict[str, Any]
ABOUT = {
    "role": "Occupation",
    "process": "HowTo",
    "stage": "HowTo",
    "glossary": "DefinedTermSet",
    "metrics": "Dataset",
    "case": "Article",
    "guide": "Article",
    "source": "CreativeWork",
    "roles": "ItemList",
    "processes": "ItemList",
    "cases": "ItemList",
    "guides": "ItemList",
    "sources": "ItemList",
}
ASKED = {
    "Occupation": {"name", "description", "responsibilities"},
    "HowTo": {"name", "step", "inLanguage"},
    "HowToStep": {"position", "text", "url"},
    "DefinedTermSet": {"name", "hasDefinedTerm", "inLanguage"},
    "DefinedTerm": {"name", "description", "url"},
    "Dataset": {"name", "description", "distribution", "inLanguage"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Article": {"headline", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "WebPage": {"name", "url", "inLanguage", "isPartOf", "breadcrumb"},
    "CollectionPage": {"name", "url", "inLanguage", "isPartOf", "breadcrumb"},
    "WebSite": {"name", "url", "inLanguage"},
}
ADDRESSES = ("@id", "url", "item", "contentUrl")


@pytest.fixture(scope="module", params=["library", "first"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SiteSource:
    folder = ROOT / "content" if request.param == "first" else copy_library(tmp_path_factory.mktemp("ld"))
    content = build.check(folder).content
    assert content is not None
    return render_site(content)


def described(site: SiteSource) -> Iterator[tuple[Node, Node]]:
    """Yield the manifest's entry and the JSON-LD of each page within a locale."""
    for page in site.manifest["pages"]:
        if page["locale"]:
            yield page, json.loads(front_matter(site.files[page["path"]])["structured"])


def front_matter(text: str) -> Node:
    found: Node = yaml.safe_load(text.split("---\n")[1])
    return found


def nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_each_kind_of_page_is_about_its_kind_of_thing(site: SiteSource) -> None:
    kinds = set()
    for page, node in described(site):
        kinds.add(page["kind"])
        assert node["@context"] == "https://schema.org"
        assert node["inLanguage"] == page["locale"]
        stepless = page["kind"] == "stage" and 'id="step-' not in site.files[page["path"]]
        if page["kind"] in ABOUT and not stepless:
            assert node["mainEntity"]["@type"] == ABOUT[page["kind"]], page["path"]
        else:
            assert "mainEntity" not in node
    assert {"role", "stage", "metrics", "glossary"} <= kinds


def test_nothing_lacks_what_its_type_asks_for_and_nothing_is_empty(site: SiteSource) -> None:
    seen = set()
    for page, node in described(site):
        for found in nodes(node):
            seen.add(found["@type"])
            lacking = ASKED.get(found["@type"], set()) - set(found)
            excused = {"responsibilities"} if page["kind"] == "role" else {"text", "description", "hasDefinedTerm"}
            assert lacking <= excused, (page["path"], found["@type"], lacking)
            assert not [key for key, value in found.items() if value in ("", [], {}, None)], page["path"]
    assert seen >= set(ASKED)


def test_every_relative_address_leads_to_a_page_and_a_place(site: SiteSource) -> None:
    pages = {page["url"]: site.files[page["path"]] for page in site.manifest["pages"]}
    followed = 0
    for page, node in described(site):
        for found in nodes(node):
            for key in ADDRESSES:
                if key in found:
                    path, _, anchor = found[key].partition("#")
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(page["url"]), path))
                    assert target in pages or target in site.files, (page["path"], found[key])
                    if anchor:
                        assert re.search(rf'(?: id="|\{{ #){anchor}[" ]', pages[target]), (page["path"], found[key])
                        followed += 1
    assert followed > 10


def test_a_role_and_a_stage_in_full(library: Path) -> None:
    content = build.check(library).content
    assert content is not None
    localizer = Localizer(content, "en")
    pages = list(Pages(localizer, Derived(content)))
    by_id = {(page.kind, page.id): page for page in pages}
    structured = Structured(localizer, pages, "https://handbook.example/h/")

    role = structured.node(by_id["role", "librarian"])["mainEntity"]
    assert role["name"] == "Librarian"
    assert role["alternateName"] == ["Library clerk"]
    assert "回答读者的问题。" not in json.dumps(role, ensure_ascii=False), "Chinese on a page that says it is English"
    stage = structured.node(by_id["stage", "loan/checkout"])
    home = "https://handbook.example/h/en/"
    assert [crumb["item"] for crumb in stage["breadcrumb"]["itemListElement"]] == [
        f"{home}index.html",
        f"{home}processes/index.html",
        f"{home}processes/loan.html",
        f"{home}processes/loan/checkout.html",
    ]
    steps = stage["mainEntity"]["step"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert all(step["url"].startswith(f"{home}processes/loan/checkout.html#step-") for step in steps)


class Scripts(HTMLParser):
    """Keeps what stands in script elements, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [tag, *(name for name, _ in attrs)]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", [*HOSTILE, "<!--<script>", "\x7f\x85\ufeff end", "---", "</SCRIPT >"])
def test_hostile_text_stays_in_its_script(library: Path, text: str) -> None:
    role = library / "roles" / "shelver.yaml"
    said = " ".join(text.split())
    written = json.dumps({"zh": text, "en": text})
    role.write_text(re.sub("(?m)^summary:.*", lambda _: f"summary: {written}", role.read_text("utf-8")), "utf-8")
    content = build.check(library).content
    assert content is not None
    front = front_matter(render_site(content).files["en/roles/shelver.md"])
    reader = Scripts()
    reader.feed(f'<script type="application/ld+json">{front["structured"]}</script>')
    reader.close()
    assert reader.tags == ["script", "type"]
    assert json.loads(reader.text)["description"] == said == front["description"]
