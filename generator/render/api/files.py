"""All files under `api/`: one a record, a list for each kind, and the schema of each kind of file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.render import addresses
from generator.render.api import shapes as s
from generator.render.api.documents import Documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.derive import Derived

FOLDER = "api"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_RECORDS: dict[str, s.ListKind] = {
    "role": "roles",
    "process": "processes",
    "stage": "stages",
    "case": "cases",
    "guide": "guides",
    "source": "sources",
}
"""For each kind of record that has a file of its own, its folder and its list."""
_LISTS = {"home": "index", "chooser": "index", "metrics": "metrics", "glossary": "terms"}
"""For each kind of page that is none of these records, its file."""


def twin(kind: str, record_id: str = "") -> str | None:
    """Return the file that says what a page says, from the root of the site; None where there is none.

    >>> twin("stage", "loan/return"), twin("roles"), twin("home"), twin("unheard-of")
    ('api/stages/loan/return.json', 'api/roles.json', 'api/index.json', None)
    """
    if kind in _RECORDS:
        return f"{FOLDER}/{_RECORDS[kind]}/{record_id}.json"
    name = kind if kind in _RECORDS.values() else _LISTS.get(kind)
    return f"{FOLDER}/{name}.json" if name else None


def api_files(derived: Derived) -> dict[str, str]:
    """Return the text of every file by its address."""
    made = {path: _written(path, document) for path, document in _documents(derived)}
    return made | {_schema(shape): _json(schema(shape)) for shape in s.DOCUMENTS.values()}


def schema(shape: type[s.Document]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    return {"$schema": _DIALECT, **shape.model_json_schema(by_alias=True, mode="serialization")}


def _documents(derived: Derived) -> Iterator[tuple[str, s.Document]]:
    documents = Documents(derived)
    content = derived.content
    records: dict[str, Sequence[s.AnyRecord]] = {
        "role": [documents.role(i) for i in content.roles],
        "process": [documents.process(i) for i in content.processes],
        "stage": [documents.stage(full, process.id, stage) for full, process, stage in content.stages()],
        "case": [documents.case(i) for i in content.cases],
        "guide": [documents.guide(i) for i in content.guides],
        "source": [documents.source(i) for i in content.sources],
    }
    lists: dict[str, str] = {}
    for kind, found in records.items():
        name = _RECORDS[kind]
        for record in found:
            yield f"{FOLDER}/{name}/{record.id}.json", record
        lists[name] = f"{FOLDER}/{name}.json"
        yield lists[name], documents.listing(name, [(record, f"{FOLDER}/{name}/{record.id}.json") for record in found])
    for whole in (documents.metrics(), documents.terms()):
        lists[whole.kind] = f"{FOLDER}/{whole.kind}.json"
        yield lists[whole.kind], whole
    schemas = {name: _schema(shape) for name, shape in s.DOCUMENTS.items()}
    yield f"{FOLDER}/index.json", documents.index(lists, schemas)


def _schema(shape: type[s.Document]) -> str:
    name = next(name for name, known in s.DOCUMENTS.items() if known is shape)
    return f"{FOLDER}/schema/{name}.json"


def _written(path: str, document: s.Document) -> str:
    its_schema = addresses.relative(_schema(type(document)), path)
    return _json(document.model_copy(update={"schema_": its_schema}).model_dump(mode="json", by_alias=True))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
