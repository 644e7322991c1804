"""The whole check: read the data, write every message, let every tip look at it.

A mistake names the line to mend, the message that shows it (scenario, channel, language) and the rule. One wording
serves many messages, so all that one line of the data breaks is told in one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.data.load import DATA, display, load, source
from macros.data.nodes import DataError, Mistake
from macros.data.remarks import remarks
from macros.data.table import table
from macros.messages.compose import Message, compose_all, variants
from macros.tips.blame import blamed, overlong
from macros.tips.examine import Finding, case_of, examine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.data.model import Guide
    from macros.data.table import Table

    Broken = tuple[Message, Finding]

_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Checked:
    """Data that has passed: the guide, the table of rules, every message, and what could still be better."""

    guide: Guide
    table: Table
    messages: tuple[Message, ...]
    remarks: tuple[Mistake, ...]

    @property
    def summary(self) -> str:
        """One line that says how much was checked."""
        count = len(self.remarks)
        remarks = f", {count} remark{'s' if count > 1 else ''}" if count else ""
        return (
            f"{len(self.guide.scenarios)} scenarios, {len(self.messages)} messages, "
            f"{len(self.table.rules)} rules of {len(self.table.tips)} tips: 0 findings{remarks}"
        )


def check(path: Path = DATA) -> Checked:
    """Read the data file and examine every message made from it. Raise `DataError` with every mistake."""
    rules = table()
    guide = load(path)
    messages = tuple(compose_all(guide, rules.limits))
    written = [every for message in messages for every in (message, *variants(guide, rules.limits, message).values())]
    broken = [
        (message, finding)
        for message in written
        for finding in examine(case_of(message), rules)
        if finding.status == "fix"
    ]
    mistakes = _mistakes(written, broken, rules, path) + repetitions(written, path)
    if mistakes:
        raise DataError(mistakes)
    return Checked(guide, rules, messages, tuple(sorted(remarks(source(path), display(path)))))


def _mistakes(written: Sequence[Message], broken: Sequence[Broken], rules: Table, path: Path) -> list[Mistake]:
    """One mistake per line of the data that is to blame, however many messages and rules it breaks."""
    root, name = source(path), display(path)
    shared = overlong(written, broken)
    # What a message lacks was most likely lost where the same message shows an offence.
    shown = {message.id: (message, finding) for message, finding in reversed(broken) if finding.spans}
    by_line: dict[int, list[Broken]] = {}
    for message, finding in broken:
        culprit: Broken = (message, finding) if finding.spans else shown.get(message.id, (message, finding))
        by_line.setdefault(root.line_at(blamed(*culprit, shared).origin), []).append((message, finding))
    mistakes = []
    for line, found in by_line.items():
        # The rule that the blamed part is there to keep says most about what went wrong.
        first = next((pair for pair in found if pair[1].rule.tip in blamed(*pair, shared).tips), found[0])
        mistakes.append(Mistake(name, line, first[1].rule.id, _sentence(*first, found, rules)))
    return mistakes


def _sentence(message: Message, finding: Finding, found: Sequence[Broken], rules: Table) -> str:
    rule = finding.rule
    said = [message.body[start:end] for start, end in finding.spans]
    shown = f' ("{_shorten(said[0])}")' if said else ""
    detail = f" [{finding.detail}]" if finding.detail else ""
    others = sorted({other.rule.id for _, other in found} - {rule.id})
    also = f"; it breaks {', '.join(others)} too" if others else ""
    count = len({message.id for message, _ in found})
    where = f"; {count} messages are affected" if count > 1 else ""
    hours = message.case.hours_left
    sent = f"; as sent {abs(hours):g} h {'before' if hours >= 0 else 'after'} the interview"
    page = f"/cara/{rule.tip}-{rules.tip(rule.tip).slug.id}/#aturan-{rule.id.replace('.', '-')}"
    return (
        f'scenario "{message.scenario}", {message.channel}, {message.language}: '
        f"rule {rule.id} of tip {rule.tip}: {rule.problem.en}{shown}{detail} "
        f"{rule.cure.en.rstrip('.')}{also}{where}{sent}; see {page}"
    )


def _shorten(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def repetitions(messages: Sequence[Message], path: Path) -> list[Mistake]:
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
                    found.append(Mistake(name, root.line_at(part.origin), "S060", f"{label}: {text}"))
                seen.add(sentence)
    return found
