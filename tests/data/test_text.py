from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data import load
from macros.data.nodes import Node
from macros.data.text import BLANKS, doubtful, language_of, misplaced, plain, refused

if TYPE_CHECKING:
    from macros.data.load import Data

NOTHING = re.compile("(?!)")
# Sentences that people write about interviews, and that resemble what is refused.
HARMLESS = [
    "Pengembang Node.js, ASP.NET, ADO.NET, socket.io atau Vue.js",
    "Selesai pukul 10.00, paling lambat 13:30 WIB.",
    "Senin–Jumat 08.00–17.00, atau 08:00-17:00, atau 08.00 – 17.00",
    "pukul 08.00, 09.00, 10.00 dan 11.00; 07.30 08.30 09.30; 08.00/09.00; 00.00–23.59; 08.00 (10.00 WITA)",
    "8 April 2027, 08-04-2027, 8/4/2027, 08.04.2027, 2027-04-08 10:00",
    "08/04/2027–09/04/2027, 05-04-2027 08.00, 05/04 (08.00–10.00)",
    "10.00-12.00 08.00-17.00",
    "tahun 2024–2027, tahun ajaran 2026/2027",
    "Rp7.500.000 atau Rp 10.000.000,00, Rp10000000000, Rp 10000000000, 50% dari 2.000",
    "24 jam, 48 jam, 72 jam; 5–7 hari; 306 karakter; 0,5 jam",
    "S.Kom., M.Si., Ph.D., a.n., dll., dll.di, e.g., Yth. [recruiter], Tbk.",
    "Saya sakit.Mohon maaf. TCP/IP ISO 27001:2013",
    "Jl. Contoh No. 12 RT 001/RW 002, 40115; no. 0001/HRD/04/2027",
    "UU No. 27 Tahun 2022, pasal 14 ayat (2); nomor 0123456; nilai 3,0123456789; layanan 14045, 112 atau 1500-123",
    "Telepon 021-0000-0001 atau 0361-0000-0002.",
    "nama@example.com, @kantor, https://example.org/a, www.example.net, kerja.example.com.",
    "5 m², 20 °C, ½ hari, “ya” – → e-mail walk-in Anda/Ibu PT Contoh Digital",
    "Anjing saya sakit, jadi saya ke dokter hewan. Scunthorpe, classic, pembunuhan, egois",
]
# What is certainly somebody's: the code, and what is named.
CERTAIN = {
    "S040": [
        "http://contoh.com/a?b=c", "https://loker.contoh", "ftp://a.b", "HTTPS://CONTOH.COM", "www.contoh.com",
        "WWW.CONTOH.COM", "https://example.com.contoh.net", "https://example.com-contoh.net", "https://kontohexample.com",
    ],
    "S041": [
        "budi@contoh.com", "Budi@CONTOH.CO.ID", "a.b+c@contoh.internal", "a@example.com.contoh.net", "a@badexample.com",
    ],
    "S042": [
        "0812-3456-7890", "081234567890", "0812 3456 7890", "0812.3456.7890", "08.12.34.56.78.90", "0812/3456/7890",
        "0812–3456–7890", "+62 812 3456", "+62-21-555-1234", "+62(812)34567890", "+1 202 555 0123", "0062 812 3456 789",
        "021-5551234", "021-0001-0001", "021-0000-00012", "0812-000-1234", "01234567", "0812 34.56 7890",
    ],
    "S043": ["3171000000000000", "3171 0812 3456 7890", "31.71.00.000000.0000", "3171-0000-0000-0000"],
}  # fmt: skip
DOUBTFUL = [
    "contoh.com", "karier.contoh.co.id", "bit.ly", "t.me", "example.com.contoh.net", "contohexample.com", "dll.id",
    "1234567890", "62812345678", "317100000000000", "123456789",
]  # fmt: skip


def refusal(text: str, *, blanks: bool = False) -> str:
    """The sentence with which `text` is refused."""
    with pytest.raises(ValueError, match=r"\w") as caught:
        plain(text, blanks=blanks)
    return str(caught.value)


def named(text: str, impolite: re.Pattern[str] = NOTHING) -> list[tuple[str, str]]:
    """The code and the offending words of every refusal."""
    return [(code, sentence.split('"')[1]) for code, sentence in refused(text, impolite)]


# --- plain text


def test_plain_text_comes_back_unchanged() -> None:
    for text in (
        "Yth. Bapak/Ibu, pukul 10.00 WIB",
        "“Wawancara besok” – bisa milik siapa saja; benar?",
        "Rp7 juta & 50% (kira-kira) + 'biaya' #1 @kantor *x* _y_",
        "na\u00efve Bj\u00f6rk, cafe\u0301 e\u0301a\u0300, \u015a\u0142",
        "5 m\u00b2, 20 \u00b0C, \u00bd hari \u2192 \u2013",
        "“Thx” di akhir.",
        "“Batal” atau “mundur”",
        "Kata “batal”",
        "Tunggu …",
    ):
        assert plain(text) == plain(text, blanks=True) == text


