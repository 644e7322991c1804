"""A message as other programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.message import Message


def record(message: Message) -> dict[str, object]:
    """One message as an object of JSON."""
    case, choice = message.case, message.choice
    return {
        "id": message.id,
        "scenario": message.scenario,
        "channel": message.channel,
        "language": message.language,
        "tone": choice.tone,
        "step": choice.step,
        "reason": message.reason,
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
