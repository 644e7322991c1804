"""`python -m macros new`: a record by question and answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import new as module
from macros.__main__ import main
from macros.load import DATA, load, source
from macros.source import MAX_BYTES
from tests.disk import full_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.model import Scenario

BEFORE = DATA.read_bytes()
ANSWERS = {
    "title.id": "Kereta mogok",
    "title.en": "Train broke down",
    "keywords.id": "kereta telat, KRL",
    "keywords.en": "late train",
    "outcome": "reschedule",
    "when.id": "Kereta Anda mogok di jalan.",
    "when.en": "Your train has broken down on the way.",
    "reason.id.formal": "Kereta yang saya tumpangi mogok di perjalanan.",
    "reason.id.semiformal": "Kereta saya mogok di jalan.",
    "reason.en.formal": "My train has broken down on the way.",
    "reason.en.semiformal": "My train has broken down.",
    "channels": "whatsapp, phone",
    "sample": "rizky",
    "notice": "3",
    "key": "",
    "slug.id": "",
    "slug.en": "",
}
RECORD = """
  - key: kereta-mogok
    slug: {id: kereta-mogok, en: train-broke-down}
    outcome: reschedule
    title: {id: "Kereta mogok", en: "Train broke down"}
    when:
      id: "Kereta Anda mogok di jalan."
      en: "Your train has broken down on the way."
    keywords:
      id: ["kereta telat", "KRL"]
      en: ["late train"]
    sample: rizky
    notice: 3
    channels: [whatsapp, phone]
    reason:
      id:
        formal: "Kereta yang saya tumpangi mogok di perjalanan."
        semiformal: "Kereta saya mogok di jalan."
      en:
        formal: "My train has broken down on the way."
        semiformal: "My train has broken down."
"""
# A question, an answer that is wrong, and what is said of it.
WRONG = [
    ("title.id", "Sakit {{ config }}", 'the character "{" is template syntax'),
    ("title.en", "<script>alert(1)</script>", 'the character "<" is markup'),
    ("when.id", "Tulis ke rina@contoh.id.", "is an e-mail address"),
    ("when.id", "Lihat contoh.com.", "is taken for an address on the internet"),
    ("keywords.id", "", "keywords.id: has 0 entries; 1 are needed"),
    ("keywords.en", "train, {late}", 'the character "{" is template syntax'),
    ("when.id", "Sakit \x1b[31mmerah", "control character U+001B; delete it"),
    ("when.en", "", "when.en: is empty"),
    ("when.en", "Two  spaces.", "two in a row"),
    ("outcome", "mundur", "outcome: "),
    ("outcome", "\x1b[31m", "U+001B[31m"),
    ("reason.id.formal", "Karena sakit.", "begin with the fact"),
    ("reason.id.semiformal", "saya sakit", "must begin with a capital letter"),
    ("reason.en.formal", "I am at [compani].", 'unknown blank "[compani]"'),
    ("channels", "whatsapp fax", '"fax" is not known'),
    ("channels", "", "1 are needed"),
    ("sample", "rizki", 'sample: "rizki" does not exist — did you mean "rizky"?'),
    ("notice", "tiga", "is not a whole number"),
    ("notice", "-1", "below zero for missed, and only there"),
    ("key", "Kereta Mogok", "small letters, digits and hyphens"),
    ("key", "sakit", 'key: "sakit" is already used; choose another'),
    ("slug.id", "sakit", 'slug.id: "sakit" is already used'),
    ("slug.en", "sick", 'slug.en: "sick" is already used'),
]
Typed = str | type[BaseException]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "data.yml"
    copy.write_bytes(BEFORE)
    return copy


@pytest.fixture
def answer(file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command on the copy; what is typed at a question may be several answers, one after the other."""

    def run(changes: dict[str, list[Typed]] | None = None) -> int:
        typed = [one for name, usual in ANSWERS.items() for one in (changes or {}).get(name, [usual])]
        remaining = iter(typed)

        def reader(_prompt: str) -> str:
            one = next(remaining, EOFError)
            if isinstance(one, str):
                return one
            raise one

        monkeypatch.setattr("builtins.input", reader)
        code = main(["new", str(file)])
        assert next(remaining, None) is None, "an answer was not asked for"
        return code

    return run


