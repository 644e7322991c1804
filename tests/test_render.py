"""Whatever text comes in stays text: in the HTML, through Markdown, and as the title of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import markdown
import pytest
import yaml

from macros.messages.compose import compose_all
from macros.data.fields import Both
from macros.data.load import ROOT
from macros.site.pages import generated
from macros.site.render import Page, Renderer
from macros.site.editions import Site, site
from tests.elements import shape

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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
    registers = scenario.reason.id.model_copy(update={"formal": text, "semiformal": text})
    reason = scenario.reason.model_copy(update={"id": registers, "en": registers})
    keywords = Both[tuple[str, ...]].model_construct(id=(text, text), en=(text,))
    texts = {"title": both, "when": both, "caution": both, "reason": reason, "keywords": keywords}
    return scenario.model_copy(update=texts)


def hostile_site(text: str) -> Site:
    """The site with `text` in its first scenario and in that scenario's messages."""
    real = site("id")
    guide = real.checked.guide
    first = with_text(guide.scenarios[0], text)
    guide = guide.model_copy(update={"scenarios": (first, *guide.scenarios[1:])})
    messages = tuple(compose_all(guide, real.checked.table.limits))
    return replace(real, checked=replace(real.checked, guide=guide, messages=messages))


def parsed(html: str) -> Element:
    fragment: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return fragment


def as_built(text: str) -> str:
    """What the build's Markdown makes of `text`."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_bytes(), yaml.BaseLoader)  # noqa: S506 - it makes only texts
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings["markdown_extensions"]]
    return str(markdown.markdown(text, extensions=names))


def through_markdown(html: str) -> Element:
    return parsed(as_built(html))


def normal(text: str) -> str:
    """The text as an HTML parser gives it back: it ends every line with a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_scenario_page_shows_hostile_text_as_text(text: str) -> None:
    hostile = hostile_site(text)
    key = hostile.checked.guide.scenarios[0].key
    harmless = parsed(Renderer(site("id"), Page("../../")).scenario_page(key))
    page = through_markdown(Renderer(hostile, Page("../../")).scenario_page(key))

    assert shape(page) == shape(harmless)
    bodies = ["".join(e.itertext()) for e in page.iter("div") if e.get("class") == "message-body"]
    for message in (message for message in hostile.checked.messages if message.scenario == key):
        assert normal(message.body) in bodies, message.id
        assert normal(text) in normal(message.body)


@pytest.mark.parametrize("text", HOSTILE)
def test_lists_show_hostile_text_as_text(text: str) -> None:
    renderer = Renderer(hostile_site(text), Page("./"))
    harmless = parsed(Renderer(site("id"), Page("./")).situations())
    shown = through_markdown(renderer.situations())
    assert [element.tag for element in shown.iter()] == [element.tag for element in harmless.iter()]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_generated_page_holds_hostile_text_only_in_quotes(text: str) -> None:
    _, page = next(generated(hostile_site(text)))
    front, body = page.removeprefix("---\n").split("\n---\n", 1)
    assert yaml.safe_load(front) == {"title": text, "description": text, "tags": ["Menarik diri", text, text, text]}
    assert body.strip() == '{{ scenario_page("tawaran-lain") }}'


def test_the_template_escapes_the_title() -> None:
    template = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    for value in ("title", "description", "page.previous_page.title", "page.next_page.title"):
        assert f"{{{{ {value} }}}}" not in template
        assert f"{{{{ {value} | e }}}}" in template


def test_an_unknown_scenario_is_named() -> None:
    with pytest.raises(KeyError, match='there is no scenario "nope"'):
        Renderer(site("id"), Page("./")).scenario_page("nope")
