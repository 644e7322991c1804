"""Whether a text is in the language of its field, by the small words that each language joins others with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.data.nodes import Way
    from macros.data.vocabulary import Language

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
    language = _language(way)
    if language is None:
        return None
    own = _JOINING[language].findall(text.casefold())
    other = _JOINING["en" if language == "id" else "id"].findall(text.casefold())
    if len(other) <= len(own) or (len(other) >= _CERTAIN and not own) != certain:
        return None
    words = ", ".join(f'"{word}"' for word in dict.fromkeys(other))
    return f"{words} is not the language of this field ({language}); have id and en changed places?"


def _language(way: Way) -> Language | None:
    """The language that a text must have by its place; people look for keywords in any language."""
    if {"slug", "keywords"}.intersection(map(str, way)):
        return None
    return "id" if "id" in way else "en" if "en" in way else None
