"""No string of the interface lies about unused, and none is missing."""

from __future__ import annotations

import re

from macros.data.load import ROOT
from macros.site.editions import strings


def test_every_string_of_the_interface_is_used_and_known() -> None:
    files = [*(ROOT / "macros" / "site").rglob("*.*"), *(ROOT / "overrides").rglob("*.html")]
    text = "\n".join(file.read_text("utf-8") for file in files if file.suffix in (".html", ".py"))
    used = set(re.findall(r"\bstrings\.([a-z_]+)", text)) | set(re.findall(r'\bstrings\["([a-z_]+)"\]', text))
    used -= {"get", "items", "yml"}
    # Strings whose name is put together: clock_early, fork_yes_do, hint_short, reason_help_id …
    made = set(re.findall(r'\["([a-z_]+_)" ~|(?:get\(|\[)f"([a-z_]+_)|startswith\("([a-z_]+_)"\)', text))
    prefixes = tuple({part for pair in made for part in pair if part})
    assert prefixes
    known = set(strings("id"))
    assert used - known == set()
    assert {word for word in known - used if not word.startswith(prefixes)} == set()
    assert set(strings("en")) == known
