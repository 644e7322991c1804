"""The data as frozen, typed objects: what a record of `docs/data/scenarios.yml` may say.

This module knows one record at a time; `macros.load` reads the file and checks the records against each other.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from macros.fields import (
    MOMENT_FORMAT,
    Both,
    Key,
    Moment,
    Number,
    Record,
    Registers,
    Sentences,
    Slug,
    Template,
    Text,
    Tips,
    Title,
)
from macros.text import plain
from macros.vocabulary import ChannelKey, Outcome, PartKey, Register, Stage, Zone

_SATURDAY = 5
MAX_NOTICE_HOURS = 14 * 24
MAX_SLOT_DAYS = 31


class OutcomeInfo(Record):
    """How the site speaks of an outcome."""

    key: Outcome
    title: Both[Title]
    question: Both[Text]
    after: Both[Text]


class Channel(Record):
    """A way to send a message: its register, and which parts stand together in a paragraph."""

    key: ChannelKey
    title: Both[Title]
    register_: Register = Field(alias="register")
    advice: Both[Text]
    paragraphs: tuple[tuple[PartKey, ...], ...] = Field(min_length=1)


class PartInfo(Record):
    """A labelled piece of a message and the tips that it follows."""

    key: PartKey
    title: Both[Title]
    tips: Tips


class Daypart(Record):
    """A greeting and the hour (0–23) at which it begins to be right (content rule: pagi 04, siang 11, sore 15)."""

    from_hour: Number = Field(ge=0, le=23)
    greeting: Both[Template]


class AddressForm(Record):
    """How a recruiter is named in a greeting, and what stands for "you" in a sentence."""

    key: Key
    title: Both[Title]
    name: Both[Registers]
    you: Both[Title]


class Recruiter(Record):
    """Whom the sample's message goes to."""

    name: Title
    call: Title
    address: Key


class Sample(Record):
    """A fictional candidate with recruiter, company and dates: what fills the blanks at build."""

    key: Key
    candidate: Title
    phone: Annotated[str, Field(pattern=r"^0\d{2,3}-0000-\d{4}$")]
    position: Both[Title]
    company: Annotated[str, AfterValidator(plain), Field(pattern=r"\bContoh\b")]
    recruiter: Recruiter
    zone: Zone
    interview: Moment
    slots: tuple[Moment, ...] = Field(min_length=2, max_length=3)

    @field_validator("interview")
    @classmethod
    def _on_a_working_day(cls, interview: datetime) -> datetime:
        if interview.weekday() >= _SATURDAY:
            raise ValueError(f"{interview:{MOMENT_FORMAT}} is on a weekend; choose a working day")
        return interview

    @field_validator("slots")
    @classmethod
    def _chronological(cls, slots: tuple[datetime, ...], info: ValidationInfo) -> tuple[datetime, ...]:
        """Slots lie after the interview that they replace, in order, within a month, on working days."""
        interview = last = info.data.get("interview", slots[0] - timedelta(minutes=1))
        for slot in slots:
            if not last < slot <= interview + timedelta(days=MAX_SLOT_DAYS):
                raise ValueError(
                    f"{slot:{MOMENT_FORMAT}} must follow the interview ({interview:{MOMENT_FORMAT}}) and the slot"
                    f" before it, within {MAX_SLOT_DAYS} days; check day, month and year of both"
                )
            if slot.weekday() >= _SATURDAY:
                raise ValueError(f"{slot:{MOMENT_FORMAT}} is on a weekend; choose a working day")
            last = slot
        return slots


class Phrase(Record):
    """The wording of a part, for the messages that fit all the conditions given. The first that fits is used."""

    part: PartKey
    outcomes: tuple[Outcome, ...] = ()
    channels: tuple[ChannelKey, ...] = ()
    registers: tuple[Register, ...] = ()
    stages: tuple[Stage, ...] = ()
    text: Both[Template]

    def fits(self, part: PartKey, outcome: Outcome, channel: Channel, stage: Stage) -> bool:
        """Say whether this wording is for that part of that message."""
        return (
            self.part == part
            and (not self.outcomes or outcome in self.outcomes)
            and (not self.channels or channel.key in self.channels)
            and (not self.registers or channel.register_ in self.registers)
            and (not self.stages or stage in self.stages)
        )


class Scenario(Record):
    """One situation with one outcome."""

    key: Key
    slug: Both[Slug]
    outcome: Outcome
    title: Both[Title]
    when: Both[Text]
    keywords: Both[tuple[Title, ...]] | None = None
    sample: Key
    notice: Number = Field(ge=-72, le=MAX_NOTICE_HOURS)
    channels: tuple[ChannelKey, ...] = Field(min_length=1)
    reason: Both[Sentences]
    caution: Both[Text] | None = None
    own: tuple[Phrase, ...] = ()
    omit: tuple[PartKey, ...] = ()
    sources: tuple[str, ...] = ()

    @field_validator("notice")
    @classmethod
    def _timely(cls, notice: int, info: ValidationInfo) -> int:
        """An interview that was missed lies behind; every other one lies ahead."""
        outcome = info.data.get("outcome")
        if outcome and (outcome == "missed") != (notice < 0):
            raise ValueError(
                f"{notice} does not go with outcome {outcome}; "
                "notice counts the hours before the interview and is below zero for missed, and only there"
            )
        return notice


class Reply(Record):
    """A message for later: the recruiter has answered, or has not."""

    key: Key
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    title: Both[Title]
    text: Both[Template]


class Example(Record):
    """A bad draft that a tip mends: which rules' tips it breaks, and the scenario's message that is better."""

    tip: Annotated[Number, Field(ge=1, le=9)]
    scenario: Key
    channel: ChannelKey
    before: Both[Template]
    subject: Both[Template] | None = None
    invited_via: ChannelKey | None = None
    notice: Number | None = None
    breaks: Tips = Field(min_length=1)
    lesson: Both[Text]


class Guide(Record):
    """The whole data file."""

    outcomes: tuple[OutcomeInfo, ...]
    channels: tuple[Channel, ...]
    parts: tuple[PartInfo, ...]
    dayparts: tuple[Daypart, ...]
    addresses: tuple[AddressForm, ...]
    samples: tuple[Sample, ...]
    phrases: tuple[Phrase, ...]
    replies: tuple[Reply, ...]
    examples: tuple[Example, ...]
    scenarios: tuple[Scenario, ...]

    def channel(self, key: ChannelKey) -> Channel:
        """The channel called `key`."""
        return next(channel for channel in self.channels if channel.key == key)

    def scenario(self, key: str) -> Scenario:
        """The scenario called `key`. Raise `KeyError` with a sentence if there is none."""
        for scenario in self.scenarios:
            if scenario.key == key:
                return scenario
        raise KeyError(f'there is no scenario "{key}"')

    def sample(self, key: str) -> Sample:
        """The sample called `key`."""
        return next(sample for sample in self.samples if sample.key == key)

    def address(self, key: str) -> AddressForm:
        """The form of address called `key`."""
        return next(form for form in self.addresses if form.key == key)
