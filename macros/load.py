"""From the file to a `Guide`: every mistake is found in one run, each with its line and its cure."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from macros import model
from macros.explain import explain, inner_types, suggest
from macros.source import DataError, Mistake, Node, read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "data" / "scenarios.yml"

# The sections of the file in their order, the record that each holds, and what one record is called.
SECTIONS: dict[str, tuple[type[model.Record], str]] = {
    "outcomes": (model.OutcomeInfo, "outcome"),
    "channels": (model.Channel, "channel"),
    "parts": (model.PartInfo, "part"),
    "dayparts": (model.Daypart, "daypart"),
    "addresses": (model.AddressForm, "address"),
    "samples": (model.Sample, "sample"),
    "phrases": (model.Phrase, "phrase"),
    "replies": (model.Reply, "reply"),
    "examples": (model.Example, "example"),
    "scenarios": (model.Scenario, "scenario"),
}
def display(path: Path) -> str:
    """The path as a person in the repository would write it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def load(path: Path = DATA) -> model.Guide:
    """Read and check the data file. Raise `DataError` with every mistake in it."""
    return _load(path, path.stat().st_mtime_ns if path.exists() else 0)[0]


def source(path: Path = DATA) -> Node:
    """The nodes behind `load(path)`, for whoever needs a line."""
    return _load(path, path.stat().st_mtime_ns if path.exists() else 0)[1]


@lru_cache(maxsize=4)
def _load(path: Path, _modified: int) -> tuple[model.Guide, Node]:
    name = display(path)
    root, mistakes = read(path, name)
    records = _records(root, name, mistakes)
    mistakes.extend(_across(root, records, name))
    if mistakes:
        raise DataError(mistakes)
    return model.Guide.model_validate(records), root


def _records(root: Node, name: str, mistakes: list[Mistake]) -> dict[str, list[Any]]:
    """The valid records of every section; what is invalid goes to `mistakes`."""
    records: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    if not isinstance(root.value, dict):
        raise DataError([Mistake(name, root.line, f"must hold the sections {', '.join(SECTIONS)}")])
    for section, node in root.value.items():
        if section not in SECTIONS:
            mistakes.append(Mistake(name, node.line, f'unknown section "{section}"{suggest(section, list(SECTIONS))}'))
    for section, (kind, singular) in SECTIONS.items():
        node = root.get(section)
        if node is None or not node.items():
            line = node.line if node else root.line
            mistakes.append(Mistake(name, line, f'section "{section}" is missing or empty; it lists {singular} records'))
            continue
        for record in node.items():
            try:
                records[section].append(kind.model_validate(record.plain()))
            except ValidationError as error:
                label = _label(record, singular)
                mistakes.extend(
                    Mistake(name, record.line_at(detail["loc"]), f"{label}: {explain(detail, kind)}")
                    for detail in error.errors()
                )
    return records


def _label(record: Node, singular: str) -> str:
    key = record.text("key") or record.text("part")
    return f'{singular} "{key}"' if key else singular


def _across(root: Node, records: dict[str, list[Any]], name: str) -> Iterator[Mistake]:
    """What only shows when records are compared: the same key twice, and keys that nothing has."""
    for section in SECTIONS:
        node = root.get(section)
        for field in (("key",), ("slug", "id"), ("slug", "en")):
            yield from _twice(node.items() if node else [], field, SECTIONS[section][1], name)

    def known(section: str) -> list[str]:
        node = root.get(section)
        return [record.text("key") for record in node.items()] if node else []

    references = {
        "samples": (("recruiter", "address"), "addresses"),
        "scenarios": (("sample",), "samples"),
        "examples": (("scenario",), "scenarios"),
    }
    for section, (path, target) in references.items():
        node = root.get(section)
        for record in node.items() if node else []:
            parent = record.get(path[0]) if len(path) > 1 else record
            value = parent.text(path[-1]) if parent else ""
            if value and value not in known(target):
                label = _label(record, SECTIONS[section][1])
                yield Mistake(
                    name,
                    record.line_at(path),
                    f'{label}: {".".join(path)} "{value}" does not exist{suggest(value, known(target))}',
                )
    for section in ("outcomes", "channels", "parts"):
        kind = {"outcomes": model.Outcome, "channels": model.ChannelKey, "parts": model.PartKey}[section]
        present = {record.key for record in records[section]} | set(known(section))
        for key in (key for key in inner_types(kind) if key not in present):
            node = root.get(section)
            yield Mistake(name, node.line if node else 1, f'section "{section}" lacks "{key}"; add its record')


def _twice(nodes: list[Node], field: tuple[str, ...], singular: str, name: str) -> Iterator[Mistake]:
    seen: dict[str, int] = {}
    for node in nodes:
        parent = node.get(field[0]) if len(field) > 1 else node
        value = parent.text(field[-1]) if parent else ""
        line = node.line_at(field)
        if value and value in seen:
            yield Mistake(name, line, f'{singular}: {".".join(field)} "{value}" is already used on line {seen[value]}')
        elif value:
            seen[value] = line
