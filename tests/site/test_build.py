"""The build itself: what stops it and what it says then, what a fork and one more record make, the live preview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.data.load import ROOT
from macros.site.editions import ROOTS
from tests.site.builds import build, copy_of_project

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = "https://example.com/pamit"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything that the build reads."""
    return copy_of_project(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_mistake_in_the_data_stops_the_build_with_its_line_and_writes_nothing(project: Path) -> None:
    edit(project / "docs" / "data" / "scenarios.yml", "    outcome: withdraw", "    outcom: withdraw")
    result = build(project, project / "site")
    (line,) = [line for line in result.stderr.splitlines() if "scenarios.yml:" in line]
    assert result.returncode != 0
    assert re.match(r'docs/data/scenarios.yml:\d+: S012 .*unknown field "outcom" — did you mean "outcome"\?', line)
    assert "Traceback" not in result.stderr
    assert not (project / "site" / "index.html").exists()


def test_an_unknown_name_in_a_page_stops_the_build(project: Path) -> None:
    edit(project / "docs" / "index.md", "# 9 Cara", "# {{ nope }} 9 Cara")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert "nope" in result.stderr


def test_a_broken_link_and_a_forgotten_page_stop_the_build(project: Path) -> None:
    edit(project / "docs" / "tentang.md", "# Tentang Pamit", "# Tentang Pamit\n\n[a](no.md) [b](#no) [c](/no/)")
    (project / "docs" / "forgotten.md").write_text("# Forgotten\n", "utf-8")
    result = build(project, project / "site")
    assert result.returncode != 0
    assert [name for name in ("'no.md'", "'#no'", "'/no/'", "forgotten.md") if name not in result.stderr] == []


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a fork below a path, with one record more."""
    project = copy_of_project(tmp_path_factory.mktemp("fork"))
    data = project / "docs" / "data" / "scenarios.yml"
    text = data.read_text("utf-8")
    start = text.index("  - key: alasan-pribadi")
    record = text[start : text.index("\n  - key: ", start) + 1]
    copy = record.replace("alasan-pribadi", "alasan-lain").replace("personal-reasons", "other-reasons")
    copy = copy.replace("id: Alasan pribadi, en: Personal reasons", "id: Alasan lain, en: Other reasons")
    data.write_text(text.replace(record, record + copy), "utf-8")
    result = build(project, project / "site", PAMIT_SITE_URL=f"{REPOSITORY}/", PAMIT_REPO_URL=REPOSITORY)
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_a_fork_below_a_path_links_to_itself_and_to_its_forms_and_records(fork: Path) -> None:
    for root in ROOTS["id"].values():
        home = f"{REPOSITORY}/{root}"
        assert f'<link rel="canonical" href="{home}">' in (fork / root / "index.html").read_text("utf-8")
        assert f"<loc>{home}</loc>" in (fork / root / "sitemap.xml").read_text("utf-8")
        assert f'href="/pamit/{root}assets/css/pamit.css"' in (fork / root / "404.html").read_text("utf-8")
    lines = (fork.parent / "docs" / "data" / "scenarios.yml").read_text("utf-8").splitlines()
    forms = {path.name for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()}
    for page, records in (("contoh/sakit", 1), ("en/examples/sick", 1), ("kontribusi", 0), ("en/contribute", 0)):
        html = (fork / page / "index.html").read_text("utf-8")
        named = set(re.findall(rf'{REPOSITORY}/issues/new\?template=([^"&]+)', html))
        assert named
        assert named <= forms
        found = re.findall(rf"{REPOSITORY}/blob/HEAD/docs/data/scenarios.yml#L(\d+)", html)
        assert len(found) == records
        assert all(lines[int(number) - 1] == "  - key: sakit" for number in found)


def test_one_record_is_enough_for_both_pages_their_links_and_the_search(fork: Path) -> None:
    for root, page in (("", "contoh/alasan-lain/"), ("en/", "examples/other-reasons/")):
        site = fork / root
        assert (site / page / "index.html").is_file()
        assert f"/{root}{page}</loc>" in (site / "sitemap.xml").read_text("utf-8")
        assert f'href="./{page}"' in (site / "index.html").read_text("utf-8")
        assert f'"{page}"' in (site / "search" / "search_index.json").read_text("utf-8")


def test_the_live_preview_links_each_edition_to_where_the_other_is_served(tmp_path: Path) -> None:
    """Nothing is left out of it, and nothing is forbidden: the script that reloads the page is the builder's."""
    result = build(ROOT, tmp_path / "site", PAMIT_LIVE="true")
    assert result.returncode == 0, result.stderr
    for root, here, there in (("", "8000", "8001"), ("en/", "8001", "8000")):
        html = (tmp_path / "site" / root / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="http://127.0.0.1:{here}/">' in html
        assert re.search(rf'<a href="http://127.0.0.1:{there}/"[^>]* hreflang', html)
        assert "Content-Security-Policy" not in html
