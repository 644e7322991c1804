"""What the tests of the site need: the built site, its parsed pages, and a browser that looks at it."""

from __future__ import annotations

import fcntl
import json
import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from macros.data.load import ROOT
from tests.browser import require
from tests.site.builds import build
from tests.site.documents import parsed
from tests.site.readers import NOW, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.site.readers import Reader

# Chromium must neither need a sandbox of its own (CI runs as root) nor call home.
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site. Whichever process of a run comes first builds it for all."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    site, built = folder / "site", folder / "site-is-built"
    with (folder / "site-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            result = build(ROOT, site)
            assert result.returncode == 0, result.stderr
            built.touch()
    return site


@pytest.fixture(scope="session")
def documents(site_dir: Path) -> dict[str, Element]:
    """Every page by its address; none has a parse error."""
    return parsed(site_dir)


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
    """Open a page on a phone, as somebody whose details this browser keeps, at a fixed time."""
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
        visit(page, path)
        return page

    yield opened
    for context in contexts:
        context.close()
