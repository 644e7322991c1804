"""Dates as they are written in a message, and found again in one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.messages import dates
from macros.data.vocabulary import LANGUAGES, ZONES

if TYPE_CHECKING:
    from macros.data.vocabulary import Language, Zone

# Written out here, so that a mistake in Babel's names or in our patterns shows.
WEEKDAYS: dict[Language, str] = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
MONTHS: dict[Language, str] = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
# Two leap days, one of them in the middle; 2100 is no leap year.
STARTS = (date(2024, 1, 1), date(2027, 1, 1), date(2028, 2, 1), date(2100, 2, 1))
DAYS = [start + timedelta(days=number) for start in STARTS for number in range(366)]


def at(text: str, zone: Zone = "WIB") -> datetime:
    """`at("2026-03-03 10:00")`: that moment in a zone of Indonesia."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZONES[zone])


@pytest.mark.parametrize(
    ("zone", "language", "written"),
    [
        ("WIB", "id", "Selasa, 3 Maret 2026, pukul 10.00 WIB"),
        ("WITA", "id", "Selasa, 3 Maret 2026, pukul 10.00 WITA"),
        ("WIT", "id", "Selasa, 3 Maret 2026, pukul 10.00 WIT"),
        ("WIB", "en", "Tuesday, 3 March 2026, at 10:00 WIB"),
        ("WIT", "en", "Tuesday, 3 March 2026, at 10:00 WIT"),
    ],
)
def test_a_moment_is_written_out(zone: Zone, language: Language, written: str) -> None:
    assert dates.moment(at("2026-03-03 10:00", zone), language) == written


@pytest.mark.parametrize(
    ("hour", "indonesian", "english"),
    [
        ("00:05", "00.05", "00:05"),
        ("08:30", "08.30", "08:30"),
        ("12:00", "12.00", "12:00"),
        ("23:59", "23.59", "23:59"),
    ],
)
def test_the_clock_has_24_hours(hour: str, indonesian: str, english: str) -> None:
    moment = at(f"2026-03-03 {hour}")
    assert dates.moment(moment, "id").endswith(f"pukul {indonesian} WIB")
    assert dates.moment(moment, "en").endswith(f"at {english} WIB")


@pytest.mark.parametrize(("language", "written"), [("id", "8 Mei 2027"), ("en", "8 May 2027")])
def test_a_day_has_no_weekday_and_no_hour(language: Language, written: str) -> None:
    assert dates.day(at("2027-05-08 09:00"), language) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekday_and_month_always_match_the_calendar(language: Language) -> None:
    weekdays, months = WEEKDAYS[language].split(), MONTHS[language].split()
    for day in DAYS:
        written = dates.moment(datetime(day.year, day.month, day.day, 9, tzinfo=ZONES["WIB"]), language)
        expected = f"{weekdays[day.weekday()]}, {day.day} {months[day.month - 1]} {day.year}, "
        assert written.startswith(expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_is_found_again(language: Language) -> None:
    for day in DAYS:
        moment = datetime(day.year, day.month, day.day, 9, tzinfo=ZONES["WITA"])
        text = f"Wawancara {dates.moment(moment, language)}."
        (found,) = dates.find(text, language, year=1999)
        assert (found.day, found.weekday) == (day, day.weekday())
        assert text[found.end :].startswith(", pukul 09.00" if language == "id" else ", at 09:00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_is_found_again_without_a_weekday(language: Language) -> None:
    for day in DAYS:
        written = dates.day(datetime(day.year, day.month, day.day, 9, tzinfo=ZONES["WIB"]), language)
        assert dates.find(written, language, year=1999) == [dates.FoundDate(0, len(written), day, None)]


def test_a_choice_joins_two_moments_and_names_the_zone_once() -> None:
    slots = [at("2027-04-12 10:00"), at("2027-04-13 13:30")]
    assert dates.choice(slots, 2027, "id") == ("Senin, 12 April, pukul 10.00 atau Selasa, 13 April, pukul 13.30 WIB")
    assert dates.choice(slots, 2027, "en") == "Monday, 12 April, at 10:00 or Tuesday, 13 April, at 13:30 WIB"


def test_a_choice_of_three_parts_the_first_two_with_a_semicolon() -> None:
    slots = [at("2027-04-12 10:00", "WIT"), at("2027-04-13 13:30", "WIT"), at("2027-04-14 08:00", "WIT")]
    assert dates.choice(slots, 2027, "en") == (
        "Monday, 12 April, at 10:00; Tuesday, 13 April, at 13:30 or Wednesday, 14 April, at 08:00 WIT"
    )
    assert dates.choice(slots, 2027, "id").count("; ") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slot_shows_its_year_only_where_it_differs_from_the_interview(language: Language) -> None:
    written = dates.choice([at("2026-12-30 10:00"), at("2027-01-04 10:00")], 2026, language)
    assert "2026" not in written
    assert written.count("2027") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_slots_are_found_again_across_new_year(language: Language) -> None:
    slots = [at("2026-12-30 10:00"), at("2027-01-04 10:00"), at("2027-01-05 13:00")]
    found = dates.find(dates.choice(slots, 2026, language), language, year=2026)
    assert [(one.day, one.weekday) for one in found] == [(slot.date(), slot.weekday()) for slot in slots]


def test_find_says_where_a_date_stands() -> None:
    text = "Saya diundang pada Kamis, 8 April 2027, lalu 9 April."
    first, second = dates.find(text, "id", 2027)
    assert text[first.start : first.end] == "Kamis, 8 April 2027"
    assert text[second.start : second.end] == "9 April"


def test_find_keeps_the_weekday_that_is_written_even_if_it_is_wrong() -> None:
    (found,) = dates.find("Rabu, 8 April 2027", "id", 2027)
    assert found.weekday == 2
    assert found.day.weekday() == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [("kamis, 8 april 2027", 8), ("KAMIS 8 APRIL 2027", 8), ("8 April", 8), ("tanggal 08 April", 8)],
)
def test_find_reads_other_spellings(text: str, day: int) -> None:
    assert [found.day for found in dates.find(text, "id", 2027)] == [date(2027, 4, day)]


@pytest.mark.parametrize(
    "text",
    [
        "31 Februari 2027",
        "29 Februari 2027",
        "31 April",
        "0 Maret 2027",
        "45 Maret",
        "108 April",
        "8 April 0000",
        "April 2027",
        "8 Aprilia",
        "8 March 2027",
        "",
    ],
)
def test_find_ignores_what_is_no_date(text: str) -> None:
    assert dates.find(text, "id", 2027) == []


def test_the_leap_day_depends_on_the_year() -> None:
    assert [found.day for found in dates.find("29 Februari", "id", 2028)] == [date(2028, 2, 29)]
    assert dates.find("29 Februari", "id", 2027) == []
    assert [found.day for found in dates.find("29 Februari 2028", "id", 2027)] == [date(2028, 2, 29)]
