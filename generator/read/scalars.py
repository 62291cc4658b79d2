"""Where in the source of a YAML file a character of one of its scalars stands."""

from __future__ import annotations


def offset_in_source(source: str, start: int, text: str, offset: int) -> int | None:
    """Return where the character `text[offset]` of the scalar that starts at `start` stands in the source.

    White space is passed over on both sides, for YAML folds it. None where an escape hides what stands there.

    >>> source = "a: 'it''s  so'"
    >>> source[offset_in_source(source, 3, "it's so", 5)]
    's'
    """
    at = start
    quote = source[start : start + 1]
    if quote in {"'", '"'}:
        at += 1
    elif quote in {"|", ">"}:
        at = source.find("\n", start) + 1
    for character in "".join(text[:offset].split()):
        at = _past_space(source, at)
        doubled = quote == "'" and source.startswith("''", at)
        escaped = quote == '"' and source.startswith("\\", at)
        at += 1 if doubled or escaped else 0
        if source[at : at + 1] != character:
            return None
        at += 1
    return at if text[offset : offset + 1].isspace() else _past_space(source, at)


def _past_space(source: str, at: int) -> int:
    while at < len(source) and source[at].isspace():
        at += 1
    return at
