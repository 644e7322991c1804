"""The reader's own details: typed once, in every message, kept on the device; and the clock of tip 2."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from macros.data.vocabulary import LANGUAGES, LEFTS, ZONES, Zone
from macros.messages import dates
from macros.messages.compose import compose
from macros.messages.message import Choice, Circumstances
from macros.tips import examine
from tests.site.readers import BAYU, MARIA, NOW, SITI, Reader, fill_in, ready, texts, visit
from tests.site.test_visit import REFUSE_STORAGE, clipboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from macros.data.table import Fact
    from macros.messages.message import Message
    from macros.tips.check import Checked
    from macros.tips.rules import Case

CLOCKED = "contoh/bentrok-jam-kerja/"


def test_three_taps_from_home_to_the_copied_message(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI)
    for language, interview, greeting in (
        ("id", "Jumat, 9 April, pukul 13.00 WIB", "Selamat pagi, Bu Dewi."),
        ("en", "Friday, 9 April, at 13:00 WIB", "Good morning, Bu Dewi."),
    ):
        visit(page, "")
        page.evaluate(f"localStorage.setItem('pamit.language.id', '{language}')")
        page.get_by_role("link", name="Sudah menerima tawaran lain").click()
        page.get_by_role("radio", name="WhatsApp").check()
        message = page.locator("article.message:visible")
        message.get_by_role("button", name="Salin pesan").click()
        page.get_by_text("Buka aplikasinya, lalu tempel").wait_for()
        copied = clipboard(page)
        assert copied == message.locator(".message-body").inner_text()
        assert copied.startswith(greeting)
        assert "Siti Nur'aini" in copied
        assert interview in copied


def test_the_form_fills_every_message_of_every_page_until_it_is_erased(
    open_as: Callable[..., Page], checked: Checked
) -> None:
    page = open_as({}, CLOCKED)
    fill_in(page, SITI)
    assert {text["invented"] for text in texts(page).values()} == {""}
    visit(page, "contoh/sakit/")
    assert {text["invented"] for text in texts(page).values()} == {""}
    page.locator(".reader summary").click()
    page.get_by_role("button", name="Hapus isian saya").click()
    page.get_by_text("Isian Anda sudah dihapus").wait_for()
    assert page.evaluate("localStorage.getItem('pamit.reader')") is None
    written = {message.id: message.body for message in checked.messages if message.scenario == "sakit"}
    assert {name: text["body"] for name, text in texts(page).items()} == written


def test_what_is_still_invented_is_named(open_as: Callable[..., Page]) -> None:
    page = open_as({"candidate": "Siti Nur'aini"}, "contoh/sudah-diterima-kerja-lain/")
    ready(page)
    missing = page.locator("article.message:visible .missing").inner_text()
    assert [words for words in ("posisi", "perusahaan", "nama rekruter", "jadwal wawancara") if words in missing]
    assert "nama Anda" not in missing


def test_awkward_values_stay_plain_text_and_links_carry_them(open_as: Callable[..., Page]) -> None:
    problems: list[str] = []
    for value in ("<img src=x onerror=alert(1)> {{ 7 * 7 }} ${name}", 'D\'Angelo "Dodi" & 100% #1 ?a=b&c +62 😀 נורה'):
        page = open_as(SITI | {"candidate": value, "company": value, "recruiter": value, "position": value})
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        page.on("pageerror", lambda error: problems.append(str(error)))
        visit(page, "contoh/sakit/")
        shown = texts(page)
        assert shown
        for name, text in shown.items():
            assert value in text["body"], name
            assert text["tags"] == "0", name
            if "whatsapp" in text:
                assert parse_qs(urlsplit(text["whatsapp"]).query)["text"] == [text["body"]]
            if "sms" in text:
                assert unquote(text["sms"].partition("body=")[2]) == text["body"]
            if "email" in text:
                fields = dict(pair.split("=", 1) for pair in text["email"].removeprefix("mailto:?").split("&"))
                assert unquote(fields["body"]) == text["body"].replace("\n", "\r\n")
                assert unquote(fields["subject"]) == text["subject"]
    assert problems == []


def case_of(message: Message, body: str, reader: Reader, sent_at: datetime) -> Case:
    """The message as that reader sends it."""
    zone: Zone = next(zone for zone in ZONES if zone == reader["zone"])
    interview = datetime.fromisoformat(reader["interview"]).replace(tzinfo=ZONES[zone])
    case = Circumstances(message.channel, message.channel, sent_at.astimezone(ZONES[zone]), interview)
    facts: dict[Fact, str] = {
        "candidate": reader["candidate"],
        "position": reader["position"],
        "company": reader["company"],
        "phone": reader["phone"],
    }
    return replace(examine.case_of(message), body=body, circumstances=case, facts=facts)


def test_a_filled_in_message_still_follows_the_nine_tips(open_as: Callable[..., Page], checked: Checked) -> None:
    """Each reader's interview is at another stage, and is over where a message is about that."""
    broken = []
    for reader in (SITI, BAYU, MARIA):
        missed = reader | {"interview": "2027-04-06T14:00"}
        pages = {True: open_as(missed), False: open_as(reader)}
        for scenario in checked.data.guide.scenarios:
            mine = missed if scenario.outcome == "missed" else reader
            page = pages[scenario.outcome == "missed"]
            visit(page, f"contoh/{scenario.slug.id}/")
            shown = texts(page)
            for message in checked.of(scenario.key):
                found = examine.examine(case_of(message, shown[message.id]["body"], mine, NOW), checked.data.table)
                broken += [(message.id, f.rule.id, f.detail) for f in found if f.status == "fix"]
    assert broken == []


