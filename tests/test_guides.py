"""What the written guides promise to a contributor is what happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.tips.check import check
from macros.data.datarules import data_rules
from macros.data.load import DATA, ROOT
from macros.data.nodes import DataError
from tests.edits import TEXT, edit

if TYPE_CHECKING:
    from pathlib import Path

HEAD = TEXT[: TEXT.index("\n# ---")]
GUIDES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs").rglob("kontribusi.md"),
    ROOT / "docs/en/contribute.md",
]


def told(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        check(path)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_example_record_needs_only_what_it_leaves_open(tmp_path: Path) -> None:
    """With "# " removed as editors do it, it is a record whose texts are missing and whose names are taken."""
    record = re.findall(r"^# (  .*)$", HEAD, flags=re.MULTILINE)
    assert record[0].startswith("  - key: ")
    text = TEXT.replace("  # --- decline", "\n".join([*record, "", "  # --- decline"]), 1)
    found = told(tmp_path / "scenarios.yml", text)
    assert {line.split()[1] for line in found} == {"S030", "S050"}
    assert sum("S030" in line for line in found) == HEAD.count('"…"')


def test_an_example_that_is_opened_where_it_stands_is_told_what_to_do(tmp_path: Path) -> None:
    (line,) = told(tmp_path / "scenarios.yml", re.sub(r"(?m)^# (  .*)$", r"\1", TEXT))
    assert line.startswith(f"{tmp_path}/scenarios.yml:{HEAD[: HEAD.index('- key')].count(chr(10)) + 1}: S002 ")
    assert 'copy the example to its group below "scenarios"' in line


def test_the_mistakes_that_the_guides_show_are_told_so(tmp_path: Path) -> None:
    field = edit(TEXT, "sakit", "reason:", "alasn:")
    (line,) = told(tmp_path / "scenarios.yml", field)
    shown = 'S012 scenario "sakit": unknown field "alasn" — did you mean "reason"?'
    assert line.endswith(shown)
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert shown in guide
    long = edit(TEXT, "gaji", "formal: ", f"formal: Saya {'amat ' * 30}")
    (line,) = told(tmp_path / "scenarios.yml", long)
    number = line.split()[1]
    assert re.search(rf'{number} scenario "gaji", email, id: rule {number} of tip ', line)
    assert f'{number} scenario "gaji", email, id: rule {number} of tip ' in guide


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_number_and_command_in_a_guide_exists(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert set(re.findall(r"\bS0\d\d\b", text)) <= set(data_rules())
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = set(re.findall(r"`make ([a-z-]+)", text)) | set(
        re.findall(r"^    make ([a-z-]+)", text, flags=re.MULTILINE)
    )
    assert named
    assert named <= set(targets)
    files = re.findall(r"`((?:docs|macros|tests|overrides|\.github)/[\w./-]+\.\w+)`", text)
    assert [name for name in files if not (ROOT / name).exists()] == []
    assert DATA.exists()
