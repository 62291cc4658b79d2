"""When the files of a folder changed: the one door to git.

Where there is no git, no repository, only a shallow part of one, or no answer in time, there is no history, and whoever
asks does without.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PATIENCE = 20
"""Seconds that git may take; the history of a handbook takes a few hundredths of one."""
_COMMIT = "//"
"""Stands before each commit, and in no path that git knows."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file that one commit changed."""

    path: str
    """From the folder that was asked about, with slashes."""
    when: datetime
    """When its author made the commit, in UTC."""
    day: str
    """The day of that, where the author was: `2026-03-01`."""


@dataclass(frozen=True)
class History:
    """The changes of a folder, and the files that hold something not committed yet, whose last change nobody knows."""

    changes: tuple[Change, ...] = ()
    unsaved: frozenset[str] = frozenset()

    def last(self, paths: Iterable[str]) -> Change | None:
        """Return the last change of any of these files, None where one of them is unsaved."""
        wanted = frozenset(paths)
        if wanted & self.unsaved:
            return None
        return max((self._latest[path] for path in wanted if path in self._latest), key=_when, default=None)

    @cached_property
    def _latest(self) -> dict[str, Change]:
        return {change.path: change for change in sorted(self.changes, key=_when)}


def _when(change: Change) -> datetime:
    return change.when


def read_history(folder: Path) -> History:
    """Read the history of the files in a folder, below it too."""
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    log = _git(folder, "log", f"--format={_COMMIT}%aI", "--name-only", "--no-renames", "-z", "--relative", "--", ".")
    unsaved = _git(folder, "diff", "--name-only", "--no-renames", "-z", "--relative", "HEAD", "--", ".")
    return History(tuple(_changes(log)), frozenset(_names(unsaved)))


def _changes(log: str) -> Iterable[Change]:
    for commit in log.split(_COMMIT)[1:]:
        said, *names = _names(commit)
        try:
            when = datetime.fromisoformat(said.replace("Z", "+00:00")).astimezone(timezone.utc)
        except (ValueError, OverflowError):  # a day that no calendar has, an hour that no place has
            continue
        for name in names:
            yield Change(name, when, said[:10])


def _names(output: str) -> list[str]:
    return [name for part in output.split("\0") if (name := part.strip("\n"))]


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints, nothing where it fails."""
    # Within a hook, git's own variables name another folder; and no lock of ours shall stand in a writer's way.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, env=environment, capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""
