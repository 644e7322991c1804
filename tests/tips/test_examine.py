"""Which rules look at a case, and the case of a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from macros.data.vocabulary import ChannelKey, Outcome
from macros.tips.examine import case_of, examine
from tests.made import SAMPLE, message, part
from tests.tips.cases import TABLE, good

if TYPE_CHECKING:
    from macros.data.vocabulary import Stage
    from macros.tips.rules import Case

HOURS: dict[Stage, float] = {"early": 50, "good": 30, "short": 5, "urgent": 1, "past": -1}


def skipped(case: Case) -> set[str]:
    """The rules that have nothing to say of a case."""
    return {found.rule.id for found in examine(case, TABLE) if found.status == "not applicable"}


def test_every_rule_answers_in_the_order_of_the_table() -> None:
    assert [found.rule for found in examine(good("id"), TABLE)] == list(TABLE.rules)


def test_a_rule_of_some_outcomes_channels_or_stages_leaves_the_others_alone() -> None:
    wrong = []
    for outcome in get_args(Outcome):
        for channel in get_args(ChannelKey):
            for stage, hours in HOURS.items():
                left_out = {
                    rule.id
                    for rule in TABLE.rules
                    if (rule.outcomes and outcome not in rule.outcomes)
                    or (rule.channels and channel not in rule.channels)
                    or (rule.stages and stage not in rule.stages)
                }
                case = replace(good("id", outcome, hours, channel), reason="Saya sakit.")
                if skipped(case) != left_out:
                    wrong.append((outcome, channel, stage, skipped(case) ^ left_out))
    assert wrong == []


def test_the_case_of_a_message_has_its_body_its_circumstances_and_all_its_facts() -> None:
    reason = part("Saya sakit.", key="reason")
    written = message((part("Halo."), reason), subject=part("Kasir"), channel="sms", language="en", outcome="decline")
    case = case_of(written)
    assert (case.body, case.language, case.outcome) == ("Halo. Saya sakit.", "en", "decline")
    assert (case.circumstances, case.channel) == (written.case, "sms")
    assert case.facts == {
        "candidate": SAMPLE.candidate,
        "position": SAMPLE.position.en,
        "company": SAMPLE.company,
        "phone": SAMPLE.phone,
    }
    assert case.reason == "Saya sakit."
    assert case_of(message((part("Halo."),))).reason is None
