"""Tables and lists that a reader filters and sorts: by keyboard, from a shared address, and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import expect

from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import Visit, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROWS, CARDS = "#figures tbody tr", ".hb-family-role"
METRICS, ROLES = "en/metrics.html", "en/roles/index.html"
TEXT = "input[name=q]"


@pytest.fixture
def guest(browser: Browser, built_site: Site) -> Iterator[Visit]:
    """A reader of the site in a folder, as it is handed on: no server."""
    with visit(browser, built_site.out.as_uri()) as guest:
        yield guest


def shown(page: Page, selector: str) -> list[str]:
    """The texts of the elements that are not filtered out, in their order."""
    texts: list[str] = page.locator(selector).evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.innerText)"
    )
    return texts


def column(page: Page, number: int) -> list[str]:
    return shown(page, f"{ROWS} > :nth-child({number})")


# -- every figure -------------------------------------------------------------------------------------------------


def test_every_figure_stands_in_the_table(guest: Visit, built_site: Site) -> None:
    guest.go(METRICS)
    figures = built_site.pages[METRICS].tree.all("tr", within="hb-every-figure")[1:]
    assert len(figures) > 20
    assert len(shown(guest.page, ROWS)) == len(figures)
    assert str(len(figures)) in guest.page.locator(".hb-lead").inner_text()
    ids = [row.get("id") for row in figures]
    assert all(i.startswith("figure--") for i in ids)
    guest.page.goto(f"{guest.root}{METRICS}#{ids[-1]}")
    expect(guest.page.locator(f"[id='{ids[-1]}']")).to_be_in_viewport()


def test_a_column_sorts_by_its_button_up_down_and_back(guest: Visit) -> None:
    guest.go(METRICS)
    before = column(guest.page, 1)
    heading = guest.page.locator("th[data-key=metric]")
    heading.get_by_role("button").focus()
    guest.page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    up = column(guest.page, 1)
    assert up == sorted(before, key=str.casefold)
    assert up != before
    guest.page.keyboard.press("Space")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert column(guest.page, 1)[0] == up[-1]
    guest.page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") is None
    assert column(guest.page, 1) == before
    assert "sort=" not in guest.page.url


def test_figures_sort_by_number_within_their_unit(guest: Visit) -> None:
    for order, sign in (("value", 1), ("-value", -1)):
        guest.go(f"{METRICS}?sort={order}")
        keys = guest.page.locator(f"{ROWS} > [data-order]").evaluate_all("all => all.map((one) => one.dataset.order)")
        pairs = [tuple(map(float, key.split())) for key in keys]
        assert len({unit for unit, _ in pairs}) > 3
        assert pairs == sorted(pairs, key=lambda pair: (pair[0], sign * pair[1]))


def test_rows_without_a_condition_come_last_both_ways(guest: Visit) -> None:
    for order in ("when", "-when"):
        guest.go(f"{METRICS}?sort={order}")
        filled = [bool(text.strip()) for text in column(guest.page, 4)]
        assert True in filled
        assert False in filled
        assert filled == sorted(filled, reverse=True)


def test_the_filters_narrow_together_and_the_address_keeps_them(guest: Visit) -> None:
    guest.go(METRICS)
    everything = len(shown(guest.page, ROWS))
    guest.page.get_by_label("Kind").select_option("reached")
    results = len(shown(guest.page, ROWS))
    assert 0 < results < everything
    guest.page.locator("th[data-key=where] button").click()
    words = f"{column(guest.page, 1)[-1].upper()} {column(guest.page, 2)[-1].split()[0]}"
    guest.page.get_by_label("Words").fill(words)
    rows = shown(guest.page, ROWS)
    assert 0 < len(rows) < results
    expect(guest.page.get_by_role("status")).to_have_text(f"Showing {len(rows)} of {everything} figures")

    guest.page.goto(guest.page.url)
    assert shown(guest.page, ROWS) == rows
    expect(guest.page.get_by_label("Words")).to_have_value(words)
    expect(guest.page.locator("th[data-key=where]")).to_have_attribute("aria-sort", "ascending")
    guest.switch_language("zh-Hans")
    assert len(shown(guest.page, ROWS)) == len(rows)  # both languages of a row are looked through
    expect(guest.page.locator("select[name=kind]")).to_have_value("reached")


@pytest.mark.parametrize(("typed_on", "read_on"), [("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hant")])
def test_words_typed_in_the_other_script_find_the_same(guest: Visit, typed_on: str, read_on: str) -> None:
    names = {}
    for locale in (typed_on, read_on):
        guest.go(METRICS.replace("en/", f"{locale}/", 1))
        names[locale] = column(guest.page, 1)
    name, same = next((a, b) for a, b in zip(names[typed_on], names[read_on], strict=True) if a != b)
    guest.page.locator("input[name=q]").fill(name)
    expect(guest.page.locator(f"{ROWS}:visible").first).to_contain_text(same)
    assert 0 < len(shown(guest.page, ROWS)) < len(names[read_on])


def test_a_role_s_figures_are_its_own_and_those_of_its_stages_and_cases(guest: Visit) -> None:
    guest.go(METRICS)
    roles = guest.page.locator("select[name=role] option").evaluate_all("all => all.map((one) => one.value)")
    role = next(filter(None, roles))
    guest.page.locator("select[name=role]").select_option(role)
    links = guest.page.locator(f"{ROWS}:visible .hb-where a").evaluate_all("all => all.map((one) => one.href)")
    assert any(f"roles/{role}.html" in link for link in links)
    assert any("/processes/" in link for link in links)
    assert not any("/roles/" in link and f"/{role}.html" not in link for link in links)


def test_nothing_left_says_so_and_leads_back(guest: Visit) -> None:
    guest.go(f"{METRICS}?q=no+such+figure&sort=metric")
    none = guest.page.locator(".hb-filter-none")
    expect(none).to_be_visible()
    assert shown(guest.page, ROWS) == []
    none.get_by_role("button").focus()
    guest.page.keyboard.press("Enter")
    expect(none).to_be_hidden()
    expect(guest.page.locator(TEXT)).to_be_focused()
    assert len(shown(guest.page, ROWS)) == guest.page.locator(ROWS).count()
    assert guest.page.url == guest.root + METRICS


def test_an_address_with_unknown_values_filters_nothing(guest: Visit) -> None:
    guest.go(f"{METRICS}?kind=nonsense&sort=nonsense&role=%3Cscript%3E")
    assert len(shown(guest.page, ROWS)) == guest.page.locator(ROWS).count()
    assert guest.page.locator("th[aria-sort]").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_a_narrow_screen_sorts_by_a_choice_a_wide_one_by_headings(
    browser: Browser, built_site: Site, width: int
) -> None:
    with visit(browser, built_site.out.as_uri(), width) as guest:
        guest.go(METRICS)
        choice, button = guest.page.get_by_label("Sort by"), guest.page.locator("th[data-key=metric] button")
        drawer = guest.page.locator(".hb-facets > summary")
        expect(drawer).to_be_visible(visible=width == 320)
        expect(choice).to_be_visible(visible=False)  # on a phone it is one of the choices that wait
        if width == 320:
            drawer.click()
            expect(choice).to_be_visible()
            choice.select_option("-metric")
            assert guest.overflowing == []
            focusable = button.evaluate("one => { one.focus(); return one === document.activeElement }")
            assert not focusable  # out of sight, so out of the order of focus
        else:
            button.click()
            button.click()
        names = [row.splitlines()[0] for row in column(guest.page, 1)]
        assert names == sorted(names, key=str.casefold, reverse=True)


# -- roles --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_roles_are_filtered_by_facets_and_words(guest: Visit, locale: str) -> None:
    guest.go(f"{locale}/roles/index.html")
    everything = shown(guest.page, CARDS)
    headings = shown(guest.page, "article h2")
    for name in ("family", "organisation", "stage"):
        choice = guest.page.locator(f"select[name={name}]")
        choice.select_option(index=1)
        some = shown(guest.page, CARDS)
        assert 0 < len(some) < len(everything), name
        assert len(shown(guest.page, "article h2")) < len(headings), name
        choice.select_option("")
    title = guest.page.locator(f"{CARDS} .hb-family-title .hb-other").first.text_content() or ""
    guest.page.locator(TEXT).fill(title.upper())
    assert len(shown(guest.page, CARDS)) >= 1  # found in the language that is not shown
    assert len(shown(guest.page, CARDS)) < len(everything)


def test_a_role_is_found_by_another_name_in_either_language(guest: Visit, built_site: Site) -> None:
    files = sorted((built_site.project / "content" / "roles").glob("*.yaml"))
    roles = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    role = next(role for role in roles if role.get("aliases"))
    guest.go(ROLES)
    for name in (role["aliases"][0]["zh"], role["aliases"][0]["en"].lower()):
        guest.page.locator(TEXT).fill(name)
        assert any(role["title"]["en"] in card for card in shown(guest.page, CARDS)), name


def test_families_without_a_role_left_leave_the_contents_too(guest: Visit) -> None:
    guest.go(ROLES)
    family = guest.page.locator("select[name=family] option").nth(1)
    name = family.inner_text()
    guest.go(f"{ROLES}?family={family.get_attribute('value')}")
    assert [text.rstrip("¶ ") for text in shown(guest.page, "article h2")] == [name]
    assert [text.strip() for text in shown(guest.page, ".md-sidebar--secondary li")] == [name]
    guest.page.get_by_label("Words").fill("zzz")
    expect(guest.page.locator(".hb-filter-none")).to_be_visible()
    assert shown(guest.page, "article h2") == []


# -- without a script ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("url", "items"), [(METRICS, ROWS), (ROLES, CARDS)])
def test_without_a_script_all_is_there_and_no_control_that_does_nothing(
    browser: Browser, built_site: Site, url: str, items: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{built_site.out.as_uri()}/{url}?q=zzz")
    assert page.locator(items).count() > 5
    expect(page.locator(items).first).to_be_visible()
    for selector in ("form.hb-filter", ".hb-filter-none", "table button"):
        expect(page.locator(selector).locator("visible=true")).to_have_count(0)
    context.close()
