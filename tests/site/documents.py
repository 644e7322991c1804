"""How the tests look at built pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import html5lib

from tests.site.builds import BASE

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element


def parse(html: str) -> Element:
    """The document; the HTML standard's parser must find no error in it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    assert not parser.errors, parser.errors
    return document


def fragment(html: str) -> Element:
    """A part of a document; the HTML standard's parser must find no error in it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    part: Element = parser.parseFragment(html)
    assert not parser.errors, parser.errors
    return part


def html_files(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def address_of(path: Path, site: Path) -> str:
    return urljoin(BASE, path.relative_to(site).as_posix().removesuffix("index.html"))


def parsed(site: Path) -> dict[str, Element]:
    """Every page of a site by its address."""
    return {address_of(path, site): parse(path.read_text("utf-8")) for path in html_files(site)}


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def texts(page: Element, tag: str, of: str | None = None) -> list[str]:
    """The visible text of every element with that tag, and with that class if one is given."""
    return [text_of(element) for element in page.iter(tag) if of is None or element.get("class") == of]


def shape(page: Element) -> list[tuple[str, list[str]]]:
    """Every element with the names of its attributes: what no text may change."""
    return [(str(element.tag), sorted(element.keys())) for element in page.iter()]


def alternates(document: Element) -> dict[str, str]:
    """The page's address in each language, as it tells search engines."""
    links = [link for link in document.iter("link") if link.get("hreflang")]
    return {link.get("hreflang", ""): link.get("href", "") for link in links}
