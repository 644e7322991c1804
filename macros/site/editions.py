"""All that one edition of the site is made of: the checked data, the words of the interface and the sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.data.datarules import DATA_RULES, data_rules
from macros.data.fields import Both, Record, Text
from macros.data.load import DATA, IMPOLITE, ROOT, SOURCES, modified, records
from macros.data.table import TABLE
from macros.tips.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.data.datarules import DataRule
    from macros.data.vocabulary import Language
    from macros.tips.check import Checked

WORDS = ROOT / "macros" / "site" / "strings.yml"

# Where the pages of an edition lie below its root; a published address never changes.
PLACES: Mapping[Language, Mapping[str, str]] = {
    "id": {"home": "", "examples": "contoh/", "tips": "cara/", "contribute": "kontribusi/", "about": "tentang/"},
    "en": {"home": "", "examples": "examples/", "tips": "tips/", "contribute": "contribute/", "about": "about/"},
}
# The way from the root of each edition to the root of either.
ROOTS: Mapping[Language, Mapping[Language, str]] = {"id": {"id": "", "en": "en/"}, "en": {"id": "../", "en": ""}}


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
    data_rules: Mapping[str, DataRule]

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
    return _site(edition, tuple(map(modified, (DATA, TABLE, SOURCES, WORDS, IMPOLITE, DATA_RULES))))


@lru_cache(maxsize=2)
def _site(edition: Language, _modified: tuple[int, ...]) -> Site:
    return Site(edition, check(), words(edition), records(SOURCES, Source), data_rules())


def words(edition: Language) -> Mapping[str, str]:
    """The words of the interface alone, without the data."""
    return {key: text[edition] for key, text in records(WORDS, Both[Text]).items()}
