"""The site builder's side of `pages.py`: hands the generated files over, and stops on bad data without a traceback."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.data.load import ROOT
from macros.data.nodes import DataError
from macros.site.editions import ROOTS, edition
from macros.site.pages import generated
from macros.site.publish import publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from macros.site.editions import Edition


def on_config(config: MkDocsConfig) -> None:
    """Give the theme's template the strings of the interface and the way to every page's twin."""
    edition.cache_clear()  # the live preview builds more than once
    with _plain_errors():
        built = edition(config.theme["language"])
    config.extra |= {"strings": built.strings, "places": built.places, "twins": built.twins}
    if config.extra["live"]:  # the live preview shows each edition at an address of its own
        roots = origins = config.extra["previews"]
    else:
        root = f"{(config.site_url or '').rstrip('/')}/"
        roots = ROOTS[built.language]
        origins = {language: urljoin(root, way) for language, way in ROOTS["id"].items()}
    config.extra |= {"roots": roots, "origins": origins}
    config.site_url = origins[built.language]
    if config.repo_url:
        config.edit_uri_template = f"edit/HEAD/{Path(config.docs_dir).relative_to(ROOT).as_posix()}/{{path}}"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and data to the files of the site."""
    with _plain_errors():
        built = edition(config.theme["language"])
        for path, text in generated(built):
            files.append(File.generated(config, path, content=text))
    if config.edit_uri_template:
        _lead_to_records(files, built, "../" * config.edit_uri_template.count("/"))


def _lead_to_records(files: Files, built: Edition, repository: str) -> None:
    """Let the button "edit" of a scenario's page show its record."""
    data = built.checked.data
    for number, scenario in enumerate(data.guide.scenarios):
        page = files.src_uris[f"{built.places['examples']}{scenario.slug[built.language]}.md"]
        page.edit_uri = f"{repository}blob/HEAD/{data.name}#L{data.line(('scenarios', number))}"


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
