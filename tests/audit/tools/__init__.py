"""Node's and Java's tools for the audits, pinned in `package-lock.json`; `make audit` installs them here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"


def program(name: str, file: Path) -> list[str]:
    """Return the start of the command that runs a tool; leave with a word on what is missing where it cannot run."""
    found = shutil.which(name)
    if found is None:
        sys.exit(f"This audit needs `{name}` on the path.")
    if not file.exists():
        sys.exit("The tools of the audits are not installed. Run: npm ci --prefix tests/audit/tools")
    return [found, *(["-jar"] if name == "java" else []), str(file)]
