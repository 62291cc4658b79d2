"""Shared by all tests: the root, the third-party sources where they are, and a small handbook to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT.parent / "shared" / "sources"

# Speed is a matter of benchmarks, never of a passing test.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Path]:
    """The five real texts. They are third-party and stand beside the project, not in it."""
    found = sorted(SOURCES.glob("*.txt"))
    if not found:
        pytest.skip("the third-party texts are not beside this clone; the tests on them run where they are")
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of a small handbook of another trade, with the real interface words: a content folder to edit."""
    return copy_library(tmp_path)


def copy_library(folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(ROOT / "tests" / "handbooks" / "library" / "content", content)
    shutil.copy(ROOT / "content" / "interface.yaml", content / "interface.yaml")
    return content
