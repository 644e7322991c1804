"""What could be better in the data but stops nothing: remarks, in the same form as mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.load import texts
from macros.source import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.source import Node, Way
    from macros.vocabulary import Language

_LONG_TITLE = 45
_FIGURE = re.compile(r"\b\d[\d.,]* ?%|\b(?:19|20)\d\d\b")
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


def remarks(root: Node, name: str) -> Iterator[Mistake]:
    """Everything worth a second look in the data file behind `root`, called `name`."""
    scenarios = root.get("scenarios")
    for scenario in scenarios.items() if scenarios else ():
        for rule, way, sentence in _of_scenario(scenario):
            yield Mistake(name, scenario.line_at(way), rule, f'should: scenario "{scenario.text("key")}": {sentence}')
    for label, way, node in texts(root):
        language = _language(way)
        foreign = _foreign(str(node.value), language) if language else ()
        if foreign:
            place, words = ".".join(map(str, way)), ", ".join(f'"{word}"' for word in foreign)
            told = f"{words} is not the language of this field ({language}); have id and en changed places?"
            yield Mistake(name, node.line, "S070", f"should: {label}: {place}: {told}")


def _of_scenario(scenario: Node) -> Iterator[tuple[str, Way, str]]:
    """The rule, the field and the sentence for what is particular to a situation."""
    if scenario.get("keywords") is None:
        yield "S071", (), 'has no "keywords"; add the everyday words by which people look for it'
    title, caution = scenario.get("title"), scenario.get("caution")
    for way, node in title.texts() if title else ():
        if len(str(node.value)) > _LONG_TITLE:
            yield "S072", ("title", *way), f"the title has {len(str(node.value))} characters; {_LONG_TITLE} read well"
    for way, node in caution.texts() if caution else ():
        figure = _FIGURE.search(str(node.value))
        if figure and scenario.get("sources") is None:
            yield "S073", ("caution", *way), f'"{figure[0]}" is a fact without a source; add one to "sources"'


def _language(way: Way) -> Language | None:
    """The language that a text must have by its place; people look for keywords in any language."""
    if {"slug", "keywords"}.intersection(map(str, way)):
        return None
    return "id" if "id" in way else "en" if "en" in way else None


def _foreign(text: str, language: Language) -> list[str]:
    """The joining words of the other language, if there are more of them in `text` than of its own."""
    own = _JOINING[language].findall(text.casefold())
    other = _JOINING["en" if language == "id" else "id"].findall(text.casefold())
    return list(dict.fromkeys(other)) if len(other) > len(own) else []
