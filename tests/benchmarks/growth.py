"""How time and memory of `handbook ingest` grow with one line of mixed damage: `python -m tests.benchmarks.growth`.

The whole command runs in a process of its own for each size: user CPU and peak memory are what the system counted for
it. Work that is linear shows the same ratio for time as for size; less, for starting costs the same whatever the size.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.texts import ROOT, one_line

_COMMAND = "import sys; from generator.cli import main; sys.exit(main(sys.argv[1:]))"
_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of `ru_maxrss`."""


def measure(text: str) -> tuple[float, float]:
    """Return the user CPU seconds and the peak memory in MB of ingesting one text into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "text.txt")
        file.write_text(text, "utf-8", newline="")
        process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, "ingest", str(file), "--into", str(Path(folder, "handbook"))],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: a problem was found in the text
            raise SystemExit(f"ingest ended with {process.returncode}")
    return usage.ru_utime, usage.ru_maxrss * _MAXRSS / 1e6


def main() -> None:
    """Print seconds and memory at each size, and both as ratios to the first size."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 2.5, 5], metavar="MB", help="default: 1 2.5 5")
    sizes = parser.parse_args().sizes
    print(f"{'MB':>6}{'user s':>9}{'peak MB':>9}{'size ×':>9}{'time ×':>9}{'memory ×':>10}")  # noqa: T201
    first: tuple[float, float] | None = None
    for size in sizes:
        seconds, memory = measure(one_line(round(size * 1e6)))
        first = first or (seconds, memory)
        ratios = f"{size / sizes[0]:>9.1f}{seconds / first[0]:>9.1f}{memory / first[1]:>10.1f}"
        print(f"{size:>6g}{seconds:>9.1f}{memory:>9.0f}{ratios}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
