"""Whatever is written into the data file gives data, or sentences with lines.

`make test` tries a small share, `make fuzz` a large one.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from macros.data import load as module
from macros.data.across import SECTIONS
from macros.data.explain import diagnostics_of
from macros.data.load import Data, load
from macros.data.nodes import DataError
from macros.tips.check import check
from tests.data.test_explain import node_of
from tests.edits import FEW
from tests.strategies import any_bytes, changed_record, changed_text, inputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module", autouse=True)
def _tables_read_once(data: Data) -> Iterator[None]:
    """The tables are other files, the same for every input."""
    tables = {module.SOURCES: data.sources, module.CODES: data.codes}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "records", lambda path, _kind, _found: tables[path])
        patch.setattr(module, "_table", lambda _path, _sources, _found: data.table)
        yield


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "scenarios.yml"


def assert_data_or_told(path: Path, written: bytes) -> None:
    """The file is checked to the last message, or what is said of it is fit for its author."""
    path.write_bytes(written)
    try:
        assert check(load(path)).messages
    except DataError as error:
        told = error.diagnostics
    else:
        return
    last = len(re.split(rb"\r\n|\r|\n", written))
    assert told
    assert [one for one in told if not 1 <= one.line <= last] == []
    assert [one for one in map(str, told) if not re.fullmatch(r"\S+/scenarios\.yml:\d+: \S.*", one)] == []
    assert [one for one in map(str, told) if not one.isprintable()] == []


@inputs(200, 9_000)
@given(data=any_bytes)
def test_any_bytes_give_data_or_diagnostics_with_lines(path: Path, data: bytes) -> None:
    assert_data_or_told(path, data)


def test_the_data_that_are_changed_are_valid(path: Path) -> None:
    path.write_text(FEW, encoding="utf-8")
    assert check(load(path)).messages


@inputs(15, 1_500)
@given(text=changed_text(FEW))
def test_changed_data_give_messages_or_diagnostics_with_lines(path: Path, text: str) -> None:
    assert_data_or_told(path, text.encode())


@inputs(200, 7_000)
@given(changed=changed_record())
def test_any_record_is_valid_or_a_diagnostic_with_its_line(changed: tuple[str, Any]) -> None:
    section, record = changed
    kind, _ = SECTIONS[section]
    lines = count(1)
    node = node_of(record, lines)
    last = next(lines)
    try:
        kind.model_validate(node.plain())
    except ValidationError as error:
        found = diagnostics_of(error, kind, node, "scenarios.yml")
        assert found
        assert [one for one in found if not 1 <= one.line < last] == []
