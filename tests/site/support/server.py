"""`mkdocs serve` as a writer has it: a process of its own, its output, and what it serves."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from tests.site.support.html import Element, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 180.0
"""Seconds until a test gives up on something that never happens; nothing is measured by it."""
SETTLED = 4.0
"""Seconds without a rebuild after which none is under way: the server looks for changes twice a second."""
BUILT = re.compile(r"\] (?:Serving on|Reloading browsers)")
"""What the server says after each build, with the time before it: MkDocs keeps quiet about a line that it said before,
and two builds may take the same hundredths of a second."""
CHANGED = "Detected file changes"


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, project: Path, scratch: Path) -> None:
        self.project = project
        self.scratch = scratch
        scratch.mkdir()
        self._log = scratch.with_suffix(".log")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        address = f"127.0.0.1:{self.port}"
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUNBUFFERED": "1",
            "TMPDIR": str(scratch),
        }
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
                cwd=project,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=_heed_interrupts,
            )

    @property
    def output(self) -> str:
        """Everything printed so far."""
        return self._log.read_text("utf-8")

    @property
    def builds(self) -> int:
        """How often the site was built so far."""
        return len(BUILT.findall(self.output))

    def wait_for(self, what: str, happened: Callable[[], bool]) -> None:
        """Return once it happened; fail with the output where the server ended or nothing came of it."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert self.process.poll() is None, f"The server ended before {what}:\n{self.output}"
            assert time.monotonic() < deadline, f"There was never {what}:\n{self.output}"
            time.sleep(0.1)

    def wait_until_built(self, times: int) -> None:
        """Return once the site was built so often in all and the server has come to rest."""
        self.wait_for(f"build {times}", lambda: self.builds >= times)
        quiet_since, length = time.monotonic(), len(self.output)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() - quiet_since < SETTLED:
            assert time.monotonic() < deadline, f"The server never came to rest:\n{self.output}"
            time.sleep(0.2)
            if len(self.output) != length:
                quiet_since, length = time.monotonic(), len(self.output)

    def page(self, url: str) -> Element:
        """Return a page as it is served now."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{url}", timeout=PATIENCE) as answer:
            return parse(answer.read().decode("utf-8"))

    def shows(self, url: str, text: str) -> bool:
        """Tell whether a page is served and its article holds a text."""
        try:
            return any(text in article.text for article in self.page(url).all("article"))
        except (urllib.error.URLError, ConnectionError):
            return False

    def interrupt(self) -> int:
        """Press Ctrl-C, and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def _heed_interrupts() -> None:
    # A process started by one that runs in the background would ignore Ctrl-C, and so would its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
