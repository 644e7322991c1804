"""Nothing lies about unused: words of the interface, phrases, own wordings, samples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.load import ROOT
from macros.site import words

if TYPE_CHECKING:
    from macros.check import Checked


def test_every_word_of_the_interface_is_used_and_known() -> None:
    files = [*(ROOT / "macros" / "templates").glob("*.html"), *(ROOT / "overrides").glob("*.html")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    text += (ROOT / "macros" / "render.py").read_text(encoding="utf-8")
    used = set(re.findall(r"\b(?:w|words)\.([a-z_]+)", text)) - {"get"}
    # Words whose name is put together: clock_early, fork_yes_do, hint_short, language_id …
    made = set(re.findall(r'\["([a-z]+_)" ~|get\(f"([a-z]+_)', text))
    prefixes = tuple({part for pair in made for part in pair if part})
    assert prefixes
    known = set(words("id"))
    assert used - known == set()
    assert {word for word in known - used if not word.startswith(prefixes)} == set()
    assert set(words("en")) == known


def test_every_wording_is_used_by_a_message(checked: Checked) -> None:
    origins = {part.origin[:-2] for message in checked.messages for part in message.parts}
    guide = checked.guide
    wordings: set[tuple[str | int, ...]] = {("phrases", number) for number in range(len(guide.phrases))}
    wordings |= {
        ("scenarios", number, "own", own)
        for number, scenario in enumerate(guide.scenarios)
        for own in range(len(scenario.own))
    }
    assert wordings - origins == set()


def test_every_sample_is_used(checked: Checked) -> None:
    assert {sample.key for sample in checked.guide.samples} == {scenario.sample for scenario in checked.guide.scenarios}
