"""What a text may not say comes back with the place of the character; what only looks like a fault does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pipeline import build
from generator.problems import CODES

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("style.yaml").read_text("utf-8"))
OURS = [
    "figures-differ",
    "numbers-differ",
    "figure-unlike-text",
    "links-differ",
    "avoided-term",
    "punctuation",
    "spacing",
    "title-form",
]
LANGUAGES = ("zh", "en")
FIRST_LINE, FIRST_COLUMN = 4, 8
"""Where the Chinese stands in the role that a case is put into."""
PILOT = """\
title: {zh: RFID 试点, en: RFID pilot}
summary: {zh: 试用。, en: A trial.}
roles: [shelver]
from: ["rules#1"]
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text(library: Path, case: dict[str, Any]) -> None:
    field, other = ("title", "summary") if case.get("title") else ("summary", "title")
    said = "".join(f"  {language}: {_quoted(case[language])}\n" for language in LANGUAGES)
    role = f"family: stacks\n{other}: {{zh: 上架员, en: Shelver}}\n{field}:\n{said}"
    (library / "roles" / "shelver.yaml").write_text(role, "utf-8")
    (library / "cases" / "pilot.yaml").write_text(PILOT, "utf-8")
    glossary = library / "glossary.yaml"
    terms = glossary.read_text("utf-8").replace("avoid: [", "avoid: [book order, ")
    glossary.write_text(terms.replace("aliases: [", "aliases: [装订书籍, book order form, "), "utf-8")

    shelver = "content/roles/shelver.yaml"
    found = [p for p in build.check(library).problems if p.code in OURS and p.location.path == shelver]
    wanted = [(_place(case, language, offset), code) for language, offset, code, _ in case["expect"]]
    assert sorted((str(problem.location), problem.code) for problem in found) == sorted(wanted)
    for _, _, code, words in case["expect"]:
        assert any(words in f"{problem.message} {problem.mend}" for problem in found if problem.code == code)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _place(case: dict[str, Any], language: str, offset: int) -> str:
    column = FIRST_COLUMN + len(_quoted(case[language][:offset])) - 2
    return f"content/roles/shelver.yaml:{FIRST_LINE + LANGUAGES.index(language)}:{column}"


def test_only_figures_in_digits_stop_a_build() -> None:
    assert [code for code in OURS if CODES[code].severity == "error"] == ["figures-differ"]


def test_a_text_may_be_all_signs(library: Path) -> None:
    """One sign was asked about the one before it, and so on: more signs than Python calls within calls."""
    text = "title: {zh: 上架员, en: Shelver}\nfamily: stacks\nsummary: {zh: 上架, en: '%s'}\n"
    (library / "roles" / "shelver.yaml").write_text(text % ("，" * 3000), "utf-8")
    found = [problem for problem in build.check(library).problems if problem.code == "punctuation"]
    assert len(found) == 3000
