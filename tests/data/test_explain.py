"""A finding is told in the author's words, and none that another one brings about. `test_mistakes` shows every kind."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from macros.data.explain import diagnostics_of, suggest
from macros.data.fields import Both, Record, Text
from macros.data.model import Sample, Scenario
from macros.data.nodes import Node
from macros.data.shared import Channel
from tests.strategies import RAW

if TYPE_CHECKING:
    from collections.abc import Iterator


class Named(Record):
    names: dict[str, Both[Text]]


RECORD: dict[str, Any] = next(each for each in RAW["scenarios"] if each["key"] == "sakit")


def node_of(value: Any, line: Iterator[int]) -> Node:  # noqa: ANN401 - YAML has no type
    """`value` as the reader would give it, every node on a line of its own."""
    here = next(line)
    if isinstance(value, dict):
        return Node({key: node_of(inner, line) for key, inner in value.items()}, here)
    if isinstance(value, list):
        return Node([node_of(inner, line) for inner in value], here)
    return Node(value, here)


def told(kind: type[Record], value: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(value)
    return [f"{one.code} {one.text}" for one in diagnostics_of(caught.value, kind, node_of(value, count(1)), "f.yml")]


def test_the_word_that_was_probably_meant_is_suggested() -> None:
    known = ["outcome", "title", "reasons", "when", "caution", "sample"]
    for word, meant in {
        "alasn": "reasons", "alasan": "reasons", "judul": "title", "kapan": "when", "hasil": "outcome",
        "peringatan": "caution", "titel": "title", "contoh": "sample",
    }.items():  # fmt: skip
        assert suggest(word, known) == f' — did you mean "{meant}"?'
    assert suggest("judul", ["reasons", "slug"]) == "; known here: reasons, slug"
    assert suggest("xyzzy", list("abcdefghijkl")) == "; known here: a, b, c, d, e, f, g, h, i, j, k, l"
    assert suggest("xyzzy", list("abcdefghijklm")) == "; known here: a, b, c, d, e, f, g, h, i, j, k, l, …"


def test_a_misspelt_field_is_told_and_not_also_missed() -> None:
    record = {("alasn" if key == "reasons" else key): value for key, value in RECORD.items()}
    assert told(Scenario, record) == ['S012 unknown field "alasn" — did you mean "reasons"?']
    del record["when"]
    assert 'S013 field "when" is missing; add it' in told(Scenario, record)
    channel = {("regster" if key == "register" else key): value for key, value in RAW["channels"][0].items()}
    assert told(Channel, channel) == ['S012 unknown field "regster" — did you mean "register"?']
    for field, cure in {
        "eng": ' in "title" — did you mean "en"?',
        "en:Sick": ' in "title" is taken for a field; put a space after the colon',
    }.items():
        (said,) = told(Scenario, {**RECORD, "title": {"id": "Sakit", field: ""}})
        assert said.endswith(f'"{field}"{cure}')
        # A field with a value was meant as one.
        assert told(Scenario, {**RECORD, "title": {**RECORD["title"], field: "x"}})[0].startswith("S012 unknown field")


def test_a_list_that_is_short_of_wrong_entries_is_told_only_of_those() -> None:
    said = told(Scenario, {**RECORD, "keywords": {"id": [""], "en": ["a"]}})
    assert said == ["S030 keywords.id.0: is empty; write a text or remove the field"]


def test_what_is_wrong_deep_inside_names_its_place() -> None:
    (said,) = told(Named, {"names": {"a": {"id": "x", "en": "y", "in": "z"}}})
    assert said.startswith('S012 unknown field "in" in "names.a"')
    text = {"id": [{"decision": "Batal."}], "en": [{"decision": "No."}]}
    own = [{"channels": ["sms"], "text": text, "kanal": "x"}]
    (said,) = told(Scenario, {**RECORD, "own": own})
    assert said.startswith('S012 unknown field "kanal" in "own.0"; known here: channels, tones, text')
    slots = [f"2027-04-{day} 10:00" for day in (12, 13, 14, 15)]
    assert told(Sample, {**RAW["samples"][0], "slots": slots}) == ["S015 slots: has 4 entries; 3 are needed"]
    assert told(Both[Text], "a") == ["S014 the record: must have the fields id, en"]
