"""What the search of a locale needs, as one script file that also loads from a `file://` page.

The page side (`overrides/assets/javascripts/search/`) tokenises and ranks; this side ships what a browser cannot
know: the records, which Traditional character folds to which Simplified one, and how the names and the common
hanzi sound.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.chinese import to_simplified
from generator.pinyin import syllables
from generator.radicals import SUPPLEMENT
from generator.render.markup import script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS = ("id", "kind", "title", "section", "part", "text", "aliases")
"""The order of the values in a row of the shipped records: the fields of `SearchRecord`."""

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_FIRST_HAN, _AFTER_HAN = 0x3400, 0xA000
_LEVEL_ONE_CODES = ((high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
_LEVEL_ONE = [bytes(code).decode("gb2312") for code in _LEVEL_ONE_CODES if code < (0xD7, 0xFA)]
"""The common hanzi: the first level of GB 2312, 3755 characters."""
_COMMON = frozenset(_LEVEL_ONE)
_RADICALS = {chr(radical): chr(char) for radical, char in SUPPLEMENT.items() if chr(char) in _COMMON}
"""Radicals that documents carry for the common hanzi they look like, and that NFKC leaves alone."""
_RADICAL_TABLE = {ord(radical): char for radical, char in _RADICALS.items()}


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One findable thing: a page (`section` is empty), a section of it or an item (`section` is its heading)."""

    id: str
    """The same in every locale, and its address there: `roles/librarian#duty-lending`."""
    kind: str
    """Of the page: the results are grouped by it."""
    title: str
    section: str
    part: str
    """What the item is to its page, in a word: a requirement, an input. Shown with the result, not searched."""
    text: str
    """Plain text, no markup."""
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What a reader may call it: the texts whose sound is shipped."""
        return tuple(name for name in (self.title, self.section, *self.aliases) if name)


def search_script(locale: str, records: Sequence[SearchRecord], fold_from: Iterable[str]) -> str:
    """Write the search data of `locale` as a script that registers itself on `window`.

    The fold map knows every Traditional character that stands in a text of `fold_from`, and every one that folds to a
    character standing there: a reader of Simplified text who types Traditional finds it, variants included. No text
    can end the script element or break a line of it.

    >>> record = SearchRecord("metrics/gmv", "metric", "GMV", "", "", "Sales </script> value", ())
    >>> script = search_script("en", [record], ())
    >>> script.startswith('(window.handbookSearchData = window.handbookSearchData || {})["en"] = {"columns":')
    True
    >>> "</script>" in script
    False
    """
    data = {
        "columns": COLUMNS,
        "records": [[getattr(record, column) for column in COLUMNS] for record in records],
        "fold": fold_map(fold_from),
        "pinyin": (pinyin := name_sounds(records)),
        "sounds": common_sounds(frozenset(_toneless(" ".join(pinyin.values())).split())),
    }
    registry = "(window.handbookSearchData = window.handbookSearchData || {})"
    return f"{registry}[{script_json(locale)}] = {script_json(data)};\n"


def fold_map(texts: Iterable[str]) -> str:
    """List what folds to what for the characters of `texts`, as pairs in one string.

    Radicals are folded always, for they come by pasting from elsewhere.

    >>> pairs = fold_map(["運营"])
    >>> "運运" in pairs, "營营" in pairs, "電电" in pairs
    (True, True, False)
    """
    present = {char for text in texts for char in set(text) if _FIRST_HAN <= ord(char) < _AFTER_HAN}
    wanted = present | {to_simplified(char) for char in present}
    pairs = [pair for pair in _all_folds() if pair[0] in wanted or pair[1] in wanted]
    return "".join(char + simple for char, simple in [*pairs, *_RADICALS.items()])


def name_sounds(records: Iterable[SearchRecord]) -> dict[str, str]:
    """Spell the names of `records` in pinyin, one syllable with its tone for each hanzi, names without hanzi left out.

    Phrases decide between readings, so this is done here and not in the page.

    >>> record = SearchRecord("r", "metric", "动销率 (STR)", "", "", "", ("銀行",))
    >>> name_sounds([record])
    {'动销率 (STR)': 'dong4 xiao1 lv4', '銀行': 'yin2 hang2'}
    """
    names = dict.fromkeys(name for record in records for name in record.names)
    return {name: " ".join(sounds) for name in names if (sounds := _syllables(name))}


def common_sounds(syllables: frozenset[str]) -> dict[str, str]:
    """List the common hanzi that sound as one of `syllables` (toneless), by syllable and tone.

    A page needs the sound of what is typed, known to it or not.

    >>> common_sounds(frozenset({"zhei"}))
    {}
    >>> "麦" in common_sounds(frozenset({"mai"}))["mai4"]
    True
    """
    return {sound: chars for sound, chars in _level_one_sounds().items() if _toneless(sound) in syllables}


@cache
def _all_folds() -> tuple[tuple[str, str], ...]:
    """All pairs of a Traditional character and its Simplified one, in the order of Unicode."""
    every = "".join(map(chr, range(_FIRST_HAN, _AFTER_HAN)))
    return tuple(pair for pair in zip(every, to_simplified(every), strict=True) if pair[0] != pair[1])


@cache
def _level_one_sounds() -> dict[str, str]:
    sounds: dict[str, str] = {}
    for char, sound in sorted(((char, *_syllables(char)) for char in _LEVEL_ONE), key=lambda pair: (pair[1], pair[0])):
        sounds[sound] = sounds.get(sound, "") + char
    return sounds


def _syllables(text: str) -> list[str]:
    """One syllable for each hanzi of `text`, `?` where the sound of a rare one is not known."""
    folded = to_simplified(unicodedata.normalize("NFKC", text).translate(_RADICAL_TABLE))
    return [
        syllable
        for run in _HAN_RUN.findall(folded)
        for spelled in syllables(run)
        for syllable in ([spelled] if spelled.isascii() else ["?"] * len(spelled))
    ]


def _toneless(sounds: str) -> str:
    return re.sub("[1-5]", "", sounds)
