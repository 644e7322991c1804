"""Scenario × channel × language × choice → message. Pure and deterministic: the same data give the same words."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.data.patterns import worded
from macros.data.text import BLANK
from macros.data.vocabulary import TONES, ZONES
from macros.messages import dates, spoken
from macros.messages.message import Choice, Circumstances, Message, MessagePart, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from macros.data.guide import Guide
    from macros.data.load import Data
    from macros.data.model import Sample, Scenario
    from macros.data.nodes import Way
    from macros.data.patterns import Case, OwnMessage
    from macros.data.shared import Channel, StepInfo
    from macros.data.vocabulary import ChannelKey, Language, Left, PartKey

# An hour before the interview at which a message of each kind is sent.
# Such that no example is written at night, whenever its interview is.
_HOURS: dict[Left, int] = {"ample": 24, "short": 20, "urgent": 1}
# Which tips a part follows by what it says, whichever part it is.
TIPS_OF_BLANKS = {
    "interview": (4,),
    "when": (4,),
    "spoken": (4,),
    "reason": (5,),
    "Reason": (5,),
    "slots": (8,),
    "slots_list": (8,),
    "slots_spoken": (8,),
}


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


def notice(data: Data, scenario: Scenario, left: Left) -> int:
    """How many hours before the interview the example is sent when that much time is left."""
    return scenario.notice if left == data.table.limits.left(scenario.notice) else _HOURS[left]


def circumstances(sample: Sample, hours: int, sent_via: ChannelKey, invited_via: ChannelKey) -> Circumstances:
    """A sample's interview, and a message sent `hours` hours before it."""
    interview_at = sample.interview.replace(tzinfo=ZONES[sample.zone])
    return Circumstances(invited_via, sent_via, interview_at - timedelta(hours=hours), interview_at)


def values(  # noqa: PLR0913 - each of them decides some blank
    guide: Guide, scenario: Scenario, language: Language, channel: Channel, sent_at: datetime, *, choice: Choice
) -> dict[str, str]:
    """What fills each blank in a message of that scenario, language and channel, sent at `sent_at`."""
    sample = guide.sample(scenario.sample)
    address = guide.address(sample.recruiter.address)
    reason = scenario.reasons[choice.reason][language]
    if channel.contracted:
        reason = spoken.contracted(reason, language)
    found = {
        "candidate": sample.candidate,
        "given": sample.candidate.split()[0],
        "phone": sample.phone,
        "position": sample.position[language],
        "company": sample.company,
        "recruiter_name": sample.recruiter.name,
        "recruiter_call": sample.recruiter.call,
        "address": address.you[language][channel.register_],
        **named(guide.step(choice.step), language),
        "reason": reason,
        "Reason": reason[0].upper() + reason[1:],
        **_moments(sample, language, sent_at),
        "daypart": greeting(guide, sent_at, language),
    }
    return found | {"recruiter": text_of(fill(address.name[language][channel.register_], found))}


def named(step: StepInfo, language: Language) -> dict[str, str]:
    """The blanks that name the step of the selection."""
    return {"step": step.name[language], "step_short": step.short[language]}


@lru_cache(maxsize=256)  # many messages of a scenario are sent at the same time
def _moments(sample: Sample, language: Language, sent_at: datetime) -> Mapping[str, str]:
    """The blanks that name days and hours."""
    zone = ZONES[sample.zone]
    interview = sample.interview.replace(tzinfo=zone)
    slots = [slot.replace(tzinfo=zone) for slot in sample.slots]
    return {
        "interview": dates.moment(interview, sent_at, language),
        "interview_date": dates.day(interview, language),
        "when": dates.when(interview, sent_at, language),
        "spoken": spoken.moment(interview, sent_at, language),
        "slots": dates.choice(slots, sent_at.year, language),
        "slots_spoken": spoken.choice(slots, sent_at, language),
        "slots_list": dates.lines(slots, sent_at.year, language),
        "slot": dates.moment(slots[0], sent_at, language),
    }


def greeting(guide: Guide, at: datetime, language: Language) -> str:
    """The greeting of the hour; before the first hour of the list it is still the last one's (night)."""
    dayparts = sorted(guide.dayparts, key=lambda daypart: daypart.from_hour)
    fitting = [daypart for daypart in dayparts if daypart.from_hour <= at.hour]
    return (fitting or dayparts)[-1].greeting[language]


def first_choice(data: Data, scenario: Scenario) -> Choice:
    """What a page shows before its reader has chosen."""
    return Choice(0, TONES[0], scenario.step, data.table.limits.left(scenario.notice))


def compose(data: Data, scenario: Scenario, channel: Channel, language: Language, choice: Choice) -> Message:
    """Write the message of one scenario for one channel in one language, as the reader has chosen."""
    found = data.guide.pattern(scenario, scenario.reasons[choice.reason], channel.key, choice.tone)
    return compose_by(data, scenario, channel, language, choice, found)


def compose_by(  # noqa: PLR0913, PLR0917 - what is chosen, and the pattern that follows from it
    data: Data,
    scenario: Scenario,
    channel: Channel,
    language: Language,
    choice: Choice,
    found: tuple[Way, OwnMessage],
) -> Message:
    """Write it by that pattern, whichever is due."""
    guide = data.guide
    sample = guide.sample(scenario.sample)
    case = circumstances(sample, notice(data, scenario, choice.left), channel.key, channel.key)
    blanks = values(guide, scenario, language, channel, case.sent_at, choice=choice)
    way, pattern = (*found[0], "text", language), found[1]
    paragraphs = [
        tuple(_parts(guide, paragraph, choice, blanks, (*way, number)))
        for number, paragraph in enumerate(pattern.text[language])
    ]
    written = [part for paragraph in paragraphs for part in paragraph]
    subject = next((part for part in written if part.part == "subject"), None)
    return Message(
        id=_name(scenario, channel, language, choice, first_choice(data, scenario)),
        scenario=scenario.key,
        channel=channel.key,
        language=language,
        outcome=scenario.outcome,
        register=channel.register_,
        choice=choice,
        reason=blanks["reason"],
        subject=subject if channel.key == "email" else None,
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph and subject not in paragraph),
        case=case,
        sample=sample,
    )


def _parts(
    guide: Guide,
    paragraph: Mapping[PartKey, Mapping[Case, str]],
    choice: Choice,
    blanks: dict[str, str],
    way: Way,
) -> Iterator[MessagePart]:
    for key, words in paragraph.items():
        case = worded(words, choice.tone, choice.left)
        if case is not None:
            segments = fill(words[case], blanks)
            told = {tip for segment in segments for tip in TIPS_OF_BLANKS.get(segment.blank or "", ())}
            yield MessagePart(key, tuple(sorted({*guide.part(key).tips, *told})), segments, (*way, key, case))


def _name(scenario: Scenario, channel: Channel, language: Language, choice: Choice, first: Choice) -> str:
    """A name that stays: `sakit-email-id` for what is first shown, with what was chosen instead for all others."""
    chosen = (
        (f"reason-{choice.reason + 1}", choice.reason != first.reason),
        (choice.tone, choice.tone != first.tone),
        (choice.step, choice.step != first.step),
        (choice.left, choice.left != first.left),
    )
    return "-".join((scenario.key, channel.key, language, *(name for name, other in chosen if other)))
