"""What all messages share: outcomes, channels, parts, greetings, forms of address and the standard phrases."""

from __future__ import annotations

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from macros.data.fields import Both, Entries, Key, Number, Record, Registers, Set, Template, Text, Tips, Title
from macros.data.vocabulary import ChannelKey, Outcome, PartKey, Register, Stage

# What every message is for.
ESSENTIAL: tuple[PartKey, ...] = ("decision", "reason")


class OutcomeInfo(Record):
    """How the site speaks of an outcome."""

    key: Outcome
    """What a message is for, like reschedule."""
    title: Both[Title]
    """Its name on the page, like “Minta jadwal ulang”."""
    question: Both[Text]
    """How readers say it of themselves, like “Saya ragu undangan ini asli”."""
    after: Both[Text]
    """What to do when the message is sent."""


class Channel(Record):
    """A way to send a message: its register, and which parts stand together in a paragraph."""

    key: ChannelKey
    """The channel, like email."""
    title: Both[Title]
    """Its name on the page, like “Situs lowongan”."""
    register_: Register = Field(alias="register")
    """Which of the two wordings of a reason it takes."""
    advice: Both[Text]
    """How to use this channel well, in one or two sentences."""
    paragraphs: Entries[Entries[PartKey]]
    """The parts in their order, one list for each paragraph, like [decision, reason, apology]."""

    @field_validator("paragraphs")
    @classmethod
    def _with_the_news(cls, paragraphs: tuple[tuple[PartKey, ...], ...]) -> tuple[tuple[PartKey, ...], ...]:
        """A message without them would say nothing."""
        for part in ESSENTIAL:
            if not any(part in paragraph for paragraph in paragraphs):
                raise PydanticCustomError("S016", f'"{part}" is what the message is for; add it to a paragraph')
        return paragraphs


class PartInfo(Record):
    """A labelled piece of a message and the tips that it follows."""

    key: PartKey
    """The part, like reason."""
    title: Both[Title]
    """Its name on the page, like “Alasan”."""
    tips: Tips
    """The numbers of the tips that it follows, like [3, 8]."""


class Daypart(Record):
    """A greeting and the hour (0–23) at which it begins to be right (content rule: pagi 04, siang 11, sore 15)."""

    from_hour: Number = Field(ge=0, le=23)
    """The hour, 0 to 23, from which on the greeting is right."""
    greeting: Both[Template]
    """The greeting, like “Selamat pagi”."""


class AddressForm(Record):
    """How a recruiter is named in a greeting, and what stands for "you" in a sentence."""

    key: Key
    """Our own short name, like ibu; a sample's recruiter names it in "address"."""
    title: Both[Title]
    """Its name in the list from which readers choose, like “Ms (Ibu)”."""
    name: Both[Registers]
    """What stands for the blank [recruiter], like “Ibu [recruiter_name]”."""
    you: Both[Registers]
    """What stands for the blank [address], like “Ibu”."""


class Phrase(Record):
    """The wording of a part, for the messages that fit all the conditions given. The first that fits is used."""

    part: PartKey
    """Which part is worded."""
    outcomes: Set[Outcome] = ()
    """Only for messages with these outcomes; without it, for all."""
    channels: Set[ChannelKey] = ()
    """Only for messages through these channels; without it, for all."""
    registers: Set[Register] = ()
    """Only for messages in this register; without it, for both."""
    stages: Set[Stage] = ()
    """Only for messages sent at these stages of the clock of tip 2; without it, for all."""
    text: Both[Template]
    """The words: a text, or a list with one text for each line. Blanks like [company] are filled in."""

    def fits(self, part: PartKey, outcome: Outcome, channel: Channel, stage: Stage) -> bool:
        """Say whether this wording is for that part of that message."""
        return (
            self.part == part
            and (not self.outcomes or outcome in self.outcomes)
            and (not self.channels or channel.key in self.channels)
            and (not self.registers or channel.register_ in self.registers)
            and (not self.stages or stage in self.stages)
        )
