"""What a term means, beside a link to it: on pointing, on focus, on the first tap, gone by Escape, in its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.visits import served, touching, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.site.support.project import Site

pytestmark = pytest.mark.browser

TERM = "article .hb-item .hb-text a[data-hb-define]:not(.hb-mention)"


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


def page_with_terms(site: Site, locale: str) -> str:
    """The address of the first role whose items link to terms."""
    return next(
        url
        for url, page in site.listed.items()
        if (page["kind"], page["locale"]) == ("role", locale)
        and re.search(
            r'<a href="[^"]*" data-hb-define', (site.out / url).read_text("utf-8").partition('id="duties"')[2]
        )
    )


def test_on_focus(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(page_with_terms(built_site, "en"))
        assert loaded(guest.page) == []
        link, tip = guest.page.locator(TERM).first, guest.page.get_by_role("tooltip")
        reach(guest.page, link)
        expect(tip).to_be_visible()
        expect(link).to_have_accessible_description(tip.inner_text().replace("\n", " "))
        assert loaded(guest.page) == ["en.js"]
        guest.page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        expect(link).to_be_focused()
        expect(link).not_to_have_attribute("aria-describedby", "hb-tip")
        guest.page.keyboard.press("Tab")
        guest.page.keyboard.press("Shift+Tab")
        expect(tip).to_be_visible()
        link.evaluate("one => { one.after(document.createElement('button')) }")
        guest.page.keyboard.press("Tab")
        expect(tip).to_be_hidden()


def test_on_pointing(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(page_with_terms(built_site, "en"))
        link, tip = guest.page.locator(TERM).first, guest.page.get_by_role("tooltip")
        link.hover()
        expect(tip).to_be_visible()
        assert inside(guest.page, tip)
        tip.hover()  # it can be pointed at, and stays
        guest.page.wait_for_timeout(600)
        expect(tip).to_be_visible()
        guest.page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        guest.page.mouse.move(2, 2)
        link.hover()
        expect(tip).to_be_visible()
        guest.page.mouse.move(2, 2)
        expect(tip).to_be_hidden()
        link.click()
        guest.page.wait_for_url(lambda url: "#" in url)
        expect(guest.page.locator(f"[id='{guest.anchor}']")).to_be_in_viewport()


def test_it_speaks_the_language_of_the_text(browser: Browser, built_site: Site) -> None:
    """From a folder, where nothing but a script can be loaded."""
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go(page_with_terms(built_site, "en") + "?show=other")
        link, tip = (
            guest.page.locator("article .hb-item .hb-other a[data-hb-define]").first,
            guest.page.locator(".hb-tip"),
        )
        link.hover()
        expect(tip).to_be_visible()
        expect(tip).to_have_attribute("lang", "zh-Hans")
        assert loaded(guest.page) == ["zh-Hans.js"]


def test_by_touch_at_320_px(browser: Browser, built_site: Site, address: str) -> None:
    with touching(browser) as page:
        here = address + page_with_terms(built_site, "zh-Hant")
        page.goto(here)
        link, tip = page.locator(TERM).first, page.get_by_role("tooltip")
        link.tap()
        expect(tip).to_be_visible()
        assert inside(page, tip)
        assert page.url == here
        page.locator("article h1").tap()
        expect(tip).to_be_hidden()
        link.tap()
        expect(tip).to_be_visible()
        link.tap()
        page.wait_for_url(lambda url: "#" in url)


def test_a_tap_follows_where_no_definition_loads(browser: Browser, built_site: Site, address: str) -> None:
    with touching(browser) as page:
        page.goto(address + page_with_terms(built_site, "en"))
        page.evaluate("document.querySelector('meta[name=handbook-root]').content = 'nowhere'")
        page.locator(TERM).first.tap()
        page.wait_for_url(lambda url: "#" in url)


MENTION = "article .hb-item {} a.hb-mention"


def page_with_mentions(site: Site, locale: str) -> str:
    """The address of the first stage that marks a term in both languages of one item."""
    item = re.compile(r'<p class="hb-text">[^\n]*hb-mention[^\n]*</p><p class="hb-other"[^>]*>[^\n]*hb-mention')
    return next(
        url
        for url, page in site.listed.items()
        if (page["kind"], page["locale"]) == ("stage", locale)
        and item.search((site.out / url).read_text("utf-8").partition('id="steps"')[2])
    )


@pytest.mark.parametrize(
    ("part", "lang", "script"), [(".hb-text", "en", "en.js"), (".hb-other", "zh-Hans", "zh-Hans.js")]
)
def test_a_term_that_nobody_linked_by_key(
    browser: Browser, built_site: Site, address: str, part: str, lang: str, script: str
) -> None:
    with visit(browser, address) as guest:
        guest.go(page_with_mentions(built_site, "en") + "?show=both")
        link, tip = guest.page.locator(MENTION.format(part)).first, guest.page.get_by_role("tooltip")
        reach(guest.page, link)
        expect(link).to_be_focused()
        expect(tip).to_be_visible()
        expect(tip).to_have_attribute("lang", lang)
        expect(link).to_have_accessible_description(tip.inner_text().replace("\n", " "))
        assert loaded(guest.page) == [script]
        guest.page.keyboard.press("Enter")
        guest.page.wait_for_url(lambda url: "glossary" in url and "#" in url)
        expect(guest.page.locator(f"[id='{guest.anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize(("part", "lang"), [(".hb-text", "zh-Hant"), (".hb-other", "en")])
def test_a_term_that_nobody_linked_by_touch(
    browser: Browser, built_site: Site, address: str, part: str, lang: str
) -> None:
    with touching(browser) as page:
        page.goto(address + page_with_mentions(built_site, "zh-Hant") + "?show=both")
        page.locator(MENTION.format(part)).first.tap()
        tip = page.get_by_role("tooltip")
        expect(tip).to_be_visible()
        expect(tip).to_have_attribute("lang", lang)
        assert inside(page, tip)


def test_a_term_that_nobody_linked_is_told_from_its_text_by_a_line(
    browser: Browser, built_site: Site, address: str
) -> None:
    with visit(browser, address) as guest:
        guest.go(page_with_mentions(built_site, "en"))
        link = guest.page.locator(MENTION.format(".hb-text")).first
        assert link.evaluate("one => getComputedStyle(one).color === getComputedStyle(one.parentElement).color")
        expect(link).to_have_css("text-decoration-line", "underline")
        expect(link).to_have_css("text-decoration-style", "dotted")
        guest.page.emulate_media(media="print")
        expect(link).to_have_css("text-decoration-line", "none")


def loaded(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.scripts].filter((one) => one.src.includes('/terms/')).map((one) => one.src.split('/').pop())"
    )
    return found


def reach(page: Page, link: Locator) -> None:
    """Bring the focus to a link as the key Tab does, from what stands before it."""
    link.evaluate("one => { one.before(Object.assign(document.createElement('button'), {id: 'before'})) }")
    page.locator("#before").focus()
    page.keyboard.press("Tab")


def inside(page: Page, tip: Locator) -> bool:
    box, room = tip.bounding_box(), page.viewport_size
    assert box is not None
    assert room is not None
    return box["x"] >= 0 and box["x"] + box["width"] <= room["width"] and 0 <= box["y"] <= room["height"]
