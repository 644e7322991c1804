"""What people ask, in `docs/data/questions.yml`: each answer leads to a page that there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from macros.data.explain import suggest
from macros.data.fields import Both, Entries, Key, Record, Set, Text, Title
from macros.data.load import DATA, display, record
from macros.data.nodes import DataError, Diagnostic
from macros.data.vocabulary import LANGUAGES, MAX_QUESTION, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.data.fields import Translated
    from macros.data.load import Data
    from macros.data.nodes import Node, Way
    from macros.data.vocabulary import Language

QUESTIONS = DATA.with_name("questions.yml")
# A written page, and a part of it: about, tip-8, tip-8#gugup.
_PAGE = re.compile(r"(?:(about)|tip-([1-9]))(?:#([a-z-]+))?")

Asked = Annotated[Text, Field(max_length=MAX_QUESTION)]


class Question(Record):
    """What somebody asks, and what we answer."""

    key: Key
    ask: Both[Asked]
    answer: Both[Text]
    see: Entries[str]
    sources: Set[str] = ()


class Group(Record):
    """Questions of one moment or theme."""

    key: Key
    title: Both[Title]
    questions: tuple[Question, ...] = Field(min_length=1)


class Questions(Record):
    """The whole file."""

    groups: tuple[Group, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Link:
    """Where an answer leads: the kind of page, where it lies below the root of each edition, and its title.

    A page that is the only one of its kind needs none.
    """

    kind: Literal["examples", "tips", "about"]
    place: Mapping[Language, str]
    title: Translated[str] | None


@dataclass(frozen=True)
class Asking:
    """The groups of questions, and the links that their answers name."""

    groups: tuple[Group, ...]
    links: Mapping[str, Link]


def questions(data: Data, path: Path = QUESTIONS) -> Asking:
    """Read and check the questions. Raise `DataError` with everything that is wrong in their file."""
    found: list[Diagnostic] = []
    asked, root = record(path, Questions, found)
    if asked is None:
        raise DataError(found)
    links: dict[str, Link] = {}
    for name, way in _named(asked, "see"):
        if link := _link(name, data):
            links[name] = link
        else:
            found.append(_unknown(name, way, root, path, data))
    for name, way in _named(asked, "sources"):
        if name not in data.sources:
            text = f'source "{name}" is not in docs/data/sources.yml; correct it, or add the source there'
            found.append(Diagnostic(display(path), root.line_at(way), "S051", text))
    found += _twice(asked, root, path)
    if found:
        raise DataError(found)
    return Asking(asked.groups, links)


def _named(asked: Questions, field: Literal["see", "sources"]) -> Iterator[tuple[str, Way]]:
    for at, group in enumerate(asked.groups):
        for number, question in enumerate(group.questions):
            for place, name in enumerate(getattr(question, field)):
                yield name, ("groups", at, "questions", number, field, place)


def _twice(asked: Questions, root: Node, path: Path) -> Iterator[Diagnostic]:
    """Every key that is used again: it is an anchor of the page."""
    seen: set[str] = set()
    for at, group in enumerate(asked.groups):
        ways: list[tuple[str, Way]] = [(group.key, ("groups", at, "key"))]
        ways += [(question.key, ("groups", at, "questions", n, "key")) for n, question in enumerate(group.questions)]
        for key, way in ways:
            if key in seen:
                text = f'the key "{key}" is already used on this page; choose another'
                yield Diagnostic(display(path), root.line_at(way), "S050", text)
            seen.add(key)


def _unknown(name: str, way: Way, root: Node, path: Path, data: Data) -> Diagnostic:
    hint = suggest(name, [scenario.key for scenario in data.guide.scenarios])
    text = f'"{name}" is neither a situation nor a page like tip-8, tip-8#gugup or about{hint}'
    return Diagnostic(display(path), root.line_at(way), "S051", text)


def _link(name: str, data: Data) -> Link | None:
    """Where `name` leads: the key of a situation, or a written page; nothing if there is no such place."""
    for scenario in data.guide.scenarios:
        if scenario.key == name:
            place = {language: f"{PLACES[language]['examples']}{scenario.slug[language]}/" for language in LANGUAGES}
            return Link("examples", place, scenario.title)
    page = _PAGE.fullmatch(name)
    if page is None:
        return None
    about, number, anchor = page.groups()
    tip = data.table.tip(int(number)) if number else None
    place = {language: tip.place(language) if tip else PLACES[language]["about"] for language in LANGUAGES}
    if anchor:
        place = {language: f"{way}#{anchor}" for language, way in place.items()}
    return Link("about" if about else "tips", place, tip.title if tip else None)
