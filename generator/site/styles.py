"""Puts the stylesheets of the theme together, so that a page waits for one file instead of twenty."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TOGETHER = "assets/stylesheets/handbook.css"
"""Where they stand together, from the root of the site."""


def together(names: Iterable[str], folders: Iterable[str]) -> str:
    """Return the text of the stylesheets, in their order, each under its name.

    `names` are paths from the root of the site, each looked for in the `folders` of the theme, the first one first.
    They may not load anything by a relative address, which would be another one from where they stand together.

    Raises `FileNotFoundError` with the name that no folder holds.
    """
    places = [Path(folder) for folder in folders]
    return "\n".join(f"/* {name} */\n{_text(name, places)}" for name in names)


def _text(name: str, folders: list[Path]) -> str:
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_text("utf-8")
    raise FileNotFoundError(name)
