"""Every message of the real data: what a reader would notice at once. Each test names the messages that fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.data.text import BLANK
from macros.messages import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.data.load import Data
    from macros.data.vocabulary import Language
    from macros.messages.message import Message
    from macros.tips.check import Checked

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


def failing(checked: Checked, *right: Callable[[Message], object]) -> list[tuple[str, int]]:
    """The messages, and for each the number of the first thing that is not right with it."""
    return [
        (message.id, number)
        for message in checked.messages
        for number in [next((n for n, is_right in enumerate(right, start=1) if not is_right(message)), 0)]
        if number
    ]


def texts(message: Message) -> list[str]:
    return [message.body, message.subject.text] if message.subject else [message.body]


def test_every_scenario_channel_and_language_has_its_message_once(checked: Checked) -> None:
    expected = [
        f"{scenario.key}-{channel}-{language}"
        for scenario in checked.data.guide.scenarios
        for channel in scenario.channels
        for language in ("id", "en")
    ]
    assert sorted(message.id for message in checked.messages) == sorted(expected)


def test_no_sentence_is_said_twice(checked: Checked) -> None:
    def said_once(message: Message) -> bool:
        said = [sentence.casefold() for sentence in sentences(message.body)]
        return len(said) == len(set(said))

    assert failing(checked, said_once) == []


def test_spaces_stops_and_blanks_are_as_in_print(checked: Checked) -> None:
    assert (
        failing(
            checked,
            lambda message: not any("  " in text for text in texts(message)),
            lambda message: not any(set("[]{}<>") & set(text) for text in texts(message)),
            lambda message: all(text == "\n".join(map(str.strip, text.split("\n"))).strip() for text in texts(message)),
            lambda message: not any(re.search(r"\s[.,;:?!]|\.\.|,,|,\.", text) for text in texts(message)),
            lambda message: "\n\n\n" not in message.body,
        )
        == []
    )


def test_it_ends_with_the_signature_or_a_full_stop(checked: Checked) -> None:
    def signed(message: Message) -> bool:
        last, sample = message.parts[-1], message.sample
        if last.part != "signature":
            return message.body.endswith((".", "?"))
        return sample.candidate in last.text and last.text.split("\n")[-1] in (sample.candidate, sample.phone)

    assert failing(checked, signed) == []


def test_every_part_and_sentence_starts_with_a_capital_and_ends_like_one(checked: Checked) -> None:
    ends: dict[str, tuple[str, ...]] = {"greeting": (".", ","), "subject": ("",), "signature": ("",)}
    assert (
        failing(
            checked,
            lambda message: all(part.text[0].isupper() for part in message.parts),
            lambda message: all(part.text.endswith(ends.get(part.part, (".", "?"))) for part in message.parts),
            lambda message: all(sentence[0].isupper() or sentence[0].isdigit() for sentence in sentences(message.body)),
        )
        == []
    )


def test_every_date_has_its_weekday_and_other_times_lie_ahead(checked: Checked) -> None:
    def found(message: Message) -> list[dates.FoundDate]:
        return dates.find(message.body, message.language, message.case.interview_at.year)

    def ahead(message: Message) -> bool:
        interview, latest = (
            message.case.interview_at.date(),
            max(message.case.interview_at, message.case.sent_at).date(),
        )
        return all(one.day == interview or one.day > latest for one in found(message))

    assert (
        failing(
            checked,
            lambda message: all(one.weekday in (None, one.day.weekday()) for one in found(message)),
            lambda message: dates.moment(message.case.interview_at, message.language) in message.body,
            ahead,
        )
        == []
    )


def test_the_greeting_fits_the_hour(checked: Checked) -> None:
    def fits(message: Message) -> bool:
        hour, body, greetings = message.case.sent_at.hour, message.body, GREETINGS[message.language]
        right = next(greeting for until, greeting in greetings if hour < until)
        if any(greeting in body for _, greeting in greetings if greeting != right):
            return False
        if body.startswith(right):
            return True
        return message.channel == "email" and (message.language == "en" or f"\n{right}.\n" in body)

    assert failing(checked, fits) == []


def test_recruiter_candidate_position_and_company_are_named(checked: Checked) -> None:
    def greeted(message: Message) -> bool:
        sample = message.sample
        form = checked.data.guide.address(sample.recruiter.address).name[message.language][message.register]
        name = {
            "recruiter_name": sample.recruiter.name,
            "recruiter_call": sample.recruiter.call,
            "company": sample.company,
        }
        return BLANK.sub(lambda blank: name[blank[1]], form) in message.parts[bool(message.subject)].text

    def subject_says(message: Message) -> bool:
        sample, day = message.sample, dates.day(message.case.interview_at, message.language)
        words = (sample.candidate, sample.position[message.language], day)
        return not message.subject or all(word in message.subject.text for word in words)

    assert (
        failing(
            checked,
            greeted,
            lambda message: message.sample.candidate in message.body,
            lambda message: message.sample.position[message.language] in message.body,
            lambda message: message.sample.company in message.body,
            subject_says,
        )
        == []
    )


def test_the_length_suits_the_channel(checked: Checked, data: Data) -> None:
    def within(message: Message) -> bool:
        least, most = data.table.limits.words[message.channel]
        return least <= message.words <= most

    assert (
        failing(
            checked,
            within,
            lambda message: message.channel != "sms" or (len(message.body) <= 306 and set(message.body) <= GSM),
        )
        == []
    )


def test_every_part_follows_a_tip_and_none_that_matters_is_left_out(checked: Checked) -> None:
    needed = {"greeting", "introduction", "thanks", "decision", "reason"}
    assert (
        failing(
            checked,
            lambda message: all(part.tips and set(part.tips) <= set(range(1, 10)) for part in message.parts),
            lambda message: needed <= {part.part for part in message.parts},
            lambda message: len({part.part for part in message.parts}) == len(message.parts),
        )
        == []
    )
