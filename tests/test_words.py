"""Nothing lies about unused: words of the interface, phrases, own wordings, samples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.messages.compose import variants
from macros.data.load import ROOT
from macros.site.editions import words

if TYPE_CHECKING:
    from macros.tips.check import Checked


def test_every_word_of_the_interface_is_used_and_known() -> None:
    files = [*(ROOT / "macros" / "templates").glob("*.html"), *(ROOT / "overrides").glob("*.html")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    text += "".join((ROOT / "macros" / name).read_text(encoding="utf-8") for name in ("render.py", "browser.py"))
    used = set(re.findall(r"\b(?:w|words)\.([a-z_]+)", text)) - {"get", "items"}
    # Words whose name is put together: clock_early, fork_yes_do, hint_short, language_id …
    made = set(re.findall(r'\["([a-z]+_)" ~|(?:get\(|\[)f"([a-z]+_)|startswith\("([a-z]+_)"\)', text))
    prefixes = tuple({part for pair in made for part in pair if part})
    assert prefixes
    known = set(words("id"))
    assert used - known == set()
    assert {word for word in known - used if not word.startswith(prefixes)} == set()
    assert set(words("en")) == known


def test_every_wording_is_used_by_a_message(checked: Checked) -> None:
    guide, limits = checked.guide, checked.table.limits
    written = [message for first in checked.messages for message in (first, *variants(guide, limits, first).values())]
    origins = {part.origin[:-2] for message in written for part in message.parts}
    wordings: set[tuple[str | int, ...]] = {("phrases", number) for number in range(len(guide.phrases))}
    wordings |= {
        ("scenarios", number, "own", own)
        for number, scenario in enumerate(guide.scenarios)
        for own in range(len(scenario.own))
    }
    assert wordings - origins == set()
