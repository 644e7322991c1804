"""All that one edition of the site is made of: the checked data, the strings of the interface, the addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from macros.data.fields import Both, Text
from macros.data.load import load, records
from macros.data.nodes import DataError
from macros.data.questions import questions
from macros.data.vocabulary import PLACES
from macros.tips.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.data.nodes import Diagnostic
    from macros.data.questions import Asking
    from macros.data.vocabulary import Language
    from macros.tips.check import Checked

STRINGS = Path(__file__).with_name("strings.yml")

# The way from the root of each edition to the root of either.
ROOTS: Mapping[Language, Mapping[Language, str]] = {"id": {"id": "", "en": "en/"}, "en": {"id": "../", "en": ""}}


@dataclass(frozen=True)
class Edition:
    """One edition."""

    language: Language
    checked: Checked
    strings: Mapping[str, str]
    asking: Asking | None = None

    @property
    def other(self) -> Language:
        """The other edition."""
        return "en" if self.language == "id" else "id"

    @property
    def places(self) -> Mapping[str, str]:
        """Where this edition's pages lie."""
        return PLACES[self.language]

    @property
    def twins(self) -> Mapping[str, str]:
        """The address of every page below this edition's root, and of the same page below the other's."""
        return dict(zip(self._addresses(self.language), self._addresses(self.other), strict=True))

    def _addresses(self, language: Language) -> Iterator[str]:
        places = PLACES[language]
        yield from places.values()
        for tip in self.checked.data.table.tips:
            yield tip.place(language)
        for scenario in self.checked.data.guide.scenarios:
            yield f"{places['examples']}{scenario.slug[language]}/"


@lru_cache(maxsize=2)
def edition(language: Language) -> Edition:
    """One edition of the real data, read once for each build: the builder's hook clears it when a build begins.

    Raise `DataError` with everything that is wrong.
    """
    data = load()
    return Edition(language, check(data), strings(language), questions(data))


def strings(language: Language) -> Mapping[str, str]:
    """The strings of the interface. Raise `DataError` with everything that is wrong in their file."""
    found: list[Diagnostic] = []
    both = records(STRINGS, Both[Text], found)
    if found:
        raise DataError(found)
    return {key: text[language] for key, text in both.items()}
