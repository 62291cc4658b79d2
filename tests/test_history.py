"""The history of a folder: what git says of it, and nothing at all where git cannot be believed."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator import history
from generator.history import History, read_history

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *arguments: str, date: str = "2026-03-01T23:30:00-05:00") -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a"}
    environment = {**os.environ, **who, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def output(folder: Path, *arguments: str, given: str = "") -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, input=given, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def commit(repository: Path, date: str) -> None:
    git(repository, "add", "-A")
    git(repository, "commit", "-m", "x", date=date)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder within a repository, with two commits."""
    folder = tmp_path / "a b" / "content"
    (folder / "roles").mkdir(parents=True)
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "elsewhere.txt").write_text("x", "utf-8")
    (folder / "roles" / "clerk.yaml").write_text("1", "utf-8")
    (folder / "roles" / "店长.yaml").write_text("1", "utf-8")
    commit(tmp_path, "2026-03-01T23:30:00-05:00")
    (folder / "roles" / "clerk.yaml").write_text("2", "utf-8")
    (folder / "metrics.yaml").write_text("1", "utf-8")
    commit(tmp_path, "2026-05-06T07:08:09+08:00")
    return folder


def test_each_commit_gives_the_files_that_it_changed_newest_first(content: Path) -> None:
    found = [(c.path, c.day, c.when.isoformat()) for c in read_history(content).changes]
    assert found == [
        ("metrics.yaml", "2026-05-06", "2026-05-05T23:08:09+00:00"),
        ("roles/clerk.yaml", "2026-05-06", "2026-05-05T23:08:09+00:00"),
        ("roles/clerk.yaml", "2026-03-01", "2026-03-02T04:30:00+00:00"),
        ("roles/店长.yaml", "2026-03-01", "2026-03-02T04:30:00+00:00"),
    ]


@pytest.mark.parametrize("date", ["1700000000 -7530", "253402300900 +0000", "-1 +0000"])
def test_a_commit_of_no_readable_date_is_left_out(content: Path, date: str) -> None:
    """Old imports have such commits, and git keeps them as they are."""
    before = read_history(content).changes
    (content / "metrics.yaml").write_text("2", "utf-8")
    git(content, "add", "-A")
    tree, parent = (output(content, *command) for command in (("write-tree",), ("rev-parse", "HEAD")))
    made = f"tree {tree}\nparent {parent}\nauthor a <a> {date}\ncommitter a <a> 1700000000 +0000\n\nx\n"
    made = output(content, "hash-object", "-t", "commit", "--literally", "-w", "--stdin", given=made)
    git(content, "update-ref", "refs/heads/main", made)
    assert read_history(content).changes == before


def test_a_name_may_hold_any_character(content: Path) -> None:
    name = "a\x01b\nc \u2028.yaml"
    (content / name).write_text("1", "utf-8")
    commit(content, "2026-06-01T00:00:00Z")
    assert [change.path for change in read_history(content).changes][:1] == [name]


def test_the_last_change_of_several_files_is_that_of_the_latest(content: Path) -> None:
    read = read_history(content)
    last = read.last(["roles/clerk.yaml", "roles/店长.yaml"])
    assert last is not None
    assert (last.path, last.day) == ("roles/clerk.yaml", "2026-05-06")
    assert read.last(["roles/nobody.yaml"]) is None
    assert read.last([]) is None


def test_a_file_that_is_not_committed_as_it_is_has_no_last_change(content: Path) -> None:
    (content / "roles" / "clerk.yaml").write_text("3", "utf-8")
    (content / "roles" / "new.yaml").write_text("1", "utf-8")
    read = read_history(content)
    assert read.last(["roles/clerk.yaml"]) is None
    assert read.last(["roles/clerk.yaml", "metrics.yaml"]) is None
    assert read.last(["roles/new.yaml"]) is None
    assert read.last(["metrics.yaml"]) is not None


def test_a_shallow_clone_has_no_history(content: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", f"file://{tmp_path}", "clone")
    cloned = tmp_path / "clone" / content.relative_to(tmp_path)
    assert (cloned / "metrics.yaml").exists()
    assert read_history(cloned) == History()


def test_no_repository_no_commit_and_no_git_have_no_history(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_history(tmp_path / "not there") == History()
    (tmp_path / "empty").mkdir()
    git(tmp_path / "empty", "init", "-q")
    assert read_history(tmp_path / "empty") == History()
    monkeypatch.setenv("PATH", "")
    assert read_history(content) == History()


def test_the_variables_of_a_hook_name_no_other_repository(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert len(read_history(content).changes) == 4


def test_a_git_that_does_not_answer_is_not_waited_for(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(history, "_PATIENCE", 0.2)
    assert read_history(content) == History()
