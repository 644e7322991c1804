"""Scenario x channel x language x time left becomes one message."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.data.fields import Both
from macros.data.model import Recruiter
from macros.data.phrases import Phrase
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import (
    circumstances,
    compose,
    compose_all,
    fill,
    greeting,
    text_of,
    values,
    variants,
)
from macros.messages.message import Segment
from tests.made import SAMPLE, edited, only

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.vocabulary import ChannelKey, Language, Outcome, PartKey, Register, Stage
    from macros.messages.message import Message, MessagePart
    from macros.tips.check import Checked


def phrase(
    part: PartKey, text: str, *, channels: tuple[ChannelKey, ...] = (), stages: tuple[Stage, ...] = ()
) -> Phrase:
    return Phrase(part=part, channels=channels, stages=stages, text=Both[str](id=text, en=f"{text} (en)"))


def key_of(data: Data, outcome: Outcome) -> str:
    return next(scenario.key for scenario in data.guide.scenarios if scenario.outcome == outcome)


@pytest.fixture
def one(data: Data) -> Data:
    """The data with one scenario, in which everything is worded by the standard phrases."""
    alone = only(data, key_of(data, "withdraw"))
    return edited(edited(alone, ("scenarios", 0, "own"), ()), ("scenarios", 0, "omit"), ())


def write(data: Data, channel: ChannelKey = "email", language: Language = "id", notice: int | None = None) -> Message:
    return compose(data, data.guide.scenarios[0], data.guide.channel(channel), language, notice=notice)


def part(message: Message, key: PartKey) -> MessagePart | None:
    return next((part for part in message.parts if part.part == key), None)


def said(message: Message, key: PartKey) -> str | None:
    found = part(message, key)
    return found.text if found else None


def test_fill_marks_what_it_put_in_and_leaves_an_unknown_blank() -> None:
    segments = fill("[candidate], [position] di [company].", {"candidate": "Dimas", "position": "Kasir"})
    assert segments == (
        Segment("Dimas", "candidate"),
        Segment(", "),
        Segment("Kasir", "position"),
        Segment(" di [company]."),
    )
    assert text_of(segments) == "Dimas, Kasir di [company]."


@pytest.mark.parametrize("value", ["[company]", "[candidate]", r"\1 \g<0> $1 .*", "a(b|c)+?", "{0} %s", "[", "]"])
def test_a_value_is_never_a_template_in_turn(value: str) -> None:
    assert text_of(fill("[candidate] di [company]", {"candidate": value, "company": value})) == f"{value} di {value}"


@pytest.mark.parametrize("notice", [336, 0, -3])
def test_circumstances_count_the_notice_back_from_the_interview_in_its_zone(notice: int) -> None:
    case = circumstances(SAMPLE, notice, "email", "sms")
    assert case.sent_at == case.interview_at - timedelta(hours=notice)
    assert case.interview_at.isoformat() == "2027-04-08T10:00:00+08:00"
    assert (case.sent_via, case.invited_via) == ("email", "sms")


@pytest.mark.parametrize(
    ("clock", "indonesian", "english"),
    [
        ("00:00", "malam", "evening"),
        ("03:59", "malam", "evening"),
        ("04:00", "pagi", "morning"),
        ("10:59", "pagi", "morning"),
        ("11:00", "siang", "morning"),
        ("12:00", "siang", "afternoon"),
        ("15:00", "sore", "afternoon"),
        ("18:00", "malam", "evening"),
    ],
)
def test_the_greeting_follows_the_hour(data: Data, clock: str, indonesian: str, english: str) -> None:
    at = datetime.fromisoformat(f"2027-04-08T{clock}:00+07:00")
    turned = edited(data, ("dayparts",), data.guide.dayparts[::-1]).guide  # their order in the file does not matter
    assert [greeting(guide, at, "id") for guide in (data.guide, turned)] == [f"Selamat {indonesian}"] * 2
    assert greeting(data.guide, at, "en") == f"Good {english}"


@pytest.mark.parametrize(
    ("form", "register", "name", "you"),
    [
        ("ibu", "formal", "Ibu Rina Kartika", "Ibu"),
        ("bapak", "semiformal", "Pak Rina", "Bapak"),
        ("bapak-ibu", "formal", "Bapak/Ibu Rina Kartika", "Bapak/Ibu"),
        ("tim", "formal", "Tim Rekrutmen PT Contoh Jaya", "Bapak/Ibu"),
    ],
)
def test_a_recruiter_is_addressed_properly(data: Data, form: str, register: Register, name: str, you: str) -> None:
    sample = SAMPLE.model_copy(update={"recruiter": Recruiter(name="Rina Kartika", call="Rina", address=form)})
    channel = next(channel for channel in data.guide.channels if channel.register_ == register)
    found = values(data.guide, sample, "id", channel, datetime(2027, 4, 8, tzinfo=UTC))
    assert (found["recruiter"], found["address"]) == (name, you)


def test_the_blanks_are_filled_from_the_sample(data: Data) -> None:
    found = values(data.guide, SAMPLE, "en", data.guide.channel("email"), datetime(2027, 4, 6, 9, tzinfo=UTC))
    del found["recruiter"], found["address"]
    assert found == {
        "candidate": "Dimas Prakoso",
        "phone": "021-0000-0001",
        "position": "Cashier",
        "company": "PT Contoh Jaya",
        "recruiter_name": "Rina Kartika",
        "recruiter_call": "Rina",
        "interview": "Thursday, 8 April 2027, at 10:00 WITA",
        "interview_date": "8 April 2027",
        "slots": "Monday, 12 April, at 10:00 or Tuesday, 13 April, at 13:30 WITA",
        "slot": "Monday, 12 April 2027, at 10:00 WITA",
        "daypart": "Good morning",
    }


def test_the_scenario_s_own_wording_comes_first_then_the_first_standard_phrase_that_fits(one: Data) -> None:
    own = (phrase("thanks", "Milik sendiri, [candidate].", channels=("email",)),)
    shared = (
        phrase("thanks", "Untuk SMS.", channels=("sms",)),
        phrase("closing", "Bagian lain."),
        phrase("thanks", "Pertama."),
        phrase("thanks", "Kedua."),
    )
    changed = edited(edited(one, ("scenarios", 0, "own"), own), ("phrases",), shared)
    found = [part(write(changed, channel), "thanks") for channel in ("email", "whatsapp", "sms")]
    assert [(piece.text, piece.origin) for piece in found if piece] == [
        (
            f"Milik sendiri, {one.guide.sample(one.guide.scenarios[0].sample).candidate}.",
            ("scenarios", 0, "own", 0, "text", "id"),
        ),
        ("Pertama.", ("phrases", 2, "text", "id")),
        ("Untuk SMS.", ("phrases", 0, "text", "id")),
    ]
    assert said(write(changed, "whatsapp", "en"), "thanks") == "Pertama. (en)"


def test_a_part_without_words_or_omitted_leaves_no_trace(one: Data) -> None:
    changed = edited(edited(one, ("scenarios", 0, "omit"), ("apology", "signature")), ("phrases",), ())
    assert [[part.part for part in paragraph] for paragraph in write(changed).paragraphs] == [["reason"]]
    assert write(changed).subject is None
    own = edited(one, ("scenarios", 0, "own"), (phrase("apology", "Maaf."),))
    assert said(write(own), "apology") == "Maaf."
    assert part(write(edited(own, ("scenarios", 0, "omit"), ("apology",))), "apology") is None


def test_a_part_follows_the_tips_of_its_kind_and_tip_4_where_it_names_the_interview(one: Data) -> None:
    shared = (phrase("decision", "Mundur dari [interview].", channels=("email",)), phrase("decision", "Mundur."))
    changed = edited(one, ("phrases",), shared)
    found = [part(write(changed, channel), "decision") for channel in ("email", "sms")]
    assert [piece.tips for piece in found if piece] == [(3, 4, 8), (3, 8)]


def test_the_words_fit_the_time_left(one: Data) -> None:
    shared = tuple(phrase("apology", stage, stages=(stage,)) for stage in ("early", "good", "short", "urgent", "past"))
    changed = edited(edited(one, ("phrases",), shared), ("scenarios", 0, "notice"), 30)
    found = {hours: said(write(changed, notice=hours), "apology") for hours in (None, 48, 24, 2, 0, -1)}
    assert found == {None: "good", 48: "early", 24: "good", 2: "short", 0: "urgent", -1: "past"}
    message = write(changed, "sms", notice=7)
    assert (message.case.hours_left, message.case.sent_via, message.case.invited_via) == (7, "sms", "sms")


def test_a_message_carries_what_it_was_made_from(one: Data) -> None:
    scenario, message = one.guide.scenarios[0], write(one, "whatsapp", "en")
    assert (message.scenario, message.channel, message.language) == (scenario.key, "whatsapp", "en")
    assert (message.outcome, message.register) == (scenario.outcome, one.guide.channel("whatsapp").register_)
    assert message.sample == one.guide.sample(scenario.sample)
    assert message.subject is None
    assert write(one).subject == write(one).parts[0]


def test_all_messages_come_in_the_order_of_the_data(data: Data, checked: Checked) -> None:
    expected = [
        f"{scenario.key}-{channel.key}-{language}"
        for scenario in data.guide.scenarios
        for channel in data.guide.channels
        if channel.key in scenario.channels
        for language in LANGUAGES
    ]
    assert [message.id for message in compose_all(data)] == [message.id for message in checked.messages] == expected


def test_the_variants_of_a_message_are_sent_in_each_stage_before_the_interview(data: Data) -> None:
    timed: tuple[Outcome, ...] = ("withdraw", "reschedule", "decline")
    for outcome in timed:
        one = edited(only(data, key_of(data, outcome)), ("scenarios", 0, "notice"), 336)
        message = write(one)
        found = variants(data, message)
        assert {stage: variant.case.hours_left for stage, variant in found.items()} == {
            "good": 24, "short": 12, "urgent": 1,
        }  # fmt: skip
        assert {stage: data.table.limits.stage(variant.case.hours_left) for stage, variant in found.items()} == {
            stage: stage for stage in found
        }
        assert {variant.id for variant in found.values()} == {message.id}
        at_the_hour = edited(one, ("scenarios", 0, "notice"), 0)
        assert variants(at_the_hour, write(at_the_hour)) == {}
    untimed: tuple[Outcome, ...] = ("missed", "verify")
    for outcome in untimed:
        assert variants(data, write(only(data, key_of(data, outcome)))) == {}


def test_the_reason_and_its_origin_have_the_register_of_the_channel(data: Data, checked: Checked) -> None:
    wrong = []
    for message in checked.messages:
        scenario = data.guide.scenario(message.scenario)
        wording = scenario.reason[message.language][message.register]
        reason = part(message, "reason")
        way = ("scenarios", data.guide.number(scenario.key), "reason", message.language, message.register)
        blanks = {"company": message.sample.company}
        if reason is None or reason.origin != way or text_of(fill(wording, blanks)) != reason.text:
            wrong.append(message.id)
    assert wrong == []


def test_every_origin_leads_to_the_words(data: Data, checked: Checked) -> None:
    plain = data.guide.model_dump(by_alias=True)
    wrong = []
    for message in checked.messages:
        for piece in message.parts:
            place: object = plain
            for step in piece.origin:
                place = place[step]  # type: ignore[index]
            template = "".join(f"[{one.blank}]" if one.blank else one.text for one in piece.segments)
            if template != place:
                wrong.append((message.id, piece.part))
    assert wrong == []
