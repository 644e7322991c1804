"""The validator's findings as sentences: each names the field, and none is told that another one brings about."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from macros.data.explain import diagnostics_of, suggest
from macros.data.fields import Both, Record, Text
from macros.data.model import Scenario
from macros.data.nodes import Node
from macros.data.phrases import Channel
from tests.strategies import RAW, with_value

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORD: dict[str, Any] = next(each for each in RAW["scenarios"] if each["key"] == "sakit")


def node_of(value: Any, line: Iterator[int]) -> Node:  # noqa: ANN401 - YAML has no type
    """`value` as the reader would give it, every node on a line of its own."""
    here = next(line)
    if isinstance(value, dict):
        return Node({key: node_of(inner, line) for key, inner in value.items()}, here)
    if isinstance(value, list):
        return Node([node_of(inner, line) for inner in value], here)
    return Node(value, here)


def told(kind: type[Record], value: object, label: str = "") -> list[str]:
    node = node_of(value, count(1))
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(value)
    return [f"{one.code} {one.text}" for one in diagnostics_of(caught.value, kind, node, "f.yml", label)]


def test_the_word_that_was_probably_meant_is_suggested() -> None:
    known = ["outcome", "title", "reason", "when", "caution", "sample"]
    for word, meant in {
        "alasn": "reason", "alasan": "reason", "judul": "title", "kapan": "when", "hasil": "outcome",
        "peringatan": "caution", "titel": "title", "contoh": "sample",
    }.items():  # fmt: skip
        assert suggest(word, known) == f' — did you mean "{meant}"?'
    assert suggest("judul", ["reason", "slug"]) == "; known here: reason, slug"
    assert suggest("xyzzy", list("abcdefghijkl")) == "; known here: a, b, c, d, e, f, g, h, i, j, k, l"
    assert suggest("xyzzy", list("abcdefghijklm")) == "; known here: a, b, c, d, e, f, g, h, i, j, k, l, …"


def test_a_misspelt_field_is_told_and_not_also_missed() -> None:
    record = {("alasn" if key == "reason" else key): value for key, value in RECORD.items()}
    assert told(Scenario, record) == ['S012 unknown field "alasn" — did you mean "reason"?']
    channel = {("regster" if key == "register" else key): value for key, value in RAW["channels"][0].items()}
    assert told(Channel, channel) == ['S012 unknown field "regster" — did you mean "register"?']
    title = {"id": "Sakit", "eng": "Sick"}
    assert told(Scenario, {**RECORD, "title": title}) == ['S012 unknown field "eng" in "title" — did you mean "en"?']
    del record["sample"]
    assert 'S013 field "sample" is missing; add it' in told(Scenario, record)


def test_a_text_that_was_taken_for_a_field_gets_its_cure() -> None:
    for field, cure in {
        "en:Sick": '"en:Sick" in "title" is taken for a field; put a space after the colon',
        "jadi tidak hadir": '"jadi tidak hadir" in "title" is taken for a field; put double quotes around a text with',
    }.items():
        said = told(Scenario, {**RECORD, "title": {"id": "Sakit", field: ""}})
        assert any(one.startswith(f"S012 {cure}") for one in said)
        assert told(Scenario, {**RECORD, "title": {**RECORD["title"], field: "x"}})[0].startswith("S012 unknown field")
    # With the colon the field that was meant is known: it is not missed as well.
    assert len(told(Scenario, {**RECORD, "title": {"id": "Sakit", "en:Sick": ""}})) == 1


def test_a_list_that_is_short_of_wrong_entries_is_told_only_of_those() -> None:
    assert told(Scenario, {**RECORD, "keywords": {"id": [""], "en": ["a"]}}) == [
        "S030 keywords.id.0: is empty; write a text or remove the field"
    ]
    assert told(Scenario, {**RECORD, "channels": []}) == ["S015 channels: has 0 entries; 1 are needed"]


def test_each_finding_names_its_field_and_comes_with_its_line() -> None:
    cases: dict[str, tuple[tuple[str | int, ...], object]] = {
        "S014 title.en: must be one text": (("title", "en"), ["a"]),
        "S014 channels: must be a list, like [a, b]": (("channels",), "email"),
        "S014 title: must have the fields id, en": (("title",), "a"),
        "S014 reason.en: must have the fields formal, semiformal": (("reason", "en"), []),
        'S020 channels.0: "fax" is not known; known here: email, whatsapp, phone, sms, linkedin, portal':
            (("channels",), ["fax"]),
        'S021 key: "A b" does not have the form of small letters, digits and hyphens, like hari-raya':
            (("key",), "A b"),
        "S022 notice: 337 is out of range; it is 336 at most": (("notice",), "337"),
        "S022 notice: -73 is out of range; it is -72 at least": (("notice",), "-73"),
        'S022 notice: "1_0" is not a whole number': (("notice",), "1_0"),
        "S031 title.id: has 71 characters; at most 70 fit": (("title", "id"), "a" * 71),
        "S032 when.en: has spaces at an end or two in a row; remove them": (("when", "en"), " a"),
    }  # fmt: skip
    for said, (way, value) in cases.items():
        assert told(Scenario, with_value(RECORD, way, value), "here: ") == [said.replace(" ", " here: ", 1)]
    node = node_of({**RECORD, "title": {"id": "a", "en": ["b"]}}, count(1))
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate(node.plain())
    (one,) = diagnostics_of(caught.value, Scenario, node, "f.yml")
    assert (one.path, one.line) == ("f.yml", node.line_at(("title", "en")))


def test_a_record_that_is_no_map_is_told_what_it_must_have() -> None:
    assert told(Both[Text], "a") == ["S014 the record: must have the fields id, en"]
