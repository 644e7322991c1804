"""The build itself: what stops it, what it says then, and that it leaves nothing half-written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data.load import DATA, ROOT
from tests.conftest import build, copy_of_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything that the build reads."""
    return copy_of_project(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "semiformal: Saya sudah menerima tawaran kerja di tempat lain.",
            f"semiformal: Saya sudah menerima tawaran kerja{' yang baik' * 60}.",
            'scenario "tawaran-lain", whatsapp, id: rule 5.1 of tip 5',
        ),
        (
            "id: Terima kasih.",
            "id: Baik.",
            "id: rule 7.1 of tip 7",
        ),
        ("interview: 2027-04-08", "interview: 2026-04-08", "check day, month and year"),
        ("    outcome: withdraw", "    outcom: withdraw", 'unknown field "outcom" — did you mean "outcome"?'),
    ],
    ids=["story", "thanks", "year", "field"],
)
def test_one_mistake_in_the_data_stops_the_build_with_one_line(project: Path, old: str, new: str, said: str) -> None:
    edit(project / "docs" / "data" / "scenarios.yml", old, new)
    result = build(project, project / "site")
    lines = [line for line in result.stderr.splitlines() if "scenarios.yml:" in line]
    assert result.returncode != 0
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("docs/data/scenarios.yml:")
    assert said in lines[0]
    assert "Traceback" not in result.stderr
    assert not (project / "site" / "index.html").exists()


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("index.md", "# 9 Cara", "# {{ nope }} 9 Cara"),
        ("index.md", "# 9 Cara", "{% if %}\n\n# 9 Cara"),
        ("tentang.md", "# Tentang Pamit", "# Tentang Pamit\n\n[x](nowhere.md)"),
        ("tentang.md", "# Tentang Pamit", "# Tentang Pamit\n\n[x](#nowhere)"),
        ("tentang.md", "# Tentang Pamit", "# Tentang Pamit\n\n[x](/absolute/)"),
        ("tentang.md", "{{ all_sources() }}", '{{ scenario_page("nope") }}'),
    ],
    ids=["undefined", "syntax", "link", "anchor", "absolute", "scenario"],
)
def test_a_mistake_in_a_page_stops_the_build(project: Path, page: str, old: str, new: str) -> None:
    edit(project / "docs" / page, old, new)
    assert build(project, project / "site").returncode != 0


def test_a_page_that_the_navigation_forgets_stops_the_build(project: Path) -> None:
    (project / "docs" / "forgotten.md").write_text("# Forgotten\n", encoding="utf-8")
    assert build(project, project / "site").returncode != 0


def test_a_fork_below_a_path_links_to_itself_to_the_forms_and_to_each_record(project: Path) -> None:
    repository = "https://example.com/pamit"
    result = build(project, project / "site", repository=repository, address="https://example.com/pamit/")
    assert result.returncode == 0, result.stderr
    for folder, edition in ((".", ""), ("en", "en/")):
        site = project / "site" / folder
        home = f"https://example.com/pamit/{edition}"
        assert f'<link rel="canonical" href="{home}">' in (site / "index.html").read_text(encoding="utf-8")
        assert f"<loc>{home}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
        assert f'href="/pamit/{edition}assets/css/base.css"' in (site / "404.html").read_text(encoding="utf-8")
    lines = DATA.read_text(encoding="utf-8").splitlines()
    forms = {path.name for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()}
    for page, records in (("contoh/sakit", 1), ("en/examples/sick", 1), ("kontribusi", 0), ("en/contribute", 0)):
        html = (project / "site" / page / "index.html").read_text(encoding="utf-8")
        assert set(re.findall(rf'{repository}/issues/new\?template=([^"&]+)', html)) <= forms
        assert f"{repository}/issues/new?template=" in html
        found = re.findall(rf"{repository}/blob/HEAD/docs/data/scenarios.yml#L(\d+)", html)
        assert [lines[int(number) - 1] for number in found] == ["  - key: sakit"] * records


def test_one_record_is_enough_for_a_page(project: Path) -> None:
    data = project / "docs" / "data" / "scenarios.yml"
    text = data.read_text(encoding="utf-8")
    start = text.index("  - key: alasan-pribadi")
    record = text[start : text.index("\n  - key: ", start) + 1]
    copy = record.replace("alasan-pribadi", "alasan-lain").replace("personal-reasons", "other-reasons")
    copy = copy.replace("id: Alasan pribadi, en: Personal reasons", "id: Alasan lain, en: Other reasons")
    data.write_text(text.replace(record, record + copy), encoding="utf-8")
    result = build(project, project / "site")
    assert result.returncode == 0, result.stderr
    for edition, page in (("", "contoh/alasan-lain/"), ("en/", "examples/other-reasons/")):
        site = project / "site" / edition
        assert (site / page / "index.html").is_file()
        assert f"/{edition}{page}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
        assert f'href="./{page}"' in (site / "index.html").read_text(encoding="utf-8")
        assert f'"{page}"' in (site / "search" / "search_index.json").read_text(encoding="utf-8")
