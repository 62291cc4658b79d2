"""Divides a stretch where no list mark does: at sentences, labelled clauses, changes of language, glued headings.

Brackets and quotation marks protect what stands inside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.segment.bilingual import seam
from generator.segment.chinese import is_chinese_heading
from generator.segment.lexicon import (
    BODY_START,
    HEADING_END,
    HEADING_WORD_AHEAD,
    NOT_A_LABEL,
    STRONG_HEADING_END,
    SUBJECT_VERB,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.segment.blocks import Language

_PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "《": "》", "“": "”", "「": "」", "『": "』", "‘": "’"}
_CLOSERS = {close: opener for opener, close in _PAIRS.items()}
_REACH = 300
"""Code points a bracket may reach: one that was never closed must not swallow the rest of the text."""
_BRACKETS = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_CLOSERS)) + "\n]")


def protect(text: str) -> bytearray:
    """Return one byte a code point: 1 inside a pair of brackets or quotation marks and on its opening sign, else 0."""
    inside = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text):
        sign, place = match[0], match.start()
        if sign == "\n":
            stack.clear()
        elif sign in _PAIRS:
            if len(stack) < 32:
                stack.append((sign, place))
        else:
            opener = _CLOSERS[sign]
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == opener:
                    start = stack[depth][1]
                    del stack[depth:]
                    if place - start <= _REACH:
                        inside[start:place] = b"\x01" * (place - start)
                    break
    return inside


# -- sentences ---------------------------------------------------------------------------------------------------------

_ENDS = re.compile(r"(?P<full>[。！？；]+[”’）)】」]*)|[.!?;]+[\"'”’)\]]*")
_GOES_ON = re.compile(r"\s+[\"“(\[]?[A-Z0-9•]")
"""What follows an ASCII sign that ends a sentence; looked for after it, for a run of such signs must cost no square."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|mr|mrs|ms|dr|no|inc|ltd|co|st|approx|fig|min|max|dept|incl|hrs|tel|ext|cf|esp|jr|sr|prof)|"
    r"\b[A-Z])\.\Z",
    re.IGNORECASE,
)


def sentences(
    text: str, start: int, end: int, protected: bytearray, *, at_semicolons: bool
) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch; together they tile it. A line end divides nothing: lines were joined before."""
    begin = start
    for match in _ENDS.finditer(text, start, end):
        sign = match[0][0]
        if protected[match.start()] or (match["full"] is None and not _GOES_ON.match(text, match.end(), end)):
            continue
        if sign in "；;" and not at_semicolons:
            continue
        if sign == "." and _ABBREVIATION.search(text, max(begin, match.start() - 8), match.start() + 1):
            continue
        stop = match.end()
        while stop < end and text[stop].isspace():
            stop += 1
        if stop > begin and text[begin:stop].strip():
            yield begin, stop
            begin = stop
    if begin < end:
        yield begin, end


# -- labelled clauses --------------------------------------------------------------------------------------------------

_MOST_COLONS = 3
_KINDS = "类种项个条点步层级下含括"
"""What a clause ends with that tells how many labelled ones follow it."""
_LABEL = re.compile(r"[\s”]*(?P<label>[^，。；：！？\n,;]{2,24}?)：")


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a labelled run. `label_end` is the offset after the label's colon, or None where it has no label."""

    start: int
    end: int
    label_end: int | None
    lead: int | None = None
    """Where the label begins, if a lead-in stands before it in the same clause."""


