"""Every word that the site prints is one that `handbook check` asks for, wherever the site takes it from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pipeline import build
from generator.render.words import THEME, missing_words, printed_words
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OPTIONAL = "alias."
"""What else readers call a section: a handbook may leave that out."""
NAMED = re.compile(r"""["'](?P<key>(?:theme|search)\.[a-z][a-z.-]*[a-z])["']|\bname: (?P<palette>theme\.[a-z-]+)""")
PUT_TOGETHER = re.compile(r"""["']((?:theme|search)\.(?:[a-z]+\.)?)["'] [~+]""")
BY_CODE = re.compile(r"""word\(\s*["']([a-z0-9.-]+)["']""")


def test_no_word_can_be_left_out() -> None:
    """Of the words of this handbook, each one that a page, the theme or a script may print; they are all of them."""
    content = build.check(ROOT / "content").content
    assert content is not None
    words = content.interface.record.words
    assert len(words) > 200
    for key in words:
        left = content.interface.record.model_copy(update={"words": {k: v for k, v in words.items() if k != key}})
        less = replace(content, interface=replace(content.interface, record=left))
        missing = [] if key.startswith(OPTIONAL) else [f"The pages print the word `{key}`."]
        assert [problem.message for problem in missing_words(less)] == missing


def test_a_handbook_may_leave_other_names_of_sections_out(library: Path) -> None:
    file = library / "interface.yaml"
    file.write_text(re.sub(r"^  alias\..*\n", "", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert build.render(library, library.parent / "site_src")[1] is not None


def test_the_theme_asks_for_the_words_that_are_listed() -> None:
    files = [
        ROOT / "mkdocs.yml",
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "overrides/assets/javascripts").rglob("*.js"),
    ]
    texts = [file.read_text("utf-8") for file in files]
    named = {match["key"] or match["palette"] for text in texts for match in NAMED.finditer(text)}
    starts = {match[1] for text in texts for match in PUT_TOGETHER.finditer(text)}
    # `theme.` and a name that a template chooses from two
    chosen = {f"theme.{name}" for name in ("previous", "next", "previous-stage", "next-stage")}
    assert starts == {"theme.", "search.kind."}
    assert named | chosen == set(THEME)


def test_the_code_asks_for_no_other_word() -> None:
    keys = {key for file in (ROOT / "generator").rglob("*.py") for key in BY_CODE.findall(file.read_text("utf-8"))}
    assert len(keys) > 3
    assert keys - printed_words() == set()
