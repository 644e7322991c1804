"""One record: the limits of its values, each with its neighbour that is still right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.data.fields import Key, Moment, Number, Sentence, Slug, Template
from macros.data.model import Sample, Scenario
from macros.data.phrases import Channel, Phrase
from tests.strategies import RAW

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.vocabulary import Stage

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


def test_a_sentence_begins_with_a_capital_or_a_blank_and_ends() -> None:
    for good in ("Saya sakit.", "[company] pindah.", "Benarkah?"):
        assert codes(Sentence, good) == []
    for bad in ("saya sakit.", "Saya sakit", "Saya sakit!", "“Saya” sakit.", "1 hari."):
        assert codes(Sentence, bad) == ["S038"], bad


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


def test_decision_and_reason_are_always_there_and_no_part_is_both_own_and_omitted() -> None:
    for part in ("decision", "reason"):
        assert codes(Scenario, {**SCENARIO, "omit": [part]}) == ["S016"]
        assert codes(Channel, {**RAW["channels"][0], "paragraphs": [["decision", "reason"], ["closing"]]}) == []
        paragraphs = [[each] for each in ("decision", "reason", "closing") if each != part]
        assert codes(Channel, {**RAW["channels"][0], "paragraphs": paragraphs}) == ["S016"]
    own = [{"part": "closing", "text": {"id": "Salam.", "en": "Regards."}}]
    assert codes(Scenario, {**SCENARIO, "own": own, "omit": ["closing"]}) == ["S016"]
    assert codes(Scenario, {**SCENARIO, "own": own, "omit": ["thanks"]}) == []


def test_a_phrase_fits_the_messages_that_meet_all_its_conditions(data: Data) -> None:
    email, sms = data.guide.channel("email"), data.guide.channel("sms")
    text = {"id": "Salam.", "en": "Regards."}

    def fits(channel: Channel = email, stage: Stage = "good", **conditions: list[str]) -> bool:
        phrase = Phrase.model_validate({"part": "closing", "text": text, **conditions})
        assert not phrase.fits("thanks", "withdraw", channel, stage)
        return phrase.fits("closing", "withdraw", channel, stage)

    assert fits()
    assert fits(outcomes=["withdraw"], channels=["email"], registers=["formal"], stages=["good"])
    assert not fits(outcomes=["decline"])
    assert not fits(sms, channels=["email"])
    assert not fits(sms, registers=["formal"])
    assert not fits(stage="short", stages=["good"])


def test_records_are_found_by_their_keys(data: Data) -> None:
    guide = data.guide
    for number, scenario in enumerate(guide.scenarios):
        assert guide.number(scenario.key) == number
        assert guide.scenario(scenario.key) is scenario
    found = [
        guide.channel("sms").key, guide.part("reason").key, guide.outcome("verify").key,
        guide.sample("rizky").key, guide.address("kak").key,
    ]  # fmt: skip
    assert found == ["sms", "reason", "verify", "rizky", "kak"]
    with pytest.raises(KeyError, match='there is no scenario "x"'):
        guide.scenario("x")
    reason = guide.scenario("sakit").reason
    assert (reason["id"]["formal"], reason["en"]["semiformal"]) == (reason.id.formal, reason.en.semiformal)
