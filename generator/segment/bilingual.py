"""Two languages side by side: one entry in both, and lines in turn.

A short stretch of Latin letters may be a translation or the name of a product. Everyday English words tell the two
apart, and so does a sign that ends the one language before the other begins.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_HAN_CHAR = re.compile(f"[{_HAN}]")
_USES = re.compile(
    '(?:熟[悉练]|掌握|精通|使用|运用|应用|了解|具备|操作|会用|懂|例?如|包括|通过|取得|持有?|及|和|与|或|用|的|是|为|在|对)[\\s“"]*\\Z'
)
"""What a name in Latin letters follows inside a Chinese clause."""
_SET_OFF = re.compile(r"[。；！？.;!?）)”\n/|｜／]\s*\Z")
_SLASH = re.compile(r"\s*[/|｜／]\s*")
_LEAST, _MOST = 0.7, 6.0
"""Ideographs for one English word that a translation may have."""
_SHARE_SET_OFF, _SHARE = 0.5, 0.65
"""The part of the words that must be everyday ones, where a sign sets the two languages apart, and where none does."""


def seam(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return where one language ends in an entry of two short parts, and whether English comes first.

    >>> seam("无犯罪记录。No criminal record.", 0, 25)
    (6, False)
    >>> seam("熟练使用Adobe Photoshop", 0, 19), seam("会Excel, PPT", 0, 11)
    (None, None)
    """
    while end > start and text[end - 1].isspace():
        end -= 1
    han = [match.start() for match in _HAN_CHAR.finditer(text, start, min(end, start + 600))]
    if len(han) < 2 or end - start > 600:
        return None
    found = _tail(text, start, end, han[-1] + 1)
    if found is None:
        found = _head(text, start, end, han[0])
    return found


def _tail(text: str, start: int, end: int, place: int) -> tuple[int, bool] | None:
    while place < end and not (text[place].isascii() and (text[place].isalnum() or text[place] in '("')):
        place += 1
    if place >= end or not text[place].isalpha():
        return None
    return (place, False) if _is_english(text[place:end], text[start:place]) else None


def _head(text: str, start: int, end: int, han: int) -> tuple[int, bool] | None:
    place = han
    while place > start and not text[place - 1].isspace() and text[place - 1] in '0123456789“《（【"':
        place -= 1
    english = text[start:place].strip()
    if not english[:1].isalpha():
        return None
    return (place, True) if _is_english(text[start:place], text[place:end], first=True) else None


def _is_english(english: str, chinese: str, *, first: bool = False) -> bool:
    """Tell whether a stretch of Latin letters says what the Chinese beside it says."""
    words = _LATIN.findall(english)
    if len(words) < 2 or english.lstrip()[:1] in ",，":
        return False
    ideographs = len(_HAN_CHAR.findall(chinese))
    if not _LEAST <= ideographs / len(words) <= _MOST or re.search(r"[,，、]\s*\Z", english if first else chinese):
        return False
    shared = set(_LATIN.findall(chinese))
    everyday = sum(word in shared or _everyday(word) for word in words) / len(words)
    if _SET_OFF.search(english if first else chinese):
        return everyday > _SHARE_SET_OFF
    return everyday >= _SHARE and (first or not _USES.search(chinese))


def _everyday(word: str) -> bool:
    plain, known = word.casefold(), _words()
    return plain in known or (len(plain) > 3 and (plain.rstrip("s") in known or ("-" in plain and word.islower())))


@cache
def _words() -> frozenset[str]:
    lines = (files("generator.segment") / "everyday.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def slash_before(text: str, start: int, place: int) -> int:
    """Return where a slash or bar begins that parts two languages before `place`; `place` where there is none."""
    begin = place
    while begin > start and text[begin - 1].isspace():
        begin -= 1
    if begin > start and text[begin - 1] in "/|｜／":
        begin -= 1
        while begin > start and text[begin - 1].isspace():
            begin -= 1
        return begin
    return place


def language_of(text: str) -> str | None:
    """Return the one language of a stretch, `zh` or `en`; None where both or neither are there.

    >>> language_of("每天清点货架"), language_of("Count the shelves"), language_of("用SOP培训new staff every day")
    ('zh', 'en', None)
    """
    han, words = len(_HAN_CHAR.findall(text)), len(_LATIN.findall(text))
    if han == 0:
        return "en" if words > 1 else None
    return "zh" if han >= 3 * words else None


def alternate(texts: Iterable[str]) -> bool:
    """Tell whether lines change their language again and again, as where each is followed by its translation."""
    languages = [language for text in texts if (language := language_of(text[:400]))]
    english = [index for index, language in enumerate(languages) if language == "en"]
    if not english:
        return False
    languages = languages[max(0, english[0] - 1) : english[-1] + 2]
    changes = sum(one != other for one, other in pairwise(languages))
    return changes >= _CHANGES and changes >= _OFTEN * (len(languages) - 1)


_CHANGES, _OFTEN = 3, 0.6


def may_translate(one: str, other: str) -> bool:
    """Tell whether two stretches in different languages are as long as a sentence and its translation."""
    han = len(_HAN_CHAR.findall(one)) + len(_HAN_CHAR.findall(other))
    words = max(len(_LATIN.findall(one)), len(_LATIN.findall(other)))
    return words > 0 and _LEAST <= han / words <= _MOST


def is_bare_title(text: str) -> bool:
    """Tell whether words are a title and no sentence: few of them, and no sign at their end or among them.

    >>> is_bare_title("Run the shift"), is_bare_title("住房补贴 Housing"), is_bare_title("Lead the team.")
    (True, True, False)
    """
    words = text.strip()
    if _SIGN.search(words) or not _LATIN.search(words):
        return False
    return len(_HAN_CHAR.findall(words)) + 2 * len(_LATIN.findall(words)) <= _TITLE


_SIGN = re.compile(r"[，。；！？,;!?…]|[.]\Z")
_TITLE = 8
"""Ideographs that a bare title has at most, a Latin word counted as two."""
