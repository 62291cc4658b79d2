"""What the menu lists under a section while a page of it is open: in groups, and bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.pipeline import build
from generator.render.localize import Localizer
from generator.render.sections import MOST, Group, Sections

if TYPE_CHECKING:
    from pathlib import Path

ROLE = "title: {{zh: 岗位{n}, en: Role {n}}}\nfamily: {family}\nsummary: {{zh: 概述。, en: Summary.}}\n"


def sections(content: Path) -> Sections:
    checked = build.check(content)
    assert checked.content is not None, checked.problems
    return Sections(Localizer(checked.content, "en"))


def with_roles(library: Path, desk: int, stacks: int) -> Sections:
    """Return the menu of the library with so many roles more in each of its two families, and a family of none."""
    handbook = library / "handbook.yaml"
    text = handbook.read_text("utf-8")
    handbook.write_text(text.replace("organisations:", "  - {id: none, title: {zh: 空, en: Nobody}}\norganisations:"))
    for family, count in (("desk", desk), ("stacks", stacks)):
        for n in range(count):
            (library / "roles" / f"{family}-{n:03}.yaml").write_text(ROLE.format(n=n, family=family), "utf-8")
    return sections(library)


def pages(groups: tuple[Group, ...]) -> list[str]:
    return [page for group in groups for page in (group.head, *group.pages) if page]


def test_every_page_of_a_section_lists_the_same_roles_by_family(library: Path) -> None:
    menu = with_roles(library, 2, 1)
    across, *families = menu.groups("role", "desk-001")
    assert across == Group(("en/matrix.md", "en/compare.md"))
    desk = ("en/roles/librarian.md", "en/roles/desk-000.md", "en/roles/desk-001.md")
    stacks = ("en/roles/shelver.md", "en/roles/stacks-000.md")
    assert [(group.label, set(group.pages)) for group in families] == [("Desk", set(desk)), ("Stacks", set(stacks))]
    for kind in ("roles", "matrix", "compare"):
        assert menu.groups(kind) == (across, *families), kind


def test_the_stages_stand_under_the_process_that_is_open(library: Path) -> None:
    menu = sections(library)
    (closed,) = menu.groups("processes")
    assert closed == Group((), head="en/processes/loan.md")
    (opened,) = menu.groups("stage", "loan/return")
    assert opened == Group(("en/processes/loan/checkout.md", "en/processes/loan/return.md"), head=closed.head)
    assert menu.groups("process", "loan") == (opened,)


@pytest.mark.parametrize(
    ("kind", "record_id", "wanted"),
    [
        ("case", "amnesty", ["en/cases/amnesty.md"]),
        ("cases", "", ["en/cases/amnesty.md"]),
        ("guide", "first-day", ["en/guides/first-day.md"]),
        ("source", "rules", ["en/sources/rules.md", "en/status.md"]),
        ("status", "", ["en/sources/rules.md", "en/status.md"]),
        ("print", "", ["en/print.md"]),
        ("home", "", []),
        ("glossary", "", []),
    ],
)
def test_what_stands_under_the_other_sections(library: Path, kind: str, record_id: str, wanted: list[str]) -> None:
    assert pages(sections(library).groups(kind, record_id)) == wanted


def test_of_many_roles_only_the_family_of_the_open_one_is_listed(library: Path) -> None:
    menu = with_roles(library, MOST, 3)
    _, family = menu.groups("role", "stacks-001")
    assert (family.label, len(family.pages)) == ("Stacks", 4)
    assert "en/roles/stacks-001.md" in family.pages
    assert pages(menu.groups("roles")) == ["en/matrix.md", "en/compare.md"]


def test_of_a_large_family_those_around_the_open_role_are_listed(library: Path) -> None:
    menu = with_roles(library, 3 * MOST, 0)
    for number in (0, MOST, 3 * MOST - 1):
        _, family = menu.groups("role", f"desk-{number:03}")
        assert len(family.pages) == MOST
        assert f"en/roles/desk-{number:03}.md" in family.pages


def test_a_page_is_always_in_its_own_menu(library: Path) -> None:
    menu, few = with_roles(library, 2 * MOST, 2), MOST + 2
    for role in ("librarian", "desk-000", "desk-079", "stacks-001"):
        listed = pages(menu.groups("role", role))
        assert f"en/roles/{role}.md" in listed
        assert len(listed) <= few


def test_the_name_of_a_group_is_in_the_language_of_the_page(library: Path) -> None:
    checked = build.check(library)
    assert checked.content is not None
    labels: dict[Any, set[str]] = {}
    for locale in checked.content.handbook.record.locales:
        labels[locale] = {group.label for group in Sections(Localizer(checked.content, locale)).groups("roles")}
    assert labels["en"].isdisjoint(labels["zh-Hans"] - {""})
