"""`python -m macros check --fix`: repairs that need no thought, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.__main__ import main
from macros.fix import fix
from macros.load import DATA, load
from macros.source import DataError, parse
from tests.disk import full_disk

if TYPE_CHECKING:
    from pathlib import Path

NBSP = "\u00a0"
RECORD = """\
scenarios:
  - key: sakit
    title: {id: Sedang sakit, en: "Ill"}  # short
    when:
      id: "Anda sakit."
      en: Because "you" are ill
    # who writes it
    sample: dimas

  # --- decline
"""


def put(folder: Path, text: str) -> Path:
    file = folder / "data.yml"
    file.write_bytes(text.encode())
    return file


def fixed(file: Path) -> tuple[str, list[str]]:
    """The text after the repair and what was told, without the file's name; a second repair finds nothing."""
    told = [line.removeprefix(f"{file}:") for line in fix(file)]
    text = file.read_bytes().decode()
    assert fix(file) == []
    assert file.read_bytes().decode() == text
    return text, told


def test_the_projects_own_file_has_nothing_to_fix(tmp_path: Path) -> None:
    file = tmp_path / "data.yml"
    file.write_bytes(DATA.read_bytes())
    assert fix(file) == []
    assert file.read_bytes() == DATA.read_bytes()


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("sample: dimas\n", "sample: dimas  \n", "8: spaces at the end of the line removed"),
        ("sample: dimas\n", "sample: dimas\t\n", "8: spaces at the end of the line removed"),
        ("# who writes it\n", "# who writes it \n", "7: spaces at the end of the line removed"),
        ('"Anda sakit."', '" Anda  sakit. "', '5: spaces at an end or two in a row removed: "Anda sakit."'),
        ('"Anda sakit."', "“Anda sakit.”", '5: curly quotes → double quotes: "Anda sakit."'),
        ('"Anda sakit."', "“Anda sakit.“", '5: curly quotes → double quotes: "Anda sakit."'),
        ('"Ill"', "“Ill”", '3: curly quotes → double quotes: "Ill"'),
        ('"Anda sakit."', f'"Anda{NBSP}sakit."', '5: no-break spaces → spaces: "Anda sakit."'),
        ("      id: ", f"{NBSP * 6}id: ", "5: no-break spaces before the text → spaces"),
        ("sample: ", f"sample:{NBSP}", "8: no-break spaces before the text → spaces"),
        ("    sample: ", "\tsample: ", "8: tabs before the text → spaces"),
        ("sample: ", "sample:\t", "8: tabs before the text → spaces"),
    ],
)
def test_a_repair_is_told_with_its_line_and_changes_that_line_alone(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    assert RECORD.count(right) == 1
    assert fixed(put(tmp_path, RECORD.replace(right, wrong))) == (RECORD, [told])


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("id: Catatan: Anda sakit", 'id: "Catatan: Anda sakit"'),
        ("id: “Catatan: Anda sakit”", 'id: "Catatan: Anda sakit"'),
        (r'id: Kata dia: "sakit" C:\x', r'id: "Kata dia: \"sakit\" C:\\x"'),
        ("id: Catatan:", 'id: "Catatan:"'),
    ],
)
def test_a_text_with_a_colon_gets_the_quotes_that_it_needs(tmp_path: Path, written: str, right: str) -> None:
    text, told = fixed(put(tmp_path, RECORD.replace('id: "Anda sakit."', written)))
    assert text == RECORD.replace('id: "Anda sakit."', right)
    assert told == [f"5: double quotes put around {right.removeprefix('id: ')}"]


def test_line_ends_are_one_repair(tmp_path: Path) -> None:
    text, told = fixed(put(tmp_path, RECORD.replace("\n", "\r\n")))
    assert (text, told) == (RECORD, ["1: line ends of Windows (CRLF) on 10 lines → LF"])
    text, told = fixed(put(tmp_path, RECORD.removesuffix("\n")))
    assert (text, told) == (RECORD, ["10: line end added to the last line"])


def test_several_repairs_of_one_text_are_told_one_by_one(tmp_path: Path) -> None:
    text, told = fixed(put(tmp_path, RECORD.replace('"Anda sakit."', f"“Anda{NBSP} sakit.” ")))
    assert text == RECORD
    assert [line.split(": ")[1] for line in told] == [
        "curly quotes → double quotes",
        "no-break spaces → spaces",
        "spaces at an end or two in a row removed",
        "spaces at the end of the line removed",
    ]


@pytest.mark.parametrize(
    "text",
    [
        RECORD,
        RECORD.replace("Anda sakit.", "“Anda” atau “dia”"),
        RECORD.replace('"Anda sakit."', "“Anda” atau “dia”"),
        RECORD.replace('"Anda sakit."', '"“Anda sakit.”"'),
        RECORD.replace("Anda sakit.", "terimakasih"),
        RECORD.replace("# who writes it", f"# who  writes{NBSP}it"),
        RECORD.replace("Anda sakit.", "Anda \\\n        sakit."),
        RECORD.replace('"Anda sakit."', "|\n        Anda  sakit:\n        # dua  kali"),
        RECORD.replace("Anda sakit.", "Anda sakit.\\  \n        "),
        RECORD.replace("  # --- decline\n", "  # --- decline\n\n\n"),
    ],
)
def test_what_may_be_meant_is_left_alone(tmp_path: Path, text: str) -> None:
    file = put(tmp_path, text)
    before = file.stat().st_mtime_ns
    assert fixed(file) == (text, [])
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Anda sakit."', '"Anda sakit.'),
        ('"Anda sakit."', "Posisi: kasir #1"),  # a comment, or part of the text?
        ('"Anda sakit."', "Catatan: Anda\n        sakit"),
        ('"Ill"', "Ill: at home"),
        ("    when:\n      id:", "    when: x\n\tid:"),
        ("sample: dimas", "sample: *dimas"),
    ],
)
def test_a_file_that_stays_unreadable_is_not_touched(tmp_path: Path, old: str, new: str) -> None:
    broken = RECORD.replace(old, new).replace("# short", "# short ")
    file = put(tmp_path, broken)
    with pytest.raises(DataError, match=rf"^{file}:\d+: "):
        fix(file)
    assert file.read_bytes().decode() == broken


