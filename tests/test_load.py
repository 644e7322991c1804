from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from macros.data.explain import suggest
from macros.data.load import DATA, SECTIONS, display, load, source
from macros.data.nodes import DataError, Mistake
from tests.edits import TEXT, at, edit, line_of

if TYPE_CHECKING:
    from pathlib import Path


def mistakes(text: str, tmp_path: Path) -> list[Mistake]:
    """All that is wrong with `text` as the data file."""
    path = tmp_path / "scenarios.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    assert {mistake.path for mistake in caught.value.mistakes} == {path.as_posix()}
    return list(caught.value.mistakes)


def only_mistake(text: str, tmp_path: Path) -> Mistake:
    (mistake,) = mistakes(text, tmp_path)
    return mistake


def test_the_real_file_loads_whole() -> None:
    guide, root = load(), source()
    for section in SECTIONS:
        node = root.get(section)
        assert node is not None
        assert len(getattr(guide, section)) == len(node.items()) > 0
    assert display(DATA) == "docs/data/scenarios.yml"


def test_records_are_frozen() -> None:
    guide = load()
    with pytest.raises(ValidationError, match="frozen"):
        guide.scenarios[0].notice = 1  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        guide.scenarios[0].title.id = "a"  # type: ignore[misc]
    assert isinstance(guide.scenarios[0].channels, tuple)


def test_ten_mistakes_give_ten_lines(tmp_path: Path) -> None:
    ten = [
        ("tawaran-lain", "outcome: withdraw", "outcome: witdraw", 'did you mean "withdraw"?'),
        ("tidak-cocok", "sources:", "sumber:", 'unknown field "sumber" — did you mean "sources"?'),
        ("alasan-pribadi", "sample: yusuf", "sample: yusup", 'does not exist — did you mean "yusuf"?'),
        ("budaya-perusahaan", "notice: 48", "notice: two days", "is not a whole number"),
        ("bertahan", "channels: [", "channels: [fax, ", "known here: email, whatsapp, phone"),
        (
            "hari-raya",
            "en: religious-holiday",
            "en: sick",
            f'"sick" is already used on line {line_of(TEXT, "sakit") + 1}',
        ),
        ("dimas", "phone: 021-0000-", "phone: 0812-3456-", "does not have the form 0NN-0000-NNNN"),
        ("putu", "interview: 2027-01-13", "interview: 13 January 2027", "write it like 2027-04-08 10:00"),
        ("rizky", "candidate: ", "candidate: <b>", 'the character "<" is markup; use words'),
        ("dibujuk", "[recruiter]", "[recruter]", 'unknown blank "[recruter]"; the blanks are address, '),
    ]
    text = TEXT
    for place, old, new, _ in ten:
        text = edit(text, place, old, new)
    expected = sorted((line_of(text, place, new), cure) for place, _, new, cure in ten)
    found = mistakes(text, tmp_path)
    assert [mistake.line for mistake in found] == [line for line, _ in expected]
    for mistake, (_, cure) in zip(found, expected, strict=True):
        assert cure in mistake.text


@pytest.mark.parametrize(
    ("word", "meant"),
    [("alasn", "reason"), ("judul", "title"), ("kapan", "when"), ("hasil", "outcome"), ("catatan", "caution")],
)
def test_an_unknown_field_gets_the_right_name(tmp_path: Path, word: str, meant: str) -> None:
    text = edit(TEXT, "tawaran-lain", f"    {meant}:", f"    {word}:")
    told = f'scenario "tawaran-lain": unknown field "{word}" — did you mean "{meant}"?'
    assert (line_of(text, "tawaran-lain", f"{word}:"), told) in [(m.line, m.text) for m in mistakes(text, tmp_path)]


def test_an_unknown_field_inside_a_field_names_both(tmp_path: Path) -> None:
    text = edit(TEXT, "dimas", "address: ibu", "address: ibu, gelar: Dr")
    assert only_mistake(text, tmp_path).text.startswith('sample "dimas": unknown field "gelar" in "recruiter"')


def test_a_word_that_resembles_nothing_gets_the_whole_list() -> None:
    assert suggest("xyzzy", ["reason", "title"]) == "; known here: reason, title"
    assert suggest("judul", ["reason", "slug"]) == "; known here: reason, slug"


