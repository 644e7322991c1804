"""The built site as a browser, a search engine or another program receives it."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlparse

import html5lib
import pytest

from macros.data.load import DATA
from macros.site.editions import PLACES, ROOTS
from macros.data.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.tips.check import Checked

BASE = "https://pamit.example.com/"


def parse(path: Path) -> tuple[Element, list[str]]:
    """The document, and the errors that the HTML standard's parser finds in it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(path.read_text(encoding="utf-8"))
    return document, [f"{position}: {code}" for position, code, _ in parser.errors]


def html_files(site_dir: Path) -> list[Path]:
    return sorted(site_dir.rglob("*.html"))


def address_of(path: Path, site_dir: Path) -> str:
    return urljoin(BASE, path.relative_to(site_dir).as_posix().removesuffix("index.html"))


def text_of(element: Element) -> str:
    return "".join(element.itertext())


@pytest.fixture(scope="module")
def documents(site_dir: Path) -> dict[str, Element]:
    return {address_of(path, site_dir): parse(path)[0] for path in html_files(site_dir)}


def test_every_page_is_written(site_dir: Path, checked: Checked) -> None:
    written = {path.relative_to(site_dir).as_posix() for path in html_files(site_dir)}
    expected = {"index.html", "404.html", "en/index.html", "en/404.html"}
    expected |= {f"{folder}/index.html" for folder in ("cara", "contoh", "kontribusi", "tentang")}
    expected |= {f"en/{folder}/index.html" for folder in ("tips", "examples", "contribute", "about")}
    for tip in checked.table.tips:
        expected |= {f"cara/{tip.number}-{tip.slug.id}/index.html", f"en/tips/{tip.number}-{tip.slug.en}/index.html"}
    for scenario in checked.guide.scenarios:
        expected |= {f"contoh/{scenario.slug.id}/index.html", f"en/examples/{scenario.slug.en}/index.html"}
    assert written == expected


def test_html_has_no_parse_errors(site_dir: Path) -> None:
    assert {path.name: errors for path in html_files(site_dir) if (errors := parse(path)[1])} == {}


