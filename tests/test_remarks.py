from __future__ import annotations

import pytest

from macros.data.remarks import remarks
from macros.data.nodes import parse

SCENARIO = """\
scenarios:
  - key: contoh
    title: {id: Sedang sakit, en: Unwell}
    keywords: {id: [sick], en: [sakit]}
"""


def told(text: str) -> list[str]:
    root, _ = parse(text, "f.yml")
    return [str(remark) for remark in remarks(root, "f.yml")]


@pytest.mark.parametrize(
    ("field", "words_named"),
    [
        ("when: {id: You are sick., en: x}", '"you", "are"'),
        ("when: {id: x, en: Anda sedang sakit.}", '"anda", "sedang"'),
        ("reason: {en: {formal: Saya sudah bekerja.}}", '"saya", "sudah"'),
    ],
)
def test_the_words_that_give_a_language_away_are_named(field: str, words_named: str) -> None:
    (remark,) = told(f"{SCENARIO}    {field}\n")
    assert remark.startswith('f.yml:5: S070 should: scenario "contoh": ')
    assert words_named in remark
    assert remark.endswith("; have id and en changed places?")


@pytest.mark.parametrize(
    "field",
    [
        "when: {id: Istilahnya to the point dan tidak untuk semua., en: It is called “mohon maaf dan terima kasih”.}",
        "when: {id: Wawancara walk-in., en: A letter to Ibu Dian.}",
        "when: {id: '[daypart], [recruiter].', en: '[daypart], [recruiter].'}",
        "slug: {id: and-you, en: dan-anda}",
    ],
)
def test_single_words_of_the_other_language_are_no_remark(field: str) -> None:
    assert told(f"{SCENARIO}    {field}\n") == []


def test_a_title_of_45_characters_is_short_enough_and_one_more_is_not() -> None:
    assert told(SCENARIO.replace("Unwell", "a" * 45)) == []
    (remark,) = told(SCENARIO.replace("Unwell", "a" * 46))
    assert remark == 'f.yml:3: S072 should: scenario "contoh": the title has 46 characters; 45 read well'


def test_a_situation_without_keywords_is_told_where_it_begins() -> None:
    (remark,) = told(SCENARIO.replace("keywords", "words"))
    assert remark.startswith('f.yml:2: S071 should: scenario "contoh": has no "keywords"')


@pytest.mark.parametrize(
    ("caution", "figure"),
    [("Sebanyak 70% pelamar.", "70%"), ("Sebanyak 12,5 % pelamar.", "12,5 %"), ("Menurut survei 2024.", "2024")],
)
def test_a_figure_needs_a_source(caution: str, figure: str) -> None:
    text = f'{SCENARIO}    caution:\n      id: "{caution}"\n'
    (remark,) = told(text)
    assert remark.startswith(f'f.yml:6: S073 should: scenario "contoh": "{figure}" is a fact without a source')
    assert told(f"{text}    sources: [S40]\n") == []


@pytest.mark.parametrize("caution", ["Tunggu 24 jam, lalu kirim 2 pesan.", "Pukul 20.24, nomor 12024."])
def test_other_numbers_need_none(caution: str) -> None:
    assert told(f'{SCENARIO}    caution:\n      id: "{caution}"\n') == []
