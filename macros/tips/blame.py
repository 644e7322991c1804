"""Which line of the data is to be mended when a message breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.messages.message import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey
    from macros.messages.message import Message, MessagePart
    from macros.tips.examine import Finding

    Wording = tuple[Way, ChannelKey]

LENGTH = frozenset({"word_count", "sentence_count", "sms_size", "early"})
_REASONS = frozenset({"reason", "Reason"})
_OF_REASONS = 5  # the tip that the reason follows


@dataclass(frozen=True)
class Culprit:
    """What is to blame: where its words stand, and the tips that it is there to keep."""

    way: Way
    tips: tuple[int, ...]


class Overlong:
    """The wordings with which most situations that use them break a limit of length: they are too long themselves."""

    def __init__(self) -> None:
        self._using: dict[Wording, set[str]] = {}
        self._broken: dict[Wording, set[str]] = {}

    def count(self, message: Message, findings: Sequence[Finding]) -> None:
        """Take note of a message and of what was found in it."""
        too_long = any(finding.rule.check in LENGTH for finding in findings)
        for part in message.parts:
            wording = (part.origin, message.channel)
            self._using.setdefault(wording, set()).add(message.scenario)
            if too_long:
                self._broken.setdefault(wording, set()).add(message.scenario)

    def __contains__(self, wording: Wording) -> bool:
        return len(self._broken.get(wording, ())) > max(1, len(self._using.get(wording, ())) / 2)


def blamed(message: Message, finding: Finding, overlong: Overlong, data: Data) -> Culprit:
    """The reason, if the offending words stand in it; else the part that holds or lacks them, or that is too long."""
    reason = Culprit(("scenarios", data.guide.number(message.scenario), *message.reason_way), (_OF_REASONS,))
    body = [part for paragraph in message.paragraphs for part in paragraph]
    at, in_reason = _shown(message, finding)
    if finding.rule.check == "early" and at is not None:
        body = body[: at + 1]  # what stands before the news
    elif in_reason or finding.rule.check == "reason_length":
        return reason
    elif at is not None:
        return _culprit(body[at])
    if finding.rule.check == "ending":
        return _culprit(body[-1])
    if finding.rule.check not in LENGTH:
        followers = [part for part in body if finding.rule.tip in part.tips] or [_longest(body)]
        return _culprit(followers[0])
    told = any(segment.blank in _REASONS for part in body for segment in part.segments)
    if told and words(message.reason) > data.table.limits.reason_words:
        return reason
    suspects = [part for part in body if (part.origin, message.channel) in overlong or part.origin[0] == "scenarios"]
    return _culprit(_longest(suspects or body)) if suspects or not told else reason


def _culprit(part: MessagePart) -> Culprit:
    return Culprit(part.origin, part.tips)


def _shown(message: Message, finding: Finding) -> tuple[int | None, bool]:
    """The number of the part of the body in which offending words stand, and whether they are the reason's.

    The reason comes first: what a pattern and a reason break together, most other reasons do not.
    """
    places = list(_segments(message))
    found = [
        (number, blank in _REASONS)
        for span in finding.spans
        for start, end, number, blank in places
        if start <= span[0] < end
    ]
    return next((place for place in found if place[1]), found[0] if found else (None, False))


def _segments(message: Message) -> Iterator[tuple[int, int, int, str | None]]:
    """Where every run of text starts and ends in the body, the number of its part, and the blank that it fills."""
    start = number = 0
    for paragraph in message.paragraphs:
        for part in paragraph:
            for segment in part.segments:
                yield start, start + len(segment.text), number, segment.blank
                start += len(segment.text)
            start += len(" ")
            number += 1
        start += len("\n\n") - len(" ")


def _longest(parts: Sequence[MessagePart]) -> MessagePart:
    return max(parts, key=lambda part: words(part.text))
