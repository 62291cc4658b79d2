"""The whole handbook on one page: nothing missing, nothing twice, and links that stay where they can."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest

from generator.model.derive import Derived
from generator.pipeline import build
from generator.render import addresses
from generator.render.marks import unmarked
from generator.render.onepage import as_section, inward, moved
from generator.render.sitesource import SiteSource, render_site
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.load import Content

LOCALES = ("zh-Hans", "zh-Hant", "en")
WHOLE = {"role", "stage", "case", "guide", "metrics", "glossary"}
HEADS = {"process", "source"}
IDS = re.compile(r'(?: id="|\{ #)([\w-]+)')


def content_of(folder: Path) -> Content:
    loaded = build.check(folder).content
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module", params=["this handbook", "another one"])
def handbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, SiteSource]:
    from tests.conftest import copy_library

    here = request.param == "this handbook"
    content = content_of(ROOT / "content" if here else copy_library(tmp_path_factory.mktemp("onepage")))
    return content, render_site(content)


def body(site: SiteSource, path: str) -> str:
    return site.files[path].split("---\n", 2)[2]


def said(markup: str) -> list[str]:
    """Return the texts of a page without their marks: ids, levels, links."""
    lines = re.sub(r"^#+ | \{ #[^}]+\}$", "", markup, flags=re.MULTILINE)
    return [text.strip() for text in re.split(r"<[^>]*>|\n", lines) if text.strip()]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_of_every_record_is_there(handbook: tuple[Content, SiteSource], locale: str) -> None:
    _, site = handbook
    whole = Counter(said(body(site, f"{locale}/print.md")))
    wanted: Counter[str] = Counter()
    for page in site.manifest["pages"]:
        if page["locale"] == locale and page["kind"] in WHOLE | HEADS:
            text = unmarked(body(site, page["path"]))
            wanted.update(said(text.split("\n## ")[0] if page["kind"] in HEADS else text))
    assert wanted
    assert wanted - whole == Counter()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_item_has_its_place(handbook: tuple[Content, SiteSource], locale: str) -> None:
    content, site = handbook
    ids = IDS.findall(body(site, f"{locale}/print.md"))
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    places = set()
    for item in Derived(content).items:
        part = addresses.part(item.owner_kind, item.owner_id)
        if item.owner_kind in {"metric", "term"}:
            page, anchor = addresses.page(item.owner_kind, item.owner_id)
            part = f"{addresses.part(page)}--{anchor}"
        places.add(f"{part}--{item.anchor}" if item.anchor else part)
    assert places
    assert places - set(ids) == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_links_within_lead_to_a_place(handbook: tuple[Content, SiteSource], locale: str) -> None:
    _, site = handbook
    text = body(site, f"{locale}/print.md")
    links = re.findall(r' href="([^"]*)"', text)
    inner = {link[1:] for link in links if link.startswith("#")}
    assert len(inner) > 10
    assert inner <= set(IDS.findall(text))


def test_it_is_no_page_of_the_reading_order(handbook: tuple[Content, SiteSource]) -> None:
    _, site = handbook
    whole = [page for page in site.manifest["pages"] if page["kind"] == "print"]
    assert [page["path"] for page in whole] == [f"{locale}/print.md" for locale in LOCALES]
    assert {(page["previous"], page["next"]) for page in whole} == {(None, None)}
    neighbours = {page[side] for page in site.manifest["pages"] for side in ("previous", "next")}
    assert neighbours & {page["path"] for page in whole} == set()
    for locale in site.manifest["locales"].values():
        assert not any(path.endswith("print.md") for path in locale["menu"])


def test_levels_stop_at_six() -> None:
    deep = "# A { #a }\n\n## B { #b }\n\n### C { #c }\n\n#### D { #d }\n"
    made = as_section(deep, "role-a", 4)
    assert re.findall(r"(?m)^(#+|<h\d)", made) == ["####", "<h5", "<h6", "<h6"]


def test_a_head_ends_before_the_first_section() -> None:
    text = '# A { #a }\n\n<p id="x">head</p>\n\n## B { #b }\n\n<p>below</p>\n'
    made = as_section(text, "source-a", 3, head=True)
    assert "head" in made
    assert "below" not in made
    assert 'id="source-a--x"' in made


def test_what_refers_to_an_id_follows_it() -> None:
    made = as_section('# A { #a }\n\n<p aria-labelledby="x y" id="z">q</p>', "role-a", 3)
    assert 'aria-labelledby="role-a--x role-a--y" id="role-a--z"' in made


@pytest.mark.parametrize("link", ["https://example.org/a#b", "mailto:a@example.org"])
def test_a_link_that_leaves_the_handbook_stays(link: str) -> None:
    text = f'<a href="{link}">x</a>'
    assert inward(moved(text, "en/guides/a.html", "en/print.html"), {"guides/a.html": "guide-a"}) == text


@pytest.mark.parametrize("locale", LOCALES)
def test_a_link_leads_to_what_stands_here_or_to_a_page(handbook: tuple[Content, SiteSource], locale: str) -> None:
    """Also one that a page of prose has to a section of its own."""
    _, site = handbook
    whole = body(site, f"{locale}/print.md")
    ids, pages = set(IDS.findall(whole)), {page["url"] for page in site.manifest["pages"]}
    links = {unescape(link) for link in re.findall(r' href="([^"]*)"', whole)}
    assert len(links) > 20
    for link in links:
        path, _, anchor = link.partition("#")
        if path:
            assert "://" in path or addresses.absolute(path.partition("?")[0], f"{locale}/print.html") in pages, link
        else:
            assert anchor in ids, link
