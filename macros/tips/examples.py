"""Worked examples: a bad draft examined with the tips, beside the scenario's own message that mends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.messages.compose import circumstances, compose, fill, first_choice, text_of, values
from macros.tips.examine import Finding, case_of, examine
from macros.tips.rules import Case

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.model import Example
    from macros.data.vocabulary import ChannelKey, Language
    from macros.messages.message import Message


@dataclass(frozen=True)
class Piece:
    """A run of the draft; `rules` are the ids of the rules that these words break, none for words that are fine."""

    text: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkedExample:
    """A draft with what is wrong in it, and the message to send instead."""

    example: Example
    case: Case
    subject: str | None
    broken: tuple[Finding, ...]
    after: Message

    @property
    def tips(self) -> tuple[int, ...]:
        """The tips that the draft breaks, in order."""
        return tuple(sorted({finding.rule.tip for finding in self.broken}))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The draft cut at every edge of an offending word."""
        body = self.case.body
        spans = [(start, end, finding.rule.id) for finding in self.broken for start, end in finding.spans]
        edges = sorted({0, len(body), *(edge for start, end, _ in spans for edge in (start, end))})
        return tuple(
            Piece(
                body[left:right],
                tuple(sorted({rule for start, end, rule in spans if start <= left and right <= end})),
            )
            for left, right in pairwise(edges)
        )


def work(data: Data, example: Example, language: Language) -> WorkedExample:
    """Examine the draft of an example in one language, and write the message that mends it."""
    guide = data.guide
    scenario = guide.scenario(example.scenario)
    sample = guide.sample(scenario.sample)
    invited_via: ChannelKey = example.invited_via or example.channel
    notice = scenario.notice if example.notice is None else example.notice
    at = circumstances(sample, notice, example.channel, invited_via)
    choice = replace(first_choice(data, scenario), left=data.table.limits.left(notice))
    blanks = values(guide, scenario, language, guide.channel(example.channel), at.sent_at, choice=choice)
    after = compose(data, scenario, guide.channel(invited_via), language, choice)
    body = text_of(fill(example.before[language], blanks))
    subject = text_of(fill(example.subject[language], blanks)) if example.subject else None
    case = Case(body, language, scenario.outcome, at, case_of(after).facts)
    broken = tuple(finding for finding in examine(case, data.table) if finding.status == "fix")
    return WorkedExample(example, case, subject, broken, after)
