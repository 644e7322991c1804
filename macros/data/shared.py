"""What all messages share: outcomes, steps of the selection, channels, parts, greetings and forms of address."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.data.fields import Both, Flag, Key, Number, Record, Registers, Set, Template, Text, Tips, Title
from macros.data.vocabulary import MAX_STEP, ChannelKey, Outcome, PartKey, Register, Step


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


class StepInfo(Record):
    """A step of the selection to which one may be invited."""

    key: Step
    """The step, like psychotest."""
    title: Both[Title]
    """Its name in the list from which readers choose, like “Tes psikologi”."""
    name: Both[Annotated[Title, Field(max_length=MAX_STEP)]]
    """What stands for the blank [step] in a sentence, with small letters, like “tes psikologi”."""
    short: Both[Annotated[Title, Field(max_length=MAX_STEP)]]
    """What stands for the blank [step_short], where the step was named before, like “tes”."""
    apart: Set[Outcome] = ()
    """Optional: the outcomes whose situations speak of this step only where they name it, like [reschedule]."""


class Channel(Record):
    """A way to send a message."""

    key: ChannelKey
    """The channel, like email."""
    title: Both[Title]
    """Its name on the page, like “Situs lowongan”."""
    register_: Register = Field(alias="register")
    """Which of the two forms of address it takes."""
    contracted: Flag = False
    """Optional: true where English is written as it is spoken, with I'm and can't."""
    advice: Both[Text]
    """How to use this channel well, in one or two sentences."""


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
    """Its name in the list from which readers choose, like “Ibu (Ms)”."""
    name: Both[Registers]
    """What stands for the blank [recruiter], like “Ibu [recruiter_name]”."""
    you: Both[Registers]
    """What stands for the blank [address], like “Ibu”."""
