"""Whole messages with blanks: what each part says, for which messages, at which tone or time left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.data.fields import Both, Entries, Flag, Record, Set, Template, Translated
from macros.data.vocabulary import LEFTS, TONES, ChannelKey, Left, Outcome, PartKey, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

# By what the words of a part may differ.
Case = Literal[Tone, Left]


def _at_every_tone(value: object) -> object:
    """Accept plain words in place of a map: they are the same at every tone."""
    return dict.fromkeys(TONES, value) if isinstance(value, str | list) else value


def _on_one_axis(words: Mapping[Case, str]) -> Mapping[Case, str]:
    if not words or (set(words) & set(TONES) and set(words) & set(LEFTS)):
        raise PydanticCustomError("S016", f"is worded by {', '.join(TONES)}, or by {', '.join(LEFTS)}, never by both")
    return words


def _with_the_news(paragraphs: tuple[Mapping[PartKey, Words], ...]) -> tuple[Mapping[PartKey, Words], ...]:
    """A message says what was decided; its subject, if there is one, stands alone before everything else."""
    if not any("decision" in paragraph for paragraph in paragraphs):
        raise PydanticCustomError("S016", '"decision" is what the message is for; add it to a paragraph')
    parts = [part for paragraph in paragraphs for part in paragraph]
    for part in parts:
        if parts.count(part) > 1:
            raise PydanticCustomError("S016", f'"{part}" stands in two paragraphs; a part stands once')
    if "subject" in parts and list(paragraphs[0]) != ["subject"]:
        raise PydanticCustomError("S016", '"subject" stands alone in the first paragraph')
    return paragraphs


_Lines = str | list[str]
Words = Annotated[
    dict[Case, Template],
    BeforeValidator(_at_every_tone, json_schema_input_type=_Lines | dict[Case, _Lines]),
    AfterValidator(_on_one_axis),
]
Paragraphs = Annotated[
    tuple[Annotated[dict[PartKey, Words], Field(min_length=1)], ...],
    Field(min_length=1),
    AfterValidator(_with_the_news),
]


def worded(words: Mapping[Case, str], tone: Tone, left: Left) -> Case | None:
    """Under which key the words for that case stand, if there are any; what is urgent is at short notice as well."""
    fitting: tuple[Case, ...] = (tone, left, "short") if left == "urgent" else (tone, left)
    return next((key for key in fitting if key in words), None)


class OwnMessage(Record):
    """A whole message of a scenario's own, used before any pattern."""

    channels: Entries[ChannelKey]
    """The channels through which it is sent."""
    tones: Set[Tone] = ()
    """Optional: only for a first message (first), or only for one who has written before (ongoing)."""
    text: Translated[Paragraphs]
    """The message: a list of paragraphs, in each the parts in reading order, like {greeting: "…", thanks: "…"}."""

    def fits(self, channel: ChannelKey, tone: Tone) -> bool:
        """Say whether this is a message for that channel and tone."""
        return channel in self.channels and (not self.tones or tone in self.tones)


class MessagePattern(OwnMessage):
    """A whole message with blanks. Among those that fit, the scenarios of an outcome take turns."""

    text: Both[Paragraphs]
    """The message in both languages, written in the same way."""
    outcome: Outcome
    """What the message is for."""
    grave: Flag | None = None
    """Optional: true only for reasons of illness, grief, emergency or flood; false only for all others."""

    def serves(self, outcome: str, channel: ChannelKey, tone: Tone, *, grave: bool) -> bool:
        """Say whether this is a message for that case."""
        return self.outcome == outcome and self.fits(channel, tone) and self.grave in (None, grave)
