"""The pages that one looks things up in, in a browser: the home page, lines, maps, fates of statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import served, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ASK = "button.hb-ask"
LINES = """() => {
  const shown = [...document.querySelectorAll("article p.hb-text")].filter((one) => one.getClientRects().length);
  return shown.map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 10)));
    const letters = one.textContent.length;
    const room = one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize);
    return [room, tops.size, letters];
  });
}"""
"""Of each text: its width in letters as wide as they are high, its lines, its letters."""


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


# -- home ---------------------------------------------------------------------------------------------------------


def test_the_home_page_opens_the_search(browser: Browser, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go("en/index.html")
        guest.page.locator(ASK).focus()
        guest.page.keyboard.press("Enter")
        expect(guest.page.get_by_role("combobox")).to_be_focused()
        guest.page.keyboard.press("Escape")
        expect(guest.page.locator(ASK)).to_be_focused()


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/index.html")
    expect(page.locator("#by-role")).to_be_visible()
    expect(page.locator(ASK)).to_be_hidden()
    context.close()


# -- a line of text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_a_line_is_no_longer_than_one_reads_with_ease(
    browser: Browser, built_site: Site, address: str, locale: str
) -> None:
    """At most 40 hanzi; of English, 75 letters on the average of a paragraph of several lines."""
    with visit(browser, address, width=1600) as guest:
        for kind in ("home", "role", "process", "stage", "source", "guides"):
            guest.go(built_site.first(kind, locale))
            guest.page.wait_for_load_state("networkidle")
            for room, lines, letters in guest.page.evaluate(LINES):
                if locale == "en":
                    assert lines < 3 or letters / lines <= 75, (kind, letters, lines)
                else:
                    assert room <= 40.5, (kind, room)


# -- the contents list ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["role", "metrics"])
def test_the_contents_mark_the_section_that_was_jumped_to(
    browser: Browser, built_site: Site, address: str, kind: str
) -> None:
    with visit(browser, address, still=True) as guest:
        guest.go(built_site.first(kind, "en"))
        links = guest.page.locator(".md-nav--secondary > ul > li > a")
        for number in (1, 2):
            links.nth(number).click()
            expect(links.nth(number)).to_have_class(re.compile("md-nav__link--active"))


# -- processes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_words_of_a_map_stand_apart(browser: Browser, built_site: Site, address: str, width: int) -> None:
    """No stop of any map runs into another one, and no title is wider than its stop."""
    with visit(browser, address, width) as guest:
        guest.go(built_site.first("processes", "en"))
        stops = guest.page.locator(".hb-map li").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
        )
        assert len(stops) > 4
        for i, (left, top, right, bottom) in enumerate(stops):
            for other in stops[i + 1 :]:
                apart = other[0] >= right - 1 or other[2] <= left + 1 or other[1] >= bottom - 1 or other[3] <= top + 1
                assert apart
        wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
        assert guest.page.locator(".hb-map-title").evaluate_all(wide) == 0


def test_each_map_has_a_name_of_its_own(built_site: Site) -> None:
    """On the page of the whole handbook, the map of a process stands once: those of its stages are not shown."""
    for url, page in built_site.pages.items():
        navs = [nav for nav in page.tree.all("nav") if nav.get("aria-label")]
        if built_site.listed.get(url, {}).get("kind") == "print":
            navs = [nav for nav in navs if "hb-map--within" not in nav.classes]
        names = [nav.get("aria-label") for nav in navs]
        assert len(names) == len(set(names)), url


# -- a source -----------------------------------------------------------------------------------------------------


def test_the_statements_of_one_fate(browser: Browser, built_site: Site, address: str) -> None:
    """Each choice shows as many statements as it says, and all together make the whole."""
    url = next(u for u, p in built_site.pages.items() if u.startswith("en/sources/") and p.tree.all(klass="hb-fates"))
    with visit(browser, address) as guest:
        guest.go(url)
        rows = guest.page.locator(".hb-fate-table tbody tr")
        shown = {}
        for label in guest.page.locator(".hb-fates label").all():
            label.click()
            count = rows.evaluate_all("all => all.filter(one => one.getClientRects().length).length")
            assert label.locator("small").inner_text() == str(count)
            shown[label.locator("input").get_attribute("value")] = count
        assert len(shown) >= 3
        assert shown.pop("all") == sum(shown.values()) == rows.count()