def added(file: Path) -> Scenario:
    """The one record that is new."""
    (scenario,) = (one for one in load(file).scenarios if one not in load().scenarios)
    return scenario


def untouched(file: Path) -> bool:
    """Say whether the file is as it was and nothing was left beside it."""
    return file.read_bytes() == BEFORE and list(file.parent.iterdir()) == [file]


def test_a_record_stands_at_the_end_of_its_group(
    file: Path, answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer() == 0
    scenario = added(file)
    assert (scenario.key, scenario.slug.id, scenario.slug.en) == ("kereta-mogok", "kereta-mogok", "train-broke-down")
    assert scenario.reason["id"]["formal"] == ANSWERS["reason.id.formal"]
    assert (scenario.channels, scenario.sample, scenario.notice) == (("whatsapp", "phone"), "rizky", 3)
    scenarios = load(file).scenarios
    number = scenarios.index(scenario)
    assert [one.outcome for one in scenarios[number - 1 : number + 2]] == ["reschedule", "reschedule", "decline"]
    line = source(file).line_at(["scenarios", number])
    told = capsys.readouterr().out
    assert f'{file}:{line}: scenario "kereta-mogok" was added\n' in told
    assert told.endswith(f"python -m macros show kereta-mogok {file}\n")


def test_no_other_byte_of_the_file_changes(file: Path, answer: Callable[..., int]) -> None:
    assert answer() == 0
    at = BEFORE.index(b"\n  # --- decline\n")
    assert file.read_bytes() == BEFORE[:at] + RECORD.encode() + BEFORE[at:]


@pytest.mark.parametrize("outcome", ["withdraw", "decline", "missed", "verify"])
def test_every_group_can_be_written_to(file: Path, answer: Callable[..., int], outcome: str) -> None:
    assert answer({"outcome": [outcome], "notice": ["-2" if outcome == "missed" else "3"]}) == 0
    assert added(file).outcome == outcome
    after = file.read_text(encoding="utf-8")
    at = after.index("  - key: kereta-mogok\n")
    assert after[:at].rindex("\n  # --- ") == after[:at].rindex(f"\n  # --- {outcome}\n")
    assert after[at - 2 : at] == "\n\n"


def test_any_plain_text_is_kept_as_it_was_typed(file: Path, answer: Callable[..., int]) -> None:
    texts = {
        "title.id": "Kereta – yang “mogok” – belum jalan: 100% macet, #1, 'ya', & *.",
        "when.id": 'Atasan berkata: "Hari ini lembur", lalu pergi.',
        "when.en": "No: yes, null, ~ and 10:00.",
        "reason.id.formal": r"Alamat C:\data\baru tidak ditemukan.",
    }
    assert answer({"key": ["a"], **{name: [text] for name, text in texts.items()}}) == 0
    scenario = added(file)
    found = (scenario.title.id, scenario.when.id, scenario.when.en, scenario.reason.id.formal)
    assert found == tuple(texts.values())


def test_wrong_answers_are_explained_and_asked_for_again(
    file: Path, answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    questions = {question for question, _, _ in WRONG}
    typed = {name: [wrong for question, wrong, _ in WRONG if question == name] for name in questions}
    assert answer({name: [*wrong, ANSWERS[name]] for name, wrong in typed.items()}) == 0
    printed = capsys.readouterr().out
    for _, _, told in WRONG:
        assert told in printed
    assert "\x1b" not in printed
    assert added(file).key == "kereta-mogok"


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
@pytest.mark.parametrize("question", ["title.id", "notice", "slug.en"])
def test_whoever_stops_writes_nothing(
    file: Path,
    answer: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    question: str,
    stop: type[BaseException],
) -> None:
    later = list(ANSWERS)[list(ANSWERS).index(question) + 1 :]
    assert answer({question: [stop], **{name: [] for name in later}}) == 1
    assert capsys.readouterr().err == "stopped before the last answer; nothing was written\n"
    assert untouched(file)


def test_answers_in_another_encoding_write_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("builtins.input", lambda _prompt: b"\xe9".decode())
    assert main(["new", str(file)]) == 1
    assert capsys.readouterr().err == "the answers are not UTF-8 text; nothing was written\n"
    assert untouched(file)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Sedang sakit", "sedang-sakit"),
        ("Café: 2 hari, “libur”!", "cafe-2-hari-libur"),
        ("9 cara", "cara"),
        ("Perusahaan yang saya lamar ternyata pindah ke kota lain", "perusahaan-yang-saya-lamar-ternyata"),
        ("a" * 60, "a" * 36),
        ("日本", ""),
    ],
)
def test_a_slug_is_made_of_small_ascii_words(title: str, slug: str) -> None:
    assert module._slug(title) == slug


