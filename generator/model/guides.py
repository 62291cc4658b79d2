"""The prose of a handbook: `content/pages/<id>.zh.md` and `<id>.en.md`, two files a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator.model import records as r
from generator.model.faults import fault
from generator.places import Location
from generator.problems import Problem
from generator.read.prose import Prose, parse_prose, words
from generator.read.text import read_text
from generator.read.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.read.prose import Block

_NAME = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<language>zh|en)\.md")
_WORD = re.compile(r"[a-z0-9]+")


class Front(r.Record):
    """The front matter of a file, all of it optional: a title instead of the `#` heading, and the place among pages."""

    title: r.Line | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of prose in both languages, or in Chinese only."""

    id: str
    title: r.Text
    order: int | None
    zh: Prose
    en: Prose | None

    @property
    def summary(self) -> r.Text:
        """The first paragraph of each language, marks taken off; the title where there is none."""
        zh = _first_paragraph(self.zh) or self.title.zh
        return r.Text(zh=zh, en=(_first_paragraph(self.en) or None) if self.en else None)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the headings below the title, in order: the same in all languages, from the English words."""
        count = len(_below_title(self.zh))
        english = [words(block.rows[0][0]) for block in _below_title(self.en)] if self.en else []
        ids: list[str] = []
        for index in range(count):
            said = "-".join(_WORD.findall(english[index].lower())) if index < len(english) else ""
            name = said or f"section-{index + 1}"
            taken, number = {self.id, *ids}, index + 1
            unlike = name
            while unlike in taken:
                unlike, number = f"{name}-{number}", number + 1
            ids.append(unlike)
        return tuple(ids)


def load_guides(folder: Path, shown: str) -> tuple[dict[str, Guide], set[str], list[Problem]]:
    """Read the pages of a folder, in their order; with them the ids of those that could not be read, and why."""
    problems: list[Problem] = []
    read: dict[str, dict[str, tuple[Prose, Front]]] = {}
    broken: set[str] = set()
    for file in sorted(folder.glob("*.md")):
        name = _NAME.fullmatch(file.name)
        if not name:
            mend = "Name it by id and language: working-here.zh.md and working-here.en.md."
            message = f"`{file.name}` is not a page."
            problems.append(Problem(Location(f"{shown}/{file.name}"), "file-name", message, mend))
            continue
        found = _read(file, f"{shown}/{file.name}", problems)
        if found is None:
            broken.add(name["id"])
        else:
            read.setdefault(name["id"], {})[name["language"]] = found
    guides = {i: guide for i, files in read.items() if i not in broken and (guide := _guide(i, files, shown, problems))}
    broken |= read.keys() - guides.keys()
    order = sorted(guides.values(), key=lambda guide: (guide.order is None, guide.order, guide.id))
    return {guide.id: guide for guide in order}, broken, problems


def _read(file: Path, shown: str, problems: list[Problem]) -> tuple[Prose, Front] | None:
    text, found = read_text(file, shown)
    problems += found
    if text is None:
        return None
    prose = parse_prose(text, shown)
    too_long = list(_too_long(prose))
    problems += too_long
    if too_long:
        return None
    if prose.front is None or not prose.front.strip():
        return prose, Front()
    document, found = parse_yaml(prose.front, shown)
    problems += found
    if document is None:
        return None
    try:
        return prose, Front.model_validate(document.data)
    except ValidationError as error:
        problems += [fault(item, Front, document) for item in error.errors()]
        return None


def _too_long(prose: Prose) -> Iterator[Problem]:
    """Find texts longer than a text of a record may be; code is read line by line, so it may be longer."""
    for block in prose.blocks:
        for line, row in zip(block.starts, block.rows, strict=True):
            longest = max(map(len, row), default=0)
            if block.kind != "code" and longest > r.LONGEST:
                message = f"A text of {longest} characters; {r.LONGEST} are the most."
                yield Problem(Location(prose.path, line), "wrong-value", message, "Divide it.")


def _guide(guide_id: str, files: dict[str, tuple[Prose, Front]], shown: str, problems: list[Problem]) -> Guide | None:
    if "zh" not in files:
        place = Location(f"{shown}/{guide_id}.zh.md")
        message = f"`{guide_id}.en.md` has no Chinese beside it."
        problems.append(Problem(place, "file-missing", message, "Write the page in Chinese too."))
        return None
    zh, front = files["zh"]
    en, front_en = files.get("en", (None, Front()))
    titles = {"zh": _title(zh, front, problems)}
    if en is not None:
        titles["en"] = _title(en, front_en, problems)
    if not all(titles.values()):
        return None
    order = front.order if front.order is not None else front_en.order
    return Guide(guide_id, r.Text.model_validate(titles), order, zh, en)


def _title(prose: Prose, front: Front, problems: list[Problem]) -> str | None:
    """Return the title of a file: of its front matter, else its heading of the first level."""
    found = front.title or next((words(b.rows[0][0]) for b in prose.headings if b.level == 1), None)
    if not found:
        mend = "Begin it with a title: # Working here."
        problems.append(Problem(Location(prose.path), "missing-field", "The page has no title.", mend))
    return found or None


def _below_title(prose: Prose) -> list[Block]:
    return [block for block in prose.headings if block.level > 1]


def _first_paragraph(prose: Prose) -> str | None:
    return next((words(block.rows[0][0]) for block in prose.blocks if block.kind == "paragraph"), None)
