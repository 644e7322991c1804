"""What exists in one edition exists in the other, each page leads to its own twin, and no text is left untranslated."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from macros.data.load import ROOT
from tests.site.documents import alternates

if TYPE_CHECKING:
    from collections.abc import Iterator
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
OTHER = {"id": "en", "en": "id"}


def foreign_to(language: str) -> set[str]:
    return set(ONLY[OTHER[language]].split())


@pytest.fixture(scope="module")
def pages(documents: dict[str, Element]) -> dict[str, Element]:
    """Every page but the two for a wrong address."""
    return {page: document for page, document in documents.items() if not page.endswith("404.html")}


@pytest.fixture(scope="module")
def twins(pages: dict[str, Element]) -> list[tuple[str, Element, Element]]:
    """Every Indonesian page with the English page that it names as its own."""
    indonesian = {page: document for page, document in pages.items() if document.get("lang") == "id"}
    return [(page, document, pages[alternates(document)["en"]]) for page, document in indonesian.items()]


def test_each_page_names_itself_and_its_twin(pages: dict[str, Element]) -> None:
    wrong = []
    for page, document in pages.items():
        named, language = alternates(document), document.get("lang", "")
        other = pages[named[OTHER[language]]]
        canonical = [link.get("href") for link in document.iter("link") if link.get("rel") == "canonical"]
        if (
            language != ("en" if "/en/" in page else "id")
            or named != {language: page, OTHER[language]: named[OTHER[language]], "x-default": named["id"]}
            or alternates(other) != named
            or canonical != [page]
        ):
            wrong.append((page, named, canonical))
    assert wrong == []


def test_the_theme_is_given_no_alternate_below_which_it_would_fetch_a_site_map(pages: dict[str, Element]) -> None:
    """Its script looks for `rel=alternate`; search engines also read the word with a space behind it."""
    kinds = {link.get("rel") for document in pages.values() for link in document.iter("link") if link.get("hreflang")}
    assert kinds == {"alternate "}


def test_each_page_leads_to_its_twin_without_a_script(pages: dict[str, Element]) -> None:
    wrong = {}
    for page, document in pages.items():
        links = [link for link in document.iter("a") if link.get("hreflang")]
        found = {link.get("lang"): urljoin(page, link.get("href", "")) for link in links}
        here = [link.get("hreflang") for link in links if link.get("aria-current")]
        named = alternates(document)
        if found != {language: named[language] for language in OTHER} or here != [document.get("lang")]:
            wrong[page] = found
    assert wrong == {}


def test_both_editions_have_the_same_pages(
    twins: list[tuple[str, Element, Element]], pages: dict[str, Element]
) -> None:
    assert 2 * len(twins) == len(pages)
    assert len({alternates(document)["en"] for _, document, _ in twins}) == len(twins)


def outline(document: Element) -> dict[str, list[str]]:
    """Headings, ids, sources and figures; a worked example stands in the edition's own language."""
    found: dict[str, list[str]] = {"levels": [], "headings": [], "ids": [], "sources": [], "figures": []}
    for element in document.iter():
        name = element.get("id", "")
        if re.fullmatch("h[1-6]", str(element.tag)):
            found["levels"].append(str(element.tag))
            found["headings"].append(f"{element.tag} {name}")
        found["ids"] += [re.sub("^(tip-.*)-(id|en)\\b", r"\1", name)] if name else []
        found["sources"] += ["".join(element.itertext())] if element.get("class") == "source-key" else []
        found["figures"] += [element.get("class", "")] if element.tag == "figure" else []
    # Each edition begins with the replies in its own language.
    return {what: names if what == "levels" else sorted(names) for what, names in found.items()}


def test_twins_have_the_same_headings_cards_figures_sources_and_anchors(
    twins: list[tuple[str, Element, Element]],
) -> None:
    different: list[tuple[object, ...]] = []
    for page, document, twin in twins:
        ours, theirs = outline(document), outline(twin)
        different += [(page, what, ours[what], theirs[what]) for what in ours if ours[what] != theirs[what]]
        different += [(page, "no id", name) for name in ours["headings"] if not re.fullmatch("h1 .*|h. .+", name)]
    assert different == []


def test_each_edition_shows_its_own_language_first(pages: dict[str, Element]) -> None:
    wrong = []
    for page, document in pages.items():
        cards = [element.get("data-language") for element in document.iter("article") if element.get("data-language")]
        inputs = [e for e in document.iter("input") if e.get("name") == "language" and "checked" in e.attrib]
        if inputs and {cards[0], *(e.get("value") for e in inputs)} != {document.get("lang")}:
            wrong.append(page)
    assert wrong == []


def spoken(element: Element, language: str) -> Iterator[str]:
    """Everything that is seen or read out in `language` inside `element`."""
    if element.tag in ("script", "style", "template", "svg") or element.get("lang", language) != language:
        return
    if element.get("translate") == "no":  # names of sources, examples of data
        return
    if element.tag != "meta" or element.get("name") == "description" or element.get("property", "").startswith("og:"):
        yield from (element.get(name, "") for name in SPOKEN)
    yield element.text or ""
    for child in element:
        yield from spoken(child, language)
        yield child.tail or ""


def said_by_scripts(document: Element) -> Iterator[str]:
    """The words that come with the page for scripts to show: in attributes and in the blocks of data."""
    for element in document.iter():
        yield from (element.get(f"data-{name}", "") for name in ("done", "failed", "filled", "status", "erased"))
        if element.tag == "script" and element.get("type") == "application/json":
            data = json.loads(element.text or "")
            for shown in ("blanks", "clock", "translations"):
                yield from data.get(shown, {}).values()


def test_no_text_is_left_in_the_other_language(documents: dict[str, Element]) -> None:
    left = []
    for page, document in documents.items():
        language = document.get("lang", "")
        for text in (*spoken(document, language), *said_by_scripts(document)):
            words = foreign_to(language) & set(re.findall(r"[^\W\d_]+", text.lower()))
            left += [(page, text, words)] if words else []
    assert left == []


def test_no_sentence_for_the_reader_stands_in_a_script() -> None:
    scripts = list((ROOT / "overrides" / "assets" / "js").glob("*.js"))
    assert scripts
    for script in scripts:
        code = re.sub(r"^\s*(//|/?\*).*$|\s//.*$", "", script.read_text("utf-8"), flags=re.MULTILINE)
        assert re.findall(r"[\"'`][A-Z][a-z]+ [a-z][^\"'`]*[\"'`]", code) == [], script.name
