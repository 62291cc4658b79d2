"""A posting that a web page holds as data: a `JobPosting` of schema.org in JSON-LD.

Many career pages show their text by script alone, and a saved page holds it nowhere else. What the page shows comes
first: the data are read only where their description is not in it.

Source: schema.org/JobPosting, JSON-LD 1.1 (`@graph`, `@type`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_LIMIT = 2 * 1024 * 1024
_MOST = 200
"""Values of one script that are looked at."""
_SHARE = 30
"""Characters of a description that tell whether the page shows it."""
_HAN = re.compile("[\u3400-\u9fff]")
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]*>")
_ESCAPED_TAG = re.compile(r"&lt;\s*/?\s*[a-zA-Z]")
_NO_WORDS = re.compile(r"[\s#]+")


def added(text: str, script: str, lines_of: Callable[[str], str]) -> str:
    """Return the text of a page with the postings of a script before it that it does not show.

    `lines_of` turns the markup of a description into lines.
    """
    if len(script) > _LIMIT or "JobPosting" not in script:
        return text
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return text
    out = ""
    for posting in _postings(data):
        description = _description(posting, lines_of)
        sample = _NO_WORDS.sub("", description)
        # The middle as well: pages show the beginning of a description in a preview.
        middle = sample[len(sample) // 2 :]
        shown = _NO_WORDS.sub("", text)
        if not sample or (sample[:_SHARE] in shown and middle[:_SHARE] in shown):
            continue
        out += _text(posting, description)
    return f"{out}\n{text}" if out and text else out or text


def _postings(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the postings of a script, wherever they stand in it."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, Mapping):
            kinds = value.get("@type")
            if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
                yield value
            else:
                waiting += [inner for inner in value.values() if isinstance(inner, (list, Mapping))]


def _description(posting: Mapping[str, Any], lines_of: Callable[[str], str]) -> str:
    parts = [posting.get(name) for name in ("description", "responsibilities", "qualifications", "skills")]
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str) and part.strip() and not any(part in earlier for earlier in texts):
            texts.append(part)
    return "".join(_plain(text, lines_of) for text in texts)


def _plain(text: str, lines_of: Callable[[str], str]) -> str:
    """Return the lines of a description, which is markup, markup that was escaped, or plain text."""
    if _ESCAPED_TAG.search(text) and not _TAG.search(text):
        text = html.unescape(text)
    if _TAG.search(text):
        return lines_of(text)
    lines = (line.strip() for line in html.unescape(text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _text(posting: Mapping[str, Any], description: str) -> str:
    """Return a posting as text: its title and its facts with their labels, then its description."""
    zh = _HAN.search(description) is not None
    facts = (
        ("职位：", "Job title: ", _name(posting.get("title"))),
        ("公司：", "Company: ", _name(posting.get("hiringOrganization"))),
        ("工作地点：", "Location: ", _place(posting.get("jobLocation"))),
    )
    return "".join(f"{label if zh else en}{value}\n" for label, en, value in facts if value) + description


def _name(value: Any) -> str:
    """Return a text, or the name of a thing."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _place(value: Any) -> str:
    """Return where a posting is: as its address says, from the smaller to the larger, without repetition."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_place, value[:20]))))
    if not isinstance(value, Mapping):
        return _name(value)
    address = value.get("address", value)
    if not isinstance(address, Mapping):
        return _name(address)
    parts = [_name(address.get(name)) for name in ("streetAddress", "addressLocality", "addressRegion")]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or _name(value)
