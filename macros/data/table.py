"""The table of the nine tips and their rules (`docs/data/tips.yml`), typed; no rule is carried out here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from macros.data.fields import Both, Key, Record, Text, Title
from macros.data.load import ROOT, SOURCES, display, modified, record, source_keys
from macros.data.nodes import DataError, Mistake, read
from macros.data.vocabulary import ChannelKey, Language, Outcome, Stage

if TYPE_CHECKING:
    from pathlib import Path

TABLE = ROOT / "docs" / "data" / "tips.yml"

Fact = Literal["candidate", "position", "company", "phone"]
Check = Literal[
    "absent", "apologies", "called_first", "early", "ending", "exclamations", "flexible",
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

    def stage(self, hours: float) -> Stage:
        """Where `hours` before the interview stand on the clock of tip 2; below zero it is past."""
        begins: tuple[tuple[Stage, int], ...] = (
            ("early", self.stages.early),
            ("good", self.stages.good),
            ("short", self.stages.short),
            ("urgent", self.stages.urgent),
        )
        return next((stage for stage, least in begins if hours >= least), "past")


class Tip(Record):
    """One of the nine tips."""

    number: int = Field(ge=1, le=9)
    slug: Both[Key]
    title: Both[Title]
    short: Both[Text]
    sources: tuple[str, ...]


class Rule(Record):
    """One machine check of a tip. `id` is "tip.number"; without outcomes, channels or stages it always applies."""

    id: str = Field(pattern=r"^[1-9]\.[1-9]$")
    check: Check
    pattern: Both[str] | None = None
    fact: Fact | None = None
    outcomes: tuple[Outcome, ...] = ()
    channels: tuple[ChannelKey, ...] = ()
    stages: tuple[Stage, ...] = ()
    problem: Both[Text]
    cure: Both[Text]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: Both[str] | None) -> Both[str] | None:
        for text in (pattern.id, pattern.en) if pattern else ():
            try:
                re.compile(text)
            except re.error as error:
                raise PydanticCustomError("S026", f"{text!r} is not a regular expression: {error}") from None
        return pattern

    @property
    def tip(self) -> int:
        """The number of the tip that this rule checks."""
        return int(self.id[0])

    def matches(self, text: str, language: Language, *, case: bool = False) -> list[tuple[int, int]]:
        """Where the rule's pattern occurs in `text`, as (start, end)."""
        if self.pattern is None:
            return []
        flags = re.NOFLAG if case else re.IGNORECASE
        return [match.span() for match in re.finditer(self.pattern[language], text, flags)]


class Table(Record):
    """The whole table."""

    limits: Limits
    tips: tuple[Tip, ...] = Field(min_length=9, max_length=9)
    rules: tuple[Rule, ...]

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


def table(path: Path = TABLE) -> Table:
    """Read and check the table. Raise `DataError` with every mistake in it."""
    return _table(path, modified(path), modified(SOURCES))


@lru_cache(maxsize=4)
def _table(path: Path, *_modified: int) -> Table:
    found, known = record(path, Table), set(source_keys())
    root, _ = read(path, display(path))
    unknown = [
        Mistake(display(path), root.line_at(["tips", at, "sources"]), "S051", f'source "{key}" is not in sources.yml')
        for at, tip in enumerate(found.tips)
        for key in tip.sources
        if key not in known
    ]
    if unknown:
        raise DataError(unknown)
    return found
