"""A handbook project in a folder of its own, and the site that was built from it."""

from __future__ import annotations

import posixpath
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import yaml

from generator.render.write import read_manifest
from generator.site import engine
from tests.site.support.html import Page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.engine import Built

ROOT = Path(__file__).resolve().parents[3]
LOCALES = ("zh-Hans", "zh-Hant", "en")
OTHER_HOST = ("http:", "https:", "//")

ROLE = """\
title: {{zh: 试验岗位{name}, en: Trial role {name}}}
family: {family}
summary: {{zh: 试验岗位{name}的概述。, en: What trial role {name} is for.}}
duties:
  - id: trial
    title: {{zh: 试验, en: Trial}}
    text: {{zh: 做试验。, en: Run the trial.}}
"""
"""A role that belongs in any handbook; its place in the file is known to the tests that edit it."""


def copy_project(into: Path, content: Path = ROOT / "content") -> Path:
    """Copy what a site is built from: configuration, theme, content (this project's, or another handbook's)."""
    into.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", into)
    shutil.copytree(ROOT / "overrides", into / "overrides")
    shutil.copytree(content, into / "content")
    if not (into / "content" / "interface.yaml").exists():
        shutil.copy(ROOT / "content" / "interface.yaml", into / "content")
    return into


def add_role(project: Path, name: str) -> Path:
    """Write one more role into a project, in the first of its families."""
    handbook = yaml.safe_load((project / "content" / "handbook.yaml").read_text("utf-8"))
    file = project / "content" / "roles" / f"{name}.yaml"
    file.write_text(ROLE.format(name=name, family=handbook["families"][0]["id"]), encoding="utf-8")
    return file


@dataclass(frozen=True)
class Site:
    """A project, what was built from it, and what the engine said."""

    project: Path
    out: Path
    built: Built

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the generator says that it made."""
        return read_manifest(self.project / "site_src")

    @cached_property
    def listed(self) -> dict[str, dict[str, Any]]:
        """The pages of the manifest by address."""
        return {page["url"]: page for page in self.manifest["pages"]}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every built page by address, 404 included."""
        return {url: read_page(self.out, url) for url in sorted(html_files(self.out))}

    @property
    def of_locales(self) -> Iterator[tuple[str, str, Page]]:
        """Every page within a locale: address, locale, page."""
        return ((url, page["locale"], self.pages[url]) for url, page in self.listed.items() if page["locale"])

    def first(self, kind: str, locale: str) -> str:
        """Return the address of the first page of a kind."""
        return next(url for url, page in self.listed.items() if (page["kind"], page["locale"]) == (kind, locale))

    @property
    def kinds(self) -> list[str]:
        """The kinds of page there are within a locale."""
        return list(dict.fromkeys(page["kind"] for page in self.listed.values() if page["locale"]))


def build_site(project: Path, out: Path) -> Site:
    """Build a project the way `handbook build` does."""
    return Site(project, out, engine.build(project / "mkdocs.yml", out))


def html_files(folder: Path) -> set[str]:
    """Return the pages in a built site, by address."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}


def resolve(link: str, url: str) -> tuple[str, str]:
    """Return the path and the anchor, from the root of the site, that a link on the page `url` leads to.

    >>> resolve("../index.html#by-role", "en/roles/index.html"), resolve("#a%20b", "en/index.html")
    (('en/index.html', 'by-role'), ('en/index.html', 'a b'))
    """
    parts = urlsplit(link)
    path = unquote(parts.path)
    if not path:
        return url, unquote(parts.fragment)
    base = "" if path.startswith("/") else posixpath.dirname(url)
    return posixpath.normpath(posixpath.join(base, path.lstrip("/") or ".")), unquote(parts.fragment)
