"""The one door to OpenCC: Simplified and Traditional, each distinct string converted once.

It stands beside `places` and not under `render/`, for both lines need it: ingest folds to Simplified, the build derives
Traditional. `opencc-python-reimplemented` and the official `opencc` wheel have the same import and call.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from opencc import OpenCC


@cache
def _converter(profile: str) -> Any:
    return OpenCC(profile)


@lru_cache(maxsize=65536)
def convert(text: str, profile: str) -> str:
    """Convert `text` by an OpenCC profile such as `s2tw` or `t2s`.

    >>> convert("商家运营", "s2tw")
    '商家運營'
    """
    converted: str = _converter(profile).convert(text)
    return converted


class _SimplifiedTable(dict[int, str]):
    """A translate table that asks OpenCC for a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _converter("t2s").convert(char) if code >= _FIRST_HAN else char
        return self[code]


_FIRST_HAN = 0x3400
_SIMPLIFIED = _SimplifiedTable()


def to_simplified(text: str) -> str:
    """Fold Traditional characters to Simplified ones, character by character: same length, linear time.

    Phrase rules are left out (`乾坤` folds to `干坤`): the fold serves comparing and drafts, where offsets must hold.

    >>> to_simplified("電商運營")
    '电商运营'
    """
    return text.translate(_SIMPLIFIED)
