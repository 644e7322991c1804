"""The site builder's side of `pages.py`: hands the generated files over, and stops on bad data without a traceback."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.pages import generated
from macros.site import site, words
from macros.source import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_config(config: MkDocsConfig) -> None:
    """Give the theme's template the words of the interface."""
    with _plain_errors():
        config.extra["words"] = words(config.theme["language"])


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and data to the files of the site."""
    with _plain_errors():
        for path, text in generated(site(config.theme["language"])):
            files.append(File.generated(config, path, content=text))


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except DataError as error:
        raise PluginError(f"\n{error}") from None
