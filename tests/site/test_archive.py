"""The site as one zip: the same bytes from the same site, in one folder, nothing that changes with the day."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.site.archive import pack
from tests.site.support.project import copy_project, html_files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    for name in ("index.html", "en/b.html", "en/a.html", "sitemap.xml", "sitemap.xml.gz"):
        (folder / name).write_text(name, "utf-8")
    return folder


def test_it_opens_as_one_folder(site: Path, tmp_path: Path) -> None:
    assert pack(site, tmp_path / "book.zip") == 3
    with zipfile.ZipFile(tmp_path / "book.zip") as archive:
        assert archive.namelist() == ["book/en/a.html", "book/en/b.html", "book/index.html"]
        assert archive.read("book/en/a.html") == b"en/a.html"
        assert archive.testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.zip", "site"]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "one" / "book.zip")
    for file in site.rglob("*"):
        os.utime(file, (2_000_000_000, 2_000_000_000))
        file.chmod(0o755)
    (site / "sitemap.xml").write_text("another day", "utf-8")
    pack(site, tmp_path / "two" / "book.zip")
    assert (tmp_path / "one" / "book.zip").read_bytes() == (tmp_path / "two" / "book.zip").read_bytes()


def test_a_zip_in_the_site_does_not_hold_itself(site: Path) -> None:
    assert pack(site, site / "book.zip") == pack(site, site / "book.zip") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="folders there cannot be closed to writing")
def test_a_zip_that_cannot_be_written_leaves_nothing(site: Path, tmp_path: Path) -> None:
    (tmp_path / "book.zip").mkdir()
    with pytest.raises(OSError, match=r"book\.zip"):
        pack(site, tmp_path / "book.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.zip", "site"]


def test_build_packs_what_it_built(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_project(tmp_path / "project", library))
    assert main(["build", "--zip", "out/handbook.zip"]) == 0
    with zipfile.ZipFile("out/handbook.zip") as archive:
        pages = {name.removeprefix("handbook/") for name in archive.namelist() if name.endswith(".html")}
    assert pages == html_files(Path("site"))
    assert "en/print.html" in pages


def test_nothing_is_packed_where_the_build_fails(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_project(tmp_path / "project", library)
    (project / "content" / "roles" / "shelver.yaml").write_text("title: a: b", "utf-8")
    monkeypatch.chdir(project)
    assert main(["build", "--zip", "handbook.zip"]) == 1
    assert not Path("handbook.zip").exists()
