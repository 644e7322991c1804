"""The site as a visitor uses it, in Chromium, on a phone unless a test says otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.site.readers import SITI, fill_in, ready, shown_id, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from macros.messages.message import Message
    from macros.tips.check import Checked

REFUSE_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
)


def choose(page: Page, group: str, value: str) -> None:
    ready(page)
    page.locator(f'input[name="{group}"][value="{value}"]').check()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def of_scenario(checked: Checked, key: str) -> list[Message]:
    return [message for message in checked.messages if message.scenario == key]


def test_from_home_to_the_copied_message(open_as: Callable[..., Page], checked: Checked) -> None:
    page = open_as({})
    page.get_by_role("link", name="Saya masih berminat").click()
    page.get_by_role("link", name="Sedang sakit").click()
    page.get_by_role("radio", name="WhatsApp").check()
    card = page.locator("article.message:visible")
    card.get_by_role("button", name="Salin pesan").click()
    expect(card.get_by_role("status")).to_contain_text("Pesan tersalin, tetapi masih berisi data contoh")
    expect(card.locator("[data-copied] .copy-label")).to_have_text("Tersalin")
    (message,) = (message for message in checked.messages if message.id == "sakit-whatsapp-id")
    assert clipboard(page) == message.body == card.locator(".message-body").inner_text()


def test_every_message_of_a_page_copies_exactly(open_as: Callable[..., Page], checked: Checked) -> None:
    page = open_as({}, "contoh/sudah-diterima-kerja-lain/")
    messages = of_scenario(checked, "tawaran-lain")
    assert messages
    for message in messages:
        choose(page, "channel", message.channel)
        choose(page, "language", message.language)
        card = page.locator("article.message:visible")
        names = card.get_by_role("button").all_inner_texts()
        assert len(set(names)) == len(names)
        copied = []
        for button in card.locator("button[data-copy]").all():
            button.click()
            copied.append(clipboard(page))
        subject = message.subject.text if message.subject else ""
        wanted = [message.body, *([subject, f"{subject}\n\n{message.body}"] if subject else [])]
        assert copied == wanted, message.id


def test_a_refused_clipboard_leaves_the_text_selected(open_as: Callable[..., Page], checked: Checked) -> None:
    page = open_as({}, "contoh/sakit/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator("#sakit-email-id button").first.click()
    page.get_by_text("Teksnya sudah dipilih").wait_for()
    (message,) = (message for message in checked.messages if message.id == "sakit-email-id")
    assert page.evaluate("String(getSelection())") == message.body


def test_the_choice_is_kept_and_falls_back_where_a_page_lacks_it(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    choose(page, "channel", "whatsapp")
    choose(page, "language", "en")
    visit(page, "contoh/gaji-tidak-sesuai/")
    assert shown_id(page) == "gaji-whatsapp-en"
    visit(page, "contoh/sakit/")
    choose(page, "channel", "sms")
    visit(page, "contoh/gaji-tidak-sesuai/")
    assert shown_id(page) == "gaji-email-en"


def test_each_edition_keeps_its_own_choice_of_language(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "en/examples/sick/")
    assert shown_id(page) == "sakit-email-en"
    choose(page, "language", "id")
    for name, path in (("Bahasa Indonesia", "**/contoh/sakit/"), ("English", "**/en/examples/sick/")):
        page.locator("header summary").click()
        page.get_by_role("link", name=name).click()
        page.wait_for_url(path)
        assert shown_id(page) == "sakit-email-id"
        choose(page, "language", "en" if "contoh" in path else "id")


def test_a_link_carries_the_choice_and_nothing_that_was_typed(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI, "contoh/sakit/")
    choose(page, "channel", "sms")
    choose(page, "language", "en")
    assert re.fullmatch(r"http://[\w.:]+/contoh/sakit/\?channel=sms&language=en", page.url)
    assert shown_id(open_as({}, page.url)) == "sakit-sms-en"
    assert shown_id(open_as({}, "contoh/sakit/?channel=%22%5D%3Cb%3E&language=xx")) == "sakit-email-id"


def test_the_palette_follows_the_device_until_one_is_chosen_and_is_kept(browser: Browser, address: str) -> None:
    def background() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page = browser.new_page(base_url=address, color_scheme="dark")
    visit(page, "")
    dark = background()
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    light = background()
    visit(page, "tentang/")
    assert background() == light != dark
    page.close()


def test_the_keyboard_alone_reaches_fills_and_copies_the_message(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    ready(page)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    reached: dict[int, str] = {}  # controls by their place in the page; a field for a date has stops of its own inside
    for _ in range(100):
        page.keyboard.press("Tab")
        place, text = page.evaluate(
            """() => {
              const at = document.activeElement;
              return [[...document.querySelectorAll("*")].indexOf(at), (at.value || at.textContent).trim()];
            }"""
        )
        if place in reached:
            continue
        reached[place] = text
        if "Salin pesan" in text:
            break
        if text == "Isi data Anda":
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            page.keyboard.type("Siti Nur'aini")
        if text == "email":
            page.keyboard.press("ArrowRight")
    assert "Salin pesan" in text
    assert len(reached) < 30, reached
    page.keyboard.press("Enter")
    page.get_by_text("Pesan tersalin").wait_for()
    assert shown_id(page) == "sakit-whatsapp-id"
    assert "Siti Nur'aini" in clipboard(page)


def test_without_javascript_every_message_can_be_read(browser: Browser, address: str, checked: Checked) -> None:
    page = browser.new_page(base_url=address, java_script_enabled=False)
    page.goto("contoh/sudah-diterima-kerja-lain/")
    for message in of_scenario(checked, "tawaran-lain"):
        for value in (message.channel, message.language):
            page.locator(f'fieldset input[value="{value}"]').check()
        card = page.locator("article.message:visible")
        assert card.get_attribute("id") == message.id
        assert card.locator(".message-body").text_content() == message.body
    assert page.locator("main button:visible:not([hidden])").count() == 0
    page.goto("")
    assert page.locator(".situation-group a:visible").count() == len(checked.data.guide.scenarios)
    page.close()


def test_on_paper_stand_messages_and_no_buttons(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    page.emulate_media(media="print")
    assert page.locator("article.message .message-body:visible").count() > 0
    assert page.locator("button:visible, a.send:visible, .md-header:visible, .md-search:visible").count() == 0


def tour(page: Page) -> Iterator[str]:
    """Every feature of the site, one after the other."""
    visit(page, "")
    page.locator("[data-md-component=palette] label:visible").click()
    yield "palette"
    page.locator("#find").click()
    page.keyboard.type("rahasia sakit")
    page.locator(".md-search-result__item").first.wait_for()
    yield "search"
    page.keyboard.press("Escape")
    page.locator("header label[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Tentang").wait_for()
    yield "drawer"
    page.locator(".md-overlay").click(position={"x": 340, "y": 400})
    page.locator("header summary").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    yield "language menu"
    visit(page, "contoh/sakit/")
    fill_in(page, SITI)
    yield "form"
    card = page.locator("article.message:visible")
    card.get_by_role("button", name="Salin pesan").click()
    card.get_by_text("Buka aplikasinya").wait_for()
    yield "copy"
    card.locator("[data-send=share]").click()
    assert page.evaluate("shared.length") == 1
    yield "share"
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)
    page.mouse.wheel(0, -600)
    page.locator(".md-top:visible").click()
    page.wait_for_function("scrollY < 100")
    yield "back to top"
    page.get_by_role("button", name="Hapus isian saya").click()
    yield "erase"
    page.goto("nowhere/")
    yield "a wrong address"


def test_a_visit_breaks_no_policy_makes_no_error_and_tells_no_host_what_was_typed(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 360, "height": 740})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("window.shared = []; navigator.share = async (what) => { window.shared.push(what); }")
    requests: list[str] = []
    problems: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.location["url"].endswith("/nowhere/"):
            problems.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: requests.append(f"{request.method} {request.url} {request.post_data or ''}"))
    walked = []
    for feature in tour(page):
        walked.append((feature, *problems))
        problems.clear()
    assert [step for step in walked if len(step) > 1] == []
    assert len(walked) == 10
    assert [request for request in requests if not request.startswith(f"GET {address}")] == []
    assert [request for request in requests if re.search("rahasia|Siti|Kasir", request)] == []
    page.close()
