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


def test_every_text_is_set_as_in_print(checked: Checked) -> None:
    wrong = [
        (message.id, found[0])
        for message in checked.messages
        for text in (message.body, message.subject.text if message.subject else "")
        if (found := re.search(r"  |\s[.,;:?!]|\.\.|,,|,\.|[][{}<>]|^\s|\s$|\n\n\n|\n | \n", text))
    ]
    assert wrong == []


def test_every_sentence_starts_with_a_capital_and_every_part_ends_like_one(checked: Checked) -> None:
    ends: dict[str, tuple[str, ...]] = {"greeting": (".", ","), "subject": ("",), "signature": ("",)}
    wrong = [
        (message.id, part.part, sentence)
        for message in checked.messages
        for part in message.parts
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", part.text)
        if not (sentence[0].isupper() or sentence[0].isdigit())
        or not part.text.endswith(ends.get(part.part, (".", "?")))
    ]
    assert wrong == []


def test_the_greeting_fits_the_hour(checked: Checked) -> None:
    def said(message: Message) -> set[str]:
        return {word for _, word in GREETINGS[message.language] if re.search(rf"(?:Selamat|Good) {word}", message.body)}

    def right(message: Message) -> set[str]:
        greetings, hour = GREETINGS[message.language], message.case.sent_at.hour
        return {next(word for until, word in greetings if hour < until)}

    assert [m.id for m in checked.messages if said(m) != right(m) and (said(m) or m.channel != "email")] == []
