"""Every message of the real data: what the rules of the tips do not judge, and a reader would notice at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.data.vocabulary import Language
    from macros.messages.message import Message
    from macros.tips.check import Checked

# The greeting that ends before each hour; written here a second time, so that a slip in the data shows.
GREETINGS: dict[Language, tuple[tuple[int, str], ...]] = {
    "id": ((4, "malam"), (11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam")),
    "en": ((4, "evening"), (12, "morning"), (18, "afternoon"), (24, "evening")),
}

_LISTED = re.compile(r"\n- .*")  # the other times, each on a line of its own


def test_every_text_is_set_as_in_print(checked: Checked) -> None:
    wrong = [
        (message.id, found[0])
        for message in checked.messages
        for text in (message.body, message.subject.text if message.subject else "")
        if (found := re.search(r"  |\s[.,;:?!]|\.\.|,,|,\.|[][{}<>]|^\s|\s$|\n\n\n|\n | \n", text))
    ]
    assert wrong == []


def test_every_paragraph_is_made_of_sentences(checked: Checked) -> None:
    wrong = [
        (message.id, text)
        for message in checked.messages
        for paragraph in message.paragraphs
        if not {part.part for part in paragraph} <= {"greeting", "signature"}
        for text in [" ".join(_LISTED.sub("", part.text) for part in paragraph)]
        if not text.endswith((".", "?", ":"))
        or not all(sentence[0].isupper() for sentence in re.split(r"(?<=[.!?])\s+", text))
    ]
    assert wrong == []


def test_the_greeting_fits_the_hour(checked: Checked) -> None:
    def said(message: Message) -> set[str]:
        return {word for _, word in GREETINGS[message.language] if re.search(rf"(?:Selamat|Good) {word}", message.body)}

    def right(message: Message) -> set[str]:
        greetings, hour = GREETINGS[message.language], message.case.sent_at.hour
        return {next(word for until, word in greetings if hour < until)}

    assert [m.id for m in checked.messages if said(m) and said(m) != right(m)] == []
    assert [m.id for m in checked.messages if m.channel == "phone" and not said(m)] == []


def test_nothing_is_said_of_which_the_reader_has_no_use(checked: Checked) -> None:
    """Every step, sample and blank that the data offer is in some message."""
    guide = checked.data.guide
    assert {scenario.sample for scenario in guide.scenarios} == {sample.key for sample in guide.samples}
    said = {segment.blank for message in checked.messages for part in message.parts for segment in part.segments}
    assert {"step", "when", "spoken", "reason", "Reason", "slots", "slots_spoken"} <= said
