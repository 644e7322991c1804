"""Days and hours as one says them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from macros.messages import spoken

if TYPE_CHECKING:
    from macros.data.vocabulary import Language

# Every half hour of a day, from midnight, written out here a second time.
HALF_HOURS: dict[Language, str] = {
    "id": """dua belas malam, setengah satu malam, satu dini hari, setengah dua dini hari, dua dini hari,
        setengah tiga dini hari, tiga dini hari, setengah empat dini hari, empat pagi, setengah lima pagi, lima pagi,
        setengah enam pagi, enam pagi, setengah tujuh pagi, tujuh pagi, setengah delapan pagi, delapan pagi,
        setengah sembilan pagi, sembilan pagi, setengah sepuluh pagi, sepuluh pagi, setengah sebelas pagi,
        sebelas siang, setengah dua belas siang, dua belas siang, setengah satu siang, satu siang,
        setengah dua siang, dua siang, setengah tiga siang, tiga sore, setengah empat sore, empat sore,
        setengah lima sore, lima sore, setengah enam sore, enam sore, setengah tujuh malam, tujuh malam,
        setengah delapan malam, delapan malam, setengah sembilan malam, sembilan malam, setengah sepuluh malam,
        sepuluh malam, setengah sebelas malam, sebelas malam, setengah dua belas malam""",
    "en": """midnight, half past twelve in the morning, one in the morning, half past one in the morning,
        two in the morning, half past two in the morning, three in the morning, half past three in the morning,
        four in the morning, half past four in the morning, five in the morning, half past five in the morning,
        six in the morning, half past six in the morning, seven in the morning, half past seven in the morning,
        eight in the morning, half past eight in the morning, nine in the morning, half past nine in the morning,
        ten in the morning, half past ten in the morning, eleven in the morning, half past eleven in the morning,
        noon, half past twelve in the afternoon, one in the afternoon, half past one in the afternoon,
        two in the afternoon, half past two in the afternoon, three in the afternoon,
        half past three in the afternoon, four in the afternoon, half past four in the afternoon,
        five in the afternoon, half past five in the afternoon, six in the evening, half past six in the evening,
        seven in the evening, half past seven in the evening, eight in the evening, half past eight in the evening,
        nine at night, half past nine at night, ten at night, half past ten at night, eleven at night,
        half past eleven at night""",
}


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - a zone is not spoken


def test_every_half_hour_of_a_day_is_said_as_on_a_clock() -> None:
    for language, written in HALF_HOURS.items():
        expected = " ".join(written.split()).split(", ")
        said = [spoken.hour(at(f"2027-04-08 {half // 2:02}:{half % 2 * 30:02}"), language) for half in range(48)]
        assert [hour.removeprefix("pukul ") for hour in said] == expected
        assert all(hour.startswith("pukul ") for hour in said) is (language == "id")


@pytest.mark.parametrize(
    ("clock", "indonesian", "english"),
    [
        ("09:01", "sembilan lewat satu pagi", "one minute past nine in the morning"),
        ("09:15", "sembilan lewat lima belas pagi", "a quarter past nine in the morning"),
        ("09:29", "sembilan lewat dua puluh sembilan pagi", "twenty-nine minutes past nine in the morning"),
        ("09:31", "sepuluh kurang dua puluh sembilan pagi", "twenty-nine minutes to ten in the morning"),
        ("09:40", "sepuluh kurang dua puluh pagi", "twenty to ten in the morning"),
        ("12:45", "satu kurang lima belas siang", "a quarter to one in the afternoon"),
        ("23:50", "dua belas kurang sepuluh malam", "ten to twelve at night"),
    ],
)
def test_other_minutes_are_said_too(clock: str, indonesian: str, english: str) -> None:
    moment = at(f"2027-04-08 {clock}")
    assert [spoken.hour(moment, "id"), spoken.hour(moment, "en")] == [f"pukul {indonesian}", english]


@pytest.mark.parametrize(
    ("said", "indonesian", "english"),
    [
        ("2027-04-05 23:00", "hari Rabu, 14 April,", "on Wednesday, 14 April, at"),
        ("2027-04-07 09:00", "hari Rabu, 14 April,", "on Wednesday, 14 April, at"),
        ("2027-04-08 09:00", "hari Rabu", "on Wednesday at"),
        ("2027-04-13 09:00", "besok", "tomorrow at"),
        ("2027-04-15 09:00", "kemarin", "yesterday at"),
        ("2027-04-16 09:00", "hari Rabu lalu", "last Wednesday at"),
    ],
)
def test_a_day_is_said_by_its_nearness_and_dated_when_a_week_away(said: str, indonesian: str, english: str) -> None:
    moment = at("2027-04-14 15:00")
    assert spoken.moment(moment, at(said), "id") == f"{indonesian} pukul tiga sore"
    assert spoken.moment(moment, at(said), "en") == f"{english} three in the afternoon"


def test_the_hour_of_today_is_said_with_its_part_of_the_day() -> None:
    said_at = at("2027-04-14 08:00")
    said = [spoken.moment(at(f"2027-04-14 {hour}"), said_at, "en") for hour in ("10:00", "12:00", "15:00", "21:30")]
    assert said == ["this morning at ten", "today at noon", "this afternoon at three", "tonight at half past nine"]
    assert spoken.moment(at("2027-04-14 15:00"), said_at, "id") == "hari ini pukul tiga sore"


def test_a_choice_is_said_with_an_or() -> None:
    said_at, slots = at("2027-04-08 09:00"), [at("2027-04-09 10:00"), at("2027-04-12 13:30"), at("2027-04-13 14:00")]
    assert spoken.choice(slots[:1], said_at, "id") == "besok pukul sepuluh pagi"
    assert (
        spoken.choice(slots[:2], said_at, "id") == "besok pukul sepuluh pagi atau hari Senin pukul setengah dua siang"
    )
    assert spoken.choice(slots, said_at, "en") == (
        "tomorrow at ten in the morning, on Monday at half past one in the afternoon"
        " or on Tuesday at two in the afternoon"
    )


def test_english_contracts_only_what_one_contracts() -> None:
    told = "I am ill, I have accepted it, I have an exam, I had left, it is not open, I cannot and I would not"
    said = "I'm ill, I've accepted it, I have an exam, I had left, it isn't open, I can't and I wouldn't"
    assert spoken.contracted(told, "en") == said
    assert spoken.contracted(told, "id") == told
