"""Whatever is written into the data gives a guide or sentences with lines, and whatever is accepted stays text.

`make test` tries a small share, `make fuzz` a large one.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.utils.meta import get_data
from pydantic import ValidationError

from macros import load
from macros.site.browser import filling
from macros.tips.check import check
from macros.messages.compose import compose
from macros.data.explain import mistakes_of
from macros.data.model import Sample, Scenario
from macros.site.pages import messages_json, scenario_pages
from macros.site.render import Page, Renderer
from macros.data.table import table
from macros.site.editions import Site, site
from macros.data.nodes import DataError, Node
from macros.data.vocabulary import LANGUAGES
from tests.elements import shape, texts
from tests.strategies import (
    any_bytes,
    changed_record,
    changed_text,
    few_scenarios,
    inputs,
    plain_texts,
    sample_moments,
    yaml_like,
)
from tests.test_render import as_built

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.data.model import Guide
    from macros.data.vocabulary import Language

KEYWORD = "kata kunci yang lain"
FEW = few_scenarios("tawaran-lain", "sakit", "terlewat", "belum-mencari", "diminta-biaya")
BUSY = load.load().scenario("bentrok-kerja")
RAW: Any = load.source().plain()
# Written here a second time, so that a slip of the library would show.
WEEKDAYS = {"id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"}
WEEKDAYS["en"] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
MONTHS = {"id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"}
MONTHS["en"] = "January February March April May June July August September October November December"


@pytest.fixture(scope="module", autouse=True)
def _sources_read_once() -> Iterator[None]:
    """The sources are another file, the same for every input."""
    keys = tuple(load.source_keys())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "source_keys", lambda: keys)
        yield


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "scenarios.yml"


def loaded(path: Path, data: bytes) -> Guide | None:
    """The guide, or nothing after making sure that what is said of the file is fit for its author."""
    path.write_bytes(data)
    load._load.cache_clear()  # two inputs may be written within one tick of the clock
    try:
        return load.load(path)
    except DataError as error:
        assert_told(error, data)
        return None


def assert_told(error: DataError, data: bytes) -> None:
    last = len(re.split(rb"\r\n|\r|\n", data))
    assert error.mistakes
    for mistake in error.mistakes:
        assert 1 <= mistake.line <= last
    for line in str(error).split("\n"):
        assert re.fullmatch(r"\S+/scenarios\.yml:\d+: \S.*", line)
        assert line.isprintable()


@inputs(300, 9_000)
@given(data=any_bytes)
def test_any_bytes_give_a_guide_or_mistakes_with_lines(path: Path, data: bytes) -> None:
    loaded(path, data)


def test_the_data_that_are_changed_are_valid(path: Path) -> None:
    path.write_text(FEW, encoding="utf-8")
    assert check(path).messages


@inputs(50, 1_500)
@given(text=changed_text(FEW))
def test_changed_data_give_messages_or_mistakes_with_lines(path: Path, text: str) -> None:
    guide = loaded(path, text.encode())
    if guide is None:
        return
    try:
        assert check(path).messages
    except DataError as error:
        assert_told(error, text.encode())


def node_of(value: Any, line: Iterator[int]) -> Node:  # noqa: ANN401 - YAML has no type
    """`value` as the reader would give it, every node on a line of its own."""
    here = next(line)
    if isinstance(value, dict):
        return Node({key: node_of(inner, line) for key, inner in value.items()}, here)
    if isinstance(value, list):
        return Node([node_of(inner, line) for inner in value], here)
    return Node(value, here)


@inputs(400, 7_000)
@given(changed=changed_record())
def test_any_record_is_valid_or_a_mistake_with_its_line(changed: tuple[str, Any]) -> None:
    section, record = changed
    kind, _ = load.SECTIONS[section]
    line = count(1)
    node = node_of(record, line)
    try:
        kind.model_validate(node.plain())
    except ValidationError as error:
        mistakes = mistakes_of(error, kind, node, "scenarios.yml")
        assert mistakes
        assert all(1 <= mistake.line < next(line) for mistake in mistakes)


# --- what is accepted stays text


def with_text(text: str) -> Scenario:
    """A scenario with `text` wherever a contributor writes one."""
    both = {"id": text, "en": text}
    registers = {"formal": f"Saya {text} sakit.", "semiformal": f"Saya {text} sakit."}
    own = {"part": "closing", "text": {"id": f"Salam {text} selalu.", "en": [f"Greet {text} always.", "", text]}}
    texts = {"title": both, "when": both, "caution": both, "keywords": {"id": [text, KEYWORD], "en": [text]}}
    reason = {"id": registers, "en": registers}
    return Scenario.model_validate(
        {**RAW["scenarios"][0], **texts, "reason": reason, "own": [own], "channels": ["email", "sms"], "sources": []}
    )


def site_of(scenario: Scenario) -> Site:
    """The site with that scenario and another of the outcome that every page links to."""
    real = site("id")
    others = tuple(other for other in real.checked.guide.scenarios if other.outcome == "missed")
    guide = real.checked.guide.model_copy(update={"scenarios": (scenario, *others)})
    messages = tuple(
        compose(guide, real.checked.table.limits, scenario, guide.channel(channel), language)
        for channel in scenario.channels
        for language in LANGUAGES
    )
    return replace(real, checked=replace(real.checked, guide=guide, messages=messages))


def built(site: Site) -> tuple[dict[str, Any], Element]:
    """The first scenario's page as the builder makes it: its front matter, and its HTML without a parse error."""
    _, page = next(scenario_pages(site))
    text, front = get_data(page)
    macros = {"scenario_page": Renderer(site, Page("../../")).scenario_page}
    # The builder's own plugin runs the page's template without escaping, as here.
    html = as_built(Environment(autoescape=False).from_string(text).render(macros))  # noqa: S701
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parseFragment(html)
    assert parser.errors == []
    return front, document


