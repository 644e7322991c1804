"""The builder's side: the live preview shows each edition at an address of its own."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config

from macros.site.hook import on_config
from macros.data.load import ROOT


@pytest.mark.parametrize(("settings", "edition"), [("mkdocs.yml", "id"), ("mkdocs.en.yml", "en")])
def test_the_live_preview_links_to_where_it_is_served(settings: str, edition: str) -> None:
    config = load_config(str(ROOT / settings))
    config.extra["live"] = True
    on_config(config)
    assert config.site_url == config.extra["previews"][edition] == f"http://{config.dev_addr}/"
    assert config.extra["roots"] == config.extra["origins"] == config.extra["previews"]
