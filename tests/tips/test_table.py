"""The table of the tips and their rules: `docs/data/tips.yml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from macros.data.load import TIPS, load
from macros.data.nodes import DataError
from macros.data.vocabulary import LANGUAGES, ChannelKey

if TYPE_CHECKING:
    from pathlib import Path

    from macros.data.load import Data

# Escapes that mean the same to Python and to JavaScript, with its flag "u" and without.
SHARED_ESCAPES = set(r"bBdDsSwW.^$*+?()[]{}|\/")
FOREIGN = (
    *(r"(?<=a)b", r"(?<!a)b", r"(?P<n>a)", r"(?<n>a)", r"(?P=n)", r"(?i)a", r"(?i:a)", r"(?>a)", r"(?#a)"),
    *(r"(a)(?(1)b)", r"a++", r"a*+", r"a?+", r"a{2}+", r"[a]++", r"a{,3}"),
    *(r"\Aa", r"a\Z", r"\Ga", r"\N{DIGIT ONE}", r"\p{L}", r"\-"),
)
SHARED = (r"\\A", r"\(?<", r"[+]+", r"a+?", r"(?:a|b)+", r"a(?=b)(?!c)", r"\d{1,2}", r"\++")


def foreign(pattern: str) -> list[str]:
    """The syntax in `pattern` that Python and JavaScript do not share."""
    bare = re.sub(r"\[[^\]]*\]", "C", re.sub(r"\\.", "x", pattern))
    return [
        *(rf"\{escape}" for escape in re.findall(r"\\(.)", pattern) if escape not in SHARED_ESCAPES),
        *re.findall(r"\(\?(?![:=!]).{0,2}", bare),
        *re.findall(r"[*+?}]\+", bare),
        *re.findall(r"\{,", bare),
    ]


def test_the_patterns_use_only_what_python_and_javascript_share_and_match_something(data: Data) -> None:
    assert [pattern for pattern in FOREIGN if not foreign(pattern)] == []
    assert [pattern for pattern in SHARED if foreign(pattern)] == []
    named = {f"rule {rule.id}": rule.pattern for rule in data.table.rules if rule.pattern} | data.table.patterns
    wrong = [
        (name, language)
        for name, pattern in named.items()
        for language in LANGUAGES
        if foreign(pattern[language]) or pattern.matches("", language)
    ]
    assert wrong == []


def test_the_rules_of_each_tip_are_numbered_in_order_and_each_tip_has_its_own_address(data: Data) -> None:
    table = data.table
    numbers = [rule.id for rule in table.rules]
    assert numbers == sorted(set(numbers))  # with gaps: the number of a rule that went is not given again
    assert all(table.of_tip(number) and table.tip(number).number == number for number in range(1, 10))
    assert [len({tip.slug[language] for tip in table.tips}) for language in LANGUAGES] == [9, 9]


def test_a_pattern_gives_every_place_without_regard_to_case_unless_told(data: Data) -> None:
    thanks = next(rule.pattern for rule in data.table.rules if rule.id == "7.1")
    assert thanks
    assert thanks.matches("Terima Kasih, terima kasih", "id") == [(0, 12), (14, 26)]
    assert thanks.matches("Terima Kasih, terima kasih", "id", case=True) == [(14, 26)]


@pytest.mark.parametrize(
    ("hours", "stage"),
    [
        *((336, "early"), (48, "early"), (47.9, "good"), (24, "good"), (23.9, "short"), (2, "short")),
        *((1.9, "urgent"), (0, "urgent"), (-0.1, "past"), (-72, "past")),
    ],
)
def test_stages_begin_at_48_24_2_and_0_hours(data: Data, hours: float, stage: str) -> None:
    assert data.table.limits.stage(hours) == stage


def test_the_limits_make_sense(data: Data) -> None:
    limits = data.table.limits
    assert all(0 < least < most for least, most in (limits.words[channel] for channel in get_args(ChannelKey)))
    assert limits.stages.early > limits.stages.good > limits.stages.short > limits.stages.urgent == 0


@pytest.mark.parametrize(
    ("old", "new", "code", "cure"),
    [
        ("check: same_channel", "check: same_chanel", "S020", 'did you mean "same_channel"?'),
        ("check: called_first", "chek: called_first", "S012", 'did you mean "check"?'),
        ("pattern: {id: '!'", "pattern: {id: '('", "S026", "is not a regular expression: missing )"),
        ('- id: "1.1"', '- id: "1.10"', "S021", '"1.10" does not have the form'),
        ("{early: 48, good: 24,", "{early: 48,", "S013", '"limits.stages.good" is missing'),
        ("sms: [12, 60], ", "", "S013", '"limits.words.sms" is missing'),
        ("sentences: 7", "sentences: seven", "S022", '"seven" is not a whole number'),
        ("number: 9", "number: 10", "S022", "10 is out of range; it is 9 at most"),
    ],
)
def test_a_mistake_in_the_table_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: str, cure: str) -> None:
    text = TIPS.read_text(encoding="utf-8")
    path = tmp_path / "tips.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tips=path)
    first = caught.value.diagnostics[0]
    assert (first.path, first.code) == (path.as_posix(), code)
    assert cure in first.text
    line = text.count("\n", 0, text.index(old)) + 1
    assert line - 1 <= first.line <= line
