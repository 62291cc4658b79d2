"""The head of a text: which of its first lines is the title, and which one names the employer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.segment.lexicon import EN_HEADING_LINE, GUIDE_TITLE, ZH_HEADING_INLINE, is_zh_heading, label_type
from generator.segment.marks import line_mark
from generator.segment.names import (
    ADVERTISES,
    CALL_FIRST,
    COLLECTIVE,
    ORGANISATION_LABEL,
    ORGANISATION_LIKE,
    ROLE_LAST,
    TITLE_LABEL,
)
from generator.segment.titles import Header, bare, begins_with_pictograph, closed, decorated, is_chip, read_header

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.segment.blocks import SourceKind

Says = Literal["title", "role", "organisation", "nothing"]
"""`role` is a title of which the employer stands on a line of its own."""

_MOST_LINES = 5
_WIDEST = 40
_SENTENCE = re.compile(r"[，。；！？]|[;?!]|,\s[a-z]|[.：:]\Z|[a-z]{3}\.\s")
_SMALL = re.compile(r"(?:of|the|and|or|for|in|at|to|a|an|&|with|on|de|by|from|per)\Z", re.IGNORECASE)
_FIELD_OF_WORK = re.compile(r",\s|\s+[-–—|]+\s+|[–—]|(?<=[\u3400-\u9fff])-")
_GRADE = re.compile(r"[\s-]+(?:I{1,3}|IV|V|\d{1,2}|[A-C])\s*\Z")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")


def read_head(
    folded: str, lines: Sequence[tuple[int, int]], framed: Container[int], kind: SourceKind
) -> dict[int, Says]:
    """Return what the first lines say, by their start; a line that says nothing here is read as any other.

    The head ends at the first heading, list mark, labelled fact or sentence. Among its lines the first that is called
    as roles are is the title; a name beside it is the employer's.
    """
    head: list[tuple[int, str, Header]] = []
    for index, (start, end) in enumerate(lines):
        line = folded[start : min(end, start + 200)].strip()
        below = folded[slice(*lines[index + 1])].lstrip()[:1] if index + 1 < len(lines) else ""
        if not line or start in framed or TITLE_LABEL.fullmatch(line) or ORGANISATION_LABEL.fullmatch(line):
            continue
        if head and len(head) < _MOST_LINES and label_type(bare(line)):
            continue
        if len(head) == _MOST_LINES or not _may_be_title(line, ornament=not head and below != line[:1]):
            if kind == "profile" and not head and is_zh_heading(line):
                continue
            break
        head.append((start, closed(line), read_header(closed(line), closed(line))))
    if kind == "posting":
        return _posting_head(head)
    return _other_head(head, kind)


def _posting_head(head: list[tuple[int, str, Header]]) -> dict[int, Says]:
    says: dict[int, Says] = {}
    for start, line, header in head:
        if header.organisation and not header.title:
            says[start] = "organisation"
        elif ADVERTISES.fullmatch(bare(line)) or (
            not header.title and (header.hires or COLLECTIVE.fullmatch(bare(line)))
        ):
            says[start] = "nothing"
    roles = [i for i, one in enumerate(head) if one[0] not in says and _is_role(one, first=not i)]
    if not roles:
        return says
    first = roles[0]
    for other in (first + 1, first - 1):
        if 0 <= other < len(head) and head[other][0] not in says:
            beside = _beside(head[first], head[other], below=other > first)
            if beside and not (beside == "organisation" and "organisation" in says.values()):
                says[head[other][0]] = beside
    says[head[first][0]] = "role" if "organisation" in says.values() else "title"
    return says


def _is_role(one: tuple[int, str, Header], *, first: bool) -> bool:
    _, line, header = one
    return header.title is not None and (header.role or (header.hires and first)) and title_like(line)


def _beside(title: tuple[int, str, Header], other: tuple[int, str, Header], *, below: bool) -> Says | None:
    """Return what a line beside the title says: the employer, or the title again, in the other language."""
    _, line, header = other
    if header.role and title_like(line):
        again = bool(_HAN.search(line)) != bool(_HAN.search(title[1]))
        return "nothing" if below and again else None
    name = header.title or line
    alone = name == line or " " in name  # one word beside pay or place is a department
    return "organisation" if alone and not header.role and ORGANISATION_LIKE.fullmatch(name) else None


def _other_head(head: list[tuple[int, str, Header]], kind: SourceKind) -> dict[int, Says]:
    """Read the head of a guide, which may begin with an employer's name, or of a profile: where, what, how long."""
    if kind == "profile":
        start, line, header = next(iter(head), (0, "", Header()))
        fields = [field for field in re.split(r"\s{2,}|\u3000|\t|[|｜]", line) if field.strip()]
        dated = len(fields) > 1 and any(is_chip(field) and any(c.isdigit() for c in field) for field in fields)
        return {start: "title"} if dated and header.role else {}
    if len(head) > 1 and head[0][2].organisation and not head[0][2].title and not GUIDE_TITLE.search(head[0][1]):
        return {head[0][0]: "organisation", head[1][0]: "title"}
    return {}


