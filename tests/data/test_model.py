"""One record: the limits of its values, each with its neighbour that is still right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.data.fields import Clause, Flag, Key, Moment, Number, Slug, Template
from macros.data.model import Sample, Scenario
from macros.data.patterns import MessagePattern, worded
from tests.made import shared
from tests.strategies import RAW

if TYPE_CHECKING:
    from macros.data.guide import Guide
    from macros.data.load import Data
    from macros.data.nodes import Way
    from macros.data.vocabulary import ChannelKey

SAMPLE = RAW["samples"][0]  # the interview is on Thursday 2027-04-08 at 10:00
SCENARIO = next(record for record in RAW["scenarios"] if record["outcome"] == "withdraw")
MISSED = next(record for record in RAW["scenarios"] if record["outcome"] == "missed")


def codes(kind: Any, value: object) -> list[str]:  # noqa: ANN401 - a type, or what stands for one
    """The kinds of error with which `value` is refused: ours by their code, the validator's by its own name."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


def test_keys_and_addresses_are_words_joined_by_hyphens() -> None:
    for good in ("a", "a1-b2", "hari-raya", "a" * 40):
        assert codes(Key, good) == codes(Slug, good) == []
    for bad in ("", "A", "1a", "a_b", "a--b", "a-", "-a", "a b", "é", "a\n"):
        assert codes(Key, bad) == ["string_pattern_mismatch"], bad
    assert codes(Key, "a" * 41) == ["string_too_long"]
    for device in ("index", "con", "prn", "aux", "nul", "com1", "lpt9"):
        assert codes(Slug, device) == ["S021"]
    for good in ("con-a", "com", "com10", "index-a", "console"):
        assert codes(Slug, good) == []


def test_numbers_and_moments_have_one_form() -> None:
    for good in ("0", "-1", "007", "72"):
        assert codes(Number, good) == []
    for bad in ("", "1.0", "1e3", "1_000", " 1", "+1", "--1", "٣", "dua"):
        assert codes(Number, bad) == ["S022"], bad
    for good in ("2027-04-08 10:00", "2028-02-29 00:00", "9998-12-31 23:59"):
        assert codes(Moment, good) == []
    for bad in ("", "2027-4-08 10:00", "2027-02-29 10:00", "2027-04-08 24:00", "2027-04-08", "9999-01-01 10:00", "x"):
        assert codes(Moment, bad) == ["S023"], bad
    assert codes(Moment, ["2027-04-08 10:00"])


def test_a_template_is_a_line_or_lines_with_empty_ones_between() -> None:
    read = TypeAdapter(Template).validate_python
    assert read("Di [company].") == "Di [company]."
    assert read(["Satu.", "", "Dua [slot]."]) == "Satu.\n\nDua [slot]."
    for empty in ([], "", [""], ["", ""], " ", [" ", "a"]):
        assert codes(Template, empty), empty
    assert codes(Template, []) == codes(Template, [""]) == codes(Template, ["", ""]) == ["S030"]
    assert codes(Template, ["a", ["b"]]) == codes(Template, {"a": "b"}) == ["string_type"]
    assert codes(Template, ["a", "b\nc"]) == ["S032"]


def test_a_reason_is_a_clause_without_capital_and_full_stop() -> None:
    for good in ("saya sedang sakit", "I am ill", "my train is late", "1 hari saja", "a" * 120):
        assert codes(Clause, good) == []
    for bad in ("Saya sakit", "saya sakit.", "Is it so", "saya sakit!", "saya sakit,", "benarkah?"):
        assert codes(Clause, bad) == ["S038"], bad
    assert codes(Clause, "a" * 121) == ["string_too_long"]
    assert codes(Clause, "[company] pindah") == ["S035"]


def test_a_flag_is_true_or_false_and_nothing_like_it() -> None:
    assert [TypeAdapter(Flag).validate_python(value) for value in ("true", "false")] == [True, False]
    for bad in ("", "yes", "1", "True", "benar"):
        assert codes(Flag, bad) == ["S020"], bad


def test_other_times_follow_the_interview_in_order_within_a_month_on_working_days() -> None:
    def told(*slots: str, interview: str = "2027-04-08 10:00") -> list[str]:
        return codes(Sample, {**SAMPLE, "interview": interview, "slots": list(slots)})

    assert told("2027-04-08 10:01", "2027-04-09 10:00") == []
    # The 31st day after the interview, to the minute; it falls on a Sunday for that of a Thursday.
    assert told("2027-05-07 10:00", "2027-05-10 10:00", interview="2027-04-09 10:00") == []
    assert told("2027-05-07 10:00", "2027-05-10 10:01", interview="2027-04-09 10:00") == ["S024"]
    for slots in (
        ("2027-04-08 10:00", "2027-04-12 10:00"),
        ("2027-04-07 10:00", "2027-04-12 10:00"),
        ("2027-04-12 10:00", "2027-04-12 10:00"),
        ("2027-04-13 10:00", "2027-04-12 10:00"),
        ("2027-04-10 10:00", "2027-04-12 10:00"),
        ("2027-04-09 10:00", "2027-04-11 10:00"),
    ):
        assert told(*slots) == ["S024"], slots
    assert told("2027-04-12 10:00", "2027-04-13 10:00", interview="2027-04-10 10:00") == ["S024"]
    assert told("2027-04-12 10:00", "2027-04-13 10:00", interview="x") == ["S023"]  # and nothing of the slots
    assert told("2027-04-12 10:00") == ["too_short"]
    assert told("2027-04-12 10:00", "2027-04-13 10:00", "2027-04-14 10:00", "2027-04-15 10:00") == ["too_long"]


