"""The last step of a build: what readers on slow phones need is put together, and all else is left out.

It works on the finished files of one edition, whichever builder has written them: without it the site looks and works
the same, only heavier and without its Content-Security-Policy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.site.policy import secured
from macros.site.styles import Used, reduced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = "assets/css/pamit.css"

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+)">\s*|<style>(.*?)</style>\s*', re.DOTALL)
_SOURCE_MAP = re.compile(r"\n?//# sourceMappingURL=\S+\s*$")
# What begins like this the theme's script makes only where the pages hold the word beside it.
_MADE_WITH = {
    "--md-mermaid": "mermaid",
    "md-annotation": "highlight",
    "md-code": "highlight",
    "md-source": "md-source",
    "md-tooltip": "tooltips",
    "md-version": "mike",
    "rtl": "rtl",
    "tabbed": "tabbed-set",
}


def publish(folder: Path) -> None:
    """Make the built edition in `folder` ready to be read. Raise `ValueError` with a sentence if that cannot be."""
    pages = sorted(folder.rglob("*.html"))
    for script in folder.glob("assets/**/*.js"):
        script.write_text(_SOURCE_MAP.sub("\n", script.read_text("utf-8")), "utf-8")
    styles = "\n".join(_styles(folder, pages))
    for page in pages:
        page.write_text(secured(_linked(page.read_text("utf-8"))), "utf-8")
    (folder / STYLES).write_text(styles, "utf-8")
    asked = _asked(folder, pages)
    used = Used(map(_read, pages), (_read(path) for path in asked if path.suffix == ".js"), _MADE_WITH)
    (folder / STYLES).write_text(reduced(styles, used), "utf-8")
    for path in set(_files(folder)) - asked:
        path.unlink()


def _styles(folder: Path, pages: list[Path]) -> Iterator[str]:
    """The text of each stylesheet, in the order in which every page has them."""
    orders = {tuple((path, text) for _, path, text in _STYLE.findall(_read(page))) for page in pages}
    if len(orders) != 1:
        raise ValueError("every page must have the same stylesheets in the same order, to be joined into one")
    for path, text in orders.pop():
        yield _read(folder / path) if path else text


def _linked(html: str) -> str:
    """The page with one stylesheet in place of the first."""
    root = next((root for root, path, _ in _STYLE.findall(html) if path), "")
    first = _STYLE.search(html)
    rest = _STYLE.sub("", html)
    at = first.start() if first else 0
    return f'{rest[:at]}<link rel="stylesheet" href="{root}{STYLES}">\n{rest[at:]}'


def _asked(folder: Path, pages: list[Path]) -> set[Path]:
    """The files that a page names, and those that these name."""
    files, unread = list(_files(folder)), list(pages)
    asked: set[Path] = set()
    while unread:
        words = set(re.findall(r"[\w.-]+", _read(unread.pop())))
        named = {path for path in files if path.name in words} - asked
        unread += [path for path in named if path.suffix in {".js", ".css", ".svg", ".json"}]
        asked |= named
    return asked


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("assets/**/*") if path.is_file())


def _read(path: Path) -> str:
    return path.read_text("utf-8")
