"""YAML in, nodes out: every value stays the text that was written and keeps its line.

The reader accepts the plain subset of YAML that all readers agree on: texts, lists and maps.
`14:30` stays `14:30`, `no` stays `no`; what could mislead (a key given twice, an alias, a tag,
a second document) is a mistake with a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from macros.data.syntax import faults, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Way = tuple[str | int, ...]

MAX_BYTES = 1_000_000


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file: where it stands, and a sentence that says what would be right."""

    path: str
    line: int
    rule: str  # of `docs/data/rules.yml` like S012, or of a tip like 5.1
    text: str

    def __str__(self) -> str:
        # A sentence may quote the file; a line end or a control character in it must not reach the terminal.
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in self.text)
        return f"{self.path}:{self.line}: {self.rule} {text}"


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
    if found := faults(text):
        raise DataError([Mistake(name, line, rule, told) for line, rule, told in found])
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if root is None:
        raise DataError([Mistake(name, 1, "S001", "the file is empty")])
    mistakes: list[Mistake] = []
    return _node(root, name, mistakes), mistakes


def _node(node: yaml.Node, name: str, mistakes: list[Mistake]) -> Node:
    line = line_of(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(child, name, mistakes) for child in node.value], line)
    if not isinstance(node, yaml.MappingNode):
        return Node(str(node.value), line)
    children: dict[str, Node] = {}
    for key_node, child in node.value:
        key, key_line = str(key_node.value), line_of(key_node.start_mark)
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
