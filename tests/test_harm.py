from __future__ import annotations

import pytest

from macros.data.harm import Impolite, refusals
from macros.data.load import IMPOLITE, record

WORDS = record(IMPOLITE, Impolite)


def told(text: str) -> list[tuple[str, str]]:
    """The rule and the offending words of every refusal."""
    return [(rule, sentence.split('"')[1]) for rule, sentence in refusals(text, WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Pengembang Node.js, ASP.NET, atau Vue.js",
        "Selesai pukul 10.00, paling lambat 13:30 WIB.",
        "Senin–Jumat 08.00–17.00, atau 08:00-17:00",
        "pukul 10.00, 11.00, 12.00, dan 13.00",
        "8 April 2027, 08-04-2027, 8/4/2027, 2027-04-08 10:00",
        "tahun 2024–2027, tahun ajaran 2026/2027",
        "Rp7.500.000 atau Rp 10.000.000,00, 50% dari 2.000",
        "24 jam, 48 jam, 72 jam; 5–7 hari; 306 karakter",
        "S.Kom., M.Si., Ph.D., a.n., dll., e.g., Yth. [recruiter], Tbk.",
        "Saya sakit.Mohon maaf.",
        "Jl. Contoh No. 12 RT 01/RW 02",
        "UU No. 27 Tahun 2022, pasal 14 ayat (2)",
        "Telepon 021-0000-0001 atau 0361-0000-0002.",
        "nama@example.com, @kantor, https://example.org/a, www.example.net, kerja.example.com",
        "Anjing saya sakit, jadi saya ke dokter hewan.",
        "Scunthorpe, shiitake, classic, assess, mocking, pembunuhan, egois",
        "5 m², 20 °C, ½ hari, “ya” – →",
        "e-mail walk-in Anda/Ibu PT Contoh Digital",
    ],
)
def test_harmless_texts_pass(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://contoh.com/a?b=c",
        "https://loker.contoh",
        "ftp://a.b",
        "www.contoh.com",
        "WWW.CONTOH.COM",
        "contoh.com",
        "Contoh.co.id/lamaran",
        "bit.ly/abc",
        "t.me/contoh",
        "example.com.contoh.net",
        "https://example.com.contoh.net",
        "contohexample.com",
    ],
)
def test_a_link_or_an_address_is_refused_wherever_it_stands(address: str) -> None:
    for text in (address, f"Daftar di {address}, ya.", f"Daftar (“{address}”).", f"-{address}", f"@{address}!"):
        assert told(text) == [("S040", address)]


@pytest.mark.parametrize("address", ["budi@contoh.com", "a.b+c@contoh.internal", "a@example.com.contoh.net"])
def test_an_email_address_is_refused_once(address: str) -> None:
    assert told(f"Tulis ke {address}.") == [("S041", address)]


@pytest.mark.parametrize("text", ["https://example.com@contoh.net", "https://example.com:80@contoh.net/x"])
def test_a_reserved_name_does_not_hide_another(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "number",
    [
        "0812-3456-7890",
        "081234567890",
        "0812 3456 7890",
        "0812.3456.7890",
        "08.12.34.56.78.90",
        "+62 812 3456",
        "+62-21-555-1234",
        "021-0001-0001",
        "021-0000-00012",
        "0812-34-56-78-90",
        "1234567890",
    ],
)
def test_a_number_that_may_be_somebodys_is_refused(number: str) -> None:
    assert told(f"Hubungi {number}, ya.") == [("S042", number)]


def test_a_currency_does_not_make_a_telephone_number_a_sum() -> None:
    assert told("Rp 081234567890") == [("S042", "081234567890")]


@pytest.mark.parametrize("number", ["3171000000000000", "3171 0000 0000 0000", "31.71.00.000000.0000"])
def test_sixteen_digits_are_taken_for_an_identity_number(number: str) -> None:
    assert told(f"KTP {number}.") == [("S043", number)]


@pytest.mark.parametrize("word", [*WORDS.id, *WORDS.en])
def test_an_impolite_word_is_refused_in_any_case_and_only_as_a_whole_word(word: str) -> None:
    assert told(f"{word.capitalize()}!") == [("S044", word.capitalize())]
    assert told(f"Dasar {word.upper()}.") == [("S044", word.upper())]
    assert told(f"x{word}y") == []


def test_the_impolite_words_are_few_sorted_and_told_apart() -> None:
    for words in (WORDS.id, WORDS.en):
        assert 20 <= len(words) <= 40
        assert list(words) == sorted(set(words))
        assert all(word == word.lower() for word in words)
    assert set(WORDS.id) & set(WORDS.en) == set()


@pytest.mark.parametrize("character", ["😀", "🙏", "⏰", "☎", "✅", "★", "🇮"])
def test_an_emoji_is_named_by_its_number(character: str) -> None:
    ((rule, sentence),) = refusals(f"Maaf {character}{character}", WORDS)
    assert (rule, sentence) == ("S037", f'"{character}" (U+{ord(character):04X}) is an emoji or a symbol; use words')


def test_everything_is_told_at_once() -> None:
    text = "Goblok, hubungi 0812-3456-7890 atau a@contoh.com 😀 lewat contoh.com"
    assert [rule for rule, _ in told(text)] == ["S041", "S040", "S042", "S044", "S037"]
