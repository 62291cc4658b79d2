"""The steps of a stage as a checklist, and its table of who does what, in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.visits import served, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.site.support.project import Site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


def ticks(page: Page) -> Locator:
    return page.locator("#steps ~ .hb-steps").get_by_role("checkbox")


@pytest.mark.parametrize("kept", ["5", "{}", "null", '"step"', "[", "[5, null]"])
def test_what_the_device_holds_instead_of_ticks_is_no_tick(
    browser: Browser, built_site: Site, address: str, kept: str
) -> None:
    with visit(browser, address) as guest:
        url = built_site.first("stage", "en")
        guest.go(url)
        ticks(guest.page).first.check()
        held = guest.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('handbook.steps.'))")
        guest.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [*held, kept])
        guest.page.reload()
        expect(ticks(guest.page).first).to_be_visible()
        expect(ticks(guest.page).first).not_to_be_checked()


def test_ticks_survive_a_reload_and_a_change_of_language(browser: Browser, built_site: Site, address: str) -> None:
    stages = [url for url, page in built_site.listed.items() if (page["kind"], page["locale"]) == ("stage", "en")]
    with visit(browser, address) as guest:
        guest.go(stages[0])
        count = ticks(guest.page).count()
        assert count == guest.page.locator("article .hb-step").count() > 1
        status = guest.page.locator(".hb-progress [role=status]")
        expect(status).to_have_text(f"0 of {count} done")
        expect(guest.page.get_by_role("button", name="Reset")).to_be_hidden()
        ticks(guest.page).nth(1).focus()
        guest.page.keyboard.press("Space")
        expect(status).to_have_text(f"1 of {count} done")
        guest.page.reload()
        expect(ticks(guest.page).nth(1)).to_be_checked()
        expect(ticks(guest.page).nth(0)).not_to_be_checked()
        guest.switch_language("zh-Hant")
        expect(ticks(guest.page).nth(1)).to_be_checked()
        expect(status).to_have_text(f"已完成 1 / {count} 步")

        guest.go(stages[1])  # the ticks of one stage are not those of another
        expect(ticks(guest.page).first).to_be_visible()
        assert ticks(guest.page).evaluate_all("all => all.filter((one) => one.checked).length") == 0

        guest.go(stages[0])
        guest.page.get_by_role("button", name="Reset").click()
        expect(status).to_have_text(f"0 of {count} done")
        guest.page.reload()
        expect(ticks(guest.page).nth(1)).not_to_be_checked()


def test_each_box_has_a_name_and_room(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address, 320) as guest:
        guest.go(built_site.first("stage", "en"))
        for tick in ticks(guest.page).all():
            expect(tick).to_have_accessible_name(re.compile("^Done: .+"))
            box = tick.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24


def test_without_a_script_there_is_nothing_to_tick(browser: Browser, built_site: Site, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + built_site.first("stage", "en"))
    expect(page.locator("article .hb-step").first).to_be_visible()
    assert ticks(page).count() == 0
    assert page.locator(".hb-progress").count() == 0
    context.close()


def test_on_paper_the_boxes_are_empty(browser: Browser, built_site: Site, address: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("stage", "en"))
        ticks(guest.page).first.check()
        guest.page.emulate_media(media="print")
        expect(ticks(guest.page).first).to_be_hidden()
        expect(guest.page.locator(".hb-progress")).to_be_hidden()
        drawn = """one => ["content", "borderTopStyle", "borderTopColor"].map(
            (name) => getComputedStyle(one, "::before")[name])"""
        for step in guest.page.locator("article .hb-step").all():
            content, style, colour = step.evaluate(drawn)
            assert (content, style) == ('""', "solid")
            assert not colour.endswith(", 0)"), "nothing is drawn"


@pytest.mark.parametrize("width", [320, 1280])
def test_who_does_what_leads_to_step_and_role(browser: Browser, built_site: Site, address: str, width: int) -> None:
    with visit(browser, address, width) as guest:
        guest.go(built_site.first("stage", "en"))
        table = guest.page.get_by_role("group", name="Who does what").locator("table")
        rows = table.locator("tbody tr")
        assert rows.count() == guest.page.locator("article .hb-step").count()
        expect(rows.first.get_by_role("img").first).to_have_accessible_name(
            re.compile("^(Responsible|Accountable|Consulted|Informed)$")
        )
        for link in table.locator("thead a").all():
            assert "/roles/" in str(link.evaluate("one => one.href"))
        step = rows.first.locator("th a")
        target = str(step.get_attribute("href"))
        step.click()
        expect(guest.page.locator(target)).to_be_in_viewport()
        assert guest.overflowing == []


def test_the_links_between_stages_say_so(browser: Browser, built_site: Site, address: str) -> None:
    stages = [url for url, page in built_site.listed.items() if (page["kind"], page["locale"]) == ("stage", "en")]
    with visit(browser, address) as guest:
        guest.go(stages[0])
        expect(guest.page.locator("footer a[rel=next]")).to_contain_text("Next stage")
        expect(guest.page.locator("footer a[rel=prev]")).to_contain_text("Previous")
        expect(guest.page.locator("footer a[rel=prev]")).not_to_contain_text("stage")
        guest.follow(stages[1])
        expect(guest.page.locator("footer a[rel=prev]")).to_contain_text("Previous stage")


def test_a_step_that_one_came_for_is_marked_as_a_whole(browser: Browser, built_site: Site, address: str) -> None:
    stage = next(url for url, page in built_site.listed.items() if (page["kind"], page["locale"]) == ("stage", "en"))
    with visit(browser, address) as guest:
        guest.go(stage)
        step = guest.page.locator("article .hb-step").nth(1)
        painted = "step => [getComputedStyle(step).backgroundImage, getComputedStyle(step).boxShadow]"
        assert step.evaluate(painted) == ["none", "none"]
        guest.page.evaluate("id => location.hash = id", step.get_attribute("id"))
        assert "none" not in step.evaluate(painted)
        guest.page.emulate_media(media="print")
        assert step.evaluate(painted) == ["none", "none"]
