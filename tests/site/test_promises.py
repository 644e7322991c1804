"""What other programs rely on: the marks of a message card, the published data, addresses that stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.data.load import CODES, DATA
from macros.data.vocabulary import LANGUAGES, PLACES
from macros.site.editions import ROOTS
from tests.site.builds import BASE
from tests.site.documents import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.messages.message import Message
    from macros.tips.check import Checked


def test_messages_json_holds_every_message(site_dir: Path, checked: Checked) -> None:
    records = json.loads((site_dir / "data" / "messages.json").read_text("utf-8"))
    assert [record["id"] for record in records] == [message.id for message in checked.messages]
    fields = {
        "id", "scenario", "channel", "language", "outcome", "register", "subject", "body", "words", "parts", "case",
    }  # fmt: skip
    circumstances = {"invited_via", "sent_via", "sent_at", "interview_at"}
    wrong = []
    for record, message in zip(records, checked.messages, strict=True):
        said = [part["text"] for part in record["parts"] if part["part"] != "subject"]
        if (
            record["body"] != message.body
            or record["subject"] != (message.subject.text if message.subject else None)
            or not fields <= record.keys()
            or record["case"].keys() != circumstances
            or {"part", "tips", "text"} != set().union(*record["parts"])
            or not all(text in record["body"] for text in said)
        ):
            wrong.append(record["id"])
    assert wrong == []


def test_the_data_are_published_once_and_as_they_are(site_dir: Path) -> None:
    assert not (site_dir / "en" / "data").exists()
    for source in DATA.parent.iterdir():
        assert (site_dir / "data" / source.name).read_bytes() == source.read_bytes(), source.name
    rules = json.loads((site_dir / "data" / "tips.json").read_text("utf-8"))
    assert len(rules["tips"]) == 9


def test_addresses_that_were_published_stay(site_dir: Path) -> None:
    assert (site_dir / "data" / "rules.yml").read_text("utf-8") == CODES.read_text("utf-8")
    kept = ["contoh/sakit/", "cara/1-gunakan-media-yang-sama/", "kontribusi/", "tentang/"]
    kept += ["en/examples/sick/", "en/tips/1-use-the-same-medium/", "en/contribute/", "en/about/"]
    assert [page for page in kept if not (site_dir / page / "index.html").is_file()] == []


def unlike(card: Element, message: Message) -> Iterator[str]:
    """Each mark of a card that is not as the message wants it."""
    elements = {element.get("class"): element for element in card.iter()}
    parts = [element for element in card.iter() if element.get("data-part")]
    blanks = [element.get("data-blank") for element in card.iter() if element.get("data-blank")]
    marks: dict[str, tuple[object, object]] = {
        "class": ("message" in card.get("class", "").split(), True),
        "scenario": (card.get("data-scenario"), message.scenario),
        "channel": (card.get("data-channel"), message.channel),
        "language": (card.get("data-language"), message.language),
        "outcome": (card.get("data-outcome"), message.outcome),
        "body": (text_of(elements["message-body"]), message.body),
        "parts": ([part.get("data-part") for part in parts], [part.part for part in message.parts]),
        "tips": ([part.get("data-tips") for part in parts], [" ".join(map(str, part.tips)) for part in message.parts]),
        "blanks": (blanks, [segment.blank for part in message.parts for segment in part.segments if segment.blank]),
    }
    if message.subject:
        marks["subject"] = (text_of(elements["message-subject"]), message.subject.text)
    yield from (name for name, (found, wanted) in marks.items() if found != wanted)


def test_cards_keep_their_marks_and_show_the_message_to_the_letter(
    documents: dict[str, Element], checked: Checked
) -> None:
    scenarios = {scenario.key: scenario for scenario in checked.data.guide.scenarios}
    for language in LANGUAGES:
        wrong = []
        for message in checked.messages:
            slug = scenarios[message.scenario].slug[language]
            page = documents[f"{BASE}{ROOTS['id'][language]}{PLACES[language]['examples']}{slug}/"]
            (card,) = (element for element in page.iter("article") if element.get("id") == message.id)
            wrong += [(language, message.id, mark) for mark in unlike(card, message)]
        assert wrong == []
