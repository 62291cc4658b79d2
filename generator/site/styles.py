"""Puts the stylesheets of the theme together and makes them small, so that a page waits for one short file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcssmin import cssmin

if TYPE_CHECKING:
    from collections.abc import Iterable

TOGETHER = "assets/stylesheets/handbook.css"
"""Where they stand together, from the root of the site."""


# Inside `@container`, cssmin takes the space before a pseudo-class for needless: `a *:is(b)` there, not `a :is(b)`.
# A test holds the rules against those written, as a browser reads both.


def together(names: Iterable[str], folders: Iterable[str]) -> str:
    """Return the rules of the stylesheets, in their order, without comments and needless space.

    `names` are paths from the root of the site, each looked for in the `folders` of the theme, the first one first.
    They may not load anything by a relative address, which would be another one from where they stand together.

    Raises `FileNotFoundError` with the name that no folder holds.
    """
    places = [Path(folder) for folder in folders]
    return "\n".join(cssmin(_text(name, places)) for name in names)


def _text(name: str, folders: list[Path]) -> str:
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_text("utf-8")
    raise FileNotFoundError(name)
