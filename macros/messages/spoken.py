"""As one says it: “besok pukul setengah empat sore”, “tomorrow at half past three”, “I'm ill”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date

from macros.messages import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from macros.data.vocabulary import Language

# What English contracts where it is written as it is spoken, in this order.
_CONTRACTED = {
    r"\b(is|was|do|does|did|has|could|would) not\b": r"\1n't",
    r"\bcannot\b": "can't",
    r"\bI am\b": "I'm",
    r"\bI have(?= (?:been|found|just|only|already|\w+ed)\b)": "I've",
    r"\bI would\b": "I'd",
    r"\bI will\b": "I'll",
}
_UNITS: dict[Language, str] = {
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
}
# From which minute of the day on a part of the day is called so.
PARTS: dict[Language, tuple[tuple[int, str], ...]] = {
    "id": ((0, "malam"), (60, "dini hari"), (240, "pagi"), (660, "siang"), (900, "sore"), (1110, "malam")),
    "en": ((0, "in the morning"), (720, "in the afternoon"), (1080, "in the evening"), (1260, "at night")),
}
# The same parts of this day, where a language has names for them.
TODAY: dict[Language, tuple[str, ...]] = {"id": (), "en": ("this morning", "this afternoon", "this evening", "tonight")}
# Minutes of the day that have a name of their own.
NAMED: dict[Language, dict[int, str]] = {"id": {}, "en": {0: "midnight", 720: "noon"}}
# The minutes after an hour: none, up to half, half, and before the {next} hour.
CLOCK: dict[Language, dict[str, str]] = {
    "id": {
        "none": "pukul {this}",
        "past": "pukul {this} lewat {count}",
        "half": "pukul setengah {next}",
        "to": "pukul {next} kurang {count}",
    },
    "en": {"none": "{this}", "past": "{count} past {this}", "half": "half past {this}", "to": "{count} to {next}"},
}
# A day with its hour: near, in the days ahead, later than that, and over.
SAID: dict[Language, dict[str, str]] = {
    "id": {
        "near": "{day} {hour}",
        "ahead": "hari {day} {hour}",
        "later": "hari {day}, {date}, {hour}",
        "past": "hari {day} lalu {hour}",
    },
    "en": {
        "near": "{day} at {hour}",
        "ahead": "on {day} at {hour}",
        "later": "on {day}, {date}, at {hour}",
        "past": "last {day} at {hour}",
    },
}
WEEK = 7
_HALF = 30


def contracted(text: str, language: Language) -> str:
    """`text` with “I'm” for “I am” and the like, if it is English."""
    for full, short in _CONTRACTED.items() if language == "en" else ():
        text = re.sub(full, short, text)
    return text


def number(count: int, language: Language) -> str:
    """A number below sixty in words."""
    units = _UNITS[language].split()
    if count < len(units):
        return units[count]
    tens, unit = divmod(count, 10)
    if language == "en":
        ten = ("twenty", "thirty", "forty", "fifty")[tens - 2]
        return f"{ten}-{units[unit]}" if unit else ten
    if tens == 1:
        return f"{units[unit]} belas"
    return f"{units[tens]} puluh {units[unit]}" if unit else f"{units[tens]} puluh"


def hours(language: Language) -> list[str]:
    """The hours of the clock in words, which has twelve: the first is the one of noon and midnight."""
    return [number((at - 1) % 12 + 1, language) for at in range(12)]


def counts(language: Language) -> list[str]:
    """How many minutes it is past an hour or to the next, in words, from none to fewer than half an hour."""
    return [_count(minutes, language) for minutes in range(_HALF)]


def _count(minutes: int, language: Language) -> str:
    if language == "id" or minutes % 5 == 0:
        return "a quarter" if (minutes, language) == (15, "en") else number(minutes, language)
    return f"{number(minutes, language)} minute{'s' if minutes > 1 else ''}"


def hour(at: datetime, language: Language) -> str:
    """`pukul setengah empat sore`, `half past three in the afternoon`: the clock has twelve hours."""
    named = NAMED[language].get(_minute(at))
    return named or f"{_clock(at, language)} {PARTS[language][_part(at, language)][1]}"


def _clock(at: datetime, language: Language) -> str:
    this, following = (hours(language)[(at.hour + more) % 12] for more in (0, 1))
    kind = "none" if at.minute == 0 else "past" if at.minute < _HALF else "half" if at.minute == _HALF else "to"
    count = "" if kind == "half" else _count(60 - at.minute if kind == "to" else at.minute, language)
    return CLOCK[language][kind].format(this=this, next=following, count=count)


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _part(at: datetime, language: Language) -> int:
    """In which part of its day that is, counted from 0."""
    return sum(start <= _minute(at) for start, _ in PARTS[language]) - 1


def today(at: datetime, said_at: datetime, language: Language) -> str | None:
    """The part of today in which `at` lies, as `this morning`, where the language and the hour have such a name."""
    if at.date() != said_at.date() or not TODAY[language] or _minute(at) in NAMED[language]:
        return None
    return TODAY[language][_part(at, language)]


def moment(at: datetime, said_at: datetime, language: Language) -> str:
    """`hari Rabu pukul tiga sore`, `on Wednesday at three in the afternoon`, `besok pukul sepuluh pagi`.

    The date is said only when the weekday alone could mislead.
    """
    if part := today(at, said_at, language):
        return SAID[language]["near"].format(day=part, hour=_clock(at, language))
    days = (at.date() - said_at.date()).days
    near = dates.near(at, said_at, language)
    kind = "near" if near else "past" if days < 0 else "later" if days >= WEEK else "ahead"
    return SAID[language][kind].format(
        day=near or dates.names(language)[0][at.weekday()],
        date=format_date(at, "d MMMM", locale=language),
        hour=hour(at, language),
    )


def choice(slots: Sequence[datetime], said_at: datetime, language: Language) -> str:
    """One to three moments to choose from, as one says them."""
    *first, last = [moment(at, said_at, language) for at in slots]
    return f"{', '.join(first)} {dates.OR[language]} {last}" if first else last
