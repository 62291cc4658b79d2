"""Plain data as YAML, letter for letter as PyYAML's own writer has it, some twenty times faster.

The draft of a long text is a hundred thousand short scalars, and PyYAML makes a node, three events and a dozen
decisions of each. Here a scalar is written at once where a look tells its style; the few odd ones, with characters
that must be escaped, are left to PyYAML one by one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_ -]{0,98}[A-Za-z0-9_]|[A-Za-z_]")
# What only a scalar in double quotation marks can hold, escaped: characters that do not print, and line ends.
_ESCAPED = re.compile("[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]")
# Beginnings that mean something else in YAML, so that the scalar takes quotation marks.
_QUOTED = re.compile(r"""[#,\[\]{}&*!|>'"%@` ]|[?:-](?: |\Z)|---|\.\.\.""")


class _UnlikeError(Exception):
    """The data holds what is not written here: anything but dicts, lists, texts and None, or one of them twice."""


def blocks(data: Any, width: int, typed: Callable[[str], bool], odd: Callable[[Any], str]) -> str | None:
    """Return the data as YAML, or None where PyYAML must write it.

    `width` is the column after which a line is broken at its next space. `typed` tells whether a plain scalar would be
    read as something else than text; `odd` has PyYAML write data. Only dicts with plain names for keys, lists, texts
    and None are written, and none of them twice: PyYAML gives what it meets again a name.
    """
    if type(data) not in (dict, list) or not data:
        return None
    try:
        return "".join(_Writer(width, typed, odd).lines(data))
    except _UnlikeError:
        return None


class _Writer:
    """Writes the lines of one document."""

    def __init__(self, width: int, typed: Callable[[str], bool], odd: Callable[[Any], str]) -> None:
        self._width = width
        self._typed = typed
        self._odd = odd
        self._out: list[str] = []
        self._seen: set[int] = set()
        self._keys: dict[str, str] = {}

    def lines(self, data: Any) -> list[str]:
        self._block(data, 0, "")
        return self._out

    def _block(self, data: Any, indent: int, lead: str) -> None:
        """Write a dict or a list that is not empty; `lead` stands before its first entry, the indent before others."""
        if id(data) in self._seen:
            raise _UnlikeError
        self._seen.add(id(data))
        if type(data) is dict:
            for key, value in data.items():
                self._pair(self._keys.get(key) or self._name(key), value, indent, lead)
                lead = " " * indent
        elif type(data) is list:
            for value in data:
                self._entry(value, indent, lead)
                lead = " " * indent
        else:
            raise _UnlikeError

    def _name(self, key: Any) -> str:
        if type(key) is not str or not _KEY.fullmatch(key):
            raise _UnlikeError
        self._keys[key] = f"'{key}'" if self._typed(key) else key
        return self._keys[key]

    def _pair(self, key: str, value: Any, indent: int, lead: str) -> None:
        if type(value) is str:
            self._out.append(f"{lead}{key}: {self._scalar(value, indent, indent + len(key) + 2)}\n")
        elif not value or type(value) is int:
            self._out.append(f"{lead}{key}: {_small(value)}\n")
        else:
            self._out.append(f"{lead}{key}:\n")
            inner = indent if type(value) is list else indent + 2  # a list stands right below its key
            self._block(value, inner, " " * inner)

    def _entry(self, value: Any, indent: int, lead: str) -> None:
        if type(value) is str:
            self._out.append(f"{lead}- {self._scalar(value, indent, indent + 2)}\n")
        elif not value or type(value) is int:
            self._out.append(f"{lead}- {_small(value)}\n")
        else:
            self._block(value, indent + 2, f"{lead}- ")

    def _scalar(self, text: str, indent: int, column: int) -> str:
        """Return a text as it stands at `column`, behind the key or the hyphen that stands at `indent`."""
        if not text:
            return "''"
        if _ESCAPED.search(text):
            return self._as_pyyaml(text, indent, column)
        if _QUOTED.match(text) or ": " in text or " #" in text or text[-1] in " :" or self._typed(text):
            text = "'" + text.replace("'", "''") + "'"
        return text if column + len(text) <= self._width else self._broken(text, column, indent + 2)

    def _broken(self, text: str, column: int, indent: int) -> str:
        """Break a long text at the first single space behind the width, line by line; a space at an end breaks none."""
        lines = []
        quoted = text[0] == "'"
        start, last = 0, len(text) - (2 if quoted else 1)
        place = text.find(" ", max(self._width - column + 1, 2 if quoted else 1))
        while 0 <= place < last:
            if text[place + 1] == " " or (place and text[place - 1] == " "):
                place = text.find(" ", place + 1)
                continue
            lines.append(text[start:place])
            start = place + 1
            place = text.find(" ", start + self._width - indent + 1)
        lines.append(text[start:])
        return ("\n" + " " * indent).join(lines)

    def _as_pyyaml(self, text: str, indent: int, column: int) -> str:
        """Have PyYAML write a text at the same place of a document that holds nothing else."""
        key = "k" * (column - indent - 2)
        data: Any = {key: text} if key else {"k": [text]}
        for _ in range(indent // 2):
            data = {"k": data}
        above = indent // 2 + (not key)
        return self._odd(data).split("\n", above)[-1][column:-1]


def _small(value: Any) -> str:
    """Return a number, or a value that holds nothing."""
    kind = type(value)
    if value is None or kind is int:
        return "null" if value is None else str(value)
    if kind is dict or kind is list:
        return "{}" if kind is dict else "[]"
    raise _UnlikeError
