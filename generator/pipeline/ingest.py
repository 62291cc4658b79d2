"""The ingest line as a whole: raw files to ledgers, drafts and source records, on all cores where there are many."""

from __future__ import annotations

import difflib
import hashlib
import multiprocessing
import os
import re
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.extract import Ingested, commented, comments, draft, dump_ledger, with_retired
from generator.extract import ingest as ingest_text
from generator.model.load import load_content, load_ledger, load_source
from generator.model.records import ID_PATTERN
from generator.model.similar import Similar
from generator.pinyin import ascii_words
from generator.places import Location
from generator.problems import Problem
from generator.read.decode import SUFFIXES, read_raw
from generator.read.yaml import dump_yaml
from generator.render.write import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ALONE_UP_TO = 8
"""Files that one process reads sooner than several are started."""
_DIFF_LINES = 60
_DRAFT_MARK = "# Made by `handbook ingest`; to keep it from being made anew, edit it. "
_DRAFT_DIGEST = re.compile(re.escape(_DRAFT_MARK) + r"([0-9a-f]{16})\n")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an ingest is to do with what it finds."""

    write: bool = True
    found: bool = False
    """Return everything found, as `--json` prints it."""
    explain: bool = False
    """Return a line for every repair."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file; `source` is None for one that could not be read."""

    source: str | None
    problems: tuple[Problem, ...]
    statements: int = 0
    repairs: int = 0
    dropped: int = 0
    written: tuple[str, ...] = ()
    """Files written, from the folder ingested into."""
    differences: tuple[str, ...] = ()
    """For each file that a person keeps and that would be other now, a unified diff."""
    found: dict[str, Any] | None = None
    explanation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    file: Path
    source: str
    into: Path
    wanted: Wanted


def ingest(
    paths: Sequence[Path],
    into: Path,
    wanted: Wanted | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Report]:
    """Read raw texts into the handbook at `into` and yield what became of each, in order.

    A bad file is reported and passed over. Stopped half-way (Ctrl-C), it leaves whole files only.
    """
    problems: list[Problem] = []
    jobs = list(_jobs(paths, into, wanted or Wanted(), problems))
    if problems:
        yield Report(None, tuple(problems))
    reports = map(_do, jobs) if len(jobs) <= _ALONE_UP_TO else _in_parallel(jobs)
    for done, report in enumerate(reports, 1):
        if progress:
            progress(done, len(jobs))
        yield report


def source_id(file: Path) -> str:
    """Return the id of the source in a file: its name, in lower-case ASCII words.

    >>> source_id(Path("shop-postings.txt")), source_id(Path("咖啡店长 2.txt"))
    ('shop-postings', 'ka-fei-dian-zhang-2')
    """
    return file.stem if re.fullmatch(ID_PATTERN, file.stem) else ascii_words(file.stem) or "source"


def _jobs(paths: Sequence[Path], into: Path, wanted: Wanted, problems: list[Problem]) -> Iterator[_Job]:
    taken: dict[str, Path] = {}
    for file in _files(paths, problems):
        name = source_id(file)
        if name in taken:
            message = f"Its source would be `{name}`, as that of {taken[name]}."
            problems.append(Problem(Location(str(file)), "twin-id", message, "Rename one of the two files."))
        else:
            taken[name] = file
            yield _Job(file, name, into, wanted)


def _files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        texts = (f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in SUFFIXES)
        found = sorted(f for f in texts if f.stem.lower() != "readme")  # it tells of the texts and is none of them
        if not found:
            mend = f"It reads {', '.join(sorted(SUFFIXES))}."
            problems.append(Problem(Location(str(path)), "file-missing", "The folder holds no text.", mend))
        yield from found


# -- many files ---------------------------------------------------------------------------------------------------


