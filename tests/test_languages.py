from __future__ import annotations

from macros.data.languages import misplaced
from macros.data.load import source, texts
from macros.data.nodes import Node
from macros.data.text import words


def swapped(node: Node) -> Node:
    """The same with all Indonesian texts under "en" and the reverse."""
    other = {"id": "en", "en": "id"}
    if isinstance(node.value, dict):
        return Node({other.get(key, key): swapped(child) for key, child in node.value.items()}, node.line)
    return Node([swapped(child) for child in node.value], node.line) if isinstance(node.value, list) else node


def test_nearly_every_text_of_more_than_three_words_is_noticed_in_the_wrong_language() -> None:
    root = swapped(source())
    long = [
        (way, str(node.value))
        for _, way, node in texts(root)
        if {"id", "en"} & set(way) and not {"slug", "keywords"} & set(way) and words(str(node.value)) > 3
    ]
    refused = [way for way, text in long if misplaced(way, text, certain=True)]
    told = [way for way, text in long if misplaced(way, text, certain=False)]
    assert len(long) > 500
    assert len(refused) > 0.4 * len(long)
    assert len(refused) + len(told) > 0.95 * len(long)


def test_three_words_of_the_other_language_alone_are_refused_and_fewer_are_told() -> None:
    for text, certain in (("Anda sedang sakit dan lelah.", True), ("Anda sedang sakit.", False)):
        sentence = misplaced(("when", "en"), text, certain=certain)
        assert sentence is not None
        assert sentence.startswith('"anda", "sedang"')
        assert misplaced(("when", "en"), text, certain=not certain) is None
    assert misplaced(("when", "en"), "You are ill: saya sakit dan belum bisa hadir di sana.", certain=True) is None
