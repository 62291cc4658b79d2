"""The `handbook` command. Findings go to standard output, progress and remarks to standard error.

Exit codes: 0 all went well, 1 there is an error in what was read, 2 the command was called wrongly, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.derive import Derived
from generator.model.faults import nearest
from generator.pipeline import build
from generator.pipeline.ingest import Wanted, ingest
from generator.pipeline.scaffold import ScaffoldError, scaffold
from generator.problems import CODES, Problem, has_errors
from generator.render.localize import Localizer
from generator.render.publication import wrong_address
from generator.render.write import write_if_changed
from generator.site import archive, engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OK, FOUND, USAGE, INTERRUPTED = 0, 1, 2, 130
CONTENT = Path("content")
SITE_SOURCE = Path("site_src")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if sys.version_info >= (3, 11) or hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("Stopped. Files are whole: each was written in one piece or not at all.")
        return INTERRUPTED
    except BrokenPipeError:  # `handbook check | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handbook",
        description="Make a role handbook: raw postings and guides in, a bilingual, cited, searchable site out.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    ingest = commands.add_parser(
        "ingest",
        help="read raw texts; write ledgers and drafts",
        description="Read raw texts (txt, md, html, docx, pdf) and write, below DIR: content/ledger/<id>.yaml, "
        "content/sources/<id>.yaml where there is none, and drafts/<id>.yaml, what a writer starts from. The id is the "
        "name of the file.",
    )
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text, or a folder of texts")
    ingest.add_argument(
        "--into", type=Path, default=Path(), metavar="DIR", help="the handbook's folder (default: here)"
    )
    ingest.add_argument("--json", action="store_true", help="print what was found as JSON and write nothing")
    ingest.add_argument("--explain", action="store_true", help="show every repair in place")
    ingest.set_defaults(run=_ingest)

    check = commands.add_parser("check", help="list every problem of the content")
    _content_option(check)
    check.add_argument("--format", choices=("text", "github", "json"), default="text", help="text is the default")
    check.set_defaults(run=_check)

    render = commands.add_parser("render", help="write site_src/ only")
    _content_option(render)
    render.add_argument("--site-source", type=Path, default=SITE_SOURCE, metavar="DIR", help="default: site_src")
    render.set_defaults(run=_render)

    site = commands.add_parser("build", help="check the content and build the site")
    site.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="default: site")
    site.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="default: mkdocs.yml")
    site.add_argument(
        "--zip", type=Path, metavar="FILE", help="also pack the site into one file, to read from a folder"
    )
    site.set_defaults(run=_build_site)

    new = commands.add_parser(
        "new",
        help="make a role, stage, case or term to fill in",
        description="Make a file to fill in; where a file is there already, print what to paste at its end.",
    )
    _content_option(new)
    new.add_argument("kind", choices=("role", "stage", "case", "term"))
    new.add_argument("id", metavar="ID", help="lower-case English words joined by hyphens; a stage is process/stage")
    new.set_defaults(run=_new)

    explain = commands.add_parser("explain", help="print the manual entry of a problem")
    explain.add_argument("code", metavar="CODE", nargs="?", help="such as unknown-reference; none lists all")
    explain.set_defaults(run=_explain)

    trace = commands.add_parser(
        "trace",
        help="say where an item comes from, or what a statement became",
        description="ITEM is kind/id, with #anchor for a part: role/librarian#duty-lending. A statement is "
        "source#number: rules#7.",
    )
    _content_option(trace)
    trace.add_argument("what", metavar="ITEM|SOURCE#N")
    trace.set_defaults(run=_trace)
    return parser


def _content_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help="default: content")


# -- the commands -------------------------------------------------------------------------------------------------


def _ingest(options: argparse.Namespace) -> int:
    counter = _Counter("Reading")
    failed = False
    found: list[dict[str, object]] = []
    wanted = Wanted(write=not options.json and not options.explain, found=options.json, explain=options.explain)
    for report in ingest(options.paths, options.into, wanted, counter.tell):
        counter.close()
        aside = sys.stderr if options.json else sys.stdout
        for line in (*report.problems, *report.explanation, *report.differences):
            print(line, file=aside)
        failed = failed or has_errors(report.problems)
        if report.found is not None:
            found.append(report.found)
        if report.source and wanted.write:
            kept = " (a file that you edited stays as it is)" if report.differences else ""
            _say(f"{report.source}: {report.statements} statements, {report.repairs} repairs{kept}")
            for file in report.written:
                _say(f"  wrote {file}")
    counter.close()
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    return FOUND if failed else OK


def _check(options: argparse.Namespace) -> int:
    checked = build.check(options.content)
    if options.format == "json":
        print(json.dumps([_as_dict(problem) for problem in checked.problems], ensure_ascii=False, indent=2))
    else:
        for problem in checked.problems:
            print(_github(problem) if options.format == "github" else problem)
    print(checked.summary(), file=sys.stdout if options.format == "text" else sys.stderr)
    return OK if checked.sound else FOUND


def _render(options: argparse.Namespace) -> int:
    address = os.environ.get("SITE_URL", "").strip()
    if _no_address("SITE_URL"):
        return USAGE
    counter = _Counter("Rendering")
    checked, written = build.render(options.content, options.site_source, counter.tell_locale, address)
    counter.close()
    if written is None:
        _print_errors(checked.problems)
        return FOUND
    _say(f"{options.site_source}: {written}. {_summary(checked.problems)}")
    return OK


def _no_address(variable: str) -> bool:
    """Tell whether an environment variable holds something that is no address, and say so."""
    wrong = wrong_address(variable, os.environ.get(variable, ""))
    if wrong:
        _say(wrong)
    return bool(wrong)


def _build_site(options: argparse.Namespace) -> int:
    if _no_address("SITE_URL") or _no_address("REPO_URL"):
        return USAGE
    if not options.config.is_file():
        _say(f"There is no {options.config}. Run the command in the handbook's folder, or name the file by --config.")
        return USAGE
    if sys.stderr.isatty():
        _say(f"Building the site into {options.out} …")
    result = engine.build(options.config, options.out)
    print(result.output, end="", file=sys.stderr)
    for line in result.faults:
        print(line)
    if result.faults:
        return FOUND
    _say(f"The site is in {options.out}: open {options.out / 'index.html'}")
    if options.zip is not None:
        try:
            count = archive.pack(options.out, options.zip)
        except OSError as error:
            print(f"{options.zip}: the zip was not written: {error.strerror or error}")
            return FOUND
        _say(f"The same in one file: {options.zip} ({count} files)")
    return OK


def _new(options: argparse.Namespace) -> int:
    checked = build.check(options.content)
    if checked.content is None:
        _print_errors(checked.problems)
        return FOUND
    try:
        file, text, whole = scaffold(options.kind, options.id, checked.content, options.content)
    except ScaffoldError as error:
        _say(str(error))
        return USAGE
    if not whole:
        print(text, end="")
        _say(f"Paste this at the end of {file}, which is yours.")
        return OK
    write_if_changed(file, text)
    _say(f"wrote {file}: fill it in, then run `handbook check`.")
    if options.kind in {"role", "case"}:
        handbook = options.content / "handbook.yaml"
        _say(f"Name it under `{options.kind}s:` in {handbook} to give it its place; else it comes last.")
    return OK


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        for code in CODES.values():
            print(f"{code.id:24} {code.severity}")
        return OK
    found = CODES.get(options.code)
    if found is None:
        _say(f"There is no code `{options.code}`. `handbook explain` lists all.")
        return USAGE
    print(f"{found.id} ({found.severity})\n\n{textwrap.fill(found.manual, 100)}")
    return OK


def _trace(options: argparse.Namespace) -> int:
    checked = build.check(options.content)
    if checked.content is None:
        _print_errors(checked.problems)
        return FOUND
    derived = Derived(checked.content)
    localizer = Localizer(checked.content, "zh-Hans")
    for item in derived.items:
        if item.ref == options.what:
            print(f"{item.ref}  {localizer.label(item.title)}")
            for citation in item.record.from_:
                print(f"  {citation}  {_place(derived, citation)}")
            return OK
    source, _, number = options.what.partition("#")
    if number.isdigit() and source in checked.content.ledgers:
        numbers = {s.n for s in checked.content.ledgers[source].record.statements}
        if int(number) in numbers:
            print(f"{options.what}  {_place(derived, options.what)}")
            uses = derived.uses.get(options.what, ())
            for item in uses:
                print(f"  {item.ref}  {localizer.label(item.title)}")
            reason = derived.dispositions.get(options.what)
            if reason:
                print(f"  not for the handbook: {localizer.label(reason)}")
            elif not uses:
                print("  not cited")
            return OK
    known = [*(item.ref for item in derived.items), *(f"{i}#1" for i in checked.content.ledgers)]
    near = nearest(options.what, known)
    mend = near or "Write role/librarian#duty-lending or source#7."
    _say(f"There is no item and no statement `{options.what}`. {mend}")
    return USAGE


def _place(derived: Derived, citation: str) -> str:
    source, _, number = citation.partition("#")
    ledger = derived.content.ledgers.get(source)
    record = derived.content.sources.get(source)
    found = next((s for s in ledger.record.statements if s.n == int(number)), None) if ledger else None
    file = record.record.file if record else source
    return f"{file}:{found.place} {found.kind} {found.lang}" if found else "no such statement"


# -- printing -----------------------------------------------------------------------------------------------------


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _print_errors(problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.severity == "error":
            print(problem)


def _summary(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "No problems."
    shown = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return ", ".join(shown) + "."


def _as_dict(problem: Problem) -> dict[str, object]:
    place = problem.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "mend": problem.mend,
    }


def _github(problem: Problem) -> str:
    """Return a workflow command that puts the problem on its line of a pull request."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    place = problem.location
    properties = f"file={value(place.path)},line={place.line},col={place.column},title={value(problem.code)}"
    return f"::{problem.severity} {properties}::{data(problem.message)} {data(problem.mend)}"


class _Counter:
    """Progress on a terminal, with a rate and the time left; nothing in a pipe."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = sys.stderr.isatty()
        self._started = time.monotonic()

    def tell(self, done: int, every: int) -> None:
        if self._shown:
            rate = done / max(time.monotonic() - self._started, 0.001)
            left = round((every - done) / rate)
            said = f"{self._label} {done}/{every}, {rate:.1f} a second, {left // 60}:{left % 60:02} left"
            print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True)

    def tell_locale(self, locale: str, done: int, every: int) -> None:
        if self._shown:
            print(f"\r{self._label} {locale} {done}/{every}\x1b[K", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
