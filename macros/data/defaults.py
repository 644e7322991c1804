"""What a situation may leave out: filled in when its record is read, so that all others see it whole.

A record is filled in as nodes, before it is validated: what is wrong with a value that was made here is told like any
other, on the line that it was made of.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from macros.data.nodes import Node
from macros.data.text import plain
from macros.data.vocabulary import LANGUAGES, MAX_KEY, MAX_MISSED_HOURS, MAX_NOTICE_HOURS, TONES, ChannelKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.data.model import Sample
    from macros.data.patterns import MessagePattern
    from macros.data.table import Limits

# Fields that are a text, or a list of keywords or paragraphs, in Indonesian alone, or a map with both languages.
_TRANSLATED = ("slug", "title", "when", "keywords", "caution")
_USUAL: tuple[ChannelKey, ...] = ("email", "whatsapp", "phone")
_WRITTEN: tuple[ChannelKey, ...] = ("email", "whatsapp", "sms")
# How long before the interview an example is sent, or how long after one that was missed.
_HOURS = 48
_HOURS_MISSED = -3


@dataclass(frozen=True)
class Defaults:
    """What the values are chosen from."""

    samples: Sequence[Sample]
    patterns: Sequence[MessagePattern]
    limits: Limits

    def fill(self, root: Node) -> Node:
        """The same file with every situation filled in."""
        section = root.get("scenarios")
        if section is None or not isinstance(root.value, dict):
            return root
        filled = [self._filled(record, place) for place, record in enumerate(section.items())]
        return Node(root.value | {"scenarios": Node(filled or section.value, section.line)}, root.line)

    def _filled(self, record: Node, place: int) -> Node:
        if not isinstance(record.value, dict):
            return record
        fields = {name: _language(node) if name in _TRANSLATED else node for name, node in record.value.items()}
        for name, inside in (("reasons", None), ("own", "text")):
            if name in fields:
                fields[name] = _each(fields[name], inside)
        _name(fields)
        if self.samples:
            sample = self.samples[place % len(self.samples)]
            fields.setdefault("sample", Node(sample.key, record.line, made=True))
        filled = Node(fields, record.line)
        channels = [Node(key, record.line, made=True) for key in self._channels(filled)]
        fields.setdefault("channels", Node(channels, record.line))
        found = next((sample for sample in self.samples if sample.key == filled.text("sample")), None)
        if found:
            hours = notice(found, self.limits, missed=filled.text("outcome") == "missed")
            fields.setdefault("notice", Node(str(hours), record.line, made=True))
        return filled

    def _channels(self, record: Node) -> Sequence[ChannelKey]:
        """The usual channels, if there is a message for each; else those in writing for which there is one."""
        outcome = record.text("outcome")
        graves = {reason.text("grave") == "true" for reason in record.listed("reasons")} or {False}
        own = {channel.value for message in record.listed("own") for channel in message.listed("channels")}

        def there(channel: ChannelKey) -> bool:
            return channel in own or all(
                any(one.serves(outcome, channel, tone, grave=grave) for one in self.patterns)
                for tone, grave in product(TONES, graves)
            )

        usual = [channel for channel in _USUAL if there(channel)]
        if len(usual) == len(_USUAL):
            return usual
        return [channel for channel in _WRITTEN if there(channel)] or _USUAL  # of which the check says what lacks


def notice(sample: Sample, limits: Limits, *, missed: bool) -> int:
    """About two days before the interview, or some hours after one that was missed: when people are at work."""
    soonest = limits.stages.good  # without any haste
    possible = range(-MAX_MISSED_HOURS, 0) if missed else range(soonest, MAX_NOTICE_HOURS + 1)
    wanted = _HOURS_MISSED if missed else _HOURS

    def poor(hours: int) -> tuple[bool, int]:
        return not limits.working(sample.interview - timedelta(hours=hours)), abs(hours - wanted)

    return min(possible, key=poor)


def slug(title: str) -> str:
    """A title as part of an address: small letters, digits and hyphens, of which it has none at an end."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", title)).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")
    return (words if len(words) <= MAX_KEY else words[: MAX_KEY + 1].rpartition("-")[0] or words[:MAX_KEY]).strip("-")


def _language(node: Node) -> Node:
    """The same as a map: what stands there alone is Indonesian."""
    return node if isinstance(node.value, dict) else Node({"id": node}, node.line)


def _each(listed: Node, inside: str | None) -> Node:
    """A list whose entries, or the values under `inside` in each, are maps of languages."""
    if not isinstance(listed.value, list):
        return listed

    def mapped(entry: Node) -> Node:
        if inside is None:
            return _language(entry)
        if not isinstance(entry.value, dict) or inside not in entry.value:
            return entry
        return Node(entry.value | {inside: _language(entry.value[inside])}, entry.line)

    return Node([mapped(entry) for entry in listed.value], listed.line)


def _name(fields: dict[str, Node]) -> None:
    """Make key and address of the titles."""
    title, address = fields.get("title"), fields.get("slug")
    places = dict(address.value) if address and isinstance(address.value, dict) else {}
    for language in LANGUAGES:
        node = title.get(language) if title else None
        if node and isinstance(node.value, str) and _acceptable(node.value):
            made = Node(slug(node.value), node.line, made=True)
            places.setdefault(language, made)
            if language == "id":
                fields.setdefault("key", made)
    if places:
        fields["slug"] = Node(places, (address or next(iter(places.values()))).line)


def _acceptable(text: str) -> bool:
    """Say whether a text is told nothing of by itself."""
    try:
        return bool(plain(text))
    except ValueError:
        return False
