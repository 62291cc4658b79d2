"""Remains of Markdown, reStructuredText and HTML in a plain text: the signs go, the words and the structure stay.

Only signs are deleted, never words: both halves of a pair are edits of their own, so that pairs may stand inside each
other. Line by line the signs are few, and every expression is bounded, so the work stays linear.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from generator.clean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = "markup"

# -- HTML --------------------------------------------------------------------------------------------------------------

_PARAGRAPHS = "p|div|ul|ol|dl|table|tbody|thead|section|article|header|footer|main|blockquote|h[1-6]|pre|figure|hr"
_LINES = "br|li|tr|dt|dd|caption|option"
_WORDS = "a|b|i|u|s|em|strong|span|font|small|big|sub|sup|code|kbd|mark|img|center|del|ins|abbr|td|th|label|o:p"
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>{_PARAGRAPHS}|{_LINES}|{_WORDS})(?:\s[^<>]{{0,2000}})?\s?/?>|<!--[^<>]{{0,2000}}-->",
    re.IGNORECASE,
)
_RUN = re.compile(rf"(?:(?:{_TAG.pattern.replace('?P<close>', '').replace('?P<name>', '')})[ \t\r\n]*)+", re.IGNORECASE)
_OPENS_PARAGRAPH = re.compile(_PARAGRAPHS, re.IGNORECASE)
_OPENS_LINE = re.compile(_LINES, re.IGNORECASE)
_CELL = re.compile("td|th", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d{0,2});", re.IGNORECASE)

# -- Markdown and reStructuredText -------------------------------------------------------------------------------------

_SIGNS = re.compile(r"(?m)^#{1,6} \S|\]\([^()\s]+\)|(?<!\*)\*\*[^\s*][^*\n]*\*\*|^```")
"""What only Markdown has; single stars and underscores count as emphasis beside it alone."""
_BOLD_LINE = re.compile(r"(?m)^[ \t]*(?:\*\*|__)(?=\S)[^*_\n.;。；]{1,80}(?:\*\*|__)[:：]?[ \t]*$")
"""A line that is bold as a whole: a heading, which keeps its stars."""
_LINE = 40
"""White space and signs that may stand beside the words of a bold line."""
_PAIRS = (
    re.compile(  # two ways for what stands inside, for one with an optional line end in its middle is tried 400 ways
        r"(?<![*0-9])(?P<open>\*\*)(?=[^\s*])(?:[^*\n]{0,800}(?=\*)|[^*\n]{0,400}\n[^*\n]{0,400})"
        r"(?<=[^\s*])(?P<close>\*\*)(?![*0-9])"
    ),
    re.compile(r"(?<![\w`])(?P<open>__)(?=[^\s_])(?![a-z]+__)[^\n]{1,200}?(?<=[^\s_])(?P<close>__)(?!\w)"),
    re.compile(r"(?<!`)(?P<open>``?)(?=[^\s`])[^`\n]{0,200}(?<=[^\s`])(?P<close>(?P=open))(?![`_])"),
)
_LIGHT_PAIRS = (
    re.compile(r"(?<![*\w])(?P<open>\*)(?=[^\s*])[^*\n]{0,200}(?<=[^\s*])(?P<close>\*)(?![*\w])"),
    re.compile(r"(?<![\w_])(?P<open>_)(?=[^\s_])[^_\n]{0,200}(?<=[^\s_])(?P<close>_)(?![\w_])"),
)
_ADDRESS = r"(?=[^()\s]*[/.#:@])[^()\s\u3400-\u9fff]{1,500}"
_LINK = re.compile(
    rf"(?P<open>!?\[)(?=[^\s\]])[^\[\]\n]{{1,300}}(?:\n[^\[\]\n]{{1,300}})?"
    rf"(?P<close>\]\({_ADDRESS}(?:\s+\"[^\"\n]{{0,200}}\")?\))"
)
_RST_LINK = re.compile(r"(?P<open>`)(?=[^\s`])[^`<>\n]{0,200}(?<=[^\s`])(?P<close>\s?<[^`<>\s]{1,500}>`__?)")
_REFERENCE = re.compile(
    r"(?m)^ {0,3}\[(?P<name>[^\[\]\n]{1,80})\]:[ \t]+\S{3,500}(?:[ \t]+\"[^\"\n]{0,200}\")?[ \t]*\n?"
)
_REFERRING = re.compile(
    r"(?P<open>\[)(?P<text>[^\[\]\n]{1,200})(?P<close>\](?:\[(?P<name>[^\[\]\n]{0,80})\])?)(?![\[(:])"
)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|~<>])")
_FENCE = re.compile(r"(?m)^[ \t]*(?:(?:`{3,}|~{3,})[ \t]*[\w+-]*[ \t]*)+\n?")
_ROW = re.compile(r"(?m)^[ \t]*\|[^\n]*$")
_RULER = " \t\r|:+=-"
"""What the line below the head of a table is made of."""
_QUOTED = re.compile(r"(?m)^(?:>[ \t]?)+")
_UNDERLINED = re.compile(
    r"(?m)(?:^(?P<over>[=~^\"'`+#*-])(?P=over){2,100}[ \t]*\n)?^(?P<title>[^\s|>=~^#*+-][^\n]{0,99})\n"
    r"(?P<line>(?P<sign>[=~^\"+-])(?P=sign){2,100})[ \t]*(?:\n|\Z)"
)
_LEVELS = {"=": "# ", "-": "## "}
_SLACK = 3
"""Signs that an underline may be longer or shorter than its title."""


def markup(text: str) -> list[Edit]:
    r"""Delete the signs of Markdown, reStructuredText and HTML around words that are meant to be read.

    Looks like: `**bold**`, `[words](address)`, `<br>`, `&nbsp;`, `| cell | cell |`, `> ` before each line of a quoted
    mail, a title underlined with `===`. Comes from: pages and files copied as their source. A tag that ends a line
    leaves a line end, a list entry a dash and a heading, underlined or tagged, its `#`, so that the structure stays.
    Refuses: stars and underscores without a partner, a star before an entry, names such as `a_b_c`, comparisons, what
    stands in brackets before anything but an address, and a bold line of its own, which is a heading.

    >>> from generator.clean.edits import apply
    >>> text = "Keep the **till**, see [here](a/b.md).<br>Then&nbsp;rest."
    >>> apply(text, markup(text))
    'Keep the till, see here.\nThen rest.'
    >>> markup("* 5 < 10, a_b_c, C++, price*, 2**3")
    []
    """
    if not _ANY.search(text):
        return []
    edits: list[Edit] = []
    taken = bytearray(len(text))
    for edit in _found(text):
        if not any(taken[edit.start : edit.end]):
            taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
            edits.append(edit)
    return sorted(edits)


_ANY = re.compile(r"[<&`|>]|\*\*|__|\]\(|\]:|\]\[|(?m:^[=~^\"+-]{3,}[ \t]*$)|^#{1,6} ", re.MULTILINE)


def _found(text: str) -> Iterator[Edit]:
    """Yield edits, the surest first; those that touch an earlier one are left for the next pass."""
    if "<" in text:
        yield from _tags(text)
    if "&" in text:
        yield from _entities(text)
    light = _SIGNS.search(text) is not None
    yield from _lines(text, markdown=light)
    yield from _references(text)
    kept = {match.span() for match in _BOLD_LINE.finditer(text)} if "**" in text or "__" in text else set()
    for pattern in (_LINK, _RST_LINK, *_PAIRS, *(_LIGHT_PAIRS if light else ())):
        for match in pattern.finditer(text):
            if pattern is _PAIRS[0] and _is_heading(text, match, kept):
                continue
            image = match["open"] == "!["
            if image:
                yield Edit(match.start(), match.end(), "", _RULE)
                continue
            yield _delete(match, "open")
            yield _delete(match, "close")
    if light:
        yield from (_delete(match) for match in _ESCAPE.finditer(text))


def _delete(match: re.Match[str], group: str | int = 0) -> Edit:
    return Edit(match.start(group), match.end(group), "", _RULE)


def _is_heading(text: str, match: re.Match[str], kept: set[tuple[int, int]]) -> bool:
    """Tell whether a bold stretch is all of its line, and its line is a heading and no label with its value."""
    if not kept:
        return False
    begin = text.rfind("\n", max(0, match.start() - _LINE), match.start()) + 1
    end = text.find("\n", match.start(), match.end() + _LINE)
    return (begin, len(text) if end < 0 else end) in kept


# -- tags and entities -------------------------------------------------------------------------------------------------


def _tags(text: str) -> Iterator[Edit]:
    for run in _RUN.finditer(text):
        tags = list(_TAG.finditer(text, run.start(), run.end()))
        names = [(tag["name"] or "", bool(tag["close"])) for tag in tags]
        if not any(_OPENS_LINE.fullmatch(name) or _OPENS_PARAGRAPH.fullmatch(name) for name, _ in names):
            cells = sum(_CELL.fullmatch(name) is not None for name, _ in names) > 1
            yield from (
                Edit(tag.start(), tag.end(), " | " if cells and not i else "", _RULE) for i, tag in enumerate(tags)
            )
            continue
        start = run.start()
        while start and text[start - 1] in " \t\r\n":
            start -= 1
        stretch = text[start : run.end()]
        yield Edit(start, run.end(), _between(stretch, names, start == 0, run.end() == len(text)), _RULE)


def _between(run: str, names: list[tuple[str, bool]], first: bool, last: bool) -> str:
    """Return what stands where a run of tags stood: a line end or two, and the mark that an opening tag asks for."""
    if ("dt", True) in names and ("dd", False) in names:
        return " "  # a label and its value
    paragraph = any(_OPENS_PARAGRAPH.fullmatch(name) for name, _ in names) or run.count("\n") > 1 + len(names)
    opened = [name.casefold() for name, closed in names if not closed]
    mark = next(
        (
            "#" * int(name[1]) + " " if re.fullmatch("h[1-6]", name) else "- "
            for name in reversed(opened)
            if name == "li" or re.fullmatch("h[1-6]", name)
        ),
        "",
    )
    if last:
        return ""
    return ("" if first else "\n\n" if paragraph else "\n") + mark


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        char = html.unescape(match[0])
        if char != match[0]:
            shown = char.replace("\xa0", " ")
            printable = all(unicodedata.category(c)[0] != "C" for c in shown)
            yield Edit(match.start(), match.end(), shown if printable else "", _RULE)


# -- lines -------------------------------------------------------------------------------------------------------------


def _lines(text: str, *, markdown: bool) -> Iterator[Edit]:
    for match in _FENCE.finditer(text):
        yield _delete(match)
    for match in _UNDERLINED.finditer(text):
        title, line = match["title"].rstrip(), match["line"]
        width = sum(1 if char.isascii() else 2 for char in title)
        alone = match.start() == 0 or text.endswith(("\n\n", "\n \n", "\r\n\r\n"), 0, match.start()) or match["over"]
        if abs(width - len(line)) > _SLACK or title[-1] in ".;,。；，" or not alone:
            continue
        # The first letter is set anew with its sign: what is only put in would come from nowhere in the raw text.
        first = match.start("title") + 1
        sign = _LEVELS.get(match["sign"], "### ")
        yield Edit(match.start(), first, sign + text[first - 1], _RULE)
        yield Edit(match.end("title"), match.end("line"), "", _RULE)
    if "|" in text:
        for match in _ROW.finditer(text):
            row = match[0]
            if row.count("|") < 2 or not row.rstrip().endswith("|") or not row.strip(_RULER):
                continue
            lead = len(row) - len(row.lstrip(" \t|"))
            tail = len(row) - len(row.rstrip(" \t\r|"))
            yield Edit(match.start(), match.start() + lead, "", _RULE)
            tail -= row.endswith("\r")
            yield Edit(match.end() - tail - row.endswith("\r"), match.end() - row.endswith("\r"), "", _RULE)
    quoted = list(_QUOTED.finditer(text))
    # Without an empty or a twice quoted line the sign may be a bullet of a list.
    if markdown or any(not text[m.end() : m.end() + 1].strip() or m[0].count(">") > 1 for m in quoted):
        yield from (_delete(match) for match in quoted)


def _references(text: str) -> Iterator[Edit]:
    known = {match["name"].casefold(): match for match in _REFERENCE.finditer(text)} if "]:" in text else {}
    if not known:
        return
    for match in _REFERENCE.finditer(text):
        yield _delete(match)
    for match in _REFERRING.finditer(text):
        if (match["name"] or match["text"]).casefold() in known:
            yield _delete(match, "open")
            yield _delete(match, "close")
