from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from macros.data.load import DATA, ROOT
from macros.data.table import TABLE, Rule, table
from macros.data.nodes import DataError, read
from macros.data.vocabulary import ChannelKey

if TYPE_CHECKING:
    from pathlib import Path

    from macros.data.nodes import Node

# Escapes that mean the same to Python and to JavaScript, with its flag "u" and without.
SHARED_ESCAPES = set(r"bBdDsSwW.^$*+?()[]{}|\/")


def foreign(pattern: str) -> list[str]:
    """The syntax in `pattern` that Python and JavaScript do not share."""
    bare = re.sub(r"\[[^\]]*\]", "C", re.sub(r"\\.", "x", pattern))
    return [
        *(rf"\{escape}" for escape in re.findall(r"\\(.)", pattern) if escape not in SHARED_ESCAPES),
        *re.findall(r"\(\?(?![:=!]).{0,2}", bare),
        *re.findall(r"[*+?}]\+", bare),
        *re.findall(r"\{,", bare),
    ]


def patterns() -> list[tuple[str, str]]:
    return [(rule.id, text) for rule in table().rules if rule.pattern for text in (rule.pattern.id, rule.pattern.en)]


def used_sources(path: Path, section: str) -> set[str]:
    root, _ = read(path, path.name)
    records = root.get(section)
    assert records is not None
    lists = [record.get("sources") for record in records.items()]
    return {str(key.value) for keys in lists if keys for key in keys.items()}


def known_sources() -> dict[str, Node]:
    root, mistakes = read(ROOT / "docs" / "data" / "sources.yml", "sources.yml")
    assert mistakes == []
    assert isinstance(root.value, dict)
    return root.value


def broken_table(tmp_path: Path, old: str, new: str) -> tuple[str, int]:
    """The only mistake in the table with the first `old` replaced, and the line that was changed."""
    text = TABLE.read_text(encoding="utf-8")
    start = text.index(old)
    path = tmp_path / "tips.yml"
    path.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
    with pytest.raises(DataError) as caught:
        table(path)
    (mistake,) = caught.value.mistakes
    return str(mistake).removeprefix(f"{path.as_posix()}:"), text.count("\n", 0, start) + 1


def test_ids_are_unique_and_number_the_rules_of_each_tip_in_order() -> None:
    ids = [rule.id for rule in table().rules]
    assert ids == sorted(set(ids))
    for tip in table().tips:
        rules = table().of_tip(tip.number)
        assert [rule.id for rule in rules] == [f"{tip.number}.{n}" for n in range(1, len(rules) + 1)]


def test_there_are_nine_tips_in_order_and_each_has_a_rule() -> None:
    assert [tip.number for tip in table().tips] == list(range(1, 10))
    assert {rule.tip for rule in table().rules} == set(range(1, 10))
    assert all(table().tip(number).number == number for number in range(1, 10))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_addresses_of_the_tips_are_unique(language: str) -> None:
    assert len({getattr(tip.slug, language) for tip in table().tips}) == 9


@pytest.mark.parametrize(("rule", "pattern"), patterns())
def test_a_pattern_compiles_and_uses_only_shared_syntax(rule: str, pattern: str) -> None:
    re.compile(pattern)
    assert foreign(pattern) == [], rule


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(?<=a)b", r"(?<!a)b", r"(?P<n>a)", r"(?<n>a)", r"(?P=n)", r"(?i)a", r"(?i:a)", r"(?>a)", r"(?#a)"),
        *(r"(a)(?(1)b)", r"a++", r"a*+", r"a?+", r"a{2}+", r"[a]++", r"a{,3}"),
        *(r"\Aa", r"a\Z", r"\Ga", r"\N{DIGIT ONE}", r"\p{L}", r"\-"),
    ],
)
def test_foreign_syntax_would_be_noticed(pattern: str) -> None:
    assert foreign(pattern)


@pytest.mark.parametrize("pattern", [r"\\A", r"\(?<", r"[+]+", r"a+?", r"(?:a|b)+", r"a(?=b)(?!c)", r"\d{1,2}", r"\++"])
def test_shared_syntax_is_not_taken_for_foreign(pattern: str) -> None:
    assert foreign(pattern) == []


@pytest.mark.parametrize("rule", [rule for rule in table().rules if rule.pattern], ids=lambda rule: rule.id)
def test_no_pattern_matches_the_empty_text(rule: Rule) -> None:
    assert rule.matches("", "id") == rule.matches("", "en") == []


def test_matches_gives_every_place_without_regard_to_case_unless_told() -> None:
    rule = next(rule for rule in table().rules if rule.pattern and rule.pattern.en == "!")
    assert rule.matches("a!b!", "en") == [(1, 2), (3, 4)]
    thanks = next(rule for rule in table().rules if rule.id == "7.1")
    assert thanks.matches("Terima Kasih", "id") == [(0, 12)]
    assert thanks.matches("Terima Kasih", "id", case=True) == []
    assert next(rule for rule in table().rules if not rule.pattern).matches("a", "en") == []


@pytest.mark.parametrize(("path", "section"), [(TABLE, "tips"), (DATA, "scenarios")])
def test_every_source_that_is_used_exists(path: Path, section: str) -> None:
    used = used_sources(path, section)
    assert used
    assert used - set(known_sources()) == set()


def test_every_source_has_a_name_and_an_address_of_its_own() -> None:
    urls = [source.text("url") for source in known_sources().values()]
    assert all(re.fullmatch(r"https?://\S+", url) for url in urls)
    assert len(urls) == len(set(urls))
    assert all(source.text("name") for source in known_sources().values())


@pytest.mark.parametrize(
    ("hours", "stage"),
    [
        (1000, "early"),
        (48, "early"),
        (47.99, "good"),
        (24, "good"),
        (23.99, "short"),
        (2, "short"),
        (1.99, "urgent"),
        (0, "urgent"),
        (-0.01, "past"),
        (-72, "past"),
    ],
)
def test_stage_at_its_boundaries(hours: float, stage: str) -> None:
    assert table().limits.stage(hours) == stage


def test_the_limits_make_sense() -> None:
    limits = table().limits
    assert all(0 < least < most for least, most in (limits.words[channel] for channel in get_args(ChannelKey)))
    assert limits.stages.early > limits.stages.good > limits.stages.short > limits.stages.urgent == 0


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("check: same_channel", "check: same_chanel", 'did you mean "same_channel"?'),
        ("    check: called_first", "    chek: x\n    check: called_first", 'did you mean "check"?'),
        ("pattern: {id: '!'", "pattern: {id: '('", "is not a regular expression: missing )"),
        ('- id: "1.1"', '- id: "1.10"', '"1.10" does not have the form'),
        ("{early: 48, good: 24,", "{early: 48,", '"limits.stages.good" is missing'),
        ("sms: [20, 60], ", "", '"limits.words.sms" is missing'),
        ("sentences: 7", "sentences: seven", '"seven" is not a whole number'),
        ("number: 9", "number: 10", "10 is out of range; it is 9 at most"),
    ],
)
def test_a_mistake_in_the_table_is_told_with_its_line(tmp_path: Path, old: str, new: str, cure: str) -> None:
    mistake, line = broken_table(tmp_path, old, new)
    assert mistake.startswith(f"{line}: ")
    assert cure in mistake