def clauses(text: str, start: int, end: int, protected: bytearray) -> list[Clause]:
    """Divide a stretch at sentence ends and semicolons and say which parts begin with a label.

    `lead-in：label：…` gives a clause whose `lead` is the start of the label.
    """
    parts: list[Clause] = []
    for begin, stop in sentences(text, start, end, protected, at_semicolons=True):
        colons = _colons(text, begin, stop, protected)
        if not colons:
            parts.append(Clause(begin, stop, None))
            continue
        labels = [_is_label(text, begin if i == 0 else colons[i - 1] + 1, colon) for i, colon in enumerate(colons[:3])]
        if len(labels) >= 2 and labels[1]:
            parts.append(Clause(begin, stop, colons[1] + 1, colons[0] + 1))
        elif len(labels) == _MOST_COLONS and labels[2] and text[colons[1] - 1] in _KINDS:
            parts.append(Clause(begin, stop, colons[2] + 1, colons[1] + 1))
        elif labels[0]:
            parts.append(Clause(begin, stop, colons[0] + 1))
        else:
            parts.append(Clause(begin, stop, None))
    return parts


def _colons(text: str, start: int, end: int, protected: bytearray) -> list[int]:
    """Return the first three colons outside brackets."""
    found: list[int] = []
    place = text.find("：", start, end)
    while place >= 0 and len(found) < 3:
        if not protected[place]:
            found.append(place)
        place = text.find("：", place + 1, end)
    return found


def _is_label(text: str, start: int, colon: int) -> bool:
    if colon - start > 32:
        return False
    label = text[start:colon].strip()
    outside = _BRACKETED.sub("", label)
    return 2 <= len(outside) <= 20 and not _STOPS.search(outside) and not NOT_A_LABEL.match(outside)


_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_STOPS = re.compile(r"[，,。、]")


# -- languages ---------------------------------------------------------------------------------------------------------

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_CHAR = re.compile(f"[{_HAN}]")
_STRETCH = re.compile(f"[^{_HAN}]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FUNCTION = re.compile(
    r"\b(?:the|and|or|of|to|for|with|in|on|a|an|by|from|as|at|is|are|that|through|into|across|per|our|your)\b",
    re.IGNORECASE,
)


def script_runs(text: str, start: int, end: int, protected: bytearray) -> list[tuple[Language, int, int]]:
    """Divide a stretch into runs of Chinese and runs of English prose; together they tile it.

    A Latin word, an abbreviation or a list of product names inside Chinese is Chinese. Where a Latin word touches an
    ideograph without a space or a full stop between them, it belongs to that ideograph's sentence.
    """
    if not _HAN_CHAR.search(text, start, end):
        return [("en" if _WORD.search(text, start, end) else "zh", start, end)]
    english = [run for m in _STRETCH.finditer(text, start, end) if (run := _prose(text, m, start, end, protected))]
    if not english and (found := seam(text, start, end)):
        place, english_first = found
        return [("en" if english_first else "zh", start, place), ("zh" if english_first else "en", place, end)]
    runs: list[tuple[Language, int, int]] = []
    position = start
    for begin, stop in english:
        if text[position:begin].strip():
            runs.append(("zh", position, begin))
        else:
            begin = position
        runs.append(("en", begin, stop))
        position = stop
    if position < end:
        if runs and not text[position:end].strip():
            runs[-1] = (runs[-1][0], runs[-1][1], end)
        else:
            runs.append(("zh", position, end))
    return runs or [("zh", start, end)]


def _prose(text: str, match: re.Match[str], start: int, end: int, protected: bytearray) -> tuple[int, int] | None:
    """Return the English prose in a stretch without ideographs, or None where it is a word or a list of names."""
    begin, stop = match.span()
    if stop - begin < _SHORTEST or (protected[begin] and begin > start and protected[stop - 1] and stop < end):
        return None
    if begin > start:
        begin = _after_chinese(text, begin, stop)
        if _after_comma(text, begin):
            return None  # a clause of the Chinese sentence, not its translation
    if stop < end:
        stop = _before_chinese(text, begin, stop, first=not text[start:begin].strip())
    words = _WORD.findall(text[begin:stop])
    lower = sum(word[0].islower() and len(word) > 1 for word in words)
    if lower < 2 or len(words) < 3 or (len(words) < 6 and lower < 3 and not _FUNCTION.search(text, begin, stop)):
        return None
    if text[begin] in "（(" and begin > start:
        return None
    return begin, stop


_SHORTEST = 12
"""Code points below which a stretch of Latin is no sentence."""


