"""Which line of the data is to be mended when a message breaks a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.tips.blame import Overlong, blamed
from macros.tips.examine import Finding
from tests.made import message, part, rule

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.table import Check
    from macros.data.vocabulary import ChannelKey
    from macros.messages.message import Message, MessagePart

GREETING = part("Halo Ibu.", 9, key="greeting", origin=("patterns", 0))
THANKS = part("Terima kasih banyak sekali.", 4, 7, key="thanks", origin=("patterns", 1))
DECISION = part("Karena |saya sakit|, saya mundur.", 3, 5, 8, key="decision", origin=("patterns", 2))
CLOSING = part("Salam, Dimas Prakoso.", 9, origin=("patterns", 3))
SUBJECT = part("Perihal", 4, 8, key="subject", origin=("patterns", 9))
MESSAGE = message((GREETING,), (THANKS, DECISION), (CLOSING,), subject=SUBJECT)


def found(check: Check, number: str = "3.1", *words: str, of: Message = MESSAGE) -> Finding:
    """What a rule says; it shows `words`."""
    spans = tuple((start := of.body.index(word), start + len(word)) for word in words)
    return Finding(rule(number, check), "fix", spans)


@pytest.fixture
def reason(data: Data) -> Way:
    return ("scenarios", data.guide.number("sakit"), "reasons", 0, "id")


def too_long(*parts: MessagePart, channel: ChannelKey = "email") -> Overlong:
    """What has been counted when these parts, in two situations, have always broken a limit of length."""
    counted = Overlong()
    for key in ("a", "b"):
        counted.count(message(parts, scenario=key, channel=channel), [found("word_count")])
    return counted


@pytest.mark.parametrize("check", ["absent", "single", "ending", "sms_size"])
def test_offending_words_are_blamed_on_the_part_that_says_them(data: Data, check: Check) -> None:
    for one, words in ((GREETING, "Ibu"), (THANKS, "sekali."), (DECISION, "mundur"), (CLOSING, "Dimas Prakoso")):
        assert blamed(MESSAGE, found(check, "4.7", words), Overlong(), data).way == one.origin, words


def test_offending_words_of_the_reason_are_the_reason_s_even_if_others_offend_first(data: Data, reason: Way) -> None:
    for words in (("sakit",), ("Karena", "saya sakit"), ("Halo", "mundur", "sakit")):
        culprit = blamed(MESSAGE, found("single", "5.2", *words), Overlong(), data)
        assert (culprit.way, culprit.tips) == (reason, (5,))
    assert blamed(MESSAGE, found("reason_length", "5.1"), Overlong(), data).way == reason
    assert blamed(MESSAGE, found("absent", "3.4", "Karena"), Overlong(), data).way == DECISION.origin


def test_a_lost_ending_is_blamed_on_the_last_part(data: Data) -> None:
    assert blamed(MESSAGE, found("ending", "3.9"), Overlong(), data).way == CLOSING.origin


@pytest.mark.parametrize(
    ("number", "culprit"),
    [
        ("7.1", THANKS),
        ("4.1", THANKS),  # the subject, which follows tip 4 too, is not examined
        ("8.1", DECISION),
        ("9.1", GREETING),  # of two that follow the tip, the first
        ("6.1", DECISION),  # no part follows the tip, so the longest
    ],
)
def test_what_a_message_lacks_is_blamed_on_the_part_that_follows_the_tip(
    data: Data, number: str, culprit: MessagePart
) -> None:
    assert blamed(MESSAGE, found("present", number), too_long(CLOSING), data).way == culprit.origin


@pytest.mark.parametrize("check", ["word_count", "sentence_count", "sms_size"])
def test_length_is_blamed_on_a_wording_that_most_find_too_long_on_an_own_one_or_on_the_reason(
    data: Data, reason: Way, check: Check
) -> None:
    assert blamed(MESSAGE, found(check), too_long(GREETING, THANKS), data).way == THANKS.origin
    assert blamed(MESSAGE, found(check), too_long(THANKS, channel="sms"), data).way == reason
    assert blamed(MESSAGE, found(check), Overlong(), data).way == reason
    own = part("Sampai jumpa.", 9, origin=("scenarios", 0, "own", 0))
    assert blamed(message((GREETING, THANKS, own)), found(check), Overlong(), data).way == own.origin
    assert blamed(message((GREETING, THANKS)), found(check), Overlong(), data).way == THANKS.origin


def test_what_comes_too_late_is_blamed_on_what_stands_before_it(data: Data, reason: Way) -> None:
    early = found("early", "3.3", "mundur")
    assert blamed(MESSAGE, early, too_long(GREETING), data).way == GREETING.origin
    assert blamed(MESSAGE, early, too_long(CLOSING), data).way == reason  # what stands after it delays nothing
    late = message((GREETING, THANKS), (part("Saya mundur.", 8, origin=("patterns", 6)), DECISION))
    assert blamed(late, found("early", "3.3", "mundur", of=late), Overlong(), data).way == THANKS.origin


@pytest.mark.parametrize(
    ("using", "broken", "shared"),
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
    using: str, broken: str, *, shared: bool
) -> None:
    counted = Overlong()
    for key in using:
        counted.count(message((THANKS,), scenario=key), [])
    for key in broken:
        counted.count(message((THANKS,), scenario=key), [found("word_count")])
    assert ((THANKS.origin, "email") in counted) is shared
    assert (THANKS.origin, "sms") not in counted
    assert (GREETING.origin, "email") not in counted


def test_every_limit_of_length_counts_and_no_other_rule() -> None:
    for check in ("word_count", "sentence_count", "sms_size", "early", "absent", "ending", "reason_length", "present"):
        counted = Overlong()
        for key in "ab":
            counted.count(message((), subject=SUBJECT, scenario=key), [found("absent"), found(check)])
        of_length = check in ("word_count", "sentence_count", "sms_size", "early")
        assert ((SUBJECT.origin, "email") in counted) is of_length, check
