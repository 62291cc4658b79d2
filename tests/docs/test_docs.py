"""What the documents promise: commands, targets, codes, files. A promise that nobody keeps fails here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import _parser
from generator.problems import CODES

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh.md")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands() -> dict[str, set[str]]:
    """Return each command of the parser with its options."""
    (sub,) = (a for a in _parser()._actions if hasattr(a, "choices") and a.choices and not a.option_strings)
    assert isinstance(sub.choices, dict)
    return {
        name: {option for action in parser._actions for option in action.option_strings}
        for name, parser in sub.choices.items()
    }


@pytest.mark.parametrize("name", READMES)
def test_make_targets(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    promised = set(re.findall(r"\bmake ([a-z]+)", text(name)))
    assert {"site", "serve", "test"} <= promised <= targets


@pytest.mark.parametrize("name", READMES)
def test_commands_and_options(name: str) -> None:
    known = commands()
    promised = re.findall(r"^\| `handbook ([a-z]+)([^`]*)`", text(name), re.MULTILINE)
    assert {command for command, _ in promised} == set(known)
    for command, rest in promised:
        assert set(re.findall(r"--[a-z-]+", rest)) <= known[command]


@pytest.mark.parametrize("name", READMES)
def test_files_and_pictures_exist(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text(name)):
        assert (ROOT / target).exists(), target


def test_the_twins_say_the_same() -> None:
    """Both READMEs show the same commands, files and pictures, in the same order."""
    named = r"`([a-z_]+/[^`]*|[a-z_]+\.yaml|make [a-z]+|handbook [^`]+)`|docs/images/([\w-]+)"
    english, chinese = (set(re.findall(named, text(name))) for name in READMES)
    assert english == chinese
    # The first block holds comments in each language; the others are the same to the letter.
    english_code, chinese_code = (re.findall(r"^```.*?^```", text(name), re.MULTILINE | re.DOTALL) for name in READMES)
    assert english_code[1:] == chinese_code[1:]


def test_the_example_of_a_problem_is_real(library: Path) -> None:
    from generator.pipeline import build

    (example,) = set(re.findall(r"^content/\S+ .*$", text("README.md"), re.MULTILINE))
    role = library / "roles" / "librarian.yaml"
    role.write_text(role.read_text("utf-8").replace("role: shelver", "role: shelvers"), "utf-8")
    assert example in {str(problem) for problem in build.check(library).problems}


def test_every_code_is_raised_somewhere() -> None:
    sources = [file.read_text("utf-8") for file in (ROOT / "generator").rglob("*.py") if file.name != "problems.py"]
    unused = {code for code in CODES if not any(f'"{code}"' in source for source in sources)}
    assert not unused


def test_the_house_is_described() -> None:
    described = set(re.findall(r"`generator/([a-z]+)/?`", text("CONTRIBUTING.md")))
    folders = {f.name for f in (ROOT / "generator").iterdir() if f.is_dir() and (f / "__init__.py").exists()}
    assert folders <= described


def test_no_word_of_this_machine() -> None:
    """No tracked text names a path of the machine it was written on."""
    import subprocess

    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    home = str(ROOT.parent) + "/"
    for name in filter(None, listed.split("\0")):
        file = ROOT / name
        if file.suffix in {".png", ".ico"} or not file.is_file():
            continue
        assert home not in file.read_text("utf-8", errors="replace"), name


def test_each_variable_of_the_configuration_is_explained() -> None:
    asked = re.findall(r"!ENV \[(\w+),", text("mkdocs.yml"))
    assert set(asked) == set(re.findall(r"^\| `(\w+)`", text("docs/publishing.md"), re.MULTILINE))


def test_the_document_of_the_data_names_every_file_and_field(library: Path) -> None:
    """`docs/api.md` and the published schemas hold the same: each file, each field, and no other."""
    from generator.pipeline import build
    from generator.render.api.files import schema
    from generator.render.api.shapes import DOCUMENTS, VERSION
    from generator.render.sitesource import render_site

    said = text("docs/api.md")
    schemas = [schema(shape) for shape in DOCUMENTS.values()]
    fields = {
        name for s in schemas for part in (s, *s.get("$defs", {}).values()) for name in part.get("properties", {})
    }
    words = set(re.findall(r"`([^`\s]+)`", said))
    assert fields - {"id", "on", "use", "level", "phase", "role"} <= words, fields - words
    assert f"`version` is {VERSION}" in said
    content = build.check(library).content
    assert content is not None
    made = {path for path in render_site(content).files if path.startswith("api/")}
    forms = [re.sub("<[a-z]+>", "[a-z-]+", name) for name in re.findall(r"`(api/[^`]+\.json)`", said)]
    assert {path for path in made if not any(re.fullmatch(form, path) for form in forms)} == set()
    assert [form for form in forms if not any(re.fullmatch(form, path) for path in made)] == []
