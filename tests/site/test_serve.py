"""`mkdocs serve` with a writer at work: each edit shown once, an error said and outlived, an end without remains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import build
from tests.site.support.project import ROOT, add_role, copy_project
from tests.site.support.server import CHANGED, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "en/roles/trial.html"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook as it is, with a role to edit, and with the folder that `make serve` sees to."""
    project = copy_project(tmp_path_factory.mktemp("serve") / "project")
    add_role(project, "trial")
    (project / "site_src").mkdir()
    return project


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Server]:
    server = Server(project, project.parent / "scratch")
    server.wait_until_built(1)
    yield server
    server.close()


def edit(project: Path, before: str, after: str) -> int:
    """Change the trial role as an editor does, and return the line that it was in."""
    file = project / "content" / "roles" / "trial.yaml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def test_an_edit_is_shown_after_one_rebuild(server: Server) -> None:
    assert server.shows(PAGE, "Run the trial.")
    built, changed = server.builds, server.output.count(CHANGED)
    edit(server.project, "en: Run the trial.", "en: Repeat the trial each week.")
    server.wait_until_built(built + 1)
    assert server.builds == built + 1, server.output
    assert server.output.count(CHANGED) == changed + 1, server.output
    assert server.shows(PAGE, "Repeat the trial each week.")
    assert server.shows(PAGE.replace("en/", "zh-Hant/"), "Repeat the trial each week.")


def test_a_writer_sees_the_place_to_edit(server: Server) -> None:
    (place,) = server.page(PAGE).all("p", klass="hb-colophon-edit")
    assert place.text == "content/roles/trial.yaml:1"


def test_a_broken_edit_is_said_and_the_last_good_page_stays(server: Server) -> None:
    before = len(server.output)
    built = server.builds
    edit(server.project, "en: What trial role trial is for.", "en: What to take care of.")
    line = edit(server.project, "duties:", "dutties:")
    server.wait_until_built(built + 1)
    said = server.output[before:]

    errors = [problem for problem in build.check(server.project / "content").problems if problem.severity == "error"]
    assert [(p.location.path, p.location.line, p.code) for p in errors] == [
        ("content/roles/trial.yaml", line, "unknown-field")
    ]
    assert errors[0].mend
    assert f"content/roles/trial.yaml:{line}:1 unknown-field" in said
    assert str(errors[0]) in said  # with the mend
    assert "Traceback" not in said
    assert server.process.poll() is None

    page = server.page(PAGE)
    assert server.shows(PAGE, "What trial role trial is for.")
    assert not server.shows(PAGE, "What to take care of.")
    (banner,) = page.all(klass="hb-problems")
    assert str(errors[0]) in banner.text
    assert banner.get("role") == "alert"

    edit(server.project, "dutties:", "duties:")
    server.wait_until_built(built + 2)
    assert server.shows(PAGE, "What to take care of.")
    assert server.page(PAGE).all(klass="hb-problems") == []


def test_a_page_comes_and_goes_with_its_file(server: Server) -> None:
    built = server.builds
    file = add_role(server.project, "trial-two")
    server.wait_until_built(built + 1)
    assert server.shows("zh-Hans/roles/trial-two.html", "试验岗位trial-two的概述。")
    file.unlink()
    server.wait_until_built(built + 2)
    assert not server.shows("zh-Hans/roles/trial-two.html", "trial-two")
    assert not (server.project / "site_src" / "zh-Hans" / "roles" / "trial-two.md").exists()


@pytest.mark.parametrize("during", ["rest", "a rebuild"])
def test_ctrl_c_ends_it_and_leaves_nothing_half_made(tmp_path: Path, during: str) -> None:
    project = copy_project(tmp_path / "project", ROOT / "tests" / "handbooks" / "library" / "content")
    add_role(project, "trial")
    (project / "site_src").mkdir()
    server = Server(project, tmp_path / "scratch")
    try:
        server.wait_until_built(1)
        if during == "a rebuild":
            edit(project, "en: Run the trial.", "en: Run the trial again.")
            server.wait_for("a rebuild", lambda: CHANGED in server.output)
        assert server.interrupt() == 0, server.output
    finally:
        server.close()
    assert "Traceback" not in server.output
    assert list(project.rglob("*.part")) == []
    assert list(server.scratch.iterdir()) == []


def test_content_that_is_broken_at_the_start_is_said_and_ends_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ROOT / "tests" / "handbooks" / "library" / "content")
    add_role(project, "trial")
    (project / "site_src").mkdir()
    line = edit(project, "family: ", "family: no-")
    server = Server(project, tmp_path / "scratch")
    try:
        assert server.process.wait(180) != 0
    finally:
        server.close()
    assert re.search(rf"content/roles/trial\.yaml:{line}:\d+ unknown-reference error: .+", server.output), server.output
    assert "Traceback" not in server.output
    assert [file.name for file in (project / "site_src").iterdir()] == []
