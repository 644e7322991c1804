"""What a file holds, as nodes that know their line; and what is wrong in it, as diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Way = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing wrong, or improvable, in a file: where it stands, and a sentence that says what would be right."""

    path: str
    line: int
    code: str  # of `docs/data/diagnostics.yml` like S012, or the rule of a tip like 5.1
    text: str

    def __str__(self) -> str:
        # A sentence may quote the file; a line end or a control character in it must not reach the terminal.
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in self.text)
        return f"{self.path}:{self.line}: {self.code} {text}"


class DataError(Exception):
    """Everything that is wrong with the data, in the order of the file."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))


@dataclass(frozen=True)
class Node:
    """A text, a list of nodes or a map of nodes, with the line on which it starts."""

    value: str | list[Node] | dict[str, Node]
    line: int
    made: bool = False  # not written in the file, but filled in by `defaults`

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

    def listed(self, key: str) -> list[Node]:
        """The nodes of the list under `key` of a map; nothing if there is no such list."""
        node = self.get(key)
        return node.items() if node else []

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
        """Every text that is written in this node, with the way to it."""
        if isinstance(self.value, dict):
            for key, node in self.value.items():
                yield from node.texts((*path, key))
        elif isinstance(self.value, list):
            for number, node in enumerate(self.value):
                yield from node.texts((*path, number))
        elif not self.made:
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
