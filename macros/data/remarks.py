"""What could be better in the data but stops nothing: remarks, in the same form as mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.data.languages import misplaced
from macros.data.load import texts
from macros.data.nodes import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.data.nodes import Node, Way

_LONG_TITLE = 45
_FIGURE = re.compile(r"\b\d[\d.,]* ?%|\b(?:19|20)\d\d\b")


def remarks(root: Node, name: str) -> Iterator[Mistake]:
    """Everything worth a second look in the data file behind `root`, called `name`."""
    scenarios = root.get("scenarios")
    for scenario in scenarios.items() if scenarios else ():
        for rule, way, sentence in _of_scenario(scenario):
            yield Mistake(name, scenario.line_at(way), rule, f'should: scenario "{scenario.text("key")}": {sentence}')
    for label, way, node in texts(root):
        text = misplaced(way, str(node.value), certain=False)
        if text:
            yield Mistake(name, node.line, "S070", f"should: {label}: {'.'.join(map(str, way))}: {text}")


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
