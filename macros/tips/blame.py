"""Which part of a broken message is to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.messages.message import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.data.vocabulary import ChannelKey
    from macros.messages.message import Message, MessagePart
    from macros.tips.examine import Finding

    Wording = tuple[tuple[str | int, ...], ChannelKey]

_LENGTH = {"word_count", "sentence_count", "sms_size", "early"}


def overlong(written: Iterable[Message], broken: Iterable[tuple[Message, Finding]]) -> set[Wording]:
    """The shared wordings, by channel, with which most situations that use them break a limit of length."""
    using = _situations(written)
    too_long = _situations(message for message, finding in broken if finding.rule.check in _LENGTH)
    return {wording for wording, found in too_long.items() if len(found) > max(1, len(using[wording]) / 2)}


def _situations(messages: Iterable[Message]) -> dict[Wording, set[str]]:
    found: dict[Wording, set[str]] = {}
    for message in messages:
        for part in message.parts:
            found.setdefault((part.origin, message.channel), set()).add(message.scenario)
    return found


def blamed(message: Message, finding: Finding, shared: set[Wording]) -> MessagePart:
    """The part where the offending words stand, else the one that the tip is about, else the one that is too long.

    `shared` are the wordings that `overlong` gives; without any, a message is long by its situation's own words.
    """
    body = [part for paragraph in message.paragraphs for part in paragraph]
    at = _shown(message, finding)
    if finding.rule.check == "early" and at is not None:
        body = body[: at + 1]  # what stands before the news
    elif at is not None:
        return body[at]
    if finding.rule.check == "ending":
        return body[-1]
    if finding.rule.check not in _LENGTH:
        followers = [part for part in body if finding.rule.tip in part.tips] or [_longest(body)]
        return next((part for part in followers if "own" in part.origin), followers[0])
    suspects = [part for part in body if (part.origin, message.channel) in shared]
    return _longest(suspects or [part for part in body if part.origin[0] == "scenarios"] or body)


def _shown(message: Message, finding: Finding) -> int | None:
    """The number of the part of the body in which the first offending words stand."""
    start = number = 0
    for paragraph in message.paragraphs if finding.spans else ():
        for part in paragraph:
            if start <= finding.spans[0][0] < start + len(part.text):
                return number
            start += len(part.text) + len(" ")
            number += 1
        start += len("\n\n") - len(" ")
    return None


def _longest(parts: Sequence[MessagePart]) -> MessagePart:
    return max(parts, key=lambda part: words(part.text))
