"""Files that hold more than text, to text: saved web pages, Word documents, PDF files.

Each module has one function `extract` that returns `Extracted` or `Fault` and never raises for what a file holds. All
of them keep what a reader sees, in its order, and the lines that segmentation needs: a paragraph, heading, list entry
or table row a line, with its list mark. None of them guesses what is page furniture.

The libraries are optional (`pip install 'role-handbook[formats]'`) and are imported when the first file asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

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
