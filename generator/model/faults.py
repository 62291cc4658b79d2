"""Pydantic's errors as problems: what is wrong and how to mend it, in a writer's words."""

from __future__ import annotations

import difflib
import re
import typing
from types import UnionType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.model import records as r
from generator.problems import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.read.yaml import Document, Path_


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


def fault(error: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    """Return an error of pydantic as a problem with its place in the file, and a mend in a writer's words."""
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
