"""Worked examples: a draft that breaks a tip, and the message that mends it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from macros.tips.examples import worked_examples
from macros.data.load import load
from macros.data.table import table
from macros.data.text import BLANK
from macros.tips.examine import case_of, examine
from macros.data.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from macros.tips.examples import WorkedExample
    from macros.data.vocabulary import Language

GUIDE = load()
TABLE = table()
TIPS = tuple(tip.number for tip in TABLE.tips)
WORKED = [
    pytest.param(worked, id=f"{tip}-{worked.example.scenario}-{language}")
    for language in LANGUAGES
    for tip in TIPS
    for worked in worked_examples(GUIDE, TABLE, tip, language)
]
every_example = pytest.mark.parametrize("worked", WORKED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tip", range(1, 10))
def test_every_tip_has_an_example(tip: int, language: Language) -> None:
    found = worked_examples(GUIDE, TABLE, tip, language)
    assert found
    assert [one.example for one in found] == [one for one in GUIDE.examples if one.tip == tip]


def test_no_example_is_left_out() -> None:
    assert len(WORKED) == len(GUIDE.examples) * len(LANGUAGES)


@every_example
def test_the_draft_breaks_exactly_the_tips_of_its_record(worked: WorkedExample) -> None:
    assert worked.tips == tuple(sorted(worked.example.breaks))


@every_example
def test_the_draft_breaks_its_own_tip(worked: WorkedExample) -> None:
    assert worked.example.tip in worked.tips


@every_example
def test_the_message_that_mends_it_breaks_none(worked: WorkedExample) -> None:
    assert [found.rule.id for found in examine(case_of(worked.after), TABLE) if found.status == "fix"] == []


@every_example
def test_the_message_is_the_scenario_s_own_where_the_invitation_came(worked: WorkedExample) -> None:
    assert worked.after.scenario == worked.example.scenario
    assert worked.after.channel == (worked.example.invited_via or worked.example.channel)
    assert worked.after.channel in GUIDE.scenario(worked.example.scenario).channels
    assert worked.after.language == worked.case.language
    assert worked.after.body != worked.case.body


@every_example
def test_the_pieces_are_the_draft(worked: WorkedExample) -> None:
    assert "".join(piece.text for piece in worked.pieces) == worked.case.body
    assert all(piece.text for piece in worked.pieces)


@every_example
def test_every_offending_word_is_marked_with_its_rule(worked: WorkedExample) -> None:
    expected = [set[str]() for _ in worked.case.body]
    for found in worked.broken:
        for start, end in found.spans:
            for marks in expected[start:end]:
                marks.add(found.rule.id)
    marked = [set(piece.rules) for piece in worked.pieces for _ in piece.text]
    assert marked == expected


@every_example
def test_neighbouring_pieces_meet_at_an_edge_of_an_offence(worked: WorkedExample) -> None:
    edges = {edge for found in worked.broken for span in found.spans for edge in span}
    position = 0
    for piece, _following in pairwise(worked.pieces):
        position += len(piece.text)
        assert position in edges


@every_example
def test_the_draft_has_no_blank_left(worked: WorkedExample) -> None:
    assert BLANK.search(worked.case.body) is None
    assert worked.subject is None or BLANK.search(worked.subject) is None


@every_example
def test_only_an_email_has_a_subject(worked: WorkedExample) -> None:
    assert (worked.subject is not None) == (worked.case.channel == "email")
