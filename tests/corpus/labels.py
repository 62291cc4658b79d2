"""The labelled texts: what an editor would have typed, read from YAML beside each text.

`texts/<name>.txt` is a text of our own words, `texts/<name>.yaml` its labels, written before any code read the text
(two slips of the hand were mended after: marks left out of `zh-crane`, the title of `profile-warehouse-case`; and two
snippets of chrome were cut shorter, which shared a word with an item). `group` says how a text was used: `tuned` ones
were read while mending, `held-out` ones scored first and read after. `sources.yaml` labels the third-party texts by
spans alone; their words stand beside the project, never in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.clean import clean
from generator.extract.items import tidy
from generator.read.decode import read_raw

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "texts"
SOURCES = HERE.parents[2] / "shared" / "sources"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One item: its type, its words in one language or two, and the number of its posting."""

    type: str
    zh: str | None
    en: str | None
    posting: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what an editor would have made of it. `titles` holds title and organisation of each posting."""

    name: str
    group: str
    family: str
    path: Path
    titles: tuple[tuple[str | None, str | None], ...]
    places: tuple[str | None, ...]
    items: tuple[Wanted, ...]
    chrome: tuple[str, ...]
    figures: tuple[str, ...]


def load(name: str | None = None) -> Iterator[Labelled]:
    """Yield the labelled texts by name, then the sources where they are present."""
    for file in sorted(TEXTS.glob("*.yaml")):
        if name in (None, file.stem):
            yield _own(file)
    spans = yaml.safe_load((HERE / "sources.yaml").read_text("utf-8")) if SOURCES.is_dir() else {}
    for source, labels in spans.items():
        if name in (None, source):
            yield _source(source, labels)


def _own(file: Path) -> Labelled:
    labels = yaml.safe_load(file.read_text("utf-8"))
    postings = labels["postings"]
    return Labelled(
        file.stem,
        labels["group"],
        labels["family"],
        file.with_suffix(".txt"),
        tuple((p["title"], p["organisation"]) for p in postings),
        tuple(p.get("place") for p in postings),
        tuple(Wanted(i["type"], i.get("zh"), i.get("en"), i["posting"]) for i in labels["items"]),
        tuple(labels["chrome"]),
        tuple(labels["figures"]),
    )


def _source(name: str, labels: dict[str, Any]) -> Labelled:
    path = SOURCES / f"{name}.txt"
    reading = read_raw(path)
    assert reading.raw is not None
    raw = reading.raw.text

    def words(span: list[int] | None) -> str | None:
        return tidy(clean(raw[span[0] : span[1]]).text) if span else None

    return Labelled(
        name,
        "sources",
        labels["family"],
        path,
        tuple((words(p.get("title")), words(p.get("organisation"))) for p in labels["postings"]),
        tuple(None for _ in labels["postings"]),
        tuple(Wanted(i["type"], words(i.get("zh")), words(i.get("en")), i["posting"]) for i in labels["items"]),
        tuple(raw[start:end] for start, end in labels["chrome"]),
        tuple(raw[start:end] for start, end in labels["figures"]),
    )
