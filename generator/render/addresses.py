"""Where each thing stands on the site. Published: an address, once out, does not change."""

from __future__ import annotations

import posixpath

_PAGES = {
    "home": "index",
    "roles": "roles/index",
    "matrix": "matrix",
    "compare": "compare",
    "processes": "processes/index",
    "cases": "cases",
    "metrics": "metrics",
    "glossary": "glossary",
    "guides": "guides",
    "sources": "sources/index",
    "status": "status",
    "print": "print",
}
_FOLDERS = {
    "role": "roles",
    "process": "processes",
    "stage": "processes",
    "case": "cases",
    "guide": "guides",
    "source": "sources",
}
_LISTS = {"metric": "metrics", "term": "glossary"}
SINGLE = tuple(_PAGES)
"""The kinds of which there is one page in a locale."""


def page(kind: str, record_id: str = "") -> tuple[str, str]:
    """Return the page of a thing within a locale, without ending, and its anchor there.

    >>> page("stage", "loan-cycle/return"), page("metric", "gmv"), page("home")
    (('processes/loan-cycle/return', ''), ('metrics', 'gmv'), ('index', ''))
    """
    if kind in _LISTS:
        return _PAGES[_LISTS[kind]], record_id
    if kind in _FOLDERS:
        return f"{_FOLDERS[kind]}/{record_id}", ""
    return _PAGES[kind], ""


def part(kind: str, record_id: str = "") -> str:
    """Return the id of a page where it stands as a part of another one; an anchor of it follows after `--`.

    >>> part("role", "librarian"), part("stage", "loan-cycle/return"), part("metrics")
    ('role-librarian', 'stage-loan-cycle--return', 'metrics')
    """
    return f"{kind}-{record_id.replace('/', '--')}" if record_id else kind


def relative(target: str, current: str) -> str:
    """Return the address of `target` as seen from the page `current`, both from the site's root.

    >>> relative("en/roles/x.html", "en/processes/a/b.html")
    '../../roles/x.html'
    """
    return posixpath.relpath(target, posixpath.dirname(current) or ".")


def absolute(link: str, current: str) -> str:
    """Return the address, from the site's root, that a link on the page `current` leads to, without its anchor.

    >>> absolute("../x.html", "en/roles/a.html"), absolute("", "en/roles/a.html")
    ('en/x.html', 'en/roles/a.html')
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(current), link)) if link else current
