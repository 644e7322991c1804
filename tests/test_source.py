from __future__ import annotations

import time
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from macros.data.nodes import MAX_BYTES, DataError, Mistake, Node, parse, read
from macros.data.syntax import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES

if TYPE_CHECKING:
    from pathlib import Path

NAME = "docs/data/f.yml"


def complaints(text: str) -> list[str]:
    """What `parse` says about `text`, whether it gives up or not."""
    try:
        _, mistakes = parse(text, NAME)
    except DataError as error:
        mistakes = list(error.mistakes)
    return [str(mistake) for mistake in mistakes]


def refusal(path: Path) -> str:
    """The only mistake with which `read` refuses the file."""
    with pytest.raises(DataError) as caught:
        read(path, NAME)
    (mistake,) = caught.value.mistakes
    return str(mistake)


@pytest.mark.parametrize(
    "value",
    ["14:30", "no", "yes", "on", "null", "~", "1_000", "0x1f", "0o17", "1e3", ".inf", "2027-04-08", "007", "=", "<<"],
)
def test_a_value_stays_the_text_that_was_written(value: str) -> None:
    root, mistakes = parse(f"a: {value}\nb: [{value}]\n{value}: c\n", NAME)
    assert mistakes == []
    assert root.plain() == {"a": value, "b": [value], value: "c"}


def test_every_node_knows_its_line() -> None:
    root, _ = parse("# comment\na: one\nb:\n  - c: two\n    d: [three, four]\n", NAME)
    assert root.line_at(["a"]) == 2
    assert root.line_at(["b", 0]) == 4
    assert root.line_at(["b", 0, "d", 1]) == 5


def test_a_path_that_ends_early_gives_the_deepest_line() -> None:
    root, _ = parse("a: one\nb:\n  - c: two\n", NAME)
    assert root.line_at(["b", 0, "missing"]) == 3
    assert root.line_at(["b", 9]) == root.line_at(["b"])
    assert root.line_at(["a", "b", "c"]) == 1
    assert root.line_at(["nowhere"]) == 1


@pytest.mark.parametrize("block", ["b:\n  c: d\n", "b:\n  - c\n", "b:\n\n  # comment\n  c: d\n", "b: |\n  c\n"])
def test_a_block_is_found_on_the_line_of_its_field(block: str) -> None:
    root, _ = parse(f"a: one\n{block}", NAME)
    assert root.line_at(["b"]) == 2


def test_node_accessors_give_nothing_for_another_kind() -> None:
    root, _ = parse("a: one\nb: [two]\n", NAME)
    text, items = root.get("a"), root.get("b")
    assert text is not None
    assert items is not None
    assert (root.text("a"), root.text("b"), root.text("c")) == ("one", "", "")
    assert [item.value for item in items.items()] == ["two"]
    assert root.items() == []
    assert text.items() == []
    assert text.get("a") is None


@pytest.mark.parametrize(
    ("text", "line", "cure"),
    [
        ("a: b\nc: *x\n", 2, 'alias "*x": write the value out'),
        ("a: b\nc: &x d\n", 2, 'anchor "&x": remove it'),
        ("a: b\nc: &x [d]\n", 2, 'anchor "&x": remove it'),
        ("a: b\nc: !!int 1\n", 2, "remove it; every value is plain text"),
        ("a: b\nc: !x {d: e}\n", 2, 'tag "!x": remove it'),
        ("a: b\n---\nc: d\n", 2, 'a second document starts here; remove the line "---"'),
        ("a: b\na: c\n", 2, 'field "a" is given twice; the first is on line 1'),
        ("a: b\n? [c]\n: d\n", 2, "a field's name must be a plain word"),
        ("a: b\nc: d: e\n", 2, "double quotes around a text that holds a colon"),
        ("a: b\n\tc: d\n", 2, "check the indentation"),
        ("a: b\nc: @d\n", 2, "is not valid YAML"),
        ("", 1, "the file is empty"),
        ("# only a comment\n\n", 1, "the file is empty"),
    ],
)
def test_what_misleads_is_one_mistake_with_its_line(text: str, line: int, cure: str) -> None:
    (complaint,) = complaints(text)
    assert complaint.startswith(f"{NAME}:{line}: ")
    assert cure in complaint


