"""The search for inputs that break a law or cost more than their length, and what makes them small enough to read."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import signal
import time
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from generator.extract import draft, ingest
from generator.read.decode import RawText
from tests.fuzz.hostile import Hostile, fragment, hostile
from tests.fuzz.laws import broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = Path(__file__).with_name("cases")
_SECONDS = 60
"""How long one input may take before it is given up, and its growth told."""
_REDUCING = 30
"""Seconds spent on making one finding small."""
_SHORT, _STEPS = 4_000, 3
"""A stretch is repeated to this many characters, then twice as many, three times over."""
_GROWN = 3.2
"""Times as long for twice the text: linear is 2, quadratic 4."""
_WORTH = 0.25
"""Seconds below which a ratio of times says nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that breaks a law, or whose time grows faster than its length; `seed` makes it anew."""

    seed: str
    told: str
    sample: Hostile

    @property
    def law(self) -> str:
        """The name of the law."""
        return self.told.partition(":")[0]


def search(seed: int, count: int | None = None, until: float | None = None, growth: int = 0) -> Iterator[Finding | int]:
    """Yield after each input what was found, or its number; inputs are those of `seed`, from the first one on.

    Stops after `count` inputs or at the time `until` (of `time.monotonic`). After every `growth` inputs a stretch of
    one is repeated and timed; 0 for never.
    """
    number = 0
    while (count is None or number < count) and (until is None or time.monotonic() < until):
        name = f"{seed}:{number}"
        random = Random(name)  # noqa: S311
        sample = hostile(random)
        told = broken(sample)
        yield Finding(name, told, sample) if told else number
        if growth and number % growth == 0:
            piece = fragment(random, sample)
            if told := super_linear(piece):
                yield Finding(name, told, Hostile(piece))
        number += 1


# -- time ----------------------------------------------------------------------------------------------------------


class _OverdueError(Exception):
    pass


@contextlib.contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Raise in the block after some seconds: expressions look for signals while they match."""

    def overdue(*_: object) -> None:
        raise _OverdueError

    before = signal.signal(signal.SIGALRM, overdue)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds(text: str) -> float:
    """Return the CPU seconds of reading a text and making its draft; infinite where it had to be given up."""
    begin = time.process_time()
    try:
        with _bounded(_SECONDS):
            draft(ingest(RawText("a.txt", text, "utf-8", "sha256:" + "0" * 64), "a"))
    except _OverdueError:
        return float("inf")
    return time.process_time() - begin


def super_linear(piece: str) -> str | None:
    """Tell how time grows when a stretch is repeated, where it grows faster than the text; else None.

    Two doublings in a row must say so, and a second measurement too: other work on the machine disturbs one.
    """
    if not piece:
        return None
    sizes = [_SHORT * 2**step for step in range(_STEPS + 1)]
    for _ in range(2):
        times: list[float] = []
        for size in sizes:
            times.append(seconds(piece * (size // len(piece) + 1)))
            if times[-1] == float("inf"):
                break
        if not _grows(times):
            return None
    shown = ", ".join(f"{size // 1000}k {took:.2f} s" for size, took in zip(sizes, times, strict=False))
    return f"growth: {shown}"


def _grows(times: list[float]) -> bool:
    if times[-1] == float("inf"):
        return True
    if times[-1] < _WORTH:
        return False
    ratios = [after / max(before, 1e-4) for before, after in pairwise(times)]
    return all(ratio > _GROWN for ratio in ratios[-2:])


# -- making small --------------------------------------------------------------------------------------------------


def reduced(finding: Finding) -> Finding:
    """Return the same finding with an input as small as can be had in some seconds."""
    limit = time.monotonic() + _REDUCING

    def still(body: Any) -> bool:
        if finding.law == "growth":
            return bool(body) and super_linear(body) is not None
        told = broken(replace(finding.sample, body=body))
        return told is not None and told.partition(":")[0] == finding.law

    body = _smallest(finding.sample.body, still, limit)
    sample = replace(finding.sample, body=body)
    told = super_linear(str(body)) if finding.law == "growth" else broken(sample)
    return Finding(finding.seed, told or finding.told, sample)


def _smallest(body: Any, still: Callable[[Any], bool], limit: float) -> Any:
    """Take out stretches, long ones first, as long as the finding stays."""
    size = len(body) // 2
    while size and time.monotonic() < limit:
        place, shrunk = 0, False
        while place < len(body) and time.monotonic() < limit:
            shorter = body[:place] + body[place + size :]
            if still(shorter):
                body, shrunk = shorter, True
            else:
                place += size
        if not shrunk or size > 1:
            size = size // 2 if size > 1 else 0
    return body


# -- keeping -------------------------------------------------------------------------------------------------------


def save(finding: Finding, folder: Path = CASES) -> Path:
    """Write a finding as a case: a file that the test replays, named by its law and its input."""
    body = finding.sample.body
    text = {"text": body} if isinstance(body, str) else {"base64": base64.b64encode(body).decode("ascii")}
    record = {"told": finding.told, "seed": finding.seed, "suffix": finding.sample.suffix, **text}
    name = hashlib.sha256(body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body).hexdigest()[:10]
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{finding.law}-{name}.json"
    file.write_text(json.dumps(record, indent=1) + "\n", "utf-8")  # escaped, for halves of pairs stand in texts
    return file


def load(file: Path) -> Finding:
    """Return the finding of a case."""
    record = json.loads(file.read_text("utf-8"))
    body = record["text"] if "text" in record else base64.b64decode(record["base64"])
    return Finding(record["seed"], record["told"], Hostile(body, record["suffix"]))
