"""A finished message: its labelled parts, and how and when it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from macros.data.model import Sample
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey, Language, Left, Outcome, PartKey, Register, Step, Tone

_WORD = re.compile(r"\S*?[^\W_]\S*")


def words(text: str) -> int:
    """How many words `text` has: runs of characters with at least one letter or digit."""
    return len(_WORD.findall(text))


@dataclass(frozen=True)
class Segment:
    """A run of text; `blank` names the gap that it fills, or is None for the phrase's own words."""

    text: str
    blank: str | None = None


@dataclass(frozen=True)
class MessagePart:
    """A labelled piece of a message, the tips that it follows and the place in the data where its words stand."""

    part: PartKey
    tips: tuple[int, ...]
    segments: tuple[Segment, ...]
    origin: Way

    @property
    def text(self) -> str:
        """The words as they are sent."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Circumstances:
    """How and when a message is sent: what a rule must know besides the words."""

    invited_via: ChannelKey
    sent_via: ChannelKey
    sent_at: datetime
    interview_at: datetime

    @cached_property
    def hours_left(self) -> float:
        """Hours from sending to the interview; below zero when it is over."""
        return (self.interview_at - self.sent_at) / timedelta(hours=1)


@dataclass(frozen=True)
class Choice:
    """What a reader chooses besides scenario, channel and language; `reason` is the number of one of the scenario's."""

    reason: int
    tone: Tone
    step: Step
    left: Left


@dataclass(frozen=True)
class Message:
    """One finished message."""

    id: str
    scenario: str
    channel: ChannelKey
    language: Language
    outcome: Outcome
    register: Register
    choice: Choice
    reason: str
    subject: MessagePart | None
    paragraphs: tuple[tuple[MessagePart, ...], ...]
    case: Circumstances
    sample: Sample

    @property
    def reason_way(self) -> Way:
        """Where the reason stands in the scenario's record."""
        return ("reasons", self.choice.reason, self.language)

    @property
    def parts(self) -> tuple[MessagePart, ...]:
        """All parts in reading order, the subject first."""
        subject = (self.subject,) if self.subject else ()
        return subject + tuple(part for paragraph in self.paragraphs for part in paragraph)

    @property
    def body(self) -> str:
        """Exactly what is copied: sentences joined by a space, paragraphs by an empty line."""
        return "\n\n".join(" ".join(part.text for part in paragraph) for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """The number of words of the body."""
        return words(self.body)
