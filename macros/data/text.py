"""The plain-text rule: what a text in the data may hold, so that no page can be harmed or misled by it."""

from __future__ import annotations

import re
import unicodedata

from pydantic_core import PydanticCustomError

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
_QUOTES = re.compile("[“”‘’„]")
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
# Two combining marks in a row, or one with no letter before it, in the categories of a word's characters.
_HEAPED_MARKS = re.compile("MM|(?<![LM])M")


def plain(text: str, *, blanks: bool = False) -> str:
    """Give `text` back if it is plain text, with known `[blanks]` only where they are allowed.

    Raise `PydanticCustomError` (a `ValueError`) with the data rule's number and a sentence that names the character
    and the cure.
    """
    _refuse_characters(text)
    _refuse_letters(text)
    if not text.strip():
        raise PydanticCustomError("S030", "is empty; write a text or remove the field")
    if text != " ".join(text.split()):
        raise PydanticCustomError("S032", "has spaces at an end or two in a row; remove them, or run make fix")
    if text[0] in "“‘„" and text[-1] in "”’“" and not _QUOTES.search(text[1:-1]):
        raise PydanticCustomError("S032", "stands in curly quotes as a whole; write straight ones, or run make fix")
    if text in ("…", "...", ".."):
        raise PydanticCustomError("S030", f'"{text}" is the placeholder of the example; write your text')
    found = BLANK.findall(text) if blanks else []
    for name in found:
        if name not in BLANKS:
            raise PydanticCustomError("S035", f'unknown blank "[{name}]"; the blanks are {", ".join(sorted(BLANKS))}')
    rest = BLANK.sub("", text) if blanks else text
    if "[" in rest or "]" in rest:
        allowed = "a blank is written like [company]" if blanks else "no blanks can be used here"
        raise PydanticCustomError("S035", f"has a square bracket; {allowed}")
    return text


def _refuse_characters(text: str) -> None:
    if "\n" in text:
        raise PydanticCustomError(
            "S032", "has a line break; write one line, or a list of lines where a message needs them"
        )
    for character in text:
        if character in _REFUSED:
            raise PydanticCustomError("S033", f'the character "{character}" is {_REFUSED[character]}')
        if unicodedata.category(character) in _INVISIBLE or _BLANK_GLYPHS.match(character):
            raise PydanticCustomError("S034", f"the invisible or control character U+{ord(character):04X}; delete it")


def _refuse_letters(text: str) -> None:
    """Refuse what can pass for another word: letters of other scripts, full-width forms, heaps of marks."""
    for word in text.split():
        foreign = [character for character in word if not _of_this_script(character)]
        if foreign:
            raise PydanticCustomError(
                "S036",
                f'"{word}" holds {unicodedata.name(foreign[0], "an unnamed character")} (U+{ord(foreign[0]):04X});'
                " write it with the letters a–z and the digits 0–9",
            )
        if _HEAPED_MARKS.search("".join(unicodedata.category(character)[0] for character in word)):
            raise PydanticCustomError("S036", f'"{word}" heaps marks on a letter; one is the most')


def _of_this_script(character: str) -> bool:
    """Say whether a letter or digit is Latin; other characters are not at stake, except in their full-width form."""
    name = unicodedata.name(character, "")
    if unicodedata.category(character)[0] == "L" or unicodedata.category(character) == "Nd":
        return name.startswith(("LATIN ", "DIGIT "))
    return not name.startswith("FULLWIDTH ")


def words(text: str) -> int:
    """How many words `text` has: runs of characters with at least one letter or digit."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
