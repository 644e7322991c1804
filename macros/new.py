"""A new situation by question and answer: one record, written at the end of its outcome's group."""

from __future__ import annotations

import json
import re
import shlex
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from macros.explain import inner_types, mistakes_of, suggest
from macros.harm import refusals
from macros.languages import misplaced
from macros.load import DATA, display, impolite, load
from macros.model import Scenario
from macros.source import DataError, Mistake, Node
from macros.vocabulary import ChannelKey, Outcome
from macros.write import replace, require_writable

if TYPE_CHECKING:
    from pathlib import Path

    from macros.harm import Impolite
    from macros.model import Guide

Place = tuple[str, ...]

_OUTCOMES, _CHANNELS = inner_types(Outcome), inner_types(ChannelKey)
_FORMAL, _SEMIFORMAL = "e-mail, LinkedIn and job sites (formal)", "WhatsApp, phone and SMS (semiformal, santai)"
_QUESTIONS: dict[Place, str] = {
    ("title", "id"): "Title in Indonesian (judul), like: Sedang sakit",
    ("title", "en"): "Title in English, like: Too ill to come",
    ("keywords", "id"): "Everyday words in Indonesian by which people look for it (kata sehari-hari), like: demam, flu",
    ("keywords", "en"): "The same in English, like: fever, flu",
    ("outcome",): f"Outcome (hasil): {', '.join(_OUTCOMES)}",
    ("when", "id"): "When is this the right page (kapan)? One or two sentences in Indonesian",
    ("when", "en"): "The same in English",
    ("reason", "id", "formal"): (
        "The reason (alasan), one whole sentence that begins with the fact, never with karena or because.\n"
        f"In Indonesian for {_FORMAL}"
    ),
    ("reason", "id", "semiformal"): f"In Indonesian for {_SEMIFORMAL}",
    ("reason", "en", "formal"): f"In English for {_FORMAL}",
    ("reason", "en", "semiformal"): f"In English for {_SEMIFORMAL}",
    ("channels",): f"Channels (saluran), one or more of: {' '.join(_CHANNELS)}",
    ("sample",): "Who writes the example (contoh)",
    ("notice",): "How many hours before the interview it is sent; below 0 only for missed",
    ("key",): "Our own short name (kunci)",
    ("slug", "id"): "Address of the Indonesian page (alamat); it never changes later",
    ("slug", "en"): "Address of the English page",
}
# The field that each proposal is made from.
_PROPOSED_FROM = {("key",): "id", ("slug", "id"): "id", ("slug", "en"): "en"}
# What no two records share.
_UNIQUE = {("key",), ("slug", "id"), ("slug", "en"), ("title", "id"), ("title", "en")}
_SLUG_LENGTH = 36  # leaves room for a number where 40 characters fit
_GROUP = "  # --- "


class Stopped(Exception):  # noqa: N818 - whoever stops makes no error
    """The questions were not answered to the end; nothing was written."""


@dataclass(frozen=True)
class _Form:
    """The answers so far, and what they must go with."""

    guide: Guide
    impolite: Impolite
    answers: dict[str, Any] = field(default_factory=dict)

    def ask(self, place: Place) -> None:
        """Ask until the answer is right, and keep it."""
        proposal = self._proposal(place)
        known = f": {', '.join(self._samples)}" if place == ("sample",) else ""
        print(f"\n{_QUESTIONS[place]}{known}")
        while True:
            written = input(f"[Enter: {proposal}] > " if proposal else "> ").strip() or proposal
            _put(self.answers, place, _value(place, written))
            problem = self._problem(place, written)
            if problem is None:
                return
            print("".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in problem))

    @property
    def _samples(self) -> list[str]:
        return [sample.key for sample in self.guide.samples]

    def _used(self, place: Place) -> set[str]:
        """What no second record may have at `place`; nothing for most places."""
        if place not in _UNIQUE:
            return set()
        return {str(_get(scenario.model_dump(), place)) for scenario in self.guide.scenarios}

    def _proposal(self, place: Place) -> str:
        """A slug of the title that nothing uses yet; empty where none is to be had."""
        if place not in _PROPOSED_FROM:
            return ""
        slug, used = _slug(self.answers["title"][_PROPOSED_FROM[place]]), self._used(place)
        numbered = (f"{slug}-{number}" for number in range(2, len(used) + 3))
        return next(free for free in (slug, *numbered) if free not in used) if slug else ""

    def _problem(self, place: Place, written: str) -> str | None:
        """What is wrong with the last answer; everything before it is right."""
        try:
            Scenario.model_validate(self.answers)
        except ValidationError as error:
            for mistake in mistakes_of(error, Scenario, Node({}, 1), ""):
                if not mistake.text.startswith('field "'):  # is missing: it has not been asked for yet
                    return mistake.text
        if text := misplaced(place, written, certain=True):
            return f"{'.'.join(place)}: {text}"
        for _, sentence in refusals(written, self.impolite):
            return f"{'.'.join(place)}: {sentence}"
        if written in self._used(place):
            return f'{".".join(place)}: "{written}" is already used; choose another'
        if place == ("sample",) and written not in self._samples:
            return f'sample: "{written}" does not exist{suggest(written, self._samples)}'
        return None


