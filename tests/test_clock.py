"""The clock of tip 2 in the reader's browser, and dates and greetings as they are written there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.messages import dates
from macros.data.vocabulary import ZONES, Zone
from tests.readers import NOW, SITI, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


@pytest.mark.parametrize("language", ["id", "en"])
def test_dates_are_written_as_the_build_writes_them(open_as: Callable[..., Page], language: str) -> None:
    page = open_as(SITI, "contoh/sakit/")
    written = page.evaluate(
        """async (language) => {
          const { values } = await import(new URL('../../assets/js/values.js', location.href));
          const filling = JSON.parse(document.getElementById('filling').textContent);
          const out = [];
          for (let day = 0; day < 400; day += 1) {
            const at = new Date(Date.UTC(2027, 11, 1 + day, day % 24, (day * 7) % 60)).toISOString().slice(0, 16);
            out.push([at, values(filling, { interview: at, zone: 'WITA' }, language, 'formal', new Date()).interview]);
          }
          return out;
        }""",
        language,
    )
    assert len(written) == 400
    for at, text in written:
        moment = datetime.fromisoformat(at).replace(tzinfo=ZONES["WITA"])
        assert text == dates.moment(moment, language)  # type: ignore[arg-type]


def test_without_an_interview_the_clock_is_silent(open_as: Callable[..., Page]) -> None:
    for reader in ({}, {"candidate": "Siti Nur'aini"}, {"interview": "soon"}, {"interview": "2027-02-31T10:00"}):
        page = open_as(reader, "contoh/sakit/")
        assert page.locator(".now").is_hidden()
        assert page.locator(".hint").is_visible()


STAGES = [
    (timedelta(hours=72), "early", "lebih dari 48 jam"),
    (timedelta(hours=48), "early", "lebih dari 48 jam"),
    (timedelta(hours=48) - timedelta(minutes=1), "good", "24–48 jam"),
    (timedelta(hours=24), "good", "24–48 jam"),
    (timedelta(hours=24) - timedelta(minutes=1), "short", "kurang dari 24 jam"),
    (timedelta(hours=2), "short", "kurang dari 24 jam"),
    (timedelta(hours=2) - timedelta(minutes=1), "urgent", "kurang dari 2 jam"),
    (timedelta(0), "urgent", "kurang dari 2 jam"),
    (-timedelta(minutes=1), "past", "sudah lewat"),
]


@pytest.mark.parametrize("expected", STAGES)
@pytest.mark.parametrize(
    ("here", "zone"), [("Asia/Jakarta", "WIB"), ("Asia/Jayapura", "WIB"), ("America/New_York", "WIT")]
)
def test_the_clock(open_as: Callable[..., Page], expected: tuple[timedelta, str, str], here: str, zone: Zone) -> None:
    """Wherever the reader is, the interview's own zone counts."""
    left, stage, said = expected
    interview = (NOW + left).astimezone(ZONES[zone]).strftime("%Y-%m-%dT%H:%M")
    page = open_as(SITI | {"interview": interview, "zone": zone}, "contoh/bentrok-jam-kerja/", zone=here)
    now = page.locator(".now")
    assert now.get_attribute("data-stage") == stage
    assert said in now.inner_text()
    assert now.get_by_role("link").is_visible() == (stage == "past")
    body = texts(page)["bentrok-kerja-whatsapp-id"]["body"]
    assert ("mendadak" in body) == (stage in ("short", "urgent"))
    assert ("menelepon" in body) == (stage == "urgent")


@pytest.mark.parametrize(
    ("now", "outside"),
    [
        (datetime(2027, 4, 7, 1, 0, tzinfo=UTC), False),  # Wednesday 08.00
        (datetime(2027, 4, 7, 0, 59, tzinfo=UTC), True),
        (datetime(2027, 4, 7, 9, 59, tzinfo=UTC), False),
        (datetime(2027, 4, 7, 10, 0, tzinfo=UTC), True),  # 17.00
        (datetime(2027, 4, 10, 3, 0, tzinfo=UTC), True),  # Saturday
    ],
)
def test_a_hint_outside_polite_hours(open_as: Callable[..., Page], now: datetime, *, outside: bool) -> None:
    page = open_as(SITI | {"interview": "2027-04-15T10:00"}, "contoh/bentrok-jam-kerja/", now=now)
    assert page.locator(".now-hours").is_visible() == outside


def test_the_greeting_follows_the_recruiters_hour(open_as: Callable[..., Page]) -> None:
    """10.00 in Jakarta is 12.00 in Jayapura."""
    page = open_as(SITI, "contoh/bentrok-jam-kerja/", zone="Asia/Jayapura")
    assert texts(page)["bentrok-kerja-whatsapp-id"]["body"].startswith("Selamat pagi")
    page = open_as(SITI | {"zone": "WIT"}, "contoh/bentrok-jam-kerja/", zone="Asia/Jakarta")
    assert texts(page)["bentrok-kerja-whatsapp-id"]["body"].startswith("Selamat siang")
