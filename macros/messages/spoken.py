"""Days and hours as one says them on the phone: “besok pukul setengah empat sore”, “tomorrow at half past three”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date

from macros.messages import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from macros.data.vocabulary import Language

_UNITS: dict[Language, str] = {
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
}
# From which minute of the day on a part of the day is called so.
_PARTS: dict[Language, tuple[tuple[int, str], ...]] = {
    "id": ((0, "dini hari"), (240, "pagi"), (660, "siang"), (900, "sore"), (1110, "malam")),
    "en": ((0, "in the morning"), (720, "in the afternoon"), (1080, "in the evening"), (1260, "at night")),
}
_WEEK = 7
_HALF = 30


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


def hour(at: datetime, language: Language) -> str:
    """`pukul setengah empat sore`, `half past three in the afternoon`: the clock has twelve hours."""
    minute = at.hour * 60 + at.minute
    part = next(name for start, name in reversed(_PARTS[language]) if minute >= start)
    if language == "id":
        return f"pukul {_clock_id(at.hour, at.minute)} {'malam' if minute < 60 else part}"  # noqa: PLR2004 - an hour
    if minute in (0, 720):
        return "midnight" if minute == 0 else "noon"
    return f"{_clock_en(at.hour, at.minute)} {part}"


def _clock_id(hours: int, minutes: int) -> str:
    this, following = (number((hours + more - 1) % 12 + 1, "id") for more in (0, 1))
    if minutes == _HALF:
        return f"setengah {following}"
    if minutes > _HALF:
        return f"{following} kurang {number(60 - minutes, 'id')}"
    return f"{this} lewat {number(minutes, 'id')}" if minutes else this


def _clock_en(hours: int, minutes: int) -> str:
    this, following = (number((hours + more - 1) % 12 + 1, "en") for more in (0, 1))
    if minutes == 0:
        return this
    past = minutes <= _HALF
    count = minutes if past else 60 - minutes
    named = {15: "a quarter", _HALF: "half"}
    plain = number(count, "en") if count % 5 == 0 else f"{number(count, 'en')} minute{'s' if count > 1 else ''}"
    return f"{named.get(count, plain)} {f'past {this}' if past else f'to {following}'}"


def moment(at: datetime, said_at: datetime, language: Language) -> str:
    """`hari Rabu pukul tiga sore`, `on Wednesday at three in the afternoon`, `besok pukul sepuluh pagi`.

    The date is said only when the weekday alone could mislead.
    """
    days = (at.date() - said_at.date()).days
    joined = "" if language == "id" else "at "
    near = dates.near(at, said_at, language)
    if near:
        return f"{near} {joined}{hour(at, language)}"
    weekday = dates.names(language)[0][at.weekday()]
    if language == "id":
        named = f"hari {weekday}" + (" lalu" if days < 0 else "")
    else:
        named = f"last {weekday}" if days < 0 else f"on {weekday}"
    if days >= _WEEK:
        named += f", {format_date(at, 'd MMMM', locale=language)},"
    return f"{named} {joined}{hour(at, language)}"


def choice(slots: Sequence[datetime], said_at: datetime, language: Language) -> str:
    """One to three moments to choose from, as one says them."""
    *first, last = [moment(at, said_at, language) for at in slots]
    return f"{', '.join(first)} {dates.OR[language]} {last}" if first else last
