"""A site that knows where it will stand: full addresses, a sitemap, pictures; and one that does not has none."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.conftest import ROOT
from tests.site.support.project import LOCALES, Site, build_site, copy_project, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.support.html import Element, Page

ADDRESS = "https://handbook.example/ops/"
LIBRARY = ROOT / "tests" / "handbooks" / "library" / "content"
REPOSITORY = "https://code.example/owner/name"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("published")
    project = copy_project(folder / "project", LIBRARY)
    committed(project)
    shelver = project / "content" / "roles" / "shelver.yaml"
    shelver.write_text(shelver.read_text("utf-8") + "# not committed\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", " https://handbook.example//ops// ")  # as people write it
        patch.setenv("REPO_URL", f"{REPOSITORY}/")
        site = build_site(project, folder / "site")
    assert site.built.faults == (), site.built.output
    return site


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("unpublished")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        patch.delenv("REPO_URL", raising=False)
        return build_site(copy_project(folder / "project", LIBRARY), folder / "site")


def committed(project: Path) -> None:
    """Make a project a repository with one commit."""
    names = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    environment = {**os.environ, **dict.fromkeys(names, "a"), "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z"}
    for command in (("init", "-q"), ("add", "content"), ("commit", "-q", "-m", "x")):
        subprocess.run(["git", *command], cwd=project, env=environment, check=True, capture_output=True)


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
    reading = {url for url, page in published.listed.items() if page["kind"] != "print"}  # it says again what they say
    assert set(entries) == {ADDRESS + url for url in reading}
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
    first = published.pages["index.html"]
    assert said(first, "og:image") == said(published.pages["zh-Hans/index.html"], "og:image")
    assert said(first, "og:description")
    role, other = (said(published.pages[f"en/roles/{i}.html"], "og:image") for i in ("librarian", "shelver"))
    assert role != other


def test_structured_data_has_full_addresses(published: Site) -> None:
    for url, _, page in published.of_locales:
        (script,) = page.tree.all("script", type="application/ld+json")
        assert json.loads(script.text)["@id"] == ADDRESS + url


def test_the_foot_of_a_page_tells_its_last_change_and_leads_to_the_line(published: Site) -> None:
    foot = foot_of(published.pages["zh-Hant/processes/loan/return.html"])
    assert [(time.get("datetime"), time.text) for time in foot.all("time")] == [("2026-03-01", "2026-03-01")]
    (link,) = foot.all("a")
    line = re.fullmatch(rf"{REPOSITORY}/edit/main/content/processes/loan\.yaml#L(\d+)", link.get("href"))
    assert line
    written = (published.project / "content" / "processes" / "loan.yaml").read_text("utf-8").splitlines()
    assert written[int(line[1]) - 1].strip() == "- id: return"
    assert link.text == "修改本頁"
    unsaved = foot_of(published.pages["en/roles/shelver.html"])
    assert unsaved.all("time") == []
    assert unsaved.all("a")
    assert published.pages["en/roles/index.html"].tree.all(klass="hb-colophon") == []


def foot_of(page: Page) -> Element:
    (foot,) = page.tree.all(klass="hb-colophon")
    return foot


def test_the_day_of_a_change_stands_in_the_sitemap_and_in_the_structured_data(published: Site) -> None:
    sitemap = ElementTree.parse(published.out / "sitemap.xml").getroot()  # noqa: S314 - our own
    days = {e.findtext("s:loc", "", SITEMAP): e.findtext("s:lastmod", "", SITEMAP) for e in sitemap}
    assert days[f"{ADDRESS}en/roles/librarian.html"] == "2026-03-01"
    assert days[f"{ADDRESS}en/roles/shelver.html"] == days[f"{ADDRESS}en/index.html"] == ""
    (script,) = published.pages["en/roles/librarian.html"].tree.all("script", type="application/ld+json")
    assert json.loads(script.text)["dateModified"] == "2026-03-01"


def test_each_page_names_the_feed_of_its_locale(published: Site) -> None:
    for url, locale, page in published.of_locales:
        (link,) = page.tree.all("link", type="application/atom+xml")
        assert resolve(link.get("href"), url)[0] == f"{locale}/changes.atom"
        assert (published.out / locale / "changes.atom").is_file()


def test_the_not_found_page_leads_home_from_any_depth(published: Site, unpublished: Site) -> None:
    """It is served for addresses at every depth, so its own are from the root of the server."""
    for site, root in ((published, "/ops/"), (unpublished, "/")):
        page = site.pages["404.html"]
        found = [element.get(name) for element in page.tree for name in ("href", "src") if element.get(name)]
        links = [link for link in found if not link.startswith("#")]
        assert [link for link in links if not link.startswith(root)] == []
        for link in links:
            assert (site.out / link.removeprefix(root).partition("?")[0]).is_file(), link
        assert {f"{root}{locale}/index.html" for locale in LOCALES} <= set(links)
        assert [span.get("lang") for span in page.tree.all("h1")[0].all("span")] == list(LOCALES)


def test_a_site_that_may_stand_anywhere_claims_no_address(unpublished: Site) -> None:
    assert unpublished.built.faults == ()
    assert not (unpublished.out / "sitemap.xml").exists()
    for url, page in unpublished.pages.items():
        assert page.tree.all("link", rel="canonical") == [], url
        assert [name for name in ("og:url", "og:image") if said(page, name)] == [], url
        for link in page.tree.all("link"):
            assert not link.get("href").startswith(("http:", "https:", "//")), url
    assert list(unpublished.out.rglob("*.atom")) == []
    for url, _, page in unpublished.of_locales:
        assert page.tree.all(klass="hb-colophon") == []
        assert said(page, "twitter:card") == ["summary"], url
        assert said(page, "og:title") == [unpublished.listed[url]["title"]]


@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL"])
def test_an_engine_takes_no_address_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Also where it was not `handbook build` that started it."""
    monkeypatch.setenv(variable, "javascript://a/%0aalert(1)")
    site = build_site(copy_project(tmp_path / "project", LIBRARY), tmp_path / "site")
    assert site.built.faults == ("The site was not built.",)
    assert f"{variable} is `javascript://a/%0aalert(1)`. Write the whole address" in site.built.output
    assert "Traceback" not in site.built.output
    assert not (site.out / "index.html").exists()
