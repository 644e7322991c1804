"""What the rules look for, and how they are numbered: `docs/data/tips.yml`, which the browser reads too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.data.vocabulary import LANGUAGES

if TYPE_CHECKING:
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


def test_the_patterns_use_only_what_python_and_javascript_share_and_never_match_nothing(data: Data) -> None:
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
    numbered = [f"{tip.number}.{n}" for tip in table.tips for n, _ in enumerate(table.of_tip(tip.number), start=1)]
    assert [rule.id for rule in table.rules] == numbered
    assert all(table.of_tip(number) and table.tip(number).number == number for number in range(1, 10))
    assert [len({tip.slug[language] for tip in table.tips}) for language in LANGUAGES] == [9, 9]
