"""Finds a Chromium for the browser tests, or installs one: Debian's with fonts for Chinese, else Playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def main() -> int:
    found = os.environ.get("HANDBOOK_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and shutil.which("apt-get") and (elevate := _elevate()) is not None:
        print("Installing chromium and fonts-noto-cjk …", flush=True)
        quiet = [*elevate, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*quiet, "update"], check=False, stdout=subprocess.DEVNULL)
        subprocess.run([*quiet, "install", "-y", "chromium", "fonts-noto-cjk"], check=False, stdout=subprocess.DEVNULL)
        found = next(filter(None, map(shutil.which, NAMES)), None)
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