@pytest.mark.parametrize(
    ("place", "old", "new", "cure"),
    [
        ("email", "register: formal", "register: resmi", '"resmi" is not known — did you mean "formal"?'),
        ("dimas", "zone: WIB", "zone: WITAA", '"WITAA" is not known — did you mean "WITA"?'),
        ("dimas", "PT Contoh", "PT", "with the word Contoh in it"),
        ("dimas", "address: ibu}", "address: ibuk}", 'recruiter.address "ibuk" does not exist — did you mean "ibu"?'),
        ("dimas", "slots: [", "slots: [] # [", "slots: has 0 entries; 2 are needed"),
        ("dimas", "interview: 2027-04-08 10:00", "interview: 2027-4-8 10:00", "write it like 2027-04-08 10:00"),
        ("dimas", "interview: 2027-04-08 10:00", "interview: 2027-02-30 10:00", "write it like 2027-04-08 10:00"),
        ("dimas", "slots: [2027-04-12", "slots: [2027-13-12", "write it like 2027-04-08 10:00"),
        ("dayparts", "from_hour: 4,", "from_hour: 24,", "24 is out of range; it is 23 at most"),
        ("dibujuk", "outcomes: [withdraw, decline]", "outcomes: withdraw", "must be a list, like [a, b]"),
        ("tawaran-lain", "notice: 48", "notice: 337", "337 is out of range; it is 336 at most"),
        ("tawaran-lain", "Accepted another offer", "[Accepted]", "title.en: must be one text"),
        ("tawaran-lain", "Accepted another offer", "Accepted " * 9 + "it", "has 83 characters; at most 70 fit"),
        ("tawaran-lain", "title: {", "title: word # {", "title: must have the fields id, en"),
        ("tawaran-lain", ", en: Accepted another offer", "", 'field "title.en" is missing; add it'),
        ("tawaran-lain", 'id: "Anda', 'id: "Anda [company]', "has a square bracket; no blanks can be used here"),
        ("tawaran-lain", 'id: "Anda', 'id: "Anda\u200b', "character U+200B; delete it"),
        ("tawaran-lain", "en: accepted-another-offer", "en: Accepted_Offer", "small letters, digits and hyphens"),
        ("bentrok-kerja", "id: bentrok-jam-kerja", "id: sakit", '"sakit" is already used on line '),
        ("bentrok-kerja", "id: bentrok-jam-kerja", "id: index", '"index" cannot be the name of a page'),
        ("bentrok-kerja", "en: clash-with-work", "en: con", '"con" cannot be the name of a page'),
        ("dimas", "slots: [2027-04-12 10:00", "slots: [9999-12-31 10:00", "write it like 2027-04-08 10:00"),
        ("bentrok-kerja", "sources: [", "sources: [S999, ", '"S999" is not in docs/data/sources.yml'),
        ("examples", "scenario: tawaran-lain", "scenario: tawaran", 'did you mean "tawaran-lain"?'),
    ],
)
def test_a_wrong_value_is_one_mistake_on_its_line(tmp_path: Path, place: str, old: str, new: str, cure: str) -> None:
    line = line_of(TEXT, place, old)
    mistake = only_mistake(edit(TEXT, place, old, new), tmp_path)
    assert mistake.line == line
    assert cure in mistake.text


def test_a_key_used_twice_names_the_line_of_the_first(tmp_path: Path) -> None:
    text = edit(TEXT, "ditanya-alasan", "key: ditanya-alasan", "key: dibujuk")
    assert f"is already used on line {line_of(TEXT, 'dibujuk')}" in only_mistake(text, tmp_path).text


def test_a_missing_field_is_told_where_its_record_begins(tmp_path: Path) -> None:
    mistake = only_mistake(edit(TEXT, "tawaran-lain", "    sample: dimas\n", ""), tmp_path)
    assert mistake.line == line_of(TEXT, "tawaran-lain")
    assert mistake.text == 'scenario "tawaran-lain": field "sample" is missing; add it'


