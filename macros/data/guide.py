"""The whole data file as one object, in which records are found by their keys."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from macros.data.fields import Record
from macros.data.model import Example, Reason, Reply, Sample, Scenario
from macros.data.patterns import MessagePattern, OwnMessage
from macros.data.shared import AddressForm, Channel, Daypart, OutcomeInfo, PartInfo, StepInfo

if TYPE_CHECKING:
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey, Outcome, PartKey, Step, Tone


class Guide(Record):
    """The whole data file."""

    outcomes: tuple[OutcomeInfo, ...]
    """What a message is for: one record for each outcome."""
    steps: tuple[StepInfo, ...]
    """What the invitation is to: one record for each step of the selection."""
    channels: tuple[Channel, ...]
    """How it is sent: one record for each channel."""
    parts: tuple[PartInfo, ...]
    """What a message is made of: one record for each part."""
    dayparts: tuple[Daypart, ...]
    """Greetings by the hour."""
    addresses: tuple[AddressForm, ...]
    """How to address a recruiter."""
    samples: tuple[Sample, ...]
    """Fictional people, companies and dates."""
    patterns: tuple[MessagePattern, ...]
    """Whole messages with blanks. Among those that fit, the scenarios of an outcome take turns."""
    replies: tuple[Reply, ...]
    """What to answer after the message."""
    examples: tuple[Example, ...]
    """Bad drafts for the pages of the tips."""
    scenarios: tuple[Scenario, ...]
    """The situations: one record is one page with its messages. A new one goes to the end of its group."""

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {scenario.key: number for number, scenario in enumerate(self.scenarios)}

    def number(self, key: str) -> int:
        """The place of the scenario called `key`, from 0. Raise `KeyError` with a sentence if there is none."""
        if key not in self._numbers:
            raise KeyError(f'there is no scenario "{key}"')
        return self._numbers[key]

    def scenario(self, key: str) -> Scenario:
        """The scenario called `key`; see `number`."""
        return self.scenarios[self.number(key)]

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """The place of each scenario among those of its outcome, from 0."""
        seen: dict[Outcome, int] = {}
        ranks = {}
        for scenario in self.scenarios:
            ranks[scenario.key] = seen.get(scenario.outcome, 0)
            seen[scenario.outcome] = ranks[scenario.key] + 1
        return ranks

    def pattern(self, scenario: Scenario, reason: Reason, channel: ChannelKey, tone: Tone) -> tuple[Way, OwnMessage]:
        """The message to fill and where it stands: the scenario's own first, then the patterns in turn.

        Raise `LookupError` if nothing fits.
        """
        for number, own in enumerate(scenario.own):
            if own.fits(channel, tone):
                return ("scenarios", self.number(scenario.key), "own", number), own
        fitting = [
            (("patterns", number), pattern)
            for number, pattern in enumerate(self.patterns)
            if pattern.serves(scenario.outcome, channel, tone, grave=reason.grave)
        ]
        if not fitting:
            raise LookupError
        return fitting[self._ranks[scenario.key] % len(fitting)]

    def channel(self, key: ChannelKey) -> Channel:
        """The channel called `key`."""
        return next(channel for channel in self.channels if channel.key == key)

    def part(self, key: PartKey) -> PartInfo:
        """The part called `key`."""
        return next(part for part in self.parts if part.key == key)

    def steps_for(self, scenario: Scenario) -> tuple[StepInfo, ...]:
        """The steps that the messages of a scenario may speak of: those it names, else the common ones."""
        if scenario.steps:
            return tuple(step for step in self.steps if step.key in scenario.steps)
        return tuple(step for step in self.steps if scenario.outcome not in step.apart)

    def step(self, key: Step) -> StepInfo:
        """The step called `key`."""
        return next(step for step in self.steps if step.key == key)

    def outcome(self, key: Outcome) -> OutcomeInfo:
        """The outcome called `key`."""
        return next(outcome for outcome in self.outcomes if outcome.key == key)

    def sample(self, key: str) -> Sample:
        """The sample called `key`."""
        return next(sample for sample in self.samples if sample.key == key)

    def address(self, key: str) -> AddressForm:
        """The form of address called `key`."""
        return next(form for form in self.addresses if form.key == key)
