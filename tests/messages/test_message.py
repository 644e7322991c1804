"""A finished message: what is read off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.messages.message import MessagePart, Segment, words
from tests.made import message, part

if TYPE_CHECKING:
    from macros.tips.check import Checked


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Saya menarik diri.", 3), ("pukul 10.00 WIB", 3), ("Staf – Kasir …", 2), ("a\n\nb  c", 3), ("«é»", 1)],
)
def test_a_word_has_a_letter_or_a_digit(text: str, count: int) -> None:
    assert words(text) == count


def test_a_part_says_its_segments_one_after_another() -> None:
    assert (
        MessagePart("greeting", (), (Segment("Yth. "), Segment("Ibu", "address"), Segment(",")), ()).text == "Yth. Ibu,"
    )


def test_the_body_joins_sentences_by_a_space_and_paragraphs_by_an_empty_line() -> None:
    first, second, third, subject = part("Satu."), part("Dua, tiga."), part("Empat"), part("Perihal")
    written = message((first, second), (third,), subject=subject, scenario="sakit", channel="sms", language="en")
    assert written.body == "Satu. Dua, tiga.\n\nEmpat"
    assert written.words == 4
    assert written.parts == (subject, first, second, third)
    assert message((first,), (third,)).parts == (first, third)
    assert written.id == "sakit-sms-en"


@pytest.mark.parametrize("hours", [336, 1.5, 0, -3])
def test_the_hours_left_fall_below_zero_after_the_interview(hours: float) -> None:
    assert message(hours=hours).case.hours_left == hours


def test_every_message_of_the_guide_is_well_shaped(checked: Checked) -> None:
    ids = [one.id for one in checked.messages]
    assert len(set(ids)) == len(ids)
    wrong = [
        one.id
        for one in checked.messages
        if (one.subject is not None) != (one.channel == "email")
        or any(part.part == "subject" for paragraph in one.paragraphs for part in paragraph)
        or not all(one.paragraphs)
        or any(not part.text or part.text != part.text.strip() for part in one.parts)
    ]
    assert wrong == []
