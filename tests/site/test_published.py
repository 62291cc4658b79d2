"""A site that knows where it will stand: full addresses, a sitemap, pictures; and one that does not has none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.conftest import ROOT
from tests.site.support.project import LOCALES, Site, build_site, copy_project

if TYPE_CHECKING:
    from tests.site.support.html import Page

ADDRESS = "https://handbook.example/ops/"
LIBRARY = ROOT / "tests" / "handbooks" / "library" / "content"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS.rstrip("/"))  # as people write it
        site = build_site(copy_project(folder / "project", LIBRARY), folder / "site")
    assert site.built.faults == (), site.built.output
    return site


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("unpublished")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        return build_site(copy_project(folder / "project", LIBRARY), folder / "site")


def said(page: Page, name: str) -> list[str]:
    return [meta.get("content") for meta in page.tree.all("meta") if name in (meta.get("property"), meta.get("name"))]


def test_each_page_says_where_it_stands(published: Site) -> None:
    for url in published.listed:
        page = published.pages[url]
        assert [link.get("href") for link in page.tree.all("link", rel="canonical")] == [ADDRESS + url]
        assert said(page, "og:url") == [ADDRESS + url]


def test_each_page_names_its_twins_in_full_and_the_chooser_for_all_others(published: Site) -> None:
    for url, _, page in published.of_locales:
        found = {link.get("hreflang"): link.get("href") for link in page.tree.all("link") if link.get("hreflang")}
        rest = url.partition("/")[2]
        assert found == {**{x: f"{ADDRESS}{x}/{rest}" for x in LOCALES}, "x-default": f"{ADDRESS}index.html"}, url


def test_the_sitemap_lists_every_page_with_its_twins(published: Site) -> None:
    sitemap = ElementTree.parse(published.out / "sitemap.xml").getroot()  # noqa: S314 - our own
    entries = {entry.findtext("s:loc", "", SITEMAP): entry for entry in sitemap.findall("s:url", SITEMAP)}
    assert set(entries) == {ADDRESS + url for url in published.listed}
    for address, entry in entries.items():
        twins = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", SITEMAP)}
        assert set(twins) == {*LOCALES, "x-default"}
        assert set(twins.values()) <= set(entries)
        assert address in twins.values()


def test_a_shared_link_shows_a_title_in_its_language_and_a_picture_that_is_there(published: Site) -> None:
    territories = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en_US"}
    for url, locale, page in published.of_locales:
        assert said(page, "og:title") == [published.listed[url]["title"]]
        assert said(page, "og:locale") == [territories[locale]]
        assert set(said(page, "og:locale:alternate")) == set(territories.values()) - {territories[locale]}
        assert said(page, "og:description") == said(page, "description")
        assert said(page, "twitter:card") == ["summary_large_image"]
        (picture,) = said(page, "og:image")
        with Image.open(published.out / picture.removeprefix(ADDRESS)) as image:
            assert [str(side) for side in image.size] == said(page, "og:image:width") + said(page, "og:image:height")
    role, other = (said(published.pages[f"en/roles/{i}.html"], "og:image") for i in ("librarian", "shelver"))
    assert role != other


def test_structured_data_has_full_addresses(published: Site) -> None:
    for url, _, page in published.of_locales:
        (script,) = page.tree.all("script", type="application/ld+json")
        assert json.loads(script.text)["@id"] == ADDRESS + url


def test_a_site_that_may_stand_anywhere_claims_no_address(unpublished: Site) -> None:
    assert unpublished.built.faults == ()
    assert not (unpublished.out / "sitemap.xml").exists()
    for url, page in unpublished.pages.items():
        assert page.tree.all("link", rel="canonical") == [], url
        assert [name for name in ("og:url", "og:image") if said(page, name)] == [], url
        for link in page.tree.all("link"):
            assert not link.get("href").startswith(("http:", "https:", "//")), url
    for url, _, page in unpublished.of_locales:
        assert said(page, "twitter:card") == ["summary"], url
        assert said(page, "og:title") == [unpublished.listed[url]["title"]]
