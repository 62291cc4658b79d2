"""A real browser for the tests of the site. It is not optional: a search nobody typed into is not tested."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.site.support.project import Site, build_site, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from `HANDBOOK_BROWSER`, from the path, or as Playwright installed it."""
    with sync_playwright() as playwright:
        path = os.environ.get("HANDBOOK_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
        path = path or playwright.chromium.executable_path
        if not os.access(path, os.X_OK):
            pytest.fail(
                f"There is no browser at {path}. Run `make test`, which installs one, or install chromium, "
                "or set HANDBOOK_BROWSER to the path of one.",
                pytrace=False,
            )
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The handbook as it is, built once in each process that tests (`--dist loadfile` keeps these few)."""
    folder = tmp_path_factory.mktemp("handbook")
    site = build_site(copy_project(folder / "project"), folder / "site")
    if not (site.out / "index.html").exists():
        pytest.fail(f"The site was not built:\n{site.built.output}", pytrace=False)
    return site
