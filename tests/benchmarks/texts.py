"""What the benchmarks read: the labelled texts, and one line of mixed damage of any size."""

from __future__ import annotations

from pathlib import Path
from random import Random

from generator.read.decode import read_raw
from tests.clean.strategies import _PIECES

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "tests" / "corpus" / "texts", ROOT / "samples", ROOT.parent / "shared" / "sources")
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_WORDS = 0.5
"""Share of the stretches that are words of the labelled texts; the rest is damage."""


def corpus() -> dict[str, str]:
    """Return the labelled texts, the samples, and the sources where they stand beside the project, by file name."""
    found = {}
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.txt")):
            raw = read_raw(file).raw
            if raw is not None:
                found[file.name] = raw.text
    return found


def one_line(size: int, seed: int = 1) -> str:
    """Return one line of about `size` bytes of UTF-8: words of the labelled texts among damage of every kind.

    Repairs, list marks, headings, figures, two languages and hostile signs stand in it in no order. The same size and
    seed give the same line as long as the texts are the same.
    """
    random = Random(seed)  # noqa: S311
    words = [word for file in sorted(FOLDERS[0].glob("*.txt")) for word in file.read_text("utf-8").split()]
    pieces = [piece for piece in _PIECES if _LINE_ENDS.isdisjoint(piece)]
    line: list[str] = []
    length = 0
    while length < size:
        line.append(random.choice(words) if random.random() < _WORDS else random.choice(pieces))
        length += len(line[-1].encode())
    return "".join(line)
