"""The sections of the menu, and what the menu lists under one while a page of it is open: in groups, and bounded.

Every page carries its menu, so a menu of everything would grow with the square of the handbook. Up to `MOST` of a kind
are listed, which a reader can still scan; of more, those that stand with the open page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator.render import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.render.localize import Localizer

MENU = ("home", "roles", "processes", "cases", "metrics", "glossary", "guides", "sources")
"""The top of the menu, in every locale: it does not grow. Cases and guides stand in it where there are any."""
SECTIONS = {
    "role": "roles",
    "matrix": "roles",
    "compare": "roles",
    "process": "processes",
    "stage": "processes",
    "case": "cases",
    "guide": "guides",
    "source": "sources",
    "status": "sources",
    "print": "home",
}
"""For each kind of page that is not in the menu, the page of the menu that it stands under."""
MOST = 40
"""How many pages of a kind the menu lists: a screen and a half of lines, and one compressed kilobyte on each page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that stand together in the menu: under a label, under a page, or under the section itself."""

    pages: tuple[str, ...]
    label: str = ""
    """What the group is called, in the page's locale; it is no link."""
    head: str = ""
    """The page that the others stand under."""


class Sections:
    """What stands under each section of the menu in one locale."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._content = localizer.content

    def section(self, kind: str) -> str:
        """Return the page of the menu that pages of a kind stand under; for a page of the menu, itself."""
        return self.path(SECTIONS.get(kind, kind))

    def groups(self, kind: str, record_id: str = "") -> tuple[Group, ...]:
        """Return what the menu lists under its section while a page is open. The page itself is always there."""
        content = self._content
        match SECTIONS.get(kind, kind):
            case "roles":
                across = Group((self.path("matrix"), self.path("compare")))
                return (across, *self._families(record_id if kind == "role" else ""))
            case "processes":
                return self._processes(record_id)
            case "cases":
                return (self._records("case", tuple(content.cases), record_id),)
            case "guides":
                return (self._records("guide", tuple(content.guides), record_id),)
            case "sources":
                sources = self._records("source", tuple(content.sources), record_id)
                return (sources, Group((self.path("status"),)))
            case _:
                return (Group((self.path(kind),)),) if kind in SECTIONS else ()

    def path(self, kind: str, record_id: str = "") -> str:
        """Return the Markdown file of a page, from the root of `site_src/`."""
        return f"{self._localizer.locale}/{addresses.page(kind, record_id)[0]}.md"

    def _families(self, role: str) -> tuple[Group, ...]:
        """Group the roles by family; of more than `MOST` roles show the family of the open one alone."""
        few = len(self._content.roles) <= MOST
        shown = [(label, ids) for label, ids in self._labelled_roles if few or role in ids]
        return tuple(replace(self._records("role", ids, role), label=label) for label, ids in shown)

    @cached_property
    def _labelled_roles(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the families that have roles, by name, each with its roles in handbook order."""
        roles, families = self._content.roles, self._content.handbook.record.families
        every = [(f.title, tuple(i for i in roles if roles[i].record.family == f.id)) for f in families]
        return [(self._localizer.label(title), ids) for title, ids in every if ids]

    def _processes(self, record_id: str) -> tuple[Group, ...]:
        """List the processes, and under the open one its stages."""
        open_one = record_id.partition("/")[0]
        groups = []
        for process in nearest(tuple(self._content.processes), open_one):
            ids: tuple[str, ...] = ()
            if process == open_one:
                ids = tuple(f"{process}/{stage.id}" for stage in self._content.processes[process].record.stages)
                ids = nearest(ids, record_id if record_id in ids else ids[0])
            groups.append(Group(tuple(self.path("stage", i) for i in ids), head=self.path("process", process)))
        return tuple(groups)

    def _records(self, kind: str, ids: tuple[str, ...], record_id: str) -> Group:
        return Group(tuple(map(partial(self.path, kind), nearest(ids, record_id))))


def nearest(ids: Sequence[str], one: str, most: int = MOST) -> tuple[str, ...]:
    """Return ids, of more than `most` those around one of them; none where it is not among so many.

    >>> nearest(["a", "b", "c", "d"], "d", 3), nearest(["a", "b", "c", "d"], "", 3), nearest(["a", "b", "c"], "", 3)
    (('b', 'c', 'd'), (), ('a', 'b', 'c'))
    """
    if len(ids) <= most:
        return tuple(ids)
    if one not in ids:
        return ()
    first = min(max(0, ids.index(one) - most // 2), len(ids) - most)
    return tuple(ids[first : first + most])
