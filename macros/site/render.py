"""From objects to accessible HTML. Jinja escapes every value; the templates stand in `macros/templates/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.data.vocabulary import STAGES
from macros.messages.compose import fill, values, variants
from macros.messages.dates import moment
from macros.site.browser import filling
from macros.tips.examples import worked_examples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from macros.data.model import Reply, Scenario
    from macros.data.vocabulary import Language, Stage
    from macros.messages.compose import Message, MessagePart, Segment
    from macros.site.editions import Site

# What a message looks like must survive Markdown: as character references, line breaks are only text to it.
_BREAK = Markup("&#10;")


@dataclass(frozen=True)
class ReplyText:
    """A follow-up reply with the scenario's sample in its blanks."""

    reply: Reply
    language: Language
    segments: tuple[Segment, ...]


def text(value: str) -> Markup:
    """Escape `value` and keep its line breaks from Markdown."""
    return escape(value).replace("\n", _BREAK)


def _without_greeting(message: Message) -> list[MessagePart]:
    """The parts of a message without the greeting, which follows the hour and not the stage."""
    return [part for part in message.parts if part.part != "greeting"]


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["text"] = text
    return environment


@dataclass(frozen=True)
class Page:
    """Where the parts are written for: the ways from the page to its edition's root, like `../../`, and to the data.

    The page's own address and that of the repository are empty as long as they are unknown.
    """

    root: str
    data: str = "data/"
    address: str = ""
    repository: str = ""


@dataclass(frozen=True)
class Renderer:
    """Writes the parts of one page."""

    site: Site
    page: Page

    def _render(self, template: str, **context: object) -> str:
        words = self.site.words
        html = (
            _environment()
            .get_template(template)
            .render(w=words, root=self.page.root, page=self.page, site=self.site, **context)
        )
        # An empty line would end the block of HTML for Markdown.
        return "\n".join(line for line in html.splitlines() if line.strip())

    def situations(self) -> str:
        """All scenarios as large links, grouped by outcome."""
        guide = self.site.checked.guide
        groups = [
            (outcome, [scenario for scenario in guide.scenarios if scenario.outcome == outcome.key])
            for outcome in guide.outcomes
        ]
        return self._render("situations.html", groups=groups, fork=self.site.checked.table.tip(8))

    def tips_list(self) -> str:
        """The nine tips at a glance."""
        return self._render("tips.html", tips=self.site.checked.table.tips)

    def worked_example(self, number: int) -> str:
        """The worked examples of one tip: before and after, side by side."""
        guide, rules = self.site.checked.guide, self.site.checked.table
        found = worked_examples(guide, rules, number, self.site.edition)
        return self._render("example.html", examples=found, guide=guide)

    def tip_rules(self, number: int) -> str:
        """The rules of one tip, each with an anchor."""
        return self._render("rules.html", rules=self.site.checked.table.of_tip(number))

    def data_rules(self) -> str:
        """The rules for the data, each with an anchor like `s012`."""
        return self._render("datarules.html", rules=self.site.data_rules)

    def word_limits(self) -> str:
        """How long a message may be, by channel."""
        checked = self.site.checked
        return self._render("limits.html", channels=checked.guide.channels, limits=checked.table.limits)

    def tip_sources(self, number: int) -> str:
        """The sources of one tip."""
        return self.sources(self.site.checked.table.tip(number).sources)

    def sources(self, keys: Iterable[str]) -> str:
        """A list of links to sources."""
        return self._render("sources.html", sources=[(key, self.site.sources[key]) for key in keys])

    def all_sources(self) -> str:
        """Every source, also those that were only counted."""
        return self.sources(self.site.sources)

    def open_data(self) -> str:
        """Links to the published data, which lie below the root of the Indonesian edition."""
        return self._render("data.html")

    def forms(self) -> str:
        """The ways to suggest a scenario or a correction without Git."""
        return self._render("forms.html")

    def clock(self) -> str:
        """The figure of tip 2: how long until the interview, and what to do."""
        return self._render("clock.html", missed=self._slug("missed"))

    def fork(self) -> str:
        """The figure of tip 8: whether to withdraw or to reschedule."""
        return self._render("fork.html")

    def scenario_page(self, key: str) -> str:
        """The whole page of one scenario."""
        guide = self.site.checked.guide
        scenario = guide.scenario(key)
        messages = [message for message in self.site.checked.messages if message.scenario == key]
        tips_of: dict[str, set[int]] = {}
        for part in (part for message in messages for part in message.parts):
            tips_of.setdefault(part.part, set()).update(part.tips)
        replies = list(self._replies(scenario, messages[0].case.sent_at))
        segments = [part.segments for message in messages for part in message.parts]
        segments += [reply.segments for reply in replies]
        return self._render(
            "scenario.html",
            scenario=scenario,
            outcome=next(outcome for outcome in guide.outcomes if outcome.key == scenario.outcome),
            messages=sorted(messages, key=lambda message: message.language != self.site.edition),
            channels=[channel for channel in guide.channels if channel.key in scenario.channels],
            guide=guide,
            hint=self._hint(scenario, messages[0].case.hours_left),
            sent_at=moment(messages[0].case.sent_at, self.site.edition),
            replies=replies,
            variants={message.id: self._variants(message) for message in messages},
            filling=filling(self.site) | {"clock": self._clock(scenario)},
            missed=self._slug("missed"),
            parts=[(part, sorted(tips_of[part.key])) for part in guide.parts if part.key in tips_of],
            tips=self.site.checked.table.tips,
            related=[
                other for other in guide.scenarios if other.outcome == scenario.outcome and other.key != scenario.key
            ],
            sources=[(source, self.site.sources[source]) for source in scenario.sources],
            blanks={segment.blank for run in segments for segment in run},
        )

    def _variants(self, message: Message) -> dict[Stage, Message]:
        """The wordings for other stages that differ from the message as it stands on the page."""
        guide, limits = self.site.checked.guide, self.site.checked.table.limits
        found = variants(guide, limits, message)
        return {
            stage: other for stage, other in found.items() if _without_greeting(other) != _without_greeting(message)
        }

    def _clock(self, scenario: Scenario) -> dict[str, str]:
        """What the clock of tip 2 says at each stage; nothing where no message should be hurried."""
        if scenario.outcome == "verify":
            return {}
        words = self.site.words
        if scenario.notice == 0:
            return dict.fromkeys(("urgent", "past"), words["hint_begins"])
        return {stage: words[f"now_{stage}"] for stage in STAGES}

    def _hint(self, scenario: Scenario, hours_left: float) -> str | None:
        """What the clock of tip 2 says to an example that is sent late."""
        if scenario.outcome == "verify":
            return None
        stage = "begins" if scenario.notice == 0 else self.site.checked.table.limits.stage(hours_left)
        return self.site.words.get(f"hint_{stage}")

    def _replies(self, scenario: Scenario, at: datetime) -> Iterable[ReplyText]:
        """The replies that go with the scenario's outcome, greeting as at the hour `at`."""
        guide = self.site.checked.guide
        sample = guide.sample(scenario.sample)
        for reply in guide.replies:
            if scenario.outcome in reply.outcomes and scenario.key not in reply.not_after:
                for language in (self.site.edition, self.site.other):
                    blanks = values(guide, sample, language, guide.channel("whatsapp"), at)
                    yield ReplyText(reply, language, fill(reply.text[language], blanks))

    def _slug(self, outcome: str) -> str:
        scenarios = self.site.checked.guide.scenarios
        return next(scenario.slug[self.site.edition] for scenario in scenarios if scenario.outcome == outcome)
