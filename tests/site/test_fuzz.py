"""Whatever text the data accept is shown as it was written.

`make test` tries a small share, `make fuzz` a large one.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.utils.meta import get_data

from macros.data.model import Scenario
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import compose, first_choice
from macros.site.browser import filling
from macros.site.editions import Edition, edition
from macros.site.pages import messages_json, scenario_pages
from macros.site.render import Page, Renderer
from tests.site.documents import fragment, shape, texts
from tests.site.test_render import as_built
from tests.strategies import RAW, inputs, plain_texts, yaml_like

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KEYWORD = "kata kunci yang lain"


def with_text(text: str) -> Scenario:
    """A scenario with `text` wherever a contributor writes one."""
    both = {"id": text, "en": text}
    paragraphs = [
        {"subject": text},
        {"decision": f"Batal {text} saja.", "reason": "[Reason]."},
        {"closing": [f"Salam {text} selalu.", "", text]},
    ]
    own = {"channels": ["email", "sms"], "text": {"id": paragraphs, "en": paragraphs}}
    texts = {"title": both, "when": both, "caution": both, "keywords": {"id": [text, KEYWORD], "en": [text]}}
    clause = f"saya {text} sakit"
    reasons = [{"id": clause, "en": clause}, {"id": f"{clause} lagi", "en": f"{clause} lagi"}]
    given = {"reasons": reasons, "own": [own], "channels": ["email", "sms"], "sources": []}
    return Scenario.model_validate({**RAW["scenarios"][0], **texts, **given})


def site_of(scenario: Scenario) -> Edition:
    """The site with that scenario and another of the outcome that every page links to."""
    checked = edition("id").checked
    others = tuple(other for other in checked.data.guide.scenarios if other.outcome == "missed")
    guide = checked.data.guide.model_copy(update={"scenarios": (scenario, *others)})
    data = replace(checked.data, guide=guide)
    messages = tuple(
        compose(data, scenario, guide.channel(channel), language, first_choice(data, scenario))
        for channel in scenario.channels
        for language in LANGUAGES
    )
    return replace(edition("id"), checked=replace(checked, data=data, messages=messages))


def built(made: Edition) -> tuple[dict[str, Any], Element]:
    """The first scenario's page as the builder makes it: its front matter, and its HTML without a parse error."""
    _, page = next(scenario_pages(made))
    text, front = get_data(page)
    macros = {"scenario_page": Renderer(made, Page("../../")).scenario_page}
    # The builder's own plugin runs the page's template without escaping, as here.
    return front, fragment(as_built(Environment(autoescape=False).from_string(text).render(macros)))  # noqa: S701


HARMLESS = shape(built(site_of(with_text("kata")))[1])


@inputs(40, 1_200)
@given(text=plain_texts)
def test_an_accepted_text_is_shown_as_it_was_written(text: str) -> None:
    page_site = site_of(with_text(text))
    front, page = built(page_site)
    tags = ["Menarik diri", *dict.fromkeys((text, KEYWORD))]
    assert front == {"title": text, "description": text, "tags": tags, "hide": ["navigation", "toc"]}
    assert shape(page) == HARMLESS
    assert texts(page, "h1") == [text]
    assert texts(page, "p", "lead") == [text]
    assert text in texts(page, "p")  # the caution
    messages = page_site.checked.messages
    bodies = texts(page, "div", "message-body")
    for message, record in zip(messages, json.loads(messages_json(page_site)), strict=True):
        assert record["body"] == message.body
        assert message.body in bodies
        assert f"Batal {text} saja. Saya {text} sakit." in message.body
        assert record["reason"] == f"saya {text} sakit"


@inputs(40, 1_000)
@given(text=plain_texts)
def test_an_accepted_text_is_one_link_of_the_list(text: str) -> None:
    page = fragment(as_built(Renderer(site_of(with_text(text)), Page("./")).situations()))
    (group,) = [e for e in page.iter("section") if e.get("data-outcome") == "withdraw"]
    assert texts(group, "a") == [text]


@inputs(60, 1_000)
@given(text=st.text(max_size=30) | yaml_like | st.just("</script><script>alert(1)</script><!--"))
def test_no_text_ends_the_script_that_holds_the_data_for_the_browser(text: str) -> None:
    harmless = site_of(with_text("kata"))
    page_site = replace(harmless, strings={**harmless.strings, "now_good": text})
    _, page = built(page_site)
    data = json.loads(texts(page, "script")[0])
    assert data.pop("clock")["good"] == text
    assert data == json.loads(json.dumps(filling(page_site, page_site.checked.data.guide.scenarios[0])))
    assert shape(page) == HARMLESS
