"""The one place where text becomes markup: escaping, and `[[kind:id]]` links.

A page is Markdown with HTML blocks in it. One escape serves both: every character that either language gives a meaning
is written as an HTML entity, which Python-Markdown passes through and a browser shows as the character. Templates never
put a text at the start of a line, where Markdown would read `- ` or `1. ` as a list.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.model.walk import LINK

if TYPE_CHECKING:
    from collections.abc import Callable

_SPECIAL = re.compile(r"[&<>\"'*_`~\[\]{}\\#|\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPACE = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(value: object) -> Markup:
    """Return text as markup that shows just that text, in Markdown and in HTML alike; markup passes unchanged.

    >>> escape("<b>5% * _x_</b>")
    Markup('&lt;b&gt;5% &#42; &#95;x&#95;&lt;/b&gt;')
    """
    if isinstance(value, Markup):
        return value
    return Markup(_SPECIAL.sub(_entity, str(value)))


def _entity(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SPACE:
        return " "
    if char < " " or "\x7f" <= char <= "\x9f":
        return "\ufffd"
    return _NAMED.get(char) or f"&#{ord(char)};"


def inline(
    text: str,
    link: Callable[[str, str, str | None], Markup],
    words: Callable[[str], Markup] = escape,
) -> Markup:
    """Turn the `[[kind:id|label]]` links of a text into what `link(kind, id, label)` returns, all else by `words`."""
    parts: list[Markup] = []
    position = 0
    for match in LINK.finditer(text):
        parts += [words(text[position : match.start()]), link(match[1], match[2], match[3])]
        position = match.end()
    parts.append(words(text[position:]))
    return Markup("").join(parts)


def plain(text: str, label: Callable[[str, str, str | None], str]) -> str:
    """Return a text with each link replaced by its label: for titles, descriptions and the search index."""
    return LINK.sub(lambda match: label(match[1], match[2], match[3]), text)


def script_json(value: object) -> str:
    r"""Write JSON that may stand in a script: `<` cannot open a tag, and no line separator stands bare.

    >>> script_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return "".join(f"\\u{ord(char):04x}" if unicodedata.category(char) == "Cs" else char for char in text)
