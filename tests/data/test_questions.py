"""The questions: what is wrong in their file is told with its line, and stops the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.data.nodes import DataError
from macros.data.questions import QUESTIONS, questions

if TYPE_CHECKING:
    from pathlib import Path

    from macros.data.load import Data

TEXT = QUESTIONS.read_text(encoding="utf-8")
# The first `old` becomes `new`; on that line `code` is told, and it `says` so.
MISTAKES = [
    ("S051", "see: [alasan-pribadi, tip-2]", "see: [alasan-pribdi, tip-2]", 'did you mean "alasan-pribadi"?'),
    ("S051", "see: [alasan-pribadi, tip-2]", "see: [alasan-pribadi, tip-0]", '"tip-0" is neither a situation nor'),
    ("S051", "see: [tip-8#gugup,", "see: [sakit#atas,", '"sakit#atas" is neither a situation nor a page'),
    ("S051", "sources: [S46]", "sources: [S999]", 'source "S999" is not in docs/data/sources.yml'),
    ("S050", "key: tidak-profesional", "key: boleh-membatalkan", '"boleh-membatalkan" is already used on this page'),
    ("S050", "key: boleh-membatalkan", "key: boleh-tidak", '"boleh-tidak" is already used on this page'),
    ("S015", "see: [alasan-pribadi, tip-2]", "see: []", "has 0 entries; 1 are needed"),
    ("S017", "see: [alasan-pribadi, tip-2]", "see: [tip-2, tip-2]", '"tip-2" stands in the list twice'),
    ("S012", "ask: {id:", "asks: {id:", 'did you mean "ask"?'),
    ("S033", 'id: "Boleh. Wawancara', 'id: "<b>Boleh. Wawancara', 'the character "<" is markup'),
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_line(data: Data, tmp_path: Path, mistake: tuple[str, str, str, str]) -> None:
    code, old, new, says = mistake
    assert old in TEXT
    file = tmp_path / "questions.yml"
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        questions(data, file)
    (found,) = caught.value.diagnostics
    assert (found.code, found.line) == (code, TEXT.count("\n", 0, TEXT.index(old)) + 1), found
    assert says in found.text


def test_all_that_is_wrong_is_told_at_once(data: Data, tmp_path: Path) -> None:
    file = tmp_path / "questions.yml"
    file.write_text(TEXT.replace("[tip-8#gugup", "[tip-0#gugup").replace("[S46]", "[S998]"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        questions(data, file)
    assert len(caught.value.diagnostics) == TEXT.count("[tip-8#gugup") + TEXT.count("[S46]")
