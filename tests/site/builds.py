"""How the tests build the site, or a changed copy of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from macros.data.load import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://pamit.example.com/"


def copy_of_project(folder: Path) -> Path:
    """A copy of everything that the build reads, in `folder`."""
    copy = folder / "project"
    copy.mkdir()
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, copy)
    return copy


def run(project: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in the folder of a project."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PAMIT_SITE_URL": BASE, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,  # a build that hangs fails its test
    )


def build(project: Path, target: Path, builder: str = "mkdocs", **settings: str) -> subprocess.CompletedProcess[str]:
    """Build both editions of `project` into `target`, as `make site` does; give the first result that failed."""
    for config, folder in (("mkdocs.yml", target), ("mkdocs.en.yml", target / "en")):
        result = run(project, builder, "build", "--config-file", config, "--site-dir", str(folder), **settings)
        if result.returncode:
            break
    return result