def test_a_proposal_that_is_taken_gets_a_number(file: Path, answer: Callable[..., int]) -> None:
    assert answer({"title.id": ["Sakit"], "title.en": ["Sick"]}) == 0
    scenario = added(file)
    assert (scenario.key, scenario.slug.id, scenario.slug.en) == ("sakit-2", "sakit-2", "sick-2")


def test_a_title_without_a_slug_needs_an_answer(file: Path, answer: Callable[..., int]) -> None:
    assert answer({"title.en": ["2027"], "slug.en": ["", "next-year"]}) == 0
    assert added(file).slug.en == "next-year"


def test_a_full_disk_is_one_sentence(
    file: Path,
    answer: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with full_disk():
        assert answer() == 1
    assert capsys.readouterr().err == f"{file}:1: S001 cannot be written: File too large; nothing was changed\n"
    assert untouched(file)


def test_a_result_that_would_not_load_is_not_written(
    file: Path, answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    full = BEFORE + b"#" * (MAX_BYTES - len(BEFORE) - 1) + b"\n"
    file.write_bytes(full)
    assert answer() == 1
    assert capsys.readouterr().err == f"{file}:1: S001 the file is larger than 1,000,000 bytes; split the change\n"
    assert file.read_bytes() == full
    assert list(file.parent.iterdir()) == [file]


def test_a_read_only_file_is_told_before_the_first_question(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write everywhere, so that a mode proves nothing
    assert main(["new", str(file)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"{file}:1: S001 cannot be written: it is read-only; nothing was changed\n"
    assert untouched(file)


def test_the_file_keeps_its_mode_and_line_ends(file: Path, answer: Callable[..., int]) -> None:
    file.write_bytes(BEFORE.replace(b"\n", b"\r\n"))
    file.chmod(0o640)
    assert answer() == 0
    assert file.stat().st_mode & 0o777 == 0o640
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


def test_a_last_line_without_an_end_gets_one(file: Path, answer: Callable[..., int]) -> None:
    file.write_bytes(BEFORE.rstrip(b"\n"))
    assert answer({"outcome": ["verify"]}) == 0
    assert added(file).outcome == "verify"


def test_a_file_with_mistakes_or_without_groups_is_refused_at_once(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(BEFORE.replace(b"  # --- missed\n", b""))
    assert main(["new", str(file)]) == 1
    assert 'the line "  # --- missed" is missing' in capsys.readouterr().err
    file.write_bytes(BEFORE.replace(b"key: sakit\n", b"key: Sakit\n"))
    assert main(["new", str(file)]) == 1
    assert capsys.readouterr().err.startswith(f"{file}:")
