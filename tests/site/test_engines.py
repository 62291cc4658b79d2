"""The same `site_src/` builds with three engines: MkDocs (test_build.py), its fork ProperDocs, and Zensical.

All take the real mkdocs.yml with the real theme overrides. ProperDocs runs our plugin; Zensical does not, so it draws
its own menu in one language: its pages and their anchors are what the test is about. An engine that fails may exit 0
with a single page, so what counts is the list of pages.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.pipeline import build
from generator.render.write import read_manifest
from tests.site.support.html import read_page
from tests.site.support.project import LOCALES, OTHER_HOST, copy_project, html_files, resolve

if TYPE_CHECKING:
    from pathlib import Path

HEADING = re.compile(r"^#+ .*\{ #([\w-]+)(?: \.[\w-]+)?(?: data-toc-label=.*)? \}$", re.M)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose `site_src/` is written, as `handbook render` does it."""
    project = copy_project(tmp_path_factory.mktemp("engines") / "project")
    checked, written = build.render(project / "content", project / "site_src")
    assert written is not None, checked.problems
    return project


def test_properdocs_builds_the_same_pages(rendered: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(rendered, project)
    out = run(project, sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", "site")
    assert_built(project, out)
    for locale in LOCALES:  # the plugin's work
        assert read_page(project / "site", f"{locale}/index.html").lang == locale


def test_zensical_builds_the_same_pages(rendered: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(rendered, project)
    assert_built(project, run(project, sys.executable, "-m", "zensical", "build", "--strict", "--clean"))


def assert_built(project: Path, out: str) -> None:
    site, source = project / "site", project / "site_src"
    manifest: dict[str, Any] = read_manifest(source)
    pages = {page["url"]: page["path"] for page in manifest["pages"]}
    assert html_files(site) == {*pages, "404.html"}, out
    for url, path in pages.items():
        headings = HEADING.findall((source / path).read_text("utf-8"))
        page = read_page(site, url)
        assert headings, path
        assert set(headings) <= page.anchors, url
        for script in page.tree.all("script", type="application/ld+json"):
            assert json.loads(script.text)["@context"] == "https://schema.org", url
        for link in page.tree.all("link", type="application/json"):
            assert (site / resolve(link.get("href"), url)[0]).is_file(), (url, link.get("href"))
        for element in page.tree:
            assert not element.get("src").startswith(OTHER_HOST), (url, element.get("src"))
    for locale in LOCALES:
        assert (site / "assets" / "search" / f"{locale}.js").is_file()
        home = read_page(site, f"{locale}/index.html").tree
        assert home.all("link", type="application/json")
        assert home.all("script", type="application/ld+json")


def run(project: Path, *command: str) -> str:
    """Run an engine in a project, without a network where the system lets us take it away."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*without_network(), *command],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@cache
def without_network() -> tuple[str, ...]:
    unshare = shutil.which("unshare")
    command = (unshare or "", "--user", "--map-root-user", "--net")
    if unshare and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
        return command
    return ()
