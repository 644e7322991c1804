"""The whole check: every message and every worked example is written, and every tip looks at it.

A diagnostic names the line to mend, the message that shows it (scenario, channel, language) and the rule. One wording
serves many messages, so all that one line of the data breaks is told in one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.data.nodes import DataError, Diagnostic
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import named
from macros.messages.reach import at_every_step, compose_all, reachable, spare
from macros.tips.blame import LENGTH, Overlong, blamed
from macros.tips.examine import Finding, case_of, judge
from macros.tips.examples import work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.table import Rule
    from macros.messages.message import Message

    Broken = tuple[Message, Finding]

_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Checked:
    """Data that have passed, and every message made from them as first shown."""

    data: Data
    messages: tuple[Message, ...]
    combinations: int
    """How many messages a reader can reach; all of them were checked."""

    def of(self, scenario: str) -> list[Message]:
        """The messages of one scenario."""
        return self._by_scenario[scenario]

    @cached_property
    def _by_scenario(self) -> dict[str, list[Message]]:
        found: dict[str, list[Message]] = {}
        for message in self.messages:
            found.setdefault(message.scenario, []).append(message)
        return found

    @property
    def summary(self) -> str:
        """One line that says how much was checked."""
        guide, table = self.data.guide, self.data.table
        count = len(self.data.warnings)
        warnings = f", {count} warning{'s' if count > 1 else ''}" if count else ""
        return (
            f"{len(guide.scenarios)} scenarios, {sum(len(scenario.reasons) for scenario in guide.scenarios)} reasons, "
            f"{len(guide.patterns)} patterns, {self.combinations:,} messages to reach, "
            f"{len(table.rules)} rules of {len(table.tips)} tips: 0 findings{warnings}"
        )


def check(data: Data) -> Checked:
    """Examine every message and worked example made from the data. Raise `DataError` with everything that is wrong."""
    table = data.table
    of_length = [rule for rule in table.rules if rule.check in LENGTH]
    overlong = Overlong()
    broken: list[Broken] = []
    found: list[Diagnostic] = []
    combinations = 0
    used: set[Way] = set()

    def look_at(message: Message, rules: Sequence[Rule]) -> None:
        case = case_of(message)
        findings = [finding for rule in rules if (finding := judge(case, rule, table.limits)).status == "fix"]
        broken.extend((message, finding) for finding in findings)
        overlong.count(message, findings)

    for written in reachable(data):
        if written.language == LANGUAGES[-1]:  # a scenario that has English has all languages
            used.add(written.parts[0].origin[:2])
        found += _repetitions(written, data)
        for message in at_every_step(data, written):
            combinations += 1
            # Another step changes only what is said in its blank, which is judged by itself, and the length.
            look_at(message, table.rules if message is written else of_length)
    # Filled with a reason that is at fault itself, they would only tell it again.
    for message in () if broken else spare(data, used):
        look_at(message, table.rules)
    found += [*_diagnostics(broken, overlong, data), *_steps(data), *_untrue_examples(data)]
    if found:
        raise DataError(found)
    return Checked(data, tuple(compose_all(data)), combinations)


def _diagnostics(broken: Sequence[Broken], overlong: Overlong, data: Data) -> Iterator[Diagnostic]:
    """One diagnostic per line of the data that is to blame, however many messages and rules it breaks."""
    # What a message lacks was most likely lost where the same message shows an offence.
    shown = {message.id: (message, finding) for message, finding in reversed(broken) if finding.spans}
    by_line: dict[int, list[Broken]] = {}
    kept: dict[int, Broken] = {}
    for message, finding in broken:
        culprit: Broken = (message, finding) if finding.spans else shown.get(message.id, (message, finding))
        guilty = blamed(*culprit, overlong, data)
        line = data.line(guilty.way)
        by_line.setdefault(line, []).append((message, finding))
        if finding.rule.tip in guilty.tips:
            kept.setdefault(line, (message, finding))
    for line, found in by_line.items():
        # The rule that the blamed part is there to keep says most about what went wrong.
        first = kept.get(line, found[0])
        yield Diagnostic(data.name, line, first[1].rule.id, _sentence(*first, found))


def _steps(data: Data) -> Iterator[Diagnostic]:
    """The names of the steps hold nothing that a rule forbids."""
    for number, step in enumerate(data.guide.steps):
        for rule in data.table.rules:
            for language in LANGUAGES:
                names = " ".join(named(step, language).values())
                if rule.check == "absent" and rule.pattern and rule.pattern.matches(names, language):
                    text = f'step "{step.key}": rule {rule.id} of tip {rule.tip}: {rule.problem.en} {rule.cure.en}'
                    yield Diagnostic(data.name, data.line(("steps", number, "name", language)), rule.id, text)


def _sentence(message: Message, finding: Finding, found: Sequence[Broken]) -> str:
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
    return (
        f"{_label(message)}: rule {rule.id} of tip {rule.tip}: {rule.problem.en}{shown}{detail} "
        f"{rule.cure.en.rstrip('.')}{also}{where}{sent}; see /kontribusi/#{rule.anchor}"
    )


def _label(message: Message) -> str:
    return f'scenario "{message.scenario}", {message.channel}, {message.language}, {message.choice.tone}'


def _shorten(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _repetitions(message: Message, data: Data) -> Iterator[Diagnostic]:
    """No message says the same sentence twice."""
    seen: set[str] = set()
    for part in message.parts:
        for sentence in _SENTENCE_BREAK.split(part.text):
            if sentence in seen:
                text = f'{_label(message)}: "{_shorten(sentence)}" is said twice; write it once'
                yield Diagnostic(data.name, data.line(part.origin), "S060", text)
            seen.add(sentence)


def _untrue_examples(data: Data) -> Iterator[Diagnostic]:
    """Each worked example breaks the tips that it says, in both languages, and no other."""
    for number, example in enumerate(data.guide.examples):
        for language in LANGUAGES:
            broken = work(data, example, language).tips
            if set(broken) != set(example.breaks):
                tips = ", ".join(map(str, broken)) or "none"
                text = f"example of tip {example.tip}, {language}: the draft breaks tips {tips}; write them in breaks"
                yield Diagnostic(data.name, data.line(("examples", number, "breaks")), "S061", text)
