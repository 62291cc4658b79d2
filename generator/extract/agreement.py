"""How far a Chinese and an English text agree: a score from 0 to 1, and the reason for it in a few words.

Four kinds of evidence, each from 0 to 1: the figures of both, the Latin words of the Chinese that the English has too,
everyday words that the English translates, and the lengths. How the two were found weighs in as well: in one entry, or
at the same place of two lists.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from generator.chinese import to_simplified
from generator.figures import figures, parity

Layout = Literal["entry", "blocks", "halves"]

DOUBTFUL = 0.5
"""Below this score a person should look at the pair."""

_LAYOUTS: dict[Layout, tuple[float, str]] = {
    "entry": (0.8, "same entry"),
    "blocks": (0.7, "blocks of equal count, in order"),
    "halves": (0.65, "sections of equal count, in order"),
}
# Of 59 true pairs (the sources and the labelled texts), an English word stands for 1.62 Chinese characters; the
# logarithm of that spreads by 0.29. Half again as much is granted, for sentences shorter than those.
_USUAL = math.log(1.62)
_SPREAD = 0.45
# The mean of the evidence is 0.8 for true pairs and 0.3 for pairs shifted by one. The curve sets the two apart.
_MIDDLE = 0.52
_STEEP = 9

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#]*")
_ENGLISH = re.compile(r"[A-Za-z0-9][A-Za-z0-9'+#-]*")
_LONGEST = 20_000
"""Code points of a text that are looked at."""
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Agreement:
    """A score from 0 to 1, two places, and what it rests on."""

    score: float
    reason: str


def agreement(zh: str, en: str, layout: Layout = "entry") -> Agreement:
    """Say how far two texts, found together in a `layout`, say the same.

    >>> agreement("3年以上SQL数据分析经验", "At least 3 years of data analysis in SQL")
    Agreement(score=0.93, reason='same entry; figures agree: 3年以上; shared: SQL; 2 of 3 everyday words')
    >>> agreement("3年以上门店经验", "Fluent in English, five years", "blocks").reason
    'blocks of equal count, in order; figures differ: 3年以上, five years; 0 of 2 everyday words'
    """
    zh, en = zh[:_LONGEST], en[:_LONGEST]
    prior, found_in = _LAYOUTS[layout]
    evidence = [_Evidence(prior, 1, found_in), _figures(zh, en), _latin(zh, en), _words(zh, en), _length(zh, en)]
    mean = sum(e.share * e.weight for e in evidence) / sum(e.weight for e in evidence)
    score = 1 / (1 + math.exp(-_STEEP * (mean - _MIDDLE)))
    return Agreement(round(score, 2), "; ".join(e.said for e in evidence if e.said))


def tells(zh: str, en: str) -> bool:
    """Tell whether two texts share a figure, a Latin word or an everyday word: more than a place and a length.

    >>> tells("每周盘点2次", "Take stock twice a week"), tells("打扫仓库", "Answer the phone")
    (True, False)
    """
    zh, en = zh[:_LONGEST], en[:_LONGEST]
    return any(e.share > 0 and e.weight > 0 for e in (_figures(zh, en), _latin(zh, en), _words(zh, en)))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How far two texts agree in one respect, how much that weighs, and what to say of it."""

    share: float = 0.0
    weight: float = 0.0
    said: str = ""


def _figures(zh: str, en: str) -> _Evidence:
    ours, theirs = figures(zh), figures(en)
    if not ours and not theirs:
        return _Evidence()
    lacks = parity(zh, en)
    share = 1 - len(lacks) / (len(ours) + len(theirs))
    named = [lack.figure.raw for lack in lacks] or [figure.raw for figure in ours]
    said = f"figures {'differ' if lacks else 'agree'}: {_some(named)}"
    contrary = bool(ours and theirs and not share)
    return _Evidence(share, min(max(len(ours), len(theirs)), 2) + contrary, said)


def _latin(zh: str, en: str) -> _Evidence:
    """Look in the English for the Latin words of the Chinese."""
    words = list(dict.fromkeys(_LATIN.findall(zh)))
    there = {word.casefold() for word in _LATIN.findall(en)}
    shared = [word for word in words if word.casefold() in there]
    if not words:
        return _Evidence()
    said = f"shared: {_some(shared)}" if shared else f"not shared: {_some(words)}"
    return _Evidence(len(shared) / len(words), min(len(words), 2), said)


def _words(zh: str, en: str) -> _Evidence:
    """Count the everyday words of the Chinese that the English translates."""
    folded = to_simplified(zh)
    known = [starts for word, starts in _same().items() if word in folded]
    if not known:
        return _Evidence()
    english = f" {' '.join(_ENGLISH.findall(en.casefold()))}".replace("-", " ")
    met = sum(any(f" {start}" in english for start in starts) for starts in known)
    return _Evidence(met / len(known), 0.75 * min(len(known), 4), f"{met} of {len(known)} everyday words")


def _length(zh: str, en: str) -> _Evidence:
    characters, words = len(_HAN.findall(zh)) + len(_LATIN.findall(zh)), len(_ENGLISH.findall(en))
    if not characters or not words:
        return _Evidence(0, 1, "one language is missing")
    off = (math.log(characters / words) - _USUAL) / _SPREAD
    said = "" if abs(off) < 2 else f"the {'English' if off > 0 else 'Chinese'} unusually short"
    return _Evidence(math.exp(-off * off / 2), 1, said)


def _some(words: list[str]) -> str:
    return ", ".join(words[:_NAMED]) + (" …" if len(words) > _NAMED else "")


@cache
def _same() -> dict[str, tuple[str, ...]]:
    lines = files(__package__).joinpath("same_words.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: tuple(starts) for word, *starts in rows}
