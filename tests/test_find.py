"""Typing on the home page brings the right situation up, in everyday words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from macros.check import Checked

QUERIES = {
    "sakit": "sakit",
    "saya lagi sakit": "sakit",
    "demam": "sakit",
    "udah keterima kerja": "tawaran-lain",
    "offering letter": "tawaran-lain",
    "bentrok": "bentrok-kerja",
    "masih kerja": "bentrok-kerja",
    "skripsi": "bentrok-ujian",
    "gaji kecil": "gaji",
    "lupa interview": "terlewat",
    "ketiduran": "terlewat",
    "meninggal": "duka",
    "banjir": "banjir",
    "motor mogok": "kendaraan",
    "zoom error": "koneksi",
    "lebaran": "hari-raya",
    "penipuan": "mencurigakan",
    "transfer": "diminta-biaya",
    "lolos pppk": "lulus-seleksi",
    "HEADHUNTER": "lewat-headhunter",
    "kejauhan": "terlalu-jauh",
}


@pytest.fixture(scope="module")
def home(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("")
    yield page
    context.close()


def shown(page: Page, query: str) -> list[str]:
    """The addresses of the situations that are left after typing."""
    page.get_by_label("Cari situasi").fill(query)
    links = page.locator(".situation-group a:visible").all()
    return [str(link.get_attribute("href")) for link in links]


@pytest.mark.parametrize("query", QUERIES)
def test_everyday_words_find_the_situation(home: Page, checked: Checked, query: str) -> None:
    slug = checked.guide.scenario(QUERIES[query]).slug.id
    found = shown(home, query)
    assert f"./contoh/{slug}/" in found
    assert len(found) <= 6


def test_nonsense_shows_everything_and_says_so(home: Page, checked: Checked) -> None:
    assert len(shown(home, "xyzzy")) == len(checked.guide.scenarios)
    assert "Tidak ada yang persis cocok" in home.locator(".find-status").inner_text()


def test_an_emptied_box_shows_everything(home: Page, checked: Checked) -> None:
    shown(home, "sakit")
    assert len(shown(home, "")) == len(checked.guide.scenarios)
    assert home.locator(".needs").is_visible()


def test_what_is_typed_is_not_taken_as_a_pattern(home: Page, checked: Checked) -> None:
    assert len(shown(home, '.* " ] (')) == len(checked.guide.scenarios)
