"""Everybody can use the site: rules of accessibility, room for a thumb, nothing sideways; narrow and wide, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import axe_playwright_python
import pytest

from macros.data.vocabulary import LANGUAGES
from macros.site.editions import ROOTS, edition
from tests.site.readers import SITI, fill_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"], elementRef: false });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}"""
# 44 px, except links inside a sentence, which WCAG 2.5.8 lets be as high as their line.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, select, input, label[for], label:has(input)")]
  .filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !e.matches("[type=radio]"))
  .filter((e) => !e.closest(".md-skip, .md-overlay, .md-search__overlay, .visually-hidden, p:not([class]), td, dd"))
  .filter((e) => getComputedStyle(e).display !== "inline" || !e.closest("main li, main p"))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height && box.right > 0 && box.left < innerWidth)
  .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
  .map(([e, box]) => `${e.className} ${e.textContent.trim().slice(0, 30)}: ${box.width} × ${box.height}`)"""
CHANNELS = """() => document.querySelectorAll("fieldset[data-choice=channel] input").length"""
CHOOSE = """(place) => document.querySelectorAll("fieldset[data-choice=channel] input")[place]?.click()"""


def paths() -> list[str]:
    """Every page of both editions."""
    return [
        *(f"{ROOTS['id'][language]}{path}" for language in LANGUAGES for path in edition(language).twins),
        *(f"{ROOTS['id'][language]}404.html" for language in LANGUAGES),
    ]


def looks(page: Page) -> Iterator[str]:
    """The page on a phone and on a desk, with each channel where it has some."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for place in range(page.evaluate(CHANNELS) or 1):
            page.evaluate(CHOOSE, place)
            yield f"{page.url} {size['width']} {place}"


def check(page: Page, look: str, found: list[str]) -> None:
    found += [f"{look}: {one}" for one in page.evaluate(RUN, TAGS)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    # The policy of the pages forbids the test's own script.
    context = browser.new_context(
        base_url=address, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True, viewport=PHONE
    )
    page = context.new_page()
    found: list[str] = []
    for path in paths():
        page.goto(path)
        page.evaluate(AXE)
        for look in looks(page):
            check(page, look, found)
    context.close()
    assert found == []
