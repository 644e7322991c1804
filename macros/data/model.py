"""The data as frozen, typed objects: what a record of `docs/data/scenarios.yml` may say.

This module knows one record at a time; `load` reads the file, `across` holds the records against each other.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from macros.data.fields import (
    FILLED,
    MOMENT_FORMAT,
    Both,
    Clause,
    Entries,
    Flag,
    Key,
    Moment,
    Number,
    Record,
    Set,
    Slug,
    Template,
    Text,
    TipNumber,
    Tips,
    Title,
    Translated,
)
from macros.data.patterns import OwnMessage
from macros.data.text import plain
from macros.data.vocabulary import (
    LANGUAGES,
    MAX_MISSED_HOURS,
    MAX_NOTICE_HOURS,
    MAX_SLOT_DAYS,
    ChannelKey,
    Language,
    Outcome,
    Step,
    Zone,
)

_SATURDAY = 5


class Recruiter(Record):
    """Whom the sample's message goes to."""

    name: Title
    """The full name, like “Rina Kartika”; it stands for the blank [recruiter_name]."""
    call: Title
    """The name by which one calls them, like “Rina”; it stands for the blank [recruiter_call]."""
    address: Key
    """The form of address: any "key" of the section "addresses", like ibu."""


class Sample(Record):
    """A fictional candidate with recruiter, company and dates: what fills the blanks at build."""

    key: Key
    """Our own short name, like rizky; scenarios name it in "sample"."""
    candidate: Title
    """Who writes: an invented name."""
    phone: Annotated[str, Field(pattern=r"^0[0-9]{2,3}-0000-[0-9]{4}$")]
    """The candidate's number. The zeros in the middle are needed: no company can assign such a number."""
    position: Both[Title]
    """The position applied for, like “Staf Administrasi”."""
    company: Annotated[str, Field(pattern=r"\bContoh\b"), AfterValidator(plain)]
    """An invented company with the word Contoh in its name, like “PT Contoh Sejahtera”."""
    recruiter: Recruiter
    """Whom the message goes to."""
    zone: Zone
    """The time zone of the interview."""
    interview: Moment
    """When the interview is, like 2027-04-08 10:00: a working day."""
    slots: tuple[Moment, ...] = Field(min_length=2, max_length=3)
    """Two or three later times that suit the candidate, in order, like [2027-04-12 10:00, 2027-04-13 13:30]."""

    @field_validator("interview")
    @classmethod
    def _on_a_working_day(cls, interview: datetime) -> datetime:
        if interview.weekday() >= _SATURDAY:
            raise PydanticCustomError("S024", f"{interview:{MOMENT_FORMAT}} is on a weekend; choose a working day")
        return interview

    @field_validator("slots")
    @classmethod
    def _chronological(cls, slots: tuple[datetime, ...], info: ValidationInfo) -> tuple[datetime, ...]:
        """Slots lie after the interview that they replace, in order, within a month, on working days."""
        interview = last = info.data.get("interview", slots[0] - timedelta(minutes=1))
        for slot in slots:
            if not last < slot <= interview + timedelta(days=MAX_SLOT_DAYS):
                raise PydanticCustomError(
                    "S024",
                    f"{slot:{MOMENT_FORMAT}} must follow the interview ({interview:{MOMENT_FORMAT}}) and the slot"
                    f" before it, within {MAX_SLOT_DAYS} days; check day, month and year of both",
                )
            if slot.weekday() >= _SATURDAY:
                raise PydanticCustomError("S024", f"{slot:{MOMENT_FORMAT}} is on a weekend; choose a working day")
            last = slot
        return slots


class Reason(Translated[Clause]):
    """One true cause, as a clause that fits after “karena” or “because”."""

    id: Clause
    """In Indonesian, like “saya sedang sakit”."""
    en: Clause | None = None
    """Optional: in English, like “I am ill”."""
    grave: Flag = False
    """Optional: true for illness, grief, an emergency or a flood; the message then begins with regret and reason."""


