"""Worked examples: a draft that breaks a tip, and the message that mends it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.data.model import Example
from macros.data.text import BLANK
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import compose, first_choice
from macros.tips.examine import Finding, case_of, examine
from macros.tips.examples import Piece, WorkedExample, work
from tests.made import message, rule
from tests.tips.cases import good

if TYPE_CHECKING:
    from macros.data.load import Data

BOTH = {"id": "Yth. [recruiter], saya sdh sakit.", "en": "Dear [recruiter], I am sick u."}
PLAIN = {"id": "Ya.", "en": "Yes."}


@pytest.fixture(scope="module")
def worked(data: Data) -> list[WorkedExample]:
    return [work(data, example, language) for example in data.guide.examples for language in LANGUAGES]


def draft(data: Data, **fields: object) -> Example:
    """An example by SMS for a scenario that one answers by e-mail and WhatsApp."""
    chosen = next(
        scenario.key
        for scenario in data.guide.scenarios
        if scenario.outcome == "withdraw" and {"email", "whatsapp"} <= set(scenario.channels)
    )
    given = {"tip": 3, "scenario": chosen, "channel": "whatsapp", "before": BOTH, "breaks": ["3"], "lesson": PLAIN}
    return Example.model_validate(given | fields)


def test_every_tip_has_an_example_and_every_draft_breaks_the_tips_of_its_record(
    data: Data, worked: list[WorkedExample]
) -> None:
    assert {one.example.tip for one in worked} == {tip.number for tip in data.table.tips}
    wrong = [
        (one.example.tip, one.case.language, one.tips)
        for one in worked
        if one.tips != tuple(sorted(one.example.breaks)) or one.example.tip not in one.tips
    ]
    assert wrong == []


def test_the_message_beside_a_draft_mends_it(data: Data, worked: list[WorkedExample]) -> None:
    broken = [
        one.after.id for one in worked for found in examine(case_of(one.after), data.table) if found.status == "fix"
    ]
    assert broken == []
    assert [
        one.after.id for one in worked if one.after.channel not in data.guide.scenario(one.after.scenario).channels
    ] == []
    assert [one.after.id for one in worked if one.after.body == one.case.body] == []


def test_no_draft_has_a_blank_left_and_only_an_email_has_a_subject(worked: list[WorkedExample]) -> None:
    assert [one.case.body for one in worked if BLANK.search(one.case.body + (one.subject or ""))] == []
    assert [one.example.tip for one in worked if (one.subject is not None) != (one.case.channel == "email")] == []


def test_a_draft_is_examined_as_it_was_sent(data: Data) -> None:
    plain = draft(data)
    scenario = data.guide.scenario(plain.scenario)
    one = work(data, plain, "id")
    at = one.case.circumstances
    assert (at.sent_via, at.invited_via, at.hours_left) == ("whatsapp", "whatsapp", scenario.notice)
    assert (one.case.language, one.case.outcome, one.subject) == ("id", scenario.outcome, None)
    assert one.after == compose(data, scenario, data.guide.channel("whatsapp"), "id", first_choice(data, scenario))
    assert one.case.facts == case_of(one.after).facts
    assert one.case.reason is None
    assert one.broken == tuple(found for found in examine(one.case, data.table) if found.status == "fix")
    assert one.example is plain

    other = work(
        data, draft(data, invited_via="email", notice="0", subject={"id": "Batal, [candidate]", "en": "No"}), "id"
    )
    at = other.case.circumstances
    assert (at.sent_via, at.invited_via, at.hours_left) == ("whatsapp", "email", 0)
    late = replace(first_choice(data, scenario), left="urgent")
    assert other.after == compose(data, scenario, data.guide.channel("email"), "id", late)
    assert other.subject == f"Batal, {data.guide.sample(scenario.sample).candidate}"


def test_a_draft_speaks_in_the_register_of_its_channel(data: Data) -> None:
    name = data.guide.sample(data.guide.scenario(draft(data).scenario).sample).recruiter
    form = data.guide.address(name.address).name
    for channel, wording in (("whatsapp", form.id.semiformal), ("email", form.id.formal)):
        said = wording.replace("[recruiter_name]", name.name).replace("[recruiter_call]", name.call)
        assert said in work(data, draft(data, channel=channel), "id").case.body


def test_the_pieces_are_the_draft_cut_at_every_edge_of_an_offence(data: Data) -> None:
    example = draft(data)
    case = good("id")
    broken = (
        Finding(rule("5.3"), "fix", ((30, 33), (36, 39))),
        Finding(rule("3.4"), "fix", ((32, 37),)),
        Finding(rule("8.1"), "fix"),
        Finding(rule("5.4"), "fix", ((32, 37),)),
    )
    body = case.body
    one = WorkedExample(example, case, None, broken, message())
    assert one.tips == (3, 5, 8)
    assert one.pieces == (
        Piece(body[:30]),
        Piece(body[30:32], ("5.3",)),
        Piece(body[32:33], ("3.4", "5.3", "5.4")),
        Piece(body[33:36], ("3.4", "5.4")),
        Piece(body[36:37], ("3.4", "5.3", "5.4")),
        Piece(body[37:39], ("5.3",)),
        Piece(body[39:]),
    )
    assert WorkedExample(example, case, None, (), message()).pieces == (Piece(body),)
