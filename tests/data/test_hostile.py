"""Hostile values in every field of a scenario: refused on the field's own line, or loaded as the text that was written.

What the built site makes of the texts that are left is shown in tests/site/test_hostile.py.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.data.load import load
from macros.data.model import Scenario
from macros.data.nodes import DataError
from macros.data.reader import parse
from tests.hostile import PLACES, VALUES, all_attacks, is_text, settle, value_at

if TYPE_CHECKING:
    from pathlib import Path


def test_every_field_takes_a_hostile_value_as_text_or_tells_it_on_its_line(tmp_path: Path) -> None:
    attacks = all_attacks()
    data = load(settle(attacks, tmp_path))
    assert {place[0] for place in PLACES} == set(Scenario.model_fields)
    accepted = Counter(place for attack in attacks for place in attack.accepted)
    # Only a text takes what is no key; a key takes a few of the values that happen to be keys, like "null".
    assert [place for place in PLACES if (accepted[place] > 4) != is_text(place)] == []
    for attack, scenario in zip(attacks, data.guide.scenarios[-len(attacks) :], strict=True):
        loaded, record = scenario.model_dump(), attack.record
        changed = [place for place in attack.accepted if str(value_at(loaded, place)) != str(value_at(record, place))]
        assert changed == [], attack.value


def test_a_value_without_quotes_is_that_text_or_a_mistake_from_its_line_on() -> None:
    for value in VALUES.values():
        text = f"scenarios:\n  - key: a\n    title:\n      en: b\n      id: {value}\n    when: c\n"
        try:
            root, found = parse(text, "scenarios.yml")
        except DataError as error:
            found = list(error.diagnostics)
            assert found
        else:
            read = {".".join(map(str, way)): str(node.value) for way, node in root.texts()}
            assert found or read.get("scenarios.0.title.id", "") in value
        assert [one for one in found if one.line < 5] == [], value
