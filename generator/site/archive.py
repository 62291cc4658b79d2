"""A built site as one zip, to hand on and read without a server or a network."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say: the same site gives the same bytes, whenever it was built."""
_FOR_CRAWLERS = frozenset({"sitemap.xml", "sitemap.xml.gz"})
"""Carry the date of the build, and no reader of a folder asks for them."""


def pack(site: Path, file: Path) -> int:
    """Pack a site into a zip, in a folder of the zip's name, and return how many files it holds.

    The zip is written whole or not at all. Raises OSError where it cannot be written.
    """
    target = file.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    inside = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    wanted = [name for name in inside if name not in _FOR_CRAWLERS and (site / name).absolute() != target]
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".zip-") as scratch:
        made = Path(scratch) / target.name
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in wanted:
                entry = zipfile.ZipInfo(f"{target.stem}/{name}", _FIRST_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, on every system, so that the permissions are read
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, (site / name).read_bytes())
        made.replace(target)
    return len(wanted)
