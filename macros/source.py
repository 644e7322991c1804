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

# Ten times what the data needs today; a file that goes beyond would only keep the check busy.
MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_CHARACTERS = 2_000
MAX_DEPTH = 12
# Line ends to the parser, but not to an editor: they would shift every later line number.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# Half a character, written as "\\ud800": no file can hold it, and the validator breaks on it.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file: where it stands, and a sentence that says what would be right."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        # A sentence may quote the file; a line end or a control character in it must not reach the terminal.
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in self.text)
        return f"{self.path}:{self.line}: {text}"


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

    def text_at(self, path: Sequence[str]) -> str:
        """The text at the end of `path` through maps, or the empty text."""
        *parents, last = path
        node: Node | None = self
        for step in parents:
            node = node.get(step) if node else None
        return node.text(last) if node else ""

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
            raise DataError([Mistake(name, 1, f"the file is larger than {MAX_BYTES:,} bytes; split the change")])
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError([Mistake(name, 1, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DataError([Mistake(name, line, "is not UTF-8 text; save the file as UTF-8")]) from None
    return parse(text, name)


def parse(text: str, name: str) -> tuple[Node, list[Mistake]]:
    """Parse YAML text; see `read`."""
    mistakes = [
        Mistake(name, number, _invisible(character))
        for number, line in enumerate(text.split("\n"), start=1)
        for character in _ODD_LINE_ENDS.findall(line)
    ]
    # Only a text without them has the lines that the parser counts.
    if mistakes := mistakes or list(_forbidden_events(text, name)):
        raise DataError(mistakes)
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if root is None:
        raise DataError([Mistake(name, 1, "the file is empty")])
    return _node(root, name, mistakes), mistakes


def _forbidden_events(text: str, name: str) -> Iterator[Mistake]:
    """What would be syntax to a YAML reader but never belongs in this data, and what is too much of it."""
    try:
        loader = yaml.BaseLoader(text)
    except yaml.reader.ReaderError as error:
        yield Mistake(name, text.count("\n", 0, error.position) + 1, _invisible(chr(error.character)))
        return
    documents = depth = nodes = 0
    try:
        while loader.check_event():
            event = loader.get_event()  # type: ignore[no-untyped-call]
            line = _line(event.start_mark)
            yield from (Mistake(name, line, text) for text in _forbidden(event))
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
                yield Mistake(name, line, 'a second document starts here; remove the line "---"')
                return
            if depth > MAX_DEPTH:
                yield Mistake(name, line, f"nested deeper than {MAX_DEPTH} levels; check the indentation")
                return
            if nodes > MAX_NODES:
                yield Mistake(name, line, f"the file holds more than {MAX_NODES:,} values; split the change")
                return
    except yaml.MarkedYAMLError as error:
        hint = (
            "check the indentation (spaces, no tabs) here and in the line above, close every quote, and put"
            " double quotes around a text that holds a colon or starts with [ or #; the rest is checked afterwards"
        )
        line = _line(error.problem_mark or error.context_mark)
        yield Mistake(name, line, f"is not valid YAML ({error.problem}); {hint}")
    except (ValueError, OverflowError):  # the reader converts \UFFFFFFFF, or a version of 5,000 digits, unchecked
        yield Mistake(name, loader.line + 1, "holds a number that YAML cannot read; remove the \\U or the line with %")


def _forbidden(event: yaml.Event) -> Iterator[str]:
    if isinstance(event, yaml.AliasEvent):
        yield f'alias "*{event.anchor}": write the value out instead'
    elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        if event.anchor:
            yield f'anchor "&{event.anchor}": remove it'
        if event.tag:
            yield f'tag "{event.tag}": remove it; every value is plain text'
    if isinstance(event, yaml.ScalarEvent):
        if len(event.value) > MAX_CHARACTERS:
            yield f"a text of {len(event.value):,} characters; at most {MAX_CHARACTERS:,} fit"
        if half := _SURROGATE.search(event.value):
            yield _invisible(half[0])


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
            mistakes.append(Mistake(name, key_line, "a field's name must be a plain word"))
        elif key in children:
            first = children[key].line
            mistakes.append(Mistake(name, key_line, f'field "{key}" is given twice; the first is on line {first}'))
        else:
            # What starts below its key is reported on the key's line, where the eye looks for it.
            children[key] = Node(_node(child, name, mistakes).value, key_line)
    return Node(children, line)
