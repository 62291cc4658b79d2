"""No anchor twice on a page, and the anchors that templates have of themselves are those that the check knows."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from generator.pipeline import build
from generator.render import addresses
from generator.render.anchors import FRAME, OWN, given_anchors
from generator.render.sitesource import render_site
from tests.conftest import ROOT, copy_library

PLACE = re.compile(r'(?: id="|\{ #)([\w-]+)')
LOCALE = "en"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[list[str], set[str]]]]:
    """For each kind of page, what every page of it prints in both handbooks, and what the content gives it of that."""
    found = defaultdict(list)
    for folder in (ROOT / "content", copy_library(tmp_path_factory.mktemp("anchors"))):
        content = build.check(folder).content
        assert content is not None
        made = render_site(content)
        pages = [page for page in made.manifest["pages"] if page["locale"] == LOCALE]
        for kind in dict.fromkeys(page["kind"] for page in pages):
            given = [{one.anchor for one in anchors} for of, anchors in given_anchors(content) if of == kind]
            bodies = [made.files[page["path"]] for page in pages if page["kind"] == kind]
            if kind in OWN:
                assert len(given) == len(bodies), kind
            # The pages of a kind stand in the order of the records.
            for body, anchors in zip(bodies, given or [set()] * len(bodies), strict=True):
                found[kind].append((PLACE.findall(body), anchors))
    return found


def test_no_anchor_twice(printed: dict[str, list[tuple[list[str], set[str]]]]) -> None:
    for kind, pages in printed.items():
        for ids, _ in pages:
            assert len(set(ids)) == len(ids), kind


def test_the_anchors_of_templates_are_those_that_no_id_may_take(
    printed: dict[str, list[tuple[list[str], set[str]]]],
) -> None:
    for kind, own in OWN.items():
        # Rows of figures have two hyphens in a row, which no id holds.
        left = {i for ids, given in printed[kind] for i in set(ids) - given if "--" not in i}
        # A kind of requirement that no role asks for is not shown.
        assert left - own == set(), kind
        assert {i for i in own - left if not i.startswith("requirements-")} == set(), kind


def test_every_anchor_of_the_content_is_printed(printed: dict[str, list[tuple[list[str], set[str]]]]) -> None:
    """Else the check would refuse ids for nothing; a family without roles is not shown."""
    for kind in OWN.keys() - {"roles"}:
        for ids, given in printed[kind]:
            assert given <= set(ids), kind


def test_the_ids_of_theme_and_scripts_are_those_that_no_id_may_take() -> None:
    written = re.compile(r"""\bid(?:="|: "| = ")([a-z][a-z0-9-]*)(?:("(?: \+)?)|\b)""")
    files = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "overrides/assets/javascripts").rglob("*.js")]
    found = [(match[1], match[2]) for file in files for match in written.finditer(file.read_text("utf-8"))]
    assert len(found) > 4
    for name, more in found:
        assert FRAME.fullmatch(name + ("7" if more == '" +' else "")), name


def test_lists_and_records_in_one_folder_share_an_address_by_the_id_that_is_refused() -> None:
    singles = {addresses.page(kind)[0] for kind in addresses.SINGLE}
    assert {addresses.page(kind, "index")[0] in singles for kind in ("role", "process", "source")} == {True}
