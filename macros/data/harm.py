"""What no text of the data may hold: ways to a stranger, numbers that may be somebody's, words that hurt."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from macros.data.fields import Both, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

Impolite = Both[Annotated[tuple[Text, ...], Field(min_length=1)]]

_RESERVED = r"(?:[\w-]+\.)*example\.(?:com|net|org)"  # RFC 2606: nobody can own them
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_RESERVED_EMAIL = re.compile(rf"[^@]+@{_RESERVED}", re.IGNORECASE)
_AROUND = "“”\u2018\u2019\"'(),;:!?.…@–-"  # the punctuation of the sentence around an address
_RESERVED_LINK = re.compile(rf"(?:https?://)?{_RESERVED}(?:/\S*)?", re.IGNORECASE)
# Endings of addresses that people meet, without those that are words of a sentence after a forgotten space.
_DOMAIN = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:com|net|org|info|biz|edu|gov|mil|id|my|sg|au|us|uk|eu|de|nl|jp|cn|ru|su|"
    r"io|co|me|tv|cc|ly|gl|gg|ee|be|ai|app|dev|xyz|online|site|website|web|page|tech|cloud|shop|store|link|click|top|"
    r"live|club|vip|space|fun|icu|asia|blog|tk|ml|ga|cf|gq|pw|ws)(?![\w-])(?:/\S*)?",
    re.IGNORECASE,
)
_PRODUCTS = {"asp.net", "ado.net", "vb.net", "socket.io"}
_DIGITS = re.compile(r"\+(?:[ ().–/-]{0,3}\d){6,}|\d(?:[ ().–/-]{0,3}\d){7,}")
# Runs of digits that are no telephone number: the samples' own, sums, dates, times, years from and to.
_HARMLESS_DIGITS = re.compile(
    r"(?<!\d)0\d{2,3}-0000-\d{4}(?!\d)"
    r"|(?:Rp|IDR|USD|\$) ?[1-9][\d.,]*"
    r"|(?<![\d.])(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.])\d{1,2}[.:]\d\d(?![.:]?\d)"
    r"|(?<!\d)(?:19|20)\d\d ?[–/-] ?(?:19|20)\d\d(?!\d)"
)
_IDENTITY_DIGITS = 16
_EMOJI = re.compile("[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def refusals(text: str, impolite: Impolite) -> Iterator[tuple[str, str]]:
    """Everything in `text` that nobody may publish here: a data rule's number, and a sentence with the cure."""
    for address in _EMAIL.findall(text):
        if not _RESERVED_EMAIL.fullmatch(address):
            yield "S041", f'"{address}" is an e-mail address; write name@example.com, or leave it out'
    for address in _addresses(_EMAIL.sub(" ", text)):
        yield "S040", f'"{address}" is taken for an address on the internet; leave it out, or write example.com'
    for digits in _DIGITS.findall(_HARMLESS_DIGITS.sub(" x ", text)):
        if sum(map(str.isdigit, digits)) == _IDENTITY_DIGITS:
            yield "S043", f'"{digits}" has 16 digits, like an identity number; leave it out'
        else:
            cure = "write one like 021-0000-0001, or leave it out"
            yield "S042", f'"{digits}" may be somebody\'s telephone number; {cure}'
    for word in _impolite(impolite).findall(text):
        yield "S044", f'"{word}" is not polite; say it in other words'
    for character in dict.fromkeys(_EMOJI.findall(text)):
        yield "S037", f'"{character}" (U+{ord(character):04X}) is an emoji or a symbol; use words'


def _addresses(text: str) -> Iterator[str]:
    for word in (every.strip(_AROUND) for every in text.split()):
        for address in [word] if "://" in word or "www." in word.casefold() else _DOMAIN.findall(word):
            if not _RESERVED_LINK.fullmatch(address) and address.casefold() not in _PRODUCTS:
                yield address


@lru_cache(maxsize=2)
def _impolite(impolite: Impolite) -> re.Pattern[str]:
    words = sorted({*impolite.id, *impolite.en}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
