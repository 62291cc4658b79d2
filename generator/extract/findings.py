"""What a person should look at in a text that was read, as problems with their places."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.agreement import DOUBTFUL
from generator.problems import Problem
from generator.segment.divide import protect, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.clean import Cleaned
    from generator.extract.items import Kept, PostingOut
    from generator.extract.pairing import Pairing
    from generator.extract.private import PrivateSpan
    from generator.ledger import Dropped
    from generator.places import LineIndex


def truncations(path: str, dropped: Sequence[Dropped], lines: LineIndex) -> list[Problem]:
    """Name the places where a text breaks off."""
    return [
        Problem(lines.location(path, drop.span[0]), "text-truncated", "The text breaks off here.", "Find the rest.")
        for drop in dropped
        if drop.reason == "truncated"
    ]


def contacts(path: str, details: Sequence[PrivateSpan], cleaned: Cleaned, lines: LineIndex) -> list[Problem]:
    """Name the place of each contact detail of a person, never the detail itself."""
    return [
        Problem(
            lines.location(path, cleaned.alignment.raw(detail.labelled).start),
            "private-detail",
            f"A contact detail of a person ({detail.kind}).",
            "It is dropped.",
        )
        for detail in details
    ]


def unmatched(path: str, kept: Sequence[Kept], pairing: Pairing, lines: LineIndex) -> Iterator[Problem]:
    """Name two neighbouring lists that should say the same in two languages and do not match."""
    for lists in pairing.unmatched:
        first = kept[lists.first]
        names = ("English", "Chinese") if first.block.language == "en" else ("Chinese", "English")
        counts = f"{lists.left} in {names[0]} and {lists.right} in {names[1]}"
        why = "are of lengths that do not fit" if lists.left == lists.right else "do not match in number"
        message = f"The entries here, {counts}, {why}."
        yield Problem(
            lines.location(path, first.raw.start), "pair-doubtful", message, "Pair them by hand in the draft."
        )


def doubtful(path: str, postings: Sequence[PostingOut], lines: LineIndex) -> Iterator[Problem]:
    """Name the pairs whose two languages agree too little."""
    for posting in postings:
        for item in posting.items:
            if item.pair and item.pair.score < DOUBTFUL:
                message = f"This Chinese and this English agree by {item.pair.score:.2f} ({item.pair.reason})."
                where = lines.location(path, item.span.start)
                yield Problem(where, "pair-doubtful", message, "Compare them; part them in the draft if need be.")


def doubled(path: str, kept: Sequence[Kept], lines: LineIndex) -> list[Problem]:
    """Name the statements in which two neighbouring sentences say nearly the same."""
    found = []
    for k in kept:
        if len(k.text) > 20_000 or not _SENTENCE_ENDS.search(k.text, 0, len(k.text) - 1):
            continue
        inside = protect(k.text)
        parts = [k.text[b:s] for b, s in sentences(k.text, 0, len(k.text), inside, at_semicolons=False)]
        for one, other in pairwise(parts):
            if _alike(one, other):
                found.append(
                    Problem(
                        lines.location(path, k.raw.start),
                        "sentence-doubled",
                        "Two sentences of this statement say nearly the same.",
                        "Keep one in the handbook.",
                    )
                )
    return found


_SENTENCE_ENDS = re.compile(r"[。！？.!?]")


def _alike(one: str, other: str) -> bool:
    """Tell whether two sentences share three quarters of their words, endings aside."""
    a, b = ({word[:4].lower() for word in re.findall(r"[A-Za-z]+|[\u3400-\u9fff]", text)} for text in (one, other))
    return min(len(a), len(b)) >= 6 and len(a & b) / len(a | b) >= 0.75
