"""The command line: `python -m macros check [FILE]`.

Exit 0, one line per remark and one summary line; exit 1 and one line per mistake; exit 2 for a wrong call.
In a GitHub workflow each is also shown beside its line of the pull request.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from macros.annotations import annotation
from macros.check import check
from macros.load import DATA
from macros.source import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.source import Mistake


def main(arguments: list[str] | None = None) -> int:
    """Run the command that `arguments` (default: the process's own) ask for and give its exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Work with Pamit's data file.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check the data and every message made from it")
    checking.add_argument("file", nargs="?", type=Path, default=DATA, help="another data file")
    options = parser.parse_args(arguments)
    try:
        checked = check(options.file.resolve())
    except DataError as error:
        _tell(error.mistakes, "error")
        return 1
    _tell(checked.remarks, "warning")
    print(checked.summary)
    return 0


def _tell(mistakes: Sequence[Mistake], level: Literal["error", "warning"]) -> None:
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(mistake, level))


if __name__ == "__main__":
    sys.exit(main())
