from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given

from macros.data import load
from macros.data.nodes import DataError, Diagnostic, Node
from macros.data.reader import _FAST, _Composer, parse, read
from macros.data.vocabulary import MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_NODES
from tests.strategies import inputs, yaml_like

if TYPE_CHECKING:
    from pathlib import Path

NAME = "docs/data/f.yml"
NOT_READ = (yaml.YAMLError, ValueError, OverflowError)


def told(text: str) -> list[str]:
    """What `parse` says about `text`, whether it gives up or not."""
    try:
        _, found = parse(text, NAME)
    except DataError as error:
        found = list(error.diagnostics)
    return [str(one).removeprefix(f"{NAME}:") for one in found]


def refusal(path: Path) -> str:
    """The only diagnostic with which `read` refuses the file."""
    with pytest.raises(DataError) as caught:
        read(path, NAME)
    (found,) = caught.value.diagnostics
    return str(found).removeprefix(f"{NAME}:")


def composed(text: str, loader: type[yaml.BaseLoader]) -> tuple[Node, list[Diagnostic]] | tuple[Diagnostic, ...]:
    try:
        return _Composer(text, NAME, loader).compose()
    except DataError as error:
        return error.diagnostics


# --- values and lines


def test_a_value_stays_the_text_that_was_written() -> None:
    for value in ("14:30", "no", "yes", "null", "~", "1_000", "0x1f", "1e3", ".inf", "2027-04-08", "007", "=", "<<"):
        root, found = parse(f"a: {value}\nb: [{value}]\n{value}: c\n", NAME)
        assert (root.plain(), found) == ({"a": value, "b": [value], value: "c"}, [])


def test_every_node_knows_its_line_and_a_block_that_of_its_field() -> None:
    root, _ = parse(
        "# comment\na: one\nb:\n\n  # comment\n  - c: two\n    d: [three,\n      four]\ne: |\n  five\n", NAME
    )
    ways = [("a",), ("b",), ("b", 0), ("b", 0, "d", 0), ("b", 0, "d", 1), ("e",)]
    assert [root.line_at(way) for way in ways] == [2, 3, 6, 7, 8, 9]


