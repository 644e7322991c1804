"""The table of the data rules (`docs/data/rules.yml`): every way in which the data can be wrong has a number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from macros.data.fields import Both, Record, Text
from macros.data.load import ROOT, modified, records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DATA_RULES = ROOT / "docs" / "data" / "rules.yml"


class DataRule(Record):
    """What is wrong and what helps. A `must` stops the build, a `should` is only said. `example`: wrong → right."""

    severity: Literal["must", "should"]
    problem: Both[Text]
    cure: Both[Text]
    example: str | None = None


def data_rules(path: Path = DATA_RULES) -> Mapping[str, DataRule]:
    """The rules by number, like S012, in the order of the table. Raise `DataError` with every mistake in it."""
    return _data_rules(path, modified(path))


@lru_cache(maxsize=2)
def _data_rules(path: Path, _modified: int) -> Mapping[str, DataRule]:
    return records(path, DataRule)