def test_ids_are_unique(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        ids = Counter(element.get("id") for element in document.iter() if element.get("id"))
        assert [name for name, count in ids.items() if count > 1] == [], page


def test_titles_and_descriptions(documents: dict[str, Element]) -> None:
    for edition in ("id", "en"):
        pages = [document for document in documents.values() if document.get("lang") == edition]
        titles = [text_of(title) for document in pages for title in document.iter("title")]
        assert len(set(titles)) == len(pages) == len(documents) / 2
    for page, document in documents.items():
        descriptions = [meta.get("content", "") for meta in document.iter("meta") if meta.get("name") == "description"]
        assert len(descriptions) == 1, page
        assert 40 <= len(descriptions[0]) <= 200, (page, descriptions[0])
        assert document.get("lang") == ("en" if "/en/" in page else "id"), page


def test_headings_start_with_one_h1_and_skip_no_level(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        levels = [int(element.tag[1]) for element in document.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        assert levels.count(1) == 1, page
        assert levels[0] == 1, page
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (page, levels)


def test_every_internal_link_leads_somewhere(documents: dict[str, Element], site_dir: Path) -> None:
    ids = {page: {e.get("id") for e in document.iter() if e.get("id")} for page, document in documents.items()}
    broken = []
    for page, document in documents.items():
        for element in document.iter():
            link = element.get("href") or element.get("src")
            if link is None or urlparse(urljoin(page, link)).netloc != urlparse(BASE).netloc:
                continue
            target, _, anchor = urljoin(page, link).partition("#")
            file = site_dir / unquote(urlparse(target).path.lstrip("/"))
            exists = (file / "index.html").is_file() if target.endswith("/") else file.is_file()
            if not exists or (anchor and unquote(anchor) not in ids.get(target, set())):
                broken.append((page, link))
    assert broken == []


def test_nothing_is_loaded_from_another_host(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        for element in document.iter():
            link = element.get("src") or (element.get("href") if element.tag == "link" else None)
            if link:
                assert urlparse(urljoin(page, link)).netloc == urlparse(BASE).netloc, (page, link)
            assert not [name for name in element.keys() if name.startswith("on") or name == "style"], page  # noqa: SIM118
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/json", page


def test_labels_point_at_what_exists(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        ids = {element.get("id", "") for element in document.iter()}
        for element in document.iter():
            for name in ("aria-labelledby", "data-copy", "for"):
                assert set((element.get(name) or "").split()) <= ids, (page, element.get(name))


def test_sitemap_lists_every_page(documents: dict[str, Element], site_dir: Path) -> None:
    listed = {
        address
        for sitemap in ("sitemap.xml", "en/sitemap.xml")
        for address in re.findall("<loc>(.*?)</loc>", (site_dir / sitemap).read_text(encoding="utf-8"))
    }
    assert listed == {page for page in documents if not page.endswith("404.html")}


def test_messages_json_holds_every_message(site_dir: Path, checked: Checked) -> None:
    records = json.loads((site_dir / "data" / "messages.json").read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == [message.id for message in checked.messages]
    assert [record["body"] for record in records] == [message.body for message in checked.messages]
    assert set(records[0]) == {
        "id", "scenario", "channel", "language", "outcome", "register", "subject", "body", "words", "parts", "case",
    }  # fmt: skip
    assert set(records[0]["parts"][0]) == {"part", "tips", "text"}
    assert set(records[0]["case"]) == {"invited_via", "sent_via", "sent_at", "interview_at"}
    for record in records:
        said = [part["text"] for part in record["parts"] if part["part"] != "subject"]
        assert all(text in record["body"] for text in said), record["id"]


def test_data_is_published_once_and_as_it_is(site_dir: Path) -> None:
    assert not (site_dir / "en" / "data").exists()
    assert (site_dir / "data" / "scenarios.yml").read_bytes() == DATA.read_bytes()
    rules = json.loads((site_dir / "data" / "tips.json").read_text(encoding="utf-8"))
    assert len(rules["tips"]) == 9


@pytest.mark.parametrize("folder", ["contoh/", "en/examples/"])
def test_cards_keep_their_contract(documents: dict[str, Element], checked: Checked, folder: str) -> None:
    """The visible text of a card's body and subject is the data's, to the letter; each part and blank is named."""
    cards = {
        element.get("id"): element
        for page, document in documents.items()
        for element in document.iter("article")
        if page.startswith(urljoin(BASE, folder)) and "message" in element.get("class", "").split()
    }
    assert len(cards) == len(checked.messages)
    for message in checked.messages:
        card = cards[message.id]
        assert card.get("data-scenario") == message.scenario
        assert card.get("data-channel") == message.channel
        assert card.get("data-language") == message.language
        assert card.get("data-outcome") == message.outcome
        elements = {element.get("class"): element for element in card.iter()}
        assert text_of(elements["message-body"]) == message.body
        if message.subject:
            assert text_of(elements["message-subject"]) == message.subject.text
        parts = [element for element in card.iter() if element.get("data-part")]
        assert [part.get("data-part") for part in parts] == [part.part for part in message.parts]
        assert [part.get("data-tips") for part in parts] == [" ".join(map(str, part.tips)) for part in message.parts]
        blanks = [element.get("data-blank") for element in card.iter() if element.get("data-blank")]
        assert blanks == [segment.blank for part in message.parts for segment in part.segments if segment.blank]


def test_every_scenario_shows_its_cautions_and_sources(documents: dict[str, Element], checked: Checked) -> None:
    for scenario in checked.guide.scenarios:
        for edition in LANGUAGES:
            folder = ROOTS["id"][edition] + PLACES[edition]["examples"]
            shown = text_of(documents[urljoin(BASE, f"{folder}{scenario.slug[edition]}/")])
            assert scenario.when[edition] in shown
            assert scenario.caution is None or scenario.caution[edition] in shown
            assert all(key in shown for key in scenario.sources)


def test_every_source_that_a_tip_names_is_listed_there(documents: dict[str, Element]) -> None:
    tips = {page: document for page, document in documents.items() if re.search(r"/(?:cara|tips)/\d", page)}
    assert len(tips) == 18
    cited: set[str] = set()
    for page, document in tips.items():
        listed = {text_of(element) for element in document.iter() if element.get("class") == "source-key"}
        links = [text_of(link) for link in document.iter("a") if (link.get("href") or "").endswith("#sumber")]
        named = set(re.findall(r"S\d+[a-z]?", " ".join(links)))
        assert named <= listed, page
        cited |= named
    assert len(cited) > 20
