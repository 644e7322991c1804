"""What the reader's browser needs to write messages by itself: the same data and names that the build uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.data.vocabulary import LANGUAGES, TONES, ZONES
from macros.messages import dates, spoken
from macros.messages.compose import TIPS_OF_BLANKS, circumstances, first_choice, named, notice
from macros.messages.reach import lefts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.data.model import Sample, Scenario
    from macros.data.nodes import Way
    from macros.data.patterns import Case, OwnMessage
    from macros.data.vocabulary import ChannelKey, Language, Tone
    from macros.site.editions import Edition


def known(edition: Edition) -> dict[str, object]:
    """What the pages of all scenarios know: names, forms and limits."""
    guide, limits = edition.checked.data.guide, edition.checked.data.table.limits
    return {
        "addresses": {form.key: form.model_dump(include={"name", "you"}) for form in guide.addresses},
        "dayparts": [part.model_dump() for part in guide.dayparts],
        "dates": {language: _dates(language) for language in LANGUAGES},
        "contracted": [channel.key for channel in guide.channels if channel.contracted],
        "spoken": {language: _spoken(language) for language in LANGUAGES},
        "zones": {name: int(zone.utcoffset(None).total_seconds() // 60) for name, zone in ZONES.items()},
        "stages": limits.stages.model_dump(),
        "polite_hours": limits.polite_hours,
        "holidays": [day.isoformat() for day in limits.holidays],
        "blanks": {
            key.removeprefix("blank_"): word for key, word in edition.strings.items() if key.startswith("blank_")
        },
    }


def filling(edition: Edition, scenario: Scenario) -> dict[str, object]:
    """What a scenario's own page knows besides: all that its messages are composed from.

    Patterns, each once, and which of them is used; reasons, steps and tips; the sample and when it is sent.
    """
    data = edition.checked.data
    patterns, used = _patterns(edition, scenario)
    languages = scenario.languages
    parts = {part for pattern in patterns for language in languages for text in pattern.text[language] for part in text}
    first, sample = first_choice(data, scenario), data.guide.sample(scenario.sample)
    return {
        "patterns": [{language: _paragraphs(pattern, language) for language in languages} for pattern in patterns],
        "used": used,
        "reasons": [{lang: reason[lang] for lang in languages} for reason in scenario.reasons],
        "said": [{lang: spoken.contracted(reason[lang], lang) for lang in languages} for reason in scenario.reasons],
        "steps": {
            step.key: {language: named(step, language) for language in languages}
            for step in data.guide.steps_for(scenario)
        },
        "tips": {part.key: part.tips for part in data.guide.parts if part.key in parts},
        "told": TIPS_OF_BLANKS,
        "sample": {language: _sample(sample, language) for language in languages},
        "sent": {
            left: circumstances(sample, notice(data, scenario, left), "email", "email").sent_at.isoformat()
            for left in lefts(data, scenario)
        },
        "first": {"tone": first.tone, "step": first.step, "left": first.left},
    }


def searching(edition: Edition) -> dict[str, object]:
    """What the search knows: its language, words to ignore, words that mean the same, and kinds of pages by address."""
    strings = edition.strings
    groups = [group.split() for group in strings["find_same"].split(";")]
    return {
        "language": edition.language,
        "ignored": strings["find_ignore"].split(),
        "same": {word: group for group in groups for word in group},
        "kinds": {edition.places[place]: strings[f"kind_{place}"] for place in ("examples", "tips")},
    }


def choosable(edition: Edition, scenario: Scenario) -> set[str]:
    """What a reader may choose besides channel and language: only what would change a message."""
    patterns, used = _patterns(edition, scenario)
    texts = [words for pattern in patterns for text in _texts(pattern, scenario.languages) for words in text]
    told = "".join(text for words in texts for text in words.values())
    by_tone = any(len({words.get(tone) for tone in TONES}) > 1 for words in texts)
    found = {
        # Nobody owes a presumed swindler a reason of their own.
        "reason": (scenario.outcome != "verify" or len(scenario.reasons) > 1) and "[reason]" in told.lower(),
        "tone": by_tone or any(len({tuple(numbers) for numbers in tones.values()}) > 1 for tones in used.values()),
        "step": "[step" in told,
    }
    return {name for name, changes in found.items() if changes}


def _dates(language: Language) -> dict[str, object]:
    weekdays, months = dates.names(language)
    return {
        "weekdays": weekdays,
        "months": months,
        "at": dates.AT[language],
        "clock": dates.CLOCK[language],
        "or": dates.OR[language],
        "on": dates.ON[language],
        "comma": dates.COMMA[language],
        "near": dates.NEAR[language],
    }


def _spoken(language: Language) -> dict[str, object]:
    return {
        "hours": spoken.hours(language),
        "counts": spoken.counts(language),
        "clock": spoken.CLOCK[language],
        "parts": spoken.PARTS[language],
        "today": spoken.TODAY[language],
        "named": spoken.NAMED[language],
        "said": spoken.SAID[language],
        "week": spoken.WEEK,
    }


def _patterns(edition: Edition, scenario: Scenario) -> tuple[list[OwnMessage], dict[ChannelKey, dict[Tone, list[int]]]]:
    """The patterns that a scenario reaches, and the number of the one for each channel, tone and reason."""
    guide = edition.checked.data.guide
    found: dict[Way, tuple[int, OwnMessage]] = {}

    def number(way: Way, pattern: OwnMessage) -> int:
        return found.setdefault(way, (len(found), pattern))[0]

    used = {
        channel.key: {
            tone: [number(*guide.pattern(scenario, reason, channel.key, tone)) for reason in scenario.reasons]
            for tone in TONES
        }
        for channel in guide.channels
        if channel.key in scenario.channels
    }
    return [pattern for _, pattern in found.values()], used


def _texts(pattern: OwnMessage, languages: Sequence[Language]) -> Iterator[list[Mapping[Case, str]]]:
    """The words of every part, by language and paragraph."""
    for language in languages:
        for paragraph in pattern.text[language]:
            yield list(paragraph.values())


def _paragraphs(pattern: OwnMessage, language: Language) -> list[dict[str, object]]:
    return [{part: _words(words) for part, words in paragraph.items()} for paragraph in pattern.text[language]]


def _words(words: Mapping[Case, str]) -> str | Mapping[Case, str]:
    """What is the same at every tone is one text again."""
    same = set(words) == set(TONES) and len(set(words.values())) == 1
    return words[TONES[0]] if same else words


def _sample(sample: Sample, language: Language) -> dict[str, str]:
    """The sample as if it were a reader who has filled in the form."""
    return {
        "candidate": sample.candidate,
        "phone": sample.phone,
        "position": sample.position[language],
        "company": sample.company,
        "recruiter": sample.recruiter.name,
        "call": sample.recruiter.call,
        "address": sample.recruiter.address,
        "interview": f"{sample.interview:%Y-%m-%dT%H:%M}",
        "zone": sample.zone,
        **{f"slot{number}": f"{slot:%Y-%m-%dT%H:%M}" for number, slot in enumerate(sample.slots, 1)},
    }
