"""Dates as they are written in a message, and found again in one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.data.vocabulary import LANGUAGES, ZONES
from macros.messages import dates

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
# A year that begins with a leap day in it, and the leap day that 2100 does not have.
DAYS = [start + timedelta(days=number) for start in (date(2028, 1, 1), date(2100, 2, 1)) for number in range(366)]


def at(text: str, zone: Zone = "WIB") -> datetime:
    """`at("2026-03-03 10:00")`: that moment in a zone of Indonesia."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZONES[zone])


@pytest.mark.parametrize(
    ("when", "zone", "language", "written"),
    [
        ("2026-03-03 10:00", "WIB", "id", "Selasa, 3 Maret, pukul 10.00 WIB"),
        ("2026-03-03 23:59", "WITA", "id", "Selasa, 3 Maret, pukul 23.59 WITA"),
        ("2026-03-03 00:05", "WIT", "en", "Tuesday, 3 March, at 00:05 WIT"),
        ("2027-03-03 00:05", "WIT", "en", "Wednesday, 3 March 2027, at 00:05 WIT"),
    ],
)
def test_a_moment_is_written_out_with_the_year_only_where_it_is_another(
    when: str, zone: Zone, language: Language, written: str
) -> None:
    assert dates.moment(at(when, zone), at("2026-03-01 10:00", zone), language) == written


@pytest.mark.parametrize(
    ("sent", "indonesian", "english"),
    [
        ("2027-04-06 09:00", "pada Kamis, 8 April, pukul 15.00 WIB", "on Thursday, 8 April, at 15:00 WIB"),
        ("2027-04-07 23:59", "besok, Kamis, 8 April, pukul 15.00 WIB", "tomorrow, Thursday 8 April, at 15:00 WIB"),
        ("2027-04-08 00:00", "hari ini, Kamis, 8 April, pukul 15.00 WIB", "today, Thursday 8 April, at 15:00 WIB"),
        ("2027-04-08 23:59", "hari ini, Kamis, 8 April, pukul 15.00 WIB", "today, Thursday 8 April, at 15:00 WIB"),
        (
            "2027-04-09 09:00",
            "kemarin, Kamis, 8 April, pukul 15.00 WIB",
            "yesterday, Thursday 8 April, at 15:00 WIB",
        ),
        ("2027-04-10 09:00", "pada Kamis, 8 April, pukul 15.00 WIB", "on Thursday, 8 April, at 15:00 WIB"),
        ("2026-12-30 09:00", "pada Kamis, 8 April 2027, pukul 15.00 WIB", "on Thursday, 8 April 2027, at 15:00 WIB"),
    ],
)
def test_a_day_is_named_by_its_nearness_too(sent: str, indonesian: str, english: str) -> None:
    written = [dates.when(at("2027-04-08 15:00"), at(sent), language) for language in LANGUAGES]
    assert written == [indonesian, english]


def test_every_day_is_written_by_the_calendar_and_found_again() -> None:
    wrong = []
    for language in LANGUAGES:
        weekdays, months = WEEKDAYS[language].split(), MONTHS[language].split()
        assert dates.names(language) == (weekdays, months)
        for day in DAYS:
            moment = datetime(day.year, day.month, day.day, 9, tzinfo=ZONES["WIB"])
            plain = f"{day.day} {months[day.month - 1]} {day.year}"
            full = f"{weekdays[day.weekday()]}, {plain}"
            found = dates.find(f"Wah {dates.moment(moment, at('1999-01-01 09:00'), language)}", language, year=1999)
            if (
                dates.day(moment, language) != plain
                or found != [dates.FoundDate(4, 4 + len(full), day, day.weekday())]
                or dates.find(plain, language, year=1999) != [dates.FoundDate(0, len(plain), day, None)]
            ):
                wrong.append(full)
    assert wrong == []


@pytest.mark.parametrize(
    ("slots", "language", "written"),
    [
        (["2027-04-12 10:00"], "id", "Senin, 12 April, pukul 10.00 WIT"),
        (
            ["2027-04-12 10:00", "2027-04-13 13:30"],
            "id",
            "Senin, 12 April, pukul 10.00 atau Selasa, 13 April, pukul 13.30 WIT",
        ),
        (
            ["2027-04-12 10:00", "2027-04-13 13:30", "2028-01-03 08:00"],
            "en",
            "Monday, 12 April, at 10:00; Tuesday, 13 April, at 13:30 or Monday, 3 January 2028, at 08:00 WIT",
        ),
    ],
)
def test_a_choice_names_the_zone_once_and_the_year_where_it_differs(
    slots: list[str], language: Language, written: str
) -> None:
    assert dates.choice([at(slot, "WIT") for slot in slots], 2027, language) == written


def test_slots_are_found_again_across_new_year() -> None:
    slots = [at("2026-12-30 10:00"), at("2027-01-04 10:00"), at("2027-01-05 13:00")]
    for language in LANGUAGES:
        found = dates.find(dates.choice(slots, 2026, language), language, year=2026)
        assert [(one.day, one.weekday) for one in found] == [(slot.date(), slot.weekday()) for slot in slots]


def test_find_says_where_a_date_stands_and_keeps_a_wrong_weekday() -> None:
    text = "Saya diundang pada Rabu, 8 April 2027, lalu 9 April."
    assert dates.find(text, "id", 2027) == [
        dates.FoundDate(19, 37, date(2027, 4, 8), 2),
        dates.FoundDate(44, 51, date(2027, 4, 9), None),
    ]


@pytest.mark.parametrize("text", ["kamis, 8 april 2027", "KAMIS 8 APRIL 2027", "8 April", "tanggal 08 April"])
def test_find_reads_other_spellings(text: str) -> None:
    assert [found.day for found in dates.find(text, "id", 2027)] == [date(2027, 4, 8)]


@pytest.mark.parametrize("none", ["31 Februari 2027", "29 Februari", "31 April", "0 Maret", "8 April 0000"])
def test_find_passes_over_a_day_that_does_not_exist_and_goes_on(none: str) -> None:
    assert [found.day for found in dates.find(f"{none}, 9 Mei", "id", 2027)] == [date(2027, 5, 9)]


@pytest.mark.parametrize("text", ["108 April", "April 2027", "8 Aprilia", "8 March 2027", "A8 April", ""])
def test_find_takes_nothing_else_for_a_date(text: str) -> None:
    assert dates.find(text, "id", 2027) == []


def test_the_leap_day_depends_on_the_year() -> None:
    assert [found.day for found in dates.find("29 Februari", "id", 2028)] == [date(2028, 2, 29)]
    assert [found.day for found in dates.find("29 Februari 2028", "id", 2027)] == [date(2028, 2, 29)]
