"""WCAG 2.2 AA by axe-core: no violation on any kind of page, in any locale, light and dark, on a phone and a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.support.project import LOCALES, Site
from tests.site.support.visits import served, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.site.support.visits import Scheme

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
FIRST_OF_EACH_PART = """() => {
  const part = (heading) => heading.id.replace(/-.*/, "");
  const seen = new Set();
  let keep = true;
  for (const one of document.querySelectorAll("article > *")) {
    const heading = one.matches(".hb-h1[id], h2[id]") && one;
    if (heading) keep = heading.matches("h2") || (!seen.has(part(heading)) && seen.add(part(heading)));
    if (!keep) one.remove();
  }
  for (const list of document.querySelectorAll("article :is(dl, tbody, ul, ol)")) {
    for (const one of [...list.children].slice(20)) one.remove();
  }
  return [...seen].sort();
}"""
"""Leaves of the page that holds all others the first role, stage, case and so on: those are its pages at once."""
LAID_OUT = "* { content-visibility: visible !important }"
"""What a page lays out when one comes near, laid out at once: before, its parts have no place to measure."""


@pytest.fixture(scope="module")
def address(built_site: Site) -> Iterator[str]:
    with served(built_site.out) as root:
        yield root


def violations(page: Page, **options: Any) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page, options=RULES | options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing(browser: Browser, built_site: Site, address: str, locale: str, scheme: Scheme) -> None:
    found = {}
    with visit(browser, address, scheme=scheme, still=True) as guest:
        for url in ("index.html", "404.html", *(built_site.first(kind, locale) for kind in built_site.kinds)):
            guest.go(url)
            guest.page.add_style_tag(content=LAID_OUT)
            if url.endswith("/print.html"):  # with all its parts it takes minutes
                kept = guest.page.evaluate(FIRST_OF_EACH_PART)
                assert kept == ["case", "guide", "process", "role", "source", "stage"]
            for width in WIDTHS:
                guest.page.set_viewport_size({"width": width, "height": 800})
                if faults := violations(guest.page):
                    found[url, width] = faults
    assert found == {}


def test_axe_finds_nothing_on_the_whole_page_to_print(browser: Browser, address: str) -> None:
    """All of it at once, for what only the whole can break: ids, names, headings, lists, tables."""
    with visit(browser, address, still=True) as guest:
        guest.go("en/print.html")
        guest.page.add_style_tag(content=LAID_OUT)
        assert violations(guest.page, rules={"color-contrast": {"enabled": False}}) == []


def test_axe_finds_what_is_wrong(browser: Browser, built_site: Site, address: str) -> None:
    """The check can fail: text too faint to read, and a picture without a name."""
    with visit(browser, address, still=True) as guest:
        guest.go(built_site.first("role", "en"))
        guest.page.evaluate(
            "document.querySelector('article h1').style.color = '#ddd';"
            "document.querySelector('article').append(Object.assign(new Image(), {src: 'data:image/gif;base64,'}))"
        )
        assert {fault.partition(":")[0] for fault in violations(guest.page)} >= {"color-contrast", "image-alt"}
