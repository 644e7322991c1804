"""The whole check: read the data, write every message, let every tip look at it.

A mistake names the line to mend, the message that shows it (scenario, channel, language) and the rule. One wording
serves many messages, so all that one line of the data breaks is told in one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.compose import Message, MessagePart, compose_all, variants
from macros.load import DATA, display, load, source
from macros.rules import table
from macros.source import DataError, Mistake
from macros.text import words
from macros.tips import Finding, case_of, examine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.model import Guide
    from macros.rules import Table


_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Checked:
    """Data that has passed: the guide, the table of rules and every message."""

    guide: Guide
    table: Table
    messages: tuple[Message, ...]

    @property
    def summary(self) -> str:
        """One line that says how much was checked."""
        return (
            f"{len(self.guide.scenarios)} scenarios, {len(self.messages)} messages, "
            f"{len(self.table.rules)} rules of {len(self.table.tips)} tips: 0 findings"
        )


def check(path: Path = DATA) -> Checked:
    """Read the data file and examine every message made from it. Raise `DataError` with every mistake."""
    rules = table()
    guide = load(path)
    messages = tuple(compose_all(guide, rules.limits))
    written = [every for message in messages for every in (message, *variants(guide, rules.limits, message).values())]
    if empty := _empty(written, path):
        raise DataError(empty)
    broken = [
        (message, finding)
        for message in written
        for finding in examine(case_of(message), rules)
        if finding.status == "fix"
    ]
    mistakes = _mistakes(broken, path) + _repetitions(written, path)
    if mistakes:
        raise DataError(mistakes)
    return Checked(guide, rules, messages)


def _empty(messages: Sequence[Message], path: Path) -> list[Mistake]:
    """Messages without a body: there is nothing to examine, and no part to blame."""
    scenarios = source(path).get("scenarios")
    records = {record.text("key"): record for record in scenarios.items()} if scenarios else {}
    text = "nothing is left to say; omit fewer parts, or write the phrases and paragraphs that it needs"
    return [
        Mistake(
            display(path),
            records[message.scenario].line_at(["omit"]),
            f'scenario "{message.scenario}", {message.channel}, {message.language}: {text}',
        )
        for message in messages
        if not message.body
    ]


def _mistakes(broken: Sequence[tuple[Message, Finding]], path: Path) -> list[Mistake]:
    """One mistake per line of the data that is to blame, however many messages and rules it breaks."""
    root, name = source(path), display(path)
    # What a message lacks was most likely lost where the same message shows an offence.
    shown = {message.id: (message, finding) for message, finding in reversed(broken) if finding.spans}
    by_line: dict[int, list[tuple[Message, Finding]]] = {}
    for message, finding in broken:
        blamed = (message, finding) if finding.spans else shown.get(message.id, (message, finding))
        by_line.setdefault(root.line_at(_blamed(*blamed).origin), []).append((message, finding))
    return [Mistake(name, line, _sentence(found)) for line, found in by_line.items()]


def _sentence(found: Sequence[tuple[Message, Finding]]) -> str:
    # The rule that the blamed part is there to keep says most about what went wrong.
    message, finding = min(found, key=lambda pair: pair[1].rule.tip not in _blamed(*pair).tips)
    said = [message.body[start:end] for start, end in finding.spans]
    shown = f' ("{_shorten(said[0])}")' if said else ""
    detail = f" [{finding.detail}]" if finding.detail else ""
    others = sorted({other.rule.id for _, other in found} - {finding.rule.id})
    also = f"; it breaks {', '.join(others)} too" if others else ""
    count = len({message.id for message, _ in found})
    where = f"; {count} messages are affected" if count > 1 else ""
    hours = message.case.hours_left
    sent = f"; as sent {abs(hours):g} hours {'before' if hours >= 0 else 'after'} the interview"
    return (
        f'scenario "{message.scenario}", {message.channel}, {message.language}: '
        f"rule {finding.rule.id} of tip {finding.rule.tip}: {finding.rule.problem.en}{shown}{detail} "
        f"{finding.rule.cure.en.rstrip('.')}{also}{where}{sent}"
    )


def _shorten(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _blamed(message: Message, finding: Finding) -> MessagePart:
    """The part to mend: where the offending words stand, else the part that the tip is about, else the longest."""
    body_parts = [part for paragraph in message.paragraphs for part in paragraph]
    if finding.spans:
        start = finding.spans[0][0]
        for part in body_parts:
            at = message.body.find(part.text)
            if at <= start < at + len(part.text):
                return part
    if finding.rule.check == "ending":
        return body_parts[-1]
    if finding.rule.check not in ("word_count", "sentence_count", "sms_size"):
        for part in body_parts:
            if finding.rule.tip in part.tips:
                return part
    return max(body_parts, key=lambda part: words(part.text))


def _repetitions(messages: Sequence[Message], path: Path) -> list[Mistake]:
    """No message says the same sentence twice."""
    root, name = source(path), display(path)
    found = []
    for message in messages:
        seen: set[str] = set()
        for part in message.parts:
            for sentence in _SENTENCE_BREAK.split(part.text):
                if sentence in seen:
                    text = f'"{_shorten(sentence)}" is said twice; write it once'
                    label = f'scenario "{message.scenario}", {message.channel}, {message.language}'
                    found.append(Mistake(name, root.line_at(part.origin), f"{label}: {text}"))
                seen.add(sentence)
    return found
