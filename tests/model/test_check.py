"""Each fault a writer can make comes back with its place, its code and a mend, and nothing else with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pipeline import build

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("broken.yaml").read_text("utf-8"))
NAMED = "title: *\nsummary: *\n"
ALWAYS = "content/roles/librarian.yaml:18:5 missing-translation"  # the library has one text without English


def test_the_library_is_sound(library: Path) -> None:
    checked = build.check(library)
    assert [f"{p.location} {p.code}" for p in checked.problems] == [ALWAYS]
    assert checked.sound


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_one_fault(library: Path, case: dict[str, Any]) -> None:
    file = library / case["file"]
    text = file.read_text("utf-8")
    assert text.count(case["find"]) >= 1, "the case no longer fits the library"
    file.write_text(text.replace(case["find"], case["put"], 1) + case.get("then", ""), "utf-8")
    problems = [p for p in build.check(library).problems if p.code != "missing-translation"]
    assert [f"{p.location} {p.code}" for p in problems] == [f"content/{where}" for where in case["expect"]]
    assert not case["expect"] or any(case["mend"] in p.mend for p in problems)


def test_every_fault_in_one_run(library: Path) -> None:
    (library / "roles" / "shelver.yaml").write_text("title: a: b\n", "utf-8")
    (library / "metrics.yaml").write_text("", "utf-8")
    role = library / "roles" / "librarian.yaml"
    role.write_text(role.read_text("utf-8").replace("family: desk", "family: dusk"), "utf-8")
    codes = {p.code for p in build.check(library).problems}
    assert {"yaml-syntax", "yaml-empty", "unknown-reference"} <= codes


@pytest.mark.parametrize("name", ["handbook.yaml", "interface.yaml", "traditional.yaml"])
def test_an_indispensable_file_is_missing(library: Path, name: str) -> None:
    (library / name).unlink()
    checked = build.check(library)
    assert checked.content is None
    assert not checked.sound
    assert [(str(p.location), p.code) for p in checked.problems] == [(f"content/{name}:1:1", "file-missing")]


def test_no_content_folder_at_all(tmp_path: Path) -> None:
    codes = {p.code for p in build.check(tmp_path / "nowhere").problems}
    assert codes == {"file-missing"}


def test_a_record_whose_name_ends_otherwise(library: Path) -> None:
    (library / "roles" / "shelver.yaml").rename(library / "roles" / "shelver.yml")
    problems = [p for p in build.check(library).problems if p.code == "file-name"]
    assert [str(p.location) for p in problems] == ["content/roles/shelver.yml:1:1"]
    assert problems[0].mend == "Rename it shelver.yaml."


def test_a_page_in_one_language(library: Path) -> None:
    """Without English it is shown in Chinese, marked so; without Chinese it cannot be shown."""
    pages = library / "pages"
    english = (pages / "first-day.en.md").read_text("utf-8")
    (pages / "first-day.en.md").unlink()
    checked = build.check(library)
    assert [f"{p.location} {p.code}" for p in checked.problems] == [
        "content/pages/first-day.zh.md:1:1 missing-translation",
        ALWAYS,
    ]
    assert checked.sound
    (pages / "first-day.zh.md").rename(pages / "first.day.md")
    (pages / "first-day.en.md").write_text(english, "utf-8")
    found = [f"{p.location} {p.code}" for p in build.check(library).problems]
    assert found == [
        "content/pages/first-day.zh.md:1:1 file-missing",
        "content/pages/first.day.md:1:1 file-name",
        ALWAYS,
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("roles/requirements-skill.yaml", f"family: desk\n{NAMED}"),
        ("roles/index.yaml", f"family: desk\n{NAMED}"),
        ("roles/duty-a.yaml", f"family: desk\n{NAMED}duties: [{{id: a, title: *, text: *, from: ['rules#1']}}]\n"),
        ("cases/results.yaml", f"roles: [shelver]\n{NAMED}"),
    ],
)
def test_a_file_called_as_an_anchor_or_page_that_there_is(library: Path, name: str, text: str) -> None:
    file = library / name
    file.write_text(text.replace("*", "{zh: 甲, en: A}"), "utf-8")
    found = [p for p in build.check(library).problems if p.code != "missing-translation"]
    assert [p.code for p in found] == ["taken-id"]
    assert found[0].location.path == f"content/{name}"
    assert "Choose another, such as `" in found[0].mend


@pytest.mark.parametrize("name", ["s2", "statements"])
def test_a_source_called_as_an_anchor_of_its_page(library: Path, name: str) -> None:
    for folder in ("sources", "ledger"):
        (library / folder / "rules.yaml").rename(library / folder / f"{name}.yaml")
    found = [p for p in build.check(library).problems if p.code == "taken-id"]
    assert [str(p.location) for p in found] == [f"content/sources/{name}.yaml:1:1"]


def test_a_text_of_a_page_is_as_long_as_any(library: Path) -> None:
    page = library / "pages" / "first-day.en.md"
    page.write_text(f"# {'a' * 4000}\n\n{'b ' * 1999}bb\n\n- one\n- {'c' * 4001}\n\n```\n{'d' * 5000}\n```\n", "utf-8")
    found = [p for p in build.check(library).problems if p.code == "wrong-value"]
    assert [(str(p.location), p.mend) for p in found] == [("content/pages/first-day.en.md:6:1", "Divide it.")]
    page.write_text(page.read_text("utf-8").replace("ccc", ""), "utf-8")
    assert "wrong-value" not in {p.code for p in build.check(library).problems}


def test_a_page_that_begins_with_nothing(library: Path) -> None:
    page = library / "pages" / "first-day.en.md"
    page.write_text("# First\n\n` `\n", "utf-8")
    content = build.check(library).content
    assert content is not None
    assert content.guides["first-day"].summary.en is None
