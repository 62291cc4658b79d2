"""What the search of a locale can find, on the small handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.derive import Derived
from generator.pipeline import build
from generator.render.findable import search_records
from generator.render.localize import Localizer
from generator.render.pages import Pages
from generator.render.sitesource import render_site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.records import Locale
    from generator.render.search import SearchRecord


def found(content: Path, locale: Locale = "en") -> dict[str, SearchRecord]:
    read = build.check(content).content
    assert read is not None
    localizer, derived = Localizer(read, locale), Derived(read)
    records = list(search_records(localizer, derived, list(Pages(localizer, derived))))
    assert len({record.id for record in records}) == len(records)
    return {record.id: record for record in records}


def test_the_id_of_every_record_is_its_address(library: Path) -> None:
    content = build.check(library).content
    assert content is not None
    pages = render_site(content).files
    for record in found(library).values():
        page, _, anchor = record.id.partition("#")
        text = pages[f"en/{page}.md"]
        assert not anchor or f"#{anchor} " in text or f'id="{anchor}"' in text, record.id


def test_every_item_of_a_page_says_what_it_is(library: Path) -> None:
    records = found(library)
    assert records["roles/librarian#duty-lending"].part == "Duties"
    assert {r.part for i, r in records.items() if "#requirement-" in i} == {"Requirements"}
    assert {r.part for i, r in records.items() if "#step-" in i} == {"Steps"}
    assert {r.part for i, r in records.items() if i.startswith(("glossary", "metrics", "guides")) or "#" not in i} == {
        ""
    }


@pytest.mark.parametrize(("locale", "alias"), [("zh-Hans", "招聘要求"), ("en", "qualifications")])
def test_a_section_has_its_heading_and_what_else_it_is_called(library: Path, locale: Locale, alias: str) -> None:
    section = found(library, locale)["roles/librarian#requirements"]
    assert section.title == found(library, locale)["roles/librarian"].title
    assert alias in section.aliases
    assert (section.text, section.part) == ("", "")


def test_a_section_needs_no_other_name(library: Path) -> None:
    words = library / "interface.yaml"
    kept = [line for line in words.read_text("utf-8").splitlines() if not line.startswith("  alias.")]
    words.write_text("\n".join(kept), encoding="utf-8")
    assert found(library)["roles/librarian#requirements"].aliases == ()


def test_a_figure_comes_first_and_parts_are_apart(library: Path) -> None:
    measures = [r.text for i, r in found(library).items() if "#measure-" in i or "#threshold-" in i]
    assert any(" · " in text for text in measures)
    assert all(text[0] in "<≤≥>" or text[0].isdigit() for text in measures if any(char.isdigit() for char in text)), (
        measures
    )
