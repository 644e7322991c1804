"""The closed lists of words that data, code and pages share; what each means stands in the data file."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Literal

Language = Literal["id", "en"]
Outcome = Literal["withdraw", "reschedule", "decline", "missed", "verify"]
ChannelKey = Literal["email", "whatsapp", "phone", "sms", "linkedin", "portal"]
Register = Literal["formal", "semiformal"]
PartKey = Literal[
    "subject",
    "greeting",
    "introduction",
    "thanks",
    "decision",
    "reason",
    "apology",
    "slots",
    "confirmation",
    "closing",
    "signature",
]
Stage = Literal["early", "good", "short", "urgent", "past"]
Zone = Literal["WIB", "WITA", "WIT"]

STAGES: tuple[Stage, ...] = ("early", "good", "short", "urgent", "past")
LANGUAGES: tuple[Language, ...] = ("id", "en")
# Indonesia keeps no summer time, so an offset says everything (UTC+7, +8, +9).
ZONES: dict[Zone, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}
