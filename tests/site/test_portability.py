"""The way out is open: two other builders make the same site from the same sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.utils.yaml import yaml_load

from macros.data.load import ROOT
from macros.data.vocabulary import LANGUAGES
from macros.site.editions import ROOTS, edition
from macros.site.pages import generated
from tests.site.builds import BASE, build, copy_of_project, run
from tests.site.documents import alternates, parsed, text_of, texts

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.data.vocabulary import Language

SETTINGS: dict[Language, str] = {"id": "mkdocs.yml", "en": "mkdocs.en.yml"}


def test_properdocs_builds_the_same_site(site_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    result = build(ROOT, other, builder="properdocs")
    assert result.returncode == 0, result.stderr
    # The sitemap is compressed with the time of day in it.
    names = {path.relative_to(site_dir) for path in site_dir.rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert names == {path.relative_to(other) for path in other.rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert [name for name in sorted(names) if (site_dir / name).read_bytes() != (other / name).read_bytes()] == []


def stage(project: Path) -> None:
    """Do in a copy of the project what the hook does for MkDocs: this is all that a move to Zensical has to bring.

    The templates, the macros, the written pages and the settings stay as they are, but for one line: Zensical takes
    an address in a page's HTML for one relative to the page's source, and adds a level to it by itself.
    """
    (project / "docs" / "en").rename(project / "docs-en")  # it knows no `exclude_docs`
    macros = project / "macros" / "__init__.py"
    before = macros.read_text("utf-8")
    after = before.replace("env.page.url.count", "env.page.path.count")
    assert after != before
    macros.write_text(after, "utf-8")
    origins = {language: urljoin(BASE, way) for language, way in ROOTS["id"].items()}
    for language in LANGUAGES:
        made = edition(language)
        docs = project / ("docs" if language == "id" else "docs-en")
        for path, text in generated(made):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(text, "utf-8")
        with (project / SETTINGS[language]).open("rb") as file:
            settings = yaml_load(file)
        del settings["hooks"], settings["repo_url"], settings["edit_uri"]
        settings |= {"docs_dir": docs.name, "site_dir": f"site/{ROOTS['id'][language]}", "site_url": origins[language]}
        settings["extra"] |= {"strings": dict(made.strings), "places": dict(made.places), "twins": dict(made.twins)}
        settings["extra"] |= {"roots": dict(ROOTS[language]), "origins": origins}
        (project / f"{language}.yml").write_text(json.dumps(settings), "utf-8")


def said(page: str, document: Element) -> dict[str, object]:
    """What a reader and a search engine get of a page, whichever theme is around it."""
    bodies = {e.get("id"): text_of(e) for e in document.iter("div") if e.get("class") == "message-body"}
    links = {urljoin(page, link.get("href", "")) for link in document.iter("a") if link.get("href")}
    return {
        "title": texts(document, "title"),
        "descriptions": [meta.get("content") for meta in document.iter("meta") if meta.get("name") == "description"],
        "alternates": alternates(document),
        "headings": [(e.tag, e.get("id"), text_of(e).strip()) for e in document.iter() if e.tag in ("h1", "h2", "h3")],
        "messages": bodies,
        "links": {link for link in links if not link.startswith(f"{page}#")},  # its skip link is another
    }


def test_zensical_builds_the_same_pages(documents: dict[str, Element], tmp_path: Path) -> None:
    project = copy_of_project(tmp_path)
    stage(project)
    for language in LANGUAGES:
        result = run(project, "zensical", "build", "--strict", "--config-file", f"{language}.yml")
        assert result.returncode == 0, result.stdout + result.stderr
    others = parsed(project / "site")
    assert others.keys() == documents.keys()
    different = []
    for page, document in documents.items():
        ours, theirs = said(page, document), said(page, others[page])
        different += [(page, what, ours[what], theirs[what]) for what in ours if ours[what] != theirs[what]]
    assert different == []
