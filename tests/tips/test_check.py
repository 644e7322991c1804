"""The whole check: what one edit of the data breaks is told once, at the line to mend, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.data.load import ROOT
from macros.data.nodes import DataError, Diagnostic
from macros.data.patterns import OwnMessage
from macros.data.vocabulary import LANGUAGES
from macros.messages.reach import at_every_step, reachable
from macros.tips.check import _shorten, check
from macros.tips.examine import case_of, examine
from tests.made import edited, only, shared

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey, Language, Outcome
    from macros.messages.message import Message
    from macros.tips.check import Checked

STORY = f"cerita {'panjang ' * 118}sekali"
OPENING = "cerita panjang panjang panjang panjang panjang panjang …"


def told(data: Data) -> list[Diagnostic]:
    """What the check says of the data."""
    with pytest.raises(DataError) as caught:
        check(data)
    return list(caught.value.diagnostics)


def some(data: Data, *outcomes: Outcome) -> Data:
    """The data with the first scenario of each of these outcomes alone, in the shared patterns."""
    scenarios = data.guide.scenarios
    return only(shared(data), *(next(one.key for one in scenarios if one.outcome == outcome) for outcome in outcomes))


def at(data: Data, part: str, **conditions: object) -> tuple[str, int, str, Language, int, str, str]:
    """The way to a part of the first pattern with these conditions, in Indonesian, as said at the first case."""
    number, pattern = next(
        (number, one)
        for number, one in enumerate(data.guide.patterns)
        if all(getattr(one, name) == value for name, value in conditions.items())
    )
    paragraph = next(number for number, one in enumerate(pattern.text.id) if part in one)
    return ("patterns", number, "text", "id", paragraph, part, next(iter(pattern.text.id[paragraph][part])))  # type: ignore[index]


def said(data: Data, way: Way, words: str, *cases: str) -> Data:
    """The data with `words` at the part at `way`, at each of these cases (none: at both tones)."""
    return edited(data, way[:-1], dict.fromkeys(cases or ("first", "ongoing"), words))


def written(data: Data) -> list[Message]:
    """Every message that is checked."""
    return [every for one in reachable(data) for every in at_every_step(data, one)]


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


def test_what_has_passed_is_kept_by_scenario(data: Data, checked: Checked) -> None:
    for scenario in data.guide.scenarios:
        assert checked.of(scenario.key) == [one for one in checked.messages if one.scenario == scenario.key]
    with pytest.raises(KeyError):
        checked.of("tiada")


def test_the_summary_counts(data: Data) -> None:
    one = check(some(data, "withdraw"))
    reasons, count = len(one.data.guide.scenarios[0].reasons), len(written(one.data))
    assert one.summary == (
        f"1 scenarios, {reasons} reasons, {len(data.guide.patterns)} patterns, {count:,} messages to reach, "
        f"{len(data.table.rules)} rules of 9 tips: 0 findings"
    )
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
            way = ("scenarios", 0, "reasons", 0, language)
            found = [(one.path, one.line, one.code) for one in told(edited(few, way, STORY))]
            if found != [(data.name, few.line(way), "5.1")]:
                wrong.append((outcome, language, found))
    assert wrong == []


def test_the_sentence_names_the_message_the_rule_the_words_the_cure_and_the_page(data: Data) -> None:
    few = some(data, "withdraw")
    way = ("scenarios", 0, "reasons", 1, "id")
    scenario = few.guide.scenarios[0]
    channel: ChannelKey = next(one.key for one in data.guide.channels if one.key in scenario.channels)
    count = len([one for one in written(few) if (one.choice.reason, one.language) == (1, "id")])
    (one,) = told(edited(few, way, STORY))
    assert one.text == (
        f'scenario "{scenario.key}", {channel}, id, first: rule 5.1 of tip 5: The reason is more than one short '
        f'sentence. ("{OPENING}") [120 words, at most 25] Write one sentence only; it breaks 3.1, 3.3, 3.8 too'
        f"; {count} messages are affected; as sent {scenario.notice} h before the interview"
        "; see /kontribusi/#aturan-5-1"
    )


def test_one_message_alone_is_not_counted(data: Data) -> None:
    few = edited(some(data, "verify"), ("scenarios", 0, "channels"), ("whatsapp",))
    few = edited(few, ("scenarios", 0, "reasons"), few.guide.scenarios[0].reasons[:1])
    lines: dict[str, list[dict[str, dict[str, str]]]] = {
        language: [{"decision": {"first": f"{words}.", "ongoing": other}}]
        for language, words, other in (
            ("id", "Alamat resmi", "Resmi."),
            ("en", "Your official address is toxic", "Official."),
        )
    }
    own = OwnMessage.model_validate({"channels": ["whatsapp"], "text": lines})
    (one,) = told(edited(few, ("scenarios", 0, "own"), (own,)))
    assert one.code == "5.4"
    assert 'It criticises the company. ("toxic") Delete' in one.text
    assert "enough; as sent 48 h before the interview; see /kontribusi/#aturan-5-4" in one.text
    assert "affected" not in one.text


def test_a_lost_thank_you_is_one_line_for_all_that_say_it(data: Data) -> None:
    few = some(data, "withdraw")
    way = at(data, "thanks", outcome="withdraw", channels=("whatsapp",))
    (one,) = told(said(few, way, "Halo untuk [step] [when]."))
    count = len([one for one in reachable(few) if any(part.origin[:-1] == way[:-1] for part in one.parts)])
    assert (one.line, one.code) == (data.line(way), "7.1")
    assert "There is no word of thanks. Thank them for the invitation" in one.text
    assert f"; {count} messages are affected; " in one.text


def test_words_for_the_last_moment_are_examined_and_the_hour_is_told(data: Data) -> None:
    way = at(data, "apology", outcome="withdraw", channels=("email",))
    changed = edited(some(data, "withdraw"), (*way[:-1], "urgent"), "Mohon maaf, kak maaf, saya sudah menelepon.")
    (one,) = told(changed)
    assert (one.line, one.code) == (data.line((*way[:-1], "urgent")), "3.4")
    assert "; as sent 1 h before the interview; " in one.text


def test_a_fault_that_only_a_chosen_reason_or_tone_shows_is_told(data: Data) -> None:
    few = some(data, "withdraw")
    way = ("scenarios", 0, "reasons", 1, "en")
    assert [(one.line, one.code) for one in told(edited(few, way, "I need surgery"))] == [(few.line(way), "5.3")]
    part = at(data, "introduction", outcome="withdraw", channels=("phone",))
    changed = edited(few, (*part[:-1], "ongoing"), "Halo bro, ini saya.")
    assert [(one.line, one.code) for one in told(changed)] == [(data.line((*part[:-1], "ongoing")), "3.7")]


def test_a_step_is_judged_by_its_name_and_by_the_length_that_it_gives(data: Data) -> None:
    few = some(data, "withdraw")
    number = next(number for number, step in enumerate(data.guide.steps) if step.key == "medical")
    way = ("steps", number, "name", "id")
    (one,) = told(edited(few, way, "tes tifus"))
    assert (one.line, one.code) == (data.line(way), "5.3")
    assert one.text.startswith('step "medical": rule 5.3 of tip 5: ')
    assert {one.code for one in told(edited(few, way, "tes " * 100 + "itu"))} & {"3.1", "3.8"}


def test_what_a_message_lacks_is_told_with_the_offence_that_took_its_place(data: Data) -> None:
    few = some(data, "withdraw")
    way = at(data, "thanks", outcome="withdraw", channels=("whatsapp",))
    (one,) = told(said(few, way, "Makasih atas undangannya!!"))
    assert (one.line, one.code) == (data.line(way), "7.1")  # the part that the line is there to keep comes first
    assert "; it breaks 3.6, 7.2 too; " in one.text


def test_a_part_is_blamed_first_for_what_shows_in_it_not_for_what_another_part_lost(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "channels"), ("whatsapp",))
    way = at(data, "thanks", outcome="withdraw", channels=("whatsapp",))
    few = said(few, way, "Halo untuk [step] [when].")
    closing = at(data, "closing", outcome="withdraw", channels=("whatsapp",))
    found = {one.line: one for one in told(said(few, closing, "Semoga lancar bgt."))}
    assert found[data.line(closing)].code == "3.4"
    assert '("bgt")' in found[data.line(closing)].text


def test_independent_mistakes_are_told_each_at_its_line_in_order(data: Data) -> None:
    few = some(data, "withdraw", "reschedule", "missed")
    ways = [("scenarios", number, "reasons", 0, "id") for number in range(3)]
    for way in ways:
        few = edited(few, way, STORY)
    assert [(one.line, one.code) for one in told(few)] == [(few.line(way), "5.1") for way in ways]


def test_an_own_message_is_blamed_for_itself(data: Data) -> None:
    key = next(one.key for one in data.guide.scenarios if one.own and one.outcome == "withdraw")
    few = only(data, key)
    way = ("scenarios", 0, "own", 0, "text", "id", 2, next(iter(few.guide.scenarios[0].own[0].text.id[2])))
    found = told(edited(few, (*way, "first"), f"Saya {'sangat ' * 120}sibuk."))
    assert {one.line for one in found} == {few.line(way)}


def test_a_pattern_that_is_too_long_is_one_line(data: Data) -> None:
    few = only(shared(data), *[one.key for one in data.guide.scenarios if one.outcome == "withdraw"][:4])
    way = at(data, "closing", outcome="withdraw", channels=("whatsapp",))
    found = told(said(few, way, f"Semoga {'lancar, ' * 60}lancar."))
    assert {one.line for one in found} == {data.line(way)}


def test_a_message_that_says_a_sentence_twice_is_told_at_the_second(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "channels"), ("whatsapp",))
    key = few.guide.scenarios[0].key
    way = at(data, "closing", outcome="withdraw", channels=("whatsapp",))
    found = told(said(few, way, "Semoga lancar? Semoga lancar?"))
    text = f'scenario "{key}", whatsapp, id, first: "Semoga lancar?" is said twice; write it once'
    assert Diagnostic(data.name, data.line(way), "S060", text) in found
    assert {(one.line, one.code) for one in found} == {(data.line(way), "S060")}


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


def test_a_fault_in_a_pattern_that_nobody_uses_yet_is_told_too(data: Data) -> None:
    few = some(data, "withdraw")
    last = max(number for number, one in enumerate(data.guide.patterns) if one.outcome == "withdraw")
    assert all(message.parts[0].origin[1] != last for message in written(few))
    part = next(iter(data.guide.patterns[last].text.id[0]))
    way = ("patterns", last, "text", "id", 0, part, "first")
    assert [(one.line, one.code) for one in told(edited(few, way, "Halo, [recruiter], bro."))][:1] == [
        (data.line(way), "3.7")
    ]


def test_the_hour_of_the_interview_is_still_before_it(data: Data) -> None:
    few = edited(some(data, "withdraw"), ("scenarios", 0, "notice"), 0)
    few = edited(few, ("scenarios", 0, "channels"), ("portal",))
    (one,) = told(edited(few, ("scenarios", 0, "reasons", 0, "en"), "I need surgery"))
    assert "; 2 messages are affected; as sent 0 h before the interview; " in one.text
