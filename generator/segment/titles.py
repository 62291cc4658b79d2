"""Title lines of postings: what of them is the title, and whom they name as the employer.

A line is taken apart from the outside in: signs around it, tags in front of it, fields beside it, what hangs on to its
end; then an employer before or behind the role. What is left is the title, or nothing where the line names no role.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.segment.names import (
    ADVERTISES,
    BOTH_NAMES,
    CALL_FIRST,
    CHIP,
    COLLECTION,
    COLLECTIVE,
    HIRES,
    HIRES_EN,
    ORGANISATION_FIRST,
    ORGANISATION_NAME,
    PLACE,
    ROLE_AT,
    ROLE_LAST,
    ROLE_NOUN,
    TITLE_END,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Header:
    """What a title line says; each part is None where the line does not give it."""

    title: str | None = None
    organisation: str | None = None
    role: bool = False
    """Whether the title is called as roles are."""
    hires: bool = False
    """Whether the line says that somebody is hired."""
    whole: str | None = None
    """The title with what stands behind its dash, where that may be a field of work and no employer."""


_OUTSIDE = re.compile(
    r"\A[^\w【\[（(《“「\"']+|[^\w】\]）)》”」\"'+#.。；，;]+\Z|(?<=[\s。])[.]+\Z|(?<![A-Z.])\.\Z|_+\Z|\A_+"
)
_BRACKETS = {"【": "】", "[": "]", "「": "」", "《": "》", "（": "）", "(": ")", "“": "”", '"': '"', "'": "'"}
_TAG = re.compile(r"(?P<open>[【\[（(])(?P<inside>[^】\]）)]{1,30})[】\]）)]\s*")
_FIELD = re.compile(r"[ \t]{2,}|\s*[\u3000\t]\s*|\s*[|｜]\s*|\s+[·•]\s+")
_SLASH = re.compile(r"\s*[/／、,，·+]\s*|\s+")
_DASH = re.compile(r"\s+[-–—~]+\s+|\s*[–—]+\s*|(?<=[\u3400-\u9fff）)】])\s*-+\s*|\s*-+\s*(?=[\u3400-\u9fff（(【])")
_LAST_BRACKET = re.compile(r"\s*[（(\[【](?P<inside>[^（()）\[\]【】]{1,40})[)）\]】]\s*\Z")
_SPEC = re.compile(
    r"(?:方向|组|部|线|类|业务|条线|项目|品类|事业部)\Z|\b(?:department|dept|team|unit|ward|division|programme?|"
    r"projects?|services|"
    r"grade \w+|level \w+|band \w+)\Z",
    re.IGNORECASE,
)
"""What the field of work behind a role ends with."""
_HAN = re.compile("[\u3400-\u9fff]")
_LABELLED = re.compile(r"(?P<label>[^:：\s][^:：]{1,14})[:：]\s*(?P<role>[^:：]{2,40})\Z")
_SPACED = re.compile(r"(?:[\u3400-\u9fff] +)+[\u3400-\u9fff](?![\u3400-\u9fff])")
_PICTOGRAPH = re.compile("[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]")
_HIRES = re.compile(r"招|聘|wanted|needed|required|vacancy", re.IGNORECASE)
_SIDES = (("name", "title"), ("glued", "role"), ("dated", "post"))
_NAMED_ROLE = re.compile(r"(?:专员|主管|经理|助理|顾问|总监|BP|负责人|运营|实习生|岗|官|HR)\W*\Z")


def read_header(raw: str, folded: str, known: Sequence[str] = ()) -> Header:
    """Take a title line apart; `folded` is the line folded to Simplified, of the same length.

    `known` are names of employers, folded, longest first, that need no sign after them.

    >>> read_header("晨光书屋 2024年 急招店员3名！", "晨光书屋 2024年 急招店员3名！")
    Header(title='店员', organisation='晨光书屋', role=True, hires=True, whole=None)
    >>> read_header("晨光书屋各岗位招聘启事", "晨光书屋各岗位招聘启事").title is None
    True
    """
    reader = _Reader(folded)
    reader.read(0, len(folded))
    title, organisation = reader.title, reader.organisation
    if title and organisation is None:
        words = folded[slice(*title)]
        name = next((name for name in known if name and words.startswith(name) and len(words) > len(name) + 1), None)
        organisation = (title[0], title[0] + len(name)) if name else None
    return Header(
        raw[slice(*title)] if title else None,
        raw[slice(*organisation)] if organisation else None,
        title is not None and ROLE_NOUN.search(folded[slice(*title)]) is not None,
        reader.hires,
        raw[slice(*reader.whole)] if reader.whole else None,
    )


def bare(line: str) -> str:
    """Return the words of a line without the signs around them.

    >>> bare("🔸【店员】🔸"), bare("急招店员！！")
    ('【店员】', '急招店员')
    """
    reader = _Reader(line)
    return line[slice(*reader.bare(0, len(line)))]


def is_employer(words: str) -> bool:
    """Tell whether folded words are the name of an employer and nothing else, in one language or both.

    >>> is_employer("云杉书屋"), is_employer("Spruce Books Ltd 云杉书业"), is_employer("书店店长")
    (True, True, False)
    """
    if ORGANISATION_NAME.fullmatch(words):
        return not _ends_as_role(words)
    both = BOTH_NAMES.fullmatch(words)
    if both is None or ROLE_NOUN.search(words):
        return False
    return any(name and ORGANISATION_NAME.fullmatch(name.strip()) for name in both.groups())


def begins_with_pictograph(line: str) -> bool:
    """Tell whether a line begins with a pictograph."""
    return _PICTOGRAPH.match(line[:1]) is not None


def decorated(line: str) -> bool:
    """Tell whether a pictograph in front of a line is an ornament and no list mark: one stands behind the line too.

    >>> decorated("🔥急招店员🔥"), decorated("🔥包吃住")
    (True, False)
    """
    return begins_with_pictograph(line) and _PICTOGRAPH.match(line.rstrip("\ufe0f")[-1:]) is not None


class _Reader:
    """Reads one folded line; every step narrows the stretch that may be the title."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.title: Span | None = None
        self.organisation: Span | None = None
        self.hires = False
        self.whole: Span | None = None

    def read(self, start: int, end: int) -> None:
        start, end = self._unwrap(*self.bare(start, end))
        start, end = self._tags(start, end)
        start, end = self._fields(start, end)
        if COLLECTION.search(self.folded[start:end]):
            return
        start, end = self._calls(start, end)
        start, end = self._trim(start, end)
        start, end = self._beside(start, end)
        start, end = self._trim(start, end)
        words = self.folded[start:end]
        if len(words) < 2 or COLLECTIVE.fullmatch(words):
            return
        if self.organisation is None and is_employer(words):
            self.organisation = start, end
            return
        self.title = start, end

    # -- around the line ----------------------------------------------------------------------------------------------

    def bare(self, start: int, end: int) -> Span:
        """Leave out signs around the words, brackets apart."""
        while start < end:
            match = next(iter(_OUTSIDE.finditer(self.folded[start:end])), None)
            if match is None or not match[0]:
                break
            if match.start() == 0:
                start += match.end()
            else:
                end = start + match.start()
        return start, end

    def _unwrap(self, start: int, end: int) -> Span:
        """Take the words out of brackets that hold the whole line."""
        close = _BRACKETS.get(self.folded[start : start + 1])
        if close and self.folded.find(close, start + 1) == end - 1 and end - start > 3:
            return self.bare(start + 1, end - 1)
        return start, end

    def _tags(self, start: int, end: int) -> Span:
        """Leave out tags in front; a name in brackets before a role is the employer's."""
        while match := _TAG.match(self.folded, start, end):
            if match.end() >= end:
                break
            inside = match.span("inside")
            words = self.folded[slice(*inside)]
            if match["open"] == "【" and not is_chip(words):
                if ROLE_NOUN.search(words) and not ROLE_NOUN.search(self.folded, match.end(), end):
                    return inside
                hires = HIRES.fullmatch(words)
                if not COLLECTIVE.fullmatch(words):
                    name = hires.end("name") if hires and not hires["title"] else len(words)
                    self.organisation = self.organisation or (inside[0], inside[0] + name)
            elif not is_chip(words) and (match["open"] in "（(" or len(words) > 8):
                break
            start = match.end()
        return self.bare(start, end)

    def _fields(self, start: int, end: int) -> Span:
        """Choose among the fields of the line: what says how much, where or how long is left out."""
        spans = []
        place = start
        for gap in [*_FIELD.finditer(self.folded, start, end)]:
            spans.append((place, gap.start()))
            place = gap.end()
        spans.append((place, end))
        words = [span for span in spans if not is_chip(self.folded[slice(*span)])]
        if len(words) < 2:
            return words[0] if words and len(spans) > 1 else (start, end)
        roles = [span for span in words if ROLE_NOUN.search(self.folded[slice(*span)])]
        names = [span for span in words if ORGANISATION_NAME.fullmatch(self.folded[slice(*span)])]
        names = [span for span in names if span not in roles or len(roles) > 1]
        if names and not roles:
            self.organisation = self.organisation or self.bare(*names[0])
            return end, end
        title = next((span for span in roles if span not in names), words[0] if words[0] not in names else words[1])
        others = [span for span in names if span != title] or [span for span in words if span != title]
        if self.organisation is None and others and (names or roles):
            self.organisation = self.bare(*others[0])
        return title

    # -- who hires ----------------------------------------------------------------------------------------------------

    def _calls(self, start: int, end: int) -> Span:
        """Read `employer hires role` and `hiring: role`."""
        words = self.folded[start:end]
        if (shout := CALL_FIRST.match(words)) and shout[0].rstrip()[-1:] in "!！":
            start += shout.end()
            words, self.hires = self.folded[start:end], True
        for pattern in (HIRES, HIRES_EN):
            match = pattern.fullmatch(words)
            if not match or (pattern is HIRES and _is_role_name(match)):
                continue
            groups = match.groupdict()
            name = next((group for group in ("name", "at", "join", "where") if groups.get(group)), None)
            role = next((group for group in ("title", "role", "as") if groups.get(group)), None)
            names_role = name == "name" and pattern is HIRES and _ends_as_role(match[name])
            if names_role and (role is None or COLLECTIVE.fullmatch(match[role])):
                continue  # `role, hiring notice`
            if (
                name
                and self.organisation is None
                and not is_chip(match[name])
                and not COLLECTIVE.fullmatch(match[name])
            ):
                self.organisation = self.bare(start + match.start(name), start + match.end(name))
            self.hires = True
            return (start + match.start(role), start + match.end(role)) if role else (end, end)
        if (
            (label := _LABELLED.match(words))
            and ROLE_NOUN.search(label["role"])
            and not ROLE_NOUN.search(label["label"])
        ):
            return start + label.start("role"), end
        if (first := CALL_FIRST.match(words)) and not _NAMED_ROLE.fullmatch(words[first.end() :]):
            self.hires = True
            return start + first.end(), end
        return start, end

    def _beside(self, start: int, end: int) -> Span:
        """Read an employer set off by a dash, a space or `at`."""
        words = self.folded[start:end]
        if parts := self._dashes(start, end):
            return self._dashed(start, end, parts)
        if (at := ROLE_AT.fullmatch(words)) and not _HAN.search(words):
            self.organisation = self.organisation or (start + at.start("name"), start + at.end("name"))
            return start, start + at.end("title")
        comma = words.rfind(", ")
        if comma > 0 and ROLE_NOUN.search(words[:comma]) and ORGANISATION_NAME.fullmatch(words[comma + 2 :]):
            self.organisation = self.organisation or (start + comma + 2, end)
            return start, start + comma
        first = ORGANISATION_FIRST.fullmatch(words)
        if first and self.organisation is None:
            name, role = next(pair for pair in _SIDES if first[pair[0]])
            if name == "name" or ROLE_NOUN.search(first[role]):
                self.organisation = start + first.start(name), start + first.end(name)
                return start + first.start(role), end
        if (gap := re.search(r"(?<=[\u3400-\u9fff）)]) +(?=[\u3400-\u9fff])", words)) and self.organisation is None:
            left, right = words[: gap.start()], words[gap.end() :]
            if is_chip(left) or is_chip(right):
                return (start + gap.end(), end) if is_chip(left) else (start, start + gap.start())
            if not ROLE_NOUN.search(left) and ROLE_NOUN.search(right) and " " not in right:
                self.organisation = start, start + gap.start()
                return start + gap.end(), end
        return start, end

    def _dashes(self, start: int, end: int) -> list[Span]:
        """Return the parts that dashes set off, chips left out; none where there is no dash."""
        parts = []
        place = start
        for dash in _DASH.finditer(self.folded[start:end]):
            parts.append((place, start + dash.start()))
            place = start + dash.end()
        return [span for span in (*parts, (place, end)) if not is_chip(self.folded[slice(*span)])] if parts else []

    def _dashed(self, start: int, end: int, parts: list[Span]) -> Span:
        """Choose between what stands before a dash and what stands behind it."""
        named = [span for span in parts if not ADVERTISES.fullmatch(self.folded[slice(*span)])]
        if len(parts) > 1 and len(named) == 1 and not ROLE_NOUN.search(self.folded[slice(*named[0])]):
            self.organisation = self.organisation or self.bare(*named[0])
            return end, end  # `job description - employer`
        parts = named
        if len(parts) < 2:
            return parts[0] if parts else (start, end)
        left, right = (self.folded[slice(*span)] for span in parts[:2])
        roles = [ROLE_NOUN.search(side) is not None for side in (left, right)]
        if _SPEC.search(right) and roles[0] and not ORGANISATION_NAME.fullmatch(right):
            return parts[0][0], parts[1][1]  # `role - field of work`
        # Chinese names the employer first, English last, unless only one side is called as roles are.
        english = not _HAN.search(left + right)
        if english and (all(roles) or (roles[0] and right[0].islower())):
            return parts[0][0], parts[1][1]
        behind = roles[0] if roles[0] != roles[1] else english
        title, name = parts[:2] if behind else (parts[1], parts[0])
        if english and behind and not ORGANISATION_NAME.fullmatch(right):
            self.whole = parts[0][0], parts[1][1]
        if self.organisation is None:
            cut = _last_chip(self.folded[slice(*name)])
            self.organisation = self.bare(name[0], name[0] + cut) if cut else self.bare(*name)
        return title

    # -- behind the title ---------------------------------------------------------------------------------------------

    def _trim(self, start: int, end: int) -> Span:
        """Leave out what hangs on to the end: how many, how much, where, and what the line calls itself."""
        while True:
            start, end = self.bare(start, end)
            words = self.folded[start:end]
            bracket = _LAST_BRACKET.search(words)
            last = TITLE_END.search(words)
            if bracket and bracket.start() and is_chip(bracket["inside"]):
                end = start + bracket.start()
            elif last and last.start() and last[0]:
                end = start + last.start()
                self.hires = self.hires or _HIRES.search(last[0]) is not None
            elif (cut := _last_chip(words)) is not None:
                end = start + cut
            else:
                return start, end


