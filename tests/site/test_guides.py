"""What the written guides promise to a contributor is so."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest

from macros.data.load import DATA, ROOT, load
from macros.data.nodes import DataError
from macros.tips.check import check
from tests.edits import FEW, TEXT, edit

if TYPE_CHECKING:
    from pathlib import Path

GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs/kontribusi.md", ROOT / "docs/en/contribute.md"]


def test_every_target_file_and_code_that_a_guide_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    codes = load().codes
    missing = []
    for guide in GUIDES:
        text = guide.read_text("utf-8")
        named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", text, flags=re.MULTILINE))
        assert named, guide
        files = re.findall(r"`((?:docs|macros|tests|overrides|\.github)/[\w./-]+\.\w+)`", text)
        files += re.findall(r"\]\(((?!https?:)[\w./-]+)\)", text) if guide.parent == ROOT else []
        missing += [(guide.name, name) for name in named - targets]
        missing += [(guide.name, name) for name in files if not (ROOT / name).exists()]
        missing += [(guide.name, code) for code in re.findall(r"\bS0\d\d\b", text) if code not in codes]
    assert missing == []
    assert len(GUIDES[0].read_text("utf-8").splitlines()) < 120


def test_every_guide_shows_the_same_record_of_five_values_and_it_is_whole(tmp_path: Path) -> None:
    record = re.compile(r"( *)- outcome: reschedule\n(?:\1  \w+: .*\n?){4}")
    shown = set()
    for guide in GUIDES:
        found = record.search(guide.read_text("utf-8").replace("</code>", "\n").replace('tabindex="0">', "\n"))
        assert found, guide
        shown.add(textwrap.dedent(found[0]).strip())
    (five,) = shown
    head = re.sub(r" {2,}# .*", "", DATA.read_text("utf-8").replace("\n#", "\n"))  # each value has a comment there
    assert textwrap.indent(five, "   ") in head
    path = tmp_path / "scenarios.yml"
    path.write_text(f"{FEW}\n{textwrap.indent(five, '  ')}\n", "utf-8")
    assert check(load(path)).data.guide.scenarios[-1].key == "anak-sakit"


def test_the_diagnostics_that_the_guide_shows_are_what_is_printed(tmp_path_factory: pytest.TempPathFactory) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = re.findall(r"^ +docs/data/scenarios\.yml:\d+: (.*)$", guide, re.MULTILINE)
    illness = edit(TEXT, "sakit", "saya sedang sakit", "saya sedang sakit tifus")
    for sample, text in zip(shown, (edit(TEXT, "sakit", "reasons:", "alasn:"), illness), strict=True):
        path = tmp_path_factory.mktemp("guide") / "scenarios.yml"
        path.write_text(text, "utf-8")
        with pytest.raises(DataError) as caught:
            check(load(path))
        (diagnostic,) = caught.value.diagnostics
        assert str(diagnostic).partition("scenarios.yml:")[2].partition(": ")[2].startswith(sample.removesuffix("…"))
