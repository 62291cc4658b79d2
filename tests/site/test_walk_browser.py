"""The built site as a reader has it, in a browser: through all three locales, narrow and wide, light and dark."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.site.archive import pack
from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import Visit, served, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.site.support.visits import Scheme

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 1280)
ROLES, SEARCH, SHOWN = "roles/index.html", "button[data-handbook-search]", ".hb-show input"


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


# -- the walk -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_a_walk_through_a_locale(browser: Browser, built_site: Site, address: str, locale: str) -> None:
    role, process, stage, source = (built_site.first(kind, locale) for kind in ("role", "process", "stage", "source"))
    with visit(browser, address) as guest:
        guest.go("index.html")
        guest.follow(f"{locale}/index.html")
        assert guest.page.evaluate("document.documentElement.lang") == locale
        guest.follow(f"{locale}/{ROLES}")
        guest.follow(role)

        guest.page.locator(".md-sidebar--secondary a[href='#requirements']").click()
        assert guest.anchor == "requirements"
        for other in (*(other for other in LOCALES if other != locale), locale):
            guest.switch_language(other)
            assert (guest.here, guest.anchor) == (f"{other}/{role.partition('/')[2]}", "requirements")
            assert guest.page.evaluate("document.documentElement.lang") == other
            expect(guest.page.locator("#requirements")).to_be_in_viewport()

        guest.follow(f"{locale}/processes/index.html")
        for url in (
            process,
            stage,
            f"{locale}/metrics.html",
            f"{locale}/glossary.html",
            f"{locale}/sources/index.html",
        ):
            guest.follow(url)
            expect(guest.page.locator("article h1")).to_be_visible()
        guest.follow(source)
        assert guest.page.title().startswith(built_site.listed[source]["title"])


@pytest.mark.parametrize(
    ("url", "locale"),
    [
        ("zh-Hant/roles/nobody.html", "zh-Hant"),
        ("zh-Hans/a/b/c/d", "zh-Hans"),
        ("en/nobody", "en"),
        ("nowhere/at/all.html", "en"),  # the language of the browser
    ],
)
def test_the_not_found_page_speaks_the_reader_s_language_at_any_depth(
    browser: Browser, built_site: Site, address: str, url: str, locale: str
) -> None:
    words = built_site.manifest["locales"][locale]["words"]
    with visit(browser, address) as guest:
        guest.go(url)
        page = guest.page
        expect(page.locator("article h1")).to_have_text(words["theme.not-found"], use_inner_text=True)
        assert page.evaluate("document.documentElement.lang") == locale
        assert page.title().startswith(words["theme.not-found"])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert guest.overflowing == []
        page.locator(".hb-lost-search:visible").click()
        expect(page.get_by_placeholder(words["search.placeholder"])).to_be_focused()
        assert guest.search("gmv")[0]["url"].startswith(f"{address}{locale}/")
        page.keyboard.press("Escape")
        guest.follow(f"{locale}/index.html")
        assert [fault for fault in guest.faults if "404" not in fault] == []
        guest.faults.clear()


def test_the_not_found_page_speaks_all_languages_without_a_script(
    browser: Browser, built_site: Site, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/deep/down/nobody.html")
    for locale, known in built_site.manifest["locales"].items():
        expect(page.locator(f"h1 [lang={locale}]")).to_have_text(known["words"]["theme.not-found"])
        expect(page.locator(f"h1 [lang={locale}]")).to_be_visible()
    expect(page.locator(".hb-lost-search:visible")).to_have_count(0)
    page.locator("section[lang=en] a").click()
    page.wait_for_url(f"{address}en/index.html")
    context.close()


# -- search -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_the_search_finds_what_is_in_the_content(browser: Browser, built_site: Site, address: str, locale: str) -> None:
    with visit(browser, address) as guest:
        guest.go(built_site.first("stage", locale))
        for kind in ("role", "stage"):
            wanted = built_site.first(kind, locale)
            title = built_site.listed[wanted]["title"]
            assert guest.search(title)[0]["url"] == guest.root + wanted, title

        role = built_site.first("role", locale)
        guest.page.locator(SEARCH).click()
        box = guest.page.get_by_role("combobox")
        expect(box).to_be_focused()
        box.press_sequentially(built_site.listed[role]["title"])
        first = guest.page.get_by_role("option").first
        expect(first).to_be_visible()
        expect(guest.page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
        box.press("Enter")
        guest.page.wait_for_url(guest.root + role)


@pytest.mark.parametrize(("locale", "other"), [("en", "zh-Hans"), ("zh-Hant", "zh-Hans"), ("zh-Hans", "en")])
def test_the_search_crosses_scripts_and_languages(
    browser: Browser, built_site: Site, address: str, locale: str, other: str
) -> None:
    """Typed in the words of another locale, it finds the page of one's own."""
    wanted = built_site.first("role", locale)
    title = built_site.listed[built_site.first("role", other)]["title"]
    with visit(browser, address) as guest:
        guest.go(f"{locale}/index.html")
        assert guest.search(title)[0]["url"] == guest.root + wanted


