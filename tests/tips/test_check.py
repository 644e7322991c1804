"""The whole check: what one edit of the data breaks is told once, at the line to mend, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.data.load import ROOT
from macros.data.nodes import DataError, Diagnostic
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import compose_all, variants
from macros.tips.check import _shorten, check
from macros.tips.examine import case_of, examine
from tests.made import edited, only

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey, Language, Outcome
    from macros.messages.message import Message
    from macros.tips.check import Checked

STORY = f"Cerita {'panjang ' * 118}sekali."
OPENING = "Cerita panjang panjang panjang panjang panjang panjang …"


def told(data: Data) -> list[Diagnostic]:
    """What the check says of the data."""
    with pytest.raises(DataError) as caught:
        check(data)
    return list(caught.value.diagnostics)


def some(data: Data, *outcomes: Outcome) -> Data:
    """The data with the first scenario of each of these outcomes alone."""
    scenarios = data.guide.scenarios
    return only(data, *(next(one.key for one in scenarios if one.outcome == outcome) for outcome in outcomes))


def phrase(data: Data, part: str, **conditions: tuple[str, ...]) -> int:
    """The number of the first standard wording of a part that has exactly these conditions."""
    wanted = {"outcomes": (), "channels": (), "registers": (), "stages": ()} | conditions
    return next(
        number
        for number, one in enumerate(data.guide.phrases)
        if one.part == part and all(getattr(one, name) == value for name, value in wanted.items())
    )


def affected(data: Data, way: Way) -> list[Message]:
    """The messages, as first shown or at other times, in which the wording at `way` stands."""
    first = list(compose_all(data))
    written = [every for message in first for every in (message, *variants(data, message).values())]
    return [message for message in written if any(part.origin == way for part in message.parts)]


def test_the_real_data_pass_and_put_everything_to_use(data: Data, checked: Checked) -> None:
    assert checked.data is data
    assert {message.outcome for message in checked.messages} == {one.key for one in data.guide.outcomes}
    assert {message.channel for message in checked.messages} == {one.key for one in data.guide.channels}
    assert {message.language for message in checked.messages} == set(LANGUAGES)
    assert {scenario.sample for scenario in data.guide.scenarios} == {sample.key for sample in data.guide.samples}
    assert {sample.zone for sample in data.guide.samples} == {"WIB", "WITA", "WIT"}
    passed = {
        found.rule.id
        for message in checked.messages
        for found in examine(case_of(message), data.table)
        if found.status == "pass"
    }
    assert passed == {rule.id for rule in data.table.rules}


def test_what_has_passed_is_kept_by_scenario_with_its_variants(data: Data, checked: Checked) -> None:
    for scenario in data.guide.scenarios:
        assert checked.of(scenario.key) == [one for one in checked.messages if one.scenario == scenario.key]
    assert set(checked.variants) == {message.id for message in checked.messages}
    first = checked.messages[0]
    assert checked.variants[first.id] == variants(data, first)
    with pytest.raises(KeyError):
        checked.of("tiada")


def test_the_summary_counts(data: Data) -> None:
    one = check(some(data, "withdraw"))
    rules = len(data.table.rules)
    assert one.summary == f"1 scenarios, {len(one.messages)} messages, {rules} rules of 9 tips: 0 findings"
    warning = Diagnostic("data.yml", 1, "S071", "…")
    summaries = [replace(one, data=replace(one.data, warnings=(warning,) * count)).summary for count in (1, 2)]
    assert [summary.split(" tips: ")[1] for summary in summaries] == [
        "0 findings, 1 warning",
        "0 findings, 2 warnings",
    ]


def test_every_tip_has_the_page_that_a_diagnostic_points_to(data: Data) -> None:
    pages = {path.stem for path in (ROOT / "docs" / "cara").glob("[1-9]-*.md")}
    assert pages == {tip.place("id").split("/")[1] for tip in data.table.tips}


def test_a_long_reason_in_any_outcome_is_one_line(data: Data) -> None:
    wrong = []
    for outcome in (one.key for one in data.guide.outcomes):
        few = some(data, outcome)
        for language in LANGUAGES:
            way = ("scenarios", 0, "reason", language, "semiformal")
            found = [(one.path, one.line, one.code) for one in told(edited(few, way, STORY))]
            if found != [(data.name, few.line(way), "5.1")]:
                wrong.append((outcome, language, found))
    assert wrong == []


def test_the_sentence_names_the_message_the_rule_the_words_the_cure_and_the_page(data: Data) -> None:
    few = some(data, "withdraw")
    way = ("scenarios", 0, "reason", "id", "formal")
    scenario = few.guide.scenarios[0]
    channel: ChannelKey = next(one.key for one in data.guide.channels if one.key in scenario.channels)
    ids = {message.id for message in affected(few, way)}
    (one,) = told(edited(few, way, STORY))
    assert one.text == (
        f'scenario "{scenario.key}", {channel}, id: rule 5.1 of tip 5: The reason is more than one short sentence. '
        f'("{OPENING}") [120 words, at most 25] Write one sentence only; it breaks 3.1 too'
        f"; {len(ids)} messages are affected; as sent {scenario.notice} h before the interview"
        "; see /cara/5-beri-alasan-jujur-satu-kalimat/#aturan-5-1"
    )


def test_one_message_alone_is_not_counted(data: Data) -> None:
    few = edited(some(data, "missed"), ("scenarios", 0, "channels"), ("whatsapp",))
    few = edited(few, ("scenarios", 0, "notice"), -1)
    way = ("scenarios", 0, "reason", "en", "semiformal")
    (one,) = told(edited(few, way, "I was in surgery, not hospitalised, through my own fault."))
    assert (one.line, one.code) == (few.line(way), "5.3")
    assert 'An illness need not be named. ("surgery") Write' in one.text
    assert "that is enough; as sent 1 h after the interview; see /cara/5-" in one.text
    assert "affected" not in one.text
    assert "[" not in one.text


@pytest.mark.parametrize(("language", "lost"), [("id", "Terima kasih"), ("en", "Thank you")])
def test_a_lost_thank_you_is_one_line_for_all_that_say_it(data: Data, language: Language, lost: str) -> None:
    few = some(data, "withdraw", "reschedule", "missed")
    for conditions in ({}, {"channels": ("phone",)}, {"channels": ("sms",)}):
        number = phrase(data, "thanks", **conditions)
        way = ("phrases", number, "text", language)
        text = data.guide.phrases[number].text[language]
        (one,) = told(edited(few, way, text.replace(lost, "Halo")))
        count = len({message.id for message in affected(few, way)})
        assert (one.line, one.code) == (data.line(way), "7.1")
        assert "There is no word of thanks. Thank them for the invitation" in one.text
        assert f"; {count} messages are affected; " in one.text
        assert ("; it breaks 9.2 too; " in one.text) is bool(conditions)  # there it is the farewell as well


def test_words_for_the_last_moment_are_examined_and_the_hour_is_told(data: Data) -> None:
    way = ("phrases", phrase(data, "apology", stages=("urgent",)), "text", "id")
    (one,) = told(edited(some(data, "withdraw"), way, "Mohon maaf, ini mendadak sekali dan karena itu karena."))
    assert (one.line, one.code) == (data.line(way), "5.2")
    assert "; as sent 1 h before the interview; " in one.text


def test_the_hour_of_the_interview_is_still_before_it(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "notice"), 0)
    few = edited(few, ("scenarios", 0, "channels"), ("email", "portal"))
    (one,) = told(edited(few, ("scenarios", 0, "reason", "en", "formal"), "I need surgery."))
    assert "; 2 messages are affected; as sent 0 h before the interview; " in one.text


def test_what_a_message_lacks_is_told_with_the_offence_that_took_its_place(data: Data) -> None:
    few = some(data, "withdraw")
    way = ("phrases", phrase(data, "thanks"), "text", "en")
    (one,) = told(edited(few, way, "Thx for the invitation!!"))
    assert (one.line, one.code) == (data.line(way), "7.1")  # the part that the line is there to keep comes first
    assert "; it breaks 3.6, 4.4, 4.5, 7.2 too; " in one.text


def test_a_part_is_blamed_first_for_what_shows_in_it_not_for_what_another_part_lost(data: Data) -> None:
    few = some(data, "withdraw")
    few = edited(few, ("scenarios", 0, "channels"), ("whatsapp",))
    few = edited(few, ("phrases", phrase(data, "thanks"), "text", "id"), "Halo untuk wawancara pada [interview].")
    way = ("phrases", phrase(data, "apology", outcomes=("withdraw", "decline")), "text", "id")
    found = {one.line: one for one in told(edited(few, way, "Maaf bgt, maaf atas semua yang tidak nyaman."))}
    assert found[data.line(way)].code == "3.4"
    assert '("bgt")' in found[data.line(way)].text


def test_what_a_message_lacks_is_told_with_its_first_offence(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "channels"), ("whatsapp",))
    few = edited(few, ("phrases", phrase(data, "thanks"), "text", "id"), "Halo untuk wawancara pada [interview].")
    reason = ("scenarios", 0, "reason", "id", "semiformal")
    closing = ("phrases", phrase(data, "closing", outcomes=("withdraw", "decline")), "text", "id")
    found = told(edited(edited(few, reason, "Kamu tahu saya sibuk."), closing, "Semoga lancar bgt."))
    lacking = [one.line for one in found if "7.1" in one.text]
    assert lacking == [data.line(closing)]  # rule 3.4 comes before rule 3.7


def test_independent_mistakes_are_told_each_at_its_line_in_order(data: Data) -> None:
    few = some(data, "withdraw", "reschedule", "missed")
    ways = [("scenarios", number, "reason", "id", "formal") for number in range(3)]
    for way in ways:
        few = edited(few, way, STORY)
    assert [(one.line, one.code) for one in told(few)] == [(few.line(way), "5.1") for way in ways]


def test_a_situation_whose_own_words_are_too_long_is_blamed_for_it_alone(data: Data) -> None:
    keys = [scenario.key for scenario in data.guide.scenarios if scenario.own][:2]
    few = only(data, *keys, *(one.scenario for one in data.guide.examples if one.scenario not in keys))
    way = ("scenarios", 0, "own", 0, "text", "en")
    found = told(edited(few, way, f"I am {'very ' * 120}busy."))
    assert {one.line for one in found} == {few.line(way)}


def test_a_shared_wording_that_is_too_long_is_one_line(data: Data) -> None:
    few = some(data, "withdraw", "reschedule", "missed")
    way = ("phrases", phrase(data, "thanks"), "text", "en")
    words = data.guide.phrases[way[1]].text.en.removesuffix(".")
    found = told(edited(few, way, f"{words}, {'which was very, ' * 30}very kind."))
    assert {one.line for one in found} == {data.line(way)}


def test_a_message_that_says_a_sentence_twice_is_told_at_the_second(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "channels"), ("whatsapp",))
    key = few.guide.scenarios[0].key
    way = ("phrases", phrase(data, "closing", outcomes=("withdraw", "decline")), "text", "id")
    (one,) = (one for one in told(edited(few, way, "Semoga lancar? Semoga lancar?")) if one.code == "S060")
    text = f'scenario "{key}", whatsapp, id: "Semoga lancar?" is said twice; write it once'
    assert one == Diagnostic(data.name, data.line(way), "S060", text)
    few = edited(few, ("scenarios", 0, "channels"), ("email",))
    subject = ("phrases", phrase(data, "subject", outcomes=("withdraw",)), "text", "id")
    (one,) = told(edited(edited(few, way, "Semoga lancar."), subject, "Semoga lancar."))
    assert (one.line, one.code) == (data.line(way), "S060")


def test_an_example_must_break_the_tips_that_it_says_in_each_language(data: Data) -> None:
    example = data.guide.examples[0]
    assert example.breaks == (1,)
    few = edited(only(data, example.scenario), ("examples",), (example,))
    way = ("examples", 0, "breaks")
    line = data.line(way)
    assert check(few).messages
    assert [(one.line, one.code, one.text) for one in told(edited(few, way, (1, 3)))] == [
        (line, "S061", f"example of tip 1, {language}: the draft breaks tips 1; write them in breaks")
        for language in ("en", "id")
    ]
    (one,) = told(edited(few, ("examples", 0, "before", "en"), example.before.en + " Bye!!"))
    assert one.text == "example of tip 1, en: the draft breaks tips 1, 3; write them in breaks"
    found = told(edited(few, ("examples", 0, "invited_via"), example.channel))
    assert [one.text.split(": ")[1] for one in found] == ["the draft breaks tips none; write them in breaks"] * 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 60, "x" * 60),
        ("ab " * 20 + "c", "ab " * 20 + "…"),
        ("x" * 57 + " yyyy z", "x" * 57 + " …"),
        ("a\n  b", "a b"),
    ],
)
def test_what_is_shown_is_cut_between_words_after_60_characters(text: str, shown: str) -> None:
    assert _shorten(text) == shown
