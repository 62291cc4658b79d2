"""A saved web page to the text that it shows.

libxml2 reads it, through lxml, as a stream of events: its tokenizer follows the HTML standard, no tree is built, so
deep nesting and broken markup cost no more than their length, and nothing is fetched. Style sheets are not evaluated:
hidden is what an attribute or an element itself hides.

Source: the rendering section of the HTML standard (which elements are blocks, what is not rendered).
"""

from __future__ import annotations

import re

from generator.read.formats import Extracted, Fault, made_by, unavailable
from generator.read.formats.lines import Lines, roman

_WORDS = re.compile(r"\w+")
_BLOCKS = frozenset(
    _WORDS.findall("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option
    p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp""")
)
_UNSEEN = frozenset(
    _WORDS.findall("""
    applet audio canvas datalist defs desc embed iframe metadata meta noembed noframes noscript object rp script
    style template title video""")
)
_VERBATIM = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
_BOXES = frozenset({"button", "select"})
"""Inline, but with an edge around them that parts their words from what stands beside."""
_LISTS = frozenset({"dir", "menu", "ol", "ul"})
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_NO_MARK = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)


def extract(page: str) -> Extracted | Fault:
    """Return the text of a page that has been decoded already.

    Faults: `extraction-unavailable`.
    """
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError:
        return unavailable("lxml")
    reader = _Reader()
    # A NUL is an error that browsers show as U+FFFD; lone surrogates cannot come out of a decoder, but tests try them.
    data = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True, no_network=True)
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except etree.LxmlError as error:  # no input is known that does it: a page has no syntax to break
        if data.strip():
            return Fault("file-broken", f"It cannot be read as a web page: {error}.", "Save the page again.")
    return Extracted(reader.lines.text(), made_by("html", "lxml") or "html/lxml")


_CHUNK = 1 << 20


class _Reader:
    """The events of the parser, as lines."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._data: list[str] = []
        self._hidden = 0
        self._verbatim = 0
        self._lists: list[_List] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._flush()
        if self._hidden or tag in _UNSEEN or _is_hidden(tag, attributes):
            self._hidden += 1
            return
        self._border(tag)
        if tag in _LISTS:
            self._lists.append(_List(tag, attributes))
        elif tag == "li":
            self.lines.mark(self._lists[-1].next(attributes) if self._lists else "- ")
        elif tag == "rt":
            self.lines.add("(")
        elif tag == "input" and attributes.get("type", "").lower() in ("button", "reset", "submit"):
            self.lines.add(f" {attributes.get('value', '')} ")
        if tag in _VERBATIM:
            self._verbatim += 1

    def _border(self, tag: str) -> None:
        """Part what begins here from what comes before."""
        if tag == "br":
            if not self.lines.end():
                self.lines.blank()
        elif tag == "tr":
            self.lines.row()
        elif tag in ("td", "th"):
            self.lines.cell()
        elif tag in _BLOCKS:
            self.lines.end()
        elif tag in _BOXES:
            self.lines.add(" ")

    def end(self, tag: str) -> None:
        """Close an element; the parser closes what the page leaves open."""
        self._flush()
        if self._hidden:
            self._hidden -= 1
            return
        if tag == "tr":
            self.lines.row_end()
        elif tag in _BLOCKS:
            self.lines.end()
        elif tag in _BOXES:
            self.lines.add(" ")
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self.lines.mark("")
        elif tag == "rt":
            self.lines.add(")")
        if tag in _VERBATIM:
            self._verbatim -= 1

    def data(self, text: str) -> None:
        """Take a piece of text: the parser may cut it anywhere."""
        if not self._hidden:
            self._data.append(text)

    def comment(self, text: str) -> None:
        """Pass over a comment."""

    def close(self) -> None:
        """End the page."""
        self._flush()

    def _flush(self) -> None:
        if not self._data:
            return
        text = "".join(self._data)
        self._data = []
        if not self._verbatim:
            self.lines.add(text)
            return
        first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.lines.add(first, verbatim=True)
        for line in others:
            if not self.lines.end():
                self.lines.blank()
            self.lines.add(line, verbatim=True)


class _List:
    """One open list and the number of its next entry."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self._ordered = tag == "ol"
        self._plain = bool(_NO_MARK.search(attributes.get("style", "")))
        self._style = attributes.get("type", "1")
        self._step = -1 if "reversed" in attributes else 1
        start = _number(attributes.get("start", ""))
        self._counts = self._step > 0 or start is not None  # else its first number is known at its end only
        self._next = 1 if start is None else start

    def next(self, attributes: dict[str, str]) -> str:
        """Return the mark of the next entry."""
        value = _number(attributes.get("value", ""))
        number = self._next if value is None else value
        self._next = number + self._step
        if self._plain or _NO_MARK.search(attributes.get("style", "")):
            return ""
        return f"{_counted(number, self._style)}. " if self._ordered and self._counts else "- "


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\s*[+-]?\d{1,9}\s*", text, re.ASCII) else None


def _counted(number: int, style: str) -> str:
    """Write a number as a list of type `1`, `a`, `A`, `i` or `I` does.

    >>> [_counted(4, style) for style in "1aAiI"], _counted(28, "a"), _counted(0, "i")
    (['4', 'd', 'D', 'iv', 'IV'], 'ab', '0')
    """
    if style not in ("a", "A", "i", "I") or not 0 < number < 4000:
        return str(number)
    text = roman(number) if style in "iI" else ""
    while style in "aA" and number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text.upper() if style.isupper() else text


def _is_hidden(tag: str, attributes: dict[str, str]) -> bool:
    return (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or (tag == "dialog" and "open" not in attributes)
        or bool(_HIDING.search(attributes.get("style", "")))
    )
