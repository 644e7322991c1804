"""The ways of looking at a case: each breaks where it should, and its limits lie where they should."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from macros.data.vocabulary import LANGUAGES, ChannelKey, Outcome
from macros.tips.rules import CHECKS, Case
from tests.tips.cases import BREAKS, TABLE, broken, finding, good, status, told

if TYPE_CHECKING:
    from macros.tips.examine import Status

LIMITS = TABLE.limits
# 3GPP TS 23.038, the basic table without the escape.
GSM = (
    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà\n\r"
)


def test_the_good_message_breaks_nothing() -> None:
    cases = {
        (outcome, language): good(language, outcome, -2 if outcome == "missed" else 48)
        for outcome in get_args(Outcome)
        for language in LANGUAGES
    }
    assert {which: rules for which, case in cases.items() if (rules := broken(case))} == {}


def test_each_small_edit_breaks_its_rule_alone_and_shows_the_offending_words() -> None:
    wrong = []
    for one in BREAKS:
        for language, shown in zip(LANGUAGES, one.shown, strict=True):
            case = one.broken(language)
            first = [case.body[start:end] for start, end in finding(case, one.rule).spans[:1]]
            if broken(case) != [one.rule] or status(one.kept(language), one.rule) != "pass":
                wrong.append((one.rule, language, broken(case)))
            if first != ([shown] if shown else []):
                wrong.append((one.rule, language, first))
    assert wrong == []
    assert sorted(one.rule for one in BREAKS) == sorted(rule.id for rule in TABLE.rules)


def test_every_way_of_checking_is_used_by_a_rule() -> None:
    assert {rule.check for rule in TABLE.rules} == set(CHECKS)


def test_several_offences_are_all_shown_in_order() -> None:
    assert told("Aku dan kamu. Halo, gue.", "3.7") == ("fix", ["Aku", "kamu", "gue"], "")
    assert told("Rabu, 8 April 2027. Kamis, 8 April 2027. Jumat, 8 April.", "4.6") == (
        "fix",
        ["Rabu, 8 April 2027", "Jumat, 8 April"],
        "",
    )
    assert told("besok atau lusa", "4.4") == ("fix", ["besok", "lusa"], "")


def test_the_word_limits_are_inclusive() -> None:
    wrong = []
    for channel in get_args(ChannelKey):
        least, most = LIMITS.words[channel]
        for count in (least - 1, least, most, most + 1):
            detail = "" if least <= count <= most else f"{count} words, allowed {least}–{most}"
            found = told("kata - " * count, "3.1", good("id", via=channel))
            if found != ("fix" if detail else "pass", [], detail):
                wrong.append((channel, count, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("", ""),
        ("Yth. Ibu Rina Kartika,\nSelamat pagi.\n\n", "\n\nHormat saya,\nDimas. P."),
        ("Dear Ms Rina!,\n", "\n\nKind regards,\nDimas. P."),
        ("Selamat siang, Bu Rina. ", " Salam hormat, Dimas. P."),
        ("Good morning, Ms Rina. ", " Best regards,\nDimas. P."),
        ("good afternoon! ", " SALAM,\nDimas. P."),
        ("", "\nregards,\nDimas. P."),
    ],
)
def test_salutation_and_signature_are_no_sentences(opening: str, closing: str) -> None:
    most = LIMITS.sentences
    assert told(f"{opening}{'Ini pukul 10.00. ' * most}{closing}", "3.2") == ("pass", [], "")
    assert told(f"{opening}{'Ini satu?! ' * (most + 1)}{closing}", "3.2") == (
        "fix",
        [],
        f"{most + 1} sentences, at most {most}",
    )


def test_an_opening_salam_is_no_signature_and_a_late_salutation_counts() -> None:
    assert told("Salam, Bu Rina." + " Ini cerita." * LIMITS.sentences, "3.2")[0] == "fix"
    assert told("Ini cerita. " * LIMITS.sentences + "Selamat pagi.", "3.2")[0] == "fix"


@pytest.mark.parametrize(("before", "expected"), [(-1, "pass"), (0, "fix")])
def test_the_news_comes_within_the_first_words(before: int, expected: Status) -> None:
    most = LIMITS.decision_within_words
    body = "kata " * (most + before) + "menarik diri, menarik diri"
    detail = f"word {most + 1}, at the latest {most}" if expected == "fix" else ""
    assert told(body, "3.3") == (expected, ["menarik diri"] * bool(detail), detail)


def test_exclamations_and_apologies_are_counted() -> None:
    assert told("Ya!", "3.6") == ("pass", [], "")
    assert told("Ya! Ya!", "3.6") == ("fix", ["!", "!"], "2, at most 1")
    assert [told("Maaf. " * count, "6.1")[0] for count in (0, 1, 2)] == ["pass"] * 3
    assert told("Maaf. " * 3, "6.1") == ("fix", ["Maaf"] * 3, "3, at most 2")
    assert told("karena", "5.2")[0] == "pass"
    assert told("karena sebab", "5.2") == ("fix", ["karena", "sebab"], "")


def test_an_sms_has_306_characters_of_the_gsm_alphabet() -> None:
    sms = good("id", via="sms")
    assert told("a" * 306, "3.8", sms) == ("pass", [], "")
    assert told("a" * 307, "3.8", sms) == ("fix", [], "307 characters, at most 306")
    assert told(GSM, "3.8", sms) == ("pass", [], "")
    foreign = "\u2019\u201c\u2013\u2026\u00a0🙏ç€[]{}^~|\\ê\t"
    assert [told(f"abc{one}def", "3.8", sms) for one in foreign] == [("fix", [one], "") for one in foreign]
    assert told("🙏", "3.8", sms)[1] == ["🙏"]


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ("Selamat pagi.", None),
        ("Wah, selamat pagi.", "9.1"),
        ("Salam. " + "kata " * 10 + "kata", None),
        ("Salam. " + "kata " * 11 + "kata", "9.2"),
        ("Dimas Prakoso " + "kata " * 10, None),
        ("Dimas Prakoso " + "kata " * 11, "9.3"),
    ],
)
def test_a_message_opens_with_a_greeting_and_its_last_12_words_hold_the_farewell_and_the_name(
    body: str, broken: str | None
) -> None:
    for rule, word in (("9.1", "Selamat"), ("9.2", "Salam"), ("9.3", "Dimas")):
        if word.lower() in body.lower():
            assert told(body, rule) == ("fix" if rule == broken else "pass", [], "")


def test_facts_are_found_in_any_case_but_the_signature_as_it_is() -> None:
    assert told("DIMAS PRAKOSO", "4.1")[0] == told("kasir", "4.2")[0] == "pass"
    assert told("dimas prakoso", "9.3")[0] == "fix"


def test_unknown_facts_are_not_asked_for() -> None:
    known = good("id")
    cases = [Case(body, "id", "withdraw", known.circumstances) for body in (known.body, "Halo, PT Lain.")]
    assert {status(case, rule) for case in cases for rule in ("4.1", "4.2", "4.3", "5.6", "9.3", "9.4")} == {
        "not applicable"
    }


def test_only_another_company_is_another_company() -> None:
    assert told("PT Contoh Jaya. Kata PT Contoh Jaya. CV saya. Bank kami. pt lain", "5.6") == ("pass", [], "")
    assert told("PT Contoh Jaya dan Bank Contoh Lain", "5.6") == ("fix", ["Bank Contoh Lain"], "")
    assert told("PT Contoh Jaya Abadi", "5.6") == ("fix", ["PT Contoh Jaya Abadi"], "")
    longer = replace(good("id"), facts={"company": "Bagian PT Contoh"})
    assert told("Bagian PT Contoh", "5.6", longer)[0] == "fix"


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        ("kata " * 24 + "kata", ""),
        ("kata " * 25 + "kata", "26 words, at most 25"),
        ("A b. C d.", "2 sentences, at most 1"),
        ("Pukul 10.00 saya bekerja.", ""),
    ],
)
def test_a_reason_is_one_sentence_of_25_words(reason: str, detail: str) -> None:
    known = replace(good("id"), reason=reason)
    assert told(f"Selamat pagi. {reason} Salam.", "5.1", known) == (
        ("fix", [reason], detail) if detail else ("pass", [], "")
    )


@pytest.mark.parametrize("after", ["", " Terima kasih banyak sekali."])
@pytest.mark.parametrize("before", ["", "Selamat pagi, Bu Rina. Saya Dimas Prakoso. "])
def test_an_unknown_reason_is_the_sentence_with_a_word_for_because(before: str, after: str) -> None:
    short = f"Saya sakit karena {'x ' * 21}x."
    assert told(f"{before}{short}{after}", "5.1") == ("pass", [], "")
    assert told(f"{before}{short} Lalu karena {'x ' * 30}.{after}", "5.1") == ("pass", [], "")  # 5.2 minds the second
    for long in (f"Saya sakit karena {'x ' * 22}x.", f"Karena {'x ' * 24}x."):
        for rest in (after, f" Lalu karena hujan.{after}"):
            assert told(f"{before}{long}{rest}", "5.1") == ("fix", [long], "26 words, at most 25")
    assert told(f"{before}{after}", "5.1") == ("not applicable", [], "")


def test_without_a_decision_its_place_is_not_asked_for() -> None:
    assert told("Selamat pagi.", "3.3") == ("not applicable", [], "")
