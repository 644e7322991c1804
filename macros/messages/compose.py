"""Scenario × channel × language → message. Pure and deterministic: the same data give the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from macros.data.text import BLANK, words
from macros.data.vocabulary import LANGUAGES, ZONES
from macros.messages import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from macros.data.model import Guide, Sample, Scenario
    from macros.data.phrases import Channel
    from macros.data.table import Limits
    from macros.data.vocabulary import ChannelKey, Language, Outcome, PartKey, Register, Stage


# Outcomes whose wording depends on the time left, and an hour within each stage that words it differently.
_TIMED: frozenset[Outcome] = frozenset({"withdraw", "reschedule", "decline"})
_VARIANT_HOURS: dict[Stage, int] = {"good": 24, "short": 12, "urgent": 1}


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
    origin: tuple[str | int, ...]

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

    @property
    def hours_left(self) -> float:
        """Hours from sending to the interview; below zero when it is over."""
        return (self.interview_at - self.sent_at) / timedelta(hours=1)


@dataclass(frozen=True)
class Request:
    """Which message is wanted."""

    scenario: Scenario
    channel: Channel
    language: Language
    stage: Stage


@dataclass(frozen=True)
class Message:
    """One finished message."""

    scenario: str
    channel: ChannelKey
    language: Language
    outcome: Outcome
    register: Register
    subject: MessagePart | None
    paragraphs: tuple[tuple[MessagePart, ...], ...]
    case: Circumstances
    sample: Sample

    @property
    def id(self) -> str:
        """A name that stays: `sakit-email-id`."""
        return f"{self.scenario}-{self.channel}-{self.language}"

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


def fill(template: str, values: Mapping[str, str]) -> tuple[Segment, ...]:
    """Put `values` into the blanks of `template`; values are text, never a template in turn.

    A blank that has no value stays as it is written, and a rule of tip 4 finds it.
    """
    segments: list[Segment] = []
    position = 0
    for match in BLANK.finditer(template):
        if match[1] in values:
            segments.append(Segment(template[position : match.start()]))
            segments.append(Segment(values[match[1]], match[1]))
            position = match.end()
    segments.append(Segment(template[position:]))
    return tuple(segment for segment in segments if segment.text)


def circumstances(sample: Sample, notice: int, sent_via: ChannelKey, invited_via: ChannelKey) -> Circumstances:
    """A sample's interview, and a message sent `notice` hours before it."""
    interview_at = sample.interview.replace(tzinfo=ZONES[sample.zone])
    return Circumstances(invited_via, sent_via, interview_at - timedelta(hours=notice), interview_at)


def values(guide: Guide, sample: Sample, language: Language, channel: Channel, sent_at: datetime) -> dict[str, str]:
    """What fills each blank in a message of that sample, language and channel, sent at `sent_at`."""
    address = guide.address(sample.recruiter.address)
    zone = ZONES[sample.zone]
    interview = sample.interview.replace(tzinfo=zone)
    slots = [slot.replace(tzinfo=zone) for slot in sample.slots]
    found = {
        "candidate": sample.candidate,
        "phone": sample.phone,
        "position": sample.position[language],
        "company": sample.company,
        "recruiter_name": sample.recruiter.name,
        "recruiter_call": sample.recruiter.call,
        "address": address.you[language][channel.register_],
        "interview": dates.moment(interview, language),
        "interview_date": dates.day(interview, language),
        "slots": dates.choice(slots, interview.year, language),
        "slot": dates.moment(slots[0], language),
        "daypart": greeting(guide, sent_at, language),
    }
    named = fill(address.name[language][channel.register_], found)
    return found | {"recruiter": "".join(segment.text for segment in named)}


def greeting(guide: Guide, at: datetime, language: Language) -> str:
    """The greeting of the hour; before the first hour of the list it is still the last one's (night)."""
    dayparts = sorted(guide.dayparts, key=lambda daypart: daypart.from_hour)
    fitting = [daypart for daypart in dayparts if daypart.from_hour <= at.hour]
    return (fitting or dayparts)[-1].greeting[language]


def compose(guide: Guide, limits: Limits, scenario: Scenario, channel: Channel, language: Language) -> Message:
    """Write the message of one scenario for one channel in one language."""
    sample = guide.sample(scenario.sample)
    case = circumstances(sample, scenario.notice, channel.key, channel.key)
    request = Request(scenario, channel, language, limits.stage(case.hours_left))
    blanks = values(guide, sample, language, channel, case.sent_at)

    def part(key: PartKey) -> MessagePart | None:
        wording = _wording(guide, request, key)
        if wording is None:
            return None
        text, origin = wording
        tips = set(next(part.tips for part in guide.parts if part.key == key))
        segments = fill(text, blanks)
        if any(segment.blank == "interview" for segment in segments):
            tips.add(4)  # whichever part names the date and time
        return MessagePart(key, tuple(sorted(tips)), segments, origin)

    paragraphs = [[part(key) for key in paragraph] for paragraph in channel.paragraphs]
    return Message(
        scenario=scenario.key,
        channel=channel.key,
        language=language,
        outcome=scenario.outcome,
        register=channel.register_,
        subject=part("subject") if channel.key == "email" else None,
        paragraphs=tuple(kept for paragraph in paragraphs if (kept := tuple(filter(None, paragraph)))),
        case=case,
        sample=sample,
    )


def compose_all(guide: Guide, limits: Limits) -> Iterator[Message]:
    """Every message of the guide, in the order of the data."""
    for scenario in guide.scenarios:
        for channel in guide.channels:
            if channel.key in scenario.channels:
                for language in LANGUAGES:
                    yield compose(guide, limits, scenario, channel, language)


def variants(guide: Guide, limits: Limits, message: Message) -> dict[Stage, Message]:
    """The same message as it is sent in time, at short notice and at the last moment, by the stage of tip 2.

    What happens only when the interview begins (notice 0) is told in one wording.
    """
    scenario, channel = guide.scenario(message.scenario), guide.channel(message.channel)
    if message.outcome not in _TIMED or scenario.notice == 0:
        return {}
    return {
        stage: compose(guide, limits, scenario.model_copy(update={"notice": hours}), channel, message.language)
        for stage, hours in _VARIANT_HOURS.items()
    }


def _wording(guide: Guide, request: Request, key: PartKey) -> tuple[str, tuple[str | int, ...]] | None:
    """The words of a part and where they stand: the scenario's own first, then the first standard phrase."""
    scenario, channel, language = request.scenario, request.channel, request.language
    place: tuple[str | int, ...] = ("scenarios", [other.key for other in guide.scenarios].index(scenario.key))
    if key in scenario.omit:
        return None
    if key == "reason":
        return scenario.reason[language][channel.register_], (*place, "reason", language, channel.register_)
    for path, phrases in (((*place, "own"), scenario.own), (("phrases",), guide.phrases)):
        for number, phrase in enumerate(phrases):
            if phrase.fits(key, scenario.outcome, channel, request.stage):
                return phrase.text[language], (*path, number, "text", language)
    return None
