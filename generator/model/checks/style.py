"""Style: punctuation, spaces and titles as each language has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.passages import Passages
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.load import Content
    from generator.model.passages import Passage

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_WIDE = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_NARROW = dict(zip("，、；：？！（）。《》「」【】", ",,;:?!().‘’‘’[]", strict=True))


def punctuation(content: Content) -> Iterator[Problem]:
    """Find punctuation of the other language, and straight quotation marks and apostrophes."""
    for passage in Passages(content):
        found = _in_english(passage.words) if passage.language == "en" else _in_chinese(passage.words)
        for offset, right in found:
            message = f"`{passage.words[offset]}` stands where {right} belongs."
            yield Problem(passage.locate(offset), "punctuation", message, f"Write {right}.")


_ASCII_BESIDE_HAN = re.compile(rf"(?<=[{_HAN}])[,;:?!()]|[,;:?!()](?=[{_HAN}])|(?<=[{_HAN}])\.(?![A-Za-z0-9.])")


def _in_chinese(words: str) -> Iterator[tuple[int, str]]:
    for match in _ASCII_BESIDE_HAN.finditer(words):
        yield match.start(), _WIDE[match[0]]
    for match in re.finditer("[\"']", words):
        yield match.start(), "’" if _is_apostrophe(words, match.start()) else "“ ”" if match[0] == '"' else "‘ ’"


_FULL_WIDTH = re.compile(f"[{''.join(_NARROW)}]+")
_STARTS_HAN = re.compile(f"[{_HAN}]")
_STARTS_LATIN = re.compile(" ?[A-Za-z0-9]")
_RANGE = re.compile(r"(?<![\w.,–-])[0-9]+(?:[.,][0-9]+)*%?(?P<hyphen>-)[0-9]+(?:[.,][0-9]+)*(?![\w-])")


def _in_english(words: str) -> Iterator[tuple[int, str]]:
    for signs in _FULL_WIDTH.finditer(words):
        if not _is_quoted(words, signs.start()):
            yield from ((signs.start() + at, _NARROW[sign]) for at, sign in enumerate(signs[0]))
    for match in re.finditer("[\"']", words):
        yield match.start(), "’" if _is_apostrophe(words, match.start()) else "‘ ’"
    for match in _RANGE.finditer(words):
        yield match.start("hyphen"), "–"
    for match in re.finditer(r"(?<!‘)“(?=[A-Za-z0-9])", words):
        if words.count("‘", 0, match.start()) <= words.count("’", 0, match.start()):
            yield match.start(), "‘ ’"


def _is_quoted(words: str, offset: int) -> bool:
    """Tell whether a full-width sign of an English text, the first of a row, belongs to Chinese quoted there."""
    sign, before, behind = words[offset], words[offset - 1 : offset], words[offset + 1 : offset + 3]
    if sign in "《「【":
        return bool(_STARTS_HAN.match(behind))
    if _STARTS_HAN.match(before):
        return sign in "》」】" or not _STARTS_LATIN.match(behind)
    return (before.isdigit() or before == "%") and bool(_STARTS_HAN.match(behind))


def _is_apostrophe(words: str, offset: int) -> bool:
    return words[offset] == "'" and words[offset - 1 : offset].isalpha()


_LATIN = r"A-Za-z0-9À-ɏ%°℃"
_MISSING = re.compile(rf"(?<=[{_HAN}])(?=[A-Za-z0-9À-ɏ¥$€£])|(?<=[{_LATIN}])(?=[{_HAN}])|(?<=[A-Za-z]\+)(?=[{_HAN}])")
_FULL = "，。；：？！、（）《》「」『』【】“”"
_BESIDE_FULL = re.compile(rf"(?<=[{_FULL}]) | (?=[{_FULL}])")
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")


def spacing(content: Content) -> Iterator[Problem]:
    """Find spaces that are missing or too many."""
    for passage in Passages(content):
        for offset, message, mend in _spaces(passage):
            yield Problem(passage.locate(offset), "spacing", message, mend)


def _spaces(passage: Passage) -> Iterator[tuple[int, str, str]]:
    words = passage.words
    for match in re.finditer(" {2,}", words):
        yield match.start(), "More than one space stands here.", "Keep one."
    if passage.language == "en":
        return
    for match in _MISSING.finditer(words):
        here = words[match.start() - 1 : match.start() + 1]
        yield match.start(), f"A space is missing in `{here}`.", f"Write `{here[0]} {here[1]}`."
    for match in _BESIDE_FULL.finditer(words):
        yield match.start(), "A space stands beside full-width punctuation.", "Take it out."
    for match in _BETWEEN_HAN.finditer(words):
        here = words[match.start() - 1 : match.end() + 1]
        yield match.start(), f"A space stands between hanzi: `{here}`.", "Take it out; join lines that break there."


_WIDEST_ZH, _LONGEST_EN = 16, 60


def titles(content: Content) -> Iterator[Problem]:
    """Find titles that are too long or end with a full stop."""
    for passage in Passages(content):
        if passage.is_title:
            for message, mend in _of_title(passage):
                yield Problem(passage.locate(0), "title-form", message, mend)


def _of_title(passage: Passage) -> Iterator[tuple[str, str]]:
    words = passage.words
    if passage.language == "en":
        if len(words) > _LONGEST_EN:
            yield f"The title has {len(words)} characters.", f"Make do with {_LONGEST_EN}."
    elif (halves := sum(1 if ord(c) < 0x2000 else 2 for c in words)) > 2 * _WIDEST_ZH:
        yield f"The title is {(halves + 1) // 2} hanzi wide.", f"Make do with {_WIDEST_ZH}."
    if words.endswith(("。", ".")):
        yield "The title ends with a full stop.", "Take it out: a title is no sentence."
