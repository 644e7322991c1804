"""Dates and times as they are written in a message, and found again in one. Babel knows the names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_datetime, get_day_names, get_month_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.data.vocabulary import Language

# EYD V writes the time with a dot and "pukul"; English keeps the 24-hour clock, which no reader can mistake.
AT: dict[Language, str] = {"id": "pukul", "en": "at"}
CLOCK: dict[Language, str] = {"id": ".", "en": ":"}
OR: dict[Language, str] = {"id": "atau", "en": "or"}


# What a day is called by its distance from the day of sending.
NEAR: dict[Language, dict[int, str]] = {
    "id": {-1: "kemarin", 0: "hari ini", 1: "besok"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
ON: dict[Language, str] = {"id": "pada", "en": "on"}
# Between weekday and date where commas part the rest already.
COMMA: dict[Language, str] = {"id": ",", "en": ""}


def near(at: datetime, sent_at: datetime, language: Language) -> str | None:
    """`besok`, if `at` is the day after that of `sent_at`; nothing for a day that has no such name."""
    return NEAR[language].get((at.date() - sent_at.date()).days)


def moment(at: datetime, sent_at: datetime, language: Language) -> str:
    """`Kamis, 8 April, pukul 10.00 WIB`; the year only if it is another than when sent. `at` carries its zone."""
    return f"{_written(at, _date(at, sent_at), language)} {at.tzname()}"


def when(at: datetime, sent_at: datetime, language: Language) -> str:
    """The same with its preposition, or with the day's nearness.

    `pada Kamis, 8 April, pukul 10.00 WIB`, `besok, Kamis, 8 April, pukul 10.00 WIB`.
    """
    named = near(at, sent_at, language)
    if named is None:
        return f"{ON[language]} {moment(at, sent_at, language)}"
    weekday = format_datetime(at, f"EEEE{COMMA[language]} {_date(at, sent_at)}", locale=language)
    clock = format_datetime(at, f"'{AT[language]}' HH{CLOCK[language]}mm", locale=language)
    return f"{named}, {weekday}, {clock} {at.tzname()}"


def _date(at: datetime, sent_at: datetime) -> str:
    return "d MMMM" if at.year == sent_at.year else "d MMMM y"


def day(at: datetime, language: Language) -> str:
    """`8 April 2027`."""
    return format_datetime(at, "d MMMM y", locale=language)


def choice(slots: Sequence[datetime], year: int, language: Language) -> str:
    """One to three moments to choose from; each names its year only if it is not `year`, the last one its zone."""
    *first, last = _moments(slots, year, language)
    before = f"{'; '.join(first)} {OR[language]} " if first else ""
    return f"{before}{last} {slots[-1].tzname()}"


def lines(slots: Sequence[datetime], year: int, language: Language) -> str:
    """The same moments, each on a line of its own and with its zone, as a mail lists them."""
    return "\n".join(f"- {moment} {slots[-1].tzname()}" for moment in _moments(slots, year, language))


def names(language: Language) -> tuple[list[str], list[str]]:
    """The weekdays from Monday and the months from January."""
    weekdays, months = get_day_names(locale=language), get_month_names(locale=language)
    return [str(weekdays[number]) for number in range(7)], [str(months[number]) for number in range(1, 13)]


def _moments(slots: Sequence[datetime], year: int, language: Language) -> list[str]:
    return [_written(at, "d MMMM" if at.year == year else "d MMMM y", language) for at in slots]


def _written(at: datetime, day_pattern: str, language: Language) -> str:
    pattern = f"EEEE, {day_pattern}, '{AT[language]}' HH{CLOCK[language]}mm"
    return format_datetime(at, pattern, locale=language)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text: where it stands, which day it is, and the weekday written before it, if any."""

    start: int
    end: int
    day: date
    weekday: int | None


def find(text: str, language: Language, year: int) -> list[FoundDate]:
    """Every date written out in `text`; one without a year is taken to be in `year`."""
    months, weekdays, pattern = _names(language)
    found = []
    for match in pattern.finditer(text):
        try:
            when = date(int(match["year"] or year), months[match["month"].lower()], int(match["day"]))
        except ValueError:  # 31 February
            continue
        weekday = weekdays[match["weekday"].lower()] if match["weekday"] else None
        found.append(FoundDate(*match.span(), when, weekday))
    return found


@lru_cache
def _names(language: Language) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    months = {str(name).lower(): number for number, name in get_month_names(locale=language).items()}
    weekdays = {str(name).lower(): number for number, name in get_day_names(locale=language).items()}
    weekday, month = "|".join(weekdays), "|".join(months)
    pattern = re.compile(
        rf"(?:\b(?P<weekday>{weekday}),? )?\b(?P<day>\d{{1,2}}) (?P<month>{month})\b(?: (?P<year>\d{{4}}))?",
        re.IGNORECASE,
    )
    return months, weekdays, pattern
