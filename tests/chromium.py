"""The browser of the tests: where it is, how it is started; as a command, installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)
"""A browser that asks no host for anything on its own."""


def find() -> str | None:
    """Return the Chromium of `HANDBOOK_BROWSER`, or the one on the path."""
    return os.environ.get("HANDBOOK_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


def path(playwright: Playwright) -> str:
    """Return the browser to start: the system's, else the one that Playwright installed, whether it is there or not."""
    return find() or playwright.chromium.executable_path


def main() -> int:
    """Find a browser, or install Debian's with fonts for Chinese, else Playwright's."""
    found = find()
    if found is None and shutil.which("apt-get") and (elevate := _elevate()) is not None:
        print("Installing chromium and fonts-noto-cjk …", flush=True)
        quiet = [*elevate, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*quiet, "update"], check=False, stdout=subprocess.DEVNULL)
        subprocess.run([*quiet, "install", "-y", "chromium", "fonts-noto-cjk"], check=False, stdout=subprocess.DEVNULL)
        found = find()
    if found is None:
        code = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode
        if code:
            print("No browser could be installed. Install chromium, or set HANDBOOK_BROWSER to the path of one.")
        return code
    print(f"Browser: {found}")
    return 0


def _elevate() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    can = (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    )
    return ["sudo", "-n"] if can else None


if __name__ == "__main__":
    sys.exit(main())
