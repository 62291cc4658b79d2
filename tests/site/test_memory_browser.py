"""What a device remembers may be anything, or closed: every page works then as on a first visit."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from tests.site.support.visits import served, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.site.support.project import Site

JUNK = (
    *(
        "",
        "{",
        "null",
        '"x"',
        "[]",
        "7",
        "{}",
        '{"index": 1}',
        '{"index": "1", "color": {}}',
        '{"index": -1, "color": {}}',
    ),
    *('{"index": 0, "color": null}', '{"index": 0, "color": "ab"}', '{"index": 0, "color": {"a b": "c"}}'),
    *(
        '{"index": 0, "color": {"scheme": null}}',
        '["step-"]',
        "[null, {}]",
    ),
)
KEYS = "['handbook.languages', 'handbook.steps.' + document.querySelector('.hb-checklist').dataset.hbStage]"
REMEMBER = f"""(junk) => {{
  for (const key of [__md_scope.pathname + ".__palette", ...{KEYS}]) localStorage.setItem(key, junk);
}}"""
CLOSED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("closed", "SecurityError"); } });"""
SCHEME = "document.body.dataset.mdColorScheme"


@pytest.mark.parametrize("from_disk", [True, False], ids=["from the disk", "served"])
def test_junk_in_the_memory_is_as_good_as_none(browser: Browser, built_site: Site, from_disk: bool) -> None:
    stage = built_site.first("stage", "en")
    with (
        nullcontext(built_site.out.as_uri()) if from_disk else served(built_site.out) as root,
        visit(browser, root) as guest,
    ):
        for junk in JUNK:
            guest.go(stage)
            guest.page.evaluate(REMEMBER, junk)
            guest.go(stage)
            assert guest.page.evaluate(SCHEME) == "default", junk
            assert guest.page.locator(".hb-tick").count() > 0, junk
            guest.page.locator(".hb-palette-button").click()
            assert guest.page.evaluate(SCHEME) == "slate", junk
            assert guest.faults == [], junk


def test_the_choice_of_colours_is_remembered(browser: Browser, built_site: Site) -> None:
    with served(built_site.out) as root, visit(browser, root) as guest:
        guest.go(built_site.first("stage", "en"))
        guest.page.locator(".hb-palette-button").click()
        guest.go(built_site.first("role", "zh-Hant"))
        assert guest.page.evaluate(SCHEME) == "slate"


def test_pages_work_where_memory_is_closed(browser: Browser, built_site: Site) -> None:
    with visit(browser, built_site.out.as_uri()) as guest:
        guest.page.add_init_script(CLOSED)
        for kind in ("home", "stage", "metrics"):
            guest.go(built_site.first(kind, "en"))
            guest.page.locator(".hb-palette-button").click()
            assert guest.page.evaluate(SCHEME) == "slate"
            guest.show("both")
            assert guest.others
