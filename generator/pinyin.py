"""The one door to pypinyin: how Chinese sounds, for sorting, for search and for ids.

pypinyin reads its dictionaries when it is imported, which takes half a second: only who asks for a sound pays for it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.chinese import to_simplified


@lru_cache(maxsize=65536)
def pinyin_key(text: str) -> str:
    """Return what a text sorts by: lower case, hanzi by their pinyin with tone numbers.

    >>> sorted(["复盘", "GMV", "动销率", "裂变"], key=pinyin_key)
    ['动销率', '复盘', 'GMV', '裂变']
    """
    return " ".join(syllables(text.lower()))


def syllables(text: str) -> list[str]:
    """Return the pinyin of each hanzi with its tone number, 5 for the neutral one; other stretches as they are.

    >>> syllables("动销率 7天")
    ['dong4', 'xiao1', 'lv4', ' 7', 'tian1']
    """
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(to_simplified(text), style=Style.TONE3, neutral_tone_with_five=True)


def ascii_words(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens, hanzi by their pinyin: what an id can be made of.

    >>> ascii_words("咖啡店长 2026_v2")
    'ka-fei-dian-zhang-2026-v2'
    """
    from pypinyin import lazy_pinyin

    return "-".join(re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(to_simplified(text).lower()))))
