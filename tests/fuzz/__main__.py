"""Fuzz ingest: `python -m tests.fuzz --minutes 10 [--seed N]`, or one input again: `python -m tests.fuzz --replay N:K`.

The seed is printed; the same seed gives the same inputs in the same order. A finding is made small and written to
`tests/fuzz/cases/`, where `make test` replays it: mend the code, and leave the file. Exit code 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random
from secrets import randbelow

from tests.fuzz.hostile import hostile
from tests.fuzz.laws import broken
from tests.fuzz.search import CASES, Finding, load, reduced, save, search, super_linear

_TELL_EVERY = 500
_LIKE = 3
"""Findings of one law in one place that are kept; more say no more."""


def main() -> int:
    """Search for some minutes, or replay one input, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="default: another one each time")
    parser.add_argument(
        "--growth", type=int, default=20, help="repeat and time a stretch after so many inputs; 0: never"
    )
    parser.add_argument("--out", type=Path, default=CASES, help="where findings are written")
    parser.add_argument("--replay", metavar="SEED:NUMBER", help="check one input again and print it")
    options = parser.parse_args()
    if options.replay:
        sample = hostile(Random(options.replay))  # noqa: S311
        print(repr(sample.body), broken(sample) or "all laws hold", sep="\n")  # noqa: T201
        return 0
    seed = randbelow(10**6) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)  # noqa: T201
    begin = time.monotonic()
    inputs, seen = 0, dict[str, int]()
    for file in sorted(CASES.glob("growth-*.json")) if options.growth else ():
        if told := super_linear(str(load(file).sample.body)):
            seen[file.stem] = 1
            print(f"{file.name} again: {told}", flush=True)  # noqa: T201
    for found in search(seed, until=begin + 60 * options.minutes, growth=options.growth):
        if isinstance(found, Finding):
            _keep(found, seen, options.out)
        inputs += not isinstance(found, Finding) or found.law != "growth"
        if inputs and inputs % _TELL_EVERY == 0 and not isinstance(found, Finding):
            print(f"{inputs} inputs, {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)  # noqa: T201
    print(f"{inputs} inputs, {sum(seen.values())} findings")  # noqa: T201
    return 1 if seen else 0


def _keep(found: Finding, seen: dict[str, int], folder: Path) -> None:
    """Make a finding small, write it and tell of it; findings much like earlier ones are only told."""
    kind = found.told if found.law == "traceback" else found.law
    seen[kind] = seen.get(kind, 0) + 1
    print(f"{found.seed} {found.told}", flush=True)  # noqa: T201
    if seen[kind] <= _LIKE:
        small = reduced(found)
        print(f"  {save(small, folder)}: {small.told}\n  {small.sample.body[:120]!r}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
