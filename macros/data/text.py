"""What a text of the data may hold: plain text, nobody's address or number, in the language of its field."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.data.nodes import Way
    from macros.data.vocabulary import Language

BLANKS = frozenset(
    {
        "Reason",
        "address",
        "candidate",
        "company",
        "daypart",
        "given",
        "interview",
        "interview_date",
        "phone",
        "position",
        "reason",
        "recruiter",
        "recruiter_call",
        "recruiter_name",
        "slot",
        "slots",
        "slots_list",
        "slots_spoken",
        "spoken",
        "step",
        "step_short",
        "when",
    }
)
_QUOTES = re.compile("[“”‘’„]")
BLANK = re.compile(r"\[([A-Za-z][a-z_]*)\]")
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
        raise PydanticCustomError("S032", "has spaces at an end or two in a row; remove them")
    if text[0] in "“‘„" and text[-1] in "”’“" and not _QUOTES.search(text[1:-1]):
        raise PydanticCustomError("S032", "stands in curly quotes as a whole; write straight ones")
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


# RFC 2606: nobody can own them; what goes on after them is another name.
_RESERVED = r"(?:[\w-]+\.)*example\.(?:com|net|org)(?![\w-]|\.\w)"
_EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]+@(?!{_RESERVED})[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(rf"(?:\w+://|\bwww\.)(?!{_RESERVED})[^\s“”‘’\"'(),;]+", re.IGNORECASE)
# Times and dates, which in a row look like a number: 08.00–17.00.
_MOMENT = re.compile(
    r"(?<![\d.])(?:(?:[01]?\d|2[0-4])[.:][0-5]\d|\d\d?([./-])\d\d?\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![.:]?\d)"
)
_IDENTITY = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
# A number that is dialled; the samples' own, with 0000 in the middle, nobody can have.
_TELEPHONE = re.compile(
    r"(?<!\d)(?<!\d[.,-])(?!0\d{2,3}-0000-\d{4}(?!\d))(?:\+|00?(?=[1-9]))(?:[ ().–/-]{0,3}\d){7,14}(?!\d)"
)
_EMOJI = re.compile("[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
# What only looks like an address or a number, and may be a slip of the pen.
_PERHAPS = re.compile(
    rf"(?<![\w@.-])(?!{_RESERVED}|(?:asp|ado|vb)\.net\b|socket\.io\b)"
    r"(?:[a-z0-9-]+\.)+(?:com|co|id|net|org|io|me|ly|app|link)(?![\w-])|(?<![\d.,])(?<!Rp)(?<!Rp )\d{9,}(?!\d)",
    re.IGNORECASE,
)


def refused(text: str, impolite: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Everything in `text` that nobody may publish here: a diagnostic's code, and a sentence with the cure."""
    for address in _EMAIL.findall(text):
        yield "S041", f'"{address}" is an e-mail address; write name@example.com, or leave it out'
    for address in _LINK.findall(text):
        yield "S040", f'"{address}" is an address on the internet; leave it out, or write example.com'
    numbers = _MOMENT.sub(" x ", text)
    for digits in _IDENTITY.findall(numbers):
        yield "S043", f'"{digits}" has 16 digits, like an identity number; leave it out'
    for digits in _TELEPHONE.findall(_IDENTITY.sub(" x ", numbers)):
        yield "S042", f'"{digits}" is a telephone number; write one like 021-0000-0001, or leave it out'
    for word in impolite.findall(text):
        yield "S044", f'"{word}" is not polite; say it in other words'
    for character in dict.fromkeys(_EMOJI.findall(text)):
        yield "S037", f'"{character}" (U+{ord(character):04X}) is an emoji or a symbol; use words'


def doubtful(text: str) -> Iterator[str]:
    """A sentence for all that looks like somebody's address or number, and may be something else."""
    for found in _PERHAPS.findall(text):
        yield f'"{found}" looks like somebody\'s address or number; if it is one, leave it out'


# So many words of the other language, with none of its own, are no accident.
_CERTAIN = 3
# Frequent words that join others and mean nothing in the other language.
_JOINING: dict[Language, re.Pattern[str]] = {
    "id": re.compile(
        r"\b(?:ada|adalah|agar|akan|anda|atas|atau|belum|bisa|dalam|dan|dapat|dari|dengan|di|ini|itu|jika|karena|kepada|"
        r"lain|oleh|pada|saya|sedang|sehingga|sudah|telah|terlalu|tetapi|tidak|untuk|yang)\b"
    ),
    "en": re.compile(
        r"\b(?:after|and|are|at|be|because|but|can|for|from|has|have|if|is|it|my|not|of|or|that|the|this|to|too|we|"
        r"what|when|will|with|would|you|your)\b"
    ),
}


def misplaced(way: Way, text: str, *, certain: bool) -> str | None:
    """A sentence that says which words of `text` belong to the other language than its field, the end of `way`.

    Nothing if most are of the right one; a text that is certainly misplaced is told only if `certain`, and no other.
    """
    language = language_of(way)
    if language is None:
        return None
    written = BLANK.sub("", text).casefold()  # [when] is no word of English
    own = _JOINING[language].findall(written)
    other = _JOINING["en" if language == "id" else "id"].findall(written)
    if len(other) <= len(own) or (len(other) >= _CERTAIN and not own) != certain:
        return None
    words = ", ".join(f'"{word}"' for word in dict.fromkeys(other))
    return f"{words} is not the language of this field ({language}); have id and en changed places?"


def language_of(way: Way) -> Language | None:
    """The language that a text must have by its place; people look for keywords in any language."""
    if {"slug", "keywords"}.intersection(map(str, way)):
        return None
    return "id" if "id" in way else "en" if "en" in way else None