class Scenario(Record):
    """One situation with one outcome.

    Outcome, title, when and one reason are a whole record; `defaults` fills in what is FILLED.
    English is there for all texts that are shown, or for none.
    """

    outcome: Outcome
    """What the message is for. withdraw: no longer interested; attend: coming all the same; verify: is it real?"""
    title: Translated[Title]
    """What the page is called, like “Bentrok dengan jam kerja”."""
    when: Translated[Text]
    """When this is the right page, in one or two sentences."""
    reasons: Entries[Reason] = Field(max_length=4)
    """One to four true causes; the first is shown first, and the reader chooses."""
    keywords: Translated[Entries[Title]] | None = None
    """Optional: everyday words by which people look for it, like [masih kerja, jam kantor]."""
    key: Key = Field(default=FILLED)
    """Optional: our own short name, like bentrok-kerja; else made from the title."""
    slug: Translated[Slug] = Field(default=FILLED)
    """Optional: the address of its page, like clash-with-work, which never changes later; else made from the title."""
    sample: Key = Field(default=FILLED)
    """Optional: who writes the example, any "key" of the section "samples"; else these take turns."""
    notice: Number = Field(default=FILLED, ge=-MAX_MISSED_HOURS, le=MAX_NOTICE_HOURS)
    """Optional: whole hours from sending the example to the interview, below zero for missed; else about two days."""
    channels: Entries[ChannelKey] = Field(default=FILLED)
    """Optional: the channels through which such a message is sent; else e-mail, WhatsApp and phone."""
    steps: Set[Step] = ()
    """Optional: what the invitation may be to, the usual one first, like [psychotest]; without it, any common step."""
    caution: Translated[Text] | None = None
    """Optional: what to be sure of first. It stands under the heading “Perhatikan dulu”."""
    own: tuple[OwnMessage, ...] = ()
    """Optional: whole messages of its own, where a pattern (section "patterns") would sound wrong."""
    sources: Set[str] = ()
    """Optional: keys of docs/data/sources.yml behind the facts, like [S40]."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there are messages."""
        return LANGUAGES if self.title.en else LANGUAGES[:1]

    @property
    def step(self) -> Step:
        """What the invitation is to until the reader has chosen."""
        return self.steps[0] if self.steps else "interview"

    @field_validator("notice")
    @classmethod
    def _timely(cls, notice: int, info: ValidationInfo) -> int:
        """An interview that was missed lies behind; every other one lies ahead."""
        outcome = info.data.get("outcome")
        if outcome and (outcome == "missed") != (notice < 0):
            raise PydanticCustomError(
                "S025",
                f"{notice} does not go with outcome {outcome}; "
                "notice counts the hours before the interview and is below zero for missed, and only there",
            )
        return notice


class Reply(Record):
    """A message for later: the recruiter has answered, or has not."""

    key: Key
    """Our own short name, like dibujuk."""
    outcomes: Entries[Outcome]
    """After which messages it may be needed."""
    not_after: Set[Key] = ()
    """Keys of scenarios after which it would not fit all the same."""
    title: Both[Title]
    """What has happened, like “Rekruter meminta bukti”."""
    text: Both[Template]
    """The answer to send. Blanks like [recruiter] are filled in."""


class Example(Record):
    """A bad draft that a tip mends: which rules' tips it breaks, and the scenario's message that is better."""

    tip: TipNumber
    """The number of the tip on whose page it stands, 1 to 9."""
    scenario: Key
    """The "key" of the scenario whose own message mends the draft."""
    channel: ChannelKey
    """Through which channel the draft is sent."""
    before: Both[Template]
    """The bad draft: a text, or a list with one text for each line. Blanks like [company] are filled in."""
    subject: Both[Template] | None = None
    """Optional: the draft's subject, for an e-mail."""
    invited_via: ChannelKey | None = None
    """Optional: the channel of the invitation, where it differs from the draft's."""
    notice: Number | None = None
    """Optional: whole hours between sending the draft and the interview, where it differs from the scenario's."""
    breaks: Tips = Field(min_length=1)
    """The numbers of all tips that the draft breaks, like [3]."""
    lesson: Both[Text]
    """What is wrong with the draft, in two or three sentences."""
