"""What the reader's browser needs to fill messages by itself: the same data and names that the build uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.data.vocabulary import LANGUAGES, ZONES
from macros.messages import dates

if TYPE_CHECKING:
    from macros.data.vocabulary import Language
    from macros.site.editions import Site


def filling(site: Site) -> dict[str, object]:
    """The forms of address, greetings, names of days and months, zones (minutes ahead of UTC) and limits."""
    guide, limits = site.checked.guide, site.checked.table.limits
    return {
        "addresses": {form.key: form.model_dump(include={"name", "you"}) for form in guide.addresses},
        "dayparts": [part.model_dump() for part in guide.dayparts],
        "dates": {language: _dates(language) for language in LANGUAGES},
        "zones": {name: int(zone.utcoffset(None).total_seconds() // 60) for name, zone in ZONES.items()},
        "stages": limits.stages.model_dump(),
        "polite_hours": limits.polite_hours,
        "blanks": {key.removeprefix("blank_"): word for key, word in site.words.items() if key.startswith("blank_")},
    }


def searching(site: Site) -> dict[str, object]:
    """What the search knows: its language, words to ignore, words that mean the same, and kinds of pages by address."""
    words = site.words
    groups = [group.split() for group in words["find_same"].split(";")]
    return {
        "language": site.edition,
        "ignored": words["find_ignore"].split(),
        "same": {word: group for group in groups for word in group},
        "kinds": {site.places[place]: words[f"kind_{place}"] for place in ("examples", "tips")},
    }


def _dates(language: Language) -> dict[str, object]:
    weekdays, months = dates.names(language)
    return {
        "weekdays": weekdays,
        "months": months,
        "at": dates.AT[language],
        "clock": dates.CLOCK[language],
        "or": dates.OR[language],
    }
