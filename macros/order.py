"""The fields of a scenario in the order of the model, each with the comments above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from macros.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = list(Scenario.model_fields)


def order_fields(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Give the text back with the fields of each scenario in order, and the line and names of those that were not.

    A record with an unknown field, or with one given twice, stays as it is: that must be mended first.
    """
    lines, done = text.split("\n"), []
    for record in _records(yaml.compose(text, Loader=yaml.BaseLoader)):
        names = [str(name.value) for name, _ in record.value]
        if len(set(names)) == len(names) and set(names) <= set(_ORDER):
            ordered = sorted(names, key=_ORDER.index)
            if ordered != names:
                start = _reorder(lines, record, names, ordered)
                done.append((start + 1, f"fields of the scenario put in order: {', '.join(ordered)}"))
    return "\n".join(lines), done


def _reorder(lines: list[str], record: yaml.MappingNode, names: list[str], ordered: list[str]) -> int:
    """Put the lines of one record in order and give the number of its first one; no other line moves."""
    column = record.start_mark.column
    begin, *starts = [_start(lines, name.start_mark, first=not number) for number, (name, _) in enumerate(record.value)]
    end = _end(lines, record.end_mark.line, column)
    # The first field shares its line with the dash of the record.
    dash = lines[begin][:column]
    lines[begin] = " " * column + lines[begin][column:]
    blocks = {name: lines[i:j] for name, i, j in zip(names, [begin, *starts], [*starts, end], strict=True)}
    first = blocks[ordered[0]]
    at = next(number for number, line in enumerate(first) if not _is_comment(line, column))
    first[at] = dash + first[at][column:]
    lines[begin:end] = [line for name in ordered for line in blocks[name]]
    return begin


def _records(root: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """The scenarios that are written with each field on a line of its own."""
    sections = root.value if isinstance(root, yaml.MappingNode) else []
    for name, section in sections:
        if name.value == "scenarios" and isinstance(section, yaml.SequenceNode):
            for record in section.value:
                if isinstance(record, yaml.MappingNode) and not record.flow_style:
                    yield record


def _start(lines: list[str], name: yaml.Mark, *, first: bool) -> int:
    """The first line of a field: the highest comment directly above its name, unless the whole record begins there."""
    start = name.line
    while not first and _is_comment(lines[start - 1], name.column):
        start -= 1
    return start


def _end(lines: list[str], end: int, column: int) -> int:
    """The line behind the record's last field; `end` is where YAML finds the next thing."""
    while not lines[end - 1].strip() or _is_comment(lines[end - 1], column):
        end -= 1
    return end


def _is_comment(line: str, column: int) -> bool:
    """Say whether the line is a comment; one further right than `column` may be words of a text."""
    written = line.lstrip(" ")
    return written.startswith("#") and len(line) - len(written) <= column
