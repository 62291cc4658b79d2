"""The YAML reader: every scalar a text, every place known, everything else refused with a place and a mend."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.read.yaml import dump_yaml, parse_yaml, read_yaml

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("yaml-refused.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_refused(case: dict[str, Any]) -> None:
    document, problems = parse_yaml(case["text"], "f.yaml")
    assert document is None
    (problem,) = problems
    assert (str(problem.location), problem.code) == (f"f.yaml:{case['at']}", case["code"])
    assert case["mend"] in problem.mend
    assert problem.mend


def test_all_twins_in_one_run() -> None:
    _, problems = parse_yaml("a: 1\na: 2\nb: 1\nb: 2\n", "f.yaml")
    assert [str(p.location) for p in problems] == ["f.yaml:2:1", "f.yaml:4:1"]


def test_every_scalar_is_text() -> None:
    document, _ = parse_yaml("a: yes\nb: 1.20\nc: 2026-01-01\nd: ~\ne: ''\n", "f.yaml")
    assert document is not None
    assert document.data == {"a": "yes", "b": "1.20", "c": "2026-01-01", "d": None, "e": ""}


DATA = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=6), DATA, min_size=1, max_size=4))
def test_what_is_written_is_read_again(data: dict[str, Any]) -> None:
    document, problems = parse_yaml(dump_yaml(data), "f.yaml")
    assert not problems
    assert document is not None
    assert document.data == data


WORDS = (
    "店",
    "a",
    "yes",
    "1.5",
    "12:30",
    "long-word",
    "2026-01-02",
    "“",
    "👩",
    " ",
    "  ",
    "# ",
    ": ",
    "---",
    "<<",
    "\n",
)
SIGNS = [*"'-=~?!&*|>%@`[{,\"\t\u2028\ufeff\ud800"]
SCALAR = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=60).map("".join) | st.text(" ab'店:#-", max_size=300)
KEY = st.sampled_from(["zh", "on", "a b", "works_with", "", "é", "k" * 105])
TREE = st.recursive(
    SCALAR | st.none() | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4),
    max_leaves=12,
)


@given(TREE)
def test_what_is_written_is_what_pyyaml_writes(data: Any) -> None:
    assert dump_yaml(data) == yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def test_what_stands_twice_is_written_as_pyyaml_does() -> None:
    twice = ["a"]
    assert dump_yaml({"one": twice, "two": twice}) == "one: &id001\n- a\ntwo: *id001\n"


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    document, problems = parse_yaml(text, "f.yaml")
    assert (document is None) == bool(problems)
    for problem in problems:
        assert re.fullmatch(r"f\.yaml:\d+:\d+", str(problem.location))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gbk.yaml").write_bytes("a: b\n标题: 店长".encode("gbk"))
    cases = {"none.yaml": "file-missing", "gbk.yaml": "encoding-undecodable"}
    for name, code in cases.items():
        document, (problem,) = read_yaml(tmp_path / name, name)
        assert (document, problem.code) == (None, code)
    assert str(read_yaml(tmp_path / "gbk.yaml", "gbk.yaml")[1][0].location) == "gbk.yaml:2:1"
