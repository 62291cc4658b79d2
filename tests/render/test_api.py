"""The JSON twin: every file fits its published schema, leads to what there is, and says what the records say."""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from generator.pipeline import build
from generator.render.api.files import twin
from generator.render.sitesource import render_site
from tests.conftest import ROOT, copy_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.load import Content
    from generator.render.sitesource import SiteSource

HANDBOOKS = ("library", "first")


@pytest.fixture(scope="module", params=HANDBOOKS)
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = ROOT / "content" if request.param == "first" else copy_library(tmp_path_factory.mktemp("api"))
    return loaded(folder)


@pytest.fixture(scope="module")
def site(content: Content) -> SiteSource:
    return render_site(content)


@pytest.fixture(scope="module")
def files(site: SiteSource) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in site.files.items() if path.startswith("api/")}


def loaded(folder: Path) -> Content:
    content = build.check(folder).content
    assert content is not None
    return content


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def test_each_file_fits_its_schema(files: dict[str, Any]) -> None:
    for path, value in files.items():
        if path.startswith("api/schema/"):
            Draft202012Validator.check_schema(value)
            continue
        schema = posixpath.normpath(posixpath.join(posixpath.dirname(path), value["$schema"]))
        assert [error.message for error in Draft202012Validator(files[schema]).iter_errors(value)] == [], path


def test_a_schema_refuses_what_is_not_of_its_kind(files: dict[str, Any]) -> None:
    record = files[next(path for path in files if path.startswith("api/roles/"))]
    validator = Draft202012Validator(files["api/schema/role.json"])
    for broken in (
        {**record, "more": 1},
        {**record, "version": 2},
        {**record, "title": {"fr": "x"}},
        {key: value for key, value in record.items() if key != "duties"},
    ):
        assert not validator.is_valid(broken)


def test_each_record_has_a_file_and_stands_in_its_list(content: Content, files: dict[str, Any]) -> None:
    wanted = {
        "roles": list(content.roles),
        "processes": list(content.processes),
        "stages": [full for full, _, _ in content.stages()],
        "cases": list(content.cases),
        "guides": list(content.guides),
        "sources": list(content.sources),
    }
    for kind, ids in wanted.items():
        assert [entry["id"] for entry in files[f"api/{kind}.json"]["entries"]] == ids
        assert [files[f"api/{kind}/{i}.json"]["id"] for i in ids] == ids
    assert [m["id"] for m in files["api/metrics.json"]["metrics"]] == list(content.metrics)
    assert [t["id"] for t in files["api/terms.json"]["terms"]] == list(content.terms)
    assert set(files["api/index.json"]["lists"]) == {*wanted, "metrics", "terms"}


def test_every_address_leads_to_what_there_is(site: SiteSource, files: dict[str, Any]) -> None:
    ids = {path: set(re.findall(r'(?: id="|\{ #)([\w-]+)', text)) for path, text in site.files.items()}
    for path, value in files.items():
        for found in objects(value) if not path.startswith("api/schema/") else ():
            addresses = [found["file"]] if "file" in found else []
            addresses += [a for key in ("lists", "schemas") for a in found.get(key, {}).values()]
            assert set(addresses) <= set(files), path
            for page in found.get("pages", {}).values():
                name, _, anchor = page.partition("#")
                source = name.removesuffix(".html") + ".md"
                assert source in ids, (path, page)
                assert not anchor or anchor in ids[source], (path, page)


def test_every_anchor_stands_on_the_pages_of_its_record(site: SiteSource, files: dict[str, Any]) -> None:
    anchors = 0
    for path, value in files.items():
        for page in value.get("pages", {}).values() if "schema" not in path else ():
            text = site.files[page.removesuffix(".html") + ".md"]
            for found in objects(value):
                if found.get("anchor"):
                    anchors += 1
                    named = rf'(?: id="|\{{ #){re.escape(found["anchor"])}[" ]'
                    assert re.search(named, text), (page, found["anchor"])
    assert anchors > 20


def test_every_page_of_a_known_kind_names_its_file(site: SiteSource, files: dict[str, Any]) -> None:
    for page in site.manifest["pages"]:
        named = re.search(r'^twin: "([^"]+)"$', site.files[page["path"]], re.M)
        if named:
            assert posixpath.normpath(posixpath.join(posixpath.dirname(page["path"]), named[1])) in files
    assert twin("role", "x") == "api/roles/x.json"
    without = {page["kind"] for page in site.manifest["pages"] if "\ntwin: " not in site.files[page["path"]]}
    assert without & {"chooser", "home", "roles", "role", "stage", "metrics", "glossary", "source"} == set()


def test_texts_are_plain_words_and_a_missing_translation_is_left_out(library: Path) -> None:
    role = json.loads(render_site(loaded(library)).files["api/roles/librarian.json"])
    duties = {duty["id"]: duty for duty in role["duties"]}
    assert "[[" not in json.dumps(role)
    assert duties["lending"]["from"] == ["rules#1"]
    assert [sorted(d["text"]) for d in role["duties"] if "en" not in d["text"]] == [["zh-Hans", "zh-Hant"]]
    assert role["title"]["zh-Hant"] == "館員"


def test_the_words_of_a_statement_stand_only_where_they_may_be_quoted(library: Path) -> None:
    source, ledger = library / "sources" / "rules.yaml", library / "ledger" / "rules.yaml"
    assert "text:" in ledger.read_text("utf-8")

    def texts() -> list[str]:
        statements = json.loads(render_site(loaded(library)).files["api/sources/rules.json"])["statements"]
        return [statement["text"] for statement in statements if statement["text"]]

    source.write_text(re.sub("rights: .*", "rights: quote", source.read_text("utf-8")), "utf-8")
    assert texts()
    source.write_text(re.sub("rights: .*", "rights: cite", source.read_text("utf-8")), "utf-8")
    assert texts() == []


def test_the_files_are_the_same_each_time(content: Content, site: SiteSource) -> None:
    again = render_site(content).files
    assert {p: t for p, t in again.items() if p.startswith("api/")} == {
        p: t for p, t in site.files.items() if p.startswith("api/")
    }
