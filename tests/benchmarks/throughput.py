"""Texts a second on one core, beside a plain parse of the same texts: `python -m tests.benchmarks.throughput`.

Every reader gets every text in turn, for a few rounds; the best round of each counts, for the others were disturbed.
What is compared does not do the same work: Markdown makes HTML of its text and asks nothing of it, trafilatura finds
the main text of a page. It is no dependency; where it is installed, it reads the texts wrapped as pages.
"""

from __future__ import annotations

import argparse
import html
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

import markdown

from generator.extract import draft, dump_ledger, ingest
from generator.figures import figures
from generator.read.decode import RawText
from generator.read.yaml import dump_yaml
from tests.benchmarks.texts import corpus

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGEST = "sha256:" + "0" * 64


def _ingest(text: str) -> object:
    return ingest(RawText("a.txt", text, "utf-8", _DIGEST), "a")


def _whole(text: str) -> object:
    """Do all that the command does of one text but touch files: the ledger and the draft as YAML too."""
    found = ingest(RawText("a.txt", text, "utf-8", _DIGEST), "a")
    return dump_ledger(found.ledger), dump_yaml(draft(found))


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<!doctype html><html><body><main>{paragraphs}</main></body></html>"


def _seconds(reader: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Return the CPU seconds of the best round over all texts."""
    best = float("inf")
    for text in texts:  # once unmeasured: tables are read and patterns made
        reader(text)
    for _ in range(rounds):
        figures.cache_clear()  # a text is read once, not once a round
        begin = time.process_time()
        for text in texts:
            reader(text)
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    """Print texts a second of each reader, and how many times as long as it ingest takes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.throughput", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds over all texts; the best one counts")
    rounds = parser.parse_args().rounds
    texts = list(corpus().values())
    size = sum(len(text.encode()) for text in texts)
    readers: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "ingest": (_ingest, texts),
        "ingest, ledger and draft": (_whole, texts),
        "markdown": (markdown.markdown, texts),
    }
    try:
        readers["trafilatura"] = (import_module("trafilatura").extract, [_page(text) for text in texts])
    except ImportError:
        print("trafilatura is not installed: left out", file=sys.stderr)  # noqa: T201
    print(f"{len(texts)} texts, {size / 1000:.0f} kB, best of {rounds} rounds, one core")  # noqa: T201
    print(f"{'':<26}{'texts/s':>9}{'kB/s':>9}{'ingest takes':>14}")  # noqa: T201
    seconds = {name: _seconds(reader, given, rounds) for name, (reader, given) in readers.items()}
    for name, took in seconds.items():
        ratio = f"{seconds['ingest'] / took:.1f} × as long"
        print(f"{name:<26}{len(texts) / took:>9.0f}{size / took / 1000:>9.0f}{ratio:>16}")  # noqa: T201


if __name__ == "__main__":
    main()
