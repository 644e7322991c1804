"""The whole file: what it must hold, what its records say of each other, and what is only a warning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data import load as module
from macros.data.across import SECTIONS, Across
from macros.data.load import CODES, DATA, display, load, records
from macros.data.nodes import DataError, Diagnostic
from macros.data.reader import parse
from macros.data.table import Code
from tests.edits import FEW, TEXT, at, edit, line_of

if TYPE_CHECKING:
    from pathlib import Path

    from macros.data.load import Data

SCENARIO = """\
scenarios:
  - key: contoh
    title: {id: Sedang sakit, en: Unwell}
    keywords: {id: [sick], en: [sakit]}
"""


def told(text: str, folder: Path) -> list[str]:
    """All that is wrong with `text` as the data file."""
    path = folder / "scenarios.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    return [str(one).removeprefix(f"{path.as_posix()}:") for one in caught.value.diagnostics]


def held(text: str, data: Data) -> Across:
    """`text`, a part of a data file, held against the real tables."""
    root, _ = parse(text, "f.yml")
    return Across(root, "f.yml", list(data.sources), re.compile("goblok"), data.table.patterns["because"])


def warnings(fields: str, data: Data, scenario: str = SCENARIO) -> list[str]:
    return [str(one).removeprefix("f.yml:") for one in held(f"{scenario}{fields}", data).warnings()]


def faults(text: str, code: str, data: Data) -> list[tuple[int, str]]:
    return [(one.line, one.text) for one in held(text, data).errors() if one.code == code]


# --- sections and tables


def test_the_real_file_loads_whole_and_every_value_has_its_line(data: Data) -> None:
    assert data.name == display(DATA) == "docs/data/scenarios.yml"
    for section in SECTIONS:
        assert len(getattr(data.guide, section)) == len(data.root.get(section).items()) > 0  # type: ignore[union-attr]
    lines = TEXT.split("\n")
    for number, scenario in enumerate(data.guide.scenarios):
        assert lines[data.line(("scenarios", number)) - 1].endswith(f"key: {scenario.key}")
        reason = data.line(("scenarios", number, "reasons", 0, "id"))
        assert scenario.reasons[0].id in lines[reason - 1]


def test_a_section_without_records_is_one_mistake(tmp_path: Path) -> None:
    first = FEW.count("\n", 0, FEW.index("\noutcomes:") + 1) + 1
    for section, (_, singular) in SECTIONS.items():
        empty = f'S010 section "{section}" is missing or empty; it lists {singular} records'
        line = FEW.count("\n", 0, FEW.index(f"\n{section}:") + 1) + 1
        rest = re.compile(rf"(?ms)^{section}:\n.*?(?=^[a-z]|\Z)")
        assert told(rest.sub(f"{section}: []\n", FEW), tmp_path) == [f"{line}: {empty}"]
        if section == "replies":
            assert told(rest.sub("", FEW), tmp_path) == [f"{first}: {empty}"]
            said = f'S014 section "{section}" must be a list; put "- " before the first field of each record'
            assert told(rest.sub(f"{section}:\n  key: a\n", FEW), tmp_path) == [f"{line}: {said}"]


def test_what_the_site_needs_one_record_of_each_is_told_when_it_lacks(tmp_path: Path) -> None:
    text = FEW.replace("  - {key: closing,", "  - {key: subject,")
    lacks, twice = told(text, tmp_path)
    assert lacks == f'{line_of(text, "parts")}: S010 section "parts" lacks "closing"; add its record'
    assert 'part: key "subject" is already used on line ' in twice
    text = FEW[: FEW.index(at("terlewat"))] + FEW[FEW.index(at("diminta-biaya")) :]
    (said,) = told(text, tmp_path)
    line = line_of(text, "scenarios")
    assert said == f'{line}: S010 no scenario has the outcome "missed"; the site links to at least one of each'


def test_a_mistake_in_any_table_is_told_with_its_line(tmp_path: Path) -> None:
    text = CODES.read_text(encoding="utf-8")
    path = tmp_path / "codes.yml"
    for old, new, said in (
        ("severity: error", "severity: most", 'S020 "S001": severity: "most" is not known'),
        ("  cure:", "  cures:", 'S012 "S001": unknown field "cures" — did you mean "cure"?'),
        ("  cure:", "  problem: x\n  cure:", 'S004 field "problem" is given twice'),
    ):
        found: list[Diagnostic] = []
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        records(path, Code, found)
        line = text.count("\n", 0, text.index(old)) + 1
        assert [str(one)[: len(f"{path}:{line}: {said}")] for one in found] == [f"{path.as_posix()}:{line}: {said}"]
    found = []
    path.write_text("- a", encoding="utf-8")
    assert records(path, Code, found) == {}
    assert [(one.line, one.code) for one in found] == [(1, "S014")]


def test_mistakes_in_a_table_and_in_the_data_are_told_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes, path = tmp_path / "codes.yml", tmp_path / "scenarios.yml"
    codes.write_text("- a", encoding="utf-8")
    path.write_text(edit(FEW, "sakit", "sample:", "sampl:"), encoding="utf-8")
    monkeypatch.setattr(module, "CODES", codes)
    with pytest.raises(DataError) as caught:
        load(path)
    assert [one.path for one in caught.value.diagnostics] == [codes.as_posix(), path.as_posix()]
    # Without the words that nobody may say the data cannot be judged.
    monkeypatch.setattr(module, "IMPOLITE", codes)
    with pytest.raises(DataError, match="S014 the record: must have the fields id, en"):
        load(path)
    with pytest.raises(DataError, match="S014 the record: must have the fields limits, patterns, tips, rules"):
        load(tips=codes)


def test_the_codes_have_one_form_an_order_and_an_explanation_in_both_languages(data: Data) -> None:
    assert list(data.codes) == sorted(data.codes)
    assert [code for code in data.codes if not re.fullmatch(r"S0\d\d", code)] == []
    for code, meaning in data.codes.items():
        for text in (meaning.problem, meaning.cure):
            assert text.id != text.en, code
            assert text.id.endswith(".") and text.en.endswith("."), code  # noqa: PT018 - one thing
        assert meaning.example is None or re.fullmatch(r"\S.* → \S.*", meaning.example), code


# --- what texts may hold by their field


def test_some_fields_may_hold_what_others_may_not(data: Data) -> None:
    draft = "    before: {id: 'Maaf 🙏', en: 'Sorry 🙏 www.contoh.com'}\n    lesson: {id: 'Kata 🙏', en: x}\n"
    errors = held(f"examples:\n  - tip: 1\n{draft}", data).errors()
    assert [(one.line, one.code) for one in errors] == [(3, "S040"), (4, "S037")]
    # The model knows the form of these.
    own = "    phone: 0812-3456-7890\n    interview: 2027-04-08 10:00\n    slots: [0812-3456-7890, 1234567890]\n"
    sample = held(f"samples:\n  - key: a\n{own}", data)
    assert [*sample.errors(), *sample.warnings()] == []


def test_a_reason_begins_with_the_fact_and_says_because_only_later(data: Data) -> None:
    for field, refused in {
        "reasons: [{id: karena saya sakit}]": True,
        "reasons: [{id: saya pindah}, {id: berhubung saya sakit}]": True,
        "reasons: [{en: because I am ill}]": True,
        "reasons: [{id: saya mundur karena sakit}]": False,
        "when: {id: 'Karena sakit, Anda mundur.'}": False,
    }.items():
        assert [line for line, _ in faults(f"{SCENARIO}    {field}\n", "S038", data)] == [5] * refused, field


def test_no_two_records_of_a_section_share_a_key_a_title_or_an_address(data: Data) -> None:
    record = "  - key: {0}\n    slug: {{id: {1}, en: {2}}}\n    title: {{id: '{3}', en: '{4}'}}\n"
    text = "scenarios:\n" + 2 * record.format("a", "b", "c", "d", "e")
    said = [(line, text.split(" is ")[0]) for line, text in faults(text, "S050", data)]
    twice = [(7, 'title.id "d"'), (7, 'title.en "e"'), (5, 'key "a"'), (6, 'slug.id "b"'), (6, 'slug.en "c"')]
    assert said == [(line, f"scenario: {field}") for line, field in twice]
    # Across languages and sections the same word means another page.
    text = "samples:\n  - key: a\nscenarios:\n" + record.format("a", "b", "b", "c", "c") + record.format(*"xyzwv")
    assert faults(text, "S050", data) == []


def test_a_key_that_no_record_has_is_told_once_and_only_where_some_are_known(data: Data) -> None:
    replies = "replies:\n  - key: a\n    not_after: [contoh, conto, '']\n"
    said = [(3, 'reply "a": not_after "conto" does not exist — did you mean "contoh"?')]
    assert faults(f"{replies}{SCENARIO}", "S051", data) == said
    assert list(held(replies, data).errors()) == []


# --- warnings


def test_what_could_be_better_is_a_warning_on_its_line(data: Data) -> None:
    told = 'warning: scenario "contoh": '
    for fields, said in {
        "when: {id: You are sick., en: x}": f'5: S070 {told}when.id: "you", "are" is not the language of this field',
        "when: {id: x, en: Anda sedang sakit.}": f'5: S070 {told}when.en: "anda", "sedang" is not the language',
        "reasons: [{en: saya sudah bekerja}]": f'5: S070 {told}reasons.0.en: "saya", "sudah" is not',
        "caution:\n      id: 'Sebanyak 70% pelamar.'": f'6: S073 {told}"70%" is a fact without a source; add one',
        "caution: {en: 'About 12,5 % of all.'}": f'5: S073 {told}"12,5 %" is a fact',
        "caution: {id: 'Survei 2024.'}": f'5: S073 {told}"2024" is a fact',
        "when: {id: 'Lihat contoh.com', en: x}": f'5: S074 {told}when.id: "contoh.com" looks like somebody\'s address',
    }.items():
        assert [one[: len(said)] for one in warnings(f"    {fields}\n", data)] == [said]
    long = SCENARIO.replace("Unwell", "a" * 46)
    assert warnings("", data, long) == [f"3: S072 {told}the title has 46 characters; 45 read well"]
    (keywords,) = warnings("", data, SCENARIO.replace("keywords", "words"))
    assert keywords.startswith(f'2: S071 {told}has no "keywords"; add ')


def test_what_is_right_is_no_warning(data: Data) -> None:
    for fields in (
        "when: {id: Istilahnya to the point dan tidak untuk semua., en: It is called “mohon maaf dan terima kasih”.}",
        "when: {id: Wawancara walk-in., en: A letter to Ibu Dian.}",
        "slug: {id: and-you, en: dan-anda}",
        "caution: {id: 'Tunggu 24 jam, lalu kirim 2 pesan. Pukul 20.24, nomor 12024.'}",
        "caution: {id: 'Sebanyak 70% pelamar.'}\n    sources: [S40]",
    ):
        assert warnings(f"    {fields}\n", data) == []
    assert warnings("", data, SCENARIO.replace("Unwell", "a" * 45)) == []
