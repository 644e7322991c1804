"""What exists in one edition exists in the other, each page leads to its own twin, and no text is left untranslated."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.test_site import BASE, address_of, html_files, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

# Frequent words that only one of the two languages has.
ONLY = {
    "id": """
    yang dan untuk dengan tidak anda saya pada adalah ini itu atau karena jika akan sudah belum dapat bisa
    harus dari ke di oleh juga sebagai dalam wawancara pesan salin kirim situasi cara jadwal waktu alasan
    terima kasih maaf undangan perusahaan lowongan rekruter tanggal jam hari cari berikutnya sebelumnya
    tentang sumber balasan sapaan lewat
    """,
    "en": """
    the and you your with for not are is this that from have has been will would can should when what where
    which because before after message copy send situation time reason thank thanks sorry invitation company
    recruiter hour day search next previous about source answer how who why they their them
    """,
}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "content")


def alternates(document: Element) -> dict[str, str]:
    return {
        link.get("hreflang", ""): link.get("href", "")
        for link in document.iter("link")
        if link.get("rel") == "alternate"
    }


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, Element]:
    """Every page but the two for a wrong address, by its address."""
    files = [path for path in html_files(site_dir) if path.name != "404.html"]
    return {address_of(path, site_dir): parse(path)[0] for path in files}


@pytest.fixture(scope="module")
def twins(pages: dict[str, Element]) -> list[tuple[str, Element, Element]]:
    """Every Indonesian page with the English page that it names as its own."""
    return [
        (page, document, pages[alternates(document)["en"]])
        for page, document in pages.items()
        if document.get("lang") == "id"
    ]


def headings(document: Element) -> list[tuple[str, str | None]]:
    return [(str(e.tag), e.get("id")) for e in document.iter() if re.fullmatch("h[1-6]", str(e.tag))]


def test_each_page_names_itself_and_its_twin(pages: dict[str, Element]) -> None:
    for page, document in pages.items():
        named = alternates(document)
        assert set(named) == {"id", "en", "x-default"}, page
        assert named[document.get("lang", "")] == page
        assert named["x-default"] == named["id"]
        other = named["en" if document.get("lang") == "id" else "id"]
        assert alternates(pages[other]) == named, (page, other)
        canonical = [link.get("href") for link in document.iter("link") if link.get("rel") == "canonical"]
        assert canonical == [page]


def test_each_page_leads_to_its_twin_without_a_script(pages: dict[str, Element]) -> None:
    for page, document in pages.items():
        other = "en" if document.get("lang") == "id" else "id"
        links = [link for link in document.iter("a") if link.get("hreflang")]
        assert [urljoin(page, link.get("href", "")) for link in links] == [alternates(document)[other]], page
        assert [link.get("lang") for link in links] == [other]


def test_both_editions_have_the_same_pages(
    twins: list[tuple[str, Element, Element]], pages: dict[str, Element]
) -> None:
    assert 2 * len(twins) == len(pages)
    assert len({alternates(document)["en"] for _, document, _ in twins}) == len(twins)


def test_twins_have_the_same_headings(twins: list[tuple[str, Element, Element]]) -> None:
    for page, document, twin in twins:
        ours, theirs = headings(document), headings(twin)
        assert [tag for tag, _ in ours] == [tag for tag, _ in theirs], page
        assert Counter(ours) == Counter(theirs), page  # each edition begins with the replies in its own language
        assert all(name or tag == "h1" for tag, name in headings(document)), page


def test_twins_have_the_same_figures_cards_rules_sources_and_anchors(twins: list[tuple[str, Element, Element]]) -> None:
    def named(document: Element) -> dict[str, list[str]]:
        """The ids, sources and figures; a worked example stands in the edition's own language."""
        found: dict[str, list[str]] = {"ids": [], "sources": [], "figures": []}
        for element in document.iter():
            found["ids"] += [re.sub("^(tip-.*)-(id|en)\\b", r"\1", name)] if (name := element.get("id")) else []
            found["sources"] += ["".join(element.itertext())] if element.get("class") == "source-key" else []
            found["figures"] += [element.get("class", "")] if element.tag == "figure" else []
        return {kind: sorted(names) for kind, names in found.items()}

    for page, document, twin in twins:
        assert named(document) == named(twin), page


def test_each_edition_shows_its_own_language_first(pages: dict[str, Element]) -> None:
    for page, document in pages.items():
        cards = [element.get("data-language") for element in document.iter("article")]
        chosen = [
            e.get("value") for e in document.iter("input") if e.get("name") == "language" and "checked" in e.attrib
        ]
        if chosen:
            assert chosen == [document.get("lang")], page
            assert cards[0] == document.get("lang"), page


def spoken(element: Element, language: str) -> Iterator[str]:
    """Everything that is seen or read out in `language` inside `element`."""
    if element.tag in ("script", "style", "template") or element.get("lang", language) != language:
        return
    if element.get("translate") == "no":  # names of sources, examples of data
        return
    if element.tag != "meta" or element.get("name") == "description" or element.get("property", "").startswith("og:"):
        yield from (element.get(name, "") for name in SPOKEN)
    yield element.text or ""
    for child in element:
        yield from spoken(child, language)
        yield child.tail or ""


def test_no_text_is_left_in_the_other_language(site_dir: Path) -> None:
    left = []
    for path in html_files(site_dir):
        document = parse(path)[0]
        language = document.get("lang", "")
        foreign = set(ONLY["en" if language == "id" else "id"].split())
        for text in spoken(document, language):
            words = foreign & set(re.findall(r"[^\W\d_]+", text.lower()))
            left += [(address_of(path, site_dir).removeprefix(BASE), text, words)] if words else []
    assert left == []


def said_by_scripts(element: Element) -> Iterator[str]:
    """The words that come with the page for its scripts to show: in attributes and in the two blocks of data."""
    yield from (element.get(f"data-{name}", "") for name in ("done", "failed", "filled", "status", "erased"))
    if element.tag == "script" and element.get("type") == "application/json":
        data = json.loads(element.text or "")
        for shown in ("blanks", "clock", "words", "kinds"):
            yield from data.get(shown, {}).values()


def test_what_scripts_say_is_in_the_language_of_the_page(pages: dict[str, Element]) -> None:
    for page, document in pages.items():
        foreign = set(ONLY["en" if document.get("lang") == "id" else "id"].split())
        for element in document.iter():
            assert foreign.isdisjoint(" ".join(said_by_scripts(element)).lower().split()), page


def test_no_sentence_for_the_reader_stands_in_a_script(site_dir: Path) -> None:
    scripts = list((site_dir / "assets" / "js").glob("*.js"))
    assert scripts
    for script in scripts:
        code = re.sub(r"^\s*(//|/?\*).*$|\s//.*$", "", script.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert re.findall(r"[\"'`][A-Z][a-z]+ [a-z][^\"'`]*[\"'`]", code) == [], script.name
