"""What only shows in the whole file: a key given twice, a key that nothing has, texts that no record may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.data import model, patterns, shared
from macros.data.explain import inner_types, suggest
from macros.data.nodes import Diagnostic
from macros.data.text import doubtful, language_of, misplaced, refused
from macros.data.vocabulary import LONG_TITLE, ChannelKey, Outcome, PartKey, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.data.fields import Record
    from macros.data.nodes import Node, Way
    from macros.data.table import Pattern

# The sections of the file in their order, the record that each holds, and what one record is called.
SECTIONS: dict[str, tuple[type[Record], str]] = {
    "outcomes": (shared.OutcomeInfo, "outcome"),
    "steps": (shared.StepInfo, "step"),
    "channels": (shared.Channel, "channel"),
    "parts": (shared.PartInfo, "part"),
    "dayparts": (shared.Daypart, "daypart"),
    "addresses": (shared.AddressForm, "address"),
    "samples": (model.Sample, "sample"),
    "patterns": (patterns.MessagePattern, "pattern"),
    "replies": (model.Reply, "reply"),
    "examples": (model.Example, "example"),
    "scenarios": (model.Scenario, "scenario"),
}
# Fields that no two records of a section share.
_UNIQUE: tuple[tuple[str, ...], ...] = (("title", "id"), ("title", "en"), ("key",), ("slug", "id"), ("slug", "en"))
# Fields that hold the key of a record in another section.
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("samples", ("recruiter", "address"), "addresses"),
    ("scenarios", ("sample",), "samples"),
    ("examples", ("scenario",), "scenarios"),
    ("replies", ("not_after",), "scenarios"),
)
# Sections that must have a record for every key that the model knows.
_COMPLETE = {"outcomes": Outcome, "steps": Step, "channels": ChannelKey, "parts": PartKey}
# Fields of digits, whose form the model knows.
_DIGITS = {"phone", "interview", "slots"}
# What a text has that is not in English.
_INDONESIAN = {"id", "grave"}
_FIGURE = re.compile(r"\b\d[\d.,]* ?%|\b(?:19|20)\d\d\b")


def label(record: Node, singular: str) -> str:
    """What a record is called in a sentence, like `scenario "sakit"`."""
    key = record.text("key") or record.text("outcome")
    return f'{singular} "{key}"' if key else singular


@dataclass(frozen=True)
class Across:
    """The whole data file, and what its texts are held against: known sources, refused words, "because"."""

    root: Node
    name: str
    sources: Sequence[str]
    impolite: re.Pattern[str]
    because: Pattern

    def errors(self) -> Iterator[Diagnostic]:
        """Everything that is wrong."""
        for section, (_, singular) in SECTIONS.items():
            told: set[int] = set()
            for unique in _UNIQUE:
                yield from self._twice(self._records(section), unique, singular, told)
        yield from self._dangling()
        yield from self._unknown_sources()
        yield from self._incomplete()
        yield from self._half_translated()
        for place, way, node in self._texts():
            for code, sentence in self._faults(way, str(node.value)):
                yield self._told(node.line, code, f"{place}: {sentence}")

    def warnings(self) -> Iterator[Diagnostic]:
        """Everything that could be better but stops nothing."""
        for scenario in self._records("scenarios"):
            for code, way, sentence in _improvable(scenario):
                text = f"warning: {label(scenario, 'scenario')}: {sentence}"
                yield self._told(scenario.line_at(way), code, text)
        for place, way, node in self._texts():
            text = str(node.value)
            if told := misplaced(way, text, certain=False):
                yield self._told(node.line, "S070", f"warning: {place}: {told}")
            for told in () if _DIGITS.intersection(way) else doubtful(text):
                yield self._told(node.line, "S074", f"warning: {place}: {told}")

    def _told(self, line: int, code: str, text: str) -> Diagnostic:
        return Diagnostic(self.name, line, code, text)

    def _records(self, section: str) -> list[Node]:
        node = self.root.get(section)
        return node.items() if node else []

    def _texts(self) -> Iterator[tuple[str, Way, Node]]:
        """Every text of every record: what it is called, the way to it within the record, and its node."""
        for section, (_, singular) in SECTIONS.items():
            for record in self._records(section):
                for way, node in record.texts():
                    yield f"{label(record, singular)}: {'.'.join(map(str, way))}", way, node

    def _faults(self, way: Way, text: str) -> Iterator[tuple[str, str]]:
        for code, sentence in () if _DIGITS.intersection(way) else refused(text, self.impolite):
            if code != "S037" or "before" not in way:  # a bad draft may well show an emoji
                yield code, sentence
        if told := misplaced(way, text, certain=True):
            yield "S039", told
        language = language_of(way)
        if "reasons" in way and language and any(start == 0 for start, _ in self.because.matches(text, language)):
            yield "S038", f'"{text}" already begins with the word for “because”; begin with the fact'

    def _twice(self, nodes: list[Node], field: tuple[str, ...], singular: str, told: set[int]) -> Iterator[Diagnostic]:
        """Every value that stands twice; one that was made of a title on a line of `told` follows from that."""
        seen: dict[str, int] = {}
        for node in nodes:
            written = node.at(field)
            found = written or node.at((*field[:-1], "id"))  # without English the Indonesian stands in its place
            value, line = found.value if found and isinstance(found.value, str) else "", node.line_at(field)
            if line in told and (written is None or written.made):
                continue
            if value and value in seen:
                told.add(line)
                text = f'{singular}: {".".join(field)} "{value}" is already used on line {seen[value]}'
                yield self._told(line, "S050", text)
            elif value:
                seen[value] = line

    def _dangling(self) -> Iterator[Diagnostic]:
        for section, path, target in _REFERENCES:
            known = [key for record in self._records(target) if (key := record.text("key"))]
            for record in self._records(section):
                found = record.at(path)
                for node in (found, *found.items()) if found and known else ():
                    if node.value and isinstance(node.value, str) and node.value not in known:
                        place = f"{label(record, SECTIONS[section][1])}: {'.'.join(path)}"
                        text = f'{place} "{node.value}" does not exist{suggest(node.value, known)}'
                        yield self._told(node.line, "S051", text)

    def _unknown_sources(self) -> Iterator[Diagnostic]:
        for record in self._records("scenarios"):
            cited = record.get("sources")
            for node in cited.items() if cited else []:
                if node.value not in self.sources:
                    known = str(node.value).upper() in self.sources
                    hint = suggest(str(node.value), list(self.sources)) if known else "; add it there"
                    text = f'{label(record, "scenario")}: source "{node.value}" is not in docs/data/sources.yml{hint}'
                    yield self._told(node.line, "S051", text)

    def _half_translated(self) -> Iterator[Diagnostic]:
        """Every situation with some English that lacks more, and every worked example of one that has none."""
        foreign = set()
        for record in self._records("scenarios"):
            shown = list(_shown(record))
            lacking = [way for way, node in shown if isinstance(node.value, dict) and node.value.keys() <= _INDONESIAN]
            if shown and len(lacking) == len(shown):
                foreign.add(record.text("key"))
            elif lacking:
                places = ", ".join(".".join(map(str, way)) for way in lacking)
                cure = "write it there too, or leave all English out"
                text = f"{label(record, 'scenario')}: English is missing in {places}; {cure}"
                yield self._told(record.line_at(lacking[0]), "S018", text)
        for example in self._records("examples"):
            if (key := example.text("scenario")) in foreign:
                text = f'example: scenario "{key}" is not in English yet; choose one that is, or translate it'
                yield self._told(example.line_at(["scenario"]), "S018", text)

    def _incomplete(self) -> Iterator[Diagnostic]:
        for section, keys in _COMPLETE.items():
            present = {record.text("key") for record in self._records(section)}
            for key in inner_types(keys) if present else ():
                if key not in present:
                    text = f'section "{section}" lacks "{key}"; add its record'
                    yield self._told(self.root.line_at([section]), "S010", text)
        outcomes, used = inner_types(Outcome), {record.text("outcome") for record in self._records("scenarios")}
        if used and used.issubset(outcomes):  # a misspelt one is wrong by itself
            for outcome in outcomes:
                if outcome not in used:
                    text = f'no scenario has the outcome "{outcome}"; the site links to at least one of each'
                    yield self._told(self.root.line_at(["scenarios"]), "S010", text)


def _shown(scenario: Node) -> Iterator[tuple[Way, Node]]:
    """The texts that a situation's page shows, each a map of languages."""
    for name in ("title", "when", "caution"):
        if node := scenario.get(name):
            yield (name,), node
    for number, reason in enumerate(scenario.listed("reasons")):
        yield ("reasons", number), reason
    for number, message in enumerate(scenario.listed("own")):
        if node := message.get("text"):
            yield ("own", number, "text"), node


def untranslated(scenario: Node) -> list[Way]:
    """The texts of a situation that are not in English."""
    return [
        way for way, node in _shown(scenario) if isinstance(node.value, dict) and set(node.value) <= {"id", "grave"}
    ]


def _improvable(scenario: Node) -> Iterator[tuple[str, Way, str]]:
    """The code, the field and the sentence for what could be better in a situation."""
    if scenario.get("keywords") is None:
        yield "S071", (), 'has no "keywords"; add the everyday words by which people look for it'
    title, caution = scenario.get("title"), scenario.get("caution")
    for way, node in title.texts() if title else ():
        if len(str(node.value)) > LONG_TITLE:
            yield "S072", ("title", *way), f"the title has {len(str(node.value))} characters; {LONG_TITLE} read well"
    for way, node in caution.texts() if caution else ():
        figure = _FIGURE.search(str(node.value))
        if figure and scenario.get("sources") is None:
            yield "S073", ("caution", *way), f'"{figure[0]}" is a fact without a source; add one to "sources"'
