"""Takes the README's pictures of the built site: `make pictures`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium

ROOT = Path(__file__).resolve().parents[2]
# Name, page, width and height in CSS pixels, colour scheme, both languages shown.
PICTURES = (
    ("role-both", "zh-Hans/roles/merchant-operations.html", 1280, 900, "light", True),
    ("stage-phone-dark", "en/processes/operation-cycle/campaign.html#phase-on-the-day", 360, 780, "dark", False),
    ("source", "zh-Hant/sources/keeta-postings.html", 1280, 900, "light", False),
)


def main() -> None:
    """Write each picture to docs/images/."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(playwright), args=list(chromium.QUIET))
        for name, page, width, height, scheme, both in PICTURES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            if both:
                context.add_init_script("localStorage.setItem('handbook.languages', 'both')")
            tab = context.new_page()
            tab.goto(f"{(ROOT / 'site').as_uri()}/{page}")
            tab.wait_for_timeout(500)
            tab.screenshot(path=str(ROOT / "docs" / "images" / f"{name}.png"))
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
