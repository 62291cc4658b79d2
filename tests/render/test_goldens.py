"""Golden pages: the library handbook as it is written to disk, page by page, in three locales.

`make goldens` writes them anew; what changed in them is what changes for everybody's links and eyes, so read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pipeline import build
from tests.conftest import copy_library

GOLDENS = Path(__file__).with_name("goldens")
KEPT = (
    "index.md",
    "en/index.md",
    "en/roles/librarian.md",
    "en/roles/shelver.md",
    "en/processes/loan/checkout.md",
    "en/processes/loan/return.md",
    "en/processes/loan.md",
    "en/roles/index.md",
    "en/matrix.md",
    "en/compare.md",
    "en/guides.md",
    "en/guides/first-day.md",
    "en/cases.md",
    "en/cases/amnesty.md",
    "en/metrics.md",
    "en/status.md",
    "en/glossary.md",
    "en/sources/index.md",
    "en/sources/rules.md",
    "en/print.md",
    "zh-Hans/roles/librarian.md",
    "zh-Hans/processes/loan/checkout.md",
    "zh-Hans/cases/amnesty.md",
    "zh-Hans/sources/rules.md",
    "zh-Hant/roles/librarian.md",
    "zh-Hant/guides/first-day.md",
    "zh-Hant/metrics.md",
    "zh-Hant/matrix.md",
)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("goldens")
    build.render(copy_library(folder), folder / "site_src")
    return folder / "site_src"


@pytest.mark.parametrize("path", KEPT)
def test_page(rendered: Path, path: str) -> None:
    made = (rendered / path).read_text("utf-8")
    golden = GOLDENS / path
    if os.environ.get("HANDBOOK_GOLDENS") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


def test_no_golden_without_a_page() -> None:
    assert {file.relative_to(GOLDENS).as_posix() for file in GOLDENS.rglob("*.md")} == set(KEPT)
