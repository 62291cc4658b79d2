"""The bodies of many pages as sections of one: headings lower, ids with a prefix, links inward where their target is.

A body is Markdown that the templates made: a heading is a line `## words { #id }`, with or without a name for the
table of contents, an id and a link are attributes in double quotes. Texts of the content cannot look like either, for
every character of theirs that could is escaped. Marks of terms are left out: paper has no tooltips, and the glossary
stands on the same page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.render import addresses
from generator.render.marks import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.render.pages import Page

_HEADING = re.compile(r'^(#{1,6}) (.*) \{ #([\w-]+)( data-toc-label="[^"\n]*")? \}$', re.MULTILINE)
_SECOND = re.compile(r"^## ", re.MULTILINE)
_LOWEST = 6
_NAMED = re.compile(r' (id|for|headers|aria-(?:labelledby|describedby|controls|owns))="([^"]*)"')
_LINK = re.compile(r' href="([^"#]*)#?([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z]+:")
_PLACE = re.compile(r'(?: id="|\{ #)([\w-]+)')


class OnePage:
    """Gives a page the bodies of others as its sections, then turns its links to them inward."""

    def __init__(self, page: Page, others: Iterable[Page], bodies: Mapping[str, str]) -> None:
        """`bodies` holds the Markdown of the other pages by their path."""
        self._url = page.url
        self._pages = {(other.kind, other.id): other for other in others}
        self._bodies = bodies

    def section(self, kind: str, record_id: str, level: int, *, head: bool = False) -> Markup:
        """Return the body of a page with its title at `level`; with `head`, only what stands before its sections."""
        page = self._pages[kind, record_id]
        body = as_section(unmarked(self._bodies[page.path]), addresses.part(kind, record_id), level, head=head)
        return Markup(moved(body, page.url, self._url))

    def inward(self, body: str) -> str:
        """Return the body of the whole page with its links to what stands on it as links within it."""
        parts = {addresses.relative(p.url, self._url): addresses.part(*key) for key, p in self._pages.items()}
        return inward(body, parts)


def as_section(body: str, prefix: str, level: int, *, head: bool = False) -> str:
    r"""Give the title of a body `level`, lower its other headings with it, prefix its ids; the title's is the prefix.

    All below the title is one block of HTML: Markdown's time grows with the square of the blocks of a page. A heading
    keeps its look by a class that says which level it had.

    >>> print(as_section('# A { #a }\n\n## Duties { #duties }\n\n<p id="x">y</p>', "role-a", 3))
    ### A { #role-a .hb-h1 }
    <BLANKLINE>
    <div class="hb-section">
    <h4 id="role-a--duties" class="hb-h2">Duties</h4>
    <BLANKLINE>
    <p id="role-a--x">y</p>
    </div>
    """

    def heading(match: re.Match[str]) -> str:
        was, words, anchor = len(match[1]), match[2], match[3]
        tag = f"h{min(was + level - 1, _LOWEST)}"
        return f'<{tag} id="{prefix}--{anchor}" class="hb-h{was}">{words}</{tag}>'

    def named(match: re.Match[str]) -> str:
        return f' {match[1]}="{" ".join(f"{prefix}--{name}" for name in match[2].split())}"'

    if head and (second := _SECOND.search(body)):
        body = body[: second.start()]
    first, _, rest = body.partition("\n")
    title = _HEADING.sub(lambda match: f"{'#' * level} {match[2]} {{ #{prefix} .hb-h1{match[4] or ''} }}", first)
    below = _HEADING.sub(heading, _NAMED.sub(named, rest.strip()))
    return f'{title}\n\n<div class="hb-section">\n{below}\n</div>'


def moved(body: str, here: str, there: str) -> str:
    """Return a body that stood on the page `here` with its links as the page `there` has to write them.

    >>> moved('<a href="#duties">, <a href="../metrics.html#gmv">', "en/roles/librarian.html", "en/print.html")
    '<a href="roles/librarian.html#duties">, <a href="metrics.html#gmv">'
    """

    def link(match: re.Match[str]) -> str:
        path, anchor = match.groups()
        if _ELSEWHERE.match(path):
            return match[0]
        target = addresses.relative(addresses.absolute(path, here), there)
        return f' href="{target}#{anchor}"' if anchor else f' href="{target}"'

    return _LINK.sub(link, body)


def inward(body: str, parts: Mapping[str, str]) -> str:
    r"""Turn links inward where their target stands in the body itself; `parts` holds the prefix of each page.

    >>> inward('# A { #role-a }\n\n<a href="a.html"> <a href="a.html#s7">', {"a.html": "role-a"})
    '# A { #role-a }\n\n<a href="#role-a"> <a href="a.html#s7">'
    """
    places = set(_PLACE.findall(body))

    def link(match: re.Match[str]) -> str:
        path, anchor = match.groups()
        part = parts.get(path, "")
        place = f"{part}--{anchor}" if anchor else part
        return f' href="#{place}"' if part and place in places else match[0]

    return _LINK.sub(link, body)
