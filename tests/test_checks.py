"""The ways of looking at a case: where their limits lie."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, get_args

import pytest

from macros.messages.compose import compose_all
from macros.data.load import load
from macros.tips.examine import case_of, examine
from macros.data.vocabulary import ChannelKey
from tests.cases import BREAKS, TABLE, finding, good, status

if TYPE_CHECKING:
    from macros.tips.examine import Status

LIMITS = TABLE.limits
CHANNELS: tuple[ChannelKey, ...] = get_args(ChannelKey)
# 3GPP TS 23.038, the basic table without the escape and the line ends.
GSM = (
    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)


@pytest.mark.parametrize(
    ("hours", "stage"),
    [
        *((336, "early"), (48, "early"), (47.9, "good"), (24, "good"), (23.9, "short"), (2, "short")),
        *((1.9, "urgent"), (0, "urgent"), (-0.1, "past"), (-72, "past")),
    ],
)
def test_stages_begin_at_48_24_2_and_0_hours(hours: float, stage: str) -> None:
    assert LIMITS.stage(hours) == stage


@pytest.mark.parametrize(
    ("rule", "hours", "expected"),
    [
        ("2.1", 2, "not applicable"),
        ("2.1", 1.9, "fix"),
        ("2.1", 0, "fix"),
        ("2.1", -0.1, "not applicable"),
        ("2.2", 0, "pass"),
        ("2.2", -0.1, "fix"),
        ("6.2", 24, "not applicable"),
        ("6.2", 23.9, "fix"),
        ("6.2", 0, "fix"),
        ("6.2", -0.1, "not applicable"),
    ],
)
def test_rules_change_with_the_clock(rule: str, hours: float, expected: Status) -> None:
    case = good("id", hours=hours)
    body = case.body.replace("mendadak ", "").replace("menelepon", "menulis")
    assert status(replace(case, body=body), rule) == expected


def test_a_late_call_may_answer_any_channel() -> None:
    assert status(good("id", hours=24, via="phone", invited="email"), "1.1") == "fix"
    assert status(good("id", hours=23.9, via="phone", invited="email"), "1.1") == "pass"
    assert status(good("id", hours=23.9, via="whatsapp", invited="email"), "1.1") == "fix"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (50.1, "fix"),
        (50, "pass"),
        (41.1, "pass"),
        (41, "fix"),
        (72, "pass"),
        (96, "fix"),
        (120, "fix"),
        (24, "pass"),
        (14, "pass"),
    ],
)
def test_polite_hours_are_8_to_17_on_working_days(hours: float, expected: Status) -> None:
    # The interview is on Thursday at 10, so 50 hours before is Tuesday at 8, 96 hours before is Sunday.
    assert status(good("id", hours=hours), "2.3") == expected


@pytest.mark.parametrize(("hours", "expected"), [(24, "fix"), (23.9, "pass")])
def test_any_hour_is_polite_with_fewer_than_24_hours_left(hours: float, expected: Status) -> None:
    case = good("id", hours=hours)
    at, earlier = case.circumstances, timedelta(hours=5)
    at = replace(at, sent_at=at.sent_at - earlier, interview_at=at.interview_at - earlier)
    assert status(replace(case, circumstances=at), "2.3") == expected


@pytest.mark.parametrize(("day", "expected"), [("5", "fix"), ("6", "fix"), ("7", "pass"), ("8", "fix"), ("9", "pass")])
def test_a_slot_is_another_day_than_the_interview_and_after_sending(day: str, expected: Status) -> None:
    # Sent on 6 April, two days before the interview; one good slot, 13 April, stands in the message.
    case = good("id", "reschedule")
    body = case.body.replace("Senin, 12 April", f"{day} April")
    assert status(replace(case, body=body), "8.5") == expected


@pytest.mark.parametrize(("size", "expected"), [(305, "pass"), (306, "pass"), (307, "fix")])
def test_an_sms_has_306_characters(size: int, expected: Status) -> None:
    assert status(replace(good("id", via="sms"), body="a" * size), "3.8") == expected


def test_an_sms_may_use_the_whole_gsm_alphabet() -> None:
    assert status(replace(good("id", via="sms"), body=f"{GSM}\n\r"), "3.8") == "pass"


@pytest.mark.parametrize("character", ["\u2019", "\u201c", "\u2013", "\u2026", "\u00a0", "🙏", "ç", "€", "[", "ê"])
def test_an_sms_takes_no_other_character(character: str) -> None:
    found = finding(replace(good("id", via="sms"), body=f"abc{character}def"), "3.8")
    assert (found.status, found.spans) == ("fix", ((3, 4),))


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_word_limits_are_inclusive(channel: ChannelKey) -> None:
    least, most = LIMITS.words[channel]
    for count, expected in ((least - 1, "fix"), (least, "pass"), (most, "pass"), (most + 1, "fix")):
        assert status(replace(good("id", via=channel), body="kata - " * count), "3.1") == expected


@pytest.mark.parametrize(("reason", "expected"), [("kata " * 25, "pass"), ("kata " * 26, "fix"), ("A b. C d.", "fix")])
def test_a_known_reason_is_one_sentence_of_25_words(reason: str, expected: Status) -> None:
    reason = reason.strip()
    case = replace(good("id"), body=f"Selamat pagi. {reason} Salam.", reason=reason)
    found = finding(case, "5.1")
    assert found.status == expected
    assert all(case.body[start:end] == reason for start, end in found.spans)


def test_a_detail_states_a_true_comparison() -> None:
    # "40, at most 40" would puzzle whoever has to mend the text.
    late = replace(good("id"), body="kata " * LIMITS.decision_within_words + "menarik diri")
    two = replace(good("id"), body="Sakit. Jauh.", reason="Sakit. Jauh.")
    cases = [late, two, *(one.broken("id") for one in BREAKS)]
    details = [found.detail for case in cases for found in examine(case, TABLE)]
    compared = [match for detail in details if (match := re.search(r"(\d+)\D*, at (?:the latest|most) (\d+)", detail))]
    assert compared
    assert [match[0] for match in compared if int(match[1]) <= int(match[2])] == []


def test_an_opening_salam_is_no_signature() -> None:
    case = good("id")
    body = case.body.replace("Selamat pagi, Bu Rina.", "Salam, Bu Rina." + " Ini cerita." * LIMITS.sentences)
    assert status(replace(case, body=body), "3.2") == "fix"


def test_the_own_company_is_not_another_company() -> None:
    case = good("id")
    assert status(replace(case, body="PT Contoh Jaya. CV saya. Bank kami."), "5.6") == "pass"
    assert status(replace(case, body="PT Contoh Jaya dan Bank Contoh Lain"), "5.6") == "fix"


def test_a_generated_message_knows_its_facts_and_its_reason() -> None:
    for message in compose_all(load(), LIMITS):
        case = case_of(message)
        assert set(case.facts) == {"candidate", "position", "company", "phone"}
        assert case.reason is not None
        assert case.reason in case.body == message.body
        assert (case.channel, case.outcome) == (message.channel, message.outcome)
