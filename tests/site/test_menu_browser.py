"""The menu and the contents list of a page in a real browser: at hand, and never over what one came for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.visits import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

    from tests.site.support.project import Site
    from tests.site.support.visits import Visit

CONTENTS = "details.hb-contents"
SUMMARY = f"{CONTENTS} > summary"
HERE = ".hb-nav [aria-current]"
IN_SIGHT = """link => {
  const box = link.closest(".md-sidebar__scrollwrap").getBoundingClientRect(), own = link.getBoundingClientRect();
  return box.top <= own.top && own.bottom <= Math.min(box.bottom, innerHeight);
}"""


def last_role(site: Site, locale: str) -> str:
    roles = [url for url, page in site.listed.items() if (page["kind"], page["locale"]) == ("role", locale)]
    return roles[-1]


def role_with_duties(guest: Visit, site: Site) -> None:
    guest.go(site.first("role", "en"))
    assert guest.page.locator("article h3").count() > 1


def wait_until_in_sight(guest: Visit, link: Locator) -> None:
    guest.page.wait_for_function(IN_SIGHT, arg=link.element_handle())


@pytest.mark.parametrize("locale", ["en", "zh-Hans"])
def test_a_long_menu_shows_the_page_that_is_open(browser: Browser, built_site: Site, locale: str) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.page.set_viewport_size({"width": 1280, "height": 500})
        guest.go(last_role(built_site, locale))
        box = guest.page.locator(".md-sidebar--primary .md-sidebar__scrollwrap")
        guest.page.wait_for_function("box => box.scrollTop > 0", arg=box.element_handle())
        wait_until_in_sight(guest, guest.page.locator(HERE))


def test_the_menu_of_a_phone_opens_at_the_page_that_is_open(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri(), 360) as guest:
        guest.go(last_role(built_site, "en"))
        guest.page.locator("button.hb-menu").click()
        expect(guest.page.locator(HERE)).to_be_focused()
        wait_until_in_sight(guest, guest.page.locator(HERE))


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_contents_open_in_place_and_lead_to_what_they_name(browser: Browser, built_site: Site, width: int) -> None:
    with visit(browser, built_site.out.as_uri(), width, still=True) as guest:
        role_with_duties(guest, built_site)
        button, bar = guest.page.locator(SUMMARY), guest.page.locator(".hb-above")
        title = guest.page.locator("article h1")
        before = button.bounding_box(), title.bounding_box()
        button.click()
        assert (button.bounding_box(), title.bounding_box()) == before
        duty = guest.page.locator(f"{CONTENTS} ul ul a").last
        anchor = duty.get_attribute("href")
        duty.click()
        assert guest.page.locator(CONTENTS).get_attribute("open") is None
        target = guest.page.locator(f"[id='{(anchor or '').lstrip('#')}']").bounding_box()
        over = bar.bounding_box()
        assert target
        assert over
        assert 0 < over["y"] + over["height"] <= target["y"] < 200
        assert guest.overflowing == []


def test_the_contents_list_each_heading_of_a_page_in_its_place(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri(), 360) as guest:
        role_with_duties(guest, built_site)
        listed = guest.page.eval_on_selector_all(f"{CONTENTS} a", "all => all.map(one => one.hash.slice(1))")
        assert listed == guest.page.eval_on_selector_all("article :is(h2, h3)", "all => all.map(one => one.id)")
        nested = guest.page.eval_on_selector_all(f"{CONTENTS} ul ul a", "all => all.map(one => one.hash.slice(1))")
        assert nested == guest.page.eval_on_selector_all("article h3", "all => all.map(one => one.id)")


def test_the_contents_close_by_escape_and_by_a_press_elsewhere(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri(), 360) as guest:
        role_with_duties(guest, built_site)
        contents, button = guest.page.locator(CONTENTS), guest.page.locator(SUMMARY)
        guest.tab_to(".hb-contents > summary")
        guest.page.keyboard.press("Enter")
        assert contents.evaluate("one => getComputedStyle(one).boxShadow") == "none"
        assert button.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        guest.page.keyboard.press("Tab")
        guest.page.keyboard.press("Escape")
        expect(button).to_be_focused()
        assert contents.get_attribute("open") is None
        button.click()
        guest.page.mouse.click(20, 700)
        assert contents.get_attribute("open") is None


def test_without_scripts_the_contents_push_the_page_down(browser: Browser, built_site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built_site.out.as_uri()}/{built_site.first('role', 'en')}")
    button = page.locator(SUMMARY)
    before = button.bounding_box()
    button.click()
    assert button.bounding_box() == before
    contents, title = page.locator(f"{CONTENTS} > ul").bounding_box(), page.locator("article h1").bounding_box()
    assert contents
    assert title
    assert contents["y"] + contents["height"] <= title["y"]
    context.close()
