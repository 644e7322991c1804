"""The ways of looking at a case that depend on dates, on the clock and on the channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.tips.cases import finding, good, status, told

if TYPE_CHECKING:
    from macros.tips.examine import Status


@pytest.mark.parametrize(
    ("rule", "hours", "expected"),
    [
        ("2.1", 2, "not applicable"),
        ("2.1", 1.9, "fix"),
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


def test_a_missed_interview_lies_behind_and_a_call_has_called() -> None:
    assert status(good("id", "missed", 2), "2.2") == "fix"
    assert status(good("id", "missed", -2), "2.2") == "pass"
    assert [told("Halo.", "2.1", good("id", hours=1, via=via))[0] for via in ("phone", "sms")] == ["pass", "fix"]


def test_a_late_call_may_answer_any_channel() -> None:
    assert finding(good("id", hours=24, via="phone", invited="email"), "1.1").detail == "email → phone"
    assert status(good("id", hours=23.9, via="phone", invited="email"), "1.1") == "pass"
    assert status(good("id", hours=23.9, via="whatsapp", invited="email"), "1.1") == "fix"
    assert status(good("id", hours=48, via="phone", invited="phone"), "1.1") == "pass"


@pytest.mark.parametrize(
    ("hours", "detail"),
    [
        (50.1, "07.54"),  # the interview is on Thursday at 10, so this is Tuesday before 8
        (50, ""),
        (41.1, ""),
        (41, "17.00"),
        (120, "10.00"),  # Saturday
        (96, "10.00"),  # Sunday
        (144, ""),  # Friday
        (72, ""),  # Monday
        (14, ""),  # Wednesday evening, but with fewer than 24 hours left
    ],
)
def test_polite_hours_are_8_to_17_on_working_days(hours: float, detail: str) -> None:
    found = finding(good("id", hours=hours), "2.3")
    assert (found.status, found.detail) == ("fix" if detail else "pass", detail)


def test_any_hour_is_polite_with_fewer_than_24_hours_left() -> None:
    for hours, expected in ((24, "fix"), (23.9, "pass")):
        case = good("id", hours=hours)
        at, earlier = case.circumstances, timedelta(hours=5)
        at = replace(at, sent_at=at.sent_at - earlier, interview_at=at.interview_at - earlier)
        assert status(replace(case, circumstances=at), "2.3") == expected


def test_the_date_of_the_interview_counts_in_any_spelling() -> None:
    assert [told(f"{day} 2027", "4.4")[0] for day in ("8 April", "kamis 8 april", "9 April", "8 Mei")] == [
        "pass",
        "pass",
        "fix",
        "fix",
    ]
    assert told("8 April", "4.4")[0] == "pass"
    assert told("8 April 2026", "4.4")[0] == "fix"


@pytest.mark.parametrize(("day", "times"), [("5", 1), ("6", 1), ("7", 2), ("8", 1), ("9", 2), ("13", 1)])
def test_a_slot_is_another_day_than_the_interview_and_after_sending(day: str, times: int) -> None:
    # Sent on 6 April, two days before the interview.
    body = f"Saya bisa pada {day} April atau 13 April."
    detail = "" if times == 2 else f"{times} times, at least 2"
    case = good("id", "reschedule")
    assert told(body, "8.5", case) == ("fix" if detail else "pass", [], detail)
    # Where nothing is offered, nothing is rigid.
    assert told(body, "8.6", case)[0] == ("not applicable" if detail else "fix")


def test_a_promise_to_write_again_stands_for_slots() -> None:
    case = good("id", "reschedule")
    assert told("Saya akan mengabari kembali.", "8.5", case)[0] == "pass"
    assert told("Saya akan mengabari kembali.", "8.6", case)[0] == "pass"
