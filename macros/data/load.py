"""From the file to a `Guide`: every mistake is found in one run, each with its line and its cure."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from macros.data import model, phrases
from macros.data.explain import inner_types, mistakes_of, suggest
from macros.data.fields import Record
from macros.data.harm import Impolite, refusals
from macros.data.languages import misplaced
from macros.data.nodes import DataError, Mistake, Node, Way, read
from macros.data.vocabulary import ChannelKey, Outcome, PartKey

if TYPE_CHECKING:
    from collections.abc import Iterator

R = TypeVar("R", bound=Record)
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "docs" / "data" / "scenarios.yml"
SOURCES = ROOT / "docs" / "data" / "sources.yml"
IMPOLITE = ROOT / "macros" / "data" / "impolite.yml"

# The sections of the file in their order, the record that each holds, and what one record is called.
SECTIONS: dict[str, tuple[type[Record], str]] = {
    "outcomes": (phrases.OutcomeInfo, "outcome"),
    "channels": (phrases.Channel, "channel"),
    "parts": (phrases.PartInfo, "part"),
    "dayparts": (phrases.Daypart, "daypart"),
    "addresses": (phrases.AddressForm, "address"),
    "samples": (model.Sample, "sample"),
    "phrases": (phrases.Phrase, "phrase"),
    "replies": (model.Reply, "reply"),
    "examples": (model.Example, "example"),
    "scenarios": (model.Scenario, "scenario"),
}

# Fields that no two records of a section share.
_UNIQUE: tuple[tuple[str, ...], ...] = (("key",), ("slug", "id"), ("slug", "en"), ("title", "id"), ("title", "en"))
# Fields that hold the key of a record in another section.
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("samples", ("recruiter", "address"), "addresses"),
    ("scenarios", ("sample",), "samples"),
    ("examples", ("scenario",), "scenarios"),
    ("replies", ("not_after",), "scenarios"),
)
# Sections that must have a record for every key that the model knows.
_COMPLETE = {"outcomes": Outcome, "channels": ChannelKey, "parts": PartKey}
# Fields of digits, whose form the model knows.
_DIGITS = {"phone", "interview", "slots"}


def display(path: Path) -> str:
    """The path as a person in the repository would write it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def modified(path: Path) -> int:
    """When the file was last written, to read it anew after a change; 0 if there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:  # reading will say what is wrong
        return 0


def record(path: Path, kind: type[R]) -> R:
    """A file that is one record of `kind`. Raise `DataError` with every mistake in it."""
    name = display(path)
    root, mistakes = read(path, name)
    try:
        found = kind.model_validate(root.plain())
    except ValidationError as error:
        mistakes += mistakes_of(error, kind, root, name)
    if mistakes:
        raise DataError(mistakes)
    return found


def records(path: Path, kind: type[R]) -> dict[str, R]:
    """A file that is a map of records of `kind`. Raise `DataError` with every mistake in it."""
    name = display(path)
    root, mistakes = read(path, name)
    if not isinstance(root.value, dict):
        raise DataError([Mistake(name, root.line, "S014", "must be a map, like key: {…}")])
    found = {}
    for key, node in root.value.items():
        try:
            found[key] = kind.model_validate(node.plain())
        except ValidationError as error:
            mistakes += mistakes_of(error, kind, node, name, f'"{key}": ')
    if mistakes:
        raise DataError(mistakes)
    return found


def load(path: Path = DATA) -> model.Guide:
    """Read and check the data file. Raise `DataError` with every mistake in it."""
    return _load(path, *map(modified, (path, IMPOLITE, SOURCES)))[0]


def impolite() -> Impolite:
    """The words that a polite message never contains. Raise `DataError` with every mistake in their file."""
    return record(IMPOLITE, Impolite)


def source_keys() -> Iterator[str]:
    """The keys of all sources, like S40."""
    root, _ = read(SOURCES, display(SOURCES))
    if isinstance(root.value, dict):
        yield from root.value


def source(path: Path = DATA) -> Node:
    """The nodes behind `load(path)`, for whoever needs a line."""
    return _load(path, *map(modified, (path, IMPOLITE, SOURCES)))[1]


def texts(root: Node) -> Iterator[tuple[str, Way, Node]]:
    """Every text of every record: what the record is called, the way to the text within it, and its node."""
    for section, (_, singular) in SECTIONS.items():
        for every in _nodes(root, section):
            for way, node in every.texts():
                yield _label(every, singular), way, node


@lru_cache(maxsize=4)
def _load(path: Path, *_modified: int) -> tuple[model.Guide, Node]:
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
        raise DataError([Mistake(name, root.line, "S010", f"must hold the sections {', '.join(SECTIONS)}")])
    for section, node in root.value.items():
        if section not in SECTIONS:
            text = f'unknown section "{section}"{suggest(section, list(SECTIONS))}'
            mistakes.append(Mistake(name, node.line, "S010", text))
    return {section: list(_section(root, section, name, mistakes)) for section in SECTIONS}


def _section(root: Node, section: str, name: str, mistakes: list[Mistake]) -> Iterator[Record]:
    kind, singular = SECTIONS[section]
    found = root.get(section)
    if found is not None and isinstance(found.value, dict):
        text = f'section "{section}" must be a list; put "- " before the first field of each record'
        mistakes.append(Mistake(name, found.line, "S014", text))
        return
    if found is None or not found.items():
        text = f'section "{section}" is missing or empty; it lists {singular} records'
        mistakes.append(Mistake(name, found.line if found else root.line, "S010", text))
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
    """What only shows in the whole file: the same key twice, keys that nothing has, texts that no record may hold."""
    for section, (_, singular) in SECTIONS.items():
        for unique in _UNIQUE:
            yield from _twice(_nodes(root, section), unique, singular, name)
    yield from _dangling(root, name)
    yield from _unknown_sources(root, name)
    yield from _incomplete(root, name)
    yield from _of_texts(root, name)


def _dangling(root: Node, name: str) -> Iterator[Mistake]:
    for section, path, target in _REFERENCES:
        known = [key for record in _nodes(root, target) if (key := record.text("key"))]
        for record in _nodes(root, section):
            found = record.at(path)
            for node in (found, *found.items()) if found and known else ():
                if node.value and isinstance(node.value, str) and node.value not in known:
                    label, field = _label(record, SECTIONS[section][1]), ".".join(path)
                    text = f'{label}: {field} "{node.value}" does not exist{suggest(node.value, known)}'
                    yield Mistake(name, node.line, "S051", text)


def _unknown_sources(root: Node, name: str) -> Iterator[Mistake]:
    sources = list(source_keys())
    for record in _nodes(root, "scenarios"):
        cited = record.get("sources")
        for node in cited.items() if cited else []:
            if node.value not in sources:
                hint = suggest(str(node.value), sources) if str(node.value).upper() in sources else "; add it there"
                text = f'{_label(record, "scenario")}: source "{node.value}" is not in {display(SOURCES)}{hint}'
                yield Mistake(name, node.line, "S051", text)


def _of_texts(root: Node, name: str) -> Iterator[Mistake]:
    """What no text may hold, in whatever record it stands."""
    words = impolite()
    for label, way, node in texts(root):
        text, place = str(node.value), f"{label}: {'.'.join(map(str, way))}"
        for rule, sentence in () if _DIGITS.intersection(way) else refusals(text, words):
            if rule != "S037" or "before" not in way:  # a bad draft may well show an emoji
                yield Mistake(name, node.line, rule, f"{place}: {sentence}")
        if told := misplaced(way, text, certain=True):
            yield Mistake(name, node.line, "S039", f"{place}: {told}")


def _incomplete(root: Node, name: str) -> Iterator[Mistake]:
    for section, keys in _COMPLETE.items():
        present = {record.text("key") for record in _nodes(root, section)}
        missing = [key for key in inner_types(keys) if key not in present] if present else []
        for key in missing:
            yield Mistake(name, root.line_at([section]), "S010", f'section "{section}" lacks "{key}"; add its record')
    outcomes, used = inner_types(Outcome), {record.text("outcome") for record in _nodes(root, "scenarios")}
    if used and used.issubset(outcomes):  # a misspelt one is a mistake of its own
        for outcome in outcomes:
            if outcome not in used:
                text = f'no scenario has the outcome "{outcome}"; the site links to at least one of each'
                yield Mistake(name, root.line_at(["scenarios"]), "S010", text)


def _nodes(root: Node, section: str) -> list[Node]:
    node = root.get(section)
    return node.items() if node else []


def _twice(nodes: list[Node], field: tuple[str, ...], singular: str, name: str) -> Iterator[Mistake]:
    seen: dict[str, int] = {}
    for node in nodes:
        found = node.at(field)
        value, line = found.value if found and isinstance(found.value, str) else "", node.line_at(field)
        if value and value in seen:
            text = f'{singular}: {".".join(field)} "{value}" is already used on line {seen[value]}'
            yield Mistake(name, line, "S050", text)
        elif value:
            seen[value] = line
