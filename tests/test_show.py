"""`python -m macros show`: a situation's messages and what the tips say of them."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from macros.__main__ import main
from macros.compose import compose_all
from macros.load import DATA, ROOT, load
from macros.rules import table
from macros.show import show

if TYPE_CHECKING:
    from pathlib import Path

TEXT = DATA.read_text(encoding="utf-8")
GUIDE = load()
REASON = "Saya telah menerima tawaran kerja di perusahaan lain."
CALLED = "Tadi saya juga menelepon."


def flat(text: str) -> str:
    """The words alone, however they are wrapped."""
    return " ".join(text.split())


def data(folder: Path, old: str, new: str) -> Path:
    """A copy of the data with one text changed."""
    assert TEXT.count(old) == 1
    file = folder / "data.yml"
    file.write_text(TEXT.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize("key", [scenario.key for scenario in GUIDE.scenarios])
def test_every_message_is_shown_whole_and_reads_well_at_80_columns(key: str) -> None:
    shown = show(key)
    assert shown.findings == 0
    blocks = re.split(r"^--- ", shown.text, flags=re.MULTILINE)[1:]
    messages = [message for message in compose_all(GUIDE, table().limits) if message.scenario == key]
    for block, message in zip(blocks, messages, strict=True):
        assert block.startswith(f"{message.channel}, {message.language}: {message.words} words ")
        assert flat(message.body) in flat(block)
        assert (message.subject is None) == ("Subject: " not in block)
        assert message.subject is None or f"Subject: {message.subject.text}" in flat(block)
        assert "no findings" in block
    assert all(len(line) <= 80 and line == line.rstrip() for line in shown.text.split("\n"))


def test_paragraphs_and_lines_stay_apart() -> None:
    assert "\n\n  Hormat saya,\n  Dimas Prakoso\n  021-0000-0001\n\n" in show("tawaran-lain").text


def test_the_last_line_says_how_much_was_examined() -> None:
    assert show("tawaran-lain").text.endswith("\n12 messages and 36 variants examined: 0 findings")
    assert show("terlewat").text.endswith(" messages and 0 variants examined: 0 findings")


def test_a_finding_is_told_with_its_cure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data(tmp_path, REASON, "Saya telah menerima tawaran kerja dan sdh pindah.")
    assert main(["show", "tawaran-lain", str(file)]) == 1
    told = capsys.readouterr().out
    assert 'rule 3.4: There are chat abbreviations ("sdh") → Write the words out\n' in told
    assert (
        "\n12 messages and 36 variants examined: 3 findings\n" in told
    )  # the formal channels: e-mail, LinkedIn, portal


def test_what_only_a_variant_breaks_says_when_it_is_sent(tmp_path: Path) -> None:
    file = data(tmp_path, CALLED, "Saya menunggu kabar.")
    told = flat(show("tawaran-lain", file).text)
    assert re.search(r"rule 2\.1: .{20,70} → [^→]+ \(only as sent 1 h before the interview\)", told)


def test_a_situation_is_shown_although_another_breaks_a_tip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data(tmp_path, REASON, "Saya sdh pindah.")
    assert main(["check", str(file)]) == 1
    assert main(["show", "sakit", str(file)]) == 0
    assert "no findings" in capsys.readouterr().out


def test_an_unknown_key_gets_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "sakitt"]) == 1
    printed = capsys.readouterr()
    line = TEXT[: TEXT.index("\nscenarios:\n") + 1].count("\n") + 1
    assert (
        printed.err == f'docs/data/scenarios.yml:{line}: S051 there is no scenario "sakitt" — did you mean "sakit"?\n'
    )
    assert printed.out == ""


def test_a_file_that_cannot_be_loaded_gives_its_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data(tmp_path, REASON, "Karena pindah.")
    assert main(["show", "sakit", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "begin with the fact" in printed.err
    assert main(["show", "sakit", str(tmp_path / "nothing.yml")]) == 1
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_a_reader_that_stops_early_causes_no_traceback() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m macros show sakit | true', sys.executable],  # noqa: S607 - any shell will do
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
