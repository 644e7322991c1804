"""The site builder's side of `pages.py`: hands the generated files over, and stops on bad data without a traceback."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.data.load import DATA, ROOT, display, source
from macros.data.nodes import DataError
from macros.site.browser import searching
from macros.site.editions import ROOTS, site
from macros.site.pages import generated
from macros.site.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from macros.site.editions import Site


def on_config(config: MkDocsConfig) -> None:
    """Give the theme's template the words of the interface and the way to every page's twin."""
    with _plain_errors():
        edition = site(config.theme["language"])
    config.extra |= {"words": edition.words, "places": edition.places, "twins": edition.twins}
    if config.extra["live"]:  # the live preview shows each edition at an address of its own
        roots = origins = config.extra["previews"]
    else:
        root = f"{(config.site_url or '').rstrip('/')}/"
        roots = ROOTS[edition.edition]
        origins = {language: urljoin(root, way) for language, way in ROOTS["id"].items()}
    config.extra |= {"roots": roots, "origins": origins}
    config.site_url = origins[edition.edition]
    if config.repo_url:
        config.edit_uri_template = f"edit/HEAD/{Path(config.docs_dir).relative_to(ROOT).as_posix()}/{{path}}"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and data to the files of the site."""
    with _plain_errors():
        edition = site(config.theme["language"])
        for path, text in generated(edition):
            files.append(File.generated(config, path, content=text))
    files.append(
        File.generated(config, "search/words.json", content=json.dumps(searching(edition), ensure_ascii=False))
    )
    if config.edit_uri_template:
        _lead_to_records(files, edition, "../" * config.edit_uri_template.count("/"))


def _lead_to_records(files: Files, edition: Site, repository: str) -> None:
    """Let the button "edit" of a scenario's page show its record."""
    for index, scenario in enumerate(edition.checked.guide.scenarios):
        page = files.src_uris[f"{edition.places['examples']}{scenario.slug[edition.edition]}.md"]
        line = source().line_at(["scenarios", index])
        page.edit_uri = f"{repository}blob/HEAD/{display(DATA)}#L{line}"


def on_post_build(config: MkDocsConfig) -> None:
    """Leave out what readers do not need; the live preview keeps all, and gets a script that the policy forbids."""
    if not config.extra["live"]:
        publish(Path(config.site_dir))


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except DataError as error:
        raise PluginError(f"\n{error}") from None
