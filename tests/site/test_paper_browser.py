"""The site on paper: what each kind of page looks like when it is printed."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import expect

from tests.site.pdf import make_pdf
from tests.site.support.project import LOCALES, Site, build_site, copy_project
from tests.site.support.visits import visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.site.support.visits import Visit

pytestmark = pytest.mark.browser

A4 = (595, 842)
LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
"""Radicals and compatibility forms: a PDF that maps its glyphs to them cannot be searched."""
NUMBER = re.compile(r"\d+/\d+")
PRESSED = ".md-header, .md-sidebar, .hb-above, .hb-footer, .md-top, .headerlink, .md-content button, .md-content select"
"""What one can only press or follow."""
SEEN = "selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length"


def printed(guest: Visit) -> list[str]:
    """Print the page that is open, and return the text of each sheet."""
    return texts(guest.page.pdf(prefer_css_page_size=True))


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        assert {tuple(map(round, sheet.get_size())) for sheet in document} == {A4}
        return [sheet.get_textpage().get_text_bounded() for sheet in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def test_a_browser_s_own_lines_stay_away(browser: Browser, built_site: Site) -> None:
    """Neither the date and the title above, nor the address below, which a browser adds unless told otherwise."""
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go("en/cases.html")
        title = guest.page.title()
        plain, lined = (
            guest.page.pdf(prefer_css_page_size=True, display_header_footer=lines) for lines in (False, True)
        )
    assert texts(plain) == texts(lined)
    assert title not in "".join(texts(lined))


@pytest.mark.parametrize("locale", LOCALES)
def test_each_kind_of_page_is_fit_for_paper(browser: Browser, built_site: Site, locale: str) -> None:
    """Printed by a reader who has the dark scheme."""
    with visit(browser, built_site.out.as_uri(), scheme="dark") as guest:
        for kind in built_site.kinds:
            url = built_site.first(kind, locale)
            guest.go(url)
            title = squeezed(guest.page.locator("article h1").evaluate("one => one.firstChild.textContent"))
            sheets = printed(guest)
            guest.page.emulate_media(media="print")
            assert guest.page.evaluate(SEEN, PRESSED) == 0, url
            assert guest.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", url
            assert title in squeezed("".join(sheets)), url
            for number, sheet in enumerate(sheets, 1):
                assert f"{number} / {len(sheets)}" in sheet, url
            assert "file:" not in "".join(sheets), url
            guest.page.emulate_media(media="null")


def test_a_heading_is_never_the_last_line_of_a_sheet(browser: Browser, built_site: Site) -> None:
    last = []
    with visit(browser, built_site.out.as_uri()) as guest:
        for kind in ("home", "roles", "role", "stage", "metrics", "sources"):
            guest.go(built_site.first(kind, "en"))
            headings = guest.page.locator(":is(h2, h3, h4, dt)").evaluate_all("all => all.map((one) => one.innerText)")
            told = {squeezed(heading) for heading in headings}
            for sheet in printed(guest):
                lines = [line for line in map(squeezed, sheet.splitlines()) if line and not NUMBER.fullmatch(line)]
                last.append(lines[-1])
                assert lines[-1] not in told, kind
    assert len(set(last)) > 10


def test_the_heads_of_a_table_are_on_each_of_its_sheets(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go(built_site.first("metrics", "en"))
        heads = squeezed(guest.page.locator("thead").first.inner_text())
        rows = guest.page.locator("table").first.locator("tbody tr").count()
        assert rows > 30
        assert sum(heads in squeezed(sheet) for sheet in printed(guest)) >= 2


def test_both_languages_are_printed_where_both_are_shown(browser: Browser, built_site: Site) -> None:
    role = built_site.first("role", "en")
    chinese = squeezed(built_site.listed[built_site.first("role", "zh-Hans")]["title"])
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go(role)
        assert chinese not in squeezed("".join(printed(guest)))
        guest.show("both")
        assert chinese in squeezed("".join(printed(guest)))


def test_a_link_that_leaves_the_handbook_shows_its_address(browser: Browser, library: Path, tmp_path: Path) -> None:
    site = build_site(copy_project(tmp_path / "project", library), tmp_path / "site")
    with visit(browser, site.out.as_uri()) as guest:
        guest.go("en/guides/first-day.html")
        sheets = squeezed("".join(printed(guest)))
    assert sheets.count("https://example.org/app") == 2, "one is written out, the other stands behind its words"
    assert "Anexample<https://example.org/app>" in sheets
    assert ".html" not in sheets


# -- the whole handbook on one page -------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_the_whole_handbook_opens_on_one_page(browser: Browser, built_site: Site, locale: str) -> None:
    role = built_site.first("role", locale)
    place = f"role-{role.partition('/roles/')[2].removesuffix('.html')}"
    with visit(browser, built_site.out.as_uri(), width=360) as guest:
        guest.go(f"{locale}/index.html")
        guest.follow(f"{locale}/print.html")
        for languages in ("one", "both"):
            guest.page.evaluate("said => { document.documentElement.dataset.hbLanguages = said }", languages)
            # a section out of sight is not laid out, so it could hide what is too wide
            guest.page.add_style_tag(content=".hb-section { content-visibility: visible !important; contain: none }")
            assert guest.overflowing == []
        guest.page.locator(f".hb-toc a[href='#{place}']").click()
        assert guest.anchor == place
        expect(guest.page.locator(f"#{place}")).to_be_in_viewport()
        expect(guest.page.locator(f"#{place}")).to_contain_text(built_site.listed[role]["title"])


@pytest.mark.parametrize("locale", LOCALES)
def test_the_handbook_as_a_pdf(browser: Browser, built_site: Site, tmp_path: Path, locale: str) -> None:
    file = tmp_path / "handbook.pdf"
    make_pdf(browser, built_site.out / locale / "print.html", file)
    roles = [page["title"] for page in built_site.listed.values() if (page["kind"], page["locale"]) == ("role", locale)]
    document = pypdfium2.PdfDocument(file)
    try:
        assert len(document) > 10
        assert {tuple(map(round, sheet.get_size())) for sheet in document} == {A4}
        text = squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in document))
        assert [title for title in roles if squeezed(title) not in text] == []
        assert LOOKALIKES.findall(text) == []
        bookmarks = [bookmark.get_title() for bookmark in document.get_toc()]
        assert set(roles) <= set(bookmarks)
        assert document.is_tagged()
        assert document.get_metadata_dict()["Title"] == built_site.manifest["locales"][locale]["title"]
    finally:
        document.close()
    assert b"file:" not in file.read_bytes(), "a link would carry a path of this machine"
