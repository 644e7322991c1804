"""A record of five values, built: its page in both editions, and what leads there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.data.load import load
from macros.site.editions import strings
from macros.tips.check import check
from tests.site.builds import BASE, build, copy_of_project, run
from tests.site.documents import alternates, parsed, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

RECORD = """
  - outcome: reschedule
    title: "Anak sakit"
    when: "Anak Anda sakit dan tidak ada yang menjaganya."
    reasons: ["anak saya sakit", "anak saya dirawat"]
    keywords: ["anak demam"]
"""
PAGES = {"id": f"{BASE}contoh/anak-sakit/", "en": f"{BASE}en/examples/anak-sakit/"}
CHANNELS = ["email", "whatsapp", "phone"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one more record, and the site built of it."""
    project = copy_of_project(tmp_path_factory.mktemp("five"))
    data = project / "docs" / "data" / "scenarios.yml"
    data.write_text(data.read_text("utf-8") + RECORD, "utf-8")
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, Element]:
    return parsed(project / "site")


def marked(page: Element) -> list[str]:
    """The texts that are marked as Indonesian, but for those of messages."""
    return [text_of(element) for element in page.iter("span") if element.get("lang") == "id"]


def test_both_editions_have_the_page_with_the_same_indonesian_messages(pages: dict[str, Element]) -> None:
    said = []
    for page in PAGES.values():
        cards = [element for element in pages[page].iter("article") if "message" in element.get("class", "").split()]
        assert [card.get("data-channel") for card in cards] == CHANNELS
        replies = [element for element in pages[page].iter("article") if element.get("class") == "reply"]
        assert replies
        assert {card.get("data-language") for card in (*cards, *replies)} == {"id"}
        said.append([texts(card, "div", "message-body") for card in cards])
        assert [e for e in pages[page].iter("input") if e.get("name") in ("language", "reason_en")] == []
        assert alternates(pages[page]) == {**PAGES, "x-default": PAGES["id"]}
        filling = next(e for e in pages[page].iter("script") if e.get("id") == "filling")
        assert [list(pattern) for pattern in json.loads(text_of(filling))["patterns"]] == [["id"]] * 3
    assert said[0] == said[1]


def test_the_english_edition_says_that_the_page_is_not_translated(pages: dict[str, Element]) -> None:
    page, own = pages[PAGES["en"]], pages[PAGES["id"]]
    (link,) = (e for e in page.iter("a") if text_of(e) == strings("en")["untranslated_help"])
    assert link.get("href") == "../../contribute/#terjemahan"
    assert [e.get("id") for e in pages[f"{BASE}en/contribute/"].iter("h2") if e.get("id") == "terjemahan"]
    assert "Not translated yet." in text_of(page)
    assert strings("id")["untranslated"] not in text_of(own)
    title, when = "Anak sakit", "Anak Anda sakit dan tidak ada yang menjaganya."
    assert texts(page, "h1") == texts(own, "h1") == [title]
    assert marked(page)[:3] == [title, title, when]  # in the header, the heading and below it
    assert "anak saya dirawat" in marked(page)
    assert title not in marked(own)


def test_lists_search_and_sitemap_lead_to_it(project: Path, pages: dict[str, Element]) -> None:
    for edition, list_, way in (("", "contoh/", "contoh"), ("en/", "en/examples/", "examples")):
        links = [e for e in pages[f"{BASE}{list_}"].iter("a") if text_of(e) == "Anak sakit"]
        assert [link.get("href") for link in links] == [f"../{way}/anak-sakit/"]
        index = json.loads((project / "site" / edition / "search" / "search_index.json").read_text("utf-8"))
        found = [entry for entry in index["docs"] if entry["location"] == f"{way}/anak-sakit/"]
        assert "anak demam" in found[0]["tags"]
        assert f"{BASE}{edition}{way}/anak-sakit/" in (project / "site" / edition / "sitemap.xml").read_text("utf-8")
    nearest = pages[f"{BASE}en/examples/postponed-by-the-company/"]
    assert "Anak sakit" in marked(nearest)


def test_other_programs_get_its_messages(project: Path) -> None:
    checked = check(load(project / "docs" / "data" / "scenarios.yml"))
    assert [(one.channel, one.language) for one in checked.of("anak-sakit")] == [(key, "id") for key in CHANNELS]
    published = json.loads((project / "site" / "data" / "messages.json").read_text("utf-8"))
    assert [one["body"] for one in published if one["scenario"] == "anak-sakit"] == [
        one.body for one in checked.of("anak-sakit")
    ]
    result = run(project, "macros", "messages")
    written = [json.loads(line) for line in result.stdout.splitlines()]
    assert {one["language"] for one in written if one["scenario"] == "anak-sakit"} == {"id"}
