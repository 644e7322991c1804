"""Scenario x channel x language becomes one message."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.messages.compose import _VARIANT_HOURS, Segment, circumstances, compose, compose_all, fill, greeting, values
from macros.data.fields import Both
from macros.data.load import ROOT, load
from macros.data.model import Recruiter
from macros.data.phrases import Phrase
from macros.data.table import table
from macros.data.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from macros.messages.compose import Message
    from macros.data.model import Guide, Scenario
    from macros.data.vocabulary import ChannelKey, Language, PartKey, Register

GUIDE = load()
LIMITS = table().limits
SAMPLE = GUIDE.samples[0]
MESSAGES = tuple(compose_all(GUIDE, LIMITS))


def phrase(part: PartKey, text: str, *, channels: tuple[ChannelKey, ...] = ()) -> Phrase:
    return Phrase(part=part, channels=channels, text=Both[str](id=text, en=text))


def changed(**fields: object) -> tuple[Guide, Scenario]:
    """A guide whose only scenario is the first one of the data with other fields."""
    scenario = GUIDE.scenarios[0].model_copy(update=fields)
    return GUIDE.model_copy(update={"scenarios": (scenario,)}), scenario


def write(guide: Guide, scenario: Scenario, channel: ChannelKey = "email", language: Language = "id") -> Message:
    return compose(guide, LIMITS, scenario, guide.channel(channel), language)


def part(message: Message, key: PartKey) -> str | None:
    return next((part.text for part in message.parts if part.part == key), None)


@pytest.mark.parametrize(
    ("clock", "indonesian", "english"),
    [
        ("00:00", "malam", "evening"),
        ("03:59", "malam", "evening"),
        ("04:00", "pagi", "morning"),
        ("10:59", "pagi", "morning"),
        ("11:00", "siang", "morning"),
        ("12:00", "siang", "afternoon"),
        ("14:59", "siang", "afternoon"),
        ("15:00", "sore", "afternoon"),
        ("17:59", "sore", "afternoon"),
        ("18:00", "malam", "evening"),
        ("23:59", "malam", "evening"),
    ],
)
def test_the_greeting_follows_the_hour(clock: str, indonesian: str, english: str) -> None:
    at = datetime.fromisoformat(f"2027-04-08T{clock}:00+07:00")
    assert greeting(GUIDE, at, "id") == f"Selamat {indonesian}"
    assert greeting(GUIDE, at, "en") == f"Good {english}"


@pytest.mark.parametrize(
    ("form", "register", "name", "you"),
    [
        ("ibu", "formal", "Ibu Rina Kartika", "Ibu"),
        ("ibu", "semiformal", "Bu Rina", "Ibu"),
        ("bapak", "formal", "Bapak Rina Kartika", "Bapak"),
        ("bapak", "semiformal", "Pak Rina", "Bapak"),
        ("bapak-ibu", "formal", "Bapak/Ibu Rina Kartika", "Bapak/Ibu"),
        ("tim", "formal", "Tim Rekrutmen PT Contoh Jaya", "Bapak/Ibu"),
    ],
)
def test_a_recruiter_is_addressed_properly(form: str, register: Register, name: str, you: str) -> None:
    recruiter = Recruiter(name="Rina Kartika", call="Rina", address=form)
    sample = SAMPLE.model_copy(update={"recruiter": recruiter, "company": "PT Contoh Jaya"})
    channel = next(channel for channel in GUIDE.channels if channel.register_ == register)
    found = values(GUIDE, sample, "id", channel, datetime(2027, 4, 8, tzinfo=UTC))
    assert (found["recruiter"], found["address"]) == (name, you)


def test_fill_marks_what_it_put_in() -> None:
    assert fill("Saya [candidate], [position].", {"candidate": "Dimas", "position": "Kasir"}) == (
        Segment("Saya "),
        Segment("Dimas", "candidate"),
        Segment(", "),
        Segment("Kasir", "position"),
        Segment("."),
    )


@pytest.mark.parametrize("value", ["[company]", "[candidate]", r"\1 \g<0> $1 .*", "a(b|c)+?", "{0} %s", "[", "]"])
def test_a_value_is_never_a_template_in_turn(value: str) -> None:
    segments = fill("[candidate] di [company]", {"candidate": value, "company": value})
    assert "".join(segment.text for segment in segments) == f"{value} di {value}"


def test_the_first_phrase_that_fits_is_used() -> None:
    guide, scenario = changed(own=())
    phrases = (
        phrase("closing", "Untuk SMS.", channels=("sms",)),
        phrase("thanks", "Bagian lain."),
        phrase("closing", "Pertama."),
        phrase("closing", "Kedua."),
    )
    guide = guide.model_copy(update={"phrases": phrases})
    assert part(write(guide, scenario), "closing") == "Pertama."


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({}, True),
        ({"outcomes": ("withdraw", "decline")}, True),
        ({"outcomes": ("missed",)}, False),
        ({"channels": ("email",)}, True),
        ({"channels": ("sms", "phone")}, False),
        ({"registers": ("formal",)}, True),
        ({"registers": ("semiformal",)}, False),
        ({"stages": ("early",)}, True),
        ({"stages": ("good", "past")}, False),
        ({"outcomes": ("withdraw",), "stages": ("past",)}, False),
    ],
)
def test_a_phrase_fits_if_all_its_conditions_hold(conditions: dict[str, object], fits: bool) -> None:  # noqa: FBT001
    one = phrase("closing", "Salam.").model_copy(update=conditions)
    assert one.fits("closing", "withdraw", GUIDE.channel("email"), "early") is fits
    assert not one.fits("thanks", "withdraw", GUIDE.channel("email"), "early")


def test_own_wording_comes_before_the_standard_phrase_where_it_fits() -> None:
    guide, scenario = changed(own=(phrase("thanks", "Kata sendiri, [candidate].", channels=("email",)),))
    standard = write(*changed(own=()), "whatsapp")
    assert part(write(guide, scenario), "thanks") == f"Kata sendiri, {guide.sample(scenario.sample).candidate}."
    assert part(write(guide, scenario, "whatsapp"), "thanks") == part(standard, "thanks")


def test_an_omitted_part_stays_out_even_with_own_wording() -> None:
    message = write(*changed(own=(phrase("apology", "Maaf."),), omit=("apology", "signature")))
    assert part(message, "apology") is None
    assert part(message, "signature") is None
    assert all(message.paragraphs)
    assert not message.body.endswith("\n")


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.id)
def test_shape_of_every_message(message: Message) -> None:
    assert (message.subject is not None) == (message.channel == "email")
    assert message.id == f"{message.scenario}-{message.channel}-{message.language}"
    paragraphs = message.body.split("\n\n")
    assert paragraphs == [" ".join(part.text for part in paragraph) for paragraph in message.paragraphs]
    assert message.subject is None or message.subject.text not in message.body
    assert [one.part == "subject" for one in message.parts].count(True) == bool(message.subject)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_has_the_register_of_the_channel(language: Language) -> None:
    for scenario in GUIDE.scenarios:
        for key in scenario.channels:
            sample = GUIDE.sample(scenario.sample)
            wording = scenario.reason[language][GUIDE.channel(key).register_].replace("[company]", sample.company)
            assert part(write(GUIDE, scenario, key, language), "reason") == wording


def test_the_origin_leads_to_the_words() -> None:
    data = GUIDE.model_dump(by_alias=True)
    for message in MESSAGES:
        for piece in message.parts:
            place: object = data
            for step in piece.origin:
                place = place[step]  # type: ignore[index]
            blanks = [segment.blank for segment in piece.segments if segment.blank]
            assert all(f"[{blank}]" in str(place) for blank in blanks)
            assert all(segment.text in str(place) for segment in piece.segments if not segment.blank)


def test_ids_are_unique() -> None:
    ids = [message.id for message in MESSAGES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("notice", [336, 24, 1, 0, -3])
def test_hours_left_are_the_notice(notice: int) -> None:
    case = circumstances(SAMPLE, notice, "email", "sms")
    assert case.hours_left == notice
    assert case.sent_at == case.interview_at - timedelta(hours=notice)
    assert (case.sent_via, case.invited_via) == ("email", "sms")
    assert case.interview_at.tzname() == SAMPLE.zone


def test_the_interview_makes_a_part_follow_tip_4() -> None:
    for message in MESSAGES:
        for piece in message.parts:
            if any(segment.blank == "interview" for segment in piece.segments):
                assert 4 in piece.tips
            assert list(piece.tips) == sorted(set(piece.tips))


def test_two_runs_write_the_same() -> None:
    assert tuple(compose_all(GUIDE, LIMITS)) == MESSAGES
    program = "from macros.tips.check import check; print([(m.id, m.body, m.parts) for m in check().messages])"
    # Sets and hashes differ between processes with another seed; words must not.
    written = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1]
    assert MESSAGES[0].id.encode() in written[0]


def test_the_hours_of_a_variant_lie_in_its_stage() -> None:
    for stage, hours in _VARIANT_HOURS.items():
        assert LIMITS.stage(hours) == stage
