"""The ledger of a source: numbers carried over by digest, and the text of its file."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from generator.chinese import to_simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ledger import Ledger


def statement_digest(text: str) -> str:
    """Return the first 16 hex digits of SHA-256 over repaired text, folded to Simplified, without white space."""
    return folded_digest(to_simplified(text))


def folded_digest(folded: str) -> str:
    """Return the digest of a text that is folded already."""
    plain = "".join(folded.split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def assign_numbers(digests: Sequence[str], previous: Ledger | None) -> tuple[list[int], int]:
    """Return a number for each statement and the next free one.

    A statement keeps the number that a statement with its digest had; equal digests are matched in order. Whatever is
    new gets numbers from `next` on, so a number that was given up is never given again.
    """
    if previous is None:
        return list(range(1, len(digests) + 1)), len(digests) + 1
    known: defaultdict[str, deque[int]] = defaultdict(deque)
    for statement in previous.statements:
        known[statement.digest].append(statement.n)
    free = max(previous.next, *(s.n + 1 for s in previous.statements), 1) if previous.statements else previous.next
    numbers = []
    for digest in digests:
        if known[digest]:
            numbers.append(known[digest].popleft())
        else:
            numbers.append(free)
            free += 1
    return numbers, free


def dump_ledger(ledger: Ledger) -> str:
    """Return the ledger as YAML: the same ledger gives the same text, one statement or dropped stretch on a line.

    Scalars are written as JSON writes them, which YAML reads alike; a place such as `1:20` must stand in quotation
    marks, for YAML 1.1 reads it as a number to the base of sixty.
    """
    lines = [
        "# Machine-kept by `handbook ingest`; do not edit.",
        f"source: {ledger.source}",
        f"digest: {json.dumps(ledger.digest)}",
        f"encoding: {ledger.encoding}",
        f"extraction: {ledger.extraction}",
        f"characters: {ledger.characters}",
        f"next: {ledger.next}",
        "statements:" if ledger.statements else "statements: []",
    ]
    for s in ledger.statements:
        fields = [
            f"n: {s.n}",
            f"span: [{s.span[0]}, {s.span[1]}]",
            f'place: "{s.place}"',
            f"kind: {s.kind}",
            f"lang: {s.lang}",
        ]
        fields.append(f"posting: {s.posting}")
        if s.pair is not None:
            fields.append(f"pair: {s.pair}")
        fields.append(f'digest: "{s.digest}"')
        if s.text is not None:
            fields.append(f"text: {_quoted(s.text)}")
        if s.simplified is not None:
            fields.append(f"simplified: {_quoted(s.simplified)}")
        lines.append("  - {" + ", ".join(fields) + "}")
    lines.append("dropped:" if ledger.dropped else "dropped: []")
    lines.extend(f"  - {{span: [{d.span[0]}, {d.span[1]}], reason: {d.reason}}}" for d in ledger.dropped)
    if ledger.retired:
        lines.append("retired:")
        lines.extend(
            f"  - {{n: {r.n}, successor: {'null' if r.successor is None else r.successor}}}" for r in ledger.retired
        )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a text as both JSON and YAML read it, characters that print nothing as their code points."""
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
