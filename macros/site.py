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
    from collections.abc import Mapping
    from pathlib import Path

    from macros.check import Checked
    from macros.vocabulary import Language

WORDS = ROOT / "macros" / "words.yml"

# Where the tips and the scenarios of an edition lie below its root; a published address never changes.
FOLDERS: Mapping[Language, Mapping[str, str]] = {
    "id": {"tips": "cara", "examples": "contoh"},
    "en": {"tips": "tips", "examples": "examples"},
}


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
    def folders(self) -> Mapping[str, str]:
        """The folders of this edition's pages."""
        return FOLDERS[self.edition]


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
