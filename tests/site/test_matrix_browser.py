"""The matrix of roles and stages: marks that lead somewhere, heads that stay in sight, cards on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MARKS, SCROLL = "table.hb-matrix a.hb-mark", ".hb-matrix-scroll"


@pytest.mark.parametrize("locale", LOCALES)
def test_each_mark_has_a_name_and_leads_to_its_place(browser: Browser, built_site: Site, locale: str) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go(f"{locale}/matrix.html")
        marks = guest.page.locator(MARKS)
        assert marks.count() > 20
        names = marks.evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
        assert all(len(name) > 3 for name in names)
        sizes = marks.evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect()).map((box) => Math.min(box.width, box.height))"
        )
        assert min(sizes) >= 24
        marks.first.focus()
        guest.page.keyboard.press("Enter")
        guest.page.wait_for_url(lambda url: "#duty-" in url or "#step-" in url)
        expect(guest.page.locator(f"[id='{guest.anchor}']")).to_be_in_viewport()


def test_the_names_stay_in_sight_while_the_table_scrolls(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri(), 800) as guest:
        guest.go("en/matrix.html")
        region = guest.page.locator(SCROLL)
        assert guest.overflowing == []
        region.evaluate("one => { one.scrollIntoView(); one.scrollTo(one.scrollWidth, one.scrollHeight) }")
        seen = region.evaluate("one => one.scrollLeft > 50 && one.scrollTop > 50")
        assert seen, "the table fits, so nothing is shown by this test"
        box = region.bounding_box()
        assert box
        row = guest.page.locator("table.hb-matrix tbody th[scope=row]").last.bounding_box()
        head = guest.page.locator("table.hb-matrix thead th[scope=col]").last.bounding_box()
        assert row
        assert head
        assert row["x"] - box["x"] < 5
        assert 0 <= head["y"] - box["y"] < box["height"] / 2


def test_the_row_and_the_column_light_up(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go("en/matrix.html")
        mark = guest.page.locator(MARKS).first
        plain = mark.evaluate("one => getComputedStyle(one.closest('td')).backgroundColor")
        lit = guest.page.locator("thead th.hb-lit")
        expect(lit).to_have_count(0)
        mark.focus()
        expect(lit).to_have_count(1)
        column = mark.evaluate("one => one.closest('td').cellIndex")
        assert lit.evaluate("one => one.cellIndex") + 1 == column
        assert mark.evaluate("one => getComputedStyle(one.closest('td')).backgroundColor") != plain
        mark.blur()
        expect(lit).to_have_count(0)


@pytest.mark.parametrize("languages", ["one", "both"])
def test_on_a_phone_each_role_is_a_card_of_its_stages(browser: Browser, built_site: Site, languages: str) -> None:
    with visit(browser, built_site.out.as_uri(), 320) as guest:
        guest.go("zh-Hans/matrix.html")
        guest.page.evaluate("said => { document.documentElement.dataset.hbLanguages = said }", languages)
        assert guest.overflowing == []
        row = guest.page.locator("table.hb-matrix tbody tr:has(a.hb-mark)").first
        cells = row.locator("td:has(a.hb-mark)")
        lefts = cells.evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
        assert len(lefts) > 1
        assert len(set(lefts)) == 1  # one under another
        stage = cells.first.evaluate("one => getComputedStyle(one, '::before').content")
        assert stage.strip('"') == cells.first.get_attribute("data-label")
        expect(row.locator("td:empty").first).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "query", "wanted"),
    [
        ("en", "matrix", "matrix"),
        ("zh-Hant", "矩陣", "matrix"),
        ("en", "compare roles", "compare"),
        ("zh-Hans", "岗位对比", "compare"),
    ],
)
def test_the_search_finds_the_pages_across(
    browser: Browser, built_site: Site, locale: str, query: str, wanted: str
) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go(f"{locale}/index.html")
        found = [result["url"] for result in guest.search(query)]
        assert f"{guest.root}{locale}/{wanted}.html" in found[:3]
