"""What a page shows of others at a glance: by which rule a figure, a role or a stage comes to stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.model.derive import Derived, Figure
from generator.model.overview import Overview
from generator.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def librarian(library: Path) -> Path:
    return library / "roles" / "librarian.yaml"


def overview(library: Path) -> Overview:
    checked = build.check(library)
    assert checked.sound
    assert checked.content is not None
    return Overview(Derived(checked.content))


def edit(file: Path, find: str, put: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(find) == 1
    file.write_text(text.replace(find, put), "utf-8")


def refs(figures: list[Figure]) -> list[str]:
    return [figure.item.ref for figure in figures]


# -- figures ------------------------------------------------------------------------------------------------------


def test_a_key_figure_says_what_to_do(library: Path, librarian: Path) -> None:
    """The stage's figure and the case's result say nothing of what to do; the role's does."""
    assert refs(overview(library).key_figures()) == ["role/librarian#measure-overdue-rate"]
    edit(librarian, "    then: {zh: 超过就查原因。, en: Find the cause when it is higher.}\n", "")
    assert refs(overview(library).key_figures()) == []


def test_a_bound_stands_before_a_plain_value(library: Path, librarian: Path) -> None:
    add_metrics(library, "fine", "shelf-time")
    edit(
        librarian,
        "tools:\n",
        measure("fine", "=", "cny") + measure("shelf-time", "<=", "day") + "tools:\n",
    )
    found = overview(library)
    wanted = ["overdue-rate", "shelf-time", "fine"]
    assert refs(found.key_figures()) == [f"role/librarian#measure-{metric}" for metric in wanted]
    assert refs(found.figures_on("role", "librarian")) == refs(found.key_figures())


def test_a_metric_of_several_pages_stands_before_one_of_a_single_page(library: Path, librarian: Path) -> None:
    add_metrics(library, "shelf-time")
    edit(librarian, "measures:\n", "measures:\n" + measure("shelf-time", "<=", "day"))
    limit = library / "processes" / "loan.yaml"
    edit(limit, 'to: 2, unit: "%"}, from:', 'to: 2, unit: "%"}, then: {zh: 查。, en: Look.}, from:')
    assert refs(overview(library).key_figures()) == [
        "role/librarian#measure-overdue-rate",
        "role/librarian#measure-shelf-time",
    ]


def test_a_page_without_figures_has_none(library: Path) -> None:
    assert overview(library).figures_on("role", "shelver") == []


def test_a_duty_has_the_figures_of_the_same_statement(library: Path, librarian: Path) -> None:
    """Its own role's and its stages', and no other: the second duty rests on other statements."""
    found = overview(library)
    lending, answering = found.derived.content.roles["librarian"].record.duties
    assert refs(found.figures_of_duty("librarian", lending)) == [
        "role/librarian#measure-overdue-rate",
        "stage/loan/checkout#threshold-desk-limit",
    ]
    assert found.figures_of_duty("librarian", answering) == []
    edit(librarian, "    stages: [loan/checkout]\n", "")
    found = overview(library)
    lending = found.derived.content.roles["librarian"].record.duties[0]
    assert refs(found.figures_of_duty("librarian", lending)) == ["role/librarian#measure-overdue-rate"]


def test_a_duty_shows_the_same_figure_once(library: Path) -> None:
    edit(library / "processes" / "loan.yaml", "{op: between, value: 1, to: 2,", '{op: "<", value: 5,')
    found = overview(library)
    lending = found.derived.content.roles["librarian"].record.duties[0]
    assert refs(found.figures_of_duty("librarian", lending)) == ["role/librarian#measure-overdue-rate"]


def test_the_figure_on_a_metric_is_one_to_hold_against_it(library: Path, librarian: Path) -> None:
    """What a case reached is none; a metric that no page sets a figure on has none."""
    found = overview(library)
    figure = found.figure_on("overdue-rate")
    assert figure is not None
    assert refs([figure]) == ["role/librarian#measure-overdue-rate"]
    assert found.figure_on(None) is None
    text = librarian.read_text("utf-8")
    librarian.write_text(text[: text.index("measures:")] + text[text.index("tools:") :], "utf-8")
    figure = overview(library).figure_on("overdue-rate")
    assert figure is None or not figure.reached


def test_a_duty_has_the_cases_of_the_same_statement(library: Path) -> None:
    found = overview(library)
    lending, answering = found.derived.content.roles["librarian"].record.duties
    assert found.cases_of_duty("librarian", lending) == ["amnesty"]
    assert found.cases_of_duty("librarian", answering) == ["amnesty"]
    edit(library / "cases" / "amnesty.yaml", 'from: ["rules#2"]', 'from: ["rules#1"]')
    found = overview(library)
    lending, answering = found.derived.content.roles["librarian"].record.duties
    assert found.cases_of_duty("librarian", lending) == ["amnesty"]
    assert found.cases_of_duty("librarian", answering) == []


# -- roles --------------------------------------------------------------------------------------------------------


def test_partners_are_seen_from_both_sides(library: Path) -> None:
    found = overview(library)
    (own,) = found.partners("librarian")
    assert (own.role, own.named) == ("shelver", None)
    assert own.on is not None
    (named,) = found.partners("shelver")
    assert (named.role, named.on, named.named) == ("librarian", None, own.on)


def test_what_both_sides_say_alike_stands_once(library: Path) -> None:
    shelver = library / "roles" / "shelver.yaml"
    said = "works_with:\n  - {role: librarian, on: {zh: ZH, en: Shelving of returns}, from: ['rules#3']}\n"
    shelver.write_text(shelver.read_text("utf-8") + said.replace("ZH", "还书上架"), "utf-8")
    (partner,) = overview(library).partners("librarian")
    assert partner.on is not None
    assert partner.named is None
    edit(shelver, "还书上架", "还书归架")
    (partner,) = overview(library).partners("librarian")
    assert partner.named is not None


def test_neighbours_and_why(library: Path) -> None:
    """The two are of different families; the shelver has a part in one of the librarian's stages, which is all."""
    (near,) = overview(library).neighbours("librarian")
    assert (near.role, near.same_family, near.stages) == ("shelver", False, ("loan/checkout",))
    edit(library / "roles" / "shelver.yaml", "family: stacks", "family: desk")
    (near,) = overview(library).neighbours("librarian")
    assert near.same_family


def test_half_of_the_stages_is_not_most(library: Path, librarian: Path) -> None:
    edit(librarian, "    stages: [loan/checkout]\n", "    stages: [loan/checkout, loan/return]\n")
    found = overview(library)
    assert found.neighbours("librarian") == []
    assert [near.role for near in found.neighbours("shelver")] == ["librarian"]


def test_lanes_tell_who_acts_from_who_takes_part(library: Path) -> None:
    lanes = [(lane.role, lane.parts) for lane in overview(library).lanes("loan")]
    assert lanes == [("librarian", ("acts", "")), ("shelver", ("takes-part", ""))]


def measure(metric: str, op: str, unit: str) -> str:
    threshold = f'{{op: "{op}", value: 1, unit: {unit}}}'
    return f'  - {{metric: {metric}, threshold: {threshold}, then: {{zh: 照做。, en: Do so.}}, from: ["rules#1"]}}\n'


def add_metrics(library: Path, *names: str) -> None:
    file = library / "metrics.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    # each text its own object: the handbook's YAML has no anchors
    texts = [{key: {"zh": "某指标", "en": "Something"} for key in ("name", "definition")} for _ in names]
    data["metrics"] += [{"id": n, **t, "unit": "%", "better": "lower"} for n, t in zip(names, texts, strict=True)]
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
