"""What several test files need: the checked data, the built site, and a browser that looks at it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from macros.data.load import ROOT, Data, load
from macros.tips.check import Checked, check
from tests.browser import require
from tests.readers import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.readers import Reader

# Chromium must neither need a sandbox of its own (CI runs as root) nor call home.
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def copy_of_project(folder: Path) -> Path:
    """A copy of everything that the build reads, in `folder`."""
    copy = folder / "project"
    copy.mkdir()
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, copy)
    return copy


def build(
    project: Path,
    target: Path,
    builder: str = "mkdocs",
    repository: str = "",
    address: str = "https://pamit.example.com/",
) -> subprocess.CompletedProcess[str]:
    """Build both editions of `project` into `target`, as `make site` does; give the first result that failed."""
    addresses = {"PAMIT_SITE_URL": address, "PAMIT_REPO_URL": repository}
    for settings, folder in (("mkdocs.yml", target), ("mkdocs.en.yml", target / "en")):
        result = subprocess.run(
            [sys.executable, "-m", builder, "build", "--config-file", settings, "--site-dir", str(folder)],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **addresses},
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode:
            break
    return result


@pytest.fixture(scope="session")
def data() -> Data:
    return load()


@pytest.fixture(scope="session")
def checked(data: Data) -> Checked:
    return check(data)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site") / "site"
    result = build(ROOT, target)
    assert result.returncode == 0, result.stderr
    return target


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


@pytest.fixture(scope="session")
def address(site_dir: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site_dir)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=require(), args=_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def open_as(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page as somebody whose details this browser keeps, at a fixed time."""
    contexts: list[BrowserContext] = []

    def opened(reader: Reader, path: str = "", *, now: datetime = NOW, zone: str = "Asia/Jakarta") -> Page:
        context = browser.new_context(
            base_url=address, viewport={"width": 360, "height": 740}, timezone_id=zone, locale="id-ID"
        )
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        if reader:
            stored = json.dumps(json.dumps(reader))
            context.add_init_script(f"localStorage.setItem('pamit.reader', {stored})")
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
