"""The text of the data file, edited as a contributor would."""

from __future__ import annotations

import re
from typing import NamedTuple

from macros.data.across import SECTIONS
from macros.data.load import DATA

TEXT = DATA.read_text(encoding="utf-8")


class Edit(NamedTuple):
    """The first `old` after the beginning of `place` becomes `new`; on that line `code` is told, and it `says` so."""

    code: str
    place: str
    old: str
    new: str
    says: str


def at(place: str) -> str:
    """How a record with that key, or a section, begins in the file."""
    return f"\n{place}:\n" if place in SECTIONS else f"\n  - key: {place}\n"


def edit(text: str, place: str, old: str, new: str) -> str:
    """`text` with the first `old` after the beginning of `place` replaced."""
    start = text.index(old, text.index(at(place)))
    return text[:start] + new + text[start + len(old) :]


def line_of(text: str, place: str, words: str = "") -> int:
    """The line on which `words` first stand after the beginning of `place`, or on which `place` begins."""
    start = text.index(at(place)) + 1
    return text.count("\n", 0, text.index(words, start)) + 1


def few_scenarios(*keys: str) -> str:
    """The real data file with these scenarios and their worked examples alone."""
    head, examples, scenarios = re.split(r"^(?=examples:|scenarios:)", TEXT, flags=re.MULTILINE)

    def kept(section: str, first: str, field: str) -> str:
        title, *records = re.split(rf"^(?=  - {first}: )", section, flags=re.MULTILINE)
        wanted = re.compile(rf"^(?:  - |    ){field}: (?:{'|'.join(keys)})$", re.MULTILINE)
        return title + "".join(record for record in records if wanted.search(record))

    def known(match: re.Match[str]) -> str:
        names = [name for name in match[1].split(", ") if name in keys]
        return f"    not_after: [{', '.join(names)}]\n" if names else ""

    head = re.sub(r"^    not_after: \[(.*)\]\n", known, head, flags=re.MULTILINE)
    return head + kept(examples, "tip", "scenario") + kept(scenarios, "key", "key")


# One scenario of each outcome is the least that the data may hold.
FEW = few_scenarios("tawaran-lain", "sakit", "terlambat", "terlewat", "belum-mencari", "diminta-biaya")
