"""Walks a record: every model inside it, with the path that YAML has for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.read.yaml import Path_

LINK = re.compile(
    r"\[\[(role|process|stage|case|metric|term|guide|source)"
    r":([a-z0-9-]+(?:/[a-z0-9-]+)?(?:#[a-z0-9-]+)?)(?:\|([^\[\]|]{1,80}))?\]\]"
)
"""`[[kind:id]]` or `[[kind:id|label]]`: the only markup of a text. `id#anchor` leads to an item of the page."""
LINK_LIKE = re.compile(r"\[\[(?:[^\[\]]{0,200}\]\]|[^\[\]]{0,40})")
"""Whatever starts like a link, whole or not."""


class Found(NamedTuple):
    """A model and the path to it."""

    path: Path_
    value: BaseModel


def walk(record: BaseModel, path: Path_ = ()) -> Iterator[Found]:
    """Yield `record` and every model below it, parents first."""
    yield Found(path, record)
    for name, info in type(record).model_fields.items():
        yield from _inside(getattr(record, name), (*path, info.alias or name))


def _inside(value: object, path: Path_) -> Iterator[Found]:
    if isinstance(value, BaseModel):
        yield from walk(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*path, str(key)))