def test_markup_and_template_characters_are_named_with_a_cure() -> None:
    cures = {"<": "use words", ">": "use words", "{": "written [company]", "}": "written [company]", "`": "use “ ”"}
    for character, cure in cures.items():
        sentence = refusal(f"a {character} b", blanks=True)
        assert sentence.startswith(f'the character "{character}" is ')
        assert cure in sentence


def test_what_nobody_sees_is_named_by_its_number() -> None:
    # Control, spaces, joiners, marks of direction, private use, half a character, a tag letter; and marks and letters
    # to Unicode that are drawn as nothing (property Default_Ignorable_Code_Point).
    hidden = "\x00\t\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u200f\u202e\u2028\u2029\u2066\ufeff\ue000\ud800\U000e0041"
    for character in hidden + "\u034f\u115f\u1160\u17b4\u180b\u3164\ufe00\ufe0f\uffa0\U000e0100":
        for text in (f"a{character}b", f"a {character}", character):
            sentence = refusal(text, blanks=True)
            assert sentence == f"the invisible or control character U+{ord(character):04X}; delete it"
    assert refusal("a\nb") == "has a line break; write one line, or a list of lines where a message needs them"


def test_a_letter_that_is_not_latin_is_named_with_its_word() -> None:
    for word, name in {
        "w\u0430wancara": "CYRILLIC SMALL LETTER A",
        "k\u03bfntrak": "GREEK SMALL LETTER OMICRON",
        "\u0441\u043e\u0440\u0435": "CYRILLIC SMALL LETTER ES",
        "\uff30\uff34": "FULLWIDTH LATIN CAPITAL LETTER P",
        "10\uff0e00": "FULLWIDTH FULL STOP",
        "\U0001d5c9esan": "MATHEMATICAL SANS-SERIF SMALL P",
        "\u0661\u0662": "ARABIC-INDIC DIGIT ONE",
        "\u6771\u4eac": "CJK UNIFIED IDEOGRAPH-6771",
    }.items():
        assert refusal(f"Ini {word}, ya.").startswith(f'"{word}," holds {name} (U+')
    for word in ("e\u0301\u0302", "a\u0300\u0301\u0302b", "\u0301a", "1\u0301"):
        assert refusal(f"Ini {word}.") == f'"{word}." heaps marks on a letter; one is the most'


def test_empty_texts_placeholders_stray_spaces_and_quotes_are_refused() -> None:
    refusals = {
        "is empty; write a text or remove the field": ["", " ", "   "],
        "has spaces at an end or two in a row; remove them": [" a", "a ", "a  b", "a\u2003b", "a\u3000b"],
        "stands in curly quotes as a whole; write straight ones": ["“Saya sakit.”", "‘Saya sakit.’", "„Saya sakit.“"],
        "is the placeholder of the example; write your text": ["…", "...", ".."],
    }
    for sentence, texts in refusals.items():
        assert [text for text in texts if not refusal(text).endswith(sentence)] == []


def test_a_blank_is_one_of_the_known_and_stands_only_where_blanks_are_allowed() -> None:
    for name in BLANKS:
        assert plain(f"Di [{name}].", blanks=True) == f"Di [{name}]."
        assert refusal(f"Di [{name}].") == "has a square bracket; no blanks can be used here"
    sentence = refusal("Di [company] untuk [posisi].", blanks=True)
    assert sentence == f'unknown blank "[posisi]"; the blanks are {", ".join(sorted(BLANKS))}'
    for text in ("[COMPANY]", "[company", "company]", "[[company]]", "[]", "[nama anda]", "[company1]"):
        assert refusal(text, blanks=True) == "has a square bracket; a blank is written like [company]"


# --- what is somebody's, or hurts


def test_harmless_texts_are_neither_refused_nor_doubted() -> None:
    impolite = impolite_words()
    alarms = [(text, found) for text in HARMLESS if (found := [*named(text, impolite), *doubtful(text)])]
    assert alarms == []


def test_what_is_certainly_somebodys_is_refused_once_wherever_it_stands() -> None:
    around = ("{}", "Hubungi {}, ya.", "Kirim ke (“{}”).", "HP:{}", "No. {}; lalu")
    missed = [
        (text, named(text))
        for code, values in CERTAIN.items()
        for value in values
        for text in (each.format(value) for each in around)
        if named(text) != [(code, value)]
    ]
    assert missed == []


