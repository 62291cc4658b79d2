"""Reads `content/` into one frozen `Content`, or into problems with places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.ledger import Ledger
from generator.model import records as r
from generator.model.faults import fault
from generator.model.guides import Guide, load_guides
from generator.places import Location
from generator.problems import Problem
from generator.read.yaml import Document, Path_, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

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

    def character(self, path: Path_, text: str, offset: int) -> Location:
        """Return the place of one character of the text at a path within the record."""
        return self.document.character((*self.base, *path), text, offset)


@dataclass(frozen=True, slots=True)
class Content:
    """All that people wrote, and the ledgers. Roles, processes and cases are in handbook order."""

    handbook: Entry[r.Handbook]
    interface: Entry[r.Interface]
    traditional: Entry[r.Traditional]
    roles: Mapping[str, Entry[r.Role]]
    processes: Mapping[str, Entry[r.Process]]
    cases: Mapping[str, Entry[r.Case]]
    metrics: Mapping[str, Entry[r.Metric]]
    terms: Mapping[str, Entry[r.Term]]
    sources: Mapping[str, Entry[r.Source]]
    ledgers: Mapping[str, Entry[Ledger]]
    guides: Mapping[str, Guide]
    """The pages of prose, in their order."""
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
        for kind in ("role", "process", "case", "metric", "term", "source"):
            yield from ((kind, entry) for entry in self.of_kind(kind).values())

    def of_kind(self, kind: str) -> Mapping[str, Entry[Any]]:
        """Return the records of a kind by id."""
        table: dict[str, Mapping[str, Entry[Any]]] = {
            "role": self.roles,
            "process": self.processes,
            "case": self.cases,
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
    cases = loader.folder("cases", r.Case, "case")
    sources = loader.folder("sources", r.Source, "source")
    ledgers = loader.folder("ledger", Ledger, "ledger")
    guides, unread, problems = load_guides(root / "pages", f"{shown}/pages")
    loader.problems += problems
    loader.broken |= {f"guide/{i}" for i in unread}
    if not (handbook and interface and traditional):
        return None, loader.problems
    content = Content(
        handbook=handbook,
        interface=interface,
        traditional=traditional,
        roles=_ordered(roles, handbook.record.roles),
        processes=_ordered(processes, handbook.record.processes),
        cases=_ordered(cases, handbook.record.cases),
        metrics=MappingProxyType(metrics),
        terms=MappingProxyType(terms),
        sources=_ordered(sources, ()),
        ledgers=_ordered(ledgers, ()),
        guides=MappingProxyType(guides),
        broken=frozenset(loader.broken),
    )
    return content, loader.problems


def load_ledger(file: Path, shown: str) -> tuple[Ledger | None, list[Problem]]:
    """Read one ledger, for an ingest that carries its numbers over."""
    loader = _Loader(file.parent, shown.rpartition("/")[0])
    entry = loader.one(file.name, Ledger)
    return (entry.record if entry else None), loader.problems


def load_source(file: Path, shown: str) -> tuple[r.Source | None, list[Problem]]:
    """Read one source record, for an ingest that asks whether the text may be quoted."""
    loader = _Loader(file.parent, shown.rpartition("/")[0])
    entry = loader.one(file.name, r.Source)
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
            self.problems += [fault(item, model, document) for item in error.errors()]
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
