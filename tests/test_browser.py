"""The site as a reader meets it, in Chromium: narrow and wide, light and dark, with and without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

    from macros.tips.check import Checked

KINDS = {
    "home": "",
    "situations": "contoh/",
    "search": "contoh/#find",
    "scenario": "contoh/sakit/",
    "tips": "cara/",
    "tip": "cara/5-beri-alasan-jujur-satu-kalimat/",
    "clock": "cara/2-segera-beri-tahu-rekruter/",
    "fork": "cara/8-tegaskan-mundur-atau-jadwal-ulang/",
    "contribute": "kontribusi/",
    "about": "tentang/",
    "missing": "404.html",
    "English home": "en/",
    "English scenario": "en/examples/sick/",
    "English tip": "en/tips/9-close-well-and-confirm/",
    "English about": "en/about/",
}
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=address, viewport=PHONE)
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def each_tab(page: Page) -> Iterator[None]:
    """Once for every channel that the page shows, or once for a page without channels."""
    tabs = page.locator("fieldset[data-choice=channel] input").all()
    if not tabs:
        yield
    for tab in tabs:
        tab.check()
        yield


def open_kind(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    if kind == "search":
        page.locator("#find").fill("sakit")
        page.locator(".found a").first.wait_for()


def choose(page: Page, group: str, value: str) -> None:
    page.locator(f'input[name="{group}"][value="{value}"]').check()


def test_from_home_to_the_copied_message(page: Page, checked: Checked) -> None:
    page.goto("")
    page.get_by_role("link", name="Saya masih berminat").click()
    page.get_by_role("link", name="Sedang sakit").click()
    page.get_by_role("radio", name="WhatsApp").check()
    page.locator("article.message:visible").get_by_role("button", name="Salin pesan").click()
    page.get_by_text("Pesan tersalin").wait_for()
    message = next(message for message in checked.messages if message.id == "sakit-whatsapp-id")
    assert page.evaluate("navigator.clipboard.readText()") == message.body
    visible = page.locator("#sakit-whatsapp-id .message-body")
    assert visible.inner_text() == message.body


def test_every_message_of_a_page_copies_exactly(page: Page, checked: Checked) -> None:
    page.goto("contoh/sudah-diterima-kerja-lain/")
    messages = [message for message in checked.messages if message.scenario == "tawaran-lain"]
    assert len(messages) == 12
    for message in messages:
        choose(page, "channel", message.channel)
        choose(page, "language", message.language)
        shown = page.locator("article.message:visible")
        assert shown.count() == 1
        shown.get_by_role("button", name="Salin pesan").click()
        assert page.evaluate("navigator.clipboard.readText()") == message.body
        if message.subject:
            shown.get_by_role("button", name=re.compile("^Salin subjek *:")).click()
            assert page.evaluate("navigator.clipboard.readText()") == message.subject.text
            shown.get_by_role("button", name="Salin subjek dan pesan").click()
            assert page.evaluate("navigator.clipboard.readText()") == f"{message.subject.text}\n\n{message.body}"


def test_copying_is_announced(page: Page) -> None:
    page.goto("contoh/sakit/")
    button = page.locator("#sakit-email-id button").first
    button.click()
    status = page.locator("#sakit-email-id [role=status]")
    expect(status).to_contain_text("Pesan tersalin")
    expect(button.locator(".copy-label")).to_have_text("Tersalin")
    button.get_by_text("Salin pesan").wait_for()


def test_every_copy_button_has_a_name_of_its_own(page: Page) -> None:
    page.goto("contoh/sakit/")
    for channel in ("email", "whatsapp"):
        choose(page, "channel", channel)
        names = page.locator("button:visible").all_inner_texts()
        assert len(names) > 1
        assert len(set(names)) == len(names)


def test_a_refused_clipboard_leaves_the_text_selected(page: Page, checked: Checked) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto("contoh/sakit/")
    page.locator("#sakit-email-id button").first.click()
    page.get_by_text("Teksnya sudah dipilih").wait_for()
    message = next(message for message in checked.messages if message.id == "sakit-email-id")
    assert page.evaluate("String(getSelection())") == message.body


def test_the_choice_is_remembered(page: Page) -> None:
    page.goto("contoh/sakit/")
    choose(page, "channel", "whatsapp")
    choose(page, "language", "en")
    page.goto("contoh/gaji-tidak-sesuai/")
    assert page.locator("article.message:visible").get_attribute("id") == "gaji-whatsapp-en"


def test_a_channel_that_a_page_lacks_falls_back_to_its_first(page: Page) -> None:
    page.goto("contoh/sakit/")
    choose(page, "channel", "sms")
    page.goto("contoh/gaji-tidak-sesuai/")
    assert page.locator("article.message:visible").get_attribute("id") == "gaji-email-id"


def test_without_storage_everything_works(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
    )
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto("contoh/sakit/")
    choose(page, "channel", "phone")
    assert page.locator("article.message:visible").get_attribute("id") == "sakit-phone-id"
    page.get_by_role("radio", name="Gelap").check()
    assert problems == []


def test_the_theme_can_be_chosen_and_is_kept(page: Page) -> None:
    page.goto("")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("radio", name="Gelap").check()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.goto("tentang/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_keyboard_alone_reaches_the_message(page: Page) -> None:
    page.goto("contoh/sakit/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in ("all situations", "the form", "the channels"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "email"
    page.keyboard.press("ArrowRight")
    assert page.locator("article.message:visible").get_attribute("id") == "sakit-whatsapp-id"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Pesan tersalin").wait_for()


def test_without_javascript_every_message_can_be_read(browser: Browser, address: str, checked: Checked) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("contoh/sudah-diterima-kerja-lain/")
    for message in (message for message in checked.messages if message.scenario == "tawaran-lain"):
        choose(page, "channel", message.channel)
        choose(page, "language", message.language)
        assert page.locator("article.message:visible").get_attribute("id") == message.id
        assert page.locator("article.message:visible .message-body").text_content() == message.body
    assert page.locator("button:visible").count() == 0
    page.goto("")
    assert page.locator(".situation-group a:visible").count() == len(checked.guide.scenarios)
    context.close()


def test_the_english_edition_begins_with_english_and_remembers_its_own_choice(page: Page) -> None:
    page.goto("en/examples/sick/")
    shown = page.locator("article.message:visible")
    assert shown.get_attribute("id") == "sakit-email-en"
    choose(page, "language", "id")
    assert shown.get_attribute("id") == "sakit-email-id"
    page.get_by_role("link", name="Bahasa Indonesia").click()
    page.wait_for_url("**/contoh/sakit/")
    choose(page, "language", "en")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/examples/sick/")
    assert shown.get_attribute("id") == "sakit-email-id"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_page_scrolls_sideways(browser: Browser, address: str, checked: Checked, viewport: ViewportSize) -> None:
    context = browser.new_context(base_url=address, viewport=viewport)
    page = context.new_page()
    paths = [*KINDS.values(), *(f"contoh/{scenario.slug.id}/" for scenario in checked.guide.scenarios)]
    paths += [f"en/examples/{scenario.slug.en}/" for scenario in checked.guide.scenarios]
    for tip in checked.table.tips:
        paths += [f"cara/{tip.number}-{tip.slug.id}/", f"en/tips/{tip.number}-{tip.slug.en}/"]
    for path in paths:
        page.goto(path)
        for _ in each_tab(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, address: str, kind: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    open_kind(page, kind)
    for _ in each_tab(page):
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_thumb(page: Page, kind: str) -> None:
    """44 px, except links inside a sentence (WCAG 2.5.8 lets those be as high as their line)."""
    open_kind(page, kind)
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            'a[href], button, summary, select, input:not([type=radio]), label:has([type=radio])')]
          .filter((e) => e.offsetParent)
          .filter((e) => !e.closest('.skip, p, td, .do-dont li, main > ul li, main > ol:not(.tips) li'))
          .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44 || box.width < 44)
          .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)"""
    )
    assert small == []


def test_a_whole_visit_asks_no_other_host_and_sends_nothing(page: Page, address: str) -> None:
    requests: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.method} {request.url}"))
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto("")
    page.get_by_role("link", name="Sedang sakit").click()
    page.wait_for_load_state("networkidle")
    loaded = len(requests)
    choose(page, "channel", "whatsapp")
    page.locator("article.message:visible button").first.click()
    page.get_by_text("Pesan tersalin").wait_for()
    # The browser asks for the icon whenever it likes.
    assert [request for request in requests[loaded:] if not request.endswith("/assets/icon.svg")] == []
    assert [request for request in requests if not request.startswith(f"GET {address}")] == []
    assert problems == []
