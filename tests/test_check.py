"""The whole check, as a function and as `python -m macros check`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.tips.check import check
from macros.data.load import DATA, ROOT, load
from macros.data.table import table
from macros.data.nodes import DataError, parse
from macros.tips.examine import case_of, examine
from macros.data.vocabulary import LANGUAGES, ChannelKey, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.data.vocabulary import Language

Step = str | int
GUIDE = load()
STORY = " ".join(["Cerita", *["panjang"] * 119]) + "."
THANKS: dict[Language, tuple[str, str]] = {"id": ("Terima kasih", "Halo"), "en": ("Thank you", "Hello")}


def run(*arguments: object, github: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "GITHUB_ACTIONS": github},
        capture_output=True,
        text=True,
        check=False,
    )


def value(data: Any, path: Sequence[Step]) -> Any:  # noqa: ANN401 - YAML has no type
    for step in path:
        data = data[step]
    return data


def changed(folder: Path, path: Sequence[Step], new: object) -> tuple[Path, int]:
    """A copy of the real data with another value at `path`, and the line of that value."""
    data = yaml.load(DATA.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds texts only
    value(data, path[:-1])[path[-1]] = new
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    file = folder / "changed.yml"
    file.write_text(text, encoding="utf-8")
    return file, parse(text, file.name)[0].line_at(path)


def mistakes(file: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        check(file)
    return str(caught.value).splitlines()


def scenario_of(outcome: Outcome) -> int:
    return next(number for number, scenario in enumerate(GUIDE.scenarios) if scenario.outcome == outcome)


def thanks_of(channel: ChannelKey | None) -> int:
    """The standard word of thanks for a channel alone, or for all those that have none of their own."""
    wanted = (channel,) if channel else ()
    return next(
        number for number, phrase in enumerate(GUIDE.phrases) if phrase.part == "thanks" and phrase.channels == wanted
    )


def test_the_real_data_pass() -> None:
    found = check()
    assert len(found.guide.scenarios) >= 24
    assert len(found.messages) >= 250
    assert len(found.guide.samples) >= 6
    assert {sample.zone for sample in found.guide.samples} == {"WIB", "WITA", "WIT"}
    assert {message.outcome for message in found.messages} == {one.key for one in found.guide.outcomes}
    assert len({message.outcome for message in found.messages}) == 5
    assert len({message.channel for message in found.messages}) == 6
    assert {message.language for message in found.messages} == set(LANGUAGES)


def test_every_sample_and_rule_is_put_to_use() -> None:
    found = check()
    assert {scenario.sample for scenario in found.guide.scenarios} == {sample.key for sample in found.guide.samples}
    passed = {
        one.rule.id
        for message in found.messages
        for one in examine(case_of(message), found.table)
        if one.status == "pass"
    }
    assert passed == {rule.id for rule in found.table.rules}


def test_no_message_can_be_left_without_its_news(tmp_path: Path) -> None:
    parts = [part.key for part in GUIDE.parts]
    file, line = changed(tmp_path, ("scenarios", 0, "omit"), parts)
    assert all(told.startswith(f"{file}:{line}: S016 ") for told in mistakes(file))
    file, line = changed(tmp_path, ("channels", 0, "paragraphs"), [["greeting", "decision"]])
    (told,) = mistakes(file)
    assert told.startswith(f'{file}:{line}: S016 channel "email": paragraphs: "reason" is what the message is for')


def test_the_command_says_how_much_was_checked() -> None:
    done, found = run("check"), check()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{found.summary}\n"
    numbers = [len(found.guide.scenarios), len(found.messages), len(found.table.rules), 9, 0]
    assert [int(number) for number in re.findall(r"\d+", done.stdout)] == numbers


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "a.yml", "b.yml"], ["check", "--fast"]])
def test_a_wrong_call_exits_with_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: python -m macros" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"scenarios: [", b"scenarios: []\n", b"- a\n- b\n"])
def test_an_unusable_file_exits_with_1_and_names_it(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "data.yml"
    if content is not None:
        file.write_bytes(content)
    done = run("check", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip()
    assert all(re.match(rf"{re.escape(str(file))}:\d+: \S", line) for line in done.stderr.splitlines())


def test_a_long_story_gives_one_line(tmp_path: Path) -> None:
    number = scenario_of("withdraw")
    file, line = changed(tmp_path, ("scenarios", number, "reason", "id", "formal"), STORY)
    done = run("check", file)
    assert (done.returncode, done.stdout) == (1, "")
    (told,) = done.stderr.splitlines()
    assert told.startswith(f'{file}:{line}: 5.1 scenario "{GUIDE.scenarios[number].key}", email, id: rule 5.1 of ')
    assert "120 words, at most 25" in told
    assert told.endswith("; see /cara/5-beri-alasan-jujur-satu-kalimat/#aturan-5-1")


def test_every_tip_has_the_page_that_a_mistake_points_to() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "cara").glob("[1-9]-*.md")}
    assert pages == {f"{tip.number}-{tip.slug.id}" for tip in table().tips}


def test_github_gets_an_annotation_beside_each_mistake(tmp_path: Path) -> None:
    file, line = changed(tmp_path, ("scenarios", 0, "outcome"), "100%, gagal")
    done = run("check", file, github="true")
    assert done.returncode == 1
    key = GUIDE.scenarios[0].key
    told = f'scenario "{key}": outcome: "100%, gagal" is not known; known here: '
    assert done.stderr.startswith(f"{file}:{line}: S020 {told}")
    assert done.stdout.startswith(f"::error file={file},line={line},title=S020::{told.replace('%', '%25')}")
    assert len(done.stdout.splitlines()) == len(done.stderr.splitlines()) == 1
    assert run("check", file, github="false").stdout == ""


def test_a_remark_is_told_and_stops_nothing(tmp_path: Path) -> None:
    scenario = GUIDE.scenarios[0]
    file, line = changed(tmp_path, ("scenarios", 0, "title", "en"), "Diterima di tempat lain")
    done = run("check", file, github="true")
    assert done.returncode == 0
    told = f'scenario "{scenario.key}": title.en: "di", "lain" is not the language of this field (en)'
    assert done.stderr.startswith(f"{file}:{line}: S070 should: {told}")
    annotation, summary = done.stdout.splitlines()
    assert annotation.startswith(f"::warning file={file},line={line},title=S070::")
    assert summary.endswith(": 0 findings, 1 remark")


def test_a_dropped_thank_you_gives_one_line(tmp_path: Path) -> None:
    path = ("phrases", thanks_of(None), "text", "id")
    file, line = changed(tmp_path, path, value(GUIDE.model_dump(), path).replace("Terima kasih", "Halo"))
    done = run("check", file)
    assert (done.returncode, done.stdout) == (1, "")
    (told,) = done.stderr.splitlines()
    assert told.startswith(f'{file}:{line}: 7.1 scenario "')
    assert ", email, id: rule 7.1 of tip 7: " in told


def test_a_changed_year_gives_one_line(tmp_path: Path) -> None:
    sample = GUIDE.samples[0]
    moment = f"{sample.interview.replace(year=sample.interview.year - 1):%Y-%m-%d %H:%M}"
    file, line = changed(tmp_path, ("samples", 0, "interview"), moment)
    following = parse(file.read_text(encoding="utf-8"), file.name)[0].line_at(("samples", 1))
    done = run("check", file)
    assert (done.returncode, done.stdout) == (1, "")
    (told,) = done.stderr.splitlines()
    named = re.match(rf'{re.escape(str(file))}:(\d+): S024 sample "{sample.key}": ', told)
    assert named
    assert line - 15 < int(named[1]) < following  # somewhere in the sample; the slots are what no longer fits


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", [one.key for one in GUIDE.outcomes])
def test_a_story_in_any_outcome_gives_one_line(tmp_path: Path, outcome: Outcome, language: Language) -> None:
    number = scenario_of(outcome)
    file, line = changed(tmp_path, ("scenarios", number, "reason", language, "semiformal"), STORY)
    assert [told.split(": ")[0] for told in mistakes(file)] == [f"{file}:{line}"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", ["phone", "sms"])
def test_a_dropped_thank_you_at_the_end_gives_one_line(tmp_path: Path, channel: ChannelKey, language: Language) -> None:
    path = ("phrases", thanks_of(channel), "text", language)
    old, new = THANKS[language]
    file, line = changed(tmp_path, path, value(GUIDE.model_dump(), path).replace(old, new))
    (told,) = mistakes(file)
    assert told.startswith(f"{file}:{line}: ")
    assert "rule 7.1 " in told


def test_a_mistake_in_several_lines_of_words_is_still_one_line(tmp_path: Path) -> None:
    path = ("scenarios", scenario_of("withdraw"), "reason", "id", "formal")
    file, line = changed(tmp_path, path, ["Saya pindah", "jauh " * 24 + "sekali."])
    (told,) = mistakes(file)
    assert told.startswith(f"{file}:{line}: ")
    assert "rule 5.1 " in told


def test_a_part_that_says_the_same_twice_is_a_mistake(tmp_path: Path) -> None:
    number = next(number for number, phrase in enumerate(GUIDE.phrases) if phrase.part == "closing")
    path = ("phrases", number, "text", "id")
    file, line = changed(tmp_path, path, "Semoga prosesnya lancar. Semoga prosesnya lancar.")
    found = [told for told in mistakes(file) if "is said twice" in told]
    assert found
    assert all(told.startswith(f"{file}:{line}: ") for told in found)


def test_two_parts_that_say_the_same_are_a_mistake(tmp_path: Path) -> None:
    scenario = GUIDE.scenarios[scenario_of("withdraw")]
    thanks = next(phrase for phrase in GUIDE.phrases if phrase.part == "closing").text.id
    path = ("scenarios", scenario_of("withdraw"), "reason", "id", "formal")
    file, _line = changed(tmp_path, path, thanks)
    found = [told for told in mistakes(file) if "is said twice" in told]
    assert found
    assert all(f'scenario "{scenario.key}"' in told for told in found)


def test_a_situation_whose_own_words_are_too_long_is_blamed_for_it(tmp_path: Path) -> None:
    numbers = [number for number, scenario in enumerate(GUIDE.scenarios) if scenario.own][:3]
    data = yaml.load(DATA.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds texts only
    paths = [("scenarios", number, "own", 0, "text", "en") for number in numbers]
    for path in paths:
        value(data, path[:-1])["en"] = f"I am {'very ' * 120}busy."
    file, _ = changed(tmp_path, ("scenarios",), data["scenarios"])
    root, _ = parse(file.read_text(encoding="utf-8"), file.name)
    assert {told.split(": ")[0] for told in mistakes(file)} == {f"{file}:{root.line_at(path)}" for path in paths}


def test_a_shared_wording_that_is_too_long_is_one_line(tmp_path: Path) -> None:
    path = ("phrases", thanks_of(None), "text", "en")
    words = value(GUIDE.model_dump(), path).removesuffix(".")
    file, line = changed(tmp_path, path, f"{words}, {'which was very, ' * 30}very kind.")
    assert {told.split(": ")[0] for told in mistakes(file)} == {f"{file}:{line}"}
