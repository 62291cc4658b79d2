"""The menu, the neighbours and the theme's words of each page, read from the manifest; knows no site engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """Pages that stand together under a line of the menu: under a label, under one of them (`head`), or directly."""

    pages: tuple[str, ...]
    label: str
    head: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu: a page, and what is shown under it while a page of its section is open."""

    path: str
    groups: tuple[MenuGroup, ...]


class SiteMap:
    """What the manifest says about pages. A page that it does not list has no menu: somebody else made it."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        self._locales: dict[str, Any] = manifest.get("locales", {})
        self._pages: dict[str, Any] = {page["path"]: page for page in manifest.get("pages", [])}

    def locale(self, path: str) -> str | None:
        """Return the locale of a page, or None for pages outside all locales."""
        found: str | None = self._pages.get(path, {}).get("locale")
        return found

    def locale_of_address(self, path: str) -> str | None:
        """Return the locale that a path lies in, whether the manifest lists it or not."""
        first = path.partition("/")[0]
        return first if first in self._locales else None

    @property
    def locales(self) -> Mapping[str, Any]:
        """Each locale with its name, title, home and words."""
        return self._locales

    @property
    def urls(self) -> frozenset[str]:
        """The addresses of all pages, from the root of the site."""
        return frozenset(page["url"] for page in self._pages.values())

    def menu(self, path: str) -> list[MenuEntry]:
        """Return the menu as it is while the page at `path` is open."""
        page = self._pages.get(path)
        locale = self._locales.get(page["locale"]) if page else None
        if page is None or locale is None:
            return []
        around = tuple(MenuGroup(tuple(s["pages"]), s["label"], s["head"]) for s in page["siblings"])
        return [MenuEntry(top, around if top == page["section"] else ()) for top in locale["menu"]]

    def neighbours(self, path: str) -> tuple[str | None, str | None]:
        """Return the pages before and after a page, within its locale."""
        page = self._pages.get(path, {})
        return page.get("previous"), page.get("next")