def _after_chinese(text: str, begin: int, stop: int) -> int:
    """Move the start of a Latin stretch past what still belongs to the Chinese before it."""
    place = begin
    if text[place] in "(（":
        close = text.find(")" if text[place] == "(" else "）", place, min(stop, place + 40))
        place = close + 1 if close > 0 else place
    elif text[place].isalnum():
        while place < stop and not text[place].isspace():
            place += 1
    while place < stop and (text[place].isspace() or text[place] in "。；：！？，、”）】…;:,.)/|｜／"):
        place += 1
    return place if place < stop else begin


def _after_comma(text: str, place: int) -> bool:
    """Tell whether a small letter stands right behind a comma."""
    before = text[max(0, place - 4) : place].rstrip()
    return text[place].islower() and before[-1:] in (",", "，", "、")


def _before_chinese(text: str, begin: int, stop: int, *, first: bool) -> int:
    """Move the end of a Latin stretch back before what already belongs to the Chinese after it."""
    end = None
    for match in re.finditer(r"[.!?;:)\"”]\s*", text[begin:stop]):
        end = begin + match.end()
    tail = text[end:stop] if end is not None else None
    if tail is not None and (not tail.strip() or len(_WORD.findall(tail)) <= 3):
        return end if end is not None else stop
    if text[stop - 1].isspace():
        return stop
    # No full stop: a word that touches the ideograph goes with it.
    gap = text.rfind(" ", begin, stop)
    if first and gap > begin and text[gap + 1 : stop].isalpha() and text[gap + 1 : stop].islower():
        return stop  # the entry begins in English, and its last word is none that Chinese takes over
    return gap + 1 if gap > begin else stop


# -- headings glued to what follows ------------------------------------------------------------------------------------

_WINDOW = 60
_NEAR = 2000
_LEAST = 4
_FOUR_HAN = re.compile(f"[{_HAN}]{{4}}")


def glued_heading(text: str, start: int, end: int) -> int | None:
    """Return where a heading ends that stands without any sign before the prose of its section, or None.

    Text lifted off a page loses the line end after a heading. What gives the place away: a word that headings end
    with or a closing quotation mark before it; after it a word that sentences begin with, a subject and its verb, a
    label, or the heading's own words again. Two signs at least must agree.
    """
    window = min(end, start + _WINDOW)
    for sign in "，。；！？":
        place = text.find(sign, start, window)
        if place >= 0:
            window = place
    best, best_score = None, 2
    for cut in range(start + 2, min(window, start + 48)):
        score = _heading_score(text, start, cut, end)
        if score > best_score or (score == best_score and best is not None):
            best, best_score = cut, score
    return best


def _heading_score(text: str, start: int, cut: int, end: int) -> int:
    """Count the signs that a heading from `start` ends at `cut`."""
    before = text[start:cut]
    inside = before.rpartition("：")[2]
    if inside != before and len(inside) < _LEAST:
        return 0  # a label and the first words behind it
    if before[-1] not in "”》）" and not HEADING_END.search(before):
        return 0
    score = 0 if HEADING_WORD_AHEAD.match(text, cut, end) else 2
    score += is_chinese_heading(before)
    starter = BODY_START.match(text, cut, end)
    if starter and (starter[0] not in "需应要" or before[-1] in "”》）"):
        score += 1  # a modal verb opens a sentence only where nothing before it can be its subject
    if text[cut : cut + 2] in before and _HAN_CHAR.match(text, cut):
        score += 2
    if SUBJECT_VERB.match(text, cut, min(end, cut + 16)):
        score += 1
    if (before[-1] == "”" or STRONG_HEADING_END.search(before)) and _LABEL.match(text, cut, min(end, cut + 14)):
        score += 1
    opening = text[cut : cut + 4]
    near = text[max(0, start - _NEAR) : start], text[cut + 4 : cut + _NEAR]
    return score + (_FOUR_HAN.match(opening) is not None and any(opening in part for part in near))
