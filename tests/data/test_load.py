"""The whole file: what it must hold, what its records say of each other, and what is only a warning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

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


def faults(fields: str, data: Data) -> list[str]:
    found = held(f"{SCENARIO}{fields}", data).errors()
    return [str(one).removeprefix("f.yml:") for one in found if one.line > 4]


# --- what is read


def test_the_real_file_loads_whole_and_every_value_has_its_line(data: Data) -> None:
    for section in SECTIONS:
        node = data.root.get(section)
        assert node is not None
        assert len(getattr(data.guide, section)) == len(node.items()) > 0
    assert data.name == display(DATA) == "docs/data/scenarios.yml"
    lines = TEXT.split("\n")
    for number, scenario in enumerate(data.guide.scenarios):
        assert lines[data.line(("scenarios", number)) - 1].endswith(f"key: {scenario.key}")
        formal = data.line(("scenarios", number, "reason", "id", "formal"))
        assert scenario.reason.id.formal in lines[formal - 1]


def test_what_was_read_never_changes(data: Data) -> None:
    scenario: Any = data.guide.scenarios[0]
    for record, field in (
        (scenario, "notice"),
        (scenario.title, "id"),
        (data.table, "limits"),
        (data.codes["S001"], "cure"),
    ):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, field, 1)


def test_a_path_outside_the_project_is_shown_whole(tmp_path: Path) -> None:
    assert display(tmp_path / "a.yml") == (tmp_path / "a.yml").as_posix()


# --- sections and tables


def test_an_emptied_section_is_one_mistake(tmp_path: Path) -> None:
    for section, (_, singular) in SECTIONS.items():
        for empty in (f"{section}: []", f"{section}:"):
            text = re.sub(rf"(?ms)^{section}:\n.*?(?=^[a-z]|\Z)", f"{empty}\n", FEW)
            line = text.count("\n", 0, text.index(f"\n{section}:") + 1) + 1
            expected = f'{line}: S010 section "{section}" is missing or empty; it lists {singular} records'
            assert told(text, tmp_path) == [expected]


def test_a_section_that_is_missing_or_a_map_is_told(tmp_path: Path) -> None:
    text = re.sub(r"(?ms)^replies:\n.*?(?=^[a-z])", "", FEW)
    first = next(number for number, line in enumerate(FEW.split("\n"), 1) if line == "outcomes:")
    assert told(text, tmp_path) == [f'{first}: S010 section "replies" is missing or empty; it lists reply records']
    text = re.sub(r"(?ms)^replies:\n.*?(?=^[a-z])", "replies:\n  key: a\n", FEW)
    (said,) = told(text, tmp_path)
    assert said.endswith('S014 section "replies" must be a list; put "- " before the first field of each record')


def test_what_the_site_needs_one_record_of_each_is_told_when_it_lacks(tmp_path: Path) -> None:
    text = FEW.replace("  - {key: closing,", "  - {key: subject,")
    twice, lacks = told(text, tmp_path)[-1], told(text, tmp_path)[0]
    assert lacks == f'{line_of(text, "parts")}: S010 section "parts" lacks "closing"; add its record'
    assert 'part: key "subject" is already used on line ' in twice
    start, end = FEW.index(at("terlewat")), FEW.index(at("diminta-biaya"))
    text = FEW[:start] + FEW[end:]
    line = line_of(text, "scenarios")
    (said,) = told(re.sub(r"not_after: .*|, not_after: \[.*?\]", "", text), tmp_path)
    assert said == f'{line}: S010 no scenario has the outcome "missed"; the site links to at least one of each'


def test_a_missing_file_and_another_shape_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nothing\.yml:1: S001 cannot be read: No such file"):
        load(tmp_path / "nothing.yml")
    for text in ("- a\n", "a\n"):
        assert told(text, tmp_path) == [f"1: S010 must hold the sections {', '.join(SECTIONS)}"]


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
        (one,) = found
        line = text.count("\n", 0, text.index(old)) + 1
        assert str(one).startswith(f"{path.as_posix()}:{line}: {said}")
    found = []
    path.write_text("- a", encoding="utf-8")
    assert records(path, Code, found) == {}
    assert [(one.line, one.code) for one in found] == [(1, "S014")]


def test_mistakes_in_a_table_and_in_the_data_are_told_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes, impolite, path = tmp_path / "codes.yml", tmp_path / "impolite.yml", tmp_path / "scenarios.yml"
    codes.write_text(
        CODES.read_text(encoding="utf-8").replace("severity: error", "severity: most", 1), encoding="utf-8"
    )
    path.write_text(edit(FEW, "sakit", "sample:", "sampl:"), encoding="utf-8")
    monkeypatch.setattr(module, "CODES", codes)
    with pytest.raises(DataError) as caught:
        load(path)
    assert {one.path for one in caught.value.diagnostics} == {codes.as_posix(), path.as_posix()}
    impolite.write_text("id: [goblok]", encoding="utf-8")
    monkeypatch.setattr(module, "IMPOLITE", impolite)
    with pytest.raises(DataError, match='field "en" is missing'):
        load(path)


def test_the_codes_have_one_form_an_order_and_an_explanation_in_both_languages(data: Data) -> None:
    assert list(data.codes) == sorted(data.codes)
    assert all(re.fullmatch(r"S0\d\d", code) for code in data.codes)
    meanings = data.codes.values()
    for texts in ([each.problem for each in meanings], [each.cure for each in meanings]):
        assert all(text.id != text.en and text.id.endswith(".") and text.en.endswith(".") for text in texts)
    for language in ("id", "en"):
        assert len({each.problem[language] for each in meanings}) == len(meanings)
    examples = [each.example for each in meanings if each.example]
    assert len(examples) > 5
    assert all(re.fullmatch(r"\S.* → \S.*", example) for example in examples)


# --- what texts may hold by their field


def test_a_fault_of_a_text_is_told_with_its_field(data: Data) -> None:
    (said,) = faults("    when: {id: 'Dasar goblok.', en: x}\n", data)
    assert said == '5: S044 scenario "contoh": when.id: "goblok" is not polite; say it in other words'


def test_a_bad_draft_may_show_an_emoji_but_no_address(data: Data) -> None:
    draft = "    before: {id: 'Maaf 🙏', en: 'Sorry 🙏 www.contoh.com'}\n    lesson: {id: 'Kata 🙏', en: x}\n"
    draft = f"examples:\n  - tip: 1\n{draft}"
    codes = [(one.line, one.code) for one in held(draft, data).errors()]
    assert codes == [(3, "S040"), (4, "S037")]


def test_numbers_and_dates_have_forms_of_their_own(data: Data) -> None:
    fields = "phone: 0812-3456-7890\ninterview: 2027-04-08 10:00\nslots: [0812-3456-7890, 1234567890]"
    text = "samples:\n  - key: a\n" + "".join(f"    {line}\n" for line in fields.split("\n"))
    assert list(held(text, data).errors()) == list(held(text, data).warnings()) == []
    assert faults("    when: {id: 'Hubungi 0812-3456-7890'}\n", data)


def test_a_reason_begins_with_the_fact_and_says_because_only_later(data: Data) -> None:
    for sentence in ("Karena sakit, saya mundur.", "berhubung sakit, saya mundur."):
        (said,) = faults(f"    reason: {{id: {{formal: '{sentence}'}}}}\n", data)
        assert said.startswith(f'5: S038 scenario "contoh": reason.id.formal: "{sentence}" begins like half a sentence')
    assert faults("    reason: {en: {formal: 'Because I am ill, I cannot come.'}}\n", data)
    assert faults("    reason: {id: {formal: 'Saya mundur karena sakit.'}}\n", data) == []
    assert faults("    when: {id: 'Karena sakit, Anda mundur.'}\n", data) == []


def test_no_two_records_of_a_section_share_a_key_a_title_or_an_address(data: Data) -> None:
    record = "  - key: {0}\n    slug: {{id: {1}, en: {2}}}\n    title: {{id: '{3}', en: '{4}'}}\n"
    text = "scenarios:\n" + record.format("a", "b", "c", "d", "e") + record.format("a", "b", "c", "d", "e")
    said = [(one.line, one.text.split(" is ")[0]) for one in held(text, data).errors() if one.code == "S050"]
    assert said == [
        (5, 'scenario: key "a"'),
        (6, 'scenario: slug.id "b"'),
        (6, 'scenario: slug.en "c"'),
        (7, 'scenario: title.id "d"'),
        (7, 'scenario: title.en "e"'),
    ]
    # Across languages and sections the same word means another page.
    text = (
        "samples:\n  - key: a\nscenarios:\n"
        + record.format("a", "b", "b", "c", "c")
        + record.format("x", "y", "z", "w", "v")
    )
    assert [one for one in held(text, data).errors() if one.code == "S050"] == []


def test_a_key_that_no_record_has_is_told_once_and_only_where_some_are_known(data: Data) -> None:
    replies = "replies:\n  - key: a\n    not_after: [contoh, conto]\n"
    (one,) = (one for one in held(f"{replies}{SCENARIO}", data).errors() if one.code == "S051")
    assert str(one) == 'f.yml:3: S051 reply "a": not_after "conto" does not exist — did you mean "contoh"?'
    assert list(held(replies, data).errors()) == []


# --- warnings


def test_the_words_that_give_a_language_away_are_named(data: Data) -> None:
    for field, named in {
        "when: {id: You are sick., en: x}": '"you", "are"',
        "when: {id: x, en: Anda sedang sakit.}": '"anda", "sedang"',
        "reason: {en: {formal: Saya sudah bekerja.}}": '"saya", "sudah"',
    }.items():
        (said,) = warnings(f"    {field}\n", data)
        assert said.startswith('5: S070 warning: scenario "contoh": ')
        assert f": {named} is not the language of this field" in said
    for field in (
        "when: {id: Istilahnya to the point dan tidak untuk semua., en: It is called “mohon maaf dan terima kasih”.}",
        "when: {id: Wawancara walk-in., en: A letter to Ibu Dian.}",
        "when: {id: '[daypart], [recruiter].', en: '[daypart], [recruiter].'}",
        "slug: {id: and-you, en: dan-anda}",
    ):
        assert warnings(f"    {field}\n", data) == []


def test_a_title_of_45_characters_is_short_enough_and_one_more_is_not(data: Data) -> None:
    assert warnings("", data, SCENARIO.replace("Unwell", "a" * 45)) == []
    said = warnings("", data, SCENARIO.replace("Unwell", "a" * 46))
    assert said == ['3: S072 warning: scenario "contoh": the title has 46 characters; 45 read well']


def test_a_situation_without_keywords_is_told_where_it_begins(data: Data) -> None:
    (said,) = warnings("", data, SCENARIO.replace("keywords", "words"))
    assert said.startswith('2: S071 warning: scenario "contoh": has no "keywords"; add ')


def test_a_figure_needs_a_source_and_other_numbers_need_none(data: Data) -> None:
    for caution, figure in (
        ("Sebanyak 70% pelamar.", "70%"),
        ("Sebanyak 12,5 % pelamar.", "12,5 %"),
        ("Survei 2024.", "2024"),
    ):
        field = f'    caution:\n      id: "{caution}"\n'
        (said,) = warnings(field, data)
        assert said.startswith(f'6: S073 warning: scenario "contoh": "{figure}" is a fact without a source; add ')
        assert warnings(f"{field}    sources: [S40]\n", data) == []
    for caution in ("Tunggu 24 jam, lalu kirim 2 pesan.", "Pukul 20.24, nomor 12024."):
        assert warnings(f'    caution:\n      id: "{caution}"\n', data) == []


def test_what_looks_like_an_address_is_a_warning_at_its_field(data: Data) -> None:
    (said,) = warnings("    when: {id: 'Lihat contoh.com', en: x}\n", data)
    assert said.startswith('5: S074 warning: scenario "contoh": when.id: "contoh.com" looks like somebody\'s address')
