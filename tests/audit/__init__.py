"""Audits of the built site that need more than `make test` may assume: run by hand and in CI, they print figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.render.write import read_manifest

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"


def pages() -> list[dict[str, Any]]:
    """Return what the manifest of the built handbook lists."""
    manifest: dict[str, Any] = read_manifest(ROOT / "site_src")
    listed: list[dict[str, Any]] = manifest["pages"]
    return listed


def first_of_each_kind(locale: str) -> dict[str, str]:
    """Return for each kind of page the address of its first page in a locale."""
    return {page["kind"]: page["url"] for page in reversed(pages()) if page["locale"] == locale}
