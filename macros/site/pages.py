"""What is generated beside the written pages: one page per scenario, and the data for other programs. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.messages.compose import Message
    from macros.site.editions import Site


def generated(site: Site) -> Iterator[tuple[str, str]]:
    """Every generated file of an edition: its path below the edition's root, and its text."""
    yield from scenario_pages(site)
    if site.edition == "id":  # data are published once
        yield "data/messages.json", messages_json(site)
        yield "data/tips.json", site.checked.table.model_dump_json(indent=1)


def scenario_pages(site: Site) -> Iterator[tuple[str, str]]:
    """One Markdown page per scenario.

    Contributed text is no Markdown and no template: the page holds only a quoted title, description and list
    of keywords, and the call of a macro, which escapes the rest.
    """
    outcomes = {outcome.key: outcome.title[site.edition] for outcome in site.checked.guide.outcomes}
    for scenario in site.checked.guide.scenarios:
        title = json.dumps(scenario.title[site.edition], ensure_ascii=False)
        description = json.dumps(scenario.when[site.edition], ensure_ascii=False)
        # What the search finds beside the page's own words; people look for it in both languages.
        keywords = (*scenario.keywords[site.edition], *scenario.keywords[site.other]) if scenario.keywords else ()
        tags = json.dumps([outcomes[scenario.outcome], *keywords], ensure_ascii=False)
        head = f"title: {title}\ndescription: {description}\ntags: {tags}\nhide: [navigation, toc]\n"
        text = f'---\n{head}---\n\n{{{{ scenario_page("{scenario.key}") }}}}\n'
        yield f"{site.places['examples']}{scenario.slug[site.edition]}.md", text


def messages_json(site: Site) -> str:
    """Every generated message as JSON, in the order of the data."""
    return json.dumps([_record(message) for message in site.checked.messages], ensure_ascii=False, indent=1)


def _record(message: Message) -> dict[str, object]:
    case = message.case
    return {
        "id": message.id,
        "scenario": message.scenario,
        "channel": message.channel,
        "language": message.language,
        "outcome": message.outcome,
        "register": message.register,
        "subject": message.subject.text if message.subject else None,
        "body": message.body,
        "words": message.words,
        "parts": [{"part": part.part, "tips": part.tips, "text": part.text} for part in message.parts],
        "case": {
            "invited_via": case.invited_via,
            "sent_via": case.sent_via,
            "sent_at": case.sent_at.isoformat(),
            "interview_at": case.interview_at.isoformat(),
        },
    }
