"""The house: imports go one way, each third party has one door, each module stands alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"

# What each package may import of ours, beside itself. The base is what both lines share.
BASE = {"places", "problems", "chinese", "radicals", "pinyin", "ledger", "figures"}
ALLOWED = {
    "places": set(),
    "problems": {"places"},
    "chinese": set(),
    "radicals": set(),
    "pinyin": {"chinese"},
    "ledger": set(),
    "history": set(),
    "figures": {"places"},
    "read": BASE,
    "clean": BASE | {"read"},
    "segment": BASE | {"read", "clean"},
    "extract": BASE | {"read", "clean", "segment"},
    "model": BASE | {"read"},
    "render": BASE | {"read", "model", "history"},
    "pipeline": BASE | {"history", "read", "extract", "model", "render"},
    "site": BASE | {"model", "render", "pipeline"},
    "cli": BASE | {"extract", "model", "render", "site", "pipeline"},
    "": set(),
}
DOORS = {
    "mkdocs": {"generator/site/mkdocs_plugin.py"},
    "opencc": {"generator/chinese.py"},
    "pypinyin": {"generator/pinyin.py"},
    "yaml": {"generator/read/yaml.py"},
    "jinja2": {"generator/render/sitesource.py"},
    "rcssmin": {"generator/site/styles.py"},
    "PIL": {"generator/render/cards.py"},
    "manimgx_fonts_cjk": {"generator/render/cards.py"},
    "lxml": {"generator/read/formats/webpage.py", "generator/read/formats/word.py"},
    "pypdfium2": {"generator/read/formats/pdf_worker.py"},
    "rapidfuzz": {"generator/model/similar.py"},
    "charset_normalizer": {"generator/read/decode.py"},
}
MODULES = sorted(GENERATOR.rglob("*.py"))


def imports(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room(file: Path) -> str:
    first = file.relative_to(GENERATOR).parts[0]
    return first.removesuffix(".py") if first != "__init__.py" else ""


def test_every_room_has_a_rule() -> None:
    assert {room(file) for file in MODULES} == set(ALLOWED)


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(GENERATOR)))
def test_imports_go_one_way(file: Path) -> None:
    here = room(file)
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("generator.")}
    assert ours <= ALLOWED[here] | {here}


@pytest.mark.parametrize("file", MODULES, ids=lambda f: str(f.relative_to(GENERATOR)))
def test_each_third_party_has_one_door(file: Path) -> None:
    shown = file.relative_to(ROOT).as_posix()
    for name in imports(file):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or shown in doors, f"{shown} imports {name}"


def test_git_has_one_door() -> None:
    callers = {
        file.relative_to(ROOT).as_posix()
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.List) and node.elts
        if isinstance(first := node.elts[0], ast.Constant) and first.value == "git"
    }
    assert callers == {"generator/history.py"}


def test_each_module_imports_alone() -> None:
    names = [".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for f in MODULES]
    code = "import importlib, sys\n" + "\n".join(
        f"for name in [m for m in sys.modules if m.startswith('generator')]: del sys.modules[name]\n"
        f"importlib.import_module({name!r})"
        for name in names
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr


def test_the_generator_knows_nothing_of_this_handbook() -> None:
    """No id and no name of the first handbook's roles, sources or organisations stands in the code."""
    content = ROOT / "content"
    handbook = yaml.safe_load((content / "handbook.yaml").read_text("utf-8"))
    words = {file.stem for kind in ("roles", "processes", "sources") for file in (content / kind).glob("*.yaml")}
    words |= {str(name) for o in handbook["organisations"] for name in o["name"].values()}
    common = {"marketing", "after-sales"}  # English words that a rule may use for themselves
    for file in [*MODULES, *GENERATOR.rglob("*.j2")]:
        text = "\n".join(
            line for line in file.read_text("utf-8").splitlines() if ">>>" not in line and "such as" not in line
        )
        code = _without_docstrings(text, file)
        found = {word for word in words - common if word in code}
        assert not found, f"{file.name} knows {found}"


def _without_docstrings(text: str, file: Path) -> str:
    """Return code only: docstrings may show ids of this handbook as examples."""
    if file.suffix != ".py":
        return text
    return "\n".join(
        repr(node.value)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
    )
