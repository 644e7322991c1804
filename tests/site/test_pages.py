"""The built pages as a browser or a search engine receives them; what all of them keep."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlparse

from macros.data.vocabulary import LANGUAGES, PLACES
from macros.site.editions import ROOTS
from tests.site.builds import BASE
from tests.site.documents import address_of, html_files, text_of, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.data.load import Data

Documents = dict[str, "Element"]


def addresses(data: Data) -> Iterator[str]:
    """Every address that the site has."""
    for language in LANGUAGES:
        root, places = f"{BASE}{ROOTS['id'][language]}", PLACES[language]
        yield f"{root}404.html"
        yield from (f"{root}{place}" for place in places.values())
        yield from (f"{root}{tip.place(language)}" for tip in data.table.tips)
        yield from (f"{root}{places['examples']}{scenario.slug[language]}/" for scenario in data.guide.scenarios)


def test_every_page_is_written_and_none_but_these(documents: Documents, data: Data) -> None:
    assert sorted(documents) == sorted(addresses(data))


def test_titles_and_descriptions_tell_the_pages_apart(documents: Documents) -> None:
    titles = Counter((document.get("lang"), *texts(document, "title")) for document in documents.values())
    assert [title for title, count in titles.items() if count > 1 or len(title) != 2] == []
    wrong = {}
    for page, document in documents.items():
        said = [meta.get("content", "") for meta in document.iter("meta") if meta.get("name") == "description"]
        if [40 <= len(text) <= 200 for text in said] != [True]:
            wrong[page] = said
    assert wrong == {}


def test_headings_begin_with_one_h1_and_skip_no_level(documents: Documents) -> None:
    wrong = {}
    for page, document in documents.items():
        levels = [int(element.tag[1]) for element in document.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        steps = [after - before for before, after in itertools.pairwise(levels)]
        if levels.count(1) != 1 or levels[0] != 1 or max(steps, default=0) > 1:
            wrong[page] = levels
    assert wrong == {}


def test_ids_are_unique_and_what_names_one_finds_it(documents: Documents) -> None:
    wrong = []
    for page, document in documents.items():
        ids = Counter(element.get("id", "") for element in document.iter() if element.get("id"))
        wrong += [(page, "twice", name) for name, count in ids.items() if count > 1]
        for element in document.iter():
            for name in ("aria-labelledby", "data-copy", "data-for", "for"):
                named = set((element.get(name) or "").split())
                # The labels of the contents list name boxes that the theme draws only where they are of use.
                wrong += [(page, name, missing) for missing in named - ids.keys() if missing != "__toc"]
    assert wrong == []


def test_every_internal_link_leads_somewhere(documents: Documents, site_dir: Path) -> None:
    ids = {page: {e.get("id") for e in document.iter() if e.get("id")} for page, document in documents.items()}
    broken = []
    for page, document in documents.items():
        for element in document.iter():
            link = element.get("href") or element.get("src")
            if link is None or not urljoin(page, link).startswith(BASE):
                continue
            target, _, anchor = urljoin(page, link).partition("#")
            file = site_dir / unquote(urlparse(target).path.lstrip("/"))
            exists = (file / "index.html").is_file() if target.endswith("/") else file.is_file()
            if not exists or (anchor and unquote(anchor) not in ids.get(target, set())):
                broken.append((page, link))
    assert broken == []


def test_nothing_is_loaded_from_another_host_and_nothing_runs_from_an_attribute(documents: Documents) -> None:
    wrong = []
    for page, document in documents.items():
        for element in document.iter():
            link = element.get("src") or (element.get("href") if element.tag == "link" else None)
            if link and not urljoin(page, link).startswith(BASE):
                wrong.append((page, link))
            names = [name for name, _ in element.items() if name.startswith("on") or name == "style"]
            wrong += [(page, name) for name in names]
    assert wrong == []


def test_the_page_for_a_wrong_address_finds_its_files_from_anywhere(documents: Documents) -> None:
    for page in (f"{BASE}404.html", f"{BASE}en/404.html"):
        links = [e.get("href") or e.get("src") or "" for e in documents[page].iter() if e.get("href") or e.get("src")]
        assert [link for link in links if not link.startswith(("/", "#", "https:"))] == []


def test_every_scenario_shows_its_cautions_and_sources(documents: Documents, data: Data) -> None:
    missing = []
    for scenario in data.guide.scenarios:
        for language in LANGUAGES:
            page = f"{BASE}{ROOTS['id'][language]}{PLACES[language]['examples']}{scenario.slug[language]}/"
            shown = text_of(documents[page])
            wanted = [scenario.when[language], *scenario.sources]
            wanted += [scenario.caution[language]] if scenario.caution else []
            missing += [(page, text) for text in wanted if text not in shown]
    assert missing == []


def test_every_source_that_a_tip_names_is_listed_there(documents: Documents) -> None:
    tips = {page: document for page, document in documents.items() if re.search(r"/(?:cara|tips)/\d", page)}
    assert len(tips) == 18
    cited: set[str] = set()
    for page, document in tips.items():
        links = [text_of(link) for link in document.iter("a") if (link.get("href") or "").endswith("#sumber")]
        named = set(re.findall(r"S\d+[a-z]?", " ".join(links)))
        assert named <= set(texts(document, "span", "source-key")), page
        cited |= named
    assert len(cited) > 20


def test_a_page_loads_only_the_scripts_that_it_uses(documents: Documents) -> None:
    def scripts(path: str) -> set[str]:
        found = [e.get("src", "") for e in documents[BASE + path].iter("script") if e.get("type") == "module"]
        return {src.rsplit("/", 1)[-1] for src in found}

    assert scripts("") == scripts("tentang/") == {"early.js"}
    assert scripts("cara/1-gunakan-media-yang-sama/") == {"early.js", "copy.js"}
    assert scripts("contoh/sakit/") == {"early.js", "copy.js", "fill.js"}


def test_the_site_maps_list_every_page_with_its_twin(documents: Documents, site_dir: Path) -> None:
    listed: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        text = (site_dir / ROOTS["id"][language] / "sitemap.xml").read_text("utf-8")
        for entry in re.findall("<url>(.*?)</url>", text, flags=re.DOTALL):
            (page,) = re.findall("<loc>(.*?)</loc>", entry)
            listed[page] = dict(re.findall('hreflang="(.*?)" href="(.*?)"', entry))
    assert listed.keys() == {address_of(path, site_dir) for path in html_files(site_dir) if path.name != "404.html"}
    lone = [page for page, twins in listed.items() if page not in twins.values() or twins.keys() != set(LANGUAGES)]
    assert lone == []
    assert all(listed[other] == twins for twins in listed.values() for other in twins.values())
    assert documents.keys() >= listed.keys()
