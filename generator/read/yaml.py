"""YAML with places: the one door to PyYAML.

A file becomes plain dicts, lists and strings (every scalar stays text, for the models to type) and an index from each
path into it, such as `("duties", 0, "title")`, to its line and column. Built from libyaml's events, so that anchors,
aliases, tags, twin keys and further documents are refused with a place, which a plain load would swallow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from generator.places import LineIndex, Location
from generator.problems import Problem
from generator.read.scalars import offset_in_source
from generator.read.text import read_text
from generator.read.yaml_blocks import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Path_ = tuple[str | int, ...]
"""A way into a document: field names and list indexes."""
_MAX_DEPTH = 24
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 15 times faster where libyaml is there


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its data and the place of every key and value in it."""

    path: str
    data: Any
    places: dict[Path_, Location] = field(repr=False)
    """The place of the value at a path; of a mapping's value, the place of its key."""
    source: str = field(default="", repr=False)
    starts: dict[Path_, int] = field(default_factory=dict, repr=False)
    """Where in the source the scalar at a path starts."""

    def place(self, path: Path_) -> Location:
        """Return the place of a path, or of its nearest parent that has one."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Location(self.path)

    def character(self, path: Path_, text: str, offset: int) -> Location:
        r"""Return the place of a character of the text at a path, white space within it folded or not.

        >>> document, _ = parse_yaml("a:\n  - {zh: '1''2',\n     en: one\n      two}", "f.yaml")
        >>> str(document.character(("a", 0, "zh"), "1'2", 2)), str(document.character(("a", 0, "en"), "one two", 4))
        ('f.yaml:2:14', 'f.yaml:4:7')
        """
        start = self.starts.get(path)
        found = None if start is None else offset_in_source(self.source, start, text, offset)
        return self.place(path) if found is None else LineIndex(self.source).location(self.path, found)


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_yaml(file: Path, shown: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file; `shown` is its path as people are to see it. Returns no document where there is a problem."""
    text, problems = read_text(file, shown)
    return (None, problems) if text is None else parse_yaml(text, shown)


def parse_yaml(text: str, shown: str) -> tuple[Document | None, list[Problem]]:
    r"""Parse the text of one YAML file.

    >>> document, problems = parse_yaml("a: 1\nb: [x, y]", "f.yaml")
    >>> document.data, str(document.place(("b", 1)))
    ({'a': '1', 'b': ['x', 'y']}, 'f.yaml:2:8')
    """
    builder = _Builder(text, shown)
    try:
        document = builder.document()
    except _RefusedError as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.reader.ReaderError as error:
        # A control character: PyYAML gives only an offset, in code points.
        place = LineIndex(text).location(shown, min(error.position, len(text)))
        message = f"The character U+{_code_point(error.character):04X} is not allowed in YAML."
        return None, [Problem(place, "yaml-syntax", message, "Delete it.")]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(error, text, shown)]
    return (None if builder.problems else document), builder.problems


def _code_point(character: object) -> int:
    if isinstance(character, int):
        return character
    return ord(str(character)[:1] or "\0")


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line, column = (mark.line, mark.column) if mark else (0, 0)
    last = (len(lines) - 1, max(len(lines[-1]) - 1, 0)) if lines else (0, 0)
    if (line, column) > last:  # found out at the end of the file: the fault is where the thing was opened
        opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else last
        line, column = min(opened, last)
    said = error.problem or "not YAML"
    mend = _mend(said, error.context or "", lines[max(line - 1, 0) : line + 1])
    return Problem(Location(shown, line + 1, column + 1), "yaml-syntax", f"{said.capitalize()}.", mend)


_WIDE_COLON = re.compile(r"\s*(- )?[\w-]{1,40}：", re.MULTILINE)
# What libyaml says, or says it was doing, and what a writer is to do. The first that fits is told.
_MENDS = (
    ("mapping values are not allowed", 'Put a text that holds a colon and a space in quotation marks: title: "a: b".'),
    ("\\t", "Indent with spaces, not tabs."),
    ("cannot start any token", 'Put a text that starts with this character in quotation marks: title: "%…".'),
    ("expected <block end>", "The line is indented unlike its neighbours, or a text goes on after its quotation mark."),
    ("unexpected end of stream", "A quotation mark is opened and not closed. Close it."),
    ("while scanning a quoted scalar", "A quotation mark is opened and not closed. Close it."),
    ("flow", "A bracket or brace is opened and not closed, or a comma is missing."),
    ("could not find expected ':'", "A field needs a colon and a space after its name: title: text."),
    (
        "did not find expected key",
        "Is a text opened by a quotation mark and goes on after the closing one? Quote it whole.",
    ),
    ("", "Compare the line with a neighbouring one that works."),
)
_IN_BRACES = (
    "Inside { } a text that holds a comma, a colon, a quotation mark or ` #` must stand in quotation marks: "
    '{zh: "…", en: "a, b"}. The comma and the colon between the parts are ASCII; each bracket is closed.'
)


