"""What part a role has in a stage: stated by its duties, and by the steps of the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.derive import Derived
from generator.model.parts import parts_given
from generator.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path


def derived(content: Path) -> Derived:
    loaded = build.check(content).content
    assert loaded is not None
    return Derived(loaded)


def test_duties_and_steps_make_the_part(library: Path) -> None:
    parts = derived(library).parts
    assert set(parts) == {("librarian", "loan/checkout"), ("shelver", "loan/checkout")}
    librarian, shelver = parts["librarian", "loan/checkout"], parts["shelver", "loan/checkout"]
    assert [duty.id for duty in librarian.duties] == ["lending"]
    assert {name: [step.id for step in steps] for name, steps in librarian.steps.items()} == {"responsible": ["scan"]}
    assert shelver.duties == ()
    assert list(shelver.steps) == ["informed"]


def test_a_duty_and_a_role_said_twice_count_once(library: Path) -> None:
    role = library / "roles" / "librarian.yaml"
    role.write_text(
        role.read_text("utf-8").replace("[loan/checkout]", "[loan/checkout, loan/return, loan/checkout]"), "utf-8"
    )
    process = library / "processes" / "loan.yaml"
    process.write_text(
        process.read_text("utf-8").replace("responsible: [librarian]", "responsible: [librarian, librarian]"), "utf-8"
    )
    parts = derived(library).parts
    assert [duty.id for duty in parts["librarian", "loan/checkout"].duties] == ["lending"]
    assert [step.id for step in parts["librarian", "loan/checkout"].steps["responsible"]] == ["scan"]
    assert [duty.id for duty in parts["librarian", "loan/return"].duties] == ["lending"]


def test_who_takes_part_follows_from_the_parts(library: Path) -> None:
    found = derived(library)
    assert found.roles_of_stage == {"loan/checkout": ("librarian", "shelver")}
    assert found.stages_of_role == {"librarian": ("loan/checkout",), "shelver": ("loan/checkout",)}


def test_the_parts_that_steps_give(library: Path) -> None:
    stages = [stage for _, _, stage in derived(library).content.stages()]
    assert parts_given(stages) == ("responsible", "informed")
    assert parts_given([]) == ()
