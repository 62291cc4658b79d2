"""The feed of changes: Atom as its readers expect it, a record a day, and nothing where it would be made up."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from generator.history import Change, History
from generator.pipeline import build
from generator.render.publication import Publication
from generator.render.sitesource import render_site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.load import Content

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "https://handbook.example/ops"


def change(path: str, day: int, hour: int = 12) -> Change:
    return Change(path, datetime(2026, 3, day, hour, tzinfo=timezone.utc), f"2026-03-{day:02}")


CHANGES = (
    change("roles/librarian.yaml", 9, 15),
    change("roles/librarian.yaml", 9, 10),
    change("processes/loan.yaml", 8),
    change("roles/librarian.yaml", 7),
    change("ledger/rules.yaml", 6),
    change("sources/rules.yaml", 6, 3),
    change("pages/first-day.en.md", 5),
    change("glossary.yaml", 4),
    change("interface.yaml", 4),
    change("roles/gone.yaml", 3),
)


@pytest.fixture
def content(library: Path) -> Content:
    found = build.check(library).content
    assert found is not None
    return found


def rendered(content: Content, changes: tuple[Change, ...] = CHANGES, address: str = ADDRESS) -> dict[str, str]:
    return render_site(content, publication=Publication.at(address, History(changes))).files


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def test_each_record_once_a_day_newest_first(content: Content) -> None:
    root = parsed(rendered(content)["en/changes.atom"])
    found = [
        (entry.findtext("a:title", "", ATOM), entry.findtext("a:updated", "", ATOM))
        for entry in root.findall("a:entry", ATOM)
    ]
    assert found == [
        ("Librarian", "2026-03-09T15:00:00Z"),
        ("Loan cycle", "2026-03-08T12:00:00Z"),
        ("Librarian", "2026-03-07T12:00:00Z"),
        ("House rules", "2026-03-06T12:00:00Z"),
        ("The first day", "2026-03-05T12:00:00Z"),
        ("Glossary", "2026-03-04T12:00:00Z"),
    ]


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
def test_a_feed_has_what_atom_asks_for(content: Content, locale: str) -> None:
    files = rendered(content)
    root = parsed(files[f"{locale}/changes.atom"])
    assert root.tag == f"{{{ATOM['a']}}}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == locale
    ids = []
    for element in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1
        ids.append(element.findtext("a:id", "", ATOM))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext("a:updated", "", ATOM))
        for link in element.findall("a:link[@rel='alternate']", ATOM):
            page = str(link.get("href")).removeprefix(f"{ADDRESS}/").removesuffix(".html") + ".md"
            assert page in files
            assert page.startswith(f"{locale}/")
    assert len(set(ids)) == len(ids)
    assert root.findtext("a:author/a:name", "", ATOM)
    assert [link.get("href") for link in root.findall("a:link[@rel='self']", ATOM)] == [
        f"{ADDRESS}/{locale}/changes.atom"
    ]
    assert 'feed: "changes.atom"\n' in files[f"{locale}/index.md"]
    assert 'feed: "../changes.atom"\n' in files[f"{locale}/roles/librarian.md"]


def test_a_feed_ends_at_fifty(content: Content) -> None:
    many = tuple(
        change("roles/librarian.yaml" if h % 2 else "roles/shelver.yaml", d, h) for d in range(1, 31) for h in (1, 2)
    )
    assert len(parsed(rendered(content, many)["en/changes.atom"]).findall("a:entry", ATOM)) == 50


def test_hostile_names_stay_text(library: Path) -> None:
    role = library / "roles" / "librarian.yaml"
    written = r'title: {zh: "]]></title><x>&\x7f\uFFFE", en: "]]></title><x>&\x7f\uFFFE"}'
    role.write_text(re.sub("(?m)^title:.*", lambda _: written, role.read_text("utf-8"), count=1), "utf-8")
    content = build.check(library).content
    assert content is not None
    entry = parsed(rendered(content)["en/changes.atom"]).find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:title", "", ATOM) == "]]></title><x>&\x7f\ufffd"


def test_no_address_or_no_history_no_feed(content: Content) -> None:
    for files in (rendered(content, address=""), rendered(content, changes=()), rendered(content, CHANGES[-1:])):
        assert not [path for path in files if path.endswith(".atom")]
        assert not [path for path, text in files.items() if path.endswith(".md") and "\nfeed:" in text]


def test_a_page_tells_the_day_of_its_last_change_and_no_other_page_moves(content: Content) -> None:
    before = rendered(content, address="")
    after = rendered(content, (change("roles/shelver.yaml", 10), *CHANGES), address="")
    assert 'changed: "2026-03-09"\n' in before["en/roles/librarian.md"]
    assert 'changed: "2026-03-08"\n' in before["en/processes/loan/return.md"]
    assert 'changed: "2026-03-06"\n' in before["zh-Hant/sources/rules.md"]
    assert "\nchanged:" not in before["en/index.md"] + before["en/roles/index.md"] + before["en/roles/shelver.md"]
    moved = {path for path in after if after[path] != before[path]}
    assert moved == {f"{locale}/roles/shelver.md" for locale in ("zh-Hans", "zh-Hant", "en")}


def test_a_page_tells_the_line_that_a_writer_edits(content: Content, library: Path) -> None:
    files = rendered(content)
    lines = (library / "processes" / "loan.yaml").read_text("utf-8").splitlines()
    for page, record in (("checkout", "- id: checkout"), ("return", "- id: return")):
        found = re.search(
            r'^place: \{"path": "content/processes/loan.yaml", "line": (\d+)\}$',
            files[f"en/processes/loan/{page}.md"],
            re.M,
        )
        assert found
        assert lines[int(found[1]) - 1].strip() == record
    assert 'place: {"path": "content/pages/first-day.en.md", "line": 1}\n' in files["en/guides/first-day.md"]
    assert 'place: {"path": "content/pages/first-day.zh.md", "line": 1}\n' in files["zh-Hant/guides/first-day.md"]
    assert 'place: {"path": "content/metrics.yaml", "line": 1}\n' in files["en/metrics.md"]
    assert "\nplace:" not in files["en/roles/index.md"]
