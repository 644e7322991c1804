"""From objects to accessible HTML. Jinja escapes every value; the templates stand in `macros/templates/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.data.vocabulary import MAX_REASON, STAGES, ZONES
from macros.messages.compose import fill, first_choice, values
from macros.messages.dates import moment
from macros.site.browser import choosable, filling
from macros.tips.examples import work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from macros.data.fields import Translated
    from macros.data.model import Reply, Scenario
    from macros.data.vocabulary import Language
    from macros.messages.message import Segment
    from macros.site.editions import Edition

# What a message looks like must survive Markdown: as character references, line breaks are only text to it.
_BREAK = Markup("&#10;")
# To how many other scenarios the page of one leads.
_RELATED = 6


@dataclass(frozen=True)
class ReplyText:
    """A follow-up reply with the scenario's sample in its blanks."""

    reply: Reply
    language: Language
    segments: tuple[Segment, ...]


def text(value: str) -> Markup:
    """Escape `value` and keep its line breaks from Markdown."""
    return escape(value).replace("\n", _BREAK)


def quoting(value: str, language: Language) -> Markup:
    """Escape `value` and mark what it quotes as words of that language."""
    opening = Markup('“<span lang="{}">').format(language)
    return escape(value).replace("“", opening).replace("”", Markup("</span>”"))


def said(thing: Translated[str], language: Language) -> Markup:
    """Escape a text in that language; one that is still in Indonesian is marked as such."""
    own = language == "id" or thing.en is not None
    return escape(thing[language]) if own else Markup('<span lang="id">{}</span>').format(thing[language])


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
    environment.filters["quoting"] = quoting
    environment.filters["said"] = said
    # The order of keys says something: that of the parts of a message, that of the forms of address.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}
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

    edition: Edition
    page: Page

    def _render(self, template: str, **context: object) -> str:
        strings = self.edition.strings
        html = (
            _environment()
            .get_template(template)
            .render(strings=strings, root=self.page.root, page=self.page, edition=self.edition, **context)
        )
        # An empty line would end the block of HTML for Markdown.
        return "\n".join(line for line in html.splitlines() if line.strip())

    def situations(self) -> str:
        """All scenarios as large links, grouped by outcome."""
        guide = self.edition.checked.data.guide
        groups = [
            (outcome, [scenario for scenario in guide.scenarios if scenario.outcome == outcome.key])
            for outcome in guide.outcomes
        ]
        return self._render("situations.html", groups=groups, fork=self.edition.checked.data.table.tip(8))

    def tips_list(self) -> str:
        """The nine tips at a glance."""
        return self._render("tips.html", tips=self.edition.checked.data.table.tips)

    def worked_example(self, number: int) -> str:
        """The worked examples of one tip: before and after, side by side."""
        data = self.edition.checked.data
        guide = data.guide
        found = [work(data, example, self.edition.language) for example in guide.examples if example.tip == number]
        return self._render("example.html", examples=found, guide=guide)

    def tip_rules(self) -> str:
        """The rules of all tips, each with an anchor."""
        return self._render("rules.html", table=self.edition.checked.data.table)

    def diagnostics(self) -> str:
        """The codes of the diagnostics, each with an anchor like `s012`."""
        return self._render("diagnostics.html", codes=self.edition.checked.data.codes)

    def word_limits(self) -> str:
        """How long a message may be, by channel."""
        data = self.edition.checked.data
        return self._render("limits.html", channels=data.guide.channels, limits=data.table.limits)

    def tip_sources(self, number: int) -> str:
        """The sources of one tip."""
        return self.sources(self.edition.checked.data.table.tip(number).sources)

    def sources(self, keys: Iterable[str]) -> str:
        """A list of links to sources."""
        return self._render("sources.html", sources=[(key, self.edition.checked.data.sources[key]) for key in keys])

    def all_sources(self) -> str:
        """Every source, also those that were only counted."""
        return self.sources(self.edition.checked.data.sources)

    def questions(self) -> str:
        """Every question with its answer, below a list of them."""
        return self._render("questions.html", asking=self.edition.asking)

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
        guide = self.edition.checked.data.guide
        scenario = guide.scenario(key)
        messages = self.edition.checked.of(key)
        tips_of: dict[str, set[int]] = {}
        for part in (part for message in messages for part in message.parts):
            tips_of.setdefault(part.part, set()).update(part.tips)
        replies = list(self._replies(scenario, messages[0].case.sent_at))
        segments = [part.segments for message in messages for part in message.parts]
        segments += [reply.segments for reply in replies]
        return self._render(
            "scenario.html",
            scenario=scenario,
            outcome=guide.outcome(scenario.outcome),
            messages=sorted(messages, key=lambda message: message.language != self.edition.language),
            channels=[channel for channel in guide.channels if channel.key in scenario.channels],
            guide=guide,
            hint=self._hint(scenario, messages[0].case.hours_left),
            sent_at=moment(messages[0].case.sent_at, messages[0].case.sent_at, self.edition.language),
            replies=replies,
            choosable=choosable(self.edition, scenario),
            filling=filling(self.edition, scenario) | {"clock": self._clock(scenario)},
            zones=list(ZONES),
            longest_reason=MAX_REASON,
            missed=self._slug("missed"),
            parts=[(part, sorted(tips_of[part.key])) for part in guide.parts if part.key in tips_of],
            tips=self.edition.checked.data.table.tips,
            related=self._nearest(scenario),
            sources=[(source, self.edition.checked.data.sources[source]) for source in scenario.sources],
            blanks={segment.blank for run in segments for segment in run},
        )

    def _nearest(self, scenario: Scenario) -> list[Scenario]:
        """The scenarios of the same outcome that stand nearest in the data, in their order."""
        guide = self.edition.checked.data.guide
        group = [other for other in guide.scenarios if other.outcome == scenario.outcome]
        place = group.index(scenario)
        first = max(0, min(place - _RELATED // 2, len(group) - 1 - _RELATED))
        return [other for other in group[first : first + _RELATED + 1] if other is not scenario]

    def _clock(self, scenario: Scenario) -> dict[str, str]:
        """What the clock of tip 2 says at each stage; nothing where no message should be hurried."""
        if scenario.outcome == "verify":
            return {}
        strings = self.edition.strings
        if scenario.notice == 0:
            return dict.fromkeys(("urgent", "past"), strings["hint_begins"])
        return {stage: strings[f"now_{stage}"] for stage in (*STAGES, "now")}

    def _hint(self, scenario: Scenario, hours_left: float) -> str | None:
        """What the clock of tip 2 says to an example that is sent late."""
        if scenario.outcome == "verify":
            return None
        stage = "begins" if scenario.notice == 0 else self.edition.checked.data.table.limits.stage(hours_left)
        return self.edition.strings.get(f"hint_{stage}")

    def _replies(self, scenario: Scenario, at: datetime) -> Iterable[ReplyText]:
        """The replies that go with the scenario's outcome, greeting as at the hour `at`."""
        guide = self.edition.checked.data.guide
        choice = first_choice(self.edition.checked.data, scenario)
        for reply in guide.replies:
            if scenario.outcome in reply.outcomes and scenario.key not in reply.not_after:
                for language in sorted(scenario.languages, key=lambda one: one != self.edition.language):
                    blanks = values(guide, scenario, language, guide.channel("whatsapp"), at, choice=choice)
                    yield ReplyText(reply, language, fill(reply.text[language], blanks))

    def _slug(self, outcome: str) -> str:
        scenarios = self.edition.checked.data.guide.scenarios
        return next(scenario.slug[self.edition.language] for scenario in scenarios if scenario.outcome == outcome)
