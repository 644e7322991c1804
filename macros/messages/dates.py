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


def moment(at: datetime, language: Language) -> str:
    """`Kamis, 8 April 2027, pukul 10.00 WIB`; `at` carries its zone."""
    return f"{_written(at, 'd MMMM y', language)} {at.tzname()}"


def day(at: datetime, language: Language) -> str:
    """`8 April 2027`."""
    return format_datetime(at, "d MMMM y", locale=language)


def choice(slots: Sequence[datetime], year: int, language: Language) -> str:
    """One to three moments to choose from; the year stands only where it is not the interview's, the zone once."""
    *first, last = [_written(at, "d MMMM" if at.year == year else "d MMMM y", language) for at in slots]
    before = f"{'; '.join(first)} {OR[language]} " if first else ""
    return f"{before}{last} {slots[-1].tzname()}"


def names(language: Language) -> tuple[list[str], list[str]]:
    """The weekdays from Monday and the months from January."""
    weekdays, months = get_day_names(locale=language), get_month_names(locale=language)
    return [str(weekdays[number]) for number in range(7)], [str(months[number]) for number in range(1, 13)]


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