def closed(line: str) -> str:
    """Return a line without the spaces that set its ideographs apart, where every one is.

    >>> closed("招 聘 启 事"), closed("晨光书店 店长")
    ('招聘启事', '晨光书店 店长')
    """
    head = _SPACED.match(line)
    return head[0].replace(" ", "") + line[head.end() :] if head else line


def is_chip(words: str) -> bool:
    """Tell whether every part of a field says how much, where, how long or how many.

    >>> is_chip("杭州·余杭"), is_chip("8-13K"), is_chip("店长")
    (True, True, False)
    """
    words = words.strip(" \t\u3000·•-–—,，。!！")
    if not words or CHIP.fullmatch(words) or PLACE.fullmatch(words):
        return True
    parts = [part for part in _SLASH.split(_LAST_BRACKET.sub("", words)) if part]
    if len(parts) > 1 and PLACE.fullmatch(parts[0]) and all(len(part) <= 4 and _HAN.match(part) for part in parts):
        return True  # a district behind its city
    return bool(parts) and all(CHIP.fullmatch(part) or PLACE.fullmatch(part) for part in parts)


def _last_chip(words: str) -> int | None:
    """Return where the last word or the part behind a comma begins, if it says how much or where."""
    gap = max(words.rfind(" "), words.rfind(","), words.rfind("，"))
    tail = words[gap + 1 :].strip()
    if gap > 1 and any(char.isdigit() for char in tail) and CHIP.fullmatch(tail):
        return gap
    return gap if gap > 1 and (_HAN.search(tail) or words[gap] in ",，") and is_chip(tail) else None


def _is_role_name(match: re.Match[str]) -> bool:
    """Tell whether `招聘` is part of the name of a role, as in `总部招聘专员`."""
    called = match["title"] is not None and _NAMED_ROLE.fullmatch(match["title"]) is not None
    return called and ORGANISATION_NAME.fullmatch(match["name"]) is None


def _ends_as_role(words: str) -> bool:
    return ROLE_LAST.search(words) is not None
