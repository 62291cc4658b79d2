"""Prose as blocks, case by case, and the laws that hold for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guides import Guide
from generator.model.records import Text
from generator.read.prose import is_address, parse_prose, pieces, words

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("prose.yaml").read_text("utf-8"))
PIECES = [
    "**",
    "*",
    "`",
    "[",
    "]",
    "(",
    ")",
    "[[term:x|",
    "]]",
    "|",
    "\\",
    "a",
    "好",
    " ",
    "https://a.b",
    "#c",
    "\n",
    "- ",
    "```\n",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_blocks(case: dict[str, Any]) -> None:
    blocks = parse_prose(case["text"], "a.md").blocks
    assert [[b.kind, b.line, b.level, [list(row) for row in b.rows]] for b in blocks] == case["blocks"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a **b *c*** d", ["text", "strong", "text"]),
        ("2 * 3 * 4", ["text"]),
        ("`a ** b` and ``c ` d``", ["code", "text", "code"]),
        ("[x](https://example.org) [y](javascript:a) [z](#part)", ["link", "text", "link"]),
        ("\\*not\\* and \\[this\\](#c)", ["text"]),
        ("see [[term:a|b]].", ["text"]),
        ("见 https://example.org/a。再看", ["text", "address", "text"]),
    ],
)
def test_pieces(text: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in pieces(text)] == kinds


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JAVASCRIPT:a", "data:text/html,x", "//a.b", "a.html", "#A b", ""]
)
def test_no_address(target: str) -> None:
    assert not is_address(target)


def test_no_two_sections_of_a_page_share_an_anchor() -> None:
    prose = parse_prose("# T\n## A 3\n## A\n## A\n## T\n## A 6\n## A\n", "t.zh.md")
    guide = Guide("t", Text(zh="T"), None, prose, prose)
    assert guide.sections == ("a-3", "a", "a-4", "t-4", "a-6", "a-7")


def test_a_heading_may_hold_any_gap() -> None:
    """Hours of work, where each space is tried as the end of the heading."""
    text = f"a{' ' * 20_000}b"
    (block,) = parse_prose(f"# {text}", "a.md").blocks
    assert block.rows == ((text,),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("**a " * 1000, id="strong words that nothing closes"),
        pytest.param("**a" + " " * 17, id="strong words and gaps"),
        pytest.param("*a " * 1000, id="emphasis"),
        pytest.param("**a* " * 1000, id="both"),
        pytest.param("`a ``b " * 500, id="backticks"),
        pytest.param("[[" * 2000, id="references"),
        pytest.param("[a](b " * 700, id="links"),
        pytest.param("![" * 2000, id="pictures"),
        pytest.param("<" * 4000, id="tags"),
        pytest.param("> " * 2000, id="quotations"),
        pytest.param("- " * 2000, id="lists"),
        pytest.param("[a]: b\n" * 600, id="definitions"),
        pytest.param("a|b\n-|-\n" + "c|d\n" * 900, id="rows"),
        pytest.param("a|" * 1000 + "\n" + "-|" * 1000 + "\n", id="columns"),
        pytest.param("\\*" * 2000, id="backslashes"),
    ],
)
def test_hostile_prose_costs_what_its_length_costs(text: str) -> None:
    """Eight times the length costs some eight times the time; the square of it would be 64."""
    assert cost(text * 8) < 24 * cost(text)


def test_backticks_of_every_number_cost_what_their_length_costs() -> None:
    short, long = (" ".join("`" * n for n in range(most)) for most in (90, 255))
    assert 7 < len(long) / len(short) < 9
    assert cost(long) < 24 * cost(short)


def cost(text: str) -> float:
    """Return the least CPU time of three readings."""

    def one() -> float:
        started = time.process_time()
        for block in parse_prose(text, "a.md").blocks:
            for row in block.rows:
                for said in row:
                    pieces(said)
        return time.process_time() - started

    return min(one() for _ in range(3))


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=80))
def test_no_word_is_lost(text: str) -> None:
    """Whatever stands in a file stands in a block: letters and hanzi, in their order."""
    prose = parse_prose(text, "a.md")
    if prose.front is None and "```" not in text and "https" not in text:
        shown = "".join(words(said) for block in prose.blocks for row in block.rows for said in row)
        kept = [char for char in shown if char in "a好"]
        assert kept == [char for char in text if char in "a好"]
    for block in prose.blocks:
        assert 1 <= block.line <= len(text.splitlines()) + 1
        assert block.rows
