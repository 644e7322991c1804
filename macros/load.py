"""From the file to a `Guide`: every mistake is found in one run, each with its line and its cure."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from macros import model
from macros.explain import inner_types, mistakes_of, suggest
from macros.source import DataError, Mistake, Node, read
from macros.vocabulary import ChannelKey, Outcome, PartKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.fields import Record

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "data" / "scenarios.yml"
SOURCES = ROOT / "docs" / "data" / "sources.yml"

# The sections of the file in their order, the record that each holds, and what one record is called.
SECTIONS: dict[str, tuple[type[Record], str]] = {
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


# Fields that no two records of a section share.
_UNIQUE: tuple[tuple[str, ...], ...] = (("key",), ("slug", "id"), ("slug", "en"))
# Fields that hold the key of a record in another section.
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("samples", ("recruiter", "address"), "addresses"),
    ("scenarios", ("sample",), "samples"),
    ("examples", ("scenario",), "scenarios"),
)
# Sections that must have a record for every key that the model knows.
_COMPLETE = {"outcomes": Outcome, "channels": ChannelKey, "parts": PartKey}


def display(path: Path) -> str:
    """The path as a person in the repository would write it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def load(path: Path = DATA) -> model.Guide:
    """Read and check the data file. Raise `DataError` with every mistake in it."""
    return _load(path, path.stat().st_mtime_ns if path.exists() else 0)[0]


def source_keys() -> Iterator[str]:
    """The keys of all sources, like S40."""
    root, _ = read(SOURCES, display(SOURCES))
    if isinstance(root.value, dict):
        yield from root.value


def source(path: Path = DATA) -> Node:
    """The nodes behind `load(path)`, for whoever needs a line."""
    return _load(path, path.stat().st_mtime_ns if path.exists() else 0)[1]


@lru_cache(maxsize=4)
def _load(path: Path, _modified: int) -> tuple[model.Guide, Node]:
    name = display(path)
    root, mistakes = read(path, name)
    records = _records(root, name, mistakes)
    mistakes.extend(_across(root, name))
    if mistakes:
        raise DataError(mistakes)
    return model.Guide.model_validate(records), root


def _records(root: Node, name: str, mistakes: list[Mistake]) -> dict[str, list[Any]]:
    """The valid records of every section; what is invalid goes to `mistakes`."""
    if not isinstance(root.value, dict):
        raise DataError([Mistake(name, root.line, f"must hold the sections {', '.join(SECTIONS)}")])
    for section, node in root.value.items():
        if section not in SECTIONS:
            text = f'unknown section "{section}"{suggest(section, list(SECTIONS))}'
            mistakes.append(Mistake(name, node.line, text))
    return {section: list(_section(root, section, name, mistakes)) for section in SECTIONS}


def _section(root: Node, section: str, name: str, mistakes: list[Mistake]) -> Iterator[Record]:
    kind, singular = SECTIONS[section]
    found = root.get(section)
    if found is None or not found.items():
        text = f'section "{section}" is missing or empty; it lists {singular} records'
        mistakes.append(Mistake(name, found.line if found else root.line, text))
        return
    for node in found.items():
        try:
            yield kind.model_validate(node.plain())
        except ValidationError as error:
            mistakes += mistakes_of(error, kind, node, name, f"{_label(node, singular)}: ")


def _label(record: Node, singular: str) -> str:
    key = record.text("key") or record.text("part")
    return f'{singular} "{key}"' if key else singular


def _across(root: Node, name: str) -> Iterator[Mistake]:
    """What only shows when records are compared: the same key twice, and keys that nothing has."""
    for section, (_, singular) in SECTIONS.items():
        for unique in _UNIQUE:
            yield from _twice(_nodes(root, section), unique, singular, name)
    yield from _dangling(root, name)
    yield from _unknown_sources(root, name)
    yield from _incomplete(root, name)


def _dangling(root: Node, name: str) -> Iterator[Mistake]:
    for section, path, target in _REFERENCES:
        known = [key for record in _nodes(root, target) if (key := record.text("key"))]
        for record in _nodes(root, section):
            value = record.text_at(path)
            if value and known and value not in known:
                label, field = _label(record, SECTIONS[section][1]), ".".join(path)
                text = f'{label}: {field} "{value}" does not exist{suggest(value, known)}'
                yield Mistake(name, record.line_at(path), text)


def _unknown_sources(root: Node, name: str) -> Iterator[Mistake]:
    sources = list(source_keys())
    for record in _nodes(root, "scenarios"):
        cited = record.get("sources")
        for node in cited.items() if cited else []:
            if node.value not in sources:
                text = f'{_label(record, "scenario")}: source "{node.value}" is not in {display(SOURCES)}; add it there'
                yield Mistake(name, node.line, text)


def _incomplete(root: Node, name: str) -> Iterator[Mistake]:
    for section, keys in _COMPLETE.items():
        present = {record.text("key") for record in _nodes(root, section)}
        missing = [key for key in inner_types(keys) if key not in present] if present else []
        for key in missing:
            yield Mistake(name, root.line_at([section]), f'section "{section}" lacks "{key}"; add its record')
    outcomes, used = inner_types(Outcome), {record.text("outcome") for record in _nodes(root, "scenarios")}
    if used and used.issubset(outcomes):  # a misspelt one is a mistake of its own
        for outcome in outcomes:
            if outcome not in used:
                text = f'no scenario has the outcome "{outcome}"; the site links to at least one of each'
                yield Mistake(name, root.line_at(["scenarios"]), text)


def _nodes(root: Node, section: str) -> list[Node]:
    node = root.get(section)
    return node.items() if node else []


def _twice(nodes: list[Node], field: tuple[str, ...], singular: str, name: str) -> Iterator[Mistake]:
    seen: dict[str, int] = {}
    for node in nodes:
        value, line = node.text_at(field), node.line_at(field)
        if value and value in seen:
            yield Mistake(name, line, f'{singular}: {".".join(field)} "{value}" is already used on line {seen[value]}')
        elif value:
            seen[value] = line
