"""The anchors of a page: those that it has whatever it holds, and those that ids of the content give it.

Two that are the same would be one to a link, and the page would be no valid HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.model.derive import CASE_LISTS, ROLE_LISTS, STAGE_LISTS, item_id
from generator.model.records import REQUIREMENT_KINDS
from generator.places import Location
from generator.problems import Problem
from generator.render import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.guides import Guide
    from generator.model.load import Content, Entry
    from generator.read.yaml import Path_

OWN: dict[str, frozenset[str]] = {
    "role": frozenset(
        (
            *("duties", "requirements", "measures", "tools", "works-with", "cases", "related"),
            *(f"requirements-{kind}" for kind in REQUIREMENT_KINDS),
        )
    ),
    "process": frozenset({"who"}),
    "stage": frozenset(
        {
            *("inputs", "steps", "responsibilities", "thresholds"),
            *("outputs", "exit-criteria", "pitfalls", "cases"),
        }
    ),
    "case": frozenset({"context", "actions", "results"}),
    "source": frozenset({"statements", "dropped"}),
    "roles": frozenset({"roles"}),
    "metrics": frozenset({"metrics", "every-figure", "figures"}),
    "glossary": frozenset({"glossary"}),
    "guide": frozenset(),
}
"""For each kind of page that ids of the content give anchors to, those of its template. A test reads the pages."""
FRAME = re.compile(r"handbook-words|hb-tip|handbook-search-(?:hint|results|(?:kind|option)-[0-9]+)")
"""Ids that the theme and the scripts put into any page. Those with underscores are none that content can have."""


class Given(NamedTuple):
    """An anchor that the content gives a page, the id that it is made of, and where that stands."""

    anchor: str
    said: str
    kind: str
    """What has the id: a kind of record, or what the anchors of a list start with."""
    place: Location


def taken_ids(content: Content) -> Iterator[Problem]:
    """Find ids whose anchor their page has already, and ids of records whose page would replace another one."""
    yield from _taken_addresses(content)
    for kind, given in given_anchors(content):
        owners = dict.fromkeys(OWN[kind], "")
        for one in given:
            # Two items of one list are twins, which is a fault of its own.
            if FRAME.fullmatch(one.anchor) or owners.setdefault(one.anchor, one.kind) != one.kind:
                yield _taken(one)


def given_anchors(content: Content) -> Iterator[tuple[str, list[Given]]]:
    """Yield for each page its kind and the anchors that the content gives it, in the order of the page."""
    for role in content.roles.values():
        yield "role", [_of_file("role", role), *_listed(role, role.record, (), ROLE_LISTS)]
    for process in content.processes.values():
        stages = process.record.stages
        named = [Given(s.id, s.id, "stage", process.place("stages", at, "id")) for at, s in enumerate(stages)]
        yield "process", [_of_file("process", process), *named]
        for at, (own, stage) in enumerate(zip(named, stages, strict=True)):
            yield "stage", [own, *_listed(process, stage, ("stages", at), {"phases": "phase", **STAGE_LISTS})]
    for case in content.cases.values():
        yield "case", [_of_file("case", case), *_listed(case, case.record, (), CASE_LISTS)]
    for i, source in content.sources.items():
        statements = content.ledgers[i].record.statements if i in content.ledgers else ()
        rows = [Given(f"s{s.n}", str(s.n), "statement", source.place()) for s in statements]
        yield "source", [*rows, _of_file("source", source)]
    for guide in content.guides.values():
        yield "guide", [Given(guide.id, guide.id, "guide", Location(guide.zh.path)), *_sections(guide)]
    handbook = content.handbook
    families = enumerate(handbook.record.families)
    yield "roles", [Given(f.id, f.id, "family", handbook.place("families", at, "id")) for at, f in families]
    yield "metrics", [Given(i, i, "metric", entry.place("id")) for i, entry in content.metrics.items()]
    yield "glossary", [Given(i, i, "term", entry.place("id")) for i, entry in content.terms.items()]


def _of_file(kind: str, entry: Entry[Any]) -> Given:
    return Given(entry.id, entry.id, kind, entry.place("id"))


def _listed(entry: Entry[Any], record: Any, base: Path_, lists: dict[str, str]) -> Iterator[Given]:
    for name, prefix in lists.items():
        alias = type(record).model_fields[name].alias or name
        for at, item in enumerate(getattr(record, name)):
            said = item_id(item)
            field = next(field for field in ("id", "role", "metric") if getattr(item, field, None))
            yield Given(f"{prefix}-{said}", said, prefix, entry.place(*base, alias, at, field))


def _sections(guide: Guide) -> Iterator[Given]:
    """Yield the sections of a page of prose: they are called by the words of its headings, English ones if any."""
    prose = guide.en or guide.zh
    headings = [block for block in prose.headings if block.level > 1]
    for section, heading in zip(guide.sections, headings, strict=False):
        yield Given(section, section, "section", Location(prose.path, heading.line))


def _taken(given: Given) -> Problem:
    if given.kind == "section":
        message = f"The heading gives the anchor `{given.anchor}`, which every page has already."
        return Problem(given.place, "taken-id", message, "Word it otherwise.")
    message = f"The id `{given.said}` is an anchor of the page already."
    if given.anchor != given.said:
        message = f"The id `{given.said}` gives the anchor `{given.anchor}`, which the page has already."
    return Problem(given.place, "taken-id", message, _mend(given.said, given.kind))


def _taken_addresses(content: Content) -> Iterator[Problem]:
    lists = {addresses.page(kind)[0] for kind in addresses.SINGLE}
    for kind in ("role", "process", "case", "source"):
        for record_id, entry in content.of_kind(kind).items():
            if addresses.page(kind, record_id)[0] in lists:
                message = f"The id `{record_id}` gives the address of a page that there is already."
                yield Problem(entry.place("id"), "taken-id", message, _mend(record_id, kind))


def _mend(said: str, kind: str) -> str:
    return f"Choose another, such as `{said}-{kind}`."