_NUMBERING = frozenset({"chapter", "han", "han-paren", "arabic、", "arabic.", "arabic)", "arabic-paren"})
_HEADCOUNT = re.compile(r"[（(]\s*(?:招|共|需)?\s*(?:\d{1,3}|若干)\s*[名人位个][）)]|\d{1,3}\s*[名人位]\Z")


def numbered_titles(folded: str, lines: Sequence[tuple[int, int]], framed: Container[int]) -> set[int]:
    """Return the starts of numbered lines that each open a posting, as in `1. Baker` and `2. Driver` with text below.

    Two of one numbering are needed, or one that tells how many are hired, above a heading.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    sure: set[int] = set()
    words = [(start, folded[start : min(end, start + 200)].strip()) for start, end in lines if start not in framed]
    for (start, line), (_, below) in pairwise(words):
        mark = line_mark(line, 0, len(line))
        if mark is None or mark.style not in _NUMBERING:
            continue
        title = bare(line[mark.text :])
        after = line_mark(below, 0, len(below))
        listed = after is not None and after.style == mark.style
        if listed or len(title) > _WIDEST or _SENTENCE.search(title):
            continue
        if ends_as_role(title) and title_like(title):
            found.setdefault(mark.style, []).append((mark.number[1], start))
        if _HEADCOUNT.search(title) and (is_zh_heading(below) or ZH_HEADING_INLINE.match(below)):
            sure.add(start)
    for numbers in found.values():
        if len(numbers) > 1 and all(later > earlier for (earlier, _), (later, _) in pairwise(numbers)):
            sure |= {start for _, start in numbers}
    return sure


def _may_be_title(line: str, *, ornament: bool) -> bool:
    """Tell whether a line can be a title; `ornament` tells that a pictograph in front of it begins no list."""
    words = CALL_FIRST.sub("", bare(line), count=1)
    # A row of fields may be as long as it likes, a field may not.
    width = max(sum(0.5 if char.isascii() else 1.0 for char in field) for field in re.split(r"[|｜]", line))
    known = is_zh_heading(line) or EN_HEADING_LINE.fullmatch(line) or label_type(words)
    return (
        bool(words)
        and width <= _WIDEST
        and not known
        and not _SENTENCE.search(words)
        and (decorated(line) or (ornament and begins_with_pictograph(line)) or line_mark(line, 0, len(line)) is None)
    )


def title_like(line: str) -> bool:
    """Tell whether a line is built as titles are: in English its words are capitals but for the small ones.

    >>> title_like("Head of Stores (Nights)"), title_like("Under the direction of the Registrar, the")
    (True, False)
    """
    words = [word.strip("()[],*#/&–—-\"'") for word in line.split()]
    latin = [word for word in words if _LATIN.match(word)]
    if not latin or _HAN.search(line):
        return True
    if len(latin) > 12 or _SMALL.fullmatch(latin[-1]) or line.rstrip()[-1] in ",":
        return False
    large = [word for word in latin if not _SMALL.fullmatch(word)]
    return len(latin) <= 4 or sum(word[0].isupper() for word in large) * 3 >= 2 * len(large)


def ends_as_role(folded: str) -> bool:
    """Tell whether a short line ends as the name of a role does; what stands in brackets behind it is passed over."""
    words = re.sub(r"\s*[（(【\[][^（）()【】\[\]]*[)）】\]]\s*\Z", "", bare(folded).strip("【】[]"))
    first = _FIELD_OF_WORK.split(words, maxsplit=1)[0]
    return any(ROLE_LAST.search(_GRADE.sub("", part)) is not None for part in (words, first))