# -- room ---------------------------------------------------------------------------------------------------------

SHOW = """said => new Promise((done) => {
  document.documentElement.dataset.hbLanguages = said;
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
"""Shows languages, and waits until what fits itself to its room has done so."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_scrolls_sideways(
    browser: Browser, built_site: Site, address: str, locale: str, scheme: Scheme
) -> None:
    wide = {}
    with visit(browser, address, scheme=scheme) as guest:
        for url in ("index.html", *(built_site.first(kind, locale) for kind in built_site.kinds)):
            guest.go(url)
            body = guest.page.locator("body")
            expect(body).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")
            for width in WIDTHS:
                guest.page.set_viewport_size({"width": width, "height": 800})
                for languages in ("one", "both", "other"):
                    guest.page.evaluate(SHOW, languages)
                    if found := guest.overflowing:
                        wide[url, width, languages] = found
    assert wide == {}


# -- keyboard -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_the_switches(browser: Browser, built_site: Site, address: str, width: int) -> None:
    role = built_site.first("role", "en")
    with visit(browser, address, width) as guest:
        guest.go(role)
        wanted = {"skip": ".md-skip", "languages": SHOWN, "language": "header summary", "search": SEARCH}
        reached = set()
        for focused in guest.tab_through():
            for name, selector in wanted.items():
                if focused.evaluate("(one, selector) => one.matches(selector)", selector):
                    reached.add(name)
                    assert focused.evaluate("one => one.matches(':focus-visible') && one.checkVisibility()")
            if reached == set(wanted):
                break
        assert reached == set(wanted)


