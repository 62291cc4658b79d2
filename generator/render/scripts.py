"""Data that a page loads as a script, so that it also loads from a `file://` page."""

from __future__ import annotations

import json
import unicodedata


def script_json(value: object) -> str:
    r"""Write JSON that may stand in a script: `<` cannot open a tag, and no line separator stands bare.

    >>> script_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return "".join(f"\\u{ord(char):04x}" if unicodedata.category(char) == "Cs" else char for char in text)
