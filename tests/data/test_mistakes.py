"""What a contributor may get wrong, one edit of the real file each: the line, the code, the words; all in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.data.load import TIPS, load
from macros.data.nodes import DataError, Diagnostic
from macros.data.vocabulary import MAX_BYTES
from macros.tips.check import check
from tests.edits import FEW, TEXT, Edit, edit, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.data.load import Data

TWO = """id:
            - subject: "Pertanyaan tentang undangan [step] tanggal [interview_date]"
            - greeting: "[daypart]."
            - {}:"""
# Each stands in a record or a field of its own, so that all can be made at once.
MISTAKES = [
    Edit("S010", "patterns", "replies:", "balasn: []\n\nreplies:", 'unknown section "balasn"; known here: outcomes, '),
    Edit("S012", "tidak-cocok", "    reasons:", "    alasn:", 'unknown field "alasn" — did you mean "reasons"?'),
    Edit("S012", "tidak-cocok", "    sources:", "    sumber:", 'unknown field "sumber" — did you mean "sources"?'),
    Edit("S012", "gaji", "{id: Gaji tidak sesuai,", "{id: Gaji, tidak sesuai,", "quotes around a text with a comma"),
    Edit("S012", "kendaraan", "title: {id: ", "title: {id:", "put a space after the colon"),
    Edit("S012", "dimas", "address: ibu}", "address: ibu, gelar: Dr}", 'unknown field "gelar" in "recruiter"; known'),
    Edit("S014", "belum-mencari", "channels: [email, whatsapp, linkedin]", "channels: email", "like [a, b]"),
    Edit("S014", "banjir", "en: [", "en: # [", "keywords.en: must be a list"),
    Edit("S014", "putu", "recruiter: {", "recruiter: word # {", "recruiter: must have the fields name, call, address"),
    Edit("S014", "kendaraan", "en: ", "en: [a]} # ", "slug.en: must be one text"),
    Edit("S015", "walk-in", "channels: [", "channels: [] # [", "channels: has 0 entries; 1 are needed"),
    Edit("S015", "siti", "slots: [", "slots: [2027-04-30 10:00] # [", "slots: has 1 entries; 2 are needed"),
    Edit(
        "S016",
        "tidak-ingat-melamar",
        TWO.format("decision"),
        TWO.format("closing"),
        '"decision" is what the message is for',
    ),
    Edit("S017", "merawat-keluarga", "channels: [", "channels: [email, ", '"email" stands in the list twice'),
    Edit("S018", "duka", "{id: Keluarga berduka, en: Death in the family}", "Keluarga berduka", "is missing in title;"),
    Edit("S020", "tawaran-lain", "outcome: withdraw", "outcome: witdraw", 'did you mean "withdraw"?'),
    Edit(
        "S020", "terlalu-jauh", "channels: [", "channels: [fax, ", "known here: email, whatsapp, phone, sms, linkedin, "
    ),
    Edit("S020", "email", "register: formal", "register: resmi", '"resmi" is not known — did you mean "formal"?'),
    Edit("S020", "dimas", "zone: WIB", "zone: WITAA", '"WITAA" is not known — did you mean "WITA"?'),
    Edit("S021", "studi-lanjut", "slug: {id: ", "slug: {id: Studi_", "small letters, digits and hyphens"),
    Edit("S021", "bentrok-wawancara", "en: ", "en: index} # ", 'slug.en: "index" cannot be the name of a page'),
    Edit("S021", "putu", "phone: 0361-0000-", "phone: 0361-1234-", "0NN-0000-NNNN"),
    Edit("S021", "yohana", "company: PT Contoh", "company: PT", "with the word Contoh in it"),
    Edit("S022", "alasan-pribadi", "notice: 24", "notice: dua hari", '"dua hari" is not a whole number'),
    Edit("S022", "lulus-seleksi", "notice: ", "notice: 9", "is out of range; it is 336 at most"),
    Edit("S022", "dayparts", "from_hour: 4,", "from_hour: -1,", "from_hour: -1 is out of range; it is 0 at least"),
    Edit("S022", "dayparts", "from_hour: 11,", 'from_hour: "",', "is empty; write a whole number, like 72"),
    Edit("S023", "rizky", "interview: 2027-04-15", "interview: 15 April 2027", "write it like 2027-04-08 10:00"),
    Edit("S024", "fatimah", "slots: [2027-04-16", "slots: [2027-03-16", "must follow the interview"),
    Edit("S024", "agus", "slots: [2027-04-26", "slots: [2027-04-25", "is on a weekend; choose a working day"),
    Edit("S025", "budaya-perusahaan", "notice: 48", "notice: -48", "below zero for missed, and only there"),
    Edit("S030", "proses-lama", 'en: "The invitation', 'en: "…" # "', "is the placeholder of the example"),
    Edit("S030", "tidak-dibalas", 'en: "[daypart]', 'en: "" # "', "is empty; write a text or remove the field"),
    Edit("S031", "pindah-domisili", "en: Moving", "en: Moving" + " on" * 20, "at most 70 fit"),
    Edit("S032", "sudah-konfirmasi", 'id: "Anda', 'id: " Anda', "has spaces at an end"),
    Edit("S033", "siti", "candidate: ", "candidate: <b>", 'the character "<" is markup'),
    Edit("S034", "rincian-berubah", 'id: "', 'id: "\u200b', "character U+200B; delete it"),
    Edit("S034", "yusuf", "candidate: ", 'candidate: "a\tb" # ', "character U+0009; delete it"),
    Edit("S035", "jadwal-baru", "[slot]", "[waktu]", 'unknown blank "[waktu]"'),
    Edit("S035", "bentrok-kerja", 'en: "You', 'en: "[company] You', "no blanks can be used here"),
    Edit("S036", "bentrok-ujian", 'id: "', 'id: "\u0410', "CYRILLIC CAPITAL LETTER A"),
    Edit("S037", "bentrok-wawancara", 'id: "', 'id: "😀 ', "(U+1F600) is an emoji"),
    Edit("S020", "merawat-keluarga", "grave: true", "grave: ya", '"ya" is not known; write true or false'),
    Edit("S020", "terlewat-mundur", "introduction:", "perkenalan:", '"perkenalan" is not known; known here: subject, '),
    Edit("S038", "hari-raya", "saya merayakan", "karena tanggal itu hari raya", "begin with the fact"),
    Edit("S038", "sakit", "I am ill", "I am ill.", "no full stop"),
    Edit("S038", "duka", "keluarga saya", "Keluarga saya", "small first letter"),
    Edit(
        "S039",
        "alasan-pribadi",
        'en: "',
        'en: "Anda tidak dapat hadir dan ini untuk semua." # "',
        "is not the language of this field (en)",
    ),
    Edit("S040", "koneksi", 'en: "', 'en: "See www.contoh.com. ', '"www.contoh.com." is an address on the internet'),
    Edit("S041", "minta-daring", 'en: "', 'en: "Write to budi@contoh.com. ', '"budi@contoh.com" is an e-mail address'),
    Edit("S042", "diminta-bukti", 'id: "', 'id: "Telepon 0812-3456-7890. ', '"0812-3456-7890" is a telephone number'),
    Edit("S043", "mencurigakan", 'id: "', 'id: "KTP 3171000000000000. ', "has 16 digits, like an identity number"),
    Edit("S044", "jadwal-ditolak", "Baik, ", "Dasar goblok, ", '"jadwal-ditolak": text.id: "goblok" is not'),
    Edit("S050", "undangan-mendadak", "en: ", "en: sick} # ", 'slug.en "sick" is already used on line '),
    Edit("S050", "terbukti-resmi", "key: tetap-meminta", "key: dibujuk", 'key "dibujuk" is already used on line '),
    Edit("S051", "kevin", "address: bapak", "address: bapa", 'address "bapa" does not exist — did you mean "bapak"?'),
    Edit("S051", "urusan-pribadi", "sample: yusuf", "sample: yusup", 'did you mean "yusuf"?'),
    Edit("S051", "terlewat", "sources: [", "sources: [S999, ", 'source "S999" is not in docs/data/sources.yml; add'),
    Edit("S051", "bentrok-kerja", "sources: [", "sources: [s40, ", 'did you mean "S40"?'),
    Edit("S051", "examples", "scenario: tawaran-lain", "scenario: tawaran", 'did you mean "tawaran-lain"?'),
]
# After these nothing else is checked, or the line tells nothing else.
ALONE = [
    Edit("S002", "tawaran-lain", 'id: "Pastikan', 'id: Pastikan: "', "is not valid YAML"),
    Edit("S002", "tawaran-lain", 'setujui. Tawaran lisan masih bisa berubah."', "setujui.", "close the quote"),
    Edit("S002", "tawaran-lain", "sample: dimas", "sample:dimas", "name, colon, space, value"),
    Edit("S002", "tawaran-lain", "sample: dimas", "sample:\tdimas", "spaces, no tabs"),
    Edit("S002", "tawaran-lain", "  - key: tidak-cocok", "  key: tidak-cocok", 'put "- " before the first field'),
    Edit("S003", "tawaran-lain", "sample: dimas", "sample: *siapa", 'alias "*siapa"'),
    Edit("S003", "tawaran-lain", "sample: dimas", "sample: !!str dimas", "every value is plain text"),
    Edit("S004", "sakit", "    channels:", "    notice: 4\n    channels:", 'field "notice" is given twice'),
    Edit("S004", "tidak-cocok", "  - key: alasan-pribadi", "    key: alasan-pribadi", 'put "- " before it'),
    Edit("S013", "tawaran-lain", "    outcome: withdraw\n", "", '"tawaran-lain": field "outcome" is missing; add it'),
    Edit("S052", "mencurigakan", "channels: [email", "channels: [phone, email", "there is no message for phone, first"),
]
# These show only in finished messages and worked examples.
FINISHED = [
    Edit(
        "S060",
        "diminta-biaya",
        "mohon dikirim juga dari alamat e-mail resmi perusahaan, tanpa permintaan biaya.",
        "mohon lewat alamat resmi. Baik. Baik.",
        "is said twice",
    ),
    Edit("S061", "examples", "breaks: [", "breaks: [9, ", "example of tip 1, id: the draft breaks tips"),
    Edit("5.1", "sakit", "saya sedang", f"saya {'i ' * 24}sedang", "/#aturan-5-1"),
]
WARNINGS = [
    Edit("S070", "bertahan", 'en: "You have', 'en: "Anda memilih tetap bekerja di sana." # "', '"anda", "di"'),
    Edit("S071", "gaji", "    keywords:\n      id: [gaji kecil, gaji kurang, upah, umr, salary]\n"
         "      en: [pay, wage, money, low salary]\n", "", 'scenario "gaji": has no "keywords"'),
    Edit("S072", "tawaran-lain", "Accepted another offer", "Accepted another offer " + "a" * 23, "46 characters; 45"),
    Edit("S073", "terlalu-jauh", 'id: "Jika', 'id: "Menurut survei, 70% pelamar: jika', '"70%" is a fact without'),
    Edit("S074", "koneksi", 'en: "', 'en: "See contoh.com first. ', '"contoh.com" looks like somebody\'s address'),
]  # fmt: skip
FILES = [
    ("S001", b"", "the file is empty"),
    ("S001", b"a: caf\xe9", "is not UTF-8 text"),
    ("S001", b"#" * (MAX_BYTES + 1), "is larger than 1,000,000 bytes"),
    ("S010", b"- a", "must hold the sections"),
    ("S010", b"a", "must hold the sections"),
]
PATTERN = ("S026", "pattern: {id: '!'", "pattern: {id: '('", "is not a regular expression: missing )")


def made(text: str, edits: Sequence[Edit]) -> str:
    for each in edits:
        text = edit(text, each.place, each.old, each.new)
    return text


def data_file(folder: Path, text: str) -> Path:
    path = folder / "scenarios.yml"
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the data file at `path`, up to the finished messages."""
    with pytest.raises(DataError) as caught:
        check(load(path))
    return caught.value.diagnostics


