"""Files that hold more than text, to text: saved web pages, Word documents, PDF files, Markdown.

Each module for a format has one function `extract` that returns `Extracted` or `Fault` and never raises for what a file
holds. All of them keep what a reader sees, in its order, and the lines that segmentation needs: a paragraph, heading,
list entry or table row a line, with its list mark and, below a heading's own, its `#`. What a format itself declares to
be a header, footer or menu, or a PDF repeats on its pages, is left out with a warning that quotes it.

Markdown needs no library. The libraries of the others are optional (`pip install 'role-handbook[formats]'`) and are
imported when the first file asks for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INSTALL = "Install what reads it: pip install 'role-handbook[formats]'"


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding about a file, still without its place: a code of `problems.py`, what is wrong, how to mend it."""

    code: str
    message: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, what made it (`pdf/pypdfium2 5.15`), and what to warn of."""

    text: str
    extraction: str
    warnings: tuple[Fault, ...] = ()


def made_by(format_name: str, package: str) -> str | None:
    """Name an extraction by format, library and its version, to the minor number; None where it is not installed.

    >>> made_by("html", "no-such-package") is None
    True
    """
    try:
        return f"{format_name}/{package} {'.'.join(version(package).split('.')[:2])}"
    except PackageNotFoundError:
        return None


def unavailable(package: str) -> Fault:
    """Say which library is missing or too broken to load, and what to install."""
    return Fault("extraction-unavailable", f"The library `{package}`, which reads this format, is not there.", INSTALL)


def left_out(what: str, lines: Sequence[str]) -> Fault:
    """Say which lines of a file are not in its text; a long list is cut, and no way to reach a person is repeated.

    >>> left_out("what its pages repeat", ["招聘专刊", "1", "电话 000 0000 000"]).message
    'Left out, what its pages repeat: 招聘专刊 / 1 / 电话 ….'
    """
    shown = [_REACH.sub("…", line) for line in lines[:8]]
    quoted = " / ".join(line if len(line) <= 40 else f"{line[:40]}…" for line in shown)
    more = f" / … ({len(lines)} lines)" if len(lines) > 8 else ""
    return Fault("page-furniture", f"Left out, {what}: {quoted}{more}.", "Save the text as .txt if it belongs to it.")


_REACH = re.compile(r"\+?\d[\d ()-]{5,}\d|[^\s@]+@[^\s@]+")
