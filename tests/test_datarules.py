from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data.datarules import DATA_RULES, data_rules
from macros.data.nodes import DataError

if TYPE_CHECKING:
    from pathlib import Path


def test_numbers_have_one_form_and_are_apart_from_the_tips() -> None:
    assert all(re.fullmatch(r"S0\d\d", number) for number in data_rules())


def test_every_rule_is_explained_in_both_languages_and_no_two_alike() -> None:
    rules = data_rules().values()
    for texts in ([rule.problem for rule in rules], [rule.cure for rule in rules]):
        assert all(text.id != text.en and text.id.endswith(".") and text.en.endswith(".") for text in texts)
    assert len({rule.problem.en for rule in rules}) == len({rule.problem.id for rule in rules}) == len(rules)


def test_an_example_shows_wrong_and_right() -> None:
    examples = [rule.example for rule in data_rules().values() if rule.example]
    assert examples
    assert all(re.fullmatch(r"\S.* → \S.*", example) for example in examples)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: must", "severity: most", 'S020 "S001": severity: "most" is not known'),
        ("  cure:", "  cures:", 'S012 "S001": unknown field "cures" — did you mean "cure"?'),
    ],
)
def test_a_mistake_in_the_table_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = DATA_RULES.read_text(encoding="utf-8")
    path = tmp_path / "rules.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        data_rules(path)
    (mistake,) = caught.value.mistakes
    line = text[: text.index(old)].count("\n") + 1
    assert str(mistake).startswith(f"{path.as_posix()}:{line}: {said}")
