"""Which languages a page shows, in a browser: its own, both, or the other one; on the device and in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import served, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ROLES = "roles/index.html"


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


@pytest.mark.parametrize("locale", LOCALES)
def test_the_choice_holds_from_page_to_page(browser: Browser, built_site: Site, address: str, locale: str) -> None:
    other = "zh-Hans" if locale == "en" else "en"
    role = built_site.first("role", locale)
    with visit(browser, address) as guest:
        guest.go(f"{locale}/{ROLES}")
        expect(guest.showing("one")).to_be_checked()
        assert guest.others == []
        assert guest.owns
        for state in ("both", "other", "one"):
            guest.go(f"{locale}/{ROLES}")
            guest.show(state)
            for go_on in (lambda: guest.follow(role), guest.page.reload, lambda: None):
                expect(guest.showing(state)).to_be_checked()
                assert set(guest.others) == (set() if state == "one" else {other}), state
                assert bool(guest.owns) == (state != "other"), state
                go_on()


def test_an_anchor_that_is_none_stands_in_no_way(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "en") + "#%E0%A4%A")
        guest.switch_language("zh-Hant")


def test_the_address_carries_the_choice(browser: Browser, built_site: Site, address: str) -> None:
    role = built_site.first("role", "en")
    with visit(browser, address) as guest:
        guest.go(f"{role}#duties")
        guest.show("both")
        shared = guest.page.url
        assert shared == f"{guest.root}{role}?show=both#duties"
        guest.show("one")
        assert guest.page.url == f"{guest.root}{role}#duties"
        guest.show("other")
        assert guest.page.evaluate("history.length") <= 2
    with visit(browser, address) as friend:
        friend.page.goto(shared)
        expect(friend.showing("both")).to_be_checked()
        assert friend.others
        friend.follow(f"en/{ROLES}")
        assert friend.others


def test_the_address_wins_over_the_device(browser: Browser, built_site: Site, address: str) -> None:
    role = built_site.first("role", "en")
    with visit(browser, address) as guest:
        guest.go(role)
        guest.show("both")
        guest.go(f"{role}?show=other")
        expect(guest.showing("other")).to_be_checked()
        assert guest.owns == []
        guest.go(f"{role}?show=nonsense")
        expect(guest.showing("other")).to_be_checked()


def test_the_address_can_name_each_state_and_always_does(browser: Browser, built_site: Site, address: str) -> None:
    role = built_site.first("role", "en")
    with visit(browser, address) as guest:
        guest.go(f"{role}?show=both")
        guest.go(role)
        expect(guest.page).to_have_url(f"{guest.root}{role}?show=both")  # what the device remembers, to be sent on
        guest.go(f"{role}?show=one")
        expect(guest.showing("one")).to_be_checked()
        assert guest.others == []
        guest.go(role)
        expect(guest.page).to_have_url(guest.root + role)


def test_the_contents_list_and_the_title_follow(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address, 1280) as guest:
        guest.go(built_site.first("role", "en"))
        entry = guest.page.locator(".md-nav--secondary li li a").first
        words, title = entry.inner_text(), guest.page.title()
        guest.show("other")
        expect(entry).not_to_have_text(words)
        expect(entry.locator("[lang]")).to_have_attribute("lang", "zh-Hans")
        heading = guest.page.locator("article h1 .hb-other").inner_text()
        expect(guest.page).to_have_title(f"{heading} · {title.partition(' · ')[2]}")
        guest.show("one")
        expect(entry).to_have_text(words)
        expect(guest.page).to_have_title(title)


def test_a_language_chosen_at_the_top_begins_at_the_top(browser: Browser, address: str) -> None:
    with visit(browser, address, 1280) as guest:
        guest.go("en/processes/index.html")
        guest.switch_language("zh-Hans")
        assert guest.anchor == ""


def test_the_other_language_is_a_heading_where_the_text_is_one(
    browser: Browser, built_site: Site, address: str
) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "zh-Hant") + "?show=other")
        title = built_site.listed[built_site.first("role", "en")]["title"]
        heading = guest.page.get_by_role("heading", level=1, name=title)
        expect(heading).to_be_visible()
        expect(heading.locator("[lang=en]")).to_have_text(title)
        size, weight = heading.locator("[lang=en]").evaluate(
            "one => [getComputedStyle(one).fontSize, getComputedStyle(one).fontWeight]"
        )
        assert [size, weight] == heading.evaluate(
            "one => [getComputedStyle(one).fontSize, getComputedStyle(one).fontWeight]"
        )


def test_what_has_no_translation_stays(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "en") + "?show=other")
        guest.page.evaluate("document.querySelectorAll('article .hb-other').forEach((one) => one.remove())")
        assert guest.page.locator("article .hb-text").first.is_visible()


def test_nothing_is_painted_in_another_state_first(browser: Browser, built_site: Site, address: str) -> None:
    """The state is there as soon as there is a body, before any script file has run."""
    with visit(browser, address) as guest:
        guest.page.route("**/*.js", lambda route: route.fulfill(body=""))
        guest.go(built_site.first("role", "en") + "?show=both")
        assert guest.others
        assert guest.page.locator(".hb-show").is_hidden()


def test_a_language_chosen_by_name_is_the_one_that_is_read(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "en"))
        guest.show("other")
        guest.switch_language("zh-Hant")
        expect(guest.showing("one")).to_be_checked()
        assert guest.others == []
        guest.show("other")
        guest.switch_language("zh-Hans")
        assert set(guest.others) == {"en"}


def test_the_two_stand_side_by_side_where_there_is_room(browser: Browser, built_site: Site, address: str) -> None:
    rects = """() => {
      const text = document.querySelector("article .hb-duty-main > .hb-text:has(+ .hb-other)");
      const [own, other] = [text, text.nextElementSibling].map((one) => one.getBoundingClientRect());
      return [other.left >= own.right, other.top >= own.bottom];
    }"""
    with visit(browser, address) as guest:
        guest.go(built_site.first("role", "en") + "?show=both")
        assert guest.page.evaluate(rects) == [True, False]
        guest.page.set_viewport_size({"width": 600, "height": 800})
        assert guest.page.evaluate(rects) == [False, True]


@pytest.mark.parametrize("width", [360, 1280])
def test_what_one_jumped_to_stays_below_what_stays_at_the_top(
    browser: Browser, built_site: Site, address: str, width: int
) -> None:
    """The text above it grows by half and shrinks again."""
    below = """document.querySelector(":target").getBoundingClientRect().top - Math.max(
      document.querySelector("header").offsetHeight,
      document.querySelector(".hb-above").getBoundingClientRect().bottom)"""
    with visit(browser, address, width, still=True) as guest:
        guest.go(built_site.first("role", "en"))
        anchor = guest.page.evaluate("[...document.querySelectorAll('h3[id]')].at(-2).id")
        guest.go(f"{built_site.first('role', 'en')}#{anchor}")
        for state in ("both", "other", "one"):
            guest.show(state)
            assert 0 <= guest.page.evaluate(below) <= 40, state


@pytest.mark.parametrize("width", [320, 1280])
def test_the_switch_has_names_and_room(browser: Browser, built_site: Site, address: str, width: int) -> None:
    with visit(browser, address, width) as guest:
        guest.go(built_site.first("role", "en"))
        group = guest.page.get_by_role("group", name="Text shown in")
        for name in ("English", "Both", "中文"):
            box = group.get_by_role("radio", name=name).bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24, name
            assert box["x"] + box["width"] <= width
