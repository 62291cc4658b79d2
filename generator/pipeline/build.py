"""The build line as a whole: content to problems, and to `site_src/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.history import read_history
from generator.model.check import check_content
from generator.model.load import Content, load_content
from generator.model.tally import tally
from generator.problems import Problem, has_errors
from generator.render.anchors import taken_ids
from generator.render.publication import Publication
from generator.render.sitesource import render_site
from generator.render.words import missing_words
from generator.render.write import Written, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checked:
    """Content as far as it could be read, and every problem in it by place."""

    content: Content | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether a site may be made of it."""
        return self.content is not None and not has_errors(self.problems)

    def summary(self) -> str:
        """Return how many problems there are and, where all of the content could be read, what it holds."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        counts = ((errors, "error"), (len(self.problems) - errors, "warning"))
        found = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n) or "No problems"
        whole = self.content is not None and not self.content.broken
        return f"{found}. {tally(self.content)}" if self.content and whole else f"{found}."


def check(content: Path) -> Checked:
    """Read the content folder and run every check. Places show files as `<name of the folder>/…`."""
    loaded, problems = load_content(content, content.name)
    if loaded is not None:
        problems = [*problems, *check_content(loaded), *missing_words(loaded), *taken_ids(loaded)]
    return Checked(loaded, tuple(sorted(set(problems))))


def render(
    content: Path,
    site_source: Path,
    progress: Callable[[str, int, int], None] | None = None,
    address: str = "",
) -> tuple[Checked, Written | None]:
    """Check the content and, where it is sound, bring the folder `site_source` to its state; else touch nothing.

    `address` is where the site will stand, empty where nobody knows.
    """
    checked = check(content)
    if checked.content is None or not checked.sound:
        return checked, None
    publication = Publication.at(address, read_history(content))
    return checked, write_site(render_site(checked.content, progress, publication, checked.problems), site_source)
