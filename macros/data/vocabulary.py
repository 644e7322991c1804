"""The closed lists of words that data, code and pages share, the limits of the data, and where the pages lie.

What each word means stands in the data file.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Literal

Language = Literal["id", "en"]
Outcome = Literal["withdraw", "reschedule", "attend", "decline", "missed", "verify"]
ChannelKey = Literal["email", "whatsapp", "phone", "sms", "linkedin", "portal"]
Register = Literal["formal", "semiformal"]
Tone = Literal["first", "ongoing"]
Step = Literal["interview", "user-interview", "psychotest", "group-discussion", "medical", "offer-talk", "first-day"]
Left = Literal["ample", "short", "urgent"]
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

TONES: tuple[Tone, ...] = ("first", "ongoing")
LEFTS: tuple[Left, ...] = ("ample", "short", "urgent")
STAGES: tuple[Stage, ...] = ("early", "good", "short", "urgent", "past")
LANGUAGES: tuple[Language, ...] = ("id", "en")
# Indonesia keeps no summer time, so an offset says everything (UTC+7, +8, +9).
ZONES: dict[Zone, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}

# What protects the reader of a file: far more than the data need, and the check would only be kept busy by more.
MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 12
MAX_CHARACTERS = 2_000  # of any text
# What a page has room for, in characters.
MAX_TEXT = 600
MAX_TITLE = 70
MAX_REASON = 120
MAX_QUESTION = 120
MAX_STEP = 30
LONG_TITLE = 45  # still allowed, but no longer read at a glance
MAX_KEY = 40
# What an example may say of time.
MAX_NOTICE_HOURS = 14 * 24
MAX_MISSED_HOURS = 72
MAX_SLOT_DAYS = 31

# Where the pages of an edition lie below its root; a published address never changes.
PLACES: dict[Language, dict[str, str]] = {
    "id": {
        "home": "",
        "examples": "contoh/",
        "tips": "cara/",
        "questions": "tanya/",
        "contribute": "kontribusi/",
        "about": "tentang/",
    },
    "en": {
        "home": "",
        "examples": "examples/",
        "tips": "tips/",
        "questions": "questions/",
        "contribute": "contribute/",
        "about": "about/",
    },
}
