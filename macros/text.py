"""The plain-text rule: what a text in the data may hold, so that no page can be harmed or misled by it."""

from __future__ import annotations

import re
import unicodedata

BLANKS = frozenset(
    {
        "address",
        "candidate",
        "company",
        "daypart",
        "interview",
        "interview_date",
        "phone",
        "position",
        "recruiter",
        "recruiter_call",
        "recruiter_name",
        "slot",
        "slots",
    }
)
BLANK = re.compile(r"\[([a-z_]+)\]")
_REFUSED = {
    "<": "markup; use words, or “ ” for emphasis",
    ">": "markup; use words, or “ ” for emphasis",
    "{": "template syntax; a blank is written [company]",
    "}": "template syntax; a blank is written [company]",
    "`": "code; use “ ”",
}
# Categories of Unicode that no reader sees or that change how the rest is read: control, format
# (zero-width, bidirectional), private use, surrogate, unassigned, line and paragraph separator.
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
# The same from other categories: no-break space, joiners, fillers and variation selectors.
_BLANK_GLYPHS = re.compile(
    "[\u00a0\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def plain(text: str, *, blanks: bool = False) -> str:
    """Give `text` back if it is plain text, with known `[blanks]` only where they are allowed.

    Raise `ValueError` with a sentence that names the character and the cure.
    """
    _refuse_characters(text)
    if not text.strip():
        raise ValueError("is empty; write a text or remove the field")
    if text != " ".join(text.split()):
        raise ValueError("has spaces at an end or two in a row; remove them")
    if text == "…":
        raise ValueError('"…" is the placeholder of the example; write your text')
    found = BLANK.findall(text) if blanks else []
    for name in found:
        if name not in BLANKS:
            raise ValueError(f'unknown blank "[{name}]"; the blanks are {", ".join(sorted(BLANKS))}')
    rest = BLANK.sub("", text) if blanks else text
    if "[" in rest or "]" in rest:
        allowed = "a blank is written like [company]" if blanks else "no blanks can be used here"
        raise ValueError(f"has a square bracket; {allowed}")
    return text


def _refuse_characters(text: str) -> None:
    if "\n" in text:
        raise ValueError("has a line break; write one line, or a list of lines where a message needs them")
    for character in text:
        if character in _REFUSED:
            raise ValueError(f'the character "{character}" is {_REFUSED[character]}')
        if unicodedata.category(character) in _INVISIBLE or _BLANK_GLYPHS.match(character):
            raise ValueError(f"the invisible or control character U+{ord(character):04X}; delete it")


def words(text: str) -> int:
    """How many words `text` has: runs of characters with at least one letter or digit."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
