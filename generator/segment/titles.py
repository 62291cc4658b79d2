"""Title lines of postings: what of them is the title, and whom they name as the employer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.chinese import to_simplified
from generator.segment.lexicon import ORGANISATION_FIRST, ORGANISATION_HIRES, ROLE_NOUN, TITLE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE = re.compile(r"[【\[](?P<title>[^】\]]{2,40})[】\]]")
_BRACKETED = re.compile(r"【(?P<name>[^】]{2,30})】\s*(?P<title>.{2,})")
_DASHED = re.compile(r"(?P<name>[^-–—|｜·/]{2,30}?)\s*[-–—|｜]+\s*(?P<title>.{2,60})")


def read_title(raw: str, folded: str, known: Sequence[str] = ()) -> tuple[str, str | None]:
    """Take a title line apart: `organisation-title`, `【organisation】title`, `organisation诚聘title`, a title.

    `folded` is the line folded to Simplified; `known` are names, folded, longest first, that need no sign after them.

    >>> read_title("晨光书屋诚聘店长", "晨光书屋诚聘店长"), read_title("【店员】", "【店员】")
    (('店长', '晨光书屋'), ('店员', None))
    """
    if whole := _WHOLE.fullmatch(raw):
        raw, folded = whole["title"], folded[1:-1]
    end = TITLE_END.search(folded)
    if end and end.start():
        raw, folded = raw[: end.start()], folded[: end.start()]
    if match := _BRACKETED.fullmatch(raw):
        return match["title"], match["name"]
    if (hires := ORGANISATION_HIRES.fullmatch(folded)) and hires["title"]:
        return raw[hires.start("title") :], raw[: hires.end("name")]
    if match := _DASHED.fullmatch(raw):
        left, right = match["name"].strip(), match["title"].strip()
        if ROLE_NOUN.search(to_simplified(left)) and not ROLE_NOUN.search(to_simplified(right)):
            left, right = right, left
        return right, left
    if first := ORGANISATION_FIRST.fullmatch(folded):
        return raw[first.start("title") :], raw[: first.end("name")]
    name = next((name for name in known if name and folded.startswith(name) and len(folded) > len(name) + 1), None)
    return raw, raw[: len(name)] if name else None