@pytest.mark.parametrize(
    ("place", "old", "new", "cure"),
    [
        ("dimas", "interview: 2027", "interview: 2026", "check day, month and year"),
        ("dimas", "interview: 2027", "interview: 2028", "is on a weekend; choose a working day"),
        ("dimas", "slots: [2027", "slots: [2026", "check day, month and year"),
        ("dimas", "slots: [", "slots: [2027-04-14 10:00, ", "must follow the interview"),
        ("dimas", "slots: [", "slots: [2027-04-10 10:00, ", "is on a weekend; choose a working day"),
        ("tawaran-lain", "notice: 48", "notice: -1", "below zero for missed, and only there"),
        ("terlewat", "notice: -2", "notice: 0", "below zero for missed, and only there"),
    ],
)
def test_a_contradiction_is_one_mistake(tmp_path: Path, place: str, old: str, new: str, cure: str) -> None:
    mistake = only_mistake(edit(TEXT, place, old, new), tmp_path)
    # Interview and slots contradict each other and stand one below the other.
    assert mistake.line - line_of(TEXT, place, old) in (0, 1)
    assert f'"{place}": ' in mistake.text
    assert cure in mistake.text


@pytest.mark.parametrize("section", SECTIONS)
def test_an_emptied_section_is_one_mistake(tmp_path: Path, section: str) -> None:
    text = re.sub(rf"(?ms)^{section}:\n.*?(?=^[a-z]|\Z)", f"{section}: []\n", TEXT)
    mistake = only_mistake(text, tmp_path)
    assert mistake.line == text[: text.index(f"\n{section}: []") + 1].count("\n") + 1
    assert f'section "{section}" is missing or empty' in mistake.text


def test_a_misspelt_section_and_a_lacking_record_are_told(tmp_path: Path) -> None:
    text = edit(TEXT, "replies", "replies:", "balasn: []\nreplies:")
    assert 'unknown section "balasn"; known here: outcomes, ' in only_mistake(text, tmp_path).text
    text = re.sub(r"  - key: verify\n.*\n.*\n", "", TEXT)
    assert 'section "outcomes" lacks "verify"; add its record' in [m.text for m in mistakes(text, tmp_path)]


def test_an_outcome_without_a_scenario_is_told(tmp_path: Path) -> None:
    start, end = TEXT.index(at("terlewat")), TEXT.index("  # --- verify")
    mistake = only_mistake(f"{TEXT[:start]}\n{TEXT[end:]}", tmp_path)
    assert mistake.line == line_of(TEXT, "scenarios")
    assert mistake.text == 'no scenario has the outcome "missed"; the site links to at least one of each'


def test_an_interview_on_the_last_day_of_the_calendar_is_refused(tmp_path: Path) -> None:
    text = edit(TEXT, "dimas", "interview: 2027-04-08 10:00", "interview: 9999-12-31 10:00")
    assert 'interview: "9999-12-31 10:00" is not a date and time' in only_mistake(text, tmp_path).text


def test_a_file_that_is_no_map_is_told_what_it_must_hold(tmp_path: Path) -> None:
    for text in ("- a\n", "a\n"):
        assert only_mistake(text, tmp_path).text.startswith("must hold the sections outcomes, channels, ")
    with pytest.raises(DataError, match=r"nothing\.yml:1: S001 cannot be read: No such file"):
        load(tmp_path / "nothing.yml")


@pytest.mark.parametrize(
    ("new", "cure"),
    [
        ("Karena sakit, saya beristirahat.", "begin with the fact"),
        ("saya sedang sakit.", "must begin with a capital letter"),
        ("Saya sedang sakit", "end with a full stop"),
        ('"…"', "is the placeholder of the example"),
    ],
)
def test_a_reason_is_a_whole_sentence(tmp_path: Path, new: str, cure: str) -> None:
    old = "formal: Saya sedang sakit dan perlu beristirahat."
    mistake = only_mistake(edit(TEXT, "sakit", old, f"formal: {new}"), tmp_path)
    assert cure in mistake.text
    assert mistake.line == line_of(TEXT, "sakit", old)


def test_a_comma_without_quotes_is_explained(tmp_path: Path) -> None:
    text = edit(TEXT, "sakit", "title: {id: Sedang sakit, en:", "title: {id: Sakit, jadi tidak hadir, en:")
    assert "put double quotes around a text with a comma" in only_mistake(text, tmp_path).text