def assert_told(found: Sequence[Diagnostic], text: str, edits: Sequence[Edit]) -> None:
    """Each edit's line and code is told, nothing else, in the order of the file and in the edit's words."""
    expected = sorted((line_of(text, each.place, each.new), each.code, each.says) for each in edits)
    assert [(one.line, one.code) for one in found] == [(line, code) for line, code, _ in expected]
    assert [(says, one.text) for one, (_, _, says) in zip(found, expected, strict=True) if says not in one.text] == []


def test_all_mistakes_are_told_in_one_run_each_on_its_line_with_its_code_and_cure(tmp_path: Path) -> None:
    text = made(TEXT, MISTAKES)
    path = data_file(tmp_path, text)
    found = told(path)
    assert_told(found, text, MISTAKES)
    assert str(found[0]).startswith(f"{path.as_posix()}:{found[0].line}: {found[0].code} ")


def test_what_stops_the_reading_is_told_alone(tmp_path: Path) -> None:
    for each in ALONE:
        text = made(TEXT, [each])
        assert_told(told(data_file(tmp_path, text)), text, [each])
    for code, content, says in FILES:
        path = tmp_path / "scenarios.yml"
        path.write_bytes(content)
        (found,) = told(path)
        assert (found.line, found.code) == (1, code)
        assert says in found.text


