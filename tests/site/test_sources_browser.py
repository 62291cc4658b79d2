"""The mark that opens the sources of an item: by key, by touch, without a script, and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.visits import served, touching, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site.support.project import Site

pytestmark = pytest.mark.browser

MARK = "article div.hb-item .hb-sources"


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


def test_by_key(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "en"))
        first, second = guest.page.locator(MARK).nth(0), guest.page.locator(MARK).nth(1)
        summary = first.locator("summary")
        assert re.fullmatch(r"\d+ statements? in \d+ sources?", summary.inner_text().strip())
        summary.focus()
        guest.page.keyboard.press("Enter")
        link = first.get_by_role("link").first
        expect(link).to_be_visible()
        expect(first.locator("li").first).to_have_text(re.compile(r"^(#\d+ )+[A-Z][a-z-]+, line \d+$"))
        guest.page.keyboard.press("Tab")
        expect(link).to_be_focused()
        guest.page.keyboard.press("Escape")
        expect(link).to_be_hidden()
        expect(summary).to_be_focused()

        guest.page.keyboard.press("Space")
        expect(link).to_be_visible()
        second.locator("summary").focus()
        expect(link).to_be_hidden()


def test_at_the_foot_of_the_window_they_come_into_sight(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address, 360) as guest:
        guest.go(built_site.first("role", "en"))
        mark = guest.page.locator(f"{MARK}:visible").nth(3)
        mark.evaluate("one => one.scrollIntoView({block: 'end', behavior: 'instant'})")
        mark.locator("summary").evaluate("one => one.click()")  # where it is: a click of the test would scroll to it
        panel = mark.locator("> div")
        expect(panel).to_be_in_viewport(ratio=1)


def test_by_touch_at_320_px(browser: Browser, built_site: Site, address: str) -> None:
    with touching(browser) as page:
        page.goto(address + built_site.first("role", "zh-Hans"))
        mark = page.locator(MARK).first
        box = mark.locator("summary").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        mark.locator("summary").tap()
        panel = mark.locator("> div")
        expect(panel).to_be_visible()
        opened = panel.bounding_box()
        assert opened is not None
        assert opened["x"] >= 0
        assert opened["x"] + opened["width"] <= 320
        page.locator("article h1").tap()
        expect(panel).to_be_hidden()
        mark.locator("summary").tap()
        link = mark.get_by_role("link").first
        number = link.inner_text().removeprefix("#")
        link.tap()
        page.wait_for_url(lambda url: url.endswith(f"#s{number}"))
        expect(page.locator(f"#s{number}")).to_be_in_viewport()


def test_without_a_script(browser: Browser, built_site: Site, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + built_site.first("stage", "en"))
    mark = page.locator("article .hb-step .hb-sources").first
    mark.locator("summary").click()
    expect(mark.get_by_role("link").first).to_be_visible()
    context.close()


def test_on_paper_they_are_written_out(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address, 800) as guest:
        guest.go(built_site.first("role", "en"))
        guest.page.emulate_media(media="print")
        for mark in guest.page.locator("article .hb-sources").all():
            expect(mark.locator("summary")).to_be_hidden()
            for said in mark.locator("p + ul").all():
                assert said.evaluate("one => one.previousElementSibling.checkVisibility({contentVisibilityAuto: true})")
                assert said.bounding_box() is not None
        assert guest.overflowing == []
