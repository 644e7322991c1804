"""YAML in, nodes out: every value stays the text that was written and keeps its line.

The reader accepts the plain subset of YAML that all readers agree on: texts, lists and maps.
`14:30` stays `14:30`, `no` stays `no`; what could mislead (a key given twice, an alias, a tag,
a second document) is a diagnostic with a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from macros.data.nodes import DataError, Diagnostic, Node
from macros.data.vocabulary import MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_NODES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The loader in C is twenty times as fast. It tells less of what is wrong, takes a tab for a space, and overlooks a
# byte order mark within the text.
_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Line ends to the parser, but not to an editor: they would shift every later line number.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# Half a character, written as "\\ud800": no file can hold it, and the validator breaks on it.
_SURROGATE = re.compile("[\ud800-\udfff]")
# A field without the space that makes it one: `sample:dimas`.
_NO_SPACE = re.compile(r"[a-z_]+:\S")


def read(path: Path, name: str) -> tuple[Node, list[Diagnostic]]:
    """Read one YAML file, called `name` in the diagnostics. Raise `DataError` if nothing can be read at all."""
    try:
        if path.stat().st_size > MAX_BYTES:
            text = f"the file is larger than {MAX_BYTES:,} bytes; split the change"
            raise DataError([Diagnostic(name, 1, "S001", text)])
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError([Diagnostic(name, 1, "S001", f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DataError([Diagnostic(name, line, "S001", "is not UTF-8 text; save the file as UTF-8")]) from None
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node, list[Diagnostic]]:
    """Parse YAML text; see `read`."""
    odd = [
        Diagnostic(name, number, "S034", _invisible(character))
        for number, line in enumerate(text.split("\n"), start=1)
        for character in _ODD_LINE_ENDS.findall(line)
    ]
    if odd:  # only a text without them has the lines that the parser counts
        raise DataError(odd)
    if "\t" not in text and "\ufeff" not in text[1:]:
        try:
            return _Composer(text, name, _FAST).compose()
        except (yaml.YAMLError, ValueError, OverflowError):
            pass  # the slow loader says what is wrong
    return _parse_slowly(text, name)


def _parse_slowly(text: str, name: str) -> tuple[Node, list[Diagnostic]]:
    composer = None
    try:
        composer = _Composer(text, name, yaml.BaseLoader)
        return composer.compose()
    except yaml.reader.ReaderError as error:
        line, code = text.count("\n", 0, error.position) + 1, "S034"
        told = _invisible(chr(error.character))
    except yaml.MarkedYAMLError as error:
        line, told = _explained(error, composer.last if composer else None, text)
        code = "S002"
    except (ValueError, OverflowError):  # the parser converts \UFFFFFFFF, or a version of 5,000 digits, unchecked
        line, code = composer.loader.line + 1 if composer else 1, "S002"
        told = "holds a number that YAML cannot read; remove the \\U or the line with %"
    raise DataError([*(composer.refused if composer else []), Diagnostic(name, line, code, told)])


class _Composer:
    """Makes nodes of the parser's events, and diagnostics of what the data may not hold."""

    def __init__(self, text: str, name: str, loader: type[yaml.BaseLoader]) -> None:
        self.loader = loader(text)
        self.name = name
        self.nodes = 0
        self.last: yaml.ScalarEvent | None = None
        self.refused: list[Diagnostic] = []  # with any of these nothing is read any further
        self.diagnostics: list[Diagnostic] = []

    def compose(self) -> tuple[Node, list[Diagnostic]]:
        root: Node | None = None
        while self.loader.check_event():
            event = self._next()
            if isinstance(event, yaml.DocumentStartEvent) and root:
                self._stop(event, "S003", 'a second document starts here; remove the line "---"')
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if self.refused:
            raise DataError(self.refused)
        if root is None or root.value == "":
            raise DataError([Diagnostic(self.name, 1, "S001", "the file is empty")])
        return root, self.diagnostics

    def _next(self) -> yaml.Event:
        event: yaml.Event = self.loader.get_event()  # type: ignore[no-untyped-call]
        return event

    def _stop(self, event: yaml.Event, code: str, text: str) -> None:
        raise DataError([*self.refused, Diagnostic(self.name, _line_of(event.start_mark), code, text)])

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop(event, "S001", f"the file holds more than {MAX_NODES:,} values; split the change")
        line = _line_of(event.start_mark)
        self.refused += [Diagnostic(self.name, line, code, text) for code, text in _forbidden(event)]
        if isinstance(event, yaml.ScalarEvent):
            self.last = event
            return Node(event.value, line)
        if not isinstance(event, yaml.CollectionStartEvent):
            return Node("", line)
        if depth > MAX_DEPTH:
            self._stop(event, "S002", f"nested deeper than {MAX_DEPTH} levels; check the indentation")
        if isinstance(event, yaml.MappingStartEvent):
            return Node(self._map(depth, flow=bool(event.flow_style)), line)
        return Node([self._node(entry, depth + 1) for entry in self._entries()], line)

    def _entries(self) -> Iterator[yaml.Event]:
        while not isinstance(event := self._next(), yaml.CollectionEndEvent):
            yield event

    def _map(self, depth: int, *, flow: bool) -> dict[str, Node]:
        children: dict[str, Node] = {}
        skipping = False
        for event in self._entries():
            key, child = self._node(event, depth + 1), self._node(self._next(), depth + 1)
            if skipping:
                continue
            if not isinstance(key.value, str):
                self._tell(key.line, "S003", "a field's name must be a plain word")
            elif key.value in children:
                told = f'field "{key.value}" is given twice; the first is on line {children[key.value].line}'
                # A record begins with the same field as the one above: all its fields would be given twice.
                skipping = not flow and key.value == next(iter(children))
                hint = '; if a new record begins here, put "- " before it' if skipping else ""
                self._tell(key.line, "S004", told + hint)
            else:
                # What starts below its key is reported on the key's line, where the eye looks for it.
                children[key.value] = Node(child.value, key.line)
        return children

    def _tell(self, line: int, code: str, text: str) -> None:
        self.diagnostics.append(Diagnostic(self.name, line, code, text))


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


def _explained(error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None, text: str) -> tuple[int, str]:
    """The line to mend and the sentence; the line may be above the place where the parser noticed.

    `last` is the last text before the error: one that runs on to the line of the error began where the mistake is.
    """
    noticed, began = _line_of(error.problem_mark), _line_of(error.context_mark)
    opened = _line_of(last.start_mark) if last else 1
    last_runs_on = last is not None and opened < noticed == _line_of(last.end_mark)
    cures = (
        (last and last_runs_on and last.style in ("'", '"'), opened, "close the quote that opens here"),
        (
            "'<document start>'" in str(error.problem),
            _first_line(text),
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
    line, cure = next((line, cure) for applies, line, cure in cures if applies)
    return line, f"is not valid YAML ({error.problem}); {cure}; the rest is checked afterwards"


def _first_line(text: str) -> int:
    """The first line that is neither empty nor a comment."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.strip() and not line.startswith("#")), 1)


def _invisible(character: str) -> str:
    """What is told of a character that no reader sees."""
    return f"the invisible or control character U+{ord(character):04X}; delete it"


def _line_of(mark: yaml.Mark | yaml._yaml.Mark | None) -> int:
    """The line of a place in the text, counted from 1."""
    return mark.line + 1 if mark else 1
