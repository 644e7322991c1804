"""Inputs for the fuzz tests: bytes, the real data changed at random, records with other values, plain texts."""

from __future__ import annotations

import json
import os
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st

from macros.data.across import SECTIONS
from macros.data.fields import MOMENT_FORMAT
from macros.data.load import DATA
from macros.data.reader import read
from macros.data.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

RAW: Any = read(DATA, "scenarios.yml")[0].plain()
_LARGE = "PAMIT_FUZZ" in os.environ
# The small share is the same in every run, so that nobody's change fails by chance; the large one is always new.
settings.register_profile("pamit", deadline=None, database=None, derandomize=not _LARGE, print_blob=True)
settings.load_profile("pamit")


def inputs(small: int, large: int) -> settings:
    """How many inputs a test gets: `small` in `make test`, `large` in `make fuzz`."""
    return settings(max_examples=large if _LARGE else small)


# --- bytes

_SYNTAX = [
    "a", "a: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "\r\n", "\r", "\t", "[", "]", "{", "}", ", ", '"', "'", " #",
    "| ", ">-\n", "&a ", "*a", "!!int ", "!!python/object:os.system ", "<<: ", "---\n", "...\n", "%YAML 1.",
    "\\", "\\x00", "\\U", "FFFFFFFF", "\\ud800", "9" * 5000, "[" * 99, "\x00", "\x1b", "\x85", "\u2028", "\ufeff", "🙏",
    "%TAG ! a\n", "key: ", "scenarios:\n", "outcomes:\n", "id: ", "en: ",
]  # fmt: skip
yaml_like = st.lists(st.sampled_from(_SYNTAX) | st.text(max_size=5), max_size=40).map("".join)
any_bytes: SearchStrategy[bytes] = st.one_of(
    st.binary(max_size=300),
    yaml_like.map(str.encode),
    st.tuples(yaml_like, st.sampled_from(["utf-16", "utf-32-be", "utf-8-sig"])).map(
        lambda pair: pair[0].encode(pair[1])
    ),
    st.tuples(yaml_like, st.binary(max_size=4), yaml_like).map(
        lambda three: three[0].encode() + three[1] + three[2].encode()
    ),
)

# --- the real data, changed

_OTHER_VALUES = [
    "", "~", "[]", "{}", "[a, [b]]", "{a: b}", "-1", "0", "7", "1e9", "9" * 5000, '""', '"\\ud800"', "a: b", "*a",
    "&a b", "true", "!!int 1", "|", ">", "[email]", "[reason]", "email", "reason", "missed", "sakit", "[company]",
    "9999-12-31 10:00", "[9999-12-30 10:00, 9999-12-31 10:00]",
    "[greeting, introduction, thanks, decision, reason, apology, slots, confirmation, closing, signature]",
]  # fmt: skip


_VALUE = re.compile(r'(?:(?<=: )|(?<=- )|(?<=\[))("[^"]*"|\[[^\]]*\]|\{[^}]*\}|[^,}\]]+)')


def _changes(line: str) -> SearchStrategy[list[str]]:
    """What may stand in the place of one line."""
    middle = st.integers(0, len(line))
    values = [match.span() for match in _VALUE.finditer(line)]

    def other_value(at: tuple[int, int], new: str) -> list[str]:
        return [line[: at[0]] + new + line[at[1] :]]

    changes = [
        st.just([]),
        st.just([line, line]),
        st.integers(0, 8).map(lambda spaces: [" " * spaces + line.lstrip()]),
        st.builds(lambda at, new: [line[:at] + new + line[at + 1 :]], middle, st.text(max_size=1)),
        st.builds(lambda at, new: [line[:at] + new + line[at:]], middle, yaml_like),
    ]
    if values:
        new_values = st.sampled_from(_OTHER_VALUES) | st.text(max_size=20).map(json.dumps)
        changes += [st.builds(other_value, st.sampled_from(values), new_values)] * 5
    return st.one_of(changes)


@st.composite
def changed_text(draw: DrawFn, text: str) -> str:
    """`text` with up to three lines dropped, repeated, indented or written otherwise, and perhaps two exchanged."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw(_changes(lines[at]))
    if draw(st.integers(0, 9)) == 9:
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


# --- one record, changed

_any_value: SearchStrategy[Any] = st.recursive(
    st.text(max_size=30) | st.sampled_from([value for value in _OTHER_VALUES if value]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=4,
)


def _places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: Sequence[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return [path, *(place for step, inner in steps for place in _places(inner, (*path, step)))]


def with_value(value: Any, path: Sequence[str | int], new: object) -> Any:  # noqa: ANN401 - YAML has no type
    """`value` with `new` at the end of `path`."""
    if not path:
        return new
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: with_value(value.get(first), rest, new)}
    return [with_value(item, rest, new) if number == first else item for number, item in enumerate(value)]


@st.composite
def changed_record(draw: DrawFn) -> tuple[str, Any]:
    """A section, and one of its records with another value in up to three places."""
    section = draw(st.sampled_from(list(SECTIONS)))
    record = draw(st.sampled_from(RAW[section]))
    for _ in range(draw(st.integers(1, 3))):
        record = with_value(record, draw(st.sampled_from(_places(record))), draw(_any_value))
    return section, record


# --- plain texts

_PIECES = [
    "Rock & Roll", "&lt;script&gt;", "&#106;avascript:", "&amp", "&copy;", "&quot;", "**tebal**", "_miring_",
    "~~coret~~", "# Judul", "- butir", "1. satu", "| a | b |", "!(gambar)", "(https://example.com/)", "%s %d", "%0A",
    "javascript:alert(1)", "$HOME", "\\n", "\\", "\\\\", '"', "'", "“kata”", "/* x */", "-- x", "<!--", "]]>", "=1+1",
    "{{ 7 * 7 }}", "{# x #}", "{% raw %}", "[company]", "../..", "---", "***", "a" * 60, "naïve", "Ž", "کلمه", "שלום",
    "漢字", "🙏", "x:y", "\u202e", "\u200d", "\u00a0", "x: y", "x #y", "' onclick='x", '" onclick="x',
]  # fmt: skip


def accepted(text: str) -> bool:
    """Whether the plain-text rule lets `text` into the data."""
    try:
        return plain(text) == text
    except ValueError:
        return False


plain_texts: SearchStrategy[str] = (
    st.lists(
        (st.sampled_from(list(filter(accepted, _PIECES))) | st.text(max_size=10).filter(accepted)),
        min_size=1,
        max_size=4,
    )
    .map(" ".join)
    .filter(lambda text: len(text) <= 70 and accepted(text))
)

# --- moments

moments = st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0))  # noqa: DTZ001 - as in the data


@st.composite
def sample_moments(draw: DrawFn) -> dict[str, Any]:
    """An interview and two slots after it, on working days, as the data write them."""

    def working(at: datetime) -> bool:
        return at.weekday() < 5

    first = draw(moments.filter(working))
    later = st.integers(1, 29 * 24 * 60).map(lambda minutes: first + timedelta(minutes=minutes)).filter(working)
    slots = sorted(draw(st.sets(later, min_size=2, max_size=3)))
    return {"interview": f"{first:{MOMENT_FORMAT}}", "slots": [f"{slot:{MOMENT_FORMAT}}" for slot in slots]}
