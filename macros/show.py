"""A scenario's messages as they stand, with what the tips say of each: for whoever is writing one."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.check import repetitions
from macros.compose import compose_all, variants
from macros.explain import suggest
from macros.load import DATA, display, load, source
from macros.rules import table
from macros.source import DataError, Mistake
from macros.tips import case_of, examine

if TYPE_CHECKING:
    from pathlib import Path

    from macros.compose import Message
    from macros.tips import Finding

_WIDTH = 80
_INDENT = "  "


@dataclass(frozen=True)
class Shown:
    """What to print, and how many findings it tells."""

    text: str
    findings: int


def show(key: str, path: Path = DATA) -> Shown:
    """The messages of the scenario called `key`, whatever the tips say of it or of any other.

    Raise `DataError` if the file cannot be loaded or has no such scenario.
    """
    rules = table()
    guide = load(path)
    messages = [message for message in compose_all(guide, rules.limits) if message.scenario == key]
    if not messages:
        hint = suggest(key, [scenario.key for scenario in guide.scenarios])
        line = source(path).line_at(["scenarios"])
        raise DataError([Mistake(display(path), line, "S051", f'there is no scenario "{key}"{hint}')])
    scenario = guide.scenario(key)
    blocks = [_wrap(f'scenario "{key}" ({scenario.outcome}): {scenario.title.id} / {scenario.title.en}')]
    findings = varied = 0
    every_message: list[Message] = []
    for message in messages:
        others = list(variants(guide, rules.limits, message).values())
        every_message += [message, *others]
        broken = [
            (every, finding)
            for every in (message, *others)
            for finding in examine(case_of(every), rules)
            if finding.status == "fix"
        ]
        told = _told(message, broken)
        blocks.append(_block(message, told, len(others)))
        findings += len(told)
        varied += len(others)
    repeated = repetitions(every_message, path)
    blocks += [_wrap(f"rule {mistake.rule}: {mistake.text}") for mistake in repeated]
    findings += len(repeated)
    blocks.append(f"{len(messages)} messages and {varied} variants examined: {findings} findings")
    return Shown("\n\n".join(blocks), findings)


def _told(message: Message, broken: list[tuple[Message, Finding]]) -> list[str]:
    """One sentence for each rule broken; what only a variant breaks says when that one is sent."""
    sentences: dict[str, str] = {}
    for every, finding in broken:
        rule = finding.rule
        words = [f'"{textwrap.shorten(every.body[start:end], 60, placeholder=" …")}"' for start, end in finding.spans]
        facts = "; ".join([*words[:1], *filter(None, [finding.detail])])
        problem = f"{rule.problem.en.rstrip('.')} ({facts})" if facts else rule.problem.en.rstrip(".")
        when = "" if every is message else f" (only as sent {every.case.hours_left:g} h before the interview)"
        sentence = f"rule {rule.id}: {problem} → {rule.cure.en.rstrip('.')}{when}"
        sentences.setdefault(rule.id, sentence)
    return list(sentences.values())


def _block(message: Message, told: list[str], varied: int) -> str:
    """One message, under a line that says which it is and above what was found in it."""
    title = f"{message.channel}, {message.language}: {message.words} words"
    subject = [_wrap(f"Subject: {message.subject.text}", _INDENT), ""] if message.subject else []
    body = [_wrap(line, _INDENT) for line in message.body.split("\n")]
    found = [_wrap(sentence) for sentence in told or ["no findings"]]
    examined = f"{varied} variants for other hours examined too" if varied else "no variants for other hours"
    return "\n".join([f"--- {title} ".ljust(_WIDTH, "-"), "", *subject, *body, "", *found, f"({examined})"])


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent or _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
