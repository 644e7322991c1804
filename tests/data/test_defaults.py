"""A record of five values: what is filled in, what wins over it, and what is told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, get_args

import pytest

from macros.data.defaults import notice, slug
from macros.data.load import load
from macros.data.nodes import DataError
from macros.data.vocabulary import LANGUAGES, TONES, Outcome
from macros.messages.compose import compose, first_choice
from macros.messages.message import Choice
from macros.tips.check import check
from macros.tips.examine import case_of, examine
from tests.edits import FEW

if TYPE_CHECKING:
    from pathlib import Path

    from macros.data.load import Data
    from macros.data.model import Scenario

FIVE = """
  - outcome: reschedule
    title: Anak sakit
    when: Anak Anda sakit dan tidak ada yang menjaganya.
    reasons: [anak saya sakit]
    keywords: [anak demam]
"""
ENGLISH = """
  - outcome: reschedule
    title: {id: Anak sakit, en: A sick child}
    when: {id: Anak Anda sakit., en: Your child is ill.}
    reasons: [{id: anak saya sakit, en: my child is ill}]
    keywords: [anak demam]
"""


def file_with(record: str, folder: Path, few: str = FEW) -> Path:
    path = folder / "scenarios.yml"
    path.write_text(few + record, encoding="utf-8")
    return path


def read(record: str, folder: Path) -> tuple[Data, Scenario]:
    """The data with that record at their end, and the record."""
    data = load(file_with(record, folder))
    return data, data.guide.scenarios[-1]


def told(record: str, folder: Path) -> list[tuple[int, str, str]]:
    """What is wrong with that record: the line counted from its first, the code, the words."""
    with pytest.raises(DataError) as caught:
        check(load(file_with(record, folder)))
    first = FEW.count("\n") + 1
    return [(one.line - first, one.code, one.text.partition(": ")[2]) for one in caught.value.diagnostics]


def test_five_values_are_a_record(tmp_path: Path) -> None:
    data, scenario = read(FIVE, tmp_path)
    assert check(data).summary.endswith(": 0 findings")
    assert (scenario.key, scenario.slug["id"], scenario.slug["en"]) == ("anak-sakit",) * 3
    assert scenario.languages == ("id",)
    for text in (scenario.title, scenario.when, scenario.reasons[0], scenario.keywords):
        assert text is not None
        assert text["en"] == text["id"]
    assert scenario.sample == data.guide.samples[(len(data.guide.scenarios) - 1) % len(data.guide.samples)].key
    assert scenario.channels == ("email", "whatsapp", "phone")
    lines = (FEW + FIVE).split("\n")
    for way, words in ((("title", "id"), "title"), (("reasons", 0, "id"), "reasons"), (("notice",), "outcome")):
        assert words in lines[data.line(("scenarios", len(data.guide.scenarios) - 1, *way)) - 1]


def test_what_is_written_wins(tmp_path: Path) -> None:
    record = FIVE + "    key: anak\n    slug: {en: child}\n    sample: putu\n    notice: 72\n    channels: [sms]\n"
    _, scenario = read(record, tmp_path)
    assert (scenario.key, scenario.slug["id"], scenario.slug["en"]) == ("anak", "anak-sakit", "child")
    assert (scenario.sample, scenario.notice, scenario.channels) == ("putu", 72, ("sms",))
    _, scenario = read(FIVE + "    slug: anak\n", tmp_path)
    assert (scenario.key, scenario.slug["id"], scenario.slug["en"]) == ("anak-sakit", "anak", "anak")


def test_with_english_it_is_in_both_languages(tmp_path: Path) -> None:
    data, scenario = read(ENGLISH, tmp_path)
    assert scenario.languages == LANGUAGES
    assert (scenario.slug["id"], scenario.slug["en"]) == ("anak-sakit", "a-sick-child")
    assert {message.language for message in check(data).of(scenario.key)} == set(LANGUAGES)


def test_english_is_there_for_all_or_for_nothing(tmp_path: Path) -> None:
    cure = "; write it there too, or leave all English out"
    for old, new, line, missing in (
        ("{id: Anak sakit, en: A sick child}", "Anak sakit", 2, "title"),
        ("{id: Anak Anda sakit., en: Your child is ill.}", "Anak Anda sakit.", 3, "when"),
        ("{id: anak saya sakit, en: my child is ill}", "anak saya sakit", 4, "reasons.0"),
        (", en: my child is ill}", ", grave: true}", 4, "reasons.0"),
        ("    keywords", "    caution: Tunggu dulu.\n    keywords", 5, "caution"),
    ):
        assert told(ENGLISH.replace(old, new), tmp_path) == [(line, "S018", f"English is missing in {missing}{cure}")]
    half = FIVE.replace("reasons: [anak saya sakit]", "reasons: [{id: anak saya sakit, en: my child is ill}]")
    assert told(half, tmp_path) == [(2, "S018", f"English is missing in title, when{cure}")]


def test_a_worked_example_is_in_both_languages(tmp_path: Path) -> None:
    few = FEW.replace("    scenario: sakit\n", "    scenario: anak-sakit\n", 1)
    with pytest.raises(DataError) as caught:
        load(file_with(FIVE, tmp_path, few))
    (one,) = caught.value.diagnostics
    assert (one.code, few.split("\n")[one.line - 1]) == ("S018", "    scenario: anak-sakit")


def test_mistakes_are_told_on_the_lines_that_were_written_and_once(tmp_path: Path) -> None:
    for old, new, found in (
        ("    title: Anak sakit\n", "", (1, "S013", 'field "title" is missing; add it')),
        ("title: Anak sakit", "judul: Anak sakit", (2, "S012", 'unknown field "judul" — did you mean "title"?')),
        ("title: Anak sakit", "title: Index", (2, "S021", 'slug.id: "index" cannot be the name of a page')),
        ("title: Anak sakit", 'title: "…"', (2, "S030", "is the placeholder of the example")),
        ("title: Anak sakit", "title: Anak goblok", (2, "S044", "title.id: ")),
        ("title: Anak sakit", "title: Sedang sakit", (2, "S050", "title.id ")),
        ("reasons: [anak saya sakit]", "reasons: anak saya sakit", (4, "S014", "reasons: must be a list")),
        ("[anak saya sakit]", "[Anak saya sakit.]", (4, "S038", "reasons.0.id: ")),
        ("[anak saya sakit]", "[my child is ill and that is it]", (4, "S039", "reasons.0.id: ")),
        ("outcome: reschedule", "outcome: missde", (1, "S020", "outcome: ")),
    ):
        said = told(FIVE.replace(old, new), tmp_path)
        assert [one[:2] for one in said] == [found[:2]], said
        assert found[2] in said[0][2]


def test_an_address_is_made_of_any_title() -> None:
    for title, made in {
        "Anak sakit": "anak-sakit",
        "“Belum” siap, jadi batal!": "belum-siap-jadi-batal",
        "Can’t come, can't call": "cant-come-cant-call",
        "Café & naïveté": "cafe-naivete",
        "2 wawancara, 1 hari": "wawancara-1-hari",
        "a" * 50: "a" * 40,
        "Terlalu panjang untuk satu alamat halaman web": "terlalu-panjang-untuk-satu-alamat",
        "a" * 40 + " b": "a" * 40,
        "123": "",
    }.items():
        assert slug(title) == made


def test_samples_are_taken_in_turn(tmp_path: Path) -> None:
    many = "".join(FIVE.replace("Anak sakit", f"Anak sakit {'abcdefghijkl'[at]}") for at in range(12))
    data, _ = read(many, tmp_path)
    keys = [sample.key for sample in data.guide.samples]
    start = len(data.guide.scenarios) - 12
    assert [one.sample for one in data.guide.scenarios[start:]] == [keys[(start + at) % 9] for at in range(12)]


def test_channels_are_those_for_which_there_is_a_message(tmp_path: Path) -> None:
    _, scenario = read(FIVE.replace("reschedule", "verify"), tmp_path)
    assert scenario.channels == ("email", "whatsapp", "sms")
    own = '    own: [{channels: [phone], text: [{greeting: "[daypart].", decision: "Apakah ini benar?"}]}]\n'
    _, scenario = read(FIVE.replace("reschedule", "verify") + own, tmp_path)
    assert scenario.channels == ("email", "whatsapp", "phone")


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_an_example_is_sent_when_people_are_at_work(outcome: Outcome, tmp_path: Path) -> None:
    """Every sample with every outcome: the notice that is filled in breaks no rule."""
    samples = load().guide.samples
    records = "".join(
        FIVE.replace("reschedule", outcome).replace("Anak sakit", f"Anak {sample.key}") + f"    sample: {sample.key}\n"
        for sample in samples
    )
    data = load(file_with(records, tmp_path))
    limits, missed = data.table.limits, outcome == "missed"
    for scenario in data.guide.scenarios[-len(samples) :]:
        sample = data.guide.sample(scenario.sample)
        assert scenario.notice == notice(sample, limits, missed=missed)
        assert -8 <= scenario.notice < 0 if missed else 24 <= scenario.notice <= 96
        assert limits.working(sample.interview - timedelta(hours=scenario.notice))
        first = first_choice(data, scenario)
        for channel in scenario.channels:
            for tone in TONES:
                choice = Choice(0, tone, first.step, first.left)
                message = compose(data, scenario, data.guide.channel(channel), "id", choice)
                found = examine(case_of(message), data.table)
                assert [one.rule.id for one in found if one.status == "fix"] == []


def test_the_notice_keeps_away_from_holidays(data: Data) -> None:
    limits = data.table.limits
    after_lebaran = data.guide.samples[0].model_copy(
        update={"interview": data.guide.samples[0].interview.replace(month=3, day=12)}
    )
    assert limits.working(after_lebaran.interview - timedelta(hours=notice(after_lebaran, limits, missed=False)))


def test_the_repositorys_own_records_are_complete_in_both_languages(data: Data) -> None:
    assert [scenario.key for scenario in data.guide.scenarios if scenario.languages != LANGUAGES] == []
    assert [scenario.key for scenario in data.guide.scenarios if scenario.keywords and not scenario.keywords.en] == []
