"""A saved web page to the text that it shows.

libxml2 reads it, through lxml, as a stream of events: its tokenizer follows the HTML standard, no tree is built, so
deep nesting and broken markup cost no more than their length, and nothing is fetched. Style sheets are not evaluated:
hidden is what an attribute or an element itself hides.

What a page declares to be a menu, its footer, a banner about cookies or a list of other postings is left out and told,
unless next to nothing is left without it. A posting that a page shows by script alone stands in it as data for search
engines (`posting`), and is read from there.

Source: the rendering section of the HTML standard (which elements are blocks, what is not rendered).
"""

from __future__ import annotations

import re

from generator.read.formats import Extracted, Fault, left_out, made_by, posting, unavailable
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
    select style template title video""")
)
_VERBATIM = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
_BOXES = frozenset({"button"})
"""Inline, but with an edge around them that parts their words from what stands beside."""
_RULES = frozenset({"b", "em", "i", "span"})
"""Inline elements that pages draw a rule between two words with."""
_WHOLE = frozenset({"article", "body", "html", "main"})
"""Elements that hold the text, whatever their class says."""
_LISTS = frozenset({"dir", "menu", "ol", "ul"})
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_NO_MARK = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)


_ROLES = frozenset({"banner", "contentinfo", "navigation", "search"})
_PARTS = frozenset({"article", "blockquote", "main", "section"})
"""Elements that may have a header and a footer of their own."""
_OTHER = re.compile(
    r"\b(?:cookies?|consent|gdpr|onetrust|(?:related|similar|recommend(?:ed|ations?|s)?)(?:jobs?|posts?|positions?|list)?)\b"
)
"""Words of a class or an id for banners and for lists of other postings."""
_AROUND = re.compile(
    r"\b(?:(?:bread)?crumbs?|pagination|pager|navs?|navbar|navigation|copyright|beian|"
    r"(?:site|page|global|main|top) ?(?:header|footer|bar|nav)|masthead|topbar)\b|"
    r"\A *(?:header|footer)(?: (?:header|footer))* *\Z"
)
"""Words of a class or an id for headers, footers and menus: what stands around the text of a page."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TERMS = frozenset({"dd", "dl", "dt"})
_TITLES = frozenset({"h1", "h2"})
_SEPARATES = re.compile(r"\b(?:v?line|sep|separator|split|divider|dot|bar)\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_]+")
_LEAST = 0.1
"""The part of a page's characters that must be left, for what stands around them to be left out."""


_TOP = re.compile(r"^# ", re.MULTILINE)
_ANY = re.compile(r"^#(?=#{0,5} )", re.MULTILINE)


def extract(page: str) -> Extracted | Fault:
    """Return the text of a page that has been decoded already.

    Faults: `extraction-unavailable`. Warning: `page-furniture`.
    """
    read = _read(page, whole=False)
    if isinstance(read, Fault):
        return read
    text, around = read.lines.text(), read.around.text()
    if len(text) < _LEAST * len(around):
        whole = _read(page, whole=True)
        text, around = (text, around) if isinstance(whole, Fault) else (whole.lines.text(), "")
    if len(_TOP.findall(text)) > 1:  # no title of the page, but parts of it
        text = _ANY.sub("##", text)
    for script in read.scripts:
        text = posting.added(text, script, _lines_of)
    told = [line for line in around.split("\n") if line]
    warnings = (left_out("what stands around the text of the page", told),) if told else ()
    return Extracted(text, made_by("html", "lxml") or "html/lxml", warnings)


def _lines_of(fragment: str) -> str:
    """Return the text of a part of a page."""
    read = _read(fragment, whole=True)
    return "" if isinstance(read, Fault) else read.lines.text()


def _read(page: str, *, whole: bool) -> _Reader | Fault:
    """Send the events of a page to a reader; unless it reads the `whole`, it leaves out what stands around."""
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError:
        return unavailable("lxml")
    reader = _Reader(whole=whole)
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
    return reader


_CHUNK = 1 << 20
_MOST_SCRIPTS = 20