def _mend(said: str, doing: str, rows: list[str]) -> str:
    """Return advice on a fault in the last of `rows`; the row before it may be where it began."""
    row = rows[-1] if rows else ""
    if any(_WIDE_COLON.match(near) for near in rows):
        return "A field name is followed by a full-width colon. Write an ASCII colon and a space: title: text."
    if "{" in row and ("flow" in doing or "did not find expected" in said.lower()):
        return _IN_BRACES
    if row.startswith("\t"):
        return "Indent with spaces, not tabs."
    return next(mend for sign, mend in _MENDS if sign in said or sign in doing)


class _Builder:
    """Builds data and places from libyaml's events."""

    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.source = text
        self.problems: list[Problem] = []
        self.places: dict[Path_, Location] = {}
        self.starts: dict[Path_, int] = {}
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)

    def document(self) -> Document:
        next(self._events)  # stream start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            raise self._refuse(event, "yaml-empty", "The file is empty.", "Fill it, or delete it.")
        first = next(self._events)
        if isinstance(first, yaml.ScalarEvent) and not first.value:
            raise self._refuse(first, "yaml-empty", "The file holds no record.", "Fill it, or delete it.")
        data = self._value(first, ())
        next(self._events)  # document end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            message = "A second document starts here."
            raise self._refuse(event, "yaml-several-documents", message, "Take out the line `---`, or split the file.")
        return Document(self.shown, data, self.places, self.source, self.starts)

    def _location(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.shown, mark.line + 1, mark.column + 1) if mark else Location(self.shown)

    def _refuse(self, event: yaml.Event, code: str, message: str, mend: str) -> _RefusedError:
        return _RefusedError(Problem(self._location(event), code, message, mend))

    def _value(self, event: yaml.Event, path: Path_) -> Any:
        self.places.setdefault(path, self._location(event))
        if len(path) > _MAX_DEPTH:
            raise self._refuse(event, "yaml-too-deep", f"Nested over {_MAX_DEPTH} levels deep.", "Flatten the record.")
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse(event, "yaml-unsupported", f"An alias, `*{event.anchor}`.", "Write its value out.")
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            message = f"An anchor, `&{anchor}`."
            raise self._refuse(event, "yaml-unsupported", message, "Take it out; quote a text that starts with `&`.")
        if tag and not (isinstance(event, yaml.ScalarEvent) and tag == "!"):
            message = f"A tag, `{tag}`."
            raise self._refuse(event, "yaml-unsupported", message, "Take it out; quote a text that starts with `!`.")
        if isinstance(event, yaml.ScalarEvent):
            self.starts[path] = event.start_mark.index if event.start_mark else 0
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    @staticmethod
    def _scalar(event: yaml.ScalarEvent) -> str | None:
        plain_null = not event.style and event.value in {"", "~", "null"}
        return None if plain_null else str(event.value)

    def _sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag:
                message = "A field name that is not plain text."
                raise self._refuse(key, "yaml-unsupported", message, "Write a plain name, or quote the text.")
            name = str(key.value)
            inner = (*path, name)
            if name in items:
                first = self.places[inner]
                message = f"The field `{name}` stands here again; it stands first on line {first.line}."
                self.problems.append(Problem(self._location(key), "yaml-duplicate-key", message, "Keep one of them."))
            else:
                self.places[inner] = self._location(key)
            items[name] = self._value(next(self._events), inner)
        return items


_WIDTH = 110


def dump_yaml(data: Any) -> str:
    """Write plain data as YAML that people edit: keys in their order, Chinese as it is."""
    return blocks(data, _WIDTH, _is_typed, _dump) or _dump(data)


def _dump(data: Any) -> str:
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


def _is_typed(text: str) -> bool:
    """Tell whether a plain scalar is read as something else than text: `yes`, `1.5`, `2026-01-02`, `=`."""
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))


_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeDumper.yaml_implicit_resolvers