HARMLESS = shape(built(site_of(with_text("kata")))[1])


@inputs(40, 1_200)
@given(text=plain_texts)
def test_an_accepted_text_is_shown_as_it_was_written(text: str) -> None:
    page_site = site_of(with_text(text))
    front, page = built(page_site)
    assert front == {"title": text, "description": text, "tags": ["Menarik diri", text, KEYWORD, text]}
    assert shape(page) == HARMLESS
    assert texts(page, "h1") == [text]
    assert texts(page, "p", "lead") == [text]
    assert text in texts(page, "p")  # the caution
    messages = page_site.checked.messages
    bodies = texts(page, "div", "message-body")
    for message, record in zip(messages, json.loads(messages_json(page_site)), strict=True):
        assert record["body"] == message.body
        assert message.body in bodies
        assert f"Saya {text} sakit." in message.body


@inputs(40, 1_000)
@given(text=plain_texts)
def test_an_accepted_text_is_one_link_of_the_list(text: str) -> None:
    page = html5lib.parseFragment(
        as_built(Renderer(site_of(with_text(text)), Page("./")).situations()), namespaceHTMLElements=False
    )
    (group,) = [e for e in page.iter("section") if e.get("data-outcome") == "withdraw"]
    assert texts(group, "a") == [text]


@inputs(60, 1_000)
@given(text=st.text(max_size=30) | yaml_like | st.just("</script><script>alert(1)</script><!--"))
def test_no_text_ends_the_script_that_holds_the_data_for_the_browser(text: str) -> None:
    harmless = site_of(with_text("kata"))
    page_site = replace(harmless, words={**harmless.words, "now_good": text})
    _, page = built(page_site)
    data = json.loads(texts(page, "script")[0])
    assert data.pop("clock")["good"] == text
    assert data == json.loads(json.dumps(filling(page_site)))
    assert shape(page) == HARMLESS


# --- dates


@inputs(80, 2_000)
@given(moments=sample_moments(), language=st.sampled_from(LANGUAGES))
def test_every_weekday_in_a_message_is_the_day_of_its_date(moments: dict[str, Any], language: Language) -> None:
    guide = load.load()
    sample = Sample.model_validate({**RAW["samples"][0], **moments})
    guide = guide.model_copy(update={"samples": (sample,)})
    scenario = BUSY.model_copy(update={"sample": sample.key})
    message = compose(guide, table().limits, scenario, guide.channel("email"), language)
    weekdays, months = WEEKDAYS[language].split(), MONTHS[language].split()
    pattern = rf"({'|'.join(weekdays)}), (\d+) ({'|'.join(months)})(?: (\d+))?"
    found = [
        (weekday, date(int(year or sample.interview.year), months.index(month) + 1, int(day)))
        for weekday, day, month, year in re.findall(pattern, message.body)
    ]
    assert [day for _, day in found] == [at.date() for at in (sample.interview, *sample.slots)]
    assert [weekday for weekday, _ in found] == [weekdays[day.weekday()] for _, day in found]