class _Reader:
    """The events of the parser, as lines: those of the text, and those `around` it."""

    def __init__(self, *, whole: bool) -> None:
        self.lines = Lines()
        self.around = Lines()
        self.scripts: list[str] = []
        self._whole = whole
        self._text = self.lines
        self._outside = 0
        self._titled = self._other = False
        self._parts = 0
        self._link_ended = False
        self._data: list[str] = []
        self._script: list[str] | None = None
        self._hidden = 0
        self._verbatim = 0
        self._lists: list[_List] = []
        self._pairs: list[bool] = []
        self._said = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._flush()
        if tag == "script" and attributes.get("type", "").strip().lower() == "application/ld+json":
            self._script = []
        if self._hidden or tag in _UNSEEN or _is_hidden(tag, attributes):
            self._hidden += 1
            return
        self._step_outside(tag, attributes)
        self._parts += tag in _PARTS
        if tag == "a" and self._link_ended:
            self.lines.add(" ")  # links that touch are two words all the same
        elif tag in _RULES and _SEPARATES.search(_names(attributes)):
            self.lines.add(" | ")
        self._link_ended = False
        self._border(tag, attributes)
        if tag in _LISTS:
            around = self._lists[-1] if self._lists else None
            self._lists.append(_List(tag, attributes, around.depth + (not around.plain) if around else 0))
        elif tag == "li":
            inner = self._lists[-1] if self._lists else _List("ul", {}, 0)
            self.lines.mark(inner.next(attributes), inner.depth)
        elif tag == "rt":
            self.lines.add("(")
        elif tag == "input" and attributes.get("type", "").lower() in ("button", "reset", "submit"):
            self.lines.add(f" {attributes.get('value', '')} ")
        self._verbatim += tag in _VERBATIM

    def _step_outside(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep apart what an element holds that says of itself that it is no part of the text, to where it ends."""
        if self._outside:
            self._outside += 1
            self._titled |= tag in _TITLES
        elif not self._whole and tag not in _WHOLE:
            names = _names(attributes) if tag in _BLOCKS else ""
            self._other = _OTHER.search(names) is not None
            around = tag == "nav" or (tag in ("footer", "header") and not self._parts)
            if around or self._other or _AROUND.search(names) or attributes.get("role", "").strip().lower() in _ROLES:
                self.lines.end()
                self.lines, self._titled, self._outside = Lines(), False, 1

    def _step_inside(self) -> None:
        """Return to the text where that ends; what holds a title is part of it after all."""
        if self._outside:
            self._outside -= 1
            if not self._outside:
                (self._text if self._titled and not self._other else self.around).take(self.lines)
                self.lines = self._text

    def _border(self, tag: str, attributes: dict[str, str]) -> None:
        """Part what begins here from what comes before."""
        if tag == "br":
            if not self.lines.end():
                self.lines.blank()
        elif tag == "tr":
            self.lines.row()
        elif tag in ("td", "th"):
            self._cell(tag, attributes)
        elif tag in _HEADINGS:
            self.lines.heading(int(tag[1]))
        elif tag in _TERMS:
            self._term(tag)
        elif tag in _BLOCKS:
            self.lines.end()
        elif tag in _BOXES:
            self.lines.add(" ")

    def _cell(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a cell of a table."""
        self.lines.cell(heads=tag == "th")
        if (_number(attributes.get("rowspan", "")) or 1) > 1:
            self.lines.tall()

    def _term(self, tag: str) -> None:
        """Begin a list of terms, a term, or what is said of it."""
        self.lines.end()
        if tag == "dl":
            self._pairs.append(False)
        elif not self._pairs or (self._pairs[-1] and not self.lines.in_pair()):
            return
        elif tag == "dt":
            self._end_of_pair()
            self.lines.row(pair=True)
            self.lines.cell()
            self._pairs[-1] = True
        elif self._pairs[-1] and not self._said:
            self.lines.cell()
        self._said = tag == "dd"

    def _end_of_pair(self) -> None:
        if self._pairs and self._pairs[-1]:
            self.lines.row_end()
            self._pairs[-1] = False

    def end(self, tag: str) -> None:
        """Close an element; the parser closes what the page leaves open."""
        self._flush()
        if self._script is not None:
            self.scripts += ["".join(self._script)][: _MOST_SCRIPTS - len(self.scripts)]
            self._script = None
        if self._hidden:
            self._hidden -= 1
            return
        self._border_after(tag)
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self.lines.mark("")
        elif tag == "rt":
            self.lines.add(")")
        self._verbatim -= tag in _VERBATIM
        self._parts -= tag in _PARTS
        self._link_ended = tag == "a"
        self._step_inside()

    def _border_after(self, tag: str) -> None:
        """Part what ends here from what comes after."""
        if tag == "tr":
            self.lines.row_end()
        elif tag == "dl" and self._pairs:
            self._end_of_pair()
            self._pairs.pop()
        elif tag in _HEADINGS:
            self.lines.heading(0)
        elif tag in _BLOCKS:
            self.lines.end()
        elif tag in _BOXES:
            self.lines.add(" ")

    def data(self, text: str) -> None:
        """Take a piece of text: the parser may cut it anywhere."""
        if self._script is not None:
            self._script.append(text)
        elif not self._hidden:
            self._data.append(text)
            self._link_ended = False

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
    """One open list, how many lists with marks are around it, and the number of its next entry."""

    def __init__(self, tag: str, attributes: dict[str, str], depth: int) -> None:
        self.depth = depth
        self._ordered = tag == "ol"
        self.plain = bool(_NO_MARK.search(attributes.get("style", "")))
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
        if self.plain or _NO_MARK.search(attributes.get("style", "")):
            return ""
        return f"{_counted(number, self._style)}. " if self._ordered and self._counts else "- "


def _names(attributes: dict[str, str]) -> str:
    """Return the words of a class and an id in small letters: `siteHeader` as `site header`."""
    return _CAMEL.sub(" ", f"{attributes.get('id', '')} {attributes.get('class', '')}").strip().lower()


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
