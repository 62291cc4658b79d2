"""Holds every built page against the HTML standard by the W3C's checker (vnu): `python -m tests.audit.markup [SITE]`.

Prints each kind of error once with how often it stands and where first; exits with 1 where there is any. Needs java.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from tests.audit import SITE
from tests.audit.tools import VNU, program


def main(site: Path) -> int:
    """Check all pages of a site."""
    command = [*program("java", VNU), "--errors-only", "--skip-non-html", "--format", "json", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = defaultdict(list)
    for message in json.loads(run.stderr)["messages"]:
        errors[message["message"]].append(f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine', 0)}")
    for error, places in sorted(errors.items(), key=lambda pair: -len(pair[1])):
        print(f"{len(places)} × {error} (first: {places[0]})")
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{sum(map(len, errors.values()))} errors in {pages} pages.")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE))
