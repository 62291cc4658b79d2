"""A real browser for the tests of the site. It is not optional: a search nobody typed into is not tested."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.site.support.project import Site, build_site, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from `HANDBOOK_BROWSER`, from the path, or as Playwright installed it."""
    with sync_playwright() as playwright:
        path = chromium.path(playwright)
        if not os.access(path, os.X_OK):
            pytest.fail(
                f"There is no browser at {path}. Run `make test`, which installs one, or install chromium, "
                "or set HANDBOOK_BROWSER to the path of one.",
                pytrace=False,
            )
        started = playwright.chromium.launch(executable_path=path, args=list(chromium.QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The handbook as it is, built once in each process that tests (`--dist loadfile` keeps these few)."""
    folder = tmp_path_factory.mktemp("handbook")
    site = build_site(copy_project(folder / "project"), folder / "site")
    if not (site.out / "index.html").exists():
        pytest.fail(f"The site was not built:\n{site.built.output}", pytrace=False)
    return site