def test_windows_files_are_read_with_the_same_lines(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    for start in ("", "\ufeff"):
        path.write_bytes(f"{start}a: b\r\nc: d\r\n".encode())
        root, found = read(path, NAME)
        assert (root.plain(), root.line_at(["c"]), found) == ({"a": "b", "c": "d"}, 2, [])


# --- the loader in C decides alone what is accepted, so it must see what the slow one sees


def test_both_loaders_read_the_same_of_every_file_of_the_project() -> None:
    for path in (load.DATA, load.TIPS, load.SOURCES, load.CODES, load.IMPOLITE):
        text = path.read_text(encoding="utf-8")
        assert composed(text, _FAST) == composed(text, yaml.BaseLoader)


@inputs(400, 20_000)
@given(text=yaml_like)
def test_both_loaders_read_the_same_of_any_text_that_the_fast_one_accepts(text: str) -> None:
    if "\t" in text or "\ufeff" in text[1:]:
        return
    try:
        fast = composed(text, _FAST)
    except NOT_READ:
        return
    assert composed(text, yaml.BaseLoader) == fast


def test_what_the_fast_loader_overlooks_is_refused_all_the_same() -> None:
    for text in ("a:\tb\n", "-\ta\n", "a:\n\t- b\n", "a: b\tc\n", "\ta: b\n"):
        (said,) = told(text)
        assert "spaces, no tabs" in said
    # A mark that does not begin the file is seen, and refused with its field as any invisible character.
    assert parse("a:\n\ufeffb: c\n", NAME)[0].plain() == {"a": "", "\ufeffb": "c"}
    assert parse("\ufeff\ufeffa: b\n", NAME)[0].plain() == {"\ufeffa": "b"}


# --- what is wrong, where it began, and what helps


def test_what_misleads_is_one_diagnostic_with_its_line_and_cure() -> None:
    indentation = "S002 is not valid YAML (", "check the indentation"
    cases = [
        ("a: b\nc: *x\n", 2, 'S003 alias "*x": ', "write the value out"),
        ("a: b\nc: &x d\n", 2, 'S003 anchor "&x": ', "remove it"),
        ("a: b\nc: &x [d]\n", 2, 'S003 anchor "&x": ', "remove it"),
        ("a: b\nc: !!int 1\n", 2, "S003 tag ", "remove it; every value is plain text"),
        ("a: b\nc: !x {d: e}\n", 2, 'S003 tag "!x": ', "remove it"),
        ("a: b\n---\nc: d\n", 2, "S003 a second document", 'remove the line "---"'),
        ("a: b\n? [c]\n: d\n", 2, "S003 a field's name", "must be a plain word"),
        ("a: b\na: c\n", 2, 'S004 field "a" is given twice; ', "the first is on line 1"),
        ("a: b\nwhen:\n  id: x\nwhen:\n  id: y\n", 4, 'S004 field "when" is given twice; ', "the first is on line 2"),
        ("a:\n  - {b: one,\n     b: two}\n", 3, 'S004 field "b" is given twice', "the first is on line 2"),
        ("a: b\nc: d: e\n", 2, *indentation),
        ("a: b\nc: @d\n", 2, *indentation),
        ("a:\n  - key: b\n     c: d\n", 3, *indentation),
        ('a:\n  id: "b\n  en: "c"\n', 2, "S002 ", "close the quote that opens here"),
        ("a:\n  id: 'b\n  en: 'c'\n", 2, "S002 ", "close the quote that opens here"),
        ('a:\n  id: "b\n  en: c\n  d: "e"\n', 2, "S002 ", "close the quote that opens here"),
        ('a:\n  id: b\n  en: "c\n  d: e\n', 3, "S002 ", "close the quote that opens here"),
        ('a: {id: "b", en: "c}\nd: "e"\n', 1, "S002 ", "close the quote that opens here"),
        ("a: {b: c d: e}\n", 1, *indentation),
        ("a: [b, c\nd: e\n", 1, "S002 ", "close the bracket that opens here"),
        ("a:\n  b:c\n  d: e\n", 2, "S002 ", "put a space after the colon"),
        ("a:\n  d: e\n  b:c\n  f: g\n", 3, "S002 ", "write a field as name, colon, space, value"),
        ("a:\n  - key: b\n  key: c\n", 3, "S002 ", 'put "- " before the first field of a record'),
        ("# text\n\nkey: a\n- b\n", 4, "S002 ", "check the indentation"),
        ("\n# text\n  - key: a\nb:\n  c\n", 3, "S002 ", "copy the example to its group"),
        ("", 1, "S001 the file is empty", ""),
        ("# only a comment\n\n", 1, "S001 the file is empty", ""),
        ("---\n# only a comment\n", 1, "S001 the file is empty", ""),
        ('a: b\nc: "\\UFFFFFFFF"\n', 2, "S002 holds a number that YAML cannot read", "remove the \\U"),
        ('a: b\nc: "\\U00110000"\n', 2, "S002 holds a number that YAML cannot read", "remove the \\U"),
        (f"# text\n%YAML 1.{'1' * 5000}\n---\na: b\n", 2, "S002 holds a number that YAML cannot read", "line with %"),
        ('a: b\nc: "d\\ud800"\n', 2, "S034 ", "U+D800; delete it"),
        ('a: b\n"c\\ud800": d\n', 2, "S034 ", "U+D800; delete it"),
        # An editor does not count these as line ends, so that they would shift the lines of all that follows.
        *((f'a: b\nc: "d{c}e"\n\tf: g\n', 2, "S034 ", f"U+{ord(c):04X}; delete it") for c in "\x85\u2028\u2029"),
        *((f'a: b\nc: "d{c}e"\nf: g\n', 2, "S034 ", f"U+{ord(c):04X}; delete it") for c in "\x00\x07\x1b\x7f\ufffe"),
    ]
    wrong = [
        (text, said)
        for text, line, problem, cure in cases
        if len(said := told(text)) != 1 or not said[0].startswith(f"{line}: {problem}") or cure not in said[0]
    ]
    assert wrong == []


def test_a_record_without_its_hyphen_is_one_diagnostic_however_many_fields_it_has() -> None:
    (said,) = told("a:\n  - key: b\n    c: d\n    e: f\n    key: g\n    c: h\n    e: i\n")
    assert (
        said
        == '5: S004 field "key" is given twice; the first is on line 2; if a new record begins here, put "- " before it'
    )


def test_the_first_of_a_field_given_twice_is_kept_and_every_later_one_told() -> None:
    root, found = parse("a: one\nb: x\nb: two\nb: three\n", NAME)
    assert root.plain() == {"a": "one", "b": "x"}
    assert [one.line for one in found] == [3, 4]


def test_all_that_is_refused_is_told_at_once_and_also_before_faulty_yaml() -> None:
    assert [said[:7] for said in told("a: &x b\nc: *x\nd: !y e\n")] == ["1: S003", "2: S003", "3: S003"]
    assert [said[:7] for said in told("a: &x b\nc: d: e\n")] == ["1: S003", "2: S002"]
    assert [said[:7] for said in told("a: &x b\n---\nc: d\n")] == ["1: S003", "2: S003"]


# --- limits: what would keep the reader busy is refused, and one less is read


def test_size_depth_length_and_number_have_their_limits(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_text("a: b\n#" + "#" * (MAX_BYTES - 6), encoding="utf-8")
    assert read(path, NAME)[0].plain() == {"a": "b"}
    path.write_text("#" * (MAX_BYTES + 1), encoding="utf-8")
    assert refusal(path) == "1: S001 the file is larger than 1,000,000 bytes; split the change"

    assert told("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    too_deep = f"S002 nested deeper than {MAX_DEPTH} levels; check the indentation"
    for text in ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "[" * 100_000, "a: " + "{a: " * 100_000):
        assert told(text) == [f"1: {too_deep}"]
    assert told("\n".join(f"{'  ' * depth}a:" for depth in range(30))) == [f"{MAX_DEPTH + 1}: {too_deep}"]

    assert told(f"a: b\nc: {'d' * MAX_CHARACTERS}\n") == []
    too_long = "2: S031 a text of 2,001 characters; at most 2,000 fit"
    assert told(f"a: b\nc: {'d' * (MAX_CHARACTERS + 1)}\n") == [too_long]

    assert told("- a\n" * (MAX_NODES - 1)) == []  # the list itself is a value too
    too_many = f"{MAX_NODES}: S001 the file holds more than 50,000 values; split the change"
    assert told("- a\n" * MAX_NODES) == [too_many]


def test_what_is_no_file_of_text_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    assert refusal(path).startswith("1: S001 cannot be read: No such file")
    assert refusal(tmp_path).startswith("1: S001 cannot be read: Is a directory")
    path.write_bytes("a: b\nc: café\n".encode("latin-1"))
    assert refusal(path) == "2: S001 is not UTF-8 text; save the file as UTF-8"
