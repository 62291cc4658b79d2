"""What of a page is not the text: told by the words of a line, by its shape, and by where it stands.

The head of a page is what stands before the first heading, list, labelled fact or sentence; its foot is what stands
after the last of them. There a likely sign is enough; between them only a certain one is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal

from generator.segment.chrome import (
    ASKED,
    ASKED_PAPERS,
    BUTTON,
    BYLINE,
    CHIP,
    CHROME_LINE,
    CLOSES,
    CLOSING,
    COMMENTS,
    CONTACT_FIELD,
    DATE_ALONE,
    END,
    FILE_NAME,
    FILE_NAME_INSIDE,
    FOOTER,
    FORUM,
    HASHTAGS,
    LINK,
    LINKS,
    MARKUP,
    MAYBE_PAGE_FACT,
    NAVIGATION,
    NOTE,
    OTHER_PAGES,
    OTHER_PAGES_LISTED,
    PAGE_FACT,
    PAGE_LABEL,
    SITE_NOTE,
    STAMPED,
    TRAIL,
    TRAIL_HOME,
    TRAIL_START,
)
from generator.segment.lexicon import (
    EN_HEADING_LINE,
    GUIDE_TITLE,
    ZH_HEADING_INLINE,
    is_zh_heading,
    label_type,
)
from generator.segment.marks import line_mark
from generator.segment.names import ORGANISATION_LABEL, ORGANISATION_NAME, ROLE_NOUN, TITLE_LABEL
from generator.segment.titles import is_chip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Frame = Literal["chrome", "byline"]
_Kind = Literal["chrome", "byline", "maybe", "others", "note", "chip", "date", "content", "other"]

_LONGEST = 400
"""Code points from which on a line is content, whatever it says."""
_SHORT = 60
_CARD = 30
_WORDS = 12
"""Ideographs up to which a line may be the name of a part of a site; of letters twice as many."""
_WIDE_GAP = re.compile(r"[ \t\u3000]{2,}|\u3000|\t|\s*[|｜•▪]\s*|\s+[-–—/·]\s+")
_GAP = re.compile(r"\s+")
_WORD_GAP = re.compile(r"\s+(?=[\u3400-\u9fff])")
_SCRIPTS = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[A-Za-z])|(?<=[A-Za-z!.])\s+(?=[\u3400-\u9fff])")
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[，。；！？]|[.!?;,]\s|[.!?;]\Z")
_ENDS = re.compile(r"[。；！？.!?;][”’\"'）)]*\Z")
_EDGE = " \t\u3000|｜·•-–—_*<>«»‹›《》→←↑↓▼▲▶◀∨√×✕+＋…\u200b\ufe0f"
_DATE_LABEL = re.compile(r"date|日期|时间|start", re.IGNORECASE)
_TIMES = 3
"""How often a short line must come back to be a button."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    kind: _Kind
    blank_before: bool


def find_frame(folded: str, lines: Sequence[tuple[int, int]]) -> dict[int, Frame]:
    """Return the lines that are page chrome or bylines, by their start; `lines` tile the folded text."""
    read = list(_read(folded, lines))
    found: dict[int, Frame] = {}
    for line in read:
        if line.kind in ("chrome", "byline"):
            found[line.start] = "byline" if line.kind == "byline" else "chrome"
    content = [index for index, line in enumerate(read) if line.kind == "content"]
    head = content[0] if content else len(read)
    foot = content[-1] + 1 if content else len(read)
    drop: set[int] = set()
    drop |= _edges(read, head, foot)
    drop |= _links_alone(read, head)
    drop |= _other_pages(read, head)
    drop |= _chips(read)
    drop |= _buttons(read)
    drop |= _foot(read, foot)
    drop |= _signature(read, foot)
    drop |= _front_matter(read)
    drop |= _links(read)
    drop |= _dated(read)
    for index in drop:
        found.setdefault(read[index].start, "chrome")
    return found


