"""The page of questions: the same ones in both editions, each with an answer, a link that leads on, and an anchor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data.questions import Asking, questions
from macros.data.vocabulary import LANGUAGES, PLACES, Language
from macros.site.editions import ROOTS
from tests.site.builds import BASE, copy_of_project, run
from tests.site.documents import text_of

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.data.load import Data

FEWEST = 60
# A figure of somebody else: a share, or a year.
FIGURE = re.compile(r"\d ?%|\b(?:19|20)\d\d\b")


@pytest.fixture(scope="module")
def asking(data: Data) -> Asking:
    return questions(data)


@pytest.fixture(scope="module")
def pages(documents: dict[str, Element]) -> dict[Language, Element]:
    return {language: documents[f"{BASE}{place(language)}"] for language in LANGUAGES}


def place(language: Language) -> str:
    return f"{ROOTS['id'][language]}{PLACES[language]['questions']}"


def test_both_editions_ask_the_same_below_the_same_anchors(asking: Asking, pages: dict[Language, Element]) -> None:
    for language, page in pages.items():
        wanted = [(one.key, one.ask[language]) for group in asking.groups for one in group.questions]
        assert [(e.get("id"), text_of(e)) for e in page.iter("h3")] == wanted
        assert len(wanted) >= FEWEST
    assert 6 <= len(asking.groups) <= 8


def test_the_list_on_top_leads_to_every_group_and_question(asking: Asking, pages: dict[Language, Element]) -> None:
    for language, page in pages.items():
        (nav,) = [e for e in page.iter("nav") if e.get("class") == "questions"]
        wanted = [
            (f"#{key}", text[language])
            for group in asking.groups
            for key, text in ((group.key, group.title), *((one.key, one.ask) for one in group.questions))
        ]
        assert [(link.get("href"), text_of(link)) for link in nav.iter("a")] == wanted


def test_every_answer_is_a_few_sentences_and_leads_on(asking: Asking, pages: dict[Language, Element]) -> None:
    wrong: list[tuple[object, ...]] = []
    for language, page in pages.items():
        shown = text_of(page)
        links = {link.get("href") for e in page.iter("ul") if e.get("class") == "see" for link in e.iter("a")}
        for one in (question for group in asking.groups for question in group.questions):
            sentences = len(re.findall(r"[.?!](?= |$)", one.answer[language]))
            leads = {f"../{asking.links[name].place[language]}" for name in one.see}
            if not 2 <= sentences <= 5 or one.answer[language] not in shown or not leads <= links:
                wrong.append((language, one.key, sentences, leads - links))
            if FIGURE.search(one.answer[language]) and not one.sources:
                wrong.append((language, one.key, "a figure without a source"))
    assert wrong == []


def test_a_source_is_cited_beside_what_is_taken_from_it(asking: Asking, pages: dict[Language, Element]) -> None:
    named = {", ".join(one.sources) for group in asking.groups for one in group.questions if one.sources}
    for page in pages.values():
        links = [link for link in page.iter("a") if (link.get("href") or "").endswith("#sumber")]
        assert {text_of(link) for link in links} == named


def test_home_leads_to_the_questions(documents: dict[str, Element]) -> None:
    for language in LANGUAGES:
        main = next(e for e in documents[f"{BASE}{ROOTS['id'][language]}"].iter("div") if e.get("id") == "main")
        assert PLACES[language]["questions"] in [link.get("href") for link in main.iter("a")]


def test_an_answer_that_leads_nowhere_is_told_with_its_line(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path)
    file = project / "docs" / "data" / "questions.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("tip-8#gugup", "tip-0", 1), "utf-8")
    result = run(project, "macros", "check")
    assert result.returncode == 1
    line = text.count("\n", 0, text.index("tip-8#gugup")) + 1
    assert f"docs/data/questions.yml:{line}: S051" in result.stderr
    assert '"tip-0" is neither a situation nor a page' in result.stderr
    assert "Traceback" not in result.stderr
