from __future__ import annotations

from typing import TYPE_CHECKING

from macros.data.table import Pattern

if TYPE_CHECKING:
    from macros.data.load import Data


def test_each_stage_begins_at_its_hour(data: Data) -> None:
    hours = (1000, 48, 47.9, 24, 23.9, 2, 1.9, 0, -0.1, -72)
    stages = [data.table.limits.stage(hour) for hour in hours]
    assert stages == ["early", "early", "good", "good", "short", "short", "urgent", "urgent", "past", "past"]
    assert data.table.limits.words["sms"] == (data.table.limits.words.sms[0], data.table.limits.words.sms[1])


def test_a_pattern_is_found_in_its_language_in_any_case_unless_case_counts() -> None:
    pattern = Pattern(id="saya", en="i am")
    assert pattern.matches("Saya sakit, saya mundur. I am", "id") == [(0, 4), (12, 16)]
    assert pattern.matches("Saya. I am", "en") == [(6, 10)]
    assert pattern.matches("Saya sakit, saya mundur.", "id", case=True) == [(12, 16)]


def test_every_tip_has_its_number_place_and_rules(data: Data) -> None:
    table = data.table
    for number, tip in enumerate(table.tips, start=1):
        assert table.tip(number) is tip
        assert tip.place("id") == f"cara/{number}-{tip.slug.id}/"
        assert tip.place("en") == f"tips/{number}-{tip.slug.en}/"
        rules = table.of_tip(number)
        assert rules
        for rule in rules:
            assert (rule.tip, rule.anchor) == (number, f"aturan-{number}-{rule.id[2:]}")
    assert len({rule.id for rule in table.rules}) == len(table.rules)


def test_a_rule_that_names_a_pattern_has_it(data: Data) -> None:
    because = data.table.patterns["because"]
    assert because in [rule.pattern for rule in data.table.rules]
    assert because.matches("Karena sakit, maaf", "id") == [(0, 6)]
