"""The search box brings the right page up among the first three, in everyday words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from macros.site.editions import PLACES, ROOTS
from macros.data.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from macros.tips.check import Checked

# What a reader types, and the beginning of the address that must be among the first three.
INDONESIAN = {
    "batal": "cara/",
    "membatalkan": "cara/",
    "pembatalan": "cara/",
    "dibatalkan": "cara/",
    "batalin interview": "cara/",
    "sakit": "contoh/sakit/",
    "saya lagi sakit": "contoh/sakit/",
    "mau batalin karena sakit": "contoh/sakit/",
    "demam": "contoh/sakit/",
    "tolak": "contoh/tolak-walk-in/",
    "menolak": "contoh/tolak-walk-in/",
    "penolakan walk in": "contoh/tolak-walk-in/",
    "nolak undangan": "contoh/tolak-walk-in/",
    "udah keterima kerja": "contoh/sudah-diterima-kerja-lain/",
    "offering letter": "contoh/sudah-diterima-kerja-lain/",
    "masih kerja": "contoh/bentrok-jam-kerja/",
    "skripsi": "contoh/bentrok-ujian/",
    "gaji kecil": "contoh/gaji-tidak-sesuai/",
    "lupa interview": "contoh/terlewat-wawancara/",
    "ketiduran": "contoh/terlewat-wawancara/",
    "meninggal": "contoh/keluarga-berduka/",
    "kebanjiran": "contoh/banjir",
    "motor mogok": "contoh/kendaraan",
    "zoom error": "contoh/koneksi",
    "lebaran": "contoh/hari-raya/",
    "penipuan": "contoh/undangan-mencurigakan/",
    "transfer": "contoh/diminta-biaya/",
    "lolos pppk": "contoh/lulus-cpns",
    "HEADHUNTER": "contoh/lewat-headhunter/",
    "kejauhan": "contoh/lokasi-terlalu-jauh/",
    "pindahan": "contoh/pindah-kota/",
    "gugup": "cara/8-",
    "blacklist daftar hitam": "cara/9-",
    "HRD membujuk": "cara/9-",
    "panggil pak atau bu": "cara/9-",
    "emoji": "cara/3-",
    "zona waktu WITA": "cara/4-",
    "minta bukti": "cara/5-",
    "minta maaf": "cara/6-",
    "privasi": "tentang/",
    "flu": "contoh/sakit/",
    "ganti jadwal": "cara/8-",
    "tidak dibalas": "cara/9-",
    "skirpsi": "contoh/bentrok-ujian",
    "bahasa inggris": "cara/1-",
}
ENGLISH = {
    "cancel": "tips/",
    "cancellation": "tips/",
    "cancelling an interview": "tips/",
    "sick": "examples/sick/",
    "illness": "examples/sick/",
    "I accepted another offer": "examples/accepted-another-offer/",
    "got hired": "examples/accepted-another-offer/",
    "salary too low": "examples/salary",
    "flooded road": "examples/flood",
    "scam": "examples/suspicious-invitation/",
    "overslept": "examples/missed-interview/",
    "funeral": "examples/bereavement/",
    "rescheduling because of work": "examples/clash-with-work",
    "recruitment agency": "examples/through-a-headhunter/",
    "how to address the recruiter": "tips/9-",
    "which channel": "tips/1-",
    "apology": "tips/6-",
    "apologising": "tips/6-",
    "nervous": "tips/8-",
    "blacklisted": "tips/9-",
    "privacy": "about/",
    "flu": "examples/sick/",
    "change interview date": "tips/8-",
    "another date": "tips/8-",
    "can't make it": "tips/8-",
    "reshedule": "tips/8-",
    "what to write on whatsapp": "tips/1-",
    "English or Indonesian": "tips/1-",
    "no reply from recruiter": "tips/9-close-well-and-confirm/#tanpa-balasan",
    "cold feet": "tips/8-",
}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    opened = context.new_page()
    yield opened
    context.close()


def results(page: Page, edition: str, query: str) -> list[str]:
    """The addresses that the search box of the edition's home page lists, below the edition's root."""
    home = urljoin(page.url, "/" + edition)
    if page.url != home:
        page.goto("/" + edition)
        home = page.url
    status = page.locator(".find-status")
    page.locator("#find").fill("")
    expect(status).to_be_empty()
    page.locator("#find").fill(query)
    expect(status).not_to_be_empty()
    return [str(link.get_attribute("href")).removeprefix(home) for link in page.locator(".found a").all()]


@pytest.mark.parametrize("query", INDONESIAN)
def test_indonesian_queries(page: Page, query: str) -> None:
    found = results(page, "", query)[:3]
    assert any(link.startswith(INDONESIAN[query]) for link in found), found


@pytest.mark.parametrize("query", ENGLISH)
def test_english_queries(page: Page, query: str) -> None:
    found = results(page, "en/", query)[:3]
    assert any(link.startswith(ENGLISH[query]) for link in found), found


def test_every_situation_is_found_by_its_own_title(page: Page, checked: Checked) -> None:
    for edition in LANGUAGES:
        for scenario in checked.guide.scenarios:
            found = results(page, ROOTS["id"][edition], scenario.title[edition])
            wanted = f"{PLACES[edition]['examples']}{scenario.slug[edition]}/"
            assert found[0].split("#")[0] == wanted, scenario.title[edition]


def test_nonsense_says_so_and_keeps_the_list(page: Page) -> None:
    assert results(page, "", "xyzzyq") == []
    assert "Tidak ada yang cocok" in page.locator(".find-status").inner_text()
    assert page.locator(".needs").is_visible()


def test_an_emptied_box_shows_the_page_as_before(page: Page) -> None:
    assert results(page, "", "sakit")
    assert page.locator(".needs").is_hidden()
    page.locator("#find").fill("")
    expect(page.locator(".found")).to_be_hidden()
    assert page.locator(".needs").is_visible()


@pytest.mark.parametrize("query", ['.* " ] (', "<img src=x onerror=alert(1)>", "\\", "constructor", "a" * 5000])
def test_what_is_typed_is_only_text(page: Page, query: str) -> None:
    results(page, "", query)
    assert page.locator(".found img, .find-status img").count() == 0
    assert "tidak dapat dimuat" not in page.locator(".find-status").inner_text()


def test_enter_leads_to_the_first_result(page: Page) -> None:
    results(page, "", "skripsi")
    page.locator("#find").press("Enter")
    expect(page.locator(".found a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/contoh/bentrok-ujian*/**")


def test_the_header_leads_to_the_box(page: Page) -> None:
    page.goto("/cara/")
    page.get_by_role("link", name="Cari").click()
    expect(page.locator("#find")).to_be_focused()


def test_without_the_index_it_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    opened = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    opened.route("**/search_index.json", refuse)
    opened.goto("")
    assert results(opened, "", "sakit") == []
    assert "tidak dapat dimuat" in opened.locator(".find-status").inner_text()
    context.close()
