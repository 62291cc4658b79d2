"""Makes a PDF of each locale from its page that holds the whole handbook: `make pdf`.

It stands here because it needs what the tests need and the product does not: Playwright and a browser.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
AS_A_BOOK = """() => {
  const title = document.querySelector("article h1").firstChild.textContent.trim();
  document.title = title;
  for (const link of document.querySelectorAll("article a[href]"))
    if (!/^(#|https?:)/.test(link.getAttribute("href"))) link.removeAttribute("href");
  return title;
}"""
"""A link to another page of the site would carry the path of this machine; the words of it stay."""
RUNNING_TITLE = """
@page { @top-left { content: %s; color: #4d5d59; font: 8pt var(--md-text-font-family, sans-serif); } }
@page :first { @top-left { content: none; } }
"""


def make_pdf(browser: Browser, page: Path, file: Path) -> None:
    """Print the page of the whole handbook into a PDF with bookmarks and tags; its style sheet numbers the sheets."""
    with browser.new_page(color_scheme="light") as tab:
        tab.goto(page.as_uri())
        title = tab.evaluate(AS_A_BOOK)
        tab.add_style_tag(content=RUNNING_TITLE % json.dumps(title, ensure_ascii=False))
        tab.pdf(path=file, prefer_css_page_size=True, outline=True, tagged=True)


def make_pdfs(site: Path) -> Iterator[Path]:
    """Make the PDF of each locale of a built site, in the site's folder."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(playwright), args=list(chromium.QUIET))
        for page in sorted(site.glob("*/print.html")):
            file = site / f"handbook-{page.parent.name}.pdf"
            make_pdf(browser, page, file)
            yield file
        browser.close()


if __name__ == "__main__":
    for made in make_pdfs(ROOT / "site"):
        print(made.relative_to(ROOT))
