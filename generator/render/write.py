"""Writes a rendered site to a folder: only what changed, what is no longer made pruned, foreign files left alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.render.cards import draw
from generator.render.sitesource import MANIFEST

if TYPE_CHECKING:
    from generator.render.sitesource import SiteSource


@dataclass(frozen=True, slots=True)
class Written:
    """How many files of a folder were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        return f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"


def write_site(source: SiteSource, folder: Path) -> Written:
    """Bring `folder` to the state of `source`. A broken-off run leaves whole files and is mended by the next one.

    Raises OSError where the folder cannot be written.
    """
    before = read_manifest(folder).get("files", {})
    written = 0
    for path, text in source.files.items():
        written += write_if_changed(folder / path, text)
    digests = {path: _digest(text.encode("utf-8")) for path, text in source.files.items()}
    for path, card in source.cards.items():
        if path not in before or _digest_of(folder / path) != before[path]:
            written += _write_bytes(folder / path, draw(card))
        digests[path] = _digest_of(folder / path)
    removed = 0
    for path in set(before) - set(digests):
        removed += _prune(folder, path, before[path])
    manifest = {**source.manifest, "files": dict(sorted(digests.items()))}
    write_if_changed(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    return Written(written, len(digests) - written, removed)


def read_manifest(folder: Path) -> dict[str, dict[str, str]]:
    """Return the manifest of a folder, empty where there is none or it is broken."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) and isinstance(manifest.get("files"), dict) else {}


def write_if_changed(file: Path, text: str) -> bool:
    """Write a text whole or not at all, and only where the file does not hold it. Tell whether it was written."""
    return _write_bytes(file, text.encode("utf-8"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(file: Path) -> str:
    """Return the digest of a file, empty where there is none."""
    try:
        return _digest(file.read_bytes())
    except OSError:
        return ""


def _write_bytes(file: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        if file.read_bytes() == data:
            return False
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:  # Ctrl-C among them: never leave half a file
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def _prune(folder: Path, path: str, digest: str) -> bool:
    """Remove a file that an earlier run made and nobody changed since, and the folders it leaves empty."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts:  # a manifest that somebody tampered with
        return False
    file = folder / pure
    try:
        if _digest(file.read_bytes()) != digest:
            return False
        file.unlink()
    except OSError:
        return False
    for parent in file.parents:
        if parent == folder:
            break
        try:
            parent.rmdir()
        except OSError:
            break
    return True
