"""Everybody can use the site: rules of accessibility, room for a thumb, nothing sideways at every size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import axe_playwright_python
import pytest

from macros.data.vocabulary import LANGUAGES
from macros.site.editions import ROOTS, edition
from tests.site.readers import SITI, fill_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

    from macros.data.vocabulary import Language

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false });
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
# How wide the page is with the widest channel.
WIDE = """() => {
  const widths = [document.documentElement.scrollWidth];
  for (const input of document.querySelectorAll("fieldset[data-choice=channel] input")) {
    input.checked = true;
    widths.push(document.documentElement.scrollWidth);
  }
  return Math.max(...widths);
}"""
# Each kind of page, by its address below the root of the Indonesian edition.
KINDS = (
    "", "contoh/", "contoh/sakit/", "contoh/undangan-mencurigakan/", "cara/", "cara/2-segera-beri-tahu-rekruter/",
    "cara/8-tegaskan-mundur-atau-jadwal-ulang/", "tanya/", "kontribusi/", "tentang/",
)  # fmt: skip


def kinds(language: Language) -> list[str]:
    """One page of each kind in an edition."""
    twins = edition("id").twins
    root = ROOTS["id"][language]
    return [*(f"{root}{path if language == 'id' else twins[path]}" for path in KINDS), f"{root}404.html"]


def paths() -> list[str]:
    """Every page of both editions."""
    return [f"{ROOTS['id'][language]}{path}" for language in LANGUAGES for path in edition(language).twins]


def opened(browser: Browser, address: str, scheme: Literal["light", "dark"] = "light") -> Page:
    # The policy of the pages forbids the test's own script.
    return browser.new_page(
        base_url=address, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True, viewport=PHONE
    )


def violations(page: Page) -> list[str]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return [f"{page.url} {page.viewport_size}: {one}" for one in page.evaluate(RUN, TAGS)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, address: str, language: Language, scheme: Literal["light", "dark"]
) -> None:
    page = opened(browser, address, scheme)
    found = []
    for path in kinds(language):
        page.goto(path)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            found += violations(page)
    page.close()
    assert found == []


def test_axe_finds_nothing_in_what_opens_and_in_any_channel(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    found = []
    page.goto("contoh/bentrok-jam-kerja/")
    fill_in(page, SITI | {"company": ""})
    for channel in page.locator("fieldset[data-choice=channel] input").all():
        channel.check()
        found += violations(page)
    page.locator("header summary").click()
    found += violations(page)
    page.locator("header summary").click()
    page.locator("header label[for=__drawer]").click()
    page.wait_for_timeout(500)  # it slides in
    found += violations(page)
    page.goto("")
    page.locator("#find").click()
    page.keyboard.type("sakit")
    page.locator(".md-search-result__item").first.wait_for()
    found += violations(page)
    page.close()
    assert found == []


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    found = []
    for path in paths():
        page.goto(path)
        found += violations(page)
    page.close()
    assert found == []


def test_targets_are_large_enough_for_a_thumb_and_nothing_scrolls_sideways(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    wrong: list[tuple[object, ...]] = []
    for path in paths():
        page.goto(path)
        wrong += [(path, small) for small in page.evaluate(SMALL)]
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            wide = page.evaluate(WIDE)
            wrong += [(path, width, wide)] if wide > width else []
    page.close()
    assert wrong == []