def test_what_only_finished_messages_show_is_told(tmp_path: Path) -> None:
    text = made(FEW, FINISHED)
    found = {(one.line, one.code): one for one in told(data_file(tmp_path, text))}  # in one or more messages
    assert_told(list(found.values()), text, FINISHED)


def test_warnings_are_told_in_order_and_stop_nothing(tmp_path: Path) -> None:
    text = made(TEXT, WARNINGS)
    found = load(data_file(tmp_path, text)).warnings
    assert_told(found, text, WARNINGS)
    assert all(one.text.startswith("warning: scenario ") for one in found)


def test_the_real_data_give_no_warning(data: Data) -> None:
    assert data.warnings == ()


def test_a_mistake_in_the_table_of_tips_is_told_with_its_line(tmp_path: Path) -> None:
    text = TIPS.read_text(encoding="utf-8")
    path = tmp_path / "tips.yml"
    for code, old, new, says in (
        PATTERN,
        ("S051", "sources: [S", "sources: [X9, S", 'tip 1: source "X9" is not in docs/data/sources.yml'),
        ("S022", "tips:\n  - number: 1", "tips:\n  - number: 2", "tip 2 stands where 1 is due"),
        ("S004", "  exclamations:", "  slots: 3\n  exclamations:", 'field "slots" is given twice'),
        ("S012", "  cure:", "  cures:", 'unknown field "cures" in "rules.0" — did you mean "cure"?'),
    ):
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(DataError) as caught:
            load(tips=path)
        (found,) = caught.value.diagnostics
        line = text.count("\n", 0, text.index(old)) + 1
        assert (found.path, found.line, found.code) == (path.as_posix(), line, code)
        assert says in found.text


def test_every_code_is_shown_here_and_has_the_severity_that_it_shows(data: Data) -> None:
    errors = {each.code for each in (*MISTAKES, *ALONE, *FINISHED)} | {code for code, _, _ in FILES} | {PATTERN[0]}
    shown = dict.fromkeys((code for code in errors if code.startswith("S")), "error")
    shown |= dict.fromkeys((each.code for each in WARNINGS), "warning")
    assert shown == {code: meaning.severity for code, meaning in data.codes.items()}
