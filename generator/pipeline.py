"""Where the two lines meet: what each command does, from files to files. It returns values and prints nothing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator.extract import Ingested, draft, dump_ledger
from generator.extract import ingest as ingest_text
from generator.model.check import check_content
from generator.model.load import Content, load_content, load_ledger
from generator.model.records import ID_PATTERN, Handbook
from generator.pinyin import ascii_words
from generator.places import Location
from generator.problems import Problem, has_errors
from generator.read.decode import SUFFIXES, read_raw
from generator.read.yaml import dump_yaml, read_yaml
from generator.render.sitesource import missing_words, render_site
from generator.render.write import Written, write_if_changed, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Checked:
    """Content as far as it could be read, and every problem in it by place."""

    content: Content | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether a site may be made of it."""
        return self.content is not None and not has_errors(self.problems)


def check(content: Path) -> Checked:
    """Read the content folder and run every check. Places show files as `<name of the folder>/…`."""
    loaded, problems = load_content(content, content.name)
    if loaded is not None:
        problems = [*problems, *check_content(loaded), *missing_words(loaded)]
    return Checked(loaded, tuple(sorted(set(problems))))


def render(
    content: Path, site_source: Path, progress: Callable[[str, int, int], None] | None = None
) -> tuple[Checked, Written | None]:
    """Check the content and, where it is sound, bring the folder `site_source` to its state; else touch nothing."""
    checked = check(content)
    if checked.content is None or not checked.sound:
        return checked, None
    return checked, write_site(render_site(checked.content, progress), site_source)


# -- ingest -------------------------------------------------------------------------------------------------------

_DRAFT_MARK = "# Made by `handbook ingest`; to keep it from being made anew, edit it. "
_DRAFT_DIGEST = re.compile(re.escape(_DRAFT_MARK) + r"([0-9a-f]{16})\n")


def source_id(file: Path) -> str:
    """Return the id of the source in a file: its name, in lower-case ASCII words.

    >>> source_id(Path("jd-postings.txt")), source_id(Path("咖啡店长 2.txt"))
    ('jd-postings', 'ka-fei-dian-zhang-2')
    """
    return file.stem if re.fullmatch(ID_PATTERN, file.stem) else ascii_words(file.stem) or "source"


def ingest(
    paths: Sequence[Path], into: Path, progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[Ingested | None, list[Problem]]]:
    """Read raw texts one after another, carrying over the numbers of ledgers below `into`; write nothing.

    Yields for each file what was found, or None for one that could not be read, and its problems.
    """
    problems: list[Problem] = []
    files = list(_files(paths, problems))
    if problems:
        yield None, problems
    known = _organisations(into / "content")
    taken: dict[str, Path] = {}
    for done, file in enumerate(files, 1):
        found: list[Problem] = []
        name = source_id(file)
        if name in taken:
            message = f"Its source would be `{name}`, as that of {taken[name]}."
            found.append(Problem(Location(str(file)), "twin-id", message, "Rename one of the two files."))
            yield None, found
        else:
            taken[name] = file
            yield _ingest_one(file, name, into, known, found), sorted(set(found))
        if progress:
            progress(done, len(files))


def _organisations(content: Path) -> tuple[str, ...]:
    """Return the organisations that the handbook knows, by name: a title that starts with one names its employer."""
    document, _ = read_yaml(content / "handbook.yaml", "content/handbook.yaml")
    try:
        handbook = Handbook.model_validate(document.data if document else None)
    except ValidationError:  # `handbook check` reports it; a text can be read without it
        return ()
    return tuple(name for o in handbook.organisations for name in (o.name.zh, o.name.en) if name)


def _ingest_one(
    file: Path, name: str, into: Path, organisations: tuple[str, ...], problems: list[Problem]
) -> Ingested | None:
    reading = read_raw(file)
    problems += reading.problems
    if reading.raw is None:
        return None
    kept = into / "content" / "ledger" / f"{name}.yaml"
    previous = None
    if kept.exists():
        previous, broken = load_ledger(kept, f"content/ledger/{name}.yaml")
        problems += broken
        if previous is None:  # numbers must never be used again, so a broken ledger is not replaced
            return None
    result = ingest_text(reading.raw, name, previous, organisations)
    problems += result.problems
    return result


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


def write_ingested(result: Ingested, into: Path) -> list[str]:
    """Write ledger, draft and, where there is none, source record of a text. Return the names of what was written.

    A ledger is machine-kept and brought up to date; a draft that a person edited stays as it is.
    """
    return list(_write_one(result, into))


def _write_one(result: Ingested, into: Path) -> Iterator[str]:
    name = f"{result.source_id}.yaml"
    if write_if_changed(into / "content" / "ledger" / name, dump_ledger(result.ledger)):
        yield f"content/ledger/{name}"
    body = dump_yaml(draft(result))
    target = into / "drafts" / name
    if _may_replace(target) and write_if_changed(target, f"{_DRAFT_MARK}{_digest(body)}\n{body}"):
        yield f"drafts/{name}"
    record = into / "content" / "sources" / name
    if not record.exists():
        write_if_changed(record, dump_yaml(_source_record(result)))
        yield f"content/sources/{name}"


def _may_replace(draft_file: Path) -> bool:
    try:
        text = draft_file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return not draft_file.exists()
    mark = _DRAFT_DIGEST.match(text)
    return mark is not None and mark[1] == _digest(text[mark.end() :])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _source_record(result: Ingested) -> dict[str, object]:
    kind = result.as_json()["kind"]
    return {
        "title": {"zh": result.source_id, "en": result.source_id},
        "kind": kind,
        "rights": "cite",  # the careful one: a person who may quote says so
        "file": Path(result.raw.path).name,
        "digest": result.raw.digest,
    }
