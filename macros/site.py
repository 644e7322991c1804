"""All that one edition of the site is made of: the checked data, the words of the interface and the sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from macros.check import check
from macros.explain import mistakes_of
from macros.fields import Both, Record, Text
from macros.load import DATA, ROOT, SOURCES, display
from macros.rules import TABLE
from macros.source import DataError, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.check import Checked
    from macros.vocabulary import Language

WORDS = ROOT / "macros" / "words.yml"

# Where the pages of an edition lie below its root; a published address never changes.
PLACES: Mapping[Language, Mapping[str, str]] = {
    "id": {"home": "", "examples": "contoh/", "tips": "cara/", "contribute": "kontribusi/", "about": "tentang/"},
    "en": {"home": "", "examples": "examples/", "tips": "tips/", "contribute": "contribute/", "about": "about/"},
}
# The way from the root of each edition to the root of either.
ROOTS: Mapping[Language, Mapping[Language, str]] = {"id": {"id": "", "en": "en/"}, "en": {"id": "../", "en": ""}}


R = TypeVar("R", bound=Record)


class Source(Record):
    """A public page that a fact was taken from."""

    name: Text
    url: str


@dataclass(frozen=True)
class Site:
    """One edition."""

    edition: Language
    checked: Checked
    words: Mapping[str, str]
    sources: Mapping[str, Source]

    @property
    def other(self) -> Language:
        """The other edition."""
        return "en" if self.edition == "id" else "id"

    @property
    def places(self) -> Mapping[str, str]:
        """Where this edition's pages lie."""
        return PLACES[self.edition]

    @property
    def twins(self) -> Mapping[str, str]:
        """The address of every page below this edition's root, and of the same page below the other's."""
        return dict(zip(self._addresses(self.edition), self._addresses(self.other), strict=True))

    def _addresses(self, edition: Language) -> Iterator[str]:
        places = PLACES[edition]
        yield from places.values()
        for tip in self.checked.table.tips:
            yield f"{places['tips']}{tip.number}-{tip.slug[edition]}/"
        for scenario in self.checked.guide.scenarios:
            yield f"{places['examples']}{scenario.slug[edition]}/"


def site(edition: Language) -> Site:
    """Read everything. Raise `DataError` with every mistake in the first file that has any."""
    return _site(edition, tuple(path.stat().st_mtime_ns for path in (DATA, TABLE, SOURCES, WORDS)))


@lru_cache(maxsize=2)
def _site(edition: Language, _modified: tuple[int, ...]) -> Site:
    return Site(edition, check(), words(edition), _mapping(SOURCES, Source))


def words(edition: Language) -> Mapping[str, str]:
    """The words of the interface alone, for the theme's templates."""
    return {key: text[edition] for key, text in _mapping(WORDS, Both[Text]).items()}


def _mapping(path: Path, kind: type[R]) -> dict[str, R]:
    """A file that is one map of records of `kind`."""
    name = display(path)
    root, mistakes = read(path, name)
    found = {}
    for key, node in root.value.items() if isinstance(root.value, dict) else ():
        try:
            found[key] = kind.model_validate(node.plain())
        except ValidationError as error:
            mistakes += mistakes_of(error, kind, node, name, f'"{key}": ')
    if mistakes:
        raise DataError(mistakes)
    return found
