"""Scenario × channel × language × time left → message. Pure and deterministic: the same data give the same words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from macros.data.text import BLANK
from macros.data.vocabulary import LANGUAGES, ZONES
from macros.messages import dates
from macros.messages.message import Circumstances, Message, MessagePart, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from macros.data.load import Data
    from macros.data.model import Guide, Sample, Scenario
    from macros.data.nodes import Way
    from macros.data.phrases import Channel
    from macros.data.vocabulary import ChannelKey, Language, Outcome, PartKey, Stage

# Outcomes whose wording depends on the time left, and an hour within each stage that words it differently.
_TIMED: frozenset[Outcome] = frozenset({"withdraw", "reschedule", "decline"})
_VARIANT_HOURS: dict[Stage, int] = {"good": 24, "short": 12, "urgent": 1}


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


def text_of(segments: tuple[Segment, ...]) -> str:
    """The words of a filled template."""
    return "".join(segment.text for segment in segments)


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
    return found | {"recruiter": text_of(fill(address.name[language][channel.register_], found))}


def greeting(guide: Guide, at: datetime, language: Language) -> str:
    """The greeting of the hour; before the first hour of the list it is still the last one's (night)."""
    dayparts = sorted(guide.dayparts, key=lambda daypart: daypart.from_hour)
    fitting = [daypart for daypart in dayparts if daypart.from_hour <= at.hour]
    return (fitting or dayparts)[-1].greeting[language]


def compose(
    data: Data, scenario: Scenario, channel: Channel, language: Language, *, notice: int | None = None
) -> Message:
    """Write the message of one scenario for one channel in one language, sent `notice` hours before the interview.

    Without `notice` it is sent as the scenario says.
    """
    guide = data.guide
    sample = guide.sample(scenario.sample)
    case = circumstances(sample, scenario.notice if notice is None else notice, channel.key, channel.key)
    writer = _Writer(
        guide,
        scenario,
        channel,
        language,
        data.table.limits.stage(case.hours_left),
        values(guide, sample, language, channel, case.sent_at),
    )
    paragraphs = [[writer.part(key) for key in paragraph] for paragraph in channel.paragraphs]
    return Message(
        scenario=scenario.key,
        channel=channel.key,
        language=language,
        outcome=scenario.outcome,
        register=channel.register_,
        subject=writer.part("subject") if channel.key == "email" else None,
        paragraphs=tuple(kept for paragraph in paragraphs if (kept := tuple(filter(None, paragraph)))),
        case=case,
        sample=sample,
    )


def compose_all(data: Data) -> Iterator[Message]:
    """Every message of the guide as first shown, in the order of the data."""
    for scenario in data.guide.scenarios:
        for channel in data.guide.channels:
            if channel.key in scenario.channels:
                for language in LANGUAGES:
                    yield compose(data, scenario, channel, language)


def variants(data: Data, message: Message) -> dict[Stage, Message]:
    """The same message as it is sent in time, at short notice and at the last moment, by the stage of tip 2.

    What happens only when the interview begins (notice 0) is told in one wording.
    """
    scenario, channel = data.guide.scenario(message.scenario), data.guide.channel(message.channel)
    if message.outcome not in _TIMED or scenario.notice == 0:
        return {}
    return {
        stage: compose(data, scenario, channel, message.language, notice=hours)
        for stage, hours in _VARIANT_HOURS.items()
    }


@dataclass(frozen=True)
class _Writer:
    """Writes the parts of one message."""

    guide: Guide
    scenario: Scenario
    channel: Channel
    language: Language
    stage: Stage
    blanks: Mapping[str, str]

    def part(self, key: PartKey) -> MessagePart | None:
        wording = self._wording(key)
        if wording is None:
            return None
        text, origin = wording
        tips = set(self.guide.part(key).tips)
        segments = fill(text, self.blanks)
        if any(segment.blank == "interview" for segment in segments):
            tips.add(4)  # whichever part names the date and time
        return MessagePart(key, tuple(sorted(tips)), segments, origin)

    def _wording(self, key: PartKey) -> tuple[str, Way] | None:
        """The words of a part and where they stand: the scenario's own first, then the first standard phrase."""
        scenario, channel, language = self.scenario, self.channel, self.language
        place = ("scenarios", self.guide.number(scenario.key))
        if key in scenario.omit:
            return None
        if key == "reason":
            return scenario.reason[language][channel.register_], (*place, "reason", language, channel.register_)
        for path, phrases in (((*place, "own"), scenario.own), (("phrases",), self.guide.phrases)):
            for number, phrase in enumerate(phrases):
                if phrase.fits(key, scenario.outcome, channel, self.stage):
                    return phrase.text[language], (*path, number, "text", language)
        return None
