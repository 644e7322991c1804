"""What YAML allows and the data never hold, and what is not even YAML: the plain subset that all readers agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    Fault = tuple[int, str, str]  # line, data rule, sentence

# Ten times what the data needs today; a file that goes beyond would only keep the check busy.
MAX_NODES = 50_000
MAX_CHARACTERS = 2_000
MAX_DEPTH = 12
# Line ends to the parser, but not to an editor: they would shift every later line number.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# Half a character, written as "\\ud800": no file can hold it, and the validator breaks on it.
_SURROGATE = re.compile("[\ud800-\udfff]")
# A field without the space that makes it one: `sample:dimas`.
_NO_SPACE = re.compile(r"[a-z_]+:\S")


def faults(text: str) -> list[Fault]:
    """Everything in the YAML `text` that is not to be read any further."""
    odd = [
        (number, "S034", _invisible(character))
        for number, line in enumerate(text.split("\n"), start=1)
        for character in _ODD_LINE_ENDS.findall(line)
    ]
    # Only a text without them has the lines that the parser counts.
    return odd or list(_of_parser(text))


def _of_parser(text: str) -> Iterator[Fault]:
    try:
        loader = yaml.BaseLoader(text)
    except yaml.reader.ReaderError as error:
        yield text.count("\n", 0, error.position) + 1, "S034", _invisible(chr(error.character))
        return
    last: yaml.ScalarEvent | None = None
    documents = depth = nodes = 0
    try:
        while loader.check_event():
            event = loader.get_event()  # type: ignore[no-untyped-call]
            at = line_of(event.start_mark)
            yield from ((at, rule, told) for rule, told in _forbidden(event))
            last = event if isinstance(event, yaml.ScalarEvent) else last
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            if too_much := _too_much(documents, depth, nodes):
                yield at, *too_much
                return
    except yaml.MarkedYAMLError as error:
        at, cure = _syntax(error, last, _first_line(text))
        yield at, "S002", f"is not valid YAML ({error.problem}); {cure}; the rest is checked afterwards"
    except (ValueError, OverflowError):  # the reader converts \UFFFFFFFF, or a version of 5,000 digits, unchecked
        yield loader.line + 1, "S002", "holds a number that YAML cannot read; remove the \\U or the line with %"


def _too_much(documents: int, depth: int, nodes: int) -> tuple[str, str] | None:
    if documents > 1:
        return "S003", 'a second document starts here; remove the line "---"'
    if depth > MAX_DEPTH:
        return "S002", f"nested deeper than {MAX_DEPTH} levels; check the indentation"
    return ("S001", f"the file holds more than {MAX_NODES:,} values; split the change") if nodes > MAX_NODES else None


def _forbidden(event: yaml.Event) -> Iterator[tuple[str, str]]:
    if isinstance(event, yaml.AliasEvent):
        yield "S003", f'alias "*{event.anchor}": write the value out instead'
    elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        if event.anchor:
            yield "S003", f'anchor "&{event.anchor}": remove it'
        if event.tag:
            yield "S003", f'tag "{event.tag}": remove it; every value is plain text'
    if isinstance(event, yaml.ScalarEvent):
        if len(event.value) > MAX_CHARACTERS:
            yield "S031", f"a text of {len(event.value):,} characters; at most {MAX_CHARACTERS:,} fit"
        if half := _SURROGATE.search(event.value):
            yield "S034", _invisible(half[0])


def _first_line(text: str) -> int:
    """The first line that is neither empty nor a comment."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.strip() and not line.startswith("#")), 1)


def _syntax(error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None, first: int) -> tuple[int, str]:
    """Where the parser was misled, which may be above the place where it noticed, and what to do there.

    `last` is the last text before the error: one that runs on to the line of the error began where the mistake is.
    `first` is the line on which the data begin.
    """
    noticed, began = line_of(error.problem_mark), line_of(error.context_mark)
    opened = line_of(last.start_mark) if last else 1
    last_runs_on = last is not None and opened < noticed == line_of(last.end_mark)
    cures = (
        (last and last_runs_on and last.style in ("'", '"'), opened, "close the quote that opens here"),
        (
            "'<document start>'" in str(error.problem),
            first,
            'copy the example to its group below "scenarios" instead of removing the "#" where it stands',
        ),
        (error.context == "while scanning a quoted scalar", began, "close the quote that opens here"),
        (last and last_runs_on and _NO_SPACE.match(last.value), opened, "put a space after the colon"),
        (error.problem == "could not find expected ':'", began, "write a field as name, colon, space, value"),
        (
            error.problem == "expected <block end>, but found '?'",
            noticed,
            'put "- " before the first field of a record, or give this line the indentation of its neighbours',
        ),
        (began < noticed and "parsing a flow" in (error.context or ""), began, "close the bracket that opens here"),
        (
            True,
            noticed,
            (
                "check the indentation (spaces, no tabs) here and in the line above, close every quote, and put"
                " double quotes around a text that holds a colon or starts with [ or #"
            ),
        ),
    )
    return next((line, cure) for applies, line, cure in cures if applies)


def _invisible(character: str) -> str:
    return f"the invisible or control character U+{ord(character):04X}; delete it"


def line_of(mark: yaml.Mark | yaml._yaml.Mark | None) -> int:
    """The line of a place in the text, counted from 1."""
    return mark.line + 1 if mark else 1