def split_edges(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that ends in buttons: what stands before them, then each button. Else the line."""
    line = folded[start:end]
    plain = line.strip()
    divisible = end - start < 2 * _SHORT and not _SENTENCE.search(plain) and line_mark(folded, start, end) is None
    if divisible and _certain(plain) is None:
        gaps = [gap for gap in _GAP.finditer(line) if line[: gap.start()].strip() and line[gap.end() :].strip()]
        for gap in gaps:
            # A button is a whole field: a wide gap or, among Chinese words, any gap stands before it.
            wide = _WIDE_GAP.fullmatch(gap[0]) is not None or _HAN.match(line, gap.end()) is not None
            rest = line[gap.end() :].strip()
            if wide and (_all_buttons(rest) or OTHER_PAGES.fullmatch(rest)):
                yield start, start + gap.end()
                yield start + gap.end(), end
                return
    yield start, end


def _read(folded: str, lines: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    blank = False
    texts = [folded[start:end].strip() if end - start < _LONGEST else None for start, end in lines]
    sure = [_certain(text) if text and len(text) <= 3 * _SHORT else None for text in texts]
    # Two lines of a document-sharing site, and its notes are told by single words.
    shared = sum(
        found is not None and bool(_FILE_WORDS.search(text or "")) for text, found in zip(texts, sure, strict=True)
    )
    for (start, end), text, found in zip(lines, texts, sure, strict=True):
        if text == "":
            blank = True
            continue
        kind: _Kind = "content" if text is None else found or _likely(text, shared=shared > 1)
        yield _Line(start, end, text or "", kind, blank)
        blank = False


_FILE_WORDS = re.compile(r"文[档库]|下载|上传|页数|资源|第\s*\d+\s*页")


def _likely(text: str, *, shared: bool) -> _Kind:
    """Say what a line probably is; `shared` tells that the page is a document-sharing site's."""
    mark = line_mark(text, 0, len(text))
    words = text[mark.text :] if mark else text
    if SITE_NOTE.fullmatch(words) or (FILE_NAME_INSIDE.search(text) and NOTE.search(text)):
        return "chrome"
    if shared and len(text) <= 2 * _SHORT and len(NOTE.findall(text)) >= (1 if mark else 2):
        return "note"
    if mark is not None or _opens(text) or (len(text) >= 15 and _ENDS.search(text)):
        return "content"
    if CHIP.fullmatch(text):
        return "chip"
    if DATE_ALONE.fullmatch(text):
        return "date"
    if any(pattern.fullmatch(text) for pattern in (MAYBE_PAGE_FACT, CONTACT_FIELD, STAMPED)) or CLOSING.match(text):
        return "maybe"
    return "other"


def _certain(text: str) -> _Kind | None:
    if (
        FORUM.fullmatch(text)
        or END.fullmatch(text)
        or HASHTAGS.fullmatch(text)
        or MARKUP.fullmatch(text)
        or OTHER_PAGES_LISTED.fullmatch(text)
    ):
        return "chrome"
    plain = text.strip(_EDGE)
    if mark := line_mark(text, 0, len(text)):
        fact = PAGE_FACT.fullmatch(text[mark.text :])
        return "chrome" if fact and fact["value"] and mark.style == "bullet" else None
    if not plain:
        return None
    if plain != text and text[-1] in ">»›" and OTHER_PAGES.fullmatch(plain):
        return "chrome"  # with an arrow it leads there, and nothing of it stands below
    if OTHER_PAGES.fullmatch(plain.rstrip(":：")) or COMMENTS.fullmatch(plain):
        return "others"
    if BYLINE.fullmatch(text) and not label_type(text):
        return "byline"
    if _is_trail(text) or FOOTER.fullmatch(text) or FILE_NAME.fullmatch(text):
        return "chrome"
    return "chrome" if _all_buttons(text) or _is_navigation(text) else None


def _opens(text: str) -> bool:
    """Tell whether a line belongs to the text for certain: a heading, a title or a fact with its label."""
    patterns = (EN_HEADING_LINE, TITLE_LABEL, ORGANISATION_LABEL)
    return (
        any(pattern.fullmatch(text) for pattern in patterns)
        or is_zh_heading(text)
        or ZH_HEADING_INLINE.match(text) is not None
        or (label_type(text) is not None and not CONTACT_FIELD.fullmatch(text))
    )


# -- fields ------------------------------------------------------------------------------------------------------------


def _fields(text: str) -> Iterator[list[str]]:
    """Yield the fields of a line: divided at wide gaps, then, for Chinese, between scripts and at every gap."""
    for pattern in (_WIDE_GAP, _SCRIPTS, _WORD_GAP, _GAP) if _HAN.search(text) else (_WIDE_GAP,):
        fields = [field.strip(_EDGE) for field in pattern.split(text)]
        yield [field for field in fields if field]


def _button(field: str) -> bool:
    return any(pattern.fullmatch(field) for pattern in (BUTTON, PAGE_FACT, CHROME_LINE, PAGE_LABEL))


def _all_buttons(text: str) -> bool:
    """Tell whether every field of a line is a button or a fact of the page, or most of several are."""
    if _button(text) or _button(text.strip(_EDGE)):
        return True
    for fields in _fields(text):
        sure = sum(map(_button, fields))
        likely = sum(any(p.fullmatch(f) for p in (MAYBE_PAGE_FACT, OTHER_PAGES, DATE_ALONE)) for f in fields)
        if sure and sure + likely == len(fields):
            return True
        mostly = len(fields) >= _TIMES and sure * 3 >= len(fields) * 2 and not _SENTENCE.search(text)
        if mostly and not _names_post(fields):
            return True
    return False


def _is_navigation(text: str) -> bool:
    """Tell whether a line is a row of links to the parts of a site: three fields at least, half of them known."""
    if _SENTENCE.search(text):
        return False
    for fields in _fields(text):
        known = sum(NAVIGATION.fullmatch(field) is not None or _button(field) for field in fields)
        short = all(len(field) <= _CARD for field in fields)
        if (
            len(fields) >= _TIMES
            and short
            and known >= 2
            and known * 2 >= len(fields)
            and not _names_post(fields, site=True)
        ):
            return True
    return False


def _names_post(fields: list[str], *, site: bool = False) -> bool:
    """Tell whether one of the fields names a role or an employer: then the line is no row of buttons alone.

    In a row of links to the parts of a `site`, a name is the site's own.
    """
    rest = [field for field in fields if not (_button(field) or NAVIGATION.fullmatch(field))]
    named = not site and any(ORGANISATION_NAME.fullmatch(field) for field in rest)
    return named or any(ROLE_NOUN.search(field) for field in rest)


def _is_trail(text: str) -> bool:
    """Tell whether a line is a path through a site, as in `Home > Jobs > Bakers`."""
    start = TRAIL_START.match(text)
    steps = [step.strip() for step in TRAIL.split(text[start.end() :] if start else text)]
    arrows = re.search(r">|»|›|→|＞", text) is not None
    filled = [step for step in steps if step]
    if len(steps) < 2 or not filled or any(len(step) > _CARD or _SENTENCE.search(step) for step in filled):
        return False
    if start and start.end():
        return True
    home = TRAIL_HOME.fullmatch(filled[0]) is not None
    return (home and (arrows or len(steps) > 2)) or (
        arrows and len(steps) > 2 and len(re.findall(r"[>»›＞]", text)) > 1
    )


# -- places ------------------------------------------------------------------------------------------------------------


def _edges(read: list[_Line], head: int, foot: int) -> set[int]:
    """Return what is only likely to be chrome and stands in the head or the foot of the page."""
    kinds = ("maybe", "note")
    found = {i for i in range(head) if read[i].kind in (*kinds, "date", "chip")}
    found = {i for i in found if not (i and read[i].kind == "date" and _DATE_LABEL.search(read[i - 1].text))}
    found |= {
        i for i in range(foot, len(read)) if read[i].kind in ("note", "chip", "date") or CLOSING.match(read[i].text)
    }
    # Without a list between them and the page's own lines, notes go on: `Please note:` and three entries.
    found |= {i for i, line in enumerate(read) if line.kind == "note"}
    if head < len(read):
        row = head - 1
        while row >= 0 and _is_row(read[row].text):
            found.add(row)
            row -= 1
    return found


def _links_alone(read: list[_Line], head: int) -> set[int]:
    """Return short lines in the head that buttons shut in: the site, its parts, the author. One stays, the title."""
    found: set[int] = set()
    weak = [i for i in range(head) if read[i].kind == "other"]
    sure = [i for i in range(head) if read[i].kind in ("chrome", "others")]
    for before, after in pairwise([-1, *sure, head] if sure else []):
        between = range(before + 1, after)
        named = {i for i in between if NAVIGATION.fullmatch(read[i].text)}
        found |= named
        shut_in = before >= 0 and after < head and len(between) <= 2
        if shut_in or (before < 0 and len(between) == 1 and len(weak) > 1):
            # What stands beside a role is its employer, not the site.
            titled = any(ROLE_NOUN.search(read[i].text) for i in between)
            found |= set() if titled else {i for i in between if _is_small(read[i].text)}
    return found if len(found) < len(weak) else set()


def _is_small(text: str) -> bool:
    """Tell whether a line has few words, and no role, employer, pay or place among them."""
    short = len(text) <= (2 * _WORDS if text.isascii() else _WORDS) and not _SENTENCE.search(text)
    known = ROLE_NOUN.search(text) or ORGANISATION_NAME.fullmatch(text) or is_chip(text) or GUIDE_TITLE.search(text)
    return short and not known


def _is_row(text: str) -> bool:
    """Tell whether a line in the head is a row of links of which the words are not known."""
    fields = [field for field in _WIDE_GAP.split(text) if field.strip()]
    names = sum(NAVIGATION.fullmatch(field.strip(_EDGE)) is not None or _button(field.strip(_EDGE)) for field in fields)
    return len(fields) >= _TIMES and names >= 1 and all(len(f) <= 12 and not re.search(r"\d", f) for f in fields[1:])


def _other_pages(read: list[_Line], head: int) -> set[int]:
    """Return the headings of lists of other pages, and below each its list: the short lines up to the next content."""
    found: set[int] = set()
    index = 0
    while index < len(read):
        if read[index].kind != "others":
            index += 1
            continue
        found.add(index)
        index += 1
        if index <= head:
            continue
        stop = index
        readers = COMMENTS.fullmatch(read[index - 1].text.strip(_EDGE)) is not None
        while stop < len(read) and (read[stop].kind != "content" or (readers and not _opens(read[stop].text))):
            stop += 1
        if stop < len(read) and stop > index and read[stop - 1].kind != "others":
            stop -= 1  # the title of what begins there
        found |= set(range(index, stop))
        index = max(stop, index)
    return found


def _chips(read: list[_Line]) -> set[int]:
    """Return tags to press: two in a row at least, and the short line that they begin with."""
    found: set[int] = set()
    for index, line in enumerate(read):
        beside = [read[i] for i in (index - 1, index + 1) if 0 <= i < len(read)]
        if line.kind == "chip" and any(other.kind in ("chip", "chrome", "others") for other in beside):
            found.add(index)
            before = read[index - 1] if index else None
            above = read[index - 2] if index > 1 else None
            if before and before.kind == "other" and len(before.text) <= 12 and above and _ENDS.search(above.text):
                found.add(index - 1)
    return found


def _buttons(read: list[_Line]) -> set[int]:
    """Return a short line that comes back again and again and opens nothing."""
    count = Counter(line.text for line in read if line.kind == "other" and len(line.text) <= 8)
    again = {text for text, times in count.items() if times >= _TIMES}
    opens = {
        line.text
        for line, below in pairwise(read)
        if below.kind == "content" and line_mark(below.text, 0, len(below.text)) is not None
    }
    return {i for i, line in enumerate(read) if line.text in again - opens and line.kind == "other"}


def _foot(read: list[_Line], foot: int) -> set[int]:
    """Return what is likely chrome at the foot: contact fields beside a footer, short lines shut in by buttons."""
    sure = [i for i in range(foot, len(read)) if read[i].kind in ("chrome", "others")]
    if not sure:
        return set()
    paragraphs = list(accumulate((line.blank_before for line in read), int.__add__))
    beside = {paragraphs[i] for i in sure}
    found = {i for i in range(foot, len(read)) if read[i].kind == "maybe" and paragraphs[i] in beside}
    for before, after in pairwise([*sure, len(read)]):
        between = range(before + 1, after)
        if len(between) <= 2 and all(
            len(read[i].text) <= _CARD and not _SENTENCE.search(read[i].text) for i in between
        ):
            found |= {i for i in between if not is_chip(read[i].text) and not label_type(read[i].text)}
    return found


def _signature(read: list[_Line], foot: int) -> set[int]:
    """Return the names and the date that a notice is signed with, and all below the `--` that opens a signature."""
    found: set[int] = set()
    last = foot - 1
    for index in range(foot, len(read)):
        line = read[index]
        if line.kind == "date":
            found.add(index)
            above = read[index - 1]
            if (
                index - 1 > last
                and above.kind == "other"
                and len(above.text) <= _CARD
                and not _SENTENCE.search(above.text)
            ):
                found.add(index - 1)
        elif line.text == "--":
            found |= set(range(index, len(read)))
            break
    return found


def _front_matter(read: list[_Line]) -> set[int]:
    """Return the fields between the two rules that a Markdown file may begin with; its title is left to be read."""
    if not read or read[0].text != "---":
        return set()
    close = next((i for i, line in enumerate(read[1:40], 1) if line.text == "---"), None)
    inside = range(close or 0)
    if not all(":" in read[i].text or read[i].text.startswith(("-", "#")) for i in inside if i):
        return set()
    fields = (TITLE_LABEL, ORGANISATION_LABEL)
    return {i for i in (*inside, close) if i is not None and not any(f.fullmatch(read[i].text) for f in fields)}


def _links(read: list[_Line]) -> set[int]:
    """Return the list of links below a heading that says so, up to the next heading."""
    found: set[int] = set()
    for index, line in enumerate(read):
        if LINKS.fullmatch(line.text):
            stop = index + 1
            while stop < len(read) and not (_opens(read[stop].text) or read[stop].text.startswith("#")):
                stop += 1
            part = [read[i].text for i in range(index + 1, stop)]
            linked = sum(LINK.search(text) is not None for text in part) * 2 >= len(part) > 0
            names = stop == len(read) and all(len(text) <= _SHORT and not _ENDS.search(text) for text in part)
            if linked or (part and names):
                found |= set(range(index, stop))
    return found


def _dated(read: list[_Line]) -> set[int]:
    """Return the label of a date of the page, or of a field of its form, and the value on the line below it."""
    found: set[int] = set()
    for index, (line, below) in enumerate(pairwise(read)):
        closes = CLOSES.fullmatch(line.text) and below.kind == "date"
        if closes or (ASKED_PAPERS.fullmatch(line.text) and ASKED.fullmatch(below.text)):
            found |= {index, index + 1}
    return found
