"""What a template may ask of its page: which pages there are, terms by letter, what became of statements."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.model.derive import Derived
from generator.pipeline import build
from generator.render.localize import Localizer
from generator.render.pages import Page, Pages
from generator.render.sitesource import render_site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.records import Locale


def pages(library: Path, locale: Locale = "en") -> list[Page]:
    content = build.check(library).content
    assert content is not None
    return list(Pages(Localizer(content, locale), Derived(content)))


def test_a_page_knows_which_pages_there_are(library: Path) -> None:
    first = pages(library)[0].view  # made before all others, and knows of those that come after it
    assert first.has("source")
    assert first.has("cases")
    assert not first.has("nowhere")
    shutil.rmtree(library / "cases")
    assert not pages(library)[0].view.has("cases")


@pytest.mark.parametrize(("folder", "index"), [("cases", "cases.html"), ("pages", "guides.html")])
def test_the_home_page_leads_to_no_index_that_is_not_there(library: Path, folder: str, index: str) -> None:
    assert f'href="{index.replace(".html", "")}' in home(library)
    shutil.rmtree(library / folder)
    assert f'href="{index.replace(".html", "")}' not in home(library)


def home(library: Path) -> str:
    content = build.check(library).content
    assert content is not None
    return render_site(content).files["en/index.md"]


def test_terms_stand_under_the_letter_of_their_name(library: Path) -> None:
    glossary = library / "glossary.yaml"
    text = glossary.read_text("utf-8").replace("en: Overdue}", "en: 24 hours late}")
    glossary.write_text(text, "utf-8")
    english, chinese = (pages(library, locale)[0].view.letters() for locale in ("en", "zh-Hans"))
    assert [(letter, [term.id for term in terms]) for letter, terms in english] == [("#", ["overdue"]), ("H", ["hold"])]
    assert [(letter, [term.id for term in terms]) for letter, terms in chinese] == [("Y", ["overdue", "hold"])]


def test_statements_by_what_became_of_them(library: Path) -> None:
    view = pages(library)[0].view
    rows = view.statements("rules")
    assert [(row.statement.n, row.fate) for row in rows] == [
        (1, "cited"),
        (2, "cited"),
        (3, "cited"),
        (4, "set-aside"),
    ]
    assert view.fates(rows) == [("cited", 3), ("set-aside", 1)]


def test_what_rests_on_a_statement_stands_by_record(library: Path) -> None:
    view = pages(library)[0].view
    found = [
        (owner.owner_id, [part.anchor for part in parts])
        for owner, parts in view.by_owner(view.statements("rules")[1].uses)
    ]
    assert found == [
        ("librarian", ["duty-answering", "requirement-patience"]),
        ("amnesty", ["result-thanks"]),
    ]