def _in_parallel(jobs: Sequence[_Job]) -> Iterator[Report]:
    """Do jobs on all cores, in order; only a few times as many as there are cores are in memory at once."""
    workers = min(os.cpu_count() or 1, len(jobs))
    # A started process, unlike a forked one, is the same on every system and safe beside threads.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[Report]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(_do, job))
            if len(waiting) >= 4 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """Let a worker finish the file it writes: the parent is told of Ctrl-C and gives no more jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


# -- one file -----------------------------------------------------------------------------------------------------


def _do(job: _Job) -> Report:
    reading = read_raw(job.file)
    if reading.raw is None:
        return Report(None, reading.problems)
    content, name = job.into / "content", f"{job.source}.yaml"
    kept, record = content / "ledger" / name, content / "sources" / name
    previous, broken = load_ledger(kept, f"content/ledger/{name}") if kept.exists() else (None, [])
    source, faults = load_source(record, f"content/sources/{name}") if record.exists() else (None, [])
    # Numbers must never be used again, so a broken ledger is not replaced; and a broken record does not say whether the
    # ledger may keep the words.
    if broken or faults:
        return Report(None, tuple(sorted({*reading.problems, *broken, *faults})))
    organisations, similar = _handbook(content)
    quote = source is not None and source.rights == "quote"
    result = ingest_text(reading.raw, job.source, previous, organisations, quote=quote)
    result = replace(result, ledger=with_retired(result.ledger, previous))
    report = Report(
        job.source,
        tuple(sorted({*reading.problems, *result.problems})),
        len(result.ledger.statements),
        len(result.repairs),
        len(result.dropped),
        found=result.as_json() if job.wanted.found else None,
        explanation=tuple(result.explain()) if job.wanted.explain else (),
    )
    return _write(report, result, job.into, similar) if job.wanted.write else report


@cache
def _handbook(content: Path) -> tuple[tuple[str, ...], Similar | None]:
    """Return what ingest asks of the handbook it writes into: its organisations, and what its items are like.

    A handbook that is not there, or that `handbook check` would refuse, knows nothing; a text can be read without it.
    """
    loaded, _ = load_content(content)
    if loaded is None:
        return (), None
    names = tuple(n for o in loaded.handbook.record.organisations for n in (o.name.zh, o.name.en) if n)
    return names, Similar(loaded)


def _write(report: Report, result: Ingested, into: Path, similar: Similar | None) -> Report:
    """Write ledger, draft and, where there is none, source record; show as a diff what a person keeps from it."""
    name = f"{result.source_id}.yaml"
    written, differences = [], []
    if write_if_changed(into / "content" / "ledger" / name, dump_ledger(result.ledger)):
        written.append(f"content/ledger/{name}")
    body = commented(dump_yaml(_with_supports(draft(result), similar)), comments(result))
    target = into / "drafts" / name
    text = f"{_DRAFT_MARK}{_digest(body)}\n{body}"
    if not _edited(target):
        if write_if_changed(target, text):
            written.append(f"drafts/{name}")
    elif difference := _difference(target, text, f"drafts/{name}"):
        differences.append(difference)
    record = into / "content" / "sources" / name
    if not record.exists():
        write_if_changed(record, dump_yaml(_source_record(result)))
        written.append(f"content/sources/{name}")
    return replace(report, written=tuple(written), differences=tuple(differences))


def _with_supports(made: dict[str, Any], similar: Similar | None) -> dict[str, Any]:
    """Add to each item of a draft the handbook items that it most likely supports, or `new`."""
    if similar is None:
        return made
    for posting in made["postings"]:
        for item in posting["items"]:
            found = similar.to(item.get("zh"), item.get("en"))
            item["supports"] = [f"{like.item.ref} ({like.score:.0f})" for like in found] or "new"
    return made


def _edited(draft_file: Path) -> bool:
    """Tell whether a person changed a draft since it was made."""
    try:
        text = draft_file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return draft_file.exists()
    mark = _DRAFT_DIGEST.match(text)
    return mark is None or mark[1] != _digest(text[mark.end() :])


def _difference(kept: Path, text: str, shown: str) -> str:
    try:
        before = kept.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    lines = list(
        difflib.unified_diff(before[1:], text.splitlines()[1:], f"{shown} (yours)", f"{shown} (now)", "", "", 1, "")
    )
    more = [f"… {len(lines) - _DIFF_LINES} more lines"] if len(lines) > _DIFF_LINES else []
    return "\n".join(lines[:_DIFF_LINES] + more)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _source_record(result: Ingested) -> dict[str, object]:
    return {
        "title": {"zh": result.source_id, "en": result.source_id},
        "kind": result.kind,
        "rights": "cite",  # the careful one: a person who may quote says so
        "file": Path(result.raw.path).name,
        "digest": result.raw.digest,
    }
