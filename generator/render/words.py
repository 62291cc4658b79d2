"""The words of the interface that pages, theme and scripts print, and the ones that `interface.yaml` lacks of them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, get_args

from generator.ledger import DropReason, Statement, StatementKind
from generator.model import records as r
from generator.model.derive import CASE_LISTS, ROLE_LISTS, STAGE_LISTS
from generator.model.overview import Part
from generator.model.parts import RACI
from generator.problems import Problem
from generator.render import feed
from generator.render.sections import MENU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from generator.model.load import Content

_WORD = re.compile(r"""word\(\s*["']([a-z0-9.-]+)["']\s*[,)]""")

THEME = (
    *(f"theme.{name}" for name in ("home", "menu", "language", "dark", "light", "contents", "permalink", "broken")),
    *(f"theme.{name}" for name in ("previous", "next", "previous-stage", "next-stage", "changed", "edit")),
    *(f"theme.{name}" for name in ("not-found", "not-found-text", "steps-done", "steps-reset", "step-done")),
    *(f"theme.{name}" for name in ("term-again", "show", "show-one", "show-one-mark", "show-both")),
    *(f"theme.{name}" for name in ("show-other", "show-other-mark")),
    *(
        f"search.{name}"
        for name in ("label", "placeholder", "close", "hint", "loading", "none", "count", "closest", "first")
    ),
    *(f"search.{name}" for name in ("first", "failed", "other-language", "kind.page")),
)
"""The words that theme templates and scripts ask for by name. A test reads their files."""
_CODE = (
    "chooser.enter",
    "print.title",
    "figures.scroll",
    "compare.first",
    "compare.second",
    "compare.third",
    feed.TITLE,
)
"""The words that are asked for by name elsewhere than in a call of a template. A test takes each one out."""


def _values(model: type[BaseModel], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


_MADE: dict[str, tuple[str, ...]] = {
    "nav.": tuple(kind for kind in MENU if kind != "home"),
    "search.kind.": ("role", "process", "stage", "case", "metric", "term", "guide", "source"),
    "requirement.": r.REQUIREMENT_KINDS,
    "raci.": RACI,
    "better.": _values(r.Metric, "better"),
    "process.kind-": _values(r.Process, "kind"),
    "process.part-": tuple(part for part in get_args(Part) if part),
    "source.kind-": _values(r.Source, "kind"),
    "source.rights-": _values(r.Source, "rights"),
    "statement.": (*get_args(StatementKind), "cited", "set-aside", "unused"),
    "language.": _values(Statement, "lang"),
    "dropped.": get_args(DropReason),
    "figure.": ("metric", "value", "where", "when"),
    "role.": tuple(ROLE_LISTS),
    "stage.": tuple(STAGE_LISTS),
    "case.": tuple(CASE_LISTS),
}
"""The words that are put together: of each, its start and all that can follow."""


def theme_words(content: Content) -> list[str]:
    """Return the words that scripts and theme templates print: those under `search.` and `theme.`."""
    return [key for key in content.interface.record.words if key.startswith(("search.", "theme."))]


def missing_words(content: Content) -> Iterator[Problem]:
    """Find words that something prints and `interface.yaml` does not hold."""
    words = content.interface.record.words
    for key in sorted(printed_words() - words.keys()):
        mend = f"Add `{key}: {{zh: …, en: …}}` under `words`."
        message = f"The pages print the word `{key}`."
        yield Problem(content.interface.place("words"), "missing-word", message, mend)


@cache
def printed_words() -> frozenset[str]:
    """Return the keys of all words that templates, theme and scripts can print, whatever the content holds."""
    folder = files("generator.render") / "templates"
    texts = [file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".j2")]
    named = (key for text in texts for key in _WORD.findall(text))
    made = (start + name.replace("_", "-") for start, names in _MADE.items() for name in names)
    return frozenset((*named, *made, *THEME, *_CODE))
