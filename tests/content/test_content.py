"""The first handbook: sound, complete in two languages, every citation in the ledger, every ledger whole."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.derive import Derived
from generator.pipeline import build
from generator.pipeline.ingest import ingest

if TYPE_CHECKING:
    from generator.model.load import Content

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def content() -> Content:
    checked = build.check(ROOT / "content")
    assert checked.content is not None
    return checked.content


def test_no_problem_at_all() -> None:
    assert [str(problem) for problem in build.check(ROOT / "content").problems] == []


def test_at_least_six_complete_roles_from_four_sources(content: Content) -> None:
    derived = Derived(content)
    complete = [i for i, e in content.roles.items() if e.record.duties and e.record.requirements]
    assert len(complete) >= 6
    assert len({source for i in complete for source in derived.sources_of("role", i)}) >= 4


def test_the_operation_cycle_has_its_four_stages(content: Content) -> None:
    stages = content.processes["operation-cycle"].record.stages
    assert [stage.id for stage in stages] == ["preparation", "daily-operation", "campaign", "review"]
    assert all(stage.steps for stage in stages)
    assert [phase.id for phase in stages[2].phases] == ["before", "on-the-day", "after"]


def test_every_source_is_cited_and_every_statement_accounted_for(content: Content) -> None:
    derived = Derived(content)
    assert len(content.sources) == 5
    for source in content.sources:
        coverage = derived.coverage(source)
        assert coverage.cited > 0
        assert coverage.cited + coverage.disposed == coverage.total, derived.uncovered(source)


def test_no_words_of_a_source_that_may_only_be_cited(content: Content) -> None:
    for source, entry in content.sources.items():
        if entry.record.rights == "cite":
            assert all(statement.text is None for statement in content.ledgers[source].record.statements)


@pytest.mark.sources
def test_the_ledgers_are_those_of_the_texts(content: Content, sources: list[Path], tmp_path: Path) -> None:
    """Ingesting the real texts again, with the tracked ledgers before it, changes nothing."""
    for file in sources:
        digest = "sha256:" + hashlib.sha256(file.read_bytes()).hexdigest()
        assert content.sources[file.stem].record.digest == digest
        ledger = tmp_path / "content" / "ledger" / f"{file.stem}.yaml"
        ledger.parent.mkdir(parents=True, exist_ok=True)
        ledger.write_text((ROOT / "content" / "ledger" / ledger.name).read_text("utf-8"), "utf-8")
    before = {file.name: file.read_text("utf-8") for file in (tmp_path / "content" / "ledger").iterdir()}
    for report in ingest(sources, tmp_path):
        assert report.source is not None
        assert not [problem for problem in report.problems if problem.severity == "error"]
    assert {file.name: file.read_text("utf-8") for file in (tmp_path / "content" / "ledger").iterdir()} == before


@pytest.mark.sources
def test_every_character_is_accounted_for(content: Content, sources: list[Path]) -> None:
    """Every non-space character lies in exactly one statement or one dropped stretch, counted here anew."""
    for file in sources:
        text = file.read_text("utf-8-sig")
        ledger = content.ledgers[file.stem].record
        assert ledger.characters == len(text)
        times = [0] * len(text)
        spans = [s.span for s in ledger.statements] + [d.span for d in ledger.dropped]
        for start, end in spans:
            for at in range(start, end):
                times[at] += 1
        wrong = [at for at, char in enumerate(text) if times[at] != 1 and not (char.isspace() and times[at] == 0)]
        # White space inside a statement is covered once as well.
        assert not wrong, f"{file.name}: {len(wrong)} characters, the first at {wrong[0]}"
        assert len({s.n for s in ledger.statements}) == len(ledger.statements)
        assert all(s.n < ledger.next for s in ledger.statements)
