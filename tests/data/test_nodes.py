from __future__ import annotations

from macros.data.nodes import DataError, Diagnostic
from macros.data.reader import parse

ROOT, _ = parse("a: one\nb:\n  - c: two\n  - d\n", "f.yml")


def test_a_way_that_ends_early_gives_the_deepest_line() -> None:
    ways = [("b", 1), ("b", 0, "missing"), ("b", 2), ("b", "c"), ("a", "b", "c"), ("nowhere",), ()]
    assert [ROOT.line_at(way) for way in ways] == [4, 3, 2, 2, 1, 1, 1]


def test_every_text_is_given_with_the_way_to_it() -> None:
    found = [(way, node.value, node.line) for way, node in ROOT.texts()]
    assert found == [(("a",), "one", 1), (("b", 0, "c"), "two", 3), (("b", 1), "d", 4)]
    assert all(ROOT.line_at(way) == line for way, _, line in found)


def test_asking_for_another_kind_gives_nothing() -> None:
    text, items = ROOT.get("a"), ROOT.get("b")
    assert text is not None
    assert items is not None
    assert (ROOT.text("a"), ROOT.text("b"), ROOT.text("c")) == ("one", "", "")
    assert [item.plain() for item in items.items()] == [{"c": "two"}, "d"]
    assert ROOT.items() == text.items() == []
    assert text.get("a") is ROOT.at(["a", "b"]) is ROOT.at(["x", "y"]) is None
    assert ROOT.at(["a"]) is text


def test_diagnostics_are_sorted_by_line_and_told_once() -> None:
    late, early = Diagnostic("f.yml", 10, "S001", "late"), Diagnostic("f.yml", 9, "5.1", "early")
    error = DataError([late, early, late])
    assert error.diagnostics == (early, late)
    assert str(error) == "f.yml:9: 5.1 early\nf.yml:10: S001 late"


def test_a_quoted_line_end_or_control_character_does_not_reach_the_terminal() -> None:
    text = 'unknown field "a\nb\x1b[31m\u202e\ud800é"'
    assert str(Diagnostic("f.yml", 1, "S012", text)) == 'f.yml:1: S012 unknown field "a\\nb\\x1b[31m\\u202e\\ud800é"'