def test_spoilt_storage_does_no_harm(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    stored = json.dumps('{"candidate": 7, "zone": "XXX", "interview": "soon"}')
    page.add_init_script(f"localStorage.setItem('pamit.reader', {stored})")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.reload()
    ready(page)
    assert "Dimas Prakoso" in texts(page)["sakit-email-id"]["body"]
    assert problems == []


def test_with_storage_refused_all_works_for_this_page(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    page.add_init_script(REFUSE_STORAGE)
    page.reload()
    ready(page)
    page.get_by_role("radio", name="Telepon").check()
    fill_in(page, SITI)
    assert "Siti Nur'aini" in texts(page)["sakit-phone-id"]["body"]
    assert page.get_by_text("tidak mengizinkan penyimpanan").is_visible()


# --- the clock of tip 2


def test_the_clock_speaks_and_words_the_message_by_the_time_left_where_the_interview_is(
    open_as: Callable[..., Page], checked: Checked
) -> None:
    guide = checked.data.guide
    scenario, whatsapp = guide.scenario("bentrok-kerja"), guide.channel("whatsapp")
    regrets: dict[str, list[str]] = {}
    for left in LEFTS:
        written = compose(checked.data, scenario, whatsapp, "id", Choice(0, "first", scenario.step, left))
        regrets[left] = [part.text for part in written.parts if part.part == "apology"]
    for hours, stage in ((72, "early"), (30, "good"), (5, "short"), (1, "urgent"), (-1, "past")):
        interview = (NOW + timedelta(hours=hours)).astimezone(ZONES["WIT"]).strftime("%Y-%m-%dT%H:%M")
        page = open_as(SITI | {"interview": interview, "zone": "WIT"}, CLOCKED, zone="America/New_York")
        body = texts(page)["bentrok-kerja-whatsapp-id"]["body"]
        now = page.locator(".now")
        assert now.get_attribute("data-stage") == stage
        assert now.get_by_role("link").is_visible() == (stage == "past")
        due = regrets.get(stage, regrets["ample"])
        for said in regrets.values():
            assert [text in body for text in said] == [said == due] * len(said), (stage, said)
        assert ("menelepon" in body) == (stage == "urgent"), stage


def test_without_an_interview_the_clock_is_silent(open_as: Callable[..., Page]) -> None:
    page = open_as({"interview": "2027-02-31T10:00"}, "contoh/sakit/")
    ready(page)
    assert page.locator(".now").is_hidden()
    assert page.locator(".hint").is_visible()


def test_a_hint_outside_polite_hours(open_as: Callable[..., Page]) -> None:
    reader = SITI | {"interview": "2027-04-15T10:00"}
    for hour, outside in ((1, False), (10, True)):  # 08.00 and 17.00 in Jakarta
        page = open_as(reader, CLOCKED, now=datetime(2027, 4, 7, hour, 0, tzinfo=UTC))
        ready(page)
        assert page.locator(".now-hours").is_visible() == outside


def test_dates_are_written_as_the_build_writes_them(open_as: Callable[..., Page]) -> None:
    page = open_as(SITI, "contoh/sakit/")
    for language in LANGUAGES:
        written = page.evaluate(
            """async (language) => {
              const script = (name) => import(new URL(`../../assets/js/${name}.js`, location.href));
              const [{ values }, { known }] = [await script('values'), await script('known')];
              const written = (at) => values(known, { interview: at, zone: 'WITA' }, language, 'formal', new Date());
              return Array.from({ length: 400 }, (_, day) => {
                const at = new Date(Date.UTC(2027, 11, 1 + day, day % 24, (day * 7) % 60)).toISOString().slice(0, 16);
                return [at, written(at).interview];
              });
            }""",
            language,
        )
        built = [
            dates.moment(datetime.fromisoformat(at).replace(tzinfo=ZONES["WITA"]), NOW, language) for at, _ in written
        ]
        assert [text for _, text in written] == built
        assert len(built) == 400
