"""The tables beside the data file: the tips with their rules, the sources, the codes of the diagnostics."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.data.fields import Both, Key, Record, Text, Title
from macros.data.vocabulary import PLACES, ChannelKey, Language, Left, Outcome, Stage, Tone

_SATURDAY = 5
Fact = Literal["candidate", "position", "company", "phone"]
Check = Literal[
    "absent", "apologies", "before", "called_first", "early", "ending", "exclamations", "flexible",
    "interview_date", "names", "not_past", "offers_slots", "opening", "other_company", "polite_hour",
    "present", "reason_length", "same_channel", "sentence_count", "signed", "single", "sms_size",
    "weekdays", "word_count",
]  # fmt: skip


class WordLimits(Record):
    """The least and the most words of a message, by channel."""

    email: tuple[int, int]
    whatsapp: tuple[int, int]
    phone: tuple[int, int]
    sms: tuple[int, int]
    linkedin: tuple[int, int]
    portal: tuple[int, int]

    def __getitem__(self, channel: ChannelKey) -> tuple[int, int]:
        least, most = getattr(self, channel)
        return least, most


class StageLimits(Record):
    """Hours before the interview at which each stage of tip 2 begins."""

    early: int
    good: int
    short: int
    urgent: int


class Limits(Record):
    """Every number that a rule compares with."""

    words: WordLimits
    sentences: int
    sms_characters: int
    decision_within_words: int
    reason_words: int
    apologies: int
    slots: int
    exclamations: int
    stages: StageLimits
    polite_hours: tuple[int, int]
    holidays: tuple[date, ...]

    def stage(self, hours: float) -> Stage:
        """Where `hours` before the interview stand on the clock of tip 2; below zero it is past."""
        begins: tuple[tuple[Stage, int], ...] = (
            ("early", self.stages.early),
            ("good", self.stages.good),
            ("short", self.stages.short),
            ("urgent", self.stages.urgent),
        )
        return next((stage for stage, least in begins if hours >= least), "past")

    def working(self, at: datetime) -> bool:
        """Say whether people are at work then."""
        first, last = self.polite_hours
        return at.weekday() < _SATURDAY and at.date() not in self.holidays and first <= at.hour < last

    def next_working(self, at: datetime) -> datetime:
        """When people are at work next: `at` itself, or the beginning of a working day."""
        first, _ = self.polite_hours
        while not self.working(at):
            day = at + timedelta(days=at.hour >= first)
            at = day.replace(hour=first, minute=0, second=0)
        return at

    def left(self, hours: float) -> Left:
        """How the words of a message speak of the time left; what is past is not hurried."""
        by_stage: dict[Stage, Left] = {"short": "short", "urgent": "urgent"}
        return by_stage.get(self.stage(hours), "ample")


class Pattern(Both[str]):
    """What is looked for in each language, as a regular expression."""

    @field_validator("id", "en")
    @classmethod
    def _compiles(cls, text: str) -> str:
        try:
            re.compile(text)
        except re.error as error:
            raise PydanticCustomError("S026", f"{text!r} is not a regular expression: {error}") from None
        return text

    def matches(self, text: str, language: Language, *, case: bool = False) -> list[tuple[int, int]]:
        """Where it occurs in `text`, as (start, end)."""
        flags = re.NOFLAG if case else re.IGNORECASE
        return [match.span() for match in re.finditer(self[language], text, flags)]


class Tip(Record):
    """One of the nine tips."""

    number: int = Field(ge=1, le=9)
    slug: Both[Key]
    title: Both[Title]
    short: Both[Text]
    sources: tuple[str, ...]

    def place(self, language: Language) -> str:
        """Where its page lies below the root of the edition, like `tips/7-say-thank-you/`."""
        return f"{PLACES[language]['tips']}{self.number}-{self.slug[language]}/"


class Rule(Record):
    """One machine check of a tip, applied where its outcomes, channels, stages and tones allow (none: everywhere)."""

    id: str = Field(pattern=r"^[1-9]\.[1-9]$")
    check: Check
    pattern: Pattern | None = None
    before: Pattern | None = None
    fact: Fact | None = None
    outcomes: tuple[Outcome, ...] = ()
    channels: tuple[ChannelKey, ...] = ()
    stages: tuple[Stage, ...] = ()
    tones: tuple[Tone, ...] = ()
    problem: Both[Text]
    cure: Both[Text]

    @property
    def tip(self) -> int:
        """The number of the tip that this rule checks."""
        return int(self.id[0])

    @property
    def anchor(self) -> str:
        """Where the page for contributors speaks of it."""
        return f"aturan-{self.id.replace('.', '-')}"


class Table(Record):
    """The nine tips and their rules."""

    limits: Limits
    patterns: dict[str, Pattern]
    tips: tuple[Tip, ...] = Field(min_length=9, max_length=9)
    rules: tuple[Rule, ...]

    @model_validator(mode="before")
    @classmethod
    def _named_patterns(cls, table: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        """Put the patterns in place of their names; a name that is not there is no pattern."""
        if not isinstance(table, dict) or not isinstance(table.get("rules"), list):
            return table
        patterns = table.get("patterns", {})

        def named(field: str, value: object) -> object:
            return patterns.get(value, value) if field in {"pattern", "before"} and isinstance(value, str) else value

        rules = [
            {field: named(field, value) for field, value in rule.items()} if isinstance(rule, dict) else rule
            for rule in table["rules"]
        ]
        return table | {"rules": rules}

    @field_validator("tips")
    @classmethod
    def _in_order(cls, tips: tuple[Tip, ...]) -> tuple[Tip, ...]:
        for number, tip in enumerate(tips, start=1):
            if tip.number != number:
                raise PydanticCustomError("S022", f"tip {tip.number} stands where {number} is due; they stand in order")
        return tips

    def tip(self, number: int) -> Tip:
        """The tip with that number, 1 to 9."""
        return self.tips[number - 1]

    def of_tip(self, number: int) -> tuple[Rule, ...]:
        """The rules that check one tip."""
        return tuple(rule for rule in self.rules if rule.tip == number)


class Source(Record):
    """A public page that a fact was taken from."""

    name: Text
    url: str


class Code(Record):
    """What a diagnostic's code means, and what helps. An error stops the build. `example`: wrong → right."""

    severity: Literal["error", "warning"]
    problem: Both[Text]
    cure: Both[Text]
    example: str | None = None
