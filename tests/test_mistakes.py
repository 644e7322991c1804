"""What a contributor may get wrong, one edit of the real file each: the line, the number of the rule, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from macros.tips.check import check
from macros.data.datarules import data_rules
from macros.data.table import TABLE, table
from macros.data.nodes import MAX_BYTES, DataError, Mistake
from tests.edits import TEXT, edit, line_of

if TYPE_CHECKING:
    from pathlib import Path

GAJI_KEYWORDS = """\
    keywords:
      id: [gaji kecil, gaji kurang, upah, umr, salary]
      en: [pay, wage, money, low salary]
"""


class Case(NamedTuple):
    """The first `old` after the beginning of `place` becomes `new`; that line breaks `rule`, and `says` so."""

    rule: str
    place: str
    old: str
    new: str
    says: str


# Each stands in a record of its own or in another field, so that all can be made at once.
MISTAKES = [
    Case("S010", "phrases", "replies:", "balasn: []\n\nreplies:", 'unknown section "balasn"'),
    Case("S012", "tidak-cocok", "    reason:", "    alasn:", 'unknown field "alasn" — did you mean "reason"?'),
    Case("S012", "gaji", "{id: Gaji tidak sesuai,", "{id: Gaji, tidak sesuai,", "quotes around a text with a comma"),
    Case("S012", "kendaraan", "title: {id: ", "title: {id:", "put a space after the colon"),
    Case("S012", "dimas", "address: ibu}", "address: ibu, gelar: Dr}", 'unknown field "gelar" in "recruiter"'),
    Case("S014", "belum-mencari", "channels: [email, whatsapp, linkedin]", "channels: email", "must be a list"),
    Case("S014", "banjir", "en: [", "en: # [", "keywords.en: must be a list"),
    Case("S014", "duka", "slug: {", "slug: word # {", "slug: must have the fields id, en"),
    Case("S015", "walk-in", "channels: [", "channels: [] # [", "has 0 entries; 1 are needed"),
    Case("S016", "tidak-ingat-melamar", "omit: [apology]", "omit: [reason]", "it cannot be omitted"),
    Case("S017", "merawat-keluarga", "channels: [", "channels: [email, ", '"email" stands in the list twice'),
    Case("S020", "tawaran-lain", "outcome: withdraw", "outcome: witdraw", 'did you mean "withdraw"?'),
    Case("S020", "terlalu-jauh", "channels: [", "channels: [fax, ", "known here: email, whatsapp, phone"),
    Case("S021", "studi-lanjut", "slug: {id: ", "slug: {id: Studi_", "small letters, digits and hyphens"),
    Case("S021", "putu", "phone: 0361-0000-", "phone: 0361-1234-", "0NN-0000-NNNN"),
    Case("S021", "yohana", "company: PT Contoh", "company: PT", "with the word Contoh in it"),
    Case("S022", "alasan-pribadi", "notice: 24", "notice: dua hari", "is not a whole number"),
    Case("S022", "lulus-seleksi", "notice: ", "notice: 9", "is out of range; it is 336 at most"),
    Case("S023", "rizky", "interview: 2027-04-15", "interview: 15 April 2027", "write it like 2027-04-08 10:00"),
    Case("S024", "fatimah", "slots: [2027-04-16", "slots: [2027-03-16", "must follow the interview"),
    Case("S024", "agus", "slots: [2027-04-26", "slots: [2027-04-25", "is on a weekend"),
    Case("S025", "budaya-perusahaan", "notice: 48", "notice: -48", "below zero for missed, and only there"),
    Case("S030", "proses-lama", 'en: "The invitation', 'en: "…" # "', "is the placeholder of the example"),
    Case("S030", "tidak-dibalas", 'en: "[daypart]', 'en: "" # "', "is empty; write a text or remove the field"),
    Case("S031", "pindah-domisili", "en: Moving", "en: Moving" + " on" * 20, "at most 70 fit"),
    Case("S032", "sudah-konfirmasi", 'id: "Anda', 'id: " Anda', "has spaces at an end"),
    Case("S033", "siti", "candidate: ", "candidate: <b>", 'the character "<" is markup'),
    Case("S034", "rincian-berubah", 'id: "', 'id: "\u200b', "character U+200B; delete it"),
    Case("S035", "jadwal-baru", "[slot]", "[waktu]", 'unknown blank "[waktu]"'),
    Case("S035", "bentrok-kerja", 'en: "You', 'en: "[company] You', "no blanks can be used here"),
    Case("S036", "bentrok-ujian", 'id: "', 'id: "\u0410', "CYRILLIC CAPITAL LETTER A"),
    Case("S037", "bentrok-wawancara", 'id: "', 'id: "😀 ', "(U+1F600) is an emoji"),
    Case("S038", "hari-raya", "formal: Tanggal", "formal: karena tanggal", "begin with the fact"),
    Case("S038", "sakit", "I am unwell and need to rest.", "I am unwell", "end with a full stop"),
    Case(
        "S039",
        "alasan-pribadi",
        'en: "',
        'en: "Anda tidak dapat hadir dan ini untuk semua." # "',
        "is not the language of this field (en)",
    ),
    Case("S040", "koneksi", 'en: "', 'en: "See www.contoh.com. ', '"www.contoh.com" is taken for an address'),
    Case("S041", "minta-daring", 'en: "', 'en: "Write to budi@contoh.com. ', '"budi@contoh.com" is an e-mail address'),
    Case("S042", "diminta-bukti", 'id: "', 'id: "Telepon 0812-3456-7890. ', '"0812-3456-7890" may be somebody'),
    Case("S043", "mencurigakan", 'id: "', 'id: "KTP 3171000000000000. ', "has 16 digits, like an identity number"),
    Case("S044", "jadwal-ditolak", "Baik, ", "Dasar goblok, ", '"goblok" is not polite'),
    Case("S050", "undangan-mendadak", "en: ", "en: sick} # ", '"sick" is already used on line '),
    Case("S051", "kevin", "address: bapak", "address: bapa", 'recruiter.address "bapa" does not exist'),
    Case("S051", "urusan-pribadi", "sample: yusuf", "sample: yusup", 'did you mean "yusuf"?'),
    Case("S051", "terlewat", "sources: [", "sources: [S999, ", 'source "S999" is not in docs/data/sources.yml'),
]
# These leave nothing else to check, or show only in finished messages.
ALONE = [
    Case("S002", "tawaran-lain", 'id: "Pastikan', 'id: Pastikan: "', "is not valid YAML"),
    Case("S002", "tawaran-lain", 'setujui. Tawaran lisan masih bisa berubah."', "setujui.", "close the quote"),
    Case("S002", "tawaran-lain", "sample: dimas", "sample:dimas", "name, colon, space, value"),
    Case("S002", "tawaran-lain", "  - key: tidak-cocok", "  key: tidak-cocok", 'put "- " before the first field'),
    Case("S003", "tawaran-lain", "sample: dimas", "sample: *siapa", 'alias "*siapa"'),
    Case("S003", "tawaran-lain", "sample: dimas", "sample: !!str dimas", "every value is plain text"),
    Case("S004", "sakit", "    channels:", "    notice: 4\n    channels:", 'field "notice" is given twice'),
    Case("S004", "tidak-cocok", "  - key: alasan-pribadi", "    key: alasan-pribadi", 'put "- " before it'),
    Case("S013", "tawaran-lain", "    sample: dimas\n", "", 'field "sample" is missing; add it'),
    Case(
        "S060",
        "diminta-biaya",
        "Mohon tidak menghubungi saya lagi.",
        "Terima kasih banyak. Terima kasih banyak.",
        "is said twice",
    ),
    Case("5.1", "sakit", "formal: Saya sedang", f"formal: Saya {'amat ' * 30}sedang", "/#aturan-5-1"),
    Case(
        "3.1",
        "duka",
        'id: "Saya akan',
        f'id: "Saya {"sungguh " * 60}akan',
        "/cara/3-tulis-singkat-dan-padat/#aturan-3-1",
    ),
]
REMARKS = [
    Case(
        "S070",
        "bertahan",
        'en: "You have',
        'en: "Anda memilih tetap bekerja di sana." # "',
        '"anda", "di"',
    ),
    Case("S071", "gaji", GAJI_KEYWORDS, "", 'has no "keywords"'),
    Case(
        "S072",
        "tawaran-lain",
        "Accepted another offer",
        "Accepted another offer from another company in town",
        "; 45 read well",
    ),
    Case(
        "S073",
        "terlalu-jauh",
        'id: "Jika',
        'id: "Menurut survei, 70% pelamar: jika',
        '"70%" is a fact without a source',
    ),
]
FILES = [
    ("S001", b"", "the file is empty"),
    ("S001", b"a: caf\xe9", "is not UTF-8 text"),
    ("S001", b"#" * (MAX_BYTES + 1), "is larger than 1,000,000 bytes"),
    ("S010", b"- a", "must hold the sections"),
]
PATTERN = ("S026", "pattern: {id: '!'", "pattern: {id: '('", "is not a regular expression: missing )")


def made(cases: list[Case]) -> str:
    text = TEXT
    for case in cases:
        text = edit(text, case.place, case.old, case.new)
    return text


def data_file(folder: Path, text: str) -> Path:
    path = folder / "scenarios.yml"
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> tuple[Mistake, ...]:
    with pytest.raises(DataError) as caught:
        check(path)
    return caught.value.mistakes


def expected(text: str, cases: list[Case]) -> list[tuple[int, str]]:
    return sorted((line_of(text, case.place, case.new), case.rule) for case in cases)


def name(case: Case) -> str:
    return f"{case.rule} {case.place}"


@pytest.mark.parametrize("case", [*MISTAKES, *ALONE], ids=name)
def test_a_mistake_is_told_on_its_line_with_its_number(tmp_path: Path, case: Case) -> None:
    text = made([case])
    found = told(data_file(tmp_path, text))
    assert {(mistake.line, mistake.rule) for mistake in found} == set(expected(text, [case]))
    assert case.says in found[0].text
    assert str(found[0]).startswith(f"{tmp_path}/scenarios.yml:{found[0].line}: {case.rule} ")


def test_forty_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    assert len(MISTAKES) >= 40
    text = made(MISTAKES)
    found = told(data_file(tmp_path, text))
    assert [(mistake.line, mistake.rule) for mistake in found] == expected(text, MISTAKES)
    said = {(mistake.line, mistake.rule): mistake.text for mistake in found}
    for case in MISTAKES:
        assert case.says in said[line_of(text, case.place, case.new), case.rule]


def test_remarks_are_told_in_order_and_stop_nothing(tmp_path: Path) -> None:
    text = made(REMARKS)
    found = check(data_file(tmp_path, text))
    assert [(remark.line, remark.rule) for remark in found.remarks] == expected(text, REMARKS)
    said = {remark.rule: remark.text for remark in found.remarks}
    assert all(case.says in said[case.rule] for case in REMARKS)
    assert found.summary.endswith(": 0 findings, 4 remarks")


def test_the_real_data_give_no_remark() -> None:
    assert check().remarks == ()


@pytest.mark.parametrize(("rule", "content", "says"), FILES)
def test_a_file_that_cannot_be_used_is_one_mistake(tmp_path: Path, rule: str, content: bytes, says: str) -> None:
    path = tmp_path / "scenarios.yml"
    path.write_bytes(content)
    (mistake,) = told(path)
    assert (mistake.line, mistake.rule) == (1, rule)
    assert says in mistake.text


def test_a_pattern_that_does_not_compile_is_told(tmp_path: Path) -> None:
    rule, old, new, says = PATTERN
    path = tmp_path / "tips.yml"
    path.write_text(TABLE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        table(path)
    (mistake,) = caught.value.mistakes
    assert mistake.rule == rule
    assert says in mistake.text


def test_every_data_rule_is_shown_here_and_has_the_severity_that_it_shows() -> None:
    musts = {case.rule for case in (*MISTAKES, *ALONE)} | {rule for rule, _, _ in FILES} | {PATTERN[0]}
    shown = dict.fromkeys((rule for rule in musts if rule.startswith("S")), "must")
    shown |= dict.fromkeys((case.rule for case in REMARKS), "should")
    assert shown == {number: rule.severity for number, rule in data_rules().items()}
    assert list(data_rules()) == sorted(data_rules())
