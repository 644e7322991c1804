"""How the tests look at a parsed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def shape(page: Element) -> list[tuple[str, list[str]]]:
    """Every element with the names of its attributes: what no text may change."""
    return [(str(element.tag), sorted(element.keys())) for element in page.iter()]


def texts(page: Element, tag: str, of: str | None = None) -> list[str]:
    """The visible text of every element with that tag, and with that class if one is given."""
    return ["".join(element.itertext()) for element in page.iter(tag) if of is None or element.get("class") == of]
