"""A file that people write, as text: UTF-8, of a bounded size, or a problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.places import LineIndex, Location
from generator.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 8 * 1024 * 1024


def read_text(file: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Read one file; `shown` is its path as people are to see it. Returns no text where there is a problem."""
    try:
        size = file.stat().st_size
        if size > _MAX_BYTES:
            mend = "Split the file."
            return None, [Problem(Location(shown), "file-too-large", f"{size} bytes; the limit is {_MAX_BYTES}.", mend)]
        data = file.read_bytes()
    except FileNotFoundError:
        return None, [Problem(Location(shown), "file-missing", "There is no such file.", "Create it.")]
    except OSError as error:
        return None, [Problem(Location(shown), "file-unreadable", f"{error.strerror}.", "Check its permissions.")]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        place = LineIndex(before).location(shown, len(before))
        message = f"Byte {error.start} is not UTF-8."
        return None, [Problem(place, "encoding-undecodable", message, "Save the file as UTF-8.")]
