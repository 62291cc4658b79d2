"""What the status page tells writers: each gap named, nothing made up, calm where there is nothing to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import status
from generator.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.load import Content


def load(folder: Path) -> Content:
    content = build.check(folder).content
    assert content is not None
    return content


def page(folder: Path, locale: str = "en") -> str:
    site_source = folder.parent / "site_src"
    _, written = build.render(folder, site_source)
    assert written is not None
    return (site_source / locale / "status.md").read_text("utf-8")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def translate(library: Path) -> None:
    """Mend the one text of the library that has no English."""
    change(library / "roles" / "librarian.yaml", "zh: 回答读者的问题。", "zh: 回答读者的问题。, en: Answer readers.")


def test_translations_are_counted_text_by_text(library: Path) -> None:
    before = status.translated(load(library))
    assert before.done == before.total - 1
    translate(library)
    assert status.translated(load(library)) == (before.total, before.total)


def test_words_of_the_interface_are_no_content(library: Path) -> None:
    before = status.translated(load(library))
    change(library / "interface.yaml", "words:\n", "words:\n  one.more: {zh: 多一个}\n")
    assert status.translated(load(library)) == before


def test_gaps_are_the_sections_that_pages_show_empty(library: Path) -> None:
    found = {f"{gap.kind}/{gap.id}": gap.sections for gap in status.gaps(load(library))}
    assert found == {"role/shelver": ("duties", "requirements"), "stage/loan/return": ("steps",)}
    case = library / "cases" / "amnesty.yaml"
    case.write_text(case.read_text("utf-8").partition("results:")[0], "utf-8")
    found = {f"{gap.kind}/{gap.id}": gap.sections for gap in status.gaps(load(library))}
    assert found["case/amnesty"] == ("results",)


def test_a_problem_stands_with_its_place_and_its_mend(library: Path) -> None:
    (problem,) = build.check(library).problems
    shown = page(library)
    assert f"<code>{problem.location}</code>" in shown
    assert f"### {problem.code} (1)" in shown
    assert f'href="#problem-{problem.code}"' in shown
    assert "hb-calm" not in shown


def test_uncovered_statements_are_named_and_linked(library: Path) -> None:
    translate(library)
    source = library / "sources" / "rules.yaml"
    source.write_text(source.read_text("utf-8").partition("dispositions:")[0], "utf-8")
    shown = page(library)
    assert '<a href="sources/rules.html#s4">#4</a>' in shown.replace("&#35;4", "#4")
    assert "### uncovered-statement (1)" in shown
    assert "hb-calm" not in shown


def test_nothing_to_do_is_said_calmly(library: Path) -> None:
    translate(library)
    for locale in ("en", "zh-Hans", "zh-Hant"):
        shown = page(library, locale)
        assert "hb-calm" in shown
        assert "hb-problem-list" not in shown


def test_no_page_names_a_path_of_the_machine(library: Path) -> None:
    page(library)
    home = str(library.parent)
    for file in (library.parent / "site_src").rglob("*"):
        assert not file.is_file() or home not in file.read_text("utf-8"), file


def test_a_handbook_without_roles_and_processes_has_the_pages_across(library: Path) -> None:
    """They say that there is nothing, as every page does."""
    for folder in ("roles", "processes", "cases", "pages"):
        for file in (library / folder).iterdir():
            file.unlink()
    change(library / "handbook.yaml", "roles: [librarian]\nprocesses: [loan]\n", "")
    shown = page(library)
    assert re.search(r"<dt>Roles</dt><dd>0</dd>", shown)
    for name in ("matrix", "compare", "metrics", "roles/index"):
        made = (library.parent / "site_src" / "en" / f"{name}.md").read_text("utf-8")
        assert "hb-empty" in made, name
        assert "<form" not in made, name