def test_a_whole_record_indented_by_tabs_is_understood(tmp_path: Path) -> None:
    lines = RECORD.split("\n")
    tabs = [line.replace("      ", "\t\t").replace("    ", "\t") for line in lines[2:8]]
    text, told = fixed(put(tmp_path, "\n".join([*lines[:2], *tabs, *lines[8:]])))
    assert parse(text, "")[0].plain() == parse(RECORD, "")[0].plain()
    assert [int(line.split(":")[0]) for line in told] == [3, 4, 5, 6, 7, 8]


def test_tabs_do_not_leave_a_field_empty(tmp_path: Path) -> None:
    text, _ = fixed(put(tmp_path, RECORD.replace("      id:", "\t\tid:").replace("      en:", "\t\ten:")))
    assert parse(text, "")[0].plain() == parse(RECORD, "")[0].plain()


MESSY = """\
scenarios:
  # above the record
  - sample: dimas  # of the sample
    # of the title
    #   and more
    title: {id: Sakit, en: Ill}
    own:
      - part: closing
        text:
          id: "a"
          en: "b"
        # of own
    key: sakit
    # at the end

  # --- decline

  - key: b
    title: {id: B, en: B}
    sample: siti
replies:
  - text: {id: a, en: b}
    key: c
"""
TIDY = """\
scenarios:
  # above the record
  - key: sakit
    # of the title
    #   and more
    title: {id: Sakit, en: Ill}
    sample: dimas  # of the sample
    own:
      - part: closing
        text:
          id: "a"
          en: "b"
        # of own
    # at the end

  # --- decline

  - key: b
    title: {id: B, en: B}
    sample: siti
replies:
  - text: {id: a, en: b}
    key: c
"""


def test_fields_move_with_their_comments(tmp_path: Path) -> None:
    text, told = fixed(put(tmp_path, MESSY))
    assert text == TIDY
    assert told == ["3: fields of the scenario put in order: key, title, sample, own"]


@pytest.mark.parametrize(("old", "new"), [("own:", "onw:"), ("    key: sakit", "    own: []")])
def test_a_record_with_a_mistaken_field_keeps_its_order(tmp_path: Path, old: str, new: str) -> None:
    text = MESSY.replace(old, new)
    assert fixed(put(tmp_path, text)) == (text, [])


def test_a_repair_that_would_change_the_meaning_is_refused(tmp_path: Path) -> None:
    # What looks like the comment of the next field is the second line of a text.
    text = MESSY.replace("dimas  # of the sample", '"dimas').replace("#   and more", '# more"')
    file = put(tmp_path, text)
    with pytest.raises(DataError, match="cannot be repaired without changing what it says; nothing was changed"):
        fix(file)
    assert file.read_bytes().decode() == text


def test_a_battered_copy_of_the_data_says_what_it_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tidy, _ = fixed(put(tmp_path, DATA.read_text(encoding="utf-8")))
    battered = tidy.replace("Anda ", f"Anda{NBSP} ").replace("\n    notice:", "\n\tnotice:").replace("\n", " \r\n")
    file = put(tmp_path, battered)
    assert main(["check", "--fix", str(file)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"{file}:1: line ends of Windows (CRLF) on {tidy.count(chr(10))} lines → LF"
    assert printed[-1].endswith(": 0 findings")
    assert load(file) == load()
    repaired, kept = file.read_text(encoding="utf-8").split("\n"), tidy.split("\n")
    assert len(repaired) == len(kept)
    differing = [old for new, old in zip(repaired, kept, strict=True) if new != old]
    assert all("Anda " in line for line in differing)  # the repaired texts, now in double quotes


def test_what_is_left_is_reported_after_the_repair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = fixed(put(tmp_path, DATA.read_text(encoding="utf-8")))
    file = put(tmp_path, text.replace("    sample: yusuf\n", "    sample: yusup  \n", 1))
    assert main(["check", "--fix", str(file)]) == 1
    printed = capsys.readouterr()
    line = text[: text.index("    sample: yusuf")].count("\n") + 1
    assert printed.out == f"{file}:{line}: spaces at the end of the line removed\n"
    assert printed.err.startswith(f"{file}:{line}: ")
    assert 'did you mean "yusuf"?' in printed.err


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b""])
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "data.yml"
    if content is not None:
        file.write_bytes(content)
    assert main(["check", "--fix", str(file)]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{file}:1: ")


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = put(tmp_path, RECORD.replace("\n", "\r\n"))
    told = pytest.raises(DataError, match=r":1: S001 cannot be written: File too large; nothing was changed$")
    with told, full_disk():
        fix(file)
    assert file.read_bytes().decode() == RECORD.replace("\n", "\r\n")
    assert list(tmp_path.iterdir()) == [file]


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(tmp_path, RECORD.replace("\n", "\r\n"))
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere, so that a mode proves nothing
    with pytest.raises(DataError, match="cannot be written: it is read-only"):
        fix(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_number_that_yaml_cannot_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="S002 holds a number that YAML cannot read"):
        fix(put(tmp_path, f'{RECORD}zz: "\\UFFFFFFFF"\n'))