def test_a_number_is_found_behind_a_word_without_a_space() -> None:
    for text in (
        "WA0812-3456-7890",
        "No.HP.0812-3456-7890",
        "(0812-3456-7890)",
        "/0812-3456-7890",
        "Rp 0812-3456-7890",
    ):
        assert named(text) == [("S042", "0812-3456-7890")]
    assert named("Jam 08.00: 0812-3456-7890, 10.00–11.00") == [("S042", "0812-3456-7890")]


def test_a_reserved_name_does_not_hide_another() -> None:
    for text in ("https://example.com@contoh.net", "https://example.com:80@contoh.net/x"):
        assert named(text)


def test_what_only_looks_like_an_address_or_a_number_is_doubted_and_not_refused() -> None:
    for value in DOUBTFUL:
        for text in (value, f"Lihat {value}, ya.", f"Lihat ({value})", f"Lihat {value}/abc."):
            assert named(text) == []
            assert list(doubtful(text)) == [
                f'"{value}" looks like somebody\'s address or number; if it is one, leave it out'
            ]


def impolite_words() -> re.Pattern[str]:
    found, _ = load.record(load.IMPOLITE, load._Impolite, [])
    assert found
    for words in (found.id, found.en):
        assert 20 <= len(words) <= 40
        assert list(words) == sorted({word.lower() for word in words})
    assert set(found.id).isdisjoint(found.en)
    return load._any_of([*found.id, *found.en])


def test_an_impolite_word_is_refused_in_any_case_and_only_as_a_whole_word() -> None:
    impolite = impolite_words()
    found, _ = load.record(load.IMPOLITE, load._Impolite, [])
    assert found
    for word in (*found.id, *found.en):
        assert named(f"{word.capitalize()}!", impolite) == [("S044", word.capitalize())]
        assert named(f"Dasar {word.upper()}.", impolite) == [("S044", word.upper())]
        assert named(f"x{word}y", impolite) == []


def test_an_emoji_is_named_once_by_its_number() -> None:
    for character in "😀🙏⏰☎✅★🇮":
        ((code, sentence),) = refused(f"Maaf {character}{character}", NOTHING)
        assert (code, sentence) == (
            "S037",
            f'"{character}" (U+{ord(character):04X}) is an emoji or a symbol; use words',
        )


def test_everything_is_told_at_once() -> None:
    text = "Goblok, hubungi 0812-3456-7890 atau a@contoh.com 😀 lewat www.contoh.com, KTP 3171000000000000"
    codes = [code for code, _ in named(text, impolite_words())]
    assert codes == ["S041", "S040", "S043", "S042", "S044", "S037"]


# --- the language of a field


def swapped(node: Node) -> Node:
    """The same with all Indonesian texts under "en" and the reverse."""
    other = {"id": "en", "en": "id"}
    if isinstance(node.value, dict):
        return Node({other.get(key, key): swapped(child) for key, child in node.value.items()}, node.line)
    return Node([swapped(child) for child in node.value], node.line) if isinstance(node.value, list) else node


def test_nearly_every_text_of_more_than_three_words_is_noticed_in_the_wrong_language(data: Data) -> None:
    texts = [(way, str(node.value)) for way, node in swapped(data.root).texts() if language_of(way)]
    long = [(way, text) for way, text in texts if text.count(" ") > 2]
    certain = [way for way, text in long if misplaced(way, text, certain=True)]
    told = [way for way, text in long if misplaced(way, text, certain=False)]
    assert len(long) > 500
    assert len(certain) > 0.4 * len(long)
    assert len(certain) + len(told) > 0.95 * len(long)
    assert set(certain).isdisjoint(told)


def test_three_words_of_the_other_language_alone_are_certain_and_what_is_less_is_told_if_it_is_most() -> None:
    english = ("when", "en")
    for text, certain in (
        ("Anda sedang sakit dan lelah.", True),
        ("Anda sedang sakit.", False),
        ("Anda sedang sakit dan lelah: you are not well.", None),
        ("Anda sedang sakit dan lelah, you.", False),
        ("Anda sedang sakit, you are not well.", None),
        ("Anda atau you.", False),
        ("Anda, you.", None),
    ):
        assert bool(misplaced(english, text, certain=True)) == (certain is True), text
        assert bool(misplaced(english, text, certain=False)) == (certain is False), text
    said = misplaced(english, "Anda sedang, Anda dan.", certain=True)
    assert said == '"anda", "sedang", "dan" is not the language of this field (en); have id and en changed places?'
    assert misplaced(("title", "id"), "You are ill.", certain=False)


def test_a_field_has_the_language_of_its_place_and_keywords_and_addresses_have_any() -> None:
    assert language_of(("reasons", 0, "id")) == "id"
    assert language_of(("own", 0, "text", "en", 1)) == "en"
    for way in (("slug", "id"), ("keywords", "en", 0), ("recruiter", "name")):
        assert language_of(way) is None
    assert misplaced(("keywords", "en", 0), "Anda sedang sakit dan lelah.", certain=True) is None
