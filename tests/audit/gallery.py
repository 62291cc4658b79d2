"""Takes a picture of every kind of page, narrow and wide, light and dark, and lays them out: `make gallery`.

    python -m tests.audit.gallery [SITE] [OUT]

SITE is the built site (default: site), OUT the folder of the gallery (default: .cache/gallery). Each page is taken at
360, 768 and 1280 px in Simplified Chinese and English; Traditional Chinese for the kinds where its script shows most.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.audit import ROOT, SITE, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

WIDTHS = {360: 780, 768: 1024, 1280: 900}
"""Height of the window for each width, in CSS pixels."""
SCHEMES = ("light", "dark")
TRADITIONAL = ("home", "role", "stage", "glossary")
BOTH = ("role", "stage")
"""The kinds that are taken with both languages shown too."""


def shots() -> Iterator[tuple[str, str, str]]:
    """Yield kind, address and languages shown of each page to take: the first of its kind in its locale."""
    seen: set[tuple[str, str]] = set()
    for page in pages():
        kind, locale = page["kind"], page["locale"] or ""
        if (kind, locale) in seen or (locale == "zh-Hant" and kind not in TRADITIONAL):
            continue
        seen.add((kind, locale))
        yield kind, page["url"], "one"
        if kind in BOTH and locale != "zh-Hant":
            yield kind, page["url"], "both"


def take(context: BrowserContext, address: str, languages: str, target: Path) -> None:
    """Take one page from top to foot."""
    page = context.new_page()
    page.goto(address + ("?show=both" if languages == "both" else ""))
    page.wait_for_load_state("networkidle")
    page.screenshot(path=str(target), full_page=True, type="jpeg", quality=70)
    page.close()


def index(rows: dict[str, list[str]]) -> str:
    """Return the page that shows all pictures, a row for each page taken."""
    parts = [
        f"<h2>{html.escape(title)}</h2><div>"
        + "".join(f'<a href="{name}"><img loading="lazy" src="{name}" alt="{name}"></a>' for name in names)
        + "</div>"
        for title, names in rows.items()
    ]
    style = (
        "body{font:16px sans-serif}div{display:flex;gap:8px;overflow:auto}"
        "img{width:240px;height:360px;object-fit:cover;object-position:top;border:1px solid #999}"
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>{style}</style>'
        + "".join(parts)
    )


def main(site: Path, out: Path) -> None:
    """Take all pictures and write the page that shows them."""
    out.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[str]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(playwright), args=list(chromium.QUIET))
        wanted = list(shots())
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                for _kind, url, languages in wanted:
                    stem = url.removesuffix(".html").replace("/", "_") + ("-both" if languages == "both" else "")
                    name = f"{stem}-{width}-{scheme}.jpg"
                    take(context, f"{site.resolve().as_uri()}/{url}", languages, out / name)
                    rows.setdefault(stem, []).append(name)
                context.close()
                sys.stderr.write(f"{width} px, {scheme}: {len(wanted)} pages\n")
        browser.close()
    (out / "index.html").write_text(index(rows), encoding="utf-8")
    sys.stdout.write(f"{sum(map(len, rows.values()))} pictures: {out / 'index.html'}\n")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else SITE, given[1] if len(given) > 1 else ROOT / ".cache" / "gallery")
