"""Pamit's macros: `define_env` registers what a page may call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Callable

_CALLABLE = (
    "all_sources",
    "clock",
    "diagnostics",
    "fork",
    "forms",
    "open_data",
    "questions",
    "scenario_page",
    "situations",
    "tip_rules",
    "tip_sources",
    "tips_list",
    "word_limits",
    "worked_example",
)


def define_env(env: Any) -> None:  # noqa: ANN401 - the plugin publishes no type
    """Register the renderer's methods as macros."""
    # Imported here so that the rest of the package can be used without being rendered.
    from macros.site.editions import edition  # noqa: PLC0415
    from macros.site.render import Page, Renderer  # noqa: PLC0415

    language = env.conf["theme"]["language"]
    repository = (env.conf["repo_url"] or "").rstrip("/")

    def macro(name: str) -> Callable[..., str]:
        def call(*arguments: int | str) -> str:
            root = "../" * env.page.url.count("/") or "./"
            indonesian = env.conf["extra"]["roots"]["id"]
            data = f"{indonesian if '://' in indonesian else root + indonesian}data/"
            page = Page(root, data, urljoin(env.conf["site_url"], env.page.url), repository)
            return str(getattr(Renderer(edition(language), page), name)(*arguments))

        return call

    for name in _CALLABLE:
        env.macro(macro(name), name)