@pytest.mark.parametrize(
    ("text", "line", "cure"),
    [
        pytest.param('a:\n  id: "b\n  en: "c"\n', 2, "close the quote", id="quote, noticed on the next line"),
        pytest.param("a:\n  id: 'b\n  en: 'c'\n", 2, "close the quote", id="single quote"),
        pytest.param('a:\n  id: "b\n  en: c\n  d: "e"\n', 2, "close the quote", id="quote, noticed further down"),
        pytest.param('a:\n  id: b\n  en: "c\n  d: e\n', 3, "close the quote", id="the last quote of the file"),
        pytest.param('a: {id: "b", en: "c}\nd: "e"\n', 1, "close the quote", id="quote in braces"),
        pytest.param("a: [b, c\nd: e\n", 1, "close the bracket", id="bracket"),
        pytest.param("a:\n  b:c\n  d: e\n", 2, "put a space after the colon", id="no space after the first colon"),
        pytest.param("a:\n  d: e\n  b:c\n  f: g\n", 3, "name, colon, space, value", id="no space after a later colon"),
        pytest.param("a:\n  - key: b\n  key: c\n", 3, 'put "- " before', id="no hyphen before a record"),
        pytest.param("a:\n  - key: b\n     c: d\n", 3, "check the indentation", id="indented too far"),
    ],
)
def test_faulty_yaml_is_told_where_it_began_and_not_where_it_was_noticed(text: str, line: int, cure: str) -> None:
    (complaint,) = complaints(text)
    assert complaint.startswith(f"{NAME}:{line}: S002 is not valid YAML (")
    assert cure in complaint


def test_a_record_without_its_hyphen_is_one_mistake_however_many_fields_it_has() -> None:
    (complaint,) = complaints("a:\n  - key: b\n    c: d\n    e: f\n    key: g\n    c: h\n    e: i\n")
    assert complaint.startswith(f'{NAME}:5: S004 field "key" is given twice; the first is on line 2; ')
    assert complaint.endswith('; if a new record begins here, put "- " before it')


def test_a_block_given_twice_names_the_line_of_the_first_field() -> None:
    assert complaints("a: b\nwhen:\n  id: x\nwhen:\n  id: y\n") == [
        f'{NAME}:4: S004 field "when" is given twice; the first is on line 2'
    ]


def test_a_field_given_twice_deep_inside_is_found_and_the_first_is_kept() -> None:
    root, mistakes = parse("a:\n  - {b: one, b: two}\n", NAME)
    assert [mistake.line for mistake in mistakes] == [2]
    assert root.plain() == {"a": [{"b": "one"}]}


def test_several_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    found = complaints("a: &x b\nc: *x\nd: !y e\n")
    assert [complaint.split(": ")[0] for complaint in found] == [f"{NAME}:{line}" for line in (1, 2, 3)]


# A control character that YAML forbids, and ones that it takes for the end of a line: an editor does not, so that
# the reader's line numbers would be wrong from there on.
@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x85", "\u2028", "\ufffe"])
def test_a_control_character_is_named_with_its_line(character: str) -> None:
    (complaint,) = complaints(f'a: b\nc: "d{character}e"\nf: g\n')
    assert complaint.startswith(f"{NAME}:2: ")
    assert f"U+{ord(character):04X}" in complaint
    assert "delete it" in complaint


def test_deep_nesting_is_refused_before_it_can_do_harm() -> None:
    for text in ("[" * 100_000, "a: " + "[" * 100_000 + "]" * 100_000):
        (complaint,) = complaints(text)
        assert complaint == f"{NAME}:1: S002 nested deeper than {MAX_DEPTH} levels; check the indentation"


def test_nesting_is_allowed_up_to_the_limit() -> None:
    assert complaints("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert len(complaints("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))) == 1


def test_deep_indentation_is_told_on_the_line_that_is_too_deep() -> None:
    (complaint,) = complaints("\n".join(f"{'  ' * depth}a:" for depth in range(30)))
    assert complaint.startswith(f"{NAME}:{MAX_DEPTH + 1}: ")


# What fuzzing found: each of these gave a traceback, a wrong line, or kept the reader busy for a minute.


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a: b\nc: "\\UFFFFFFFF"\n', 2),
        ('a: b\nc: "\\U00110000"\n', 2),
        (f"# comment\n%YAML 1.{'1' * 5000}\n---\na: b\n", 2),
    ],
    ids=["overflow", "no character", "version"],
)
def test_a_number_that_the_parser_cannot_convert_is_a_mistake(text: str, line: int) -> None:
    (complaint,) = complaints(text)
    assert complaint.startswith(f"{NAME}:{line}: S002 holds a number that YAML cannot read")


