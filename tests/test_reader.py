"""The reader's tools: details typed once, every message filled, and the ways to send it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from macros.tips.rules import Case
from macros.messages.compose import Circumstances
from macros.tips.examine import examine
from macros.data.vocabulary import ZONES, Zone
from tests.readers import BAYU, MARIA, NOW, SITI, Reader, fill_in, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from macros.tips.check import Checked
    from macros.messages.compose import Message

AWKWARD = [
    'D\'Angelo "Dodi" & Putra',
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} [company] ${name}",
    "A/B \\ 100% #1 ?a=b&c=d +62",
    "😀 نورة אבג",
    "X" * 80,
]


def test_three_taps_from_home_to_the_copied_message(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI)
    for language, weekday, greeting in (
        ("id", "Jumat", "Selamat pagi, Bu Dewi."),
        ("en", "Friday", "Good morning, Ms Dewi."),
    ):
        page.goto(f"?language={language}")
        page.evaluate(f"localStorage.setItem('pamit.language.id', '{language}')")
        page.get_by_role("link", name="Sudah menerima tawaran lain").click()
        page.get_by_role("radio", name="WhatsApp").check()
        message = page.locator("article.message:visible")
        message.get_by_role("button", name="Salin pesan").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == message.locator(".message-body").inner_text()
        assert copied.startswith(greeting)
        assert "Siti Nur'aini" in copied
        assert f"{weekday}, 9 April 2027" in copied
        assert not [word for word in ("Dimas", "Rina", "Sejahtera") if word in copied]
        assert page.get_by_text("Buka aplikasinya, lalu tempel").is_visible()


def test_the_form_fills_every_message_of_every_page(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/bentrok-jam-kerja/")
    fill_in(page, SITI)
    assert {text["invented"] for text in texts(page).values()} == {""}
    page.goto("contoh/sudah-diterima-kerja-lain/")
    assert {text["invented"] for text in texts(page).values()} == {""}


def test_what_is_still_invented_is_named(open_as: Callable[..., Page]) -> None:
    page = open_as({"candidate": "Siti Nur'aini"}, "contoh/sudah-diterima-kerja-lain/")
    missing = page.locator("article.message:visible .missing")
    for words in ("posisi", "perusahaan", "nama rekruter", "jadwal wawancara"):
        assert words in missing.inner_text()
    assert "nama Anda" not in missing.inner_text()


def test_erasing_brings_the_samples_back(open_as: Callable[..., Page], checked: Checked) -> None:
    page = open_as({}, "contoh/sakit/")
    fill_in(page, SITI)
    page.get_by_role("button", name="Hapus isian saya").click()
    assert page.get_by_text("Isian Anda sudah dihapus").is_visible()
    assert page.evaluate("localStorage.getItem('pamit.reader')") is None
    shown = texts(page)
    for message in (message for message in checked.messages if message.scenario == "sakit"):
        assert shown[message.id]["body"] == message.body


@pytest.mark.parametrize("value", AWKWARD)
def test_awkward_values_stay_plain_text_and_links_carry_them(
    open_as: Callable[..., Page], checked: Checked, value: str
) -> None:
    reader = SITI | {"candidate": value, "company": value, "recruiter": value, "position": value}
    page = open_as(reader)
    problems: list[str] = []
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    for scenario in checked.guide.scenarios:
        page.goto(f"contoh/{scenario.slug.id}/")
        for identity, shown in texts(page).items():
            assert value in shown["body"], identity
            assert shown["tags"] == "0", identity
            if "whatsapp" in shown:
                assert parse_qs(urlsplit(shown["whatsapp"]).query)["text"] == [shown["body"]]
            if "sms" in shown:
                assert unquote(shown["sms"].partition("body=")[2]) == shown["body"]
            if "email" in shown:
                fields = dict(pair.split("=", 1) for pair in shown["email"].removeprefix("mailto:?").split("&"))
                assert unquote(fields["body"]) == shown["body"].replace("\n", "\r\n")
                assert unquote(fields["subject"]) == shown["subject"]
    assert problems == []


def case_of(message: Message, body: str, reader: Reader, sent_at: datetime) -> Case:
    zone: Zone = next(zone for zone in ZONES if zone == reader["zone"])
    interview = datetime.fromisoformat(reader["interview"]).replace(tzinfo=ZONES[zone])
    case = Circumstances(message.channel, message.channel, sent_at.astimezone(ZONES[zone]), interview)
    facts = {key: reader[key] for key in ("candidate", "position", "company", "phone")}
    return Case(body, message.language, message.outcome, case, facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("reader", [SITI, BAYU, MARIA], ids=["siti", "bayu", "maria"])
def test_a_filled_in_message_still_follows_the_nine_tips(
    open_as: Callable[..., Page], checked: Checked, reader: Reader
) -> None:
    broken = []
    for outcome in ("missed", None):
        interview = "2027-04-06T14:00" if outcome else reader["interview"]
        mine = reader | {"interview": interview}
        page = open_as(mine)
        for scenario in checked.guide.scenarios:
            if (scenario.outcome == "missed") != bool(outcome):
                continue
            page.goto(f"contoh/{scenario.slug.id}/")
            shown = texts(page)
            for message in (message for message in checked.messages if message.scenario == scenario.key):
                found = examine(case_of(message, shown[message.id]["body"], mine, NOW), checked.table)
                broken += [(message.id, f.rule.id, f.detail) for f in found if f.status == "fix"]
    assert not broken, "\n".join(map(str, broken))


def test_a_link_carries_the_choice_and_nothing_that_was_typed(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI, "contoh/sakit/")
    page.get_by_role("radio", name="SMS").check()
    page.get_by_role("radio", name="Inggris").check()
    link = page.url
    assert parse_qs(urlsplit(link).query) == {"channel": ["sms"], "language": ["en"]}
    other = open_as({}, link)
    assert other.locator("article.message:visible").get_attribute("id") == "sakit-sms-en"


def test_a_link_with_nonsense_shows_the_page(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/?channel=%22%5D%3Cb%3E&language=xx")
    assert page.locator("article.message:visible").get_attribute("id") == "sakit-email-id"


@pytest.mark.parametrize(
    "stored", ["null", "[]", '"x"', "{broken", '{"candidate": 7, "zone": "XXX", "interview": "soon"}']
)
def test_spoilt_storage_does_no_harm(open_as: Callable[..., Page], stored: str) -> None:
    page = open_as({}, "contoh/sakit/")
    page.add_init_script(f"localStorage.setItem('pamit.reader', {json.dumps(stored)})")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.reload()
    assert "Dimas Prakoso" in texts(page)["sakit-email-id"]["body"]
    assert problems == []


def test_with_storage_refused_the_form_works_for_this_page(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
    )
    page.reload()
    fill_in(page, SITI)
    assert "Siti Nur'aini" in texts(page)["sakit-email-id"]["body"]
    assert page.get_by_text("tidak mengizinkan penyimpanan").is_visible()


def test_a_whole_visit_tells_no_host_what_was_typed(open_as: Callable[..., Page], address: str) -> None:
    page = open_as({})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data or ''}"))
    page.goto("")
    page.get_by_label("Cari di Pamit").fill("rahasia")
    page.get_by_label("Cari di Pamit").fill("")
    page.get_by_role("link", name="Sedang sakit").click()
    page.wait_for_load_state("networkidle")
    loaded = len(requests)
    fill_in(page, SITI)
    page.locator("article.message:visible").get_by_role("button", name="Salin pesan").click()
    page.locator("article.message:visible .copy-status").get_by_text("tersalin").wait_for()
    # The browser asks for the icon whenever it likes.
    assert [request for request in requests[loaded:] if "/assets/icon.svg" not in request] == []
    assert [request for request in requests if not request.startswith(address)] == []
    assert [request for request in requests if "rahasia" in request or "Siti" in request] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_form_open(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto("contoh/bentrok-jam-kerja/")
    fill_in(page, SITI | {"company": ""})
    assert page.locator(".now").is_visible()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_keyboard_alone_fills_the_form(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    page.locator(".reader summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Siti Nur'aini")
    assert "Siti Nur'aini" in texts(page)["sakit-email-id"]["body"]


def test_the_share_sheet_gets_the_visible_text(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI, "contoh/sakit/")
    assert page.locator("article.message:visible [data-send=share]").is_hidden()
    page.add_init_script("window.shared = []; navigator.share = async (what) => { window.shared.push(what); }")
    page.reload()
    page.locator("article.message:visible [data-send=share]").click()
    shown = texts(page)["sakit-email-id"]
    assert page.evaluate("window.shared") == [{"title": shown["subject"], "text": shown["body"]}]


def test_a_page_loads_only_the_scripts_that_it_uses(open_as: Callable[..., Page]) -> None:
    page = open_as({})

    def scripts(path: str) -> set[str]:
        page.goto(path)
        found = page.locator("script[src]").evaluate_all("all => all.map((e) => e.src.split('/').pop())")
        return set(found)

    assert scripts("") == {"theme.js", "search.js"}
    assert scripts("tentang/") == {"theme.js"}
    assert scripts("cara/1-gunakan-media-yang-sama/") == {"theme.js", "copy.js"}
    assert scripts("contoh/sakit/") == {"theme.js", "choice.js", "copy.js", "fill.js"}
