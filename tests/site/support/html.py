"""A built page as a tree: enough HTML to ask what stands where, by the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass(eq=False, slots=True)
class Element:
    """One element, its attributes, and what stands in it: elements and text."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """Yield the element and all elements below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def all(self, tag: str = "", within: str = "", **attributes: str) -> list[Element]:
        """Return the elements of a tag, of a class (`klass=`), with attributes, below those of a class (`within=`)."""
        if within:
            return [found for scope in self.all(klass=within) for found in scope.all(tag, **attributes)]
        klass = attributes.pop("klass", "")
        return [
            element
            for element in self
            if (not tag or element.tag == tag)
            and (not klass or klass in element.classes)
            and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]

    def get(self, name: str) -> str:
        """Return an attribute, empty where it is not there."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.get("class").split()

    @property
    def text(self) -> str:
        """All text in the element."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Page:
    """A built page: its address from the root of the site, and its tree."""

    def __init__(self, url: str, source: str) -> None:
        self.url = url
        self.tree = parse(source)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [element.get("id") for element in self.tree if element.get("id")]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link to a place in this page may name."""
        return frozenset(self.ids) | {element.get("name") for element in self.tree.all("a")}

    @cached_property
    def article(self) -> Element:
        """The page without what the theme draws around it."""
        (article,) = self.tree.all("article")
        return article

    @property
    def lang(self) -> str:
        """The language of the page."""
        (root,) = self.tree.all("html")
        return root.get("lang")


def read_page(site: Path, url: str) -> Page:
    """Read a page of a built site."""
    return Page(url, (site / url).read_text("utf-8"))


def parse(source: str) -> Element:
    """Parse a document; an element left open ends where one around it does."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
