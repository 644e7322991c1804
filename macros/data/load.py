"""From the files to one `Data` object: every diagnostic is found in one run, each with its line and its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field, ValidationError

from macros.data.across import SECTIONS, Across, label
from macros.data.defaults import Defaults
from macros.data.explain import diagnostics_of, suggest
from macros.data.fields import Both, Record, Text
from macros.data.guide import Guide
from macros.data.nodes import DataError, Diagnostic
from macros.data.reader import read
from macros.data.table import Code, Source, Table
from macros.data.vocabulary import TONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.data.nodes import Node, Way

R = TypeVar("R", bound=Record)
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "docs" / "data" / "scenarios.yml"
TIPS = DATA.with_name("tips.yml")
SOURCES = DATA.with_name("sources.yml")
CODES = DATA.with_name("diagnostics.yml")
IMPOLITE = Path(__file__).with_name("impolite.yml")

_Impolite = Both[Annotated[tuple[Text, ...], Field(min_length=1)]]


@dataclass(frozen=True)
class Data:
    """All that was read: the guide with the place of each of its values, and the tables beside it."""

    guide: Guide
    table: Table
    sources: Mapping[str, Source]
    codes: Mapping[str, Code]
    warnings: tuple[Diagnostic, ...]
    name: str
    root: Node

    def line(self, way: Way) -> int:
        """The line of the data file on which the value at `way` stands, like `("scenarios", 3, "reason")`."""
        return self.root.line_at(way)


def display(path: Path) -> str:
    """The path as a person in the repository would write it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def load(path: Path = DATA, tips: Path = TIPS) -> Data:
    """Read and check the data file and the tables. Raise `DataError` with everything that is wrong in any of them."""
    found: list[Diagnostic] = []
    sources = records(SOURCES, Source, found)
    codes = records(CODES, Code, found)
    impolite, _ = record(IMPOLITE, _Impolite, found)
    table = _table(tips, sources, found)
    if table is None or impolite is None:
        raise DataError(found)
    name = display(path)
    written, diagnostics = read(path, name)
    root, sections = _sections(written, name, table, diagnostics)
    across = Across(root, name, list(sources), _any_of({*impolite.id, *impolite.en}), table.patterns["because"])
    found += [*diagnostics, *across.errors()]
    if found:
        raise DataError(found)
    guide = Guide.model_validate(sections)
    if unwritten := list(_unwritten(guide, root, name)):
        raise DataError(unwritten)
    return Data(guide, table, sources, codes, tuple(sorted(across.warnings())), name, root)


def records(path: Path, kind: type[R], found: list[Diagnostic]) -> dict[str, R]:
    """A file that is a map of records of `kind`: the valid ones; what is wrong goes to `found`."""
    name = display(path)
    root, diagnostics = read(path, name)
    found += diagnostics
    if not isinstance(root.value, dict):
        found.append(Diagnostic(name, root.line, "S014", "must be a map, like key: {…}"))
        return {}
    valid = {}
    for key, node in root.value.items():
        try:
            valid[key] = kind.model_validate(node.plain())
        except ValidationError as error:
            found += diagnostics_of(error, kind, node, name, f'"{key}": ')
    return valid


def record(path: Path, kind: type[R], found: list[Diagnostic]) -> tuple[R | None, Node]:
    """A file that is one record of `kind`, if it is valid, and its nodes; what is wrong goes to `found`."""
    name = display(path)
    root, diagnostics = read(path, name)
    found += diagnostics
    try:
        return kind.model_validate(root.plain()), root
    except ValidationError as error:
        found += diagnostics_of(error, kind, root, name)
        return None, root


def _table(path: Path, sources: Mapping[str, Source], found: list[Diagnostic]) -> Table | None:
    table, root = record(path, Table, found)
    for at, tip in enumerate(table.tips if table else ()):
        for key in tip.sources:
            if key not in sources:
                text = f'tip {tip.number}: source "{key}" is not in {display(SOURCES)}'
                found.append(Diagnostic(display(path), root.line_at(["tips", at, "sources"]), "S051", text))
    return table


def _unwritten(guide: Guide, root: Node, name: str) -> Iterator[Diagnostic]:
    """Every channel of a scenario for which no message fits."""
    for number, scenario in enumerate(guide.scenarios):
        for at, channel in enumerate(scenario.channels):
            for reason, tone in product(scenario.reasons, TONES):
                try:
                    guide.pattern(scenario, reason, channel, tone)
                except LookupError:
                    text = (
                        f'scenario "{scenario.key}": there is no message for {channel}, {tone}, "{reason["en"]}";'
                        ' write one in "own", or leave the channel out'
                    )
                    line = root.line_at(("scenarios", number, "channels", at))
                    yield Diagnostic(name, line, "S052", text)
                    break


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _sections(root: Node, name: str, table: Table, found: list[Diagnostic]) -> tuple[Node, dict[str, Any]]:
    """The file with its situations filled in, and the valid records of every section; what is wrong goes to `found`."""
    if not isinstance(root.value, dict):
        raise DataError([Diagnostic(name, root.line, "S010", f"must hold the sections {', '.join(SECTIONS)}")])
    for section, node in root.value.items():
        if section not in SECTIONS:
            text = f'unknown section "{section}"{suggest(section, list(SECTIONS))}'
            found.append(Diagnostic(name, node.line, "S010", text))
    *others, last = SECTIONS
    sections: dict[str, Any] = {section: list(_section(root, section, name, found)) for section in others}
    whole = Defaults(sections["samples"], sections["patterns"], table.limits).fill(root)
    return whole, sections | {last: list(_section(whole, last, name, found))}


def _section(root: Node, section: str, name: str, found: list[Diagnostic]) -> Iterator[Record]:
    kind, singular = SECTIONS[section]
    node = root.get(section)
    if node is not None and isinstance(node.value, dict):
        text = f'section "{section}" must be a list; put "- " before the first field of each record'
        found.append(Diagnostic(name, node.line, "S014", text))
        return
    if node is None or not node.items():
        text = f'section "{section}" is missing or empty; it lists {singular} records'
        found.append(Diagnostic(name, node.line if node else root.line, "S010", text))
        return
    for entry in node.items():
        try:
            yield kind.model_validate(entry.plain())
        except ValidationError as error:
            found += diagnostics_of(error, kind, entry, name, f"{label(entry, singular)}: ")
