"""Mistakes as GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from macros.source import Mistake


def annotation(mistake: Mistake, level: Literal["error", "warning"]) -> str:
    """The workflow command that marks the mistake's line, on one line whatever the mistake says."""
    place = f"file={_property(mistake.path)},line={mistake.line},title={_property(mistake.rule)}"
    return f"::{level} {place}::{_data(mistake.text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