def test_only_a_missed_interview_lies_behind() -> None:
    for record, good, bad in ((SCENARIO, ("0", "336"), ("-1",)), (MISSED, ("-1", "-72"), ("0", "1"))):
        assert [number for number in good if codes(Scenario, {**record, "notice": number})] == []
        assert [number for number in bad if codes(Scenario, {**record, "notice": number}) != ["S025"]] == []
    assert codes(Scenario, {**SCENARIO, "notice": "-1", "outcome": "x"}) == ["literal_error"]


def pattern(*paragraphs: dict[str, Any], **conditions: object) -> dict[str, object]:
    return {"outcome": "withdraw", "channels": ["email"], "text": {"id": paragraphs, "en": paragraphs}, **conditions}


def test_a_message_has_its_decision_each_part_once_and_the_subject_alone_before_all() -> None:
    decision = {"decision": "Batal."}
    assert codes(MessagePattern, pattern(decision)) == []
    assert codes(MessagePattern, pattern({"subject": "Batal"}, decision, {"closing": "Salam."})) == []
    for paragraphs in (
        [{"closing": "Salam."}],
        [decision, {"closing": "Salam.", **decision}],
        [decision, {"subject": "Batal"}],
        [{"subject": "Batal", **decision}],
    ):
        assert codes(MessagePattern, pattern(*paragraphs)) == ["S016"] * 2, paragraphs
    assert codes(MessagePattern, pattern()) == ["too_short"] * 2


def test_the_words_of_a_part_differ_by_tone_or_by_the_time_left() -> None:
    read = MessagePattern.model_validate(
        pattern({"decision": "Batal."}, {"apology": {"ample": "A.", "short": ["S.", "T."]}, "thanks": {"first": "T."}})
    )
    decision, other = read.text.id
    assert worded(decision["decision"], "ongoing", "urgent") == "ongoing"
    assert worded(decision["decision"], "first", "ample") == "first"
    assert [worded(other["apology"], "first", left) for left in ("ample", "short", "urgent")] == [
        "ample",
        "short",
        "short",
    ]
    assert other["apology"]["short"] == "S.\nT."
    assert worded(other["thanks"], "ongoing", "ample") is None
    for words in ({}, {"first": "A.", "short": "B."}):
        assert "S016" in codes(MessagePattern, pattern({"decision": words}))
    assert "literal_error" in codes(MessagePattern, pattern({"decision": {"late": "A."}}))


def test_the_scenarios_of_an_outcome_take_turns_after_what_is_their_own(data: Data) -> None:
    guide = shared(data).guide

    def at(channel: ChannelKey, key: str, guide: Guide = guide) -> Way:
        scenario = guide.scenario(key)
        return guide.pattern(scenario, scenario.reasons[0], channel, "first")[0]

    keys = [one.key for one in guide.scenarios if one.outcome == "withdraw"]
    fitting = [
        ("patterns", number)
        for number, one in enumerate(guide.patterns)
        if one.outcome == "withdraw" and "email" in one.channels and one.grave is not True
    ]
    light = [key for key in keys if not guide.scenario(key).reasons[0].grave][: len(fitting) + 1]
    assert [at("email", key) for key in light] == [*fitting, fitting[0]]
    assert at("email", "lewat-headhunter", data.guide)[:3] == ("scenarios", guide.number("lewat-headhunter"), "own")
    graves = [guide.patterns[int(at("email", key)[1])].grave for key in ("sakit", "bentrok-ujian")]
    assert graves == [True, False]
    with pytest.raises(LookupError):
        at("phone", "mencurigakan")


def test_records_are_found_by_their_keys(data: Data) -> None:
    guide = data.guide
    for number, scenario in enumerate(guide.scenarios):
        assert guide.number(scenario.key) == number
        assert guide.scenario(scenario.key) is scenario
    found = [
        guide.channel("sms").key, guide.part("reason").key, guide.step("medical").key, guide.outcome("verify").key,
        guide.sample("rizky").key, guide.address("kak").key,
    ]  # fmt: skip
    assert found == ["sms", "reason", "medical", "verify", "rizky", "kak"]
    with pytest.raises(KeyError, match='there is no scenario "x"'):
        guide.scenario("x")
