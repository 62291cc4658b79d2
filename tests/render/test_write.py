"""site_src/: written only where it changed, stale files pruned, foreign files left alone, nothing on an error."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from generator.pipeline import build
from generator.render.sitesource import MANIFEST
from generator.render.write import write_if_changed


@pytest.fixture
def out(library: Path) -> Path:
    folder = library.parent / "site_src"
    _, written = build.render(library, folder)
    assert written is not None
    assert written.written > 30
    return folder


def times(folder: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def test_a_second_run_writes_nothing(library: Path, out: Path) -> None:
    before = times(out)
    _, written = build.render(library, out)
    assert written is not None
    assert (written.written, written.removed) == (0, 0)
    assert times(out) == before


def test_one_edit_touches_only_its_pages(library: Path, out: Path) -> None:
    before = times(out)
    role = library / "roles" / "shelver.yaml"
    role.write_text(role.read_text("utf-8").replace("当天", "次日").replace("the same day", "the next day"), "utf-8")
    build.render(library, out)
    changed = {f.relative_to(out).as_posix() for f, time in times(out).items() if before.get(f) != time}
    names = ("roles/shelver", "roles/index", "compare", "print")
    pages = {f"{locale}/{name}.md" for locale in ("zh-Hans", "zh-Hant", "en") for name in names}
    scripts = {f"assets/search/{locale}.js" for locale in ("zh-Hans", "zh-Hant", "en")}
    twins = {"api/roles/shelver.json", "api/roles.json"}
    assert pages | twins <= changed <= pages | twins | scripts | {".manifest.json"}


def test_stale_files_go_and_foreign_files_stay(library: Path, out: Path) -> None:
    (out / "en" / "mine.md").write_text("mine", "utf-8")
    (out / "en" / "roles" / "librarian.md").write_text("changed by a person, then its record goes", "utf-8")
    (library / "roles" / "shelver.yaml").unlink()
    role = library / "roles" / "librarian.yaml"
    text = role.read_text("utf-8")
    role.write_text(text[: text.index("works_with:")], "utf-8")
    process = library / "processes" / "loan.yaml"
    process.write_text(process.read_text("utf-8").replace("        informed: [shelver]\n", ""), "utf-8")
    case = library / "cases" / "amnesty.yaml"
    case.write_text(case.read_text("utf-8").replace(", shelver", ""), "utf-8")
    _, written = build.render(library, out)
    assert written is not None
    assert written.removed == 4  # a page in each locale, and its JSON twin
    assert not (out / "en" / "roles" / "shelver.md").exists()
    assert (out / "en" / "mine.md").read_text("utf-8") == "mine"


def test_an_emptied_folder_goes_too(library: Path, out: Path) -> None:
    (library / "processes" / "loan.yaml").unlink()
    (library / "handbook.yaml").write_text(
        (library / "handbook.yaml").read_text("utf-8").replace("processes: [loan]", ""), "utf-8"
    )
    role = library / "roles" / "librarian.yaml"
    role.write_text(role.read_text("utf-8").replace("    stages: [loan/checkout]\n", ""), "utf-8")
    case = library / "cases" / "amnesty.yaml"
    case.write_text(case.read_text("utf-8").replace("stages: [loan/return]\n", ""), "utf-8")
    shutil.rmtree(library / "pages")
    build.render(library, out)
    assert not (out / "en" / "processes" / "loan").exists()
    assert (out / "en" / "processes" / "index.md").exists()


def test_nothing_is_written_on_an_error(library: Path, out: Path) -> None:
    before = times(out)
    (library / "roles" / "shelver.yaml").write_text("title: a: b", "utf-8")
    checked, written = build.render(library, out)
    assert (checked.sound, written) == (False, None)
    assert times(out) == before


def test_a_tampered_manifest_removes_nothing_outside(library: Path, out: Path) -> None:
    outside = library.parent / "keep.txt"
    outside.write_text("keep", "utf-8")
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    manifest["files"]["../keep.txt"] = hashlib.sha256(b"keep").hexdigest()
    manifest["files"]["en/not-there.md"] = "0"
    (out / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    build.render(library, out)
    assert outside.exists()


def test_a_broken_manifest_is_no_obstacle(library: Path, out: Path) -> None:
    for broken in ("", "[]", '{"files": 3}'):
        (out / MANIFEST).write_text(broken, "utf-8")
        _, written = build.render(library, out)
        assert written is not None


def test_a_write_that_fails_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("old", "utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_if_changed(file, "new")
    assert [(f.name, f.read_text("utf-8")) for f in tmp_path.iterdir()] == [("a.md", "old")]
