"""The nine tips as rules: a case goes in, one finding per rule comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros.tips.rules import CHECKS, Case, NotApplicable, Span

if TYPE_CHECKING:
    from macros.data.table import Fact, Limits, Rule, Table
    from macros.messages.message import Message

Status = Literal["pass", "fix", "not applicable"]


@dataclass(frozen=True)
class Finding:
    """What one rule says of a case; `spans` are the offending words in the body, if there are any to show."""

    rule: Rule
    status: Status
    spans: tuple[Span, ...] = ()
    detail: str = ""


def case_of(message: Message) -> Case:
    """The case of a generated message: everything about it is known."""
    sample = message.sample
    told = {segment.blank for part in message.parts for segment in part.segments}
    reason = message.reason if told & {"reason", "Reason"} else None
    facts: dict[Fact, str] = {
        "candidate": sample.candidate,
        "position": sample.position[message.language],
        "company": sample.company,
        "phone": sample.phone,
    }
    return Case(message.body, message.language, message.outcome, message.case, facts, reason, message.choice.tone)


def examine(case: Case, table: Table) -> list[Finding]:
    """Let every rule of the table look at the case, in the table's order."""
    return [judge(case, rule, table.limits) for rule in table.rules]


def judge(case: Case, rule: Rule, limits: Limits) -> Finding:
    """Let one rule look at the case."""
    applies = (
        (not rule.outcomes or case.outcome in rule.outcomes)
        and (not rule.channels or case.channel in rule.channels)
        and (not rule.stages or limits.stage(case.circumstances.hours_left) in rule.stages)
        and (not rule.tones or case.tone in rule.tones)
    )
    if not applies:
        return Finding(rule, "not applicable")
    try:
        broken = CHECKS[rule.check](case, rule, limits)
    except NotApplicable:
        return Finding(rule, "not applicable")
    return Finding(rule, "fix", broken.spans, broken.detail) if broken else Finding(rule, "pass")
