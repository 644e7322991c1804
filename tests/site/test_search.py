"""The search brings the right page up among the first three, in everyday words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from macros.data.vocabulary import LANGUAGES, PLACES, Language
from macros.site.editions import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser, Page

    from macros.data.load import Data

# What a reader types, and the beginning of the address that must be among the first three.
QUERIES: dict[Language, dict[str, str]] = {
    "id": {
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
        "takut kena blacklist HRD": "tanya/#kena-blacklist",
        "reschedule dua kali": "tanya/#reschedule-dua-kali",
        "sudah tanda tangan offering letter": "tanya/#sudah-tanda-tangan",
        "salah jam interview": "tanya/#salah-jam",
        "nyasar": "contoh/terlambat",
        "WA cuma di-read": "tanya/#cuma-dibaca",
        "hamil": "contoh/hamil",
        "ijazah ditahan denda": "tanya/#denda-ijazah",
        "bohong sakit": "tanya/#boleh-bohong",
        "sudah batalin, boleh melamar lagi": "tanya/#melamar-lagi",
    },
    "en": {
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
        "afraid of being blacklisted": "questions/#kena-blacklist",
        "rescheduled once, again": "questions/#reschedule-dua-kali",
        "signed the offer letter": "questions/#sudah-tanda-tangan",
        "lost, cannot find the office": "questions/#nyasar",
        "pregnant": "questions/#sedang-hamil",
        "regret cancelling": "questions/#batal-lalu-menyesal",
    },
}
# What must be taken for text and answered, whether something is found or not.
AWKWARD = ['.* " ] (', "<img src=x onerror=alert(1)>", "\\", "constructor", "a" * 5000, "xyzzyq", " "]
# Asks the worker as the theme's dialog does: 0 sets it up, 1 says that it is ready, 2 asks, 3 answers.
ASK = """async ([root, queries]) => {
  const worker = new Worker(new URL(`${root}assets/js/search.js`, location.href));
  const said = (message) => new Promise((heard) => {
    worker.onmessage = ({ data }) => heard(data);
    worker.postMessage(message);
  });
  const index = await (await fetch(`${root}search/search_index.json`)).json();
  await said({ type: 0, data: index });
  const found = {};
  for (const query of queries) {
    const answer = await said({ type: 2, data: query });
    found[query] = answer.data.items.map(([first, second]) => (second ?? first).location);
  }
  worker.terminate();
  return found;
}"""


def ask(page: Page, language: Language, queries: Iterable[str]) -> dict[str, list[str]]:
    """The addresses that are found for each query, best first."""
    found: dict[str, list[str]] = page.evaluate(ASK, [f"/{ROOTS['id'][language]}", list(queries)])
    return found


def test_everyday_words_find_the_right_page_among_the_first_three(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("")
    lost = []
    for language, wanted in QUERIES.items():
        found = ask(page, language, wanted)
        for query, beginning in wanted.items():
            if not any(place.startswith(beginning) for place in found[query][:3]):
                lost.append((query, found[query][:3]))
    page.close()
    assert not lost, "\n".join(map(str, lost))


def test_every_situation_is_found_first_by_its_own_title(browser: Browser, address: str, data: Data) -> None:
    page = browser.new_page(base_url=address)
    page.goto("")
    lost = []
    for language in LANGUAGES:
        place = PLACES[language]["examples"]
        wanted = {scenario.title[language]: f"{place}{scenario.slug[language]}/" for scenario in data.guide.scenarios}
        found = ask(page, language, wanted)
        lost += [(title, found[title][:1]) for title in wanted if not found[title][0].startswith(wanted[title])]
    page.close()
    assert lost == []


def test_what_is_typed_is_only_text(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("")
    found = ask(page, "id", AWKWARD)
    page.close()
    assert found.keys() == set(AWKWARD)
    assert found["xyzzyq"] == found[" "] == []


def test_the_dialog_shows_what_is_found_and_enter_opens_the_first(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 360, "height": 740})
    page.goto("")
    page.get_by_text("Cari di Pamit").click()
    dialog = page.get_by_role("dialog")
    box = page.locator("#search-query")
    expect(box).to_be_focused()
    page.keyboard.type("<b>xyzzyq</b>")  # perhaps before the theme's script is there
    expect(dialog.get_by_role("status")).to_contain_text("Tidak ada dokumen yang sesuai")
    assert dialog.locator("b").count() == 0
    box.clear()
    page.keyboard.type("batalin interview")
    expect(dialog.locator(".md-search-result__item .md-tag").first).to_have_text("Cara")
    box.clear()
    page.keyboard.type("skripsi")
    expect(dialog.locator(".md-search-result__item").first).to_contain_text("ujian")
    box.press("Enter")
    page.wait_for_url("**/contoh/bentrok-ujian/**")
    page.close()
