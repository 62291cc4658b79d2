"""The manual is made from the code: problems from their codes, repairs from their docstrings. `make goldens`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.clean import RULES
from generator.problems import CODES

DOCS = Path(__file__).resolve().parents[2] / "docs"


def problems() -> str:
    head = "# Problems and their mends\n\nMade from `generator/problems.py`; `handbook explain CODE` prints an entry.\n"
    return head + "".join(f"\n## `{code.id}` ({code.severity})\n\n{code.manual}\n" for code in CODES.values())


def repairs() -> str:
    head = (
        "# Repairs of damaged text\n\nMade from the docstrings of `generator/clean/repairs.py`, in the order in which "
        "they run;\n`handbook ingest --explain` shows each repair in place.\n"
    )
    return head + "".join(f"\n## `{rule.name}`: {rule.reason}\n\n{marked(rule.manual)}\n" for rule in RULES)


def marked(manual: str) -> str:
    """Set the doctest examples of a docstring apart as code."""
    blocks = [f"```python\n{b}\n```" if b.startswith(">>>") else b for b in manual.split("\n\n")]
    return "\n\n".join(blocks)


@pytest.mark.parametrize(("name", "made"), [("problems.md", problems()), ("repairs.md", repairs())])
def test_the_manual_is_that_of_the_code(name: str, made: str) -> None:
    file = DOCS / name
    if os.environ.get("HANDBOOK_GOLDENS") == "write":
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made, "run `make goldens`"


def test_every_repair_says_where_it_comes_from_and_what_it_refuses() -> None:
    for rule in RULES:
        for part in ("Looks like:", "Comes from:", "Refuses:", ">>>"):
            assert part in rule.manual, f"{rule.name} says no {part}"
