"""The policy of each page: its own scripts run, others do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.site.policy import secured

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage

PAGE = '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>x</title>{}</head><body></body></html>'


def scripts(html: str) -> list[str]:
    found = re.search("script-src ([^;]*);", html)
    assert found
    return found[1].split()


def test_a_page_without_scripts_of_its_own_allows_only_files() -> None:
    assert scripts(secured(PAGE.format(""))) == ["'self'"]


def test_files_and_data_need_no_hash() -> None:
    others = '<script src="a.js"></script><script type="application/json" id="x">{"a": 1}</script>'
    assert scripts(secured(PAGE.format(others))) == ["'self'"]


def test_each_script_in_the_page_is_named_once() -> None:
    # The hash is that of `printf a=1 | openssl dgst -sha256 -binary | base64`.
    expected = "'sha256-wi/qXXQo5c9H72NUyXySI8ldbc3D4NIwD/eQVrH/PYU='"
    one, module = "<script>a=1</script>", '<script type="module">b=2</script>'
    assert scripts(secured(PAGE.format(one + one))) == ["'self'", expected]
    assert len(scripts(secured(PAGE.format(one + module)))) == 3


def test_the_policy_comes_before_all_that_it_judges() -> None:
    html = secured(PAGE.format('<script>a=1</script><link rel="stylesheet" href="a.css">'))
    assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link"))


@pytest.mark.parametrize("html", ["<html></html>", PAGE.format('<meta charset="utf-8">')])
def test_a_page_in_which_the_policy_has_no_place_stops_the_build(html: str) -> None:
    with pytest.raises(ValueError, match="charset"):
        secured(html)


def test_a_script_that_came_later_does_not_run(browser: Browser) -> None:
    page = browser.new_page()
    html = secured(PAGE.format("<script>document.title = 'ours'</script>"))
    html = html.replace("<body>", "<body><script>document.title = 'theirs'</script>")
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("http://pamit.test/")
    assert page.title() == "ours"
    page.close()


@pytest.mark.parametrize("path", ["", "contoh/sakit/", "cara/1-gunakan-media-yang-sama/", "404.html", "en/"])
def test_no_page_breaks_its_own_policy(browser: Browser, address: str, path: str) -> None:
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    page = browser.new_page()
    page.on("console", listen)
    page.goto(address + path)
    page.keyboard.press("Tab")  # the theme's script comes
    page.locator("html.js").wait_for(state="attached")
    page.locator("#search-query").fill("sakit")
    page.locator("#search-query").press("Enter")
    page.close()
    assert said == []


def test_every_page_has_its_policy(site_dir: Path) -> None:
    for path in site_dir.rglob("*.html"):
        assert path.read_text("utf-8").count("Content-Security-Policy") == 1, path
