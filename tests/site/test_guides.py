"""What the written guides promise to a contributor is so."""

from __future__ import annotations

import re

import pytest

from macros.data.load import ROOT, load
from macros.data.nodes import DataError
from macros.tips.check import check
from tests.edits import TEXT, edit

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
