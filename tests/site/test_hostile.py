"""Hostile values in every field of a scenario: what of them is accepted is only text in the whole built site."""

from __future__ import annotations

import html
import json
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlparse
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from macros.tips.check import check
from tests.hostile import Attack, all_attacks, settle, written
from tests.site.builds import build, copy_of_project
from tests.site.documents import address_of, html_files, parse, parsed, shape, text_of, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> list[Attack]:
    """A harmless twin, and every attack of which something was accepted."""
    # Alone a value is rarely accepted; the tests of the data try that, and those of the templates what is refused.
    found = [attack for attack in all_attacks() if attack.kind == "dressed"]
    settle(found, tmp_path_factory.mktemp("attacks"), check)
    return [Attack(0, "", "twin", set()), *(attack for attack in found if attack.accepted)]


@pytest.fixture(scope="module")
def built(attacks: list[Attack], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with a page for each attack, which holds all that was accepted of it."""
    project = copy_of_project(tmp_path_factory.mktemp("hostile"))
    (project / "docs" / "data" / "scenarios.yml").write_text(written(attacks), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    return project / "site"


Page = tuple[Attack, Element]


@pytest.fixture(scope="module")
def pages(attacks: list[Attack], built: Path) -> list[Page]:
    """The page of each attack; none has a parse error."""
    files = [built / "contoh" / attack.text("slug", "id") / "index.html" for attack in attacks]
    return [(attack, parse(file.read_text("utf-8"))) for attack, file in zip(attacks, files, strict=True)]


def test_a_page_has_no_element_that_its_harmless_twin_lacks(pages: list[Page]) -> None:
    (_, twin), *others = pages
    expected = shape(twin)
    for attack, page in others:
        assert shape(page) == expected, attack


def test_a_page_shows_every_text_as_it_was_written(pages: list[Page]) -> None:
    for attack, page in pages:
        title, when = attack.text("title", "id"), attack.text("when", "id")
        metas = {meta.get("name") or meta.get("property"): meta.get("content") for meta in page.iter("meta")}
        assert texts(page, "title") == [f"{title} – Pamit"]
        assert texts(page, "h1") == [metas["og:title"]] == [title]
        assert texts(page, "p", "lead") == [metas["description"]] == [metas["og:description"]] == [when]
        assert attack.text("caution", "id") in texts(page, "p")


def test_every_message_holds_the_reason_as_it_was_written(pages: list[Page], built: Path) -> None:
    records = json.loads((built / "data" / "messages.json").read_text(encoding="utf-8"))
    for attack, page in pages:
        bodies = texts(page, "div", "message-body")
        messages = [record for record in records if record["scenario"] == attack.text("key")]
        assert len(messages) == 4
        for message in messages:
            reason = attack.text("reasons", 0, message["language"])
            assert message["reason"] == reason
            assert reason in message["body"]
            assert message["body"] in bodies


def test_lists_name_every_page_as_it_was_written(pages: list[Page], built: Path) -> None:
    document = parse((built / "contoh" / "index.html").read_text("utf-8"))
    links = [link for group in document.iter("section") for link in group.iter("a")]
    titles = {link.get("href"): text_of(link) for link in links}
    (_, twin), *others = pages
    related = {attack.text("title", "id") for attack, _ in others} & set(texts(twin, "a"))
    assert related  # shown as written
    for attack, _ in others:
        assert titles[f"../contoh/{attack.text('slug', 'id')}/"] == attack.text("title", "id")


def test_no_address_and_no_file_comes_from_a_value(
    attacks: list[Attack], built: Path, site_dir: Path, documents: dict[str, Element]
) -> None:
    pages = {f"contoh/{attack.text('slug', 'id')}/index.html" for attack in attacks}
    pages |= {f"en/examples/{attack.text('slug', 'en')}/index.html" for attack in attacks}
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert files == pages | {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    sitemaps = [ET.parse(built / folder / "sitemap.xml") for folder in (".", "en")]  # noqa: S314 - built here
    listed = {str(element.text) for sitemap in sitemaps for element in sitemap.iter() if element.tag.endswith("loc")}
    assert listed == {address_of(path, built) for path in html_files(built) if path.name != "404.html"}

    def hosts(site: dict[str, Element]) -> set[str]:
        elements = (element for page in site.values() for element in page.iter())
        links = {element.get(name) for element in elements for name in ("href", "src", "action")}
        return {f"{urlparse(link).scheme}:{urlparse(link).netloc}" for link in links if link}

    assert hosts(parsed(built)) == hosts(documents)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_every_json_file_holds_a_value_unchanged_or_not_at_all(attacks: list[Attack], built: Path) -> None:
    found = Counter[str]()
    for path in built.rglob("*.json"):
        said = "\n".join(strings(json.loads(path.read_text(encoding="utf-8"))))
        for attack in attacks[1:]:
            # The search index holds the page's text as HTML, and each title and keyword as it is.
            shown = {attack.value, html.escape(attack.value, quote=False)}
            unchanged = sum(said.count(f"{attack.marker} {value}") for value in shown)
            assert said.count(attack.marker) == unchanged, (path, attack)
            found[attack.marker] += said.count(attack.marker)
    assert len(+found) > 10
