"""What must hold of ingest whatever the input: the laws, each told by a name."""

from __future__ import annotations

import json
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.clean import clean
from generator.clean.chain import MOST_PASSES
from generator.extract import commented, comments, draft, dump_ledger, ingest, with_retired
from generator.ledger import Ledger
from generator.places import Span
from generator.read.decode import RawText, read_raw
from generator.read.yaml import dump_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract import Ingested
    from tests.fuzz.hostile import Hostile

_DIGEST = "sha256:" + "0" * 64


def raw_of(sample: Hostile) -> RawText | None:
    """Return what ingest is given: the characters, or what is read out of the bytes; None where nothing can be."""
    if isinstance(sample.body, str):
        return RawText("a.txt", sample.body, "utf-8", _DIGEST)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"a{sample.suffix}")
        file.write_bytes(sample.body)
        reading = read_raw(file)
    if reading.raw is None and not reading.problems:
        raise AssertionError("nothing was read and no problem told")
    return reading.raw


def broken(sample: Hostile) -> str | None:
    """Return the first law that an input breaks, with what was seen, as `law: what`; None where all hold."""
    try:
        raw = raw_of(sample)
        return next(_laws(raw), None) if raw is not None else None
    except Exception as error:  # noqa: BLE001, what the reader may never do
        frames = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
        return f"traceback: {type(error).__name__} at {' '.join(frames[-3:])}: {str(error)[:200]}"


def _laws(raw: RawText) -> Iterator[str]:
    yield from _cleaning(raw.text)
    found = ingest(raw, "a", quote=True)
    yield from _account(found)
    yield from _items(found)
    yield from _numbers(raw, found)
    yield from _writing(found)


def _cleaning(text: str) -> Iterator[str]:
    cleaned = clean(text)
    replayed = text
    for step in cleaned.steps:
        replayed = step.apply(replayed)
    if replayed != cleaned.text:
        yield "replay: the steps do not give the text"
    # A text that was made to take ever more passes is left before it comes to rest.
    if len(cleaned.steps) < MOST_PASSES and (again := clean(cleaned.text).steps):
        yield f"rest: cleaned twice, {again[0].rule} finds {again[0].edits[0]}"
    size = len(cleaned.text)
    cuts = [cleaned.alignment.cut(place) for place in range(0, size + 1, 1 + size // 500)]
    if cuts != sorted(cuts) or (size and (cuts[0] != 0 or cleaned.alignment.cut(size) != len(text))):
        yield "tiling: cuts of the repaired text do not tile the raw one"
    whole = Span(0, len(text))
    for place in range(0, size, 1 + size // 300):
        outer = cleaned.alignment.raw(Span(max(0, place - 7), min(size, place + 9)))
        if cleaned.alignment.raw(Span(place, place + 1)) not in outer or outer not in whole:
            yield f"inside: a sub-span at {place} leaves its parent"
    if any(repair.span not in whole for repair in cleaned.repairs()):
        yield "inside: a repair leaves the raw text"


def _account(found: Ingested) -> Iterator[str]:
    text = found.raw.text
    spans = sorted([s.span for s in found.ledger.statements] + [d.span for d in found.ledger.dropped])
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        if not position <= start <= end <= len(text):
            yield f"coverage: {start}..{end} overlaps what ends at {position}, or leaves the text of {len(text)}"
        if text[position:start].strip():
            yield f"coverage: nobody has {text[position:start].strip()[:40]!r} at {position}"
        position = max(position, end)


def _items(found: Ingested) -> Iterator[str]:
    statements = {statement.n: statement for statement in found.ledger.statements}
    if len(statements) != len(found.ledger.statements):
        yield "numbers: two statements have one number"
    for statement in statements.values():
        if statement.pair is not None:
            other = statements[statement.pair]
            if other.pair != statement.n or (other.lang == "en") == (statement.lang == "en"):
                yield f"pairs: {statement.n} and {other.n} are not each other's"
    cited = Counter(n for posting in found.postings for item in posting.items for n in item.statements)
    said = {n for n, statement in statements.items() if statement.kind != "lead-in"}
    if set(cited) != said or any(count > 1 for count in cited.values()):
        wrong = sorted(said ^ set(cited) | {n for n, count in cited.items() if count > 1})
        yield f"lost: statements {wrong[:5]} are in no item, or in two"
    for posting in found.postings:
        for place, item in enumerate(posting.items):
            words = _bare("".join(statements[n].text or "" for n in item.statements))
            if Counter(words) != Counter(_bare((item.zh or "") + (item.en or ""))):
                yield f"lost: an item does not say what its statements say: {words[:40]!r}"
            if item.span not in Span(0, len(found.raw.text)) or not (item.under is None or item.under < place):
                yield "inside: an item leaves the raw text, or stands under a later one"


def _bare(text: str) -> str:
    return "".join(text.split())


def _numbers(raw: RawText, found: Ingested) -> Iterator[str]:
    again = ingest(raw, "a", found.ledger, quote=True)
    if with_retired(again.ledger, found.ledger) != found.ledger:
        yield "numbers: read again, the ledger is another"
    half = RawText(raw.path, raw.text[len(raw.text) // 2 :], raw.encoding, raw.digest)
    other = with_retired(ingest(half, "a", found.ledger).ledger, found.ledger)
    known = {statement.n: statement.digest for statement in found.ledger.statements}
    for statement in other.statements:
        if known.get(statement.n, statement.digest) != statement.digest:
            yield f"numbers: {statement.n} passed to another statement"
        if statement.n not in known and statement.n < found.ledger.next:
            yield f"numbers: {statement.n} was given up and is given again"
    if {statement.n for statement in other.statements} | {retired.n for retired in other.retired} < set(known):
        yield "numbers: one is neither there nor retired"


def _writing(found: Ingested) -> Iterator[str]:
    record, made = found.as_json(), draft(found)
    written, shown = json.dumps(record), commented(dump_yaml(made), comments(found))
    found.explain()
    if any("\n" in str(problem) for problem in found.problems):
        yield "writing: a problem takes more than a line"
    if any("\ud800" <= char <= "\udfff" for char in found.raw.text):
        return  # decoding never gives a half of a pair; JSON joins two of them and YAML has none
    if json.loads(written) != record:
        yield "writing: the record is not what was written"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if Ledger.model_validate(yaml.load(dump_ledger(found.ledger), loader)) != found.ledger:  # noqa: S506, a safe loader
        yield "writing: the ledger is not what was written"
    if yaml.load(shown, loader) != made:  # noqa: S506
        yield "writing: the draft is not what was written"
