"""The reader chooses reason, tone and step: the browser writes what the build would write."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from shutil import which
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from macros.data.load import ROOT
from macros.data.vocabulary import LANGUAGES, ZONES
from macros.messages import dates, spoken
from macros.messages.compose import compose, first_choice
from macros.messages.reach import reachable
from macros.site.browser import choosable, filling, known
from macros.site.editions import Edition, strings
from tests.made import edited
from tests.site.readers import ready, texts, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.data.load import Data
    from macros.tips.check import Checked


def _cases(data: Data) -> Iterator[dict[str, object]]:
    """Every fifth message that a reader can reach (nothing comes in fives), each at one of its steps in turn."""
    for number, reached in enumerate(islice(reachable(data), 0, None, 5)):
        scenario, channel = data.guide.scenario(reached.scenario), data.guide.channel(reached.channel)
        steps = data.guide.steps_for(scenario)
        step = steps[number % len(steps)]
        message = compose(data, scenario, channel, reached.language, replace(reached.choice, step=step.key))
        yield {
            "scenario": message.scenario,
            "channel": message.channel,
            "language": message.language,
            "register": message.register,
            "choice": vars(message.choice),
            "written": {
                "subject": message.subject.text if message.subject else None,
                "body": message.body,
                "parts": [
                    [part.part, part.tips, [[segment.text, segment.blank] for segment in part.segments]]
                    for part in message.parts
                ],
            },
        }


def _moments() -> Iterator[dict[str, object]]:
    """Every minute of a day, and every day around the end of a year."""
    noon = datetime(2027, 12, 30, 12, tzinfo=ZONES["WIB"])
    times = [noon + timedelta(minutes=minute) for minute in range(24 * 60)]
    times += [noon + timedelta(days=day) for day in range(-10, 11)]
    for language in LANGUAGES:
        for at in times:
            written = [moment(at, noon, language) for moment in (dates.when, dates.moment, spoken.moment)]
            yield {"language": language, "at": f"{at:%Y-%m-%dT%H:%M}", "sent": "2027-12-30T12:00", "written": written}


def test_the_browser_composes_as_the_build_does(checked: Checked, tmp_path: Path) -> None:
    data = checked.data
    cases = list(_cases(data))
    assert len(cases) > 300
    assert {case["scenario"] for case in cases} == {scenario.key for scenario in data.guide.scenarios}
    edition = Edition("id", checked, strings("id"))
    pages = {scenario.key: known(edition) | filling(edition, scenario) for scenario in data.guide.scenarios}
    vectors = tmp_path / "vectors.json"
    vectors.write_text(json.dumps({"pages": pages, "cases": cases, "moments": list(_moments())}), encoding="utf-8")
    deno = which("deno", path=f"{ROOT / '.venv/bin'}") or "deno"
    script = ROOT / "tests/site/browser/vectors.js"
    ran = subprocess.run(
        [deno, "run", "--quiet", "--no-check", "--no-remote", "--no-npm", f"--allow-read={vectors}", script, vectors],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def _written(checked: Checked, scenario: str, **chosen: int | str) -> dict[str, tuple[str, str]]:
    """Subject and body of every message of a scenario as the build writes it, by the id that the page shows."""
    data = checked.data
    record = data.guide.scenario(scenario)
    choice = replace(first_choice(data, record), **chosen)  # type: ignore[arg-type]
    found = {}
    for shown in checked.of(scenario):
        message = compose(data, record, data.guide.channel(shown.channel), shown.language, choice)
        found[shown.id] = (message.subject.text if message.subject else "", message.body)
    return found


def _shown(page: Page) -> dict[str, tuple[str, str]]:
    return {key: (text["subject"], text["body"]) for key, text in texts(page).items()}


def _choose(page: Page, name: str, value: str) -> None:
    if name == "step":
        page.locator("select[data-choice=step]").select_option(value)
    else:
        page.locator(f'input[name="{name}"][value="{value}"]').check()


@pytest.mark.parametrize("scenario", ["sakit", "tawaran-lain", "lewat-headhunter"])
def test_each_choice_changes_every_message_as_the_build_would(
    open_as: Callable[..., Page], checked: Checked, scenario: str
) -> None:
    page = open_as({}, f"contoh/{checked.data.guide.scenario(scenario).slug.id}/")
    assert _shown(page) == _written(checked, scenario)
    _choose(page, "reason", "2")
    assert _shown(page) == _written(checked, scenario, reason=1)
    _choose(page, "tone", "ongoing")
    assert _shown(page) == _written(checked, scenario, reason=1, tone="ongoing")
    _choose(page, "step", "medical")
    expected = _written(checked, scenario, reason=1, tone="ongoing", step="medical")
    assert _shown(page) == expected
    assert not {"step", "reason", "Reason"} & set(" ".join(text["invented"] for text in texts(page).values()).split())
    # The address carries it to somebody who has chosen nothing.
    assert _shown(open_as({}, page.url)) == expected


def test_the_choice_is_remembered_and_a_reason_only_where_it_was_chosen(
    open_as: Callable[..., Page], checked: Checked
) -> None:
    page = open_as({}, "contoh/sakit/")
    for name, value in (("reason", "3"), ("tone", "ongoing"), ("step", "psychotest")):
        _choose(page, name, value)
    visit(page, f"contoh/{checked.data.guide.scenario('duka').slug.id}/")
    assert page.locator("input[name=reason]:checked").get_attribute("value") == "1"
    assert page.locator("input[name=tone]:checked").get_attribute("value") == "ongoing"
    assert page.locator("select[data-choice=step]").input_value() == "psychotest"
    visit(page, "contoh/sakit/")
    assert page.locator("input[name=reason]:checked").get_attribute("value") == "3"


def test_a_reason_of_ones_own_is_judged_used_and_kept(open_as: Callable[..., Page]) -> None:
    page = open_as({}, "contoh/sakit/")
    field, note = page.locator("input[name=reason_id]"), page.locator("#reason-note-id")
    body = page.locator("#sakit-email-id .message-body")
    expect(field).to_be_hidden()
    before = body.text_content()
    _choose(page, "reason", "own")
    assert body.text_content() == before
    expect(page.locator("#sakit-email-id .missing")).to_be_hidden()
    for written, told in (
        ("karena saya sakit", "Hapus kata “karena”"),
        ("saya kena tifus", "Nama penyakit"),
        ("saya diterima di PT Maju Jaya", "perusahaan lain"),
        ("saya kecewa", "kritik"),
        ("saya sakit. Saya lelah", "satu kalimat"),
        ("ya " * 26, "satu kalimat"),
    ):
        field.fill(written)
        expect(note).to_contain_text(told)
    field.fill("saya <b>terjebak</b> di bandara.")
    expect(note).to_be_empty()
    assert "saya <b>terjebak</b> di bandara" in (body.text_content() or "").replace("Saya <b>", "saya <b>")
    assert "bandara.." not in (body.text_content() or "")
    page.reload()
    ready(page)
    assert "terjebak</b> di bandara" in (body.text_content() or "")
    assert "terjebak" not in (page.locator("#sakit-email-en .message-body").text_content() or "")
    page.locator(".reader summary").click()
    page.get_by_role("button", name="Hapus isian saya").click()
    assert body.text_content() == before
    assert field.input_value() == ""


def test_nearness_is_worked_out_from_now(open_as: Callable[..., Page]) -> None:
    page = open_as({"interview": "2027-04-08T15:30"}, "contoh/bentrok-jam-kerja/")
    shown = texts(page)
    assert "besok, Kamis, 8 April, pukul 15.30 WIB" in shown["bentrok-kerja-email-id"]["body"]
    assert "besok pukul setengah empat sore" in shown["bentrok-kerja-phone-id"]["body"]
    assert "tomorrow at half past three in the afternoon" in shown["bentrok-kerja-phone-en"]["body"]


def test_only_what_changes_a_message_can_be_chosen(checked: Checked) -> None:
    shown = Edition("id", checked, strings("id"))
    guide = checked.data.guide
    assert choosable(shown, guide.scenario("sakit")) == {"reason", "tone", "step"}
    assert choosable(shown, guide.scenario("mencurigakan")) == {"reason", "step"}
    assert choosable(shown, guide.scenario("walk-in")) == {"reason", "tone"}
    # Whoever doubts an invitation for one reason only is asked for none.
    way = ("scenarios", guide.number("mencurigakan"), "reasons")
    data = edited(checked.data, way, guide.scenario("mencurigakan").reasons[:1])
    shown = Edition("id", replace(checked, data=data), strings("id"))
    assert choosable(shown, data.guide.scenario("mencurigakan")) == {"step"}


def test_without_scripts_the_first_reason_stands_and_the_others_are_listed(
    browser: Browser, address: str, checked: Checked
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("contoh/sakit/")
    expect(page.locator(".wording")).to_be_hidden()
    listed = page.locator("noscript .note:visible")
    first, *others = checked.data.guide.scenario("sakit").reasons
    assert others
    assert [reason.id for reason in (first, *others) if reason.id in listed.inner_text()] == [one.id for one in others]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choices_are_accessible(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    visit(page, "contoh/sakit/?reason=own")
    page.locator("input[name=reason_id]").fill("karena tifus")
    expect(page.locator("#reason-note-id")).not_to_be_empty()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(
        """() => [...document.querySelectorAll('.wording :is(label:has([type=radio]), select, .own-reason input)')]
          .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML)"""
    )
    assert small == []
    page.locator("input[name=tone]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=tone]:checked").get_attribute("value") == "ongoing"
    context.close()
