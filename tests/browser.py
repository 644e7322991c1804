"""Finds a browser for the tests, or installs one: `python -m tests.browser` prints which.

An installed Chromium or Chrome comes first, then Playwright's own, then Debian's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_APPLICATION = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_MINUTES = 10


def find() -> str | None:
    """The path of a browser, or None."""
    installed = next(filter(None, map(shutil.which, _NAMES)), None)
    if installed:
        return installed
    if _APPLICATION.exists():
        return str(_APPLICATION)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def require() -> str:
    """The path of a browser. Raise `RuntimeError` with a sentence if there is none."""
    found = find()
    if found is None:
        raise RuntimeError('No Chromium or Chrome was found. Run "make test", or install Chromium yourself.')
    return found


def install() -> str:
    """Install a browser if there is none, and give its path. Raise `RuntimeError` if that fails."""
    found = find()
    if found is None:
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
        found = find()
    if found is None and shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _run([*root, "apt-get", "update"])
        _run([*root, "apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return found or require()


def _run(command: list[str]) -> None:
    """Run a command; whether it helped is seen by looking for a browser again."""
    print("$", *command, flush=True)
    try:
        subprocess.run(command, check=False, timeout=_MINUTES * 60, stdout=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        print(f"gave up after {_MINUTES} minutes", flush=True)


if __name__ == "__main__":
    print(install())
