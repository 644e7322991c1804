"""Which part of a broken message is to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.tips.blame import blamed, overlong
from macros.tips.examine import Finding
from tests.made import message, part, rule

if TYPE_CHECKING:
    from macros.data.table import Check
    from macros.data.vocabulary import ChannelKey
    from macros.messages.message import Message, MessagePart
    from macros.tips.blame import Wording

GREETING = part("Halo Ibu.", 9, key="greeting", origin=("phrases", 0))
THANKS = part("Terima kasih banyak sekali.", 4, 7, key="thanks", origin=("phrases", 1))
DECISION = part("Saya mundur.", 3, 8, key="decision", origin=("phrases", 2))
REASON = part("Saya sakit.", 5, key="reason", origin=("scenarios", 0, "reason"))
OWN = part("Salam, Dimas Prakoso.", 9, key="closing", origin=("scenarios", 0, "own", 0))
PARTS = (GREETING, THANKS, DECISION, REASON, OWN)
MESSAGE = message((GREETING,), (THANKS, DECISION), (REASON, OWN), subject=part("Perihal", 4, 8, origin=("phrases", 9)))


def found(check: Check, number: str = "3.1", *words: str) -> Finding:
    """What a rule says; it shows `words`."""
    spans = tuple((start := MESSAGE.body.index(word), start + len(word)) for word in words)
    return Finding(rule(number, check), "fix", spans)


@pytest.mark.parametrize("check", ["absent", "single", "ending", "reason_length", "sms_size"])
def test_offending_words_are_blamed_on_the_part_that_says_them(check: Check) -> None:
    for one in PARTS:
        words = one.text.split()
        for word in (one.text, words[0], words[-1], one.text[-1]):
            start = MESSAGE.body.index(one.text) + one.text.rindex(word)
            finding = Finding(rule("4.7", check), "fix", ((start, start + len(word)), (0, 1)))
            assert blamed(MESSAGE, finding, set()) == one, word


def test_words_of_the_subject_are_not_the_body_s() -> None:
    assert blamed(MESSAGE, Finding(rule("3.4"), "fix", ((0, 7),)), set()) == GREETING


def test_what_shows_between_two_parts_is_blamed_as_if_nothing_showed() -> None:
    gap = MESSAGE.body.index(" Saya mundur")
    assert blamed(MESSAGE, Finding(rule("5.1"), "fix", ((gap, gap + 3),)), set()) == REASON


def test_a_lost_ending_is_blamed_on_the_last_part() -> None:
    assert blamed(MESSAGE, found("ending", "3.9"), set()) == OWN


@pytest.mark.parametrize(
    ("number", "culprit"),
    [
        ("5.1", REASON),
        ("7.1", THANKS),
        ("4.1", THANKS),  # the subject, which follows tip 4 too, is not examined
        ("8.1", DECISION),
        ("9.1", OWN),  # of two that follow the tip, the scenario's own
        ("6.1", THANKS),  # no part follows the tip, so the longest
    ],
)
def test_what_a_message_lacks_is_blamed_on_the_part_that_follows_the_tip(number: str, culprit: MessagePart) -> None:
    assert blamed(MESSAGE, found("present", number), {(DECISION.origin, "email")}) == culprit


def test_of_two_shared_parts_that_follow_the_tip_the_first_is_blamed() -> None:
    first, second = part("Satu.", 7, origin=("phrases", 4)), part("Dua dan tiga.", 7, origin=("phrases", 5))
    assert blamed(message((REASON, first, second)), found("present", "7.1"), set()) == first


@pytest.mark.parametrize("check", ["word_count", "sentence_count", "sms_size"])
def test_length_is_blamed_on_the_longest_of_the_shared_wordings_that_are_too_long(check: Check) -> None:
    shared: set[Wording] = {(GREETING.origin, "email"), (THANKS.origin, "sms")}
    assert (
        blamed(MESSAGE, found(check), shared) == GREETING
    )  # in this channel the thanks are no longer than they may be
    assert blamed(MESSAGE, found(check), {*shared, (THANKS.origin, "email")}) == THANKS


@pytest.mark.parametrize("check", ["word_count", "sentence_count", "sms_size"])
def test_without_a_shared_wording_length_is_the_situation_s_own(check: Check) -> None:
    assert blamed(MESSAGE, found(check), {(THANKS.origin, "sms")}) == OWN
    assert blamed(message((GREETING, THANKS), (DECISION,)), found(check), set()) == THANKS


def test_what_comes_too_late_is_blamed_on_what_stands_before_it() -> None:
    early = found("early", "3.3", "mundur")
    assert blamed(MESSAGE, early, set()) == THANKS  # nothing of the situation's own stands before it
    assert blamed(MESSAGE, early, {(GREETING.origin, "email")}) == GREETING
    assert blamed(MESSAGE, early, {(OWN.origin, "email")}) == THANKS  # what stands after it delays nothing
    assert (
        blamed(MESSAGE, Finding(early.rule, "fix"), set()) == OWN
    )  # should no words be shown, the whole body is looked at
    late = part("Jadi karena semua itu saya akhirnya mundur.", 8, origin=("phrases", 6))
    delayed = message((REASON, THANKS, late))
    start = delayed.body.index("mundur")
    assert blamed(delayed, Finding(early.rule, "fix", ((start, start + 6),)), set()) == REASON
    assert blamed(message((THANKS, late)), Finding(early.rule, "fix", ((60, 63),)), set()) == late


def situations(*keys: str, channel: ChannelKey = "email", words: MessagePart = THANKS) -> list[Message]:
    return [message((words, REASON), scenario=key, channel=channel) for key in keys]


@pytest.mark.parametrize(
    ("using", "too_long", "shared"),
    [
        ("a", "a", False),  # one situation: by its own words
        ("ab", "a", False),
        ("ab", "ab", True),
        ("abc", "a", False),
        ("abc", "ab", True),  # most
        ("abcd", "ab", False),  # half is not most
        ("abcd", "abc", True),
        ("abcd", "aaa", False),  # three messages of one situation
    ],
)
def test_a_wording_is_too_long_if_most_situations_that_use_it_break_a_limit(
    using: str, too_long: str, *, shared: bool
) -> None:
    broken = [(one, found("word_count")) for one in situations(*too_long)]
    culprits = overlong(situations(*using), broken)
    assert culprits == ({(THANKS.origin, "email"), (REASON.origin, "email")} if shared else set())


def test_every_limit_of_length_counts_and_no_other_rule() -> None:
    using = situations("a", "b")
    for check in ("word_count", "sentence_count", "sms_size", "early"):
        assert overlong(using, [(one, found(check)) for one in using]) != set(), check
    for other in ("absent", "ending", "reason_length", "present"):
        assert overlong(using, [(one, found(other)) for one in using]) == set(), other


def test_each_channel_is_judged_by_its_own_messages() -> None:
    emails, texts = situations("a", "b"), situations("a", "b", "c", "d", "e", channel="sms")
    broken = [(one, found("word_count")) for one in (*emails, *texts[:2])]
    assert overlong([*emails, *texts], broken) == {(THANKS.origin, "email"), (REASON.origin, "email")}


def test_the_subject_is_a_shared_wording_too() -> None:
    using = [message((REASON,), subject=THANKS, scenario=key) for key in "ab"]
    assert (THANKS.origin, "email") in overlong(using, [(one, found("early")) for one in using])
