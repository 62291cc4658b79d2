"""Links in texts and in pages of prose, and what else can be wrong with a page."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model import records as r
from generator.model.checks.references import is_broken, known_ids
from generator.model.derive import Derived
from generator.model.faults import nearest
from generator.model.passages import Passages
from generator.model.walk import LINK, LINK_LIKE, walk
from generator.places import Location
from generator.problems import Problem
from generator.read.prose import is_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.guides import Guide
    from generator.model.load import Content
    from generator.read.prose import Prose


def unknown_links(content: Content) -> Iterator[Problem]:
    """Find `[[kind:id]]` links that lead nowhere or are not of that form."""
    targets = _Targets(content)
    for _, entry in content.entries():
        for path, value in walk(entry.record):
            if isinstance(value, r.Text):
                for language, text in (("zh", value.zh), ("en", value.en), ("zh-Hant", value.zh_hant)):
                    for _, message, mend in targets.bad_links(text or ""):
                        yield Problem(entry.place(*path, language), "unknown-link", message, mend)


def links_of_both_languages(content: Content) -> Iterator[Problem]:
    """Find links that stand in one language of a text only; one that leads nowhere is a fault of its own."""
    targets = _Targets(content)
    for zh, en in Passages(content).pairs():
        if zh.links != en.links and not any(True for text in (zh.raw, en.raw) for _ in targets.bad_links(text)):
            for there, here, name in ((zh, en, "English"), (en, zh, "Chinese")):
                for link in sorted(there.links - here.links):
                    mend = "Link in both languages, or in neither."
                    yield Problem(here.locate(0), "links-differ", f"The {name} does not link to `{link}`.", mend)


class _Targets:
    """What a link may lead to."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._known = {**known_ids(content), "guide": list(content.guides)}
        self._parts: dict[str, list[str]] = defaultdict(list)
        for item in Derived(content).items:
            self._parts[f"{item.owner_kind}:{item.owner_id}"].append(item.anchor)
        for guide in content.guides.values():
            self._parts[f"guide:{guide.id}"] += guide.sections

    def bad_links(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield for each link of a text that leads nowhere its offset, what is wrong and how to mend it."""
        for like in LINK_LIKE.finditer(text):
            link = LINK.fullmatch(like[0])
            if not link:
                mend = "Write [[role:id]], [[stage:process/id]], [[case:id]], [[metric:id]] or [[term:id]]."
                yield like.start(), f"`{like[0]}` is not a link.", mend
                continue
            kind, (record, _, part) = link[1], link[2].partition("#")
            if is_broken(self._content, kind, record):
                continue
            if record not in self._known[kind]:
                mend = nearest(record, self._known[kind]) or "Correct the id, or take the link out."
                yield like.start(), f"There is no {kind} `{record}`.", mend
            elif part and part not in self._parts[f"{kind}:{record}"]:
                mend = (
                    nearest(part, self._parts[f"{kind}:{record}"]) or "Correct what follows the `#`, or leave it out."
                )
                yield like.start(), f"The {kind} `{record}` has no `{part}`.", mend


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>?|<!--")
_ADDRESSED = re.compile(r"(?<!\\)\[(?:[^\[\]]|\[\[[^\[\]]*\]\]){1,300}\]\((?P<target>[^()]{0,500})\)")


def prose_links(content: Content) -> Iterator[Problem]:
    """Find links of pages that lead nowhere: to records, to sections of the page, to what is no address."""
    targets = _Targets(content)
    for guide, prose in _prose(content):
        for line, text in prose.lines:
            for offset, message, mend in targets.bad_links(text):
                yield Problem(Location(prose.path, line, offset + 1), "unknown-link", message, mend)
            for match in _ADDRESSED.finditer(text):
                target = match["target"]
                place = Location(prose.path, line, match.start() + 1)
                if not is_address(target):
                    mend = "Link to a record as [[kind:id|label]], elsewhere by an address that starts with https://."
                    yield Problem(place, "unknown-link", f"`{target}` is no address.", mend)
                elif target.startswith("#") and guide.en is not None and target[1:] not in guide.sections:
                    mend = nearest(target[1:], guide.sections) or f"Known: {', '.join(guide.sections)}."
                    yield Problem(place, "unknown-link", f"The page has no section `{target[1:]}`.", mend)


def prose_markup(content: Content) -> Iterator[Problem]:
    """Find HTML in pages: it is shown as text, which nobody means."""
    for _, prose in _prose(content):
        for line, text in prose.lines:
            for match in _TAG.finditer(text):
                message = f"`{match[0]}` is HTML, which is shown as text."
                mend = "Take it out, or put it between backticks where readers are to see it."
                yield Problem(Location(prose.path, line, match.start() + 1), "raw-html", message, mend)


def prose_pairs(content: Content) -> Iterator[Problem]:
    """Find pages in one language, and pages whose headings differ between the languages."""
    for guide in content.guides.values():
        if guide.en is None:
            place = Location(guide.zh.path)
            mend = f"Write {guide.id}.en.md."
            yield Problem(place, "missing-translation", f"The page `{guide.id}` has no English.", mend)
            continue
        zh, en = ([block for block in prose.headings if block.level > 1] for prose in (guide.zh, guide.en))
        if [block.level for block in zh] != [block.level for block in en]:
            at = next(
                (i for i, (a, b) in enumerate(zip(zh, en, strict=False)) if a.level != b.level), min(len(zh), len(en))
            )
            line = en[at].line if at < len(en) else 1
            message = f"The headings are not those of `{guide.id}.zh.md`: {len(en)} here, {len(zh)} there."
            mend = "Give both files the same headings, level by level."
            yield Problem(Location(guide.en.path, line), "headings-differ", message, mend)


def _prose(content: Content) -> Iterator[tuple[Guide, Prose]]:
    for guide in content.guides.values():
        yield from ((guide, prose) for prose in (guide.zh, guide.en) if prose is not None)
