"""The nine tips: for every rule a case that breaks it and one that keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from macros.data.vocabulary import LANGUAGES, ChannelKey, Outcome
from tests.cases import BREAKS, TABLE, Break, broken, finding, good, status

if TYPE_CHECKING:
    from macros.data.table import Rule
    from macros.data.vocabulary import Language

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
CHANNELS: tuple[ChannelKey, ...] = get_args(ChannelKey)
HOURS: dict[Outcome, float] = {"missed": -2}


def test_the_cases_cover_exactly_the_rules_of_the_table() -> None:
    assert sorted(one.rule for one in BREAKS) == sorted(rule.id for rule in TABLE.rules)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_good_message_breaks_nothing(outcome: Outcome, language: Language) -> None:
    assert broken(good(language, outcome, HOURS.get(outcome, 48))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", BREAKS, ids=lambda one: one.rule)
def test_a_rule_is_broken_alone(one: Break, language: Language) -> None:
    assert broken(one.broken(language)) == [one.rule]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", BREAKS, ids=lambda one: one.rule)
def test_a_rule_is_kept(one: Break, language: Language) -> None:
    assert status(one.kept(language), one.rule) == "pass"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [one for one in BREAKS if one.shown[0]], ids=lambda one: one.rule)
def test_the_spans_point_at_the_offending_words(one: Break, language: Language) -> None:
    case = one.broken(language)
    start, end = finding(case, one.rule).spans[0]
    assert case.body[start:end] == one.shown[LANGUAGES.index(language)]


def test_every_span_lies_in_the_body() -> None:
    for one in BREAKS:
        for language in LANGUAGES:
            case = one.broken(language)
            spans = finding(case, one.rule).spans
            assert all(0 <= start < end <= len(case.body) for start, end in spans)
            assert list(spans) == sorted(spans)


def test_several_offences_are_all_shown() -> None:
    case = good("id")
    case = replace(case, body=case.body.replace("Saya", "Aku"))
    assert len(finding(case, "3.7").spans) == case.body.count("Aku") > 1


@pytest.mark.parametrize("rule", [rule for rule in TABLE.rules if rule.outcomes], ids=lambda rule: rule.id)
def test_a_rule_of_some_outcomes_leaves_the_others_alone(rule: Rule) -> None:
    for outcome in OUTCOMES:
        stages = rule.stages or ("early",)
        hours = -2 if outcome == "missed" else {"early": 48, "short": 12, "urgent": 1}[stages[0]]
        applies = status(good("id", outcome, hours), rule.id) != "not applicable"
        assert applies is (outcome in rule.outcomes)


@pytest.mark.parametrize("rule", [rule for rule in TABLE.rules if rule.channels], ids=lambda rule: rule.id)
def test_a_rule_of_some_channels_leaves_the_others_alone(rule: Rule) -> None:
    for channel in CHANNELS:
        applies = status(good("id", via=channel), rule.id) != "not applicable"
        assert applies is (channel in rule.channels)


@pytest.mark.parametrize("rule", [rule for rule in TABLE.rules if rule.stages], ids=lambda rule: rule.id)
def test_a_rule_of_some_stages_leaves_the_others_alone(rule: Rule) -> None:
    for stage, hours in (("early", 50), ("good", 30), ("short", 5), ("urgent", 1), ("past", -1)):
        applies = status(good("id", hours=hours), rule.id) != "not applicable"
        assert applies is (stage in rule.stages)


@pytest.mark.parametrize("rule", ["4.1", "4.2", "4.3", "5.6", "9.3", "9.4"])
def test_unknown_facts_are_not_asked_for(rule: str) -> None:
    assert status(replace(good("id"), facts={}), rule) == "not applicable"
    assert status(replace(good("id"), facts={}, body="Halo"), rule) == "not applicable"


def test_without_a_reason_or_a_decision_there_is_nothing_to_measure() -> None:
    empty = replace(good("id"), body="Selamat pagi.")
    assert status(empty, "3.3") == "not applicable"
    assert status(empty, "5.1") == "not applicable"