def test_the_switches_work_by_keyboard(browser: Browser, built_site: Site, address: str) -> None:
    role = built_site.first("role", "en")
    with visit(browser, address) as guest:
        guest.go(role)
        guest.showing("one").focus()
        guest.page.keyboard.press("ArrowRight")
        expect(guest.showing("both")).to_be_checked()
        assert guest.others
        assert guest.owns
        guest.page.keyboard.press("ArrowRight")
        expect(guest.showing("other")).to_be_checked()
        assert guest.owns == []
        guest.page.keyboard.press("/")
        expect(guest.page.get_by_role("combobox")).to_be_focused()
        guest.page.keyboard.press("Escape")
        expect(guest.showing("other")).to_be_focused()
        guest.page.locator(SEARCH).focus()
        guest.page.keyboard.press("Enter")
        expect(guest.page.get_by_role("combobox")).to_be_focused()
        guest.page.keyboard.press("Escape")
        expect(guest.page.locator(SEARCH)).to_be_focused()
        guest.page.locator("header summary").focus()
        guest.page.keyboard.press("Enter")
        expect(guest.language_link("zh-Hant")).to_be_visible()
        while not guest.language_link("zh-Hant").evaluate("one => one === document.activeElement"):
            guest.page.keyboard.press("Tab")
            assert guest.page.evaluate("document.activeElement.closest('header') !== null")
        guest.page.keyboard.press("Enter")
        guest.page.wait_for_url(guest.root + role.replace("en/", "zh-Hant/", 1))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_walk_by_keyboard_alone(browser: Browser, built_site: Site, address: str, width: int) -> None:
    """From the home page by the menu, the search, the switch and the sources of an item to a comparison."""
    role = built_site.first("role", "en")
    with visit(browser, address, width) as guest:
        keyboard = guest.page.keyboard
        guest.go("en/index.html")
        if width < 900:
            guest.tab_to("button.hb-menu")
            keyboard.press("Enter")
            expect(guest.page.locator(".hb-nav a").first).to_be_focused()
        guest.tab_to(".hb-nav a[href$='roles/index.html']")
        keyboard.press("Enter")
        guest.page.wait_for_url(f"{guest.root}en/{ROLES}")

        keyboard.press("/")
        expect(guest.page.get_by_role("combobox", name="Search")).to_be_focused()
        keyboard.type(built_site.listed[role]["title"])
        expect(guest.page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
        keyboard.press("Enter")
        guest.page.wait_for_url(guest.root + role)

        guest.tab_to(SHOWN)
        keyboard.press("ArrowRight")
        expect(guest.showing("both")).to_be_checked()
        assert set(guest.others) == {"zh-Hans"}

        guest.tab_to("article .hb-item .hb-sources > summary")
        keyboard.press("Enter")
        keyboard.press("Tab")
        statement = guest.page.locator("*:focus")
        expect(statement).to_have_attribute("href", re.compile(r"/sources/[a-z-]+\.html#s[0-9]+$"))
        keyboard.press("Escape")
        expect(guest.page.locator("*:focus")).to_have_js_property("tagName", "SUMMARY")

        guest.page.reload()  # the heading takes no focus, and past the last link Tab leaves the page
        guest.tab_to("article a[href*='compare.html?roles=']")
        keyboard.press("Enter")
        guest.page.wait_for_url(lambda url: "/en/compare.html?roles=" in url)
        guest.tab_to("form select[name=second]")
        keyboard.press("ArrowDown")
        expect(guest.page.locator(".hb-compared thead th a")).to_have_count(2)


# -- from a folder ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_the_site_works_from_a_folder(browser: Browser, built_site: Site, locale: str) -> None:
    role = built_site.first("role", locale)
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.go("index.html")
        guest.follow(f"{locale}/index.html")
        guest.follow(role)
        title = built_site.listed[role]["title"]
        assert guest.search(title)[0]["url"] == guest.root + role
        find(guest, title)
        guest.show("other")
        assert guest.others
        assert guest.page.url.endswith("?show=other")
        guest.go(role)
        expect(guest.showing("other")).to_be_checked()
        assert guest.others
        assert guest.owns == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_unpacked_zip_works_wherever_it_lies(
    browser: Browser, built_site: Site, tmp_path: Path, locale: str
) -> None:
    """In a folder with a space and Chinese in its path, without a server."""
    pack(built_site.out, tmp_path / "handbook.zip")
    folder = tmp_path / "我的 文件#1"
    with zipfile.ZipFile(tmp_path / "handbook.zip") as archive:
        archive.extractall(folder)
    role = built_site.first("role", locale)
    other = next(one for one in LOCALES if one != locale)
    with visit(browser, (folder / "handbook").as_uri()) as guest:
        guest.go(f"{locale}/index.html")
        find(guest, built_site.listed[role]["title"])
        guest.page.wait_for_url(guest.root + role)
        guest.show("both")
        assert guest.others
        guest.page.wait_for_load_state("networkidle")
        guest.switch_language(other)
        assert guest.here == role.replace(locale, other, 1)
        assert guest.page.evaluate("document.documentElement.lang") == other
        assert guest.others


def find(guest: Visit, title: str) -> None:
    """Search in the box and follow the first result."""
    guest.page.keyboard.press("/")
    guest.page.get_by_role("combobox").press_sequentially(title)
    expect(guest.page.get_by_role("option").first).to_contain_text(title)
    guest.page.keyboard.press("Enter")
    expect(guest.page.get_by_role("combobox")).to_be_hidden()
