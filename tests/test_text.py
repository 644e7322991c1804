from __future__ import annotations

import pytest

from macros.data.text import BLANKS, plain, words


def refusal(text: str, *, blanks: bool = False) -> str:
    """The sentence with which `text` is refused."""
    with pytest.raises(ValueError, match=r"\w") as caught:
        plain(text, blanks=blanks)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Yth. Bapak/Ibu, pukul 10.00 WIB",
        "“Wawancara besok” – bisa milik siapa saja; benar?",
        "Rp7 juta & 50% (kira-kira) + 'biaya' #1 @kantor *x* _y_",
        "na\u00efve Bj\u00f6rk, cafe\u0301, \u015a\u0142, 5 m\u00b2, 20 \u00b0C, \u00bd hari \u2192 \u2013",
    ],
)
@pytest.mark.parametrize("blanks", [True, False])
def test_plain_text_comes_back_unchanged(text: str, *, blanks: bool) -> None:
    assert plain(text, blanks=blanks) == text


@pytest.mark.parametrize("character", list("<>{}`"))
@pytest.mark.parametrize("blanks", [True, False])
def test_markup_and_template_characters_are_named_with_a_cure(character: str, *, blanks: bool) -> None:
    sentence = refusal(f"a {character} b", blanks=blanks)
    assert sentence.startswith(f'the character "{character}" is ')
    assert sentence.endswith(("use words, or “ ” for emphasis", "a blank is written [company]", "use “ ”"))


@pytest.mark.parametrize(
    "character",
    [
        pytest.param("\x00", id="null"),
        pytest.param("\t", id="tab"),
        pytest.param("\x1b", id="escape"),
        pytest.param("\x7f", id="delete"),
        pytest.param("\x85", id="next line"),
        pytest.param("\u00a0", id="no-break space"),
        pytest.param("\u00ad", id="soft hyphen"),
        pytest.param("\u200b", id="zero-width space"),
        pytest.param("\u200d", id="zero-width joiner"),
        pytest.param("\u200f", id="right-to-left mark"),
        pytest.param("\u202e", id="right-to-left override"),
        pytest.param("\u2028", id="line separator"),
        pytest.param("\u2066", id="left-to-right isolate"),
        pytest.param("\ufeff", id="byte order mark"),
        pytest.param("\ue000", id="private use"),
        pytest.param("\ud800", id="surrogate"),
        pytest.param("\U000e0041", id="tag letter"),
        # Marks and letters to Unicode, yet drawn as nothing (property Default_Ignorable_Code_Point).
        pytest.param("\u034f", id="combining grapheme joiner"),
        pytest.param("\u115f", id="hangul choseong filler"),
        pytest.param("\u3164", id="hangul filler"),
        pytest.param("\ufe0f", id="variation selector"),
    ],
)
def test_what_nobody_sees_is_named_by_its_number(character: str) -> None:
    for text in (f"a{character}b", f"a {character}", character):
        sentence = refusal(text, blanks=True)
        assert f"U+{ord(character):04X}" in sentence
        assert sentence.endswith("delete it")


@pytest.mark.parametrize(
    ("word", "named"),
    [
        pytest.param("w\u0430wancara", "CYRILLIC SMALL LETTER A", id="Cyrillic a among Latin letters"),
        pytest.param("k\u03bfntrak", "GREEK SMALL LETTER OMICRON", id="Greek o among Latin letters"),
        pytest.param("\u0441\u043e\u0440\u0435", "CYRILLIC SMALL LETTER ES", id="a word that only looks Latin"),
        pytest.param("\uff30\uff34", "FULLWIDTH LATIN CAPITAL LETTER P", id="full-width letters"),
        pytest.param("10\uff0e00", "FULLWIDTH FULL STOP", id="full-width full stop"),
        pytest.param("\U0001d5c9esan", "MATHEMATICAL SANS-SERIF SMALL P", id="mathematical letter"),
        pytest.param("\u0661\u0662", "ARABIC-INDIC DIGIT ONE", id="digits of another script"),
        pytest.param("\u6771\u4eac", "CJK UNIFIED IDEOGRAPH-6771", id="another script"),
    ],
)
@pytest.mark.parametrize("blanks", [True, False])
def test_a_letter_that_is_not_latin_is_named_with_its_word(word: str, named: str, *, blanks: bool) -> None:
    assert refusal(f"Ini {word}, ya.", blanks=blanks).startswith(f'"{word}," holds {named} (U+')


@pytest.mark.parametrize("word", ["e\u0301\u0302", "a\u0300\u0301\u0302b", "\u0301a", "1\u0301"])
def test_marks_in_a_heap_or_without_a_letter_are_refused(word: str) -> None:
    assert refusal(f"Ini {word}.") == f'"{word}." heaps marks on a letter; one is the most'


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_an_empty_text_is_refused(text: str) -> None:
    assert refusal(text) == "is empty; write a text or remove the field"


@pytest.mark.parametrize("text", [" a", "a ", "a  b", "a\u2003b", "a\u3000b"])
def test_stray_spaces_are_refused(text: str) -> None:
    assert refusal(text) == "has spaces at an end or two in a row; remove them, or run make fix"


@pytest.mark.parametrize("name", sorted(BLANKS))
def test_every_blank_is_accepted_only_where_blanks_are_allowed(name: str) -> None:
    assert plain(f"Di [{name}].", blanks=True) == f"Di [{name}]."
    assert refusal(f"Di [{name}].") == "has a square bracket; no blanks can be used here"


def test_an_unknown_blank_is_named_and_every_known_one_is_listed() -> None:
    sentence = refusal("Di [company] untuk [posisi].", blanks=True)
    assert sentence.startswith('unknown blank "[posisi]"; the blanks are ')
    assert all(name in sentence for name in BLANKS)


@pytest.mark.parametrize(
    "text", ["[Company]", "[company", "company]", "[[company]]", "[]", "[nama anda]", "[company1]"]
)
def test_another_square_bracket_is_refused(text: str) -> None:
    assert refusal(text, blanks=True) == "has a square bracket; a blank is written like [company]"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  ", 0),
        ("–", 0),
        ("a – b", 2),
        ("Bapak/Ibu Tim", 2),
        ("pukul 10.00 WIB.", 3),
        ("a\n\nb c", 3),
        ("!!", 0),
    ],
)
def test_words_hold_a_letter_or_a_digit(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize("text", ["“Saya sakit.”", "‘Saya sakit.’", "„Saya sakit.“"])
def test_curly_quotes_around_the_whole_text_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="stands in curly quotes as a whole"):
        plain(text)


@pytest.mark.parametrize("text", ["“Thx” di akhir.", "“Batal” atau “mundur”", "Kata “batal”"])
def test_curly_quotes_around_a_word_are_fine(text: str) -> None:
    assert plain(text) == text
