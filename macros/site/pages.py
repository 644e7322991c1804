"""What is generated beside the written pages: one page per scenario, and the data for other programs. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.data.load import CODES
from macros.messages.export import record
from macros.site.browser import known, searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.site.editions import Edition


def generated(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every generated file of an edition: its path below the edition's root, and its text."""
    yield from scenario_pages(edition)
    yield "assets/js/known.js", f"export const known = {json.dumps(known(edition), ensure_ascii=False)};\n"
    yield "search/words.json", json.dumps(searching(edition), ensure_ascii=False)
    if edition.language == "id":  # data are published once
        yield "data/messages.json", messages_json(edition)
        yield "data/tips.json", edition.checked.data.table.model_dump_json(indent=1)
        yield "data/rules.yml", CODES.read_text(encoding="utf-8")  # as the codes' file was once called


def scenario_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """One Markdown page per scenario.

    Contributed text is no Markdown and no template: the page holds only a quoted title, description and list
    of keywords, and the call of a macro, which escapes the rest.
    """
    outcomes = {outcome.key: outcome.title[edition.language] for outcome in edition.checked.data.guide.outcomes}
    for scenario in edition.checked.data.guide.scenarios:
        title = json.dumps(scenario.title[edition.language], ensure_ascii=False)
        description = json.dumps(scenario.when[edition.language], ensure_ascii=False)
        # What the search finds beside the page's own words; people look for it in both languages.
        found = scenario.keywords
        keywords = dict.fromkeys((*found[edition.language], *found[edition.other]) if found else ())
        tags = json.dumps([outcomes[scenario.outcome], *keywords], ensure_ascii=False)
        head = f"title: {title}\ndescription: {description}\ntags: {tags}\nhide: [navigation, toc]\n"
        if edition.language not in scenario.languages:
            head += f"language: {edition.other}\n"  # of the title, which the header shows
        text = f'---\n{head}---\n\n{{{{ scenario_page("{scenario.key}") }}}}\n'
        yield f"{edition.places['examples']}{scenario.slug[edition.language]}.md", text


def messages_json(edition: Edition) -> str:
    """Every generated message as JSON, in the order of the data."""
    return json.dumps([record(message) for message in edition.checked.messages], ensure_ascii=False, indent=1)
