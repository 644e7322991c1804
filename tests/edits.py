"""The text of the data file, edited as a contributor would."""

from __future__ import annotations

from macros.data.load import DATA, SECTIONS

TEXT = DATA.read_text(encoding="utf-8")


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
