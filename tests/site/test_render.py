"""Whatever text comes in stays text: in the HTML, through Markdown, and as the title of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml

from macros.data.fields import Both
from macros.data.load import ROOT
from macros.messages.reach import compose_all
from macros.site.editions import Edition, edition
from macros.site.pages import generated
from macros.site.render import Page, Renderer
from tests.site.documents import fragment, shape, texts

if TYPE_CHECKING:
    from macros.data.model import Scenario

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</article></main><h1>gone</h1>",
    "{{ 7 * 7 }}{% for x in y %}{# z #}",
    "{{ ''.__class__.__mro__ }}",
    "```\n<b>fence</b>\n```",
    "\n\n<b>after an empty line</b>\n\n# Heading",
    "[link](javascript:alert(1)) **bold** `code`",
    "&lt;b&gt; &amp; &#60;b&#62;",
    "\u202eright to left\u202c \u200bzero width",
    "--- \ntitle: other\n---",
]


def with_text(scenario: Scenario, text: str) -> Scenario:
    """The scenario with `text` wherever a contributor writes, past the model that would refuse it."""
    both = scenario.title.model_copy(update={"id": text, "en": text})
    reasons = tuple(reason.model_copy(update={"id": text, "en": text}) for reason in scenario.reasons)
    keywords = Both[tuple[str, ...]].model_construct(id=(text, text), en=(text,))
    texts = {"title": both, "when": both, "caution": both, "reasons": reasons, "keywords": keywords}
    return scenario.model_copy(update=texts)


def hostile_edition(text: str) -> Edition:
    """The edition with `text` in its first scenario and in that scenario's messages."""
    real = edition("id")
    guide = real.checked.data.guide
    guide = guide.model_copy(update={"scenarios": (with_text(guide.scenarios[0], text), *guide.scenarios[1:])})
    data = replace(real.checked.data, guide=guide)
    return replace(real, checked=replace(real.checked, data=data, messages=tuple(compose_all(data))))


def as_built(text: str) -> str:
    """What the build's Markdown makes of `text`."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_bytes(), yaml.BaseLoader)  # noqa: S506 - it makes only texts
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings["markdown_extensions"]]
    return str(markdown.markdown(text, extensions=names))


def normal(text: str) -> str:
    """The text as an HTML parser gives it back: it ends every line with a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_hostile_text_is_text_on_a_scenarios_page_and_in_lists() -> None:
    key = edition("id").checked.data.guide.scenarios[0].key
    renderer = Renderer(hostile_edition("kata"), Page("../../"))
    harmless = shape(fragment(as_built(renderer.scenario_page(key))))
    listed = [element.tag for element in fragment(as_built(renderer.situations())).iter()]
    for text in HOSTILE:
        hostile = hostile_edition(text)
        renderer = Renderer(hostile, Page("../../"))
        page = fragment(as_built(renderer.scenario_page(key)))
        assert shape(page) == harmless, text
        bodies = texts(page, "div", "message-body")
        for message in (message for message in hostile.checked.messages if message.scenario == key):
            assert normal(message.body) in bodies, message.id
            assert normal(text) in normal(message.body)
        assert [element.tag for element in fragment(as_built(renderer.situations())).iter()] == listed, text


def test_a_generated_page_holds_hostile_text_only_in_quotes() -> None:
    for text in HOSTILE:
        _, page = next(generated(hostile_edition(text)))
        front, body = page.removeprefix("---\n").split("\n---\n", 1)
        said = yaml.safe_load(front)
        assert {"title": text, "description": text, "tags": ["Menarik diri", text]}.items() <= said.items()
        assert said.keys() == {"title", "description", "tags", "hide"}
        assert body.strip() == '{{ scenario_page("tawaran-lain") }}'


def test_an_unknown_scenario_is_named() -> None:
    with pytest.raises(KeyError, match='there is no scenario "nope"'):
        Renderer(edition("id"), Page("./")).scenario_page("nope")
