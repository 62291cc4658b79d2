"""Runs Lighthouse's mobile profile on the kinds of page that most people open.

    python -m tests.audit.lighthouse [SITE]

Prints the four scores of each, and the audits that cost points; exits with 1 where one of
the last three is below 95: the first is a timing, and a busy machine is no fault of the page. Needs node and
a Chromium. Canonical addresses need `SITE_URL` when the site is built; without it Lighthouse counts none as a fault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.audit import SITE, first_of_each_kind
from tests.audit.hosted import Host
from tests.audit.tools import LIGHTHOUSE, program
from tests.site.support.visits import served

KINDS = ("home", "role", "stage", "metrics", "source")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95


def look(url: str, browser: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page."""
    flags = " ".join(["--headless=new", *chromium.QUIET])
    command = [*program("node", LIGHTHOUSE), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    run = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        sys.exit(run.stderr)
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def losses(report: dict[str, Any], category: str) -> list[str]:
    """Return the audits that cost a category points."""
    weighed = {ref["id"]: ref["weight"] for ref in report["categories"][category]["auditRefs"]}
    return [
        f"{name} {audit['score']:.2f} ({audit.get('displayValue', '')})"
        for name, audit in report["audits"].items()
        if weighed.get(name) and audit["score"] is not None and audit["score"] < 1
    ]


def main(site: Path) -> int:
    """Print the scores of each kind, in English."""
    pages = first_of_each_kind("en")
    with sync_playwright() as playwright:
        browser = chromium.path(playwright)
    lowest = 100
    with served(site, Host) as root:
        print("| kind | " + " | ".join(CATEGORIES) + " | what cost points |")
        print("|" + " --- |" * (len(CATEGORIES) + 2))
        for kind in KINDS:
            report = look(root + pages[kind], browser)
            scores = [round(100 * report["categories"][category]["score"]) for category in CATEGORIES]
            lowest = min(lowest, *scores[1:])
            lost = "; ".join(loss for category in CATEGORIES for loss in losses(report, category))
            print(f"| {kind} | " + " | ".join(map(str, scores)) + f" | {lost} |", flush=True)
    return 1 if lowest < LEAST else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE))
