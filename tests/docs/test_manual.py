"""The manual is made from the code: problems from their codes, repairs from their docstrings, the record that
`handbook ingest --json` prints from its models. `make goldens`.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.clean import RULES
from generator.extract import ingest
from generator.extract.record import Found
from generator.problems import CODES
from generator.read.decode import RawText, read_raw

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


EXAMPLE = """\
晨光书屋-店长
岗位职责
1、管好书架:
  a) 每天清点2次;
联系人：王女士
"""


def ingest_json() -> str:
    """Return the page of the record: an example, then a table for each object, in the order in which they nest."""
    raw = RawText("shop.txt", EXAMPLE, "utf-8", "sha256:" + "0" * 64)
    example = json.dumps([ingest(raw, "shop").as_json()], ensure_ascii=False, indent=2)
    head = (
        "# What `handbook ingest --json` prints\n\nMade from `generator/extract/record.py`, as is "
        "[its JSON Schema](ingest-json.schema.json).\n\n"
        "A list on standard output, one object for each file that could be read, in the order of the files; problems "
        "go to standard\nerror, and a file that cannot be read has a problem and no object. Nothing is written. Keys "
        "are never renamed; new ones may\ncome. Every key is always there; what a text does not give is null. Words "
        "are repaired and keep the script of the source;\nfolding to Simplified belongs to the drafts.\n\n"
        "The contact details of persons are nowhere in it: the clause that carries one is a dropped stretch with the "
        "reason\n`private`, of which only the place is told.\n"
    )
    shown = f"\n## Example\n\n```text\n{EXAMPLE}```\n\n```json\n{_folded(example)}\n```\n"
    return head + "".join(_table(name, schema) for name, schema in _objects().items()) + shown


def ingest_schema() -> str:
    """Return the JSON Schema of the record."""
    schema = TypeAdapter(list[Found]).json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _folded(text: str) -> str:
    """Put spans, and objects that are short, on one line."""
    text = re.sub(r"\[\s+([\d,\s]+?)\s+\]", lambda m: f"[{' '.join(m[1].split())}]", text)
    return re.sub(r"\{\s+([^{}]{0,120}?)\s+\}", lambda m: f"{{{' '.join(m[1].split())}}}", text)


def _objects() -> dict[str, dict[str, Any]]:
    schema = Found.model_json_schema(mode="serialization")
    parts: dict[str, dict[str, Any]] = schema["$defs"]
    order = ("FoundPosting", "FoundItem", "FoundPair", "FoundDropped", "FoundRepair")
    assert set(order) == set(parts)
    return {"Found": schema, **{name: parts[name] for name in order}}


_TITLES = {
    "Found": "The object of one file",
    "FoundPosting": "One of its `postings`",
    "FoundItem": "One of the `items` of a posting",
    "FoundPair": "The `pair` of an item",
    "FoundDropped": "One of the `dropped` stretches",
    "FoundRepair": "One of the `repairs`",
}


def _table(name: str, schema: dict[str, Any]) -> str:
    rows = [f"| `{key}` | {_type(value)} | {value['description']} |" for key, value in schema["properties"].items()]
    head = f"\n## {_TITLES[name]}\n\n{schema['description']}\n\n| key | type | meaning |\n| --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def _type(value: dict[str, Any]) -> str:
    if "anyOf" in value:
        return " or ".join(_type(one) for one in value["anyOf"])
    if "enum" in value:
        return " or ".join(f"`{one}`" for one in value["enum"])
    if "prefixItems" in value:
        return "`[start, end]`"
    if "$ref" in value:
        return "an object"
    if value["type"] == "array":
        return "list of objects" if "$ref" in value["items"] else f"list of {value['items']['type']}s"
    return str(value["type"])


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("problems.md", problems()),
        ("repairs.md", repairs()),
        ("ingest-json.md", ingest_json()),
        ("ingest-json.schema.json", ingest_schema()),
    ],
)
def test_the_manual_is_that_of_the_code(name: str, made: str) -> None:
    file = DOCS / name
    if os.environ.get("HANDBOOK_GOLDENS") == "write":
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made, "run `make goldens`"


def test_every_repair_says_where_it_comes_from_and_what_it_refuses() -> None:
    for rule in RULES:
        for part in ("Looks like:", "Comes from:", "Refuses:", ">>>"):
            assert part in rule.manual, f"{rule.name} says no {part}"


def test_what_ingest_prints_is_what_its_page_says() -> None:
    """The models are closed: a key that the page does not name, or one that is missing, fails here."""
    for file in sorted((DOCS.parent / "tests" / "corpus" / "texts").glob("*.txt")):
        raw = read_raw(file).raw
        assert raw is not None
        record = ingest(raw, file.stem).as_json()
        assert Found.model_validate_json(json.dumps(record)).model_dump(mode="json") == record