def new(path: Path = DATA) -> str:
    """Ask for a situation, write its record into the file, and say where it stands and what to do next.

    Raise `DataError` if the file cannot be loaded or written, `Stopped` if the answers end too early.
    """
    form = _Form(load(path), impolite())
    require_writable(path)
    for outcome in _OUTCOMES:
        _end_of_group(path, outcome)
    try:
        for place in _QUESTIONS:
            form.ask(place)
        line = _write(path, form.answers)
    except (KeyboardInterrupt, EOFError):
        print()
        raise Stopped("stopped before the last answer; nothing was written") from None
    except UnicodeDecodeError:
        raise Stopped("the answers are not UTF-8 text; nothing was written") from None
    key = form.answers["key"]
    command = f"make show KEY={key}" if path == DATA else shlex.join(["python", "-m", "macros", "show", key, str(path)])
    return f'\n{display(path)}:{line}: scenario "{key}" was added\nNext, read its messages: {command}'


def _write(path: Path, answers: dict[str, Any]) -> int:
    """Write the record and give the line on which it begins."""
    lines, end = _end_of_group(path, answers["outcome"])  # only now: somebody may have edited the file meanwhile
    before, after = "".join(lines[:end]), "".join(lines[end:])
    newline = "\r\n" if "\r\n" in before else "\n"
    if not before.endswith(("\n", "\r")):
        before += newline
    record = f"\n{_record(answers)}".replace("\n", newline)
    replace(path, before + record + after, must_load=True)
    return end + 2


def _end_of_group(path: Path, outcome: str) -> tuple[list[str], int]:
    """The file's lines, and the index behind the group's last one that is neither empty nor a heading."""
    lines = path.read_bytes().decode().splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if line.rstrip() == _GROUP + outcome), None)
    if start is None:
        sentence = f'the line "{_GROUP}{outcome}" is missing, below which a record would be written; add it'
        raise DataError([Mistake(display(path), len(lines), "S010", sentence)])
    following = range(start + 1, len(lines))
    end = next((n for n in following if lines[n].startswith(_GROUP) or lines[n][0].isalpha()), len(lines))
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    return lines, end


def _record(answers: dict[str, Any]) -> str:
    def quoted(*place: str) -> str:
        return _quoted(_get(answers, place))

    return f"""\
  - key: {answers["key"]}
    slug: {{id: {answers["slug"]["id"]}, en: {answers["slug"]["en"]}}}
    outcome: {answers["outcome"]}
    title: {{id: {quoted("title", "id")}, en: {quoted("title", "en")}}}
    when:
      id: {quoted("when", "id")}
      en: {quoted("when", "en")}
    keywords:
      id: [{", ".join(map(_quoted, answers["keywords"]["id"]))}]
      en: [{", ".join(map(_quoted, answers["keywords"]["en"]))}]
    sample: {answers["sample"]}
    notice: {answers["notice"]}
    channels: [{", ".join(answers["channels"])}]
    reason:
      id:
        formal: {quoted("reason", "id", "formal")}
        semiformal: {quoted("reason", "id", "semiformal")}
      en:
        formal: {quoted("reason", "en", "formal")}
        semiformal: {quoted("reason", "en", "semiformal")}
"""


def _value(place: Place, written: str) -> str | list[str]:
    """An answer as the record holds it: one text, or a list of the entries, each once."""
    if place == ("channels",):
        return list(dict.fromkeys(re.findall(r"[^\s,]+", written)))
    if place[0] == "keywords":
        entries = (" ".join(entry.split()) for entry in written.split(","))
        return list(dict.fromkeys(filter(None, entries)))
    return written


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON is YAML between double quotes


def _slug(title: str) -> str:
    """Small letters, digits and hyphens that begin with a letter, cut between two words."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).lstrip("-0123456789").rstrip("-")
    if len(slug) <= _SLUG_LENGTH:
        return slug
    cut = slug[: _SLUG_LENGTH + 1]
    return cut.rpartition("-")[0] or cut[:_SLUG_LENGTH]


def _get(tree: Any, place: Place) -> Any:  # noqa: ANN401 - texts, lists and maps
    for step in place:
        tree = tree[step]
    return tree


def _put(tree: dict[str, Any], place: Place, value: object) -> None:
    for step in place[:-1]:
        tree = tree.setdefault(step, {})
    tree[place[-1]] = value
