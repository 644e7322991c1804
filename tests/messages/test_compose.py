"""Scenario x channel x language x choice becomes one message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from macros.data.model import Reason, Recruiter
from macros.data.patterns import MessagePattern
from macros.data.text import BLANKS
from macros.data.vocabulary import LANGUAGES, LEFTS, ZONES
from macros.messages.compose import circumstances, compose, fill, first_choice, greeting, text_of, values
from macros.messages.message import Choice, Segment
from macros.messages.reach import at_every_step, compose_all, lefts, reachable, spare
from tests.made import SAMPLE, edited, only

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.vocabulary import ChannelKey, Language, Outcome, Register
    from macros.messages.message import Message
    from macros.tips.check import Checked


def key_of(data: Data, outcome: Outcome) -> str:
    return next(scenario.key for scenario in data.guide.scenarios if scenario.outcome == outcome)


def shared(*paragraphs: dict[str, object], **conditions: object) -> MessagePattern:
    both = {"id": paragraphs, "en": paragraphs}
    return MessagePattern.model_validate({"outcome": "withdraw", "channels": ["email"], "text": both, **conditions})


@pytest.fixture
def one(data: Data) -> Data:
    """The data with one scenario that has no message of its own."""
    return edited(only(data, key_of(data, "withdraw")), ("scenarios", 0, "own"), ())


def write(data: Data, channel: ChannelKey = "email", language: Language = "id", **choice: object) -> Message:
    scenario = data.guide.scenarios[0]
    chosen = replace(first_choice(data, scenario), **choice)  # type: ignore[arg-type]
    return compose(data, scenario, data.guide.channel(channel), language, chosen)


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
    changed = edited(data, ("samples",), (sample,)).guide
    scenario = data.guide.scenarios[0].model_copy(update={"sample": sample.key})
    channel = next(channel for channel in data.guide.channels if channel.register_ == register)
    choice = first_choice(data, scenario)
    found = values(changed, scenario, "id", channel, datetime(2027, 4, 8, tzinfo=UTC), choice=choice)
    assert (found["recruiter"], found["address"]) == (name, you)


def test_the_blanks_are_filled_from_the_sample_and_the_choice(data: Data) -> None:
    guide = edited(data, ("samples",), (SAMPLE,)).guide
    reason = Reason(id="saya pindah", en="my family is moving")
    changed = {"sample": SAMPLE.key, "reasons": (*data.guide.scenarios[0].reasons, reason)}
    scenario = data.guide.scenarios[0].model_copy(update=changed)
    sent_at = datetime(2027, 4, 6, 9, tzinfo=ZONES["WITA"])
    choice = Choice(len(scenario.reasons) - 1, "first", "medical", "ample")
    found = values(guide, scenario, "en", guide.channel("email"), sent_at, choice=choice)
    del found["recruiter"], found["address"]
    assert found == {
        "candidate": "Dimas Prakoso",
        "given": "Dimas",
        "phone": "021-0000-0001",
        "position": "Cashier",
        "company": "PT Contoh Jaya",
        "recruiter_name": "Rina Kartika",
        "recruiter_call": "Rina",
        "step": "medical check-up",
        "step_short": "check-up",
        "reason": "my family is moving",
        "Reason": "My family is moving",
        "interview": "Thursday, 8 April, at 10:00 WITA",
        "interview_date": "8 April 2027",
        "when": "on Thursday, 8 April, at 10:00 WITA",
        "spoken": "on Thursday at ten in the morning",
        "slots": "Monday, 12 April, at 10:00 or Tuesday, 13 April, at 13:30 WITA",
        "slots_list": "- Monday, 12 April, at 10:00 WITA\n- Tuesday, 13 April, at 13:30 WITA",
        "slots_spoken": "on Monday at ten in the morning or on Tuesday, 13 April, at half past one in the afternoon",
        "slot": "Monday, 12 April, at 10:00 WITA",
        "daypart": "Good morning",
    }
    assert set(found) | {"recruiter", "address"} == BLANKS


def test_a_part_is_worded_for_its_case_or_left_out(one: Data) -> None:
    parts: dict[str, object] = {
        "decision": "Batal.",
        "thanks": {"first": "Kenalkan."},
        "apology": {"short": "Mendadak.", "urgent": "Sangat mendadak."},
    }
    changed = edited(one, ("patterns",), (shared({"subject": "Batal"}, parts),))
    assert write(changed).body == "Batal. Kenalkan."
    assert write(changed, tone="ongoing", left="short").body == "Batal. Mendadak."
    message = write(changed, tone="ongoing", left="urgent")
    assert message.body == "Batal. Sangat mendadak."
    assert message.subject is not None
    assert [piece.origin for piece in message.parts] == [
        ("patterns", 0, "text", "id", 0, "subject", "ongoing"),
        ("patterns", 0, "text", "id", 1, "decision", "ongoing"),
        ("patterns", 0, "text", "id", 1, "apology", "urgent"),
    ]
    alone = edited(one, ("patterns",), (shared({"thanks": {"ongoing": "Terima kasih."}}, {"decision": "Batal."}),))
    assert len(write(alone).paragraphs) == 1  # an empty paragraph leaves no trace


def test_a_part_follows_the_tips_of_its_kind_and_of_what_it_names(one: Data) -> None:
    parts: dict[str, object] = {"decision": "[Reason] [when].", "thanks": "Terima kasih.", "closing": "[slots]."}
    changed = edited(one, ("patterns",), (shared(parts),))
    assert [piece.tips for piece in write(changed).parts] == [(3, 4, 5, 8), (7,), (8, 9)]


def test_it_is_sent_as_the_scenario_says_or_at_an_hour_of_the_time_left(one: Data) -> None:
    changed = edited(one, ("scenarios", 0, "notice"), 30)
    found = [write(changed, left=left).case.hours_left for left in LEFTS]
    assert found == [30, 20, 1]
    found = [write(edited(one, ("scenarios", 0, "notice"), 3), left=left).case.hours_left for left in LEFTS]
    assert found == [24, 3, 1]


def test_a_message_is_named_by_what_was_chosen_instead(one: Data) -> None:
    key = one.guide.scenarios[0].key
    assert write(one).id == f"{key}-email-id"
    assert (
        write(one, "sms", "en", reason=1, tone="ongoing", step="medical", left="urgent").id
        == f"{key}-sms-en-reason-2-ongoing-medical-urgent"
    )


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


def test_only_what_is_decided_before_the_interview_has_other_times_left(data: Data) -> None:
    for outcome in (one.key for one in data.guide.outcomes):
        scenario = data.guide.scenario(key_of(data, outcome))
        timed = outcome in ("withdraw", "reschedule", "decline")
        assert lefts(data, scenario) == (LEFTS if timed else (first_choice(data, scenario).left,))
        if timed:
            assert lefts(data, scenario.model_copy(update={"notice": 0})) == ("urgent",)
    coming = data.guide.scenario(key_of(data, "attend"))
    assert lefts(data, coming.model_copy(update={"notice": 72})) == LEFTS  # whoever is late is so within the hour


def test_every_message_can_be_reached_once_by_all_that_is_chosen(one: Data) -> None:
    scenario = one.guide.scenarios[0]
    written = list(reachable(one))
    choices = {(m.channel, m.language, m.choice.reason, m.choice.tone, m.choice.left) for m in written}
    assert len(written) == len(choices) == len(scenario.channels) * 2 * len(scenario.reasons) * 2 * 3
    steps = list(at_every_step(one, written[0]))
    assert [message.choice.step for message in steps] == [step.key for step in one.guide.steps_for(scenario)]
    assert len({message.id for message in steps}) == len(steps)
    for message in steps:
        assert message.body == write(one, written[0].channel, step=message.choice.step).body
    silent = edited(one, ("patterns",), (shared({"decision": "Batal."}),))
    assert len(list(at_every_step(silent, write(silent)))) == 1


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


def test_a_pattern_that_nobody_uses_yet_is_written_for_each_channel_and_case(one: Data) -> None:
    used = shared({"decision": "Batal."})
    other = shared({"decision": "Lain."}, channels=["sms", "portal"], tones=["ongoing"])
    changed = edited(one, ("patterns",), (used, other, shared({"decision": "Tiada."}, outcome="missed")))
    found = list(spare(changed, {("patterns", 0)}))
    assert {message.body for message in found} == {"Lain."}  # no scenario has the outcome of the third
    assert {(message.channel, message.choice.tone) for message in found} == {("sms", "ongoing"), ("portal", "ongoing")}
    assert len(found) == 2 * 2 * 3
