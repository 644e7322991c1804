from __future__ import annotations

from macros.annotations import annotation
from macros.source import Mistake


def test_an_annotation_names_file_line_rule_and_sentence() -> None:
    mistake = Mistake("docs/data/scenarios.yml", 41, "S012", 'scenario "sakit": unknown field "alasn"')
    place = "file=docs/data/scenarios.yml,line=41,title=S012"
    assert annotation(mistake, "error") == f'::error {place}::scenario "sakit": unknown field "alasn"'
    assert annotation(mistake, "warning").startswith(f"::warning {place}::")


def test_what_would_end_the_command_is_escaped() -> None:
    mistake = Mistake("a:b,c%.yml", 1, "5.1", "100%: a, b\r\n::error::c")
    assert annotation(mistake, "error") == (
        "::error file=a%3Ab%2Cc%25.yml,line=1,title=5.1::100%25: a, b%0D%0A::error::c"
    )
