"""The marks of a Word document's lists: `numbering.xml` and `styles.xml` to `1. `, `一、 `, `- `.

Source: ECMA-376 part 1, 17.9 (numbering) and 17.18.59 (number formats).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from generator.read.formats.lines import roman

_HAN = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DEPTH = 9
"""Levels of a list. A style that leans on more than twice as many others is taken to go round in a circle."""


@dataclass(slots=True)
class _Level:
    """How one level of a list counts and what its mark looks like (`%1.%2`)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    plain: bool = False


class Numbering:
    """The marks of list entries, counted in the order of the document."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._styles: dict[str, tuple[str | None, str | None, str | None]] = {}
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, int], dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        for style in _children(styles, "style"):
            name, properties = _attribute(style, "styleId"), _first(style, "pPr")
            numbered = _first(properties, "numPr")
            self._styles[name] = (
                _value(style, "basedOn"),
                _value(numbered, "numId"),
                _value(numbered, "ilvl"),
            )
        for abstract in _children(numbering, "abstractNum"):
            name = _attribute(abstract, "abstractNumId")
            self._abstract[name] = _levels(abstract)
            link = _value(abstract, "numStyleLink")
            if link is not None:
                self._linked[name] = link
        for number in _children(numbering, "num"):
            starts: dict[int, int] = {}
            levels: dict[int, _Level] = {}
            for override in _children(number, "lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    starts[_whole(_attribute(override, "ilvl"))] = _whole(start)
                levels |= _levels(override)
            self._lists[_attribute(number, "numId")] = (_value(number, "abstractNumId") or "", starts, levels)

    def mark(self, style: str | None, list_id: str | None, level: str | None) -> str:
        """Return the mark of the next paragraph with this style and these properties, with a space; else `""`."""
        for _ in range(2 * _DEPTH):
            if list_id is not None or style is None:
                break
            style, list_id, inherited = self._styles.get(style, (None, None, None))
            level = level or inherited
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return ""
        depth = min(max(_whole(level or "0"), 0), _DEPTH - 1)
        name, starts, own = self._lists[list_id]
        if name in self._linked:  # the list is defined by a style, which refers to another one
            name = self._lists.get(self._styles.get(self._linked[name], (None, None, None))[1] or "", (name,))[0]
        levels = {**self._abstract.get(name, {}), **own}
        counts = self._counts[name]
        first = levels.get(depth, _Level()).start
        if depth in starts and (list_id, depth) not in self._begun:
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts.get(depth, first - 1) + 1
        self._begun.add((list_id, depth))
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _mark(levels, counts, depth)


def _mark(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, _Level(text=f"%{depth + 1}."))
    if level.format == "bullet":
        return "- "

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        shown = levels.get(place, _Level())
        return _counted(counts.get(place, shown.start), "decimal" if level.plain else shown.format)

    text = re.sub("%([1-9])", number, level.text).strip()
    return f"{text} " if text else ""


def _levels(parent: Any) -> dict[int, _Level]:
    return {
        _whole(_attribute(level, "ilvl")): _Level(
            _whole(_value(level, "start") or "1"),
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText") or "",
            _first(level, "isLgl") is not None,
        )
        for level in _children(parent, "lvl")
    }


def _counted(number: int, form: str) -> str:
    """Write a number in one of the number formats; those that no posting uses are written in digits.

    >>> forms = "decimal upperLetter lowerRoman chineseCounting decimalEnclosedCircle decimalZero ideographTraditional"
    >>> [_counted(3, form) for form in forms.split()]
    ['3', 'C', 'iii', '三', '③', '03', '丙']
    >>> [_counted(n, "chineseCountingThousand") for n in (10, 12, 20, 35, 104)], _counted(4, "none")
    (['十', '十二', '二十', '三十五', '104'], '')
    """
    if form == "none":
        return ""
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26 * 30:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        return roman(number).upper() if form == "upperRoman" else roman(number)
    if form.startswith(("chinese", "taiwanese", "japanese", "ideographDigital", "koreanDigital2")) and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十") + (_HAN[ones] if ones else "")
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    if form == "ideographZodiac" and 0 < number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    return f"{number:02}" if form == "decimalZero" else str(number)


_HEADING_STYLE = re.compile(r"(?:heading|标题|標題) ?([1-6])")


def heading_levels(styles: Any | None) -> dict[str, int]:
    """Return the levels of the styles for headings, by their ids: 1 for the title, 2 for the first level below it."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in _children(styles, "style"):
        name, shown = _attribute(style, "styleId"), (_value(style, "name") or "").strip().lower()
        heading = _HEADING_STYLE.fullmatch(shown)
        level = int(heading[1]) + 1 if heading else outline_level(_value(_first(style, "pPr"), "outlineLvl"))
        own[name] = 1 if shown in ("title", "标题", "標題") else level
        based[name] = _value(style, "basedOn") or ""
    found: dict[str, int] = {}
    for style in own:
        name = style
        for _ in range(_DEPTH):
            if own.get(name) or name not in based:
                break
            name = based[name]
        if own.get(name):
            found[style] = own[name]
    return found


def outline_level(value: str | None) -> int:
    """Return the level of a heading from its outline level, which counts from 0; 0 for other text."""
    return int(value) + 2 if value and re.fullmatch("[0-5]", value) else 0


def _children(parent: Any | None, name: str) -> list[Any]:
    return [] if parent is None else [c for c in parent if isinstance(c.tag, str) and local(c.tag) == name]


def _first(parent: Any | None, name: str) -> Any | None:
    return next(iter(_children(parent, name)), None)


def _attribute(element: Any, name: str) -> str:
    return named(element.attrib).get(name, "")


def _value(parent: Any | None, name: str) -> str | None:
    child = _first(parent, name)
    return None if child is None else named(child.attrib).get("val")


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else 0


def local(tag: str) -> str:
    """Return a name without its namespace: the transitional and the strict form differ in nothing else.

    >>> local("{http://example.org/main}p")
    'p'
    """
    return tag.rpartition("}")[2]


def named(attributes: Any) -> dict[str, str]:
    """Return attributes by their names without namespaces."""
    return {local(name): value for name, value in attributes.items()}
