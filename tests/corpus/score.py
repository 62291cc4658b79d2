"""Scores what `ingest` makes of the labelled texts: `python -m tests.corpus.score [--text NAME] [--worst N]`.

An item is found when its words agree to nine tenths with a labelled one, zh with zh and en with en, white space aside;
each is matched once, the most alike first. Types count over found items; a pair counts when both of its languages are
found in one item, and an item that joins what no label joins counts against it; a posting's border is its first item.
Chrome leaks when a snippet that had to be dropped stands in an item or beside it; a figure is lost when no item has it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from generator.extract import ingest
from generator.read.decode import read_raw
from tests.corpus.labels import HERE, Labelled, Wanted, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALIKE = 0.9
_HAN = re.compile("[\u3400-\u9fff]")
_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
_WINDOW = 8
_WORD = 3
"""No run of eight characters (in English, of 24) of a dropped snippet may stand in an item, nor the whole of a shorter
one; a snippet of up to three characters may be a word of an item and must only not be one."""


@dataclass(slots=True)
class Score:
    """Counts of one text or of a group; the rates follow from them."""

    wanted: int = 0
    made: int = 0
    found: int = 0
    typed: int = 0
    pairs: int = 0
    paired: int = 0
    borders: int = 0
    borders_made: int = 0
    borders_found: int = 0
    titles: int = 0
    titled: int = 0
    leaked: int = 0
    lost: int = 0
    worst: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another text."""
        for name in ("wanted", "made", "found", "typed", "pairs", "paired", "borders", "borders_made", "borders_found"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("titles", "titled", "leaked", "lost"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.worst += other.worst

    def rates(self) -> dict[str, float]:
        """Return the rates by name, rounded to three places; a rate over nothing is 1."""
        rates = {
            "precision": _part(self.found, self.made),
            "recall": _part(self.found, self.wanted),
            "f1": _part(2 * self.found, self.made + self.wanted),
            "types": _part(self.typed, self.found),
            "pairs": _part(self.paired, self.pairs),
            "borders": _part(2 * self.borders_found, self.borders + self.borders_made),
            "titles": _part(self.titled, self.titles),
        }
        return {name: round(rate, 3) for name, rate in rates.items()} | {"leaked": self.leaked, "lost": self.lost}


def _part(count: int, of: int) -> float:
    return count / of if of else 1.0


def plain(text: str | None) -> str:
    """Return the words without white space."""
    return "".join(text.split()) if text else ""


def alike(one: Wanted, other: Wanted) -> float:
    """Return how far two items agree in the languages that both have; 0 where they share none."""
    ratios = [_ratio(plain(a), plain(b)) for a, b in ((one.zh, other.zh), (one.en, other.en)) if a and b]
    return min(ratios, default=0.0)


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE / 2 or matcher.quick_ratio() < ALIKE / 2:
        return 0.0
    return matcher.ratio()


def score(labelled: Labelled, record: dict[str, Any]) -> Score:
    """Score what `record`, in the shape that `handbook ingest --json` prints, makes of a labelled text."""
    made, leads = [], []
    for number, posting in enumerate(record["postings"], 1):
        for item in posting["items"]:
            made.append(Wanted(item["type"], item["zh"], item["en"], number))
            leads.append(item.get("lead"))
    wanted = labelled.items
    likely = ((-alike(w, m), i, j) for i, w in enumerate(wanted) for j, m in enumerate(made))
    match: dict[int, int] = {}
    for _, i, j in sorted(row for row in likely if row[0] <= -ALIKE):
        if i not in match and j not in match.values():
            match[i] = j
    total = Score(wanted=len(wanted), made=len(made), found=len(match))
    _types_and_pairs(total, wanted, made, match)
    _borders(total, wanted, made, match)
    _titles(total, labelled, record)
    words = [plain(text) for m, lead in zip(made, leads, strict=True) for text in (m.zh, m.en, lead) if text]
    lost = [figure for figure in labelled.figures if not any(plain(figure) in text for text in words)]
    total.lost = len(lost)
    total.worst += [f"lost figure {figure}" for figure in lost]
    leaks = [snippet for snippet in labelled.chrome if _leaks(plain(_GLOSS.sub("", snippet)), words)]
    total.leaked = len(leaks)
    total.worst += [f"leaked chrome {snippet}" for snippet in leaks]
    total.worst += [f"missing {_show(w)}" for i, w in enumerate(wanted) if i not in match]
    total.worst += [f"extra   {_show(m)}" for j, m in enumerate(made) if j not in match.values()]
    return total


def _types_and_pairs(total: Score, wanted: tuple[Wanted, ...], made: list[Wanted], match: dict[int, int]) -> None:
    for i, j in match.items():
        total.typed += wanted[i].type == made[j].type
        if wanted[i].type != made[j].type:
            total.worst.append(f"type    {made[j].type}, not {_show(wanted[i])}")
    for i, w in enumerate(wanted):
        if w.zh and w.en:
            m = made[match[i]] if i in match else None
            total.paired += bool(m and m.zh and m.en)
    joined = sum(bool(m.zh and m.en) for m in made)
    true = sum(bool(w.zh and w.en) for w in wanted)
    total.pairs = true + max(0, joined - total.paired)


def _borders(total: Score, wanted: tuple[Wanted, ...], made: list[Wanted], match: dict[int, int]) -> None:
    due = {i for i in range(1, len(wanted)) if wanted[i].posting != wanted[i - 1].posting}
    back = {j: i for i, j in match.items()}
    found = [j for j in range(1, len(made)) if made[j].posting != made[j - 1].posting]
    total.borders, total.borders_made = len(due), len(found)
    total.borders_found = sum(back.get(j) in due for j in found)
    total.worst += [f"border  at {_show(made[j])}" for j in found if back.get(j) not in due]


def _titles(total: Score, labelled: Labelled, record: dict[str, Any]) -> None:
    made = [(p["title"], p["organisation"]) for p in record["postings"]]
    for index, due in enumerate(labelled.titles):
        for one, other in zip(due, made[index] if index < len(made) else (None, None), strict=True):
            total.titles += 1
            right = plain(one) == plain(other)
            total.titled += right
            if not right:
                total.worst.append(f"title   {other}, not {one}")


def _leaks(snippet: str, words: Iterable[str]) -> bool:
    if len(snippet) < _WINDOW:
        return any(snippet == text or (len(snippet) > _WORD and snippet in text) for text in words)
    size = _WINDOW if _HAN.search(snippet) else min(len(snippet), 3 * _WINDOW)  # a letter says less than an ideograph
    windows = {snippet[i : i + size] for i in range(len(snippet) - size + 1)}
    return any(window in text for text in words for window in windows)


def _show(item: Wanted) -> str:
    return f"{item.type} {item.zh or ''} {item.en or ''}".strip()


# -- what is scored ----------------------------------------------------------------------------------------------------


def by_ingest(labelled: Labelled) -> dict[str, Any]:
    """Read a labelled text as `handbook ingest --json` does, with the names that the handbook knows."""
    raw = read_raw(labelled.path).raw
    assert raw is not None
    return ingest(raw, labelled.name, organisations=_known()).as_json()


@cache
def _known() -> tuple[str, ...]:
    handbook = yaml.safe_load((HERE.parents[1] / "content" / "handbook.yaml").read_text("utf-8"))
    return tuple(name for o in handbook["organisations"] for name in o["name"].values())


_MARK = re.compile(r"\s*(?:\d{1,2}[.、)）/]|[（(]\d{1,2}[)）]|[①-⑳]|[-•*·])\s*")


def by_lines(labelled: Labelled) -> dict[str, Any]:
    """Take every line for an item, its list mark off: the baseline that any reading must beat."""
    items = []
    for line in labelled.path.read_text("utf-8").splitlines():
        text = _MARK.sub("", line, count=1).strip()
        if text:
            zh = _HAN.search(text) is not None
            items.append({"type": "responsibility", "zh": text if zh else None, "en": None if zh else text})
    return {"postings": [{"title": None, "organisation": None, "items": items}]}


def scores(
    read: Callable[[Labelled], dict[str, Any]], name: str | None = None
) -> tuple[dict[str, Score], dict[str, Score]]:
    """Return the scores by text and by group."""
    texts: dict[str, Score] = {}
    groups: dict[str, Score] = {}
    for labelled in load(name):
        texts[labelled.name] = score(labelled, read(labelled))
        groups.setdefault(labelled.group, Score()).add(texts[labelled.name])
    return texts, groups


def table(rows: dict[str, Score]) -> str:
    """Return scores as lines of a table."""
    names = list(Score().rates())
    width = max(map(len, rows), default=0)
    lines = [" " * width + "".join(f"{name:>10}" for name in names)]
    for row, counts in rows.items():
        cells = (f"{rate:>10.3f}" if isinstance(rate, float) else f"{rate:>10}" for rate in counts.rates().values())
        lines.append(f"{row:<{width}}" + "".join(cells))
    return "\n".join(lines)


def main() -> None:
    """Print the table of texts and groups, the baseline, and the worst mismatches."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.score", description="Score the labelled texts.")
    parser.add_argument("--text", metavar="NAME", help="one text only")
    parser.add_argument("--group", help="mismatches of this group only")
    parser.add_argument("--worst", type=int, default=60, help="how many mismatches to print")
    chosen = parser.parse_args()
    texts, groups = scores(by_ingest, chosen.text)
    _, baseline = scores(by_lines, chosen.text)
    kinds = Counter(labelled.group for labelled in load(chosen.text))
    rows = texts | {f"{name} ({kinds[name]})": one for name, one in groups.items()}
    rows |= {f"{name}, by lines": one for name, one in baseline.items()}
    print(table(rows))  # noqa: T201
    group_of = {labelled.name: labelled.group for labelled in load(chosen.text)}
    misses = [f"{n}: {w}" for n, s in texts.items() if chosen.group in (None, group_of[n]) for w in s.worst]
    print("\n".join(misses[: chosen.worst]))  # noqa: T201
    if len(misses) > chosen.worst:
        print(f"… and {len(misses) - chosen.worst} more", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
