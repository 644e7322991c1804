"""Three invented readers, and how the tests see what their pages show."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Wednesday, 7 April 2027, 10.00 in Jakarta.
NOW = datetime(2027, 4, 7, 3, 0, tzinfo=UTC)
Reader = dict[str, str]
SITI: Reader = {
    "candidate": "Siti Nur'aini",
    "phone": "021-0000-0011",
    "position": "Kasir",
    "company": "PT Contoh Abadi",
    "recruiter": "Dewi",
    "address": "ibu",
    "interview": "2027-04-09T13:00",
    "zone": "WIB",
    "slot1": "2027-04-12T09:00",
    "slot2": "2027-04-13T14:30",
}
BAYU: Reader = SITI | {
    "candidate": "Bayu",
    "position": "Staf Gudang",
    "company": "PT Contoh Logistik",
    "recruiter": "Joko Susilo",
    "address": "bapak",
    "interview": "2027-04-07T20:00",
    "zone": "WITA",
    "slot3": "2027-04-14T08:00",
}
MARIA: Reader = SITI | {
    "candidate": "Maria Mbete",
    "position": "Analis Data",
    "company": "PT Contoh Sinar",
    "recruiter": "",
    "address": "tim",
    "interview": "2027-04-07T13:00",
    "zone": "WIT",
}


def ready(page: Page) -> None:
    """Wait for the page's own scripts, which come after it has been painted."""
    page.evaluate(
        """async () => {
          const all = () => [...document.querySelectorAll("body > script[type=module]")];
          const due = document.getElementById("ours").content.querySelectorAll("script[type=module]").length;
          while (all().length < due) await new Promise((done) => setTimeout(done, 5));
          await Promise.all(all().map(({ src }) => import(src)));
        }"""
    )


def visit(page: Page, path: str) -> None:
    """Open a page, and wait for its scripts: what comes late may move what a test is about to press."""
    page.goto(path)
    ready(page)


def texts(page: Page) -> dict[str, dict[str, str]]:
    """For each message of the page: its body, its subject, what is still invented, and its links."""
    ready(page)
    found: dict[str, dict[str, str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('article.message')].map((a) => [a.id, {
          body: a.querySelector('.message-body').textContent,
          subject: a.querySelector('.message-subject')?.textContent ?? '',
          invented: [...a.querySelectorAll('[data-blank]:not(.filled)')].map((e) => e.dataset.blank).join(' '),
          tags: String(a.querySelectorAll('[data-blank] *').length),
          ...Object.fromEntries([...a.querySelectorAll('a[data-send]')].map((s) => [s.dataset.send, s.href])),
        }]))"""
    )
    return found


def fill_in(page: Page, reader: Reader) -> None:
    page.locator(".reader summary").click()
    for name, value in reader.items():
        field = page.locator(f'.reader [name="{name}"]')
        if name in ("address", "zone"):
            field.select_option(value)
        elif field.count():
            field.fill(value)


def shown_id(page: Page) -> str | None:
    """Which message the page shows."""
    ready(page)
    return page.locator("article.message:visible").get_attribute("id")
