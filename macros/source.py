"""YAML in, nodes out: every value stays the text that was written and keeps its line.

The reader accepts the plain subset of YAML that all readers agree on: texts, lists and maps.
`14:30` stays `14:30`, `no` stays `no`; what could mislead (a key given twice, an alias, a tag,
a second document) is a mistake with a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Way = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
# Line ends to the parser, but not to an editor: they would shift every later line number.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")

# A field without the space that makes it one: `sample:dimas`.
_NO_SPACE = re.compile(r"[a-z_]+:\S")


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file: where it stands, and a sentence that says what would be right."""

    path: str
    line: int
    rule: str  # of `docs/data/rules.yml` like S012, or of a tip like 5.1
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule} {self.text}"


class DataError(Exception):
    """Everything that is wrong with the data, in the order of the file."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


@dataclass(frozen=True)
class Node:
    """A text, a list of nodes or a map of nodes, with the line on which it starts."""

    value: str | list[Node] | dict[str, Node]
    line: int

    def plain(self) -> object:
        """The same without lines: `str`, `list` and `dict`."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def items(self) -> list[Node]:
        """The nodes of a list; nothing if this is not a list."""
        return self.value if isinstance(self.value, list) else []

    def get(self, key: str) -> Node | None:
        """The node under `key` of a map, if this is a map that has it."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text(self, key: str) -> str:
        """The text under `key` of a map, or the empty text."""
        node = self.get(key)
        return node.value if node and isinstance(node.value, str) else ""

    def at(self, path: Sequence[str]) -> Node | None:
        """The node at the end of `path` through maps, if there is one."""
        node: Node | None = self
        for step in path:
            node = node.get(step) if node else None
        return node

    def texts(self, path: Way = ()) -> Iterator[tuple[Way, Node]]:
        """Every text in this node, with the way to it."""
        if isinstance(self.value, dict):
            for key, node in self.value.items():
                yield from node.texts((*path, key))
        elif isinstance(self.value, list):
            for number, node in enumerate(self.value):
                yield from node.texts((*path, number))
        else:
            yield path, self

    def line_at(self, path: Sequence[str | int]) -> int:
        """The line of the deepest node on `path` that exists."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                break
        return node.line


def read(path: Path, name: str) -> tuple[Node, list[Mistake]]:
    """Read one YAML file, called `name` in the mistakes. Raise `DataError` if nothing can be read at all."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(
                [Mistake(name, 1, "S001", f"the file is larger than {MAX_BYTES:,} bytes; split the change")]
            )
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError([Mistake(name, 1, "S001", f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DataError([Mistake(name, line, "S001", "is not UTF-8 text; save the file as UTF-8")]) from None
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node, list[Mistake]]:
    """Parse YAML text; see `read`."""
    mistakes = [
        Mistake(name, text.count("\n", 0, match.start()) + 1, "S034", _invisible(match[0]))
        for match in _ODD_LINE_ENDS.finditer(text)
    ]
    mistakes += _forbidden_events(text, name)
    if mistakes:
        raise DataError(mistakes)
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if root is None:
        raise DataError([Mistake(name, 1, "S001", "the file is empty")])
    return _node(root, name, mistakes), mistakes


def _forbidden_events(text: str, name: str) -> Iterator[Mistake]:
    """What would be syntax to a YAML reader but never belongs in this data."""
    documents = depth = 0
    last: yaml.ScalarEvent | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            line = _line(event.start_mark)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
                yield Mistake(name, line, "S003", 'a second document starts here; remove the line "---"')
            if isinstance(event, yaml.AliasEvent):
                yield Mistake(name, line, "S003", f'alias "*{event.anchor}": write the value out instead')
            elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                if event.anchor:
                    yield Mistake(name, line, "S003", f'anchor "&{event.anchor}": remove it')
                if event.tag:
                    yield Mistake(name, line, "S003", f'tag "{event.tag}": remove it; every value is plain text')
            last = event if isinstance(event, yaml.ScalarEvent) else last
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                yield Mistake(name, line, "S002", f"nested deeper than {MAX_DEPTH} levels; check the indentation")
                return
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        yield Mistake(name, line, "S034", _invisible(chr(error.character)))
    except yaml.MarkedYAMLError as error:
        line, cure = _syntax(error, last)
        yield Mistake(
            name, line, "S002", f"is not valid YAML ({error.problem}); {cure}; the rest is checked afterwards"
        )


def _syntax(error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None) -> tuple[int, str]:
    """Where the parser was misled, which may be above the place where it noticed, and what to do there.

    `last` is the last text before the error: one that runs on to the line of the error began where the mistake is.
    """
    noticed, began = _line(error.problem_mark), _line(error.context_mark)
    opened = _line(last.start_mark) if last else 1
    last_runs_on = last is not None and opened < noticed == _line(last.end_mark)
    cures = (
        (last and last_runs_on and last.style in ("'", '"'), opened, "close the quote that opens here"),
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


def _line(mark: yaml.Mark | yaml._yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 1


def _node(node: yaml.Node, name: str, mistakes: list[Mistake]) -> Node:
    line = _line(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(child, name, mistakes) for child in node.value], line)
    if not isinstance(node, yaml.MappingNode):
        return Node(str(node.value), line)
    children: dict[str, Node] = {}
    for key_node, child in node.value:
        key, key_line = str(key_node.value), _line(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            mistakes.append(Mistake(name, key_line, "S003", "a field's name must be a plain word"))
        elif key in children:
            told = f'field "{key}" is given twice; the first is on line {children[key].line}'
            if node.flow_style or key != next(iter(children)):
                mistakes.append(Mistake(name, key_line, "S004", told))
                continue
            # A record begins with the same field as the one above: all its fields would be given twice.
            mistakes.append(Mistake(name, key_line, "S004", f'{told}; if a new record begins here, put "- " before it'))
            break
        else:
            # What starts below its key is reported on the key's line, where the eye looks for it.
            children[key] = Node(_node(child, name, mistakes).value, key_line)
    return Node(children, line)
