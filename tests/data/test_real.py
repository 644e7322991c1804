"""Every message of the real data, one by one: what a reader would notice at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.messages import dates
from macros.messages.compose import compose_all
from macros.data.load import load
from macros.data.table import table
from macros.data.text import BLANK

if TYPE_CHECKING:
    from macros.messages.compose import Message
    from macros.data.vocabulary import Language

GUIDE = load()
LIMITS = table().limits
MESSAGES = tuple(compose_all(GUIDE, LIMITS))
every_message = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)

# The greeting that ends before each hour; written here a second time, so that a slip in the data shows.
GREETINGS: dict[Language, tuple[tuple[int, str], ...]] = {
    "id": (
        (4, "Selamat malam"),
        (11, "Selamat pagi"),
        (15, "Selamat siang"),
        (18, "Selamat sore"),
        (24, "Selamat malam"),
    ),
    "en": ((4, "Good evening"), (12, "Good morning"), (18, "Good afternoon"), (24, "Good evening")),
}
# 3GPP TS 23.038 without the escape; each character counts once.
GSM = set(
    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà\n\r"
)


def sentences(body: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+|\n+", body) if sentence]


def test_every_scenario_channel_and_language_has_its_message() -> None:
    expected = {
        f"{scenario.key}-{channel}-{language}"
        for scenario in GUIDE.scenarios
        for channel in scenario.channels
        for language in ("id", "en")
    }
    assert {message.id for message in MESSAGES} == expected
    assert len(MESSAGES) == len(expected)


@every_message
def test_no_sentence_is_said_twice(message: Message) -> None:
    said = [sentence.casefold() for sentence in sentences(message.body)]
    assert [sentence for sentence in said if said.count(sentence) > 1] == []


@every_message
def test_spaces_and_blanks(message: Message) -> None:
    for text in (message.body, message.subject.text if message.subject else ""):
        assert "  " not in text
        assert BLANK.search(text) is None
        assert not set("[]{}<>") & set(text)
        assert text == "\n".join(line.strip() for line in text.split("\n")).strip()
        assert re.search(r"\s[.,;:?!]|\.\.|,,|,\.", text) is None
    assert "\n\n\n" not in message.body


@every_message
def test_it_ends_with_a_signature_or_a_full_stop(message: Message) -> None:
    last = message.parts[-1]
    if last.part == "signature":
        assert last.text.split("\n")[-1] in (message.sample.candidate, message.sample.phone)
        assert message.sample.candidate in last.text
    else:
        assert message.body.endswith((".", "?"))


@every_message
def test_every_part_starts_with_a_capital_and_ends_like_a_sentence(message: Message) -> None:
    for part in message.parts:
        assert part.text[0].isupper()
        if part.part == "greeting":
            assert part.text.endswith((".", ","))
        elif part.part not in ("subject", "signature"):
            assert part.text.endswith((".", "?"))
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in sentences(message.body))


@every_message
def test_every_weekday_matches_its_date(message: Message) -> None:
    interview = message.case.interview_at
    found = dates.find(message.body, message.language, interview.year)
    assert [one for one in found if one.weekday not in (None, one.day.weekday())] == []
    assert interview.date() in {one.day for one in found}
    assert dates.moment(interview, message.language) in message.body


@every_message
def test_other_times_lie_after_the_interview_and_after_sending(message: Message) -> None:
    interview = message.case.interview_at
    for one in dates.find(message.body, message.language, interview.year):
        if one.day != interview.date():
            assert one.day > max(interview.date(), message.case.sent_at.date())


@every_message
def test_the_greeting_fits_the_hour(message: Message) -> None:
    hour = message.case.sent_at.hour
    right = next(greeting for until, greeting in GREETINGS[message.language] if hour < until)
    others = {greeting for _, greeting in GREETINGS[message.language]} - {right}
    assert not any(greeting in message.body for greeting in others)
    written = message.body.startswith(right)
    assert written or message.channel == "email"
    assert written or message.language == "en" or f"\n{right}.\n" in message.body


@every_message
def test_recruiter_and_candidate_are_named(message: Message) -> None:
    sample = message.sample
    form = GUIDE.address(sample.recruiter.address).name[message.language][message.register]
    name = {"recruiter_name": sample.recruiter.name, "recruiter_call": sample.recruiter.call, "company": sample.company}
    assert BLANK.sub(lambda blank: name[blank[1]], form) in message.parts[bool(message.subject)].text
    assert sample.candidate in message.body


@every_message
def test_position_and_company_are_named(message: Message) -> None:
    assert message.sample.position[message.language] in message.body
    assert message.sample.company in message.body
    if message.subject:
        assert message.sample.candidate in message.subject.text
        assert message.sample.position[message.language] in message.subject.text
        assert dates.day(message.case.interview_at, message.language) in message.subject.text


@every_message
def test_the_length_suits_the_channel(message: Message) -> None:
    least, most = LIMITS.words[message.channel]
    assert least <= message.words <= most
    if message.channel == "sms":
        assert len(message.body) <= 306
        assert set(message.body) <= GSM


@every_message
def test_every_part_follows_a_tip(message: Message) -> None:
    for part in message.parts:
        assert part.tips, part.part
        assert set(part.tips) <= set(range(1, 10))
    named = {part.part for part in message.parts}
    assert {"greeting", "introduction", "thanks", "decision", "reason"} <= named
    assert len(named) == len(message.parts)
