"""The site builder's side of `pages.py`: hands the generated files over, and stops on bad data without a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.pages import generated
from macros.site import site
from macros.source import DataError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data to the files of the site."""
    try:
        for path, text in generated(site(config.theme["language"])):
            files.append(File.generated(config, path, content=text))
    except DataError as error:
        raise PluginError(f"\n{error}") from None
    return files
