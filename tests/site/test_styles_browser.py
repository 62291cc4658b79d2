"""The one stylesheet of a built site: the same rules as those of the theme, in the same order, for a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.site.styles import TOGETHER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.site.support.project import Site

pytestmark = pytest.mark.browser

RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replace(/ ?([,/]) ?/g, "$1"));
}"""
"""What a browser makes of the text of a stylesheet, one text a rule. It keeps the space in a value with a variable."""


def test_the_stylesheet_holds_every_rule_of_the_theme_as_a_browser_reads_it(browser: Browser, built_site: Site) -> None:
    page = browser.new_page()
    config = (built_site.project / "mkdocs.yml").read_text("utf-8")
    named = re.findall(r"^  - (assets/stylesheets/\S+)$", config, re.M)
    written = [
        rule
        for name in named
        for rule in page.evaluate(RULES, (built_site.project / "overrides" / name).read_text("utf-8"))
    ]
    built: list[str] = page.evaluate(RULES, (built_site.out / TOGETHER).read_text("utf-8"))
    assert len(written) > 100
    assert built == written
    page.close()
