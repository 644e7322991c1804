"""The site is not bound to its builder: another one makes the same files from the same sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.data.load import ROOT
from tests.conftest import build

if TYPE_CHECKING:
    from pathlib import Path


def test_properdocs_builds_the_same_site(site_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    result = build(ROOT, other, builder="properdocs")
    assert result.returncode == 0, result.stderr
    # The sitemap is compressed with the time of day in it.
    names = {path.relative_to(site_dir) for path in site_dir.rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert names == {path.relative_to(other) for path in other.rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert [name for name in sorted(names) if (site_dir / name).read_bytes() != (other / name).read_bytes()] == []


def test_only_the_adapter_knows_the_builder() -> None:
    """A move to another builder touches this file and the settings, nothing else."""
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "macros").rglob("*.py")
        if "mkdocs" in path.read_text(encoding="utf-8").lower()
    }
    assert knowing == {"macros/hook.py"}
