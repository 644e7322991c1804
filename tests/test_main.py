"""The command line: what it prints where, and its exit codes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from macros.__main__ import main
from macros.data.load import DATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from macros.tips.check import Checked


def changed(folder: Path, old: str, new: str) -> tuple[Path, int]:
    """A copy of the data file with the first `old` replaced, and its line."""
    text = DATA.read_text(encoding="utf-8")
    file = folder / "data.yml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file, text.count("\n", 0, text.index(old)) + 1


def test_the_command_says_how_much_was_checked(checked: Checked) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{checked.summary}\n", "")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "a.yml", "b.yml"], ["check", "--fast"]])
def test_a_wrong_call_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("usage: python -m macros")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"scenarios: [", b"scenarios: []\n", b"- a\n- b\n"])
def test_an_unusable_file_exits_with_1_and_is_named(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "data.yml"
    if content is not None:
        file.write_bytes(content)
    assert main(["check", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err
    assert all(line.startswith(f"{file}:") for line in printed.err.splitlines())


def test_an_error_exits_with_1_and_a_warning_stops_nothing(
    tmp_path: Path, checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    file, line = changed(tmp_path, "    outcome: withdraw", "    outcome: batal")
    assert main(["check", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f'{file}:{line}: S020 scenario "')
    assert printed.err.count("\n") == 1

    title = next(scenario.title["en"] for scenario in checked.data.guide.scenarios)
    file, line = changed(tmp_path, title, "Diterima di tempat lain")
    assert main(["check", str(file)]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{file}:{line}: S070 warning: ")
    assert printed.out.endswith(": 0 findings, 1 warning\n")
