"""Reads `content/` into one frozen `Content`, or into problems with places."""

from __future__ import annotations

import difflib
import re
import typing
from dataclasses import dataclass, field
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.ledger import Ledger
from generator.model import records as r
from generator.places import Location
from generator.problems import Problem
from generator.read.yaml import Document, Path_, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)
_T = TypeVar("_T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Entry(Generic[T_co]):
    """One record, its id, and the document and path it was read from."""

    id: str
    record: T_co
    document: Document = field(repr=False)
    base: Path_ = ()

    def place(self, *path: str | int) -> Location:
        """Return the place of a path within the record, fields by the names they have in YAML."""
        return self.document.place((*self.base, *path))


@dataclass(frozen=True, slots=True)
class Content:
    """All that people wrote, and the ledgers. Roles and processes are in handbook order."""

    handbook: Entry[r.Handbook]
    interface: Entry[r.Interface]
    traditional: Entry[r.Traditional]
    roles: Mapping[str, Entry[r.Role]]
    processes: Mapping[str, Entry[r.Process]]
    metrics: Mapping[str, Entry[r.Metric]]
    terms: Mapping[str, Entry[r.Term]]
    sources: Mapping[str, Entry[r.Source]]
    ledgers: Mapping[str, Entry[Ledger]]
    broken: frozenset[str] = frozenset()
    """`kind/id` of records that exist but could not be read: naming one of them is not an unknown reference."""

    def stages(self) -> Iterator[tuple[str, Entry[r.Process], r.Stage]]:
        """Yield each stage with its full id (`process/stage`) and its process."""
        for process in self.processes.values():
            for stage in process.record.stages:
                yield f"{process.id}/{stage.id}", process, stage

    def entries(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Yield `(kind, entry)` for every record that people write."""
        yield "handbook", self.handbook
        yield "interface", self.interface
        for kind in ("role", "process", "metric", "term", "source"):
            yield from ((kind, entry) for entry in self.of_kind(kind).values())

    def of_kind(self, kind: str) -> Mapping[str, Entry[Any]]:
        """Return the records of a kind by id."""
        table: dict[str, Mapping[str, Entry[Any]]] = {
            "role": self.roles,
            "process": self.processes,
            "metric": self.metrics,
            "term": self.terms,
            "source": self.sources,
        }
        return table[kind]


def load_content(root: Path, shown: str = "content") -> tuple[Content | None, list[Problem]]:
    """Read the folder `root`; places show its files below `shown`. No content where an indispensable file is broken."""
    loader = _Loader(root, shown)
    handbook = loader.one("handbook.yaml", r.Handbook)
    interface = loader.one("interface.yaml", r.Interface)
    traditional = loader.one("traditional.yaml", r.Traditional)
    metrics = loader.listed("metrics.yaml", r.Metrics, "metrics")
    terms = loader.listed("glossary.yaml", r.Glossary, "terms")
    roles = loader.folder("roles", r.Role, "role")
    processes = loader.folder("processes", r.Process, "process")
    sources = loader.folder("sources", r.Source, "source")
    ledgers = loader.folder("ledger", Ledger, "ledger")
    if not (handbook and interface and traditional):
        return None, loader.problems
    content = Content(
        handbook=handbook,
        interface=interface,
        traditional=traditional,
        roles=_ordered(roles, handbook.record.roles),
        processes=_ordered(processes, handbook.record.processes),
        metrics=MappingProxyType(metrics),
        terms=MappingProxyType(terms),
        sources=_ordered(sources, ()),
        ledgers=_ordered(ledgers, ()),
        broken=frozenset(loader.broken),
    )
    return content, loader.problems


def load_ledger(file: Path, shown: str) -> tuple[Ledger | None, list[Problem]]:
    """Read one ledger, for an ingest that carries its numbers over."""
    loader = _Loader(file.parent, shown.rpartition("/")[0])
    entry = loader.one(file.name, Ledger)
    return (entry.record if entry else None), loader.problems


def _ordered(entries: dict[str, Entry[_T]], first: tuple[str, ...]) -> Mapping[str, Entry[_T]]:
    ids = [i for i in dict.fromkeys(first) if i in entries]
    return MappingProxyType({i: entries[i] for i in [*ids, *sorted(set(entries) - set(ids))]})


class _Loader:
    """Reads files of one content folder and gathers every problem on the way."""

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.shown = shown
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def one(self, name: str, model: type[_T]) -> Entry[_T] | None:
        document, problems = read_yaml(self.root / name, f"{self.shown}/{name}")
        self.problems += problems
        if document is None:
            return None
        try:
            record = model.model_validate(document.data)
        except ValidationError as error:
            self.problems += [_problem(item, model, document) for item in error.errors()]
            return None
        return Entry(name.rpartition("/")[2].removesuffix(".yaml"), record, document)

    def folder(self, name: str, model: type[_T], kind: str) -> dict[str, Entry[_T]]:
        entries = {}
        for file in sorted((self.root / name).glob("*.yml")):
            place = Location(f"{self.shown}/{name}/{file.name}")
            mend = f"Rename it {file.stem}.yaml."
            self.problems.append(Problem(place, "file-name", "Files whose names end in .yml are not read.", mend))
        for file in sorted((self.root / name).glob("*.yaml")):
            if not re.fullmatch(r.ID_PATTERN, file.stem):
                mend = "Rename the file: head-librarian.yaml, for example."
                place = Location(f"{self.shown}/{name}/{file.name}")
                message = f"The name `{file.stem}` is not lower-case words joined by hyphens."
                self.problems.append(Problem(place, "id-form", message, mend))
            entry = self.one(f"{name}/{file.name}", model)
            if entry:
                entries[entry.id] = entry
                self._check_id(entry)
            else:
                self.broken.add(f"{kind}/{file.stem}")
        return entries

    def listed(self, name: str, model: type[BaseModel], key: str) -> dict[str, Entry[Any]]:
        if not (self.root / name).exists():
            return {}
        whole = self.one(name, model)
        entries: dict[str, Entry[Any]] = {}
        if whole is None:
            self.broken.add(f"{key}/*")
            return entries
        for index, record in enumerate(getattr(whole.record, key)):
            entry = Entry(record.id, record, whole.document, (key, index))
            if record.id in entries:
                first = entries[record.id].place("id")
                message = f"The id `{record.id}` stands first on line {first.line}."
                self.problems.append(Problem(entry.place("id"), "twin-id", message, "Rename one of the two."))
            else:
                entries[record.id] = entry
        return entries

    def _check_id(self, entry: Entry[Any]) -> None:
        said = getattr(entry.record, "id", None)
        if said is not None and said != entry.id:
            message = f"The id is `{said}`, the file is `{entry.id}.yaml`."
            self.problems.append(Problem(entry.place("id"), "id-not-file-name", message, "Make them the same."))


# -- pydantic's errors as problems --------------------------------------------------------------------------------


def nearest(word: str, known: typing.Iterable[str]) -> str:
    """Return a `Did you mean …?` for the known word nearest to `word`, or an empty text.

    >>> nearest("dutys", ["duties", "tools"])
    'Did you mean `duties`?'
    """
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{found[0]}`?" if found else ""


_FORMS = {
    r.ID_PATTERN: "Write lower-case English words joined by hyphens: head-librarian.",
    r"^[a-z0-9-]+#[1-9][0-9]*$": 'Write source and statement number in quotation marks: ["rules#7"].',
    r"^[a-z0-9-]+/[a-z0-9-]+$": "Write process and stage: loan-cycle/checkout.",
}


_SAID = {
    "decimal_parsing": "it takes a number, such as 5 or 1.2",
    "int_parsing": "it takes a whole number",
    "string_too_short": "it is empty",
    "string_too_long": "it is too long",
    "string_type": "it takes a text",
    "too_short": "it takes one entry at least",
}


def _problem(error: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    path: Path_ = tuple(error["loc"])
    name = next((step for step in reversed(path) if isinstance(step, str)), "record")
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    place = document.place(path)
    if kind == "missing":
        return Problem(place, "missing-field", f"`{name}` is missing.", f"Add `{name}:`.")
    if kind == "extra_forbidden":
        known = _fields(model, path[:-1])
        mend = nearest(name, known) or f"Known fields: {', '.join(known)}."
        if "zh-Hant" in known and name not in known:
            mend = f'Is it part of a text? Put the text in quotation marks: {{zh: "…", en: "a, b"}}. {mend}'
        return Problem(place, "unknown-field", f"There is no field `{name}` here.", mend)
    if given is None:
        return Problem(place, "wrong-value", f"`{name}` is empty.", "Fill it, or delete the line.")
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern"))
        code = "id-form" if pattern == r.ID_PATTERN else "wrong-value"
        return Problem(place, code, f"`{_short(given)}` is not of the form of `{name}`.", _FORMS.get(pattern, ""))
    if kind == "literal_error":
        expected = str(context.get("expected", ""))
        near = nearest(str(given), re.findall(r"'([^']+)'", expected))
        return Problem(place, "wrong-value", f"`{name}` is `{_short(given)}`; it takes {expected}.", near)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        known = _fields(model, path)
        mend = f"Write fields: {', '.join(known)}." if known else "Write fields and values."
        if set(known) == {"zh", "en", "zh-Hant"}:
            mend = "Write both languages: {zh: …, en: …}."
        return Problem(place, "wrong-value", f"`{name}` is `{_short(given)}`, not a record.", mend)
    if kind in {"tuple_type", "list_type"}:
        return Problem(place, "wrong-value", f"`{name}` is not a list.", "Write [a, b], or one `- a` a line.")
    said = _SAID.get(kind) or error["msg"].removeprefix("Value error, ").rstrip(".")
    return Problem(place, "wrong-value", f"`{name}` is `{_short(given)}`: {said}.", "Correct the value.")


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def _fields(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the field names, as YAML has them, of the model that stands at a path below `model`."""
    current: Any = model
    for step in path:
        if isinstance(step, str) and _is_model(current):
            by_name = {info.alias or name: info for name, info in current.model_fields.items()}
            current = _inner(by_name[step].annotation) if step in by_name else None
        elif isinstance(step, str):
            current = _inner(current)
    if not _is_model(current):
        return []
    return [info.alias or name for name, info in current.model_fields.items()]


def _is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel)


def _inner(annotation: Any) -> Any:
    """Return the model inside `X | None`, `tuple[X, ...]` or `dict[str, X]`."""
    while not _is_model(annotation):
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin in {UnionType, typing.Union}:
            annotation = next((a for a in arguments if a is not type(None)), None)
        elif arguments:
            annotation = arguments[-1] if origin is dict else arguments[0]
        else:
            return None
    return annotation
