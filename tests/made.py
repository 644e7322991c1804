"""Messages and data made by hand, so that a test says all that it depends on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from macros.data.model import Guide, Sample
from macros.data.nodes import Node
from macros.data.table import Rule
from macros.data.vocabulary import ZONES
from macros.messages.message import Circumstances, Message, MessagePart, Segment

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.table import Check
    from macros.data.vocabulary import ChannelKey, Language, Outcome, PartKey

SAMPLE = Sample.model_validate(
    {
        "key": "dimas",
        "candidate": "Dimas Prakoso",
        "phone": "021-0000-0001",
        "position": {"id": "Kasir", "en": "Cashier"},
        "company": "PT Contoh Jaya",
        "recruiter": {"name": "Rina Kartika", "call": "Rina", "address": "ibu"},
        "zone": "WITA",
        "interview": "2027-04-08 10:00",
        "slots": ["2027-04-12 10:00", "2027-04-13 13:30"],
    }
)
BOTH = {"id": "Ada.", "en": "There is."}


def rule(number: str, check: Check = "absent") -> Rule:
    """The rule with that number, of that kind."""
    return Rule.model_validate({"id": number, "check": check, "problem": BOTH, "cure": BOTH})


def part(text: str, *tips: int, key: PartKey = "closing", origin: Way = ("phrases", 0)) -> MessagePart:
    """A part that says `text` and follows `tips`."""
    return MessagePart(key, tips, (Segment(text),), origin)


def message(  # noqa: PLR0913 - a message has that many sides
    *paragraphs: tuple[MessagePart, ...],
    subject: MessagePart | None = None,
    scenario: str = "sakit",
    channel: ChannelKey = "email",
    language: Language = "id",
    outcome: Outcome = "withdraw",
    hours: float = 48,
) -> Message:
    """A message of these paragraphs, sent `hours` before the interview."""
    interview = SAMPLE.interview.replace(tzinfo=ZONES[SAMPLE.zone])
    case = Circumstances(channel, channel, interview - timedelta(hours=hours), interview)
    return Message(scenario, channel, language, outcome, "formal", subject, paragraphs, case, SAMPLE)


def only(data: Data, *scenarios: str) -> Data:
    """The data with these scenarios alone and no worked example, which are quick to check; lines stay as they were."""
    numbers = [data.guide.number(key) for key in scenarios]
    chosen = {"scenarios": tuple(data.guide.scenarios[number] for number in numbers), "examples": ()}
    nodes = data.root.get("scenarios")
    assert nodes is not None
    assert isinstance(data.root.value, dict)
    kept = Node([nodes.items()[number] for number in numbers], nodes.line)
    guide = Guide.model_validate(dict(data.guide) | chosen)
    return replace(data, guide=guide, root=Node(data.root.value | {"scenarios": kept}, data.root.line))


def edited(data: Data, way: Way, new: object) -> Data:
    """The data with another value at `way`, such as a contributor might write there; lines stay as they were."""
    return replace(data, guide=_changed(data.guide, way, new))


def _changed(old: Any, way: Way, new: object) -> Any:  # noqa: ANN401 - records of every kind
    if not way:
        return new
    step, *rest = way
    if isinstance(old, tuple):
        at = int(step)
        return (*old[:at], _changed(old[at], tuple(rest), new), *old[at + 1 :])
    name = str(step)
    return old.model_copy(update={name: _changed(getattr(old, name), tuple(rest), new)})