def test_an_odd_line_end_is_told_alone_because_it_shifts_the_lines_of_the_rest() -> None:
    (complaint,) = complaints("a: b\nc: \x85\n\td: e\n")
    assert complaint == f"{NAME}:2: S034 the invisible or control character U+0085; delete it"


def test_a_quoted_line_end_or_control_character_stays_in_the_sentence() -> None:
    text = 'unknown field "a\nb\x1b[31m\u202e\ud800é"'
    assert str(Mistake(NAME, 1, "S012", text)) == f'{NAME}:1: S012 unknown field "a\\nb\\x1b[31m\\u202e\\ud800é"'


def test_half_a_character_is_refused_although_yaml_can_write_it() -> None:
    for text in ('a: b\nc: "d\\ud800"\n', 'a: b\n"c\\ud800": d\n'):
        assert complaints(text) == [f"{NAME}:2: S034 the invisible or control character U+D800; delete it"]


def test_a_text_that_is_too_long_is_refused_and_one_character_less_is_read() -> None:
    assert complaints(f"a: b\nc: {'d' * (MAX_CHARACTERS + 1)}\n") == [
        f"{NAME}:2: S031 a text of 2,001 characters; at most 2,000 fit"
    ]
    assert complaints(f"a: b\nc: {'d' * MAX_CHARACTERS}\n") == []


def test_too_many_values_are_refused_and_one_less_is_read() -> None:
    (complaint,) = complaints("- a\n" * MAX_NODES)  # the list itself is a value too
    assert complaint == f"{NAME}:{MAX_NODES}: S001 the file holds more than 50,000 values; split the change"
    assert complaints("- a\n" * (MAX_NODES - 1)) == []


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "{",
        "- ",
        "? ",
        "[a,",
        "- &a b\n",
        "- *a\n",
        "- !a b\n",
        "---\n",
        "k: v\n",
        "? [a]\n: b\n",
        "\u2028",
        "\n",
        " ",
    ],
)
def test_a_large_file_of_one_kind_is_refused_in_time(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes((unit.encode() * MAX_BYTES)[: MAX_BYTES // len(unit.encode()) * len(unit.encode())])
    start = time.process_time()
    with pytest.raises(DataError):
        read(path, NAME)
    assert time.process_time() - start < 10


def test_a_file_that_is_not_utf_8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes("a: b\nc: caf\u00e9\n".encode("latin-1"))
    assert refusal(path) == f"{NAME}:2: S001 is not UTF-8 text; save the file as UTF-8"


def test_a_missing_file_and_a_folder_are_told_plainly(tmp_path: Path) -> None:
    assert refusal(tmp_path / "f.yml").startswith(f"{NAME}:1: S001 cannot be read: No such file")
    assert refusal(tmp_path).startswith(f"{NAME}:1: S001 cannot be read: Is a directory")


def test_a_file_that_is_too_large_is_refused_and_one_byte_less_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_text("#" * (MAX_BYTES + 1), encoding="utf-8")
    assert refusal(path) == f"{NAME}:1: S001 the file is larger than 1,000,000 bytes; split the change"
    path.write_text("a: b\n#" + "#" * (MAX_BYTES - 6), encoding="utf-8")
    assert read(path, NAME)[0].plain() == {"a": "b"}


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_windows_files_are_read_with_the_same_lines(tmp_path: Path, start: str) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(f"{start}a: b\r\nc: d\r\n".encode())
    root, mistakes = read(path, NAME)
    assert mistakes == []
    assert root.plain() == {"a": "b", "c": "d"}
    assert root.line_at(["c"]) == 2


def test_mistakes_are_sorted_by_line_and_told_once() -> None:
    late, early = Mistake(NAME, 10, "S001", "late"), Mistake(NAME, 9, "5.1", "early")
    error = DataError([late, early, late])
    assert error.mistakes == (early, late)
    assert str(error) == f"{NAME}:9: 5.1 early\n{NAME}:10: S001 late"


def test_nodes_and_mistakes_are_frozen() -> None:
    node, mistake = Node("a", 1), Mistake(NAME, 1, "S001", "a")
    with pytest.raises(FrozenInstanceError):
        node.line = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        mistake.line = 2  # type: ignore[misc]
