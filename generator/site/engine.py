"""Runs the site engine as a command of its own and holds what it built against the manifest."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.write import read_manifest
from generator.site.menu import SiteMap

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Built:
    """What the engine printed, and what is wrong with what it built; nothing is wrong where `faults` is empty."""

    output: str
    faults: tuple[str, ...]


def build(config: Path, out: Path, site_source: str = "site_src") -> Built:
    """Build the site of a configuration into `out`.

    `--strict` alone is not trusted: an engine that skips an unknown plugin exits 0 with a single page, so the pages it
    wrote are compared with the manifest.
    """
    target = out.absolute()
    (config.absolute().parent / site_source).mkdir(exist_ok=True)  # MkDocs refuses to start without it
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        config.name,
        "--site-dir",
        str(target),
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        command,
        cwd=config.absolute().parent,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        return Built(run.stdout + run.stderr, ("The site was not built.",))
    pages = SiteMap(read_manifest(config.absolute().parent / site_source)).urls
    return Built(
        run.stdout + run.stderr, tuple(f"{url}: the engine did not build this page." for url in missing(pages, target))
    )


def missing(urls: frozenset[str], out: Path) -> list[str]:
    """Return the addresses of the manifest that have no file in a built site."""
    return sorted(url for url in urls if not (out / url).is_file())
