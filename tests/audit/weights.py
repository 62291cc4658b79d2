"""Weighs each kind of page beside a plain Material page of the same text: `python -m tests.audit.weights [SITE]`.

Prints, for the first page of each kind in English, what a browser loads before anything is pressed: all of it, the
scripts and the styles, in KB (1,000 bytes) as they would go over a wire with gzip. The plain page is the same
`site_src/` built with Material as it comes: no theme files of ours, its own search, no font from elsewhere. It loads
its search index at once, which is most of its weight: `less` is the plain page without that index.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.audit import ROOT, SITE, first_of_each_kind
from tests.site.support.visits import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

PLAIN = """\
site_name: Plain
docs_dir: {docs}
site_dir: {out}
use_directory_urls: false
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [attr_list, {{toc: {{permalink: true}}}}]
"""


def build_plain(docs: Path, folder: Path) -> Path:
    """Build `docs` with Material as it comes, and return the site."""
    out = folder / "site"
    config = folder / "mkdocs.yml"
    config.write_text(PLAIN.format(docs=docs, out=out), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, cwd=folder, env={"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"})
    return out


def weigh(browser: Browser, address: str) -> Counter[str]:
    """Return the bytes, gzipped, that opening a page loads, by type of what was loaded."""
    weights: Counter[str] = Counter()
    answers: list[Response] = []
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for answer in answers:
        part = "index" if answer.url.endswith("search_index.json") else answer.request.resource_type
        weights[part] += len(gzip.compress(answer.body(), 6))
    context.close()
    return weights


def main(site: Path) -> None:
    """Print the table."""
    pages = first_of_each_kind("en")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        plain = build_plain(ROOT / "site_src", Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.path(playwright), args=list(chromium.QUIET))
        with served(site) as ours, served(plain) as theirs:
            print("| kind | page KB | plain KB | less KB | scripts KB | plain KB | styles KB | plain KB |")
            print("|" + " --- |" * 8)
            for kind, url in pages.items():
                a, b = weigh(browser, ours + url), weigh(browser, theirs + url)
                totals = [a.total(), b.total(), b.total() - b["index"]]
                cells = [*totals, a["script"], b["script"], a["stylesheet"], b["stylesheet"]]
                print(f"| {kind} | " + " | ".join(f"{n / 1000:.0f}" for n in cells) + " |")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE)
