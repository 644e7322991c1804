"""Every message that a reader can reach, and those that only a scenario to come will send."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from macros.data.vocabulary import LEFTS, TONES
from macros.messages.compose import compose, compose_by, first_choice, named
from macros.messages.message import Choice

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from macros.data.load import Data
    from macros.data.model import Scenario
    from macros.data.nodes import Way
    from macros.data.shared import StepInfo
    from macros.data.vocabulary import Left, Outcome
    from macros.messages.message import Message, MessagePart

# Outcomes whose wording depends on the time left.
_TIMED: frozenset[Outcome] = frozenset({"withdraw", "reschedule", "attend", "decline"})


def lefts(data: Data, scenario: Scenario) -> tuple[Left, ...]:
    """The times left at which a message of that scenario is sent.

    What happens only when the interview begins, after it, or without any haste is told in one wording; and whoever
    is late is so within the hour.
    """
    usual = data.table.limits.left(scenario.notice)
    late = scenario.outcome == "attend" and usual == "urgent"
    return LEFTS if scenario.outcome in _TIMED and scenario.notice > 0 and not late else (usual,)


def compose_all(data: Data) -> Iterator[Message]:
    """Every message of the guide as first shown, in the order of the data."""
    for scenario in data.guide.scenarios:
        for channel in data.guide.channels:
            if channel.key in scenario.channels:
                for language in scenario.languages:
                    yield compose(data, scenario, channel, language, first_choice(data, scenario))


def reachable(data: Data) -> Iterator[Message]:
    """Every message that a reader can reach, but only with the scenario's own step; see `at_every_step`."""
    for scenario in data.guide.scenarios:
        for channel in (channel for channel in data.guide.channels if channel.key in scenario.channels):
            for language, reason, tone, left in product(
                scenario.languages, range(len(scenario.reasons)), TONES, lefts(data, scenario)
            ):
                yield compose(data, scenario, channel, language, Choice(reason, tone, scenario.step, left))


def spare(data: Data, used: Container[Way]) -> Iterator[Message]:
    """Messages by every pattern that is not `used` yet, as a scenario to come may send them."""
    for number, pattern in enumerate(data.guide.patterns):
        way = ("patterns", number)
        of_outcome = (one for one in data.guide.scenarios if one.outcome == pattern.outcome)
        scenario = max(of_outcome, key=lambda one: len(one.languages), default=None)
        if way in used or scenario is None:
            continue
        for key, language, tone, left in product(pattern.channels, scenario.languages, TONES, lefts(data, scenario)):
            if pattern.fits(key, tone):
                choice = Choice(0, tone, scenario.step, left)
                yield compose_by(data, scenario, data.guide.channel(key), language, choice, (way, pattern))


def at_every_step(data: Data, message: Message) -> Iterator[Message]:
    """The same message for every step of the selection to which it may be the answer, its own first."""
    yield message
    told = any((segment.blank or "").startswith("step") for part in message.parts for segment in part.segments)
    for step in data.guide.steps_for(data.guide.scenario(message.scenario)) if told else ():
        if step.key != message.choice.step:
            yield _at_step(message, step)


def _at_step(message: Message, step: StepInfo) -> Message:
    names = named(step, message.language)

    def renamed(part: MessagePart) -> MessagePart:
        segments = (replace(segment, text=names.get(segment.blank or "", segment.text)) for segment in part.segments)
        return replace(part, segments=tuple(segments))

    return replace(
        message,
        id=f"{message.id}-{step.key}",
        choice=replace(message.choice, step=step.key),
        subject=renamed(message.subject) if message.subject else None,
        paragraphs=tuple(tuple(map(renamed, paragraph)) for paragraph in message.paragraphs),
    )
