"""The command line: `python -m macros check [FILE]`, `python -m macros schema`.

Exit 0 and one summary line; exit 1 and one line per mistake; exit 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.check import check
from macros.load import DATA, display
from macros.schema import SCHEMA, schema
from macros.source import DataError


def main(arguments: list[str] | None = None) -> int:
    """Run the command that `arguments` (default: the process's own) ask for and give its exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Work with Pamit's data file.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check the data and every message made from it")
    checking.add_argument("file", nargs="?", type=Path, default=DATA, help="another data file")
    checking.set_defaults(run=_check)
    writing = commands.add_parser("schema", help="write the data file's schema for editors anew from the model")
    writing.set_defaults(run=_schema)
    options = parser.parse_args(arguments)
    try:
        print(options.run(options))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(options: argparse.Namespace) -> str:
    return check(options.file.resolve()).summary


def _schema(_: argparse.Namespace) -> str:
    SCHEMA.write_text(schema(), encoding="utf-8")
    return f"{display(SCHEMA)} is written"


if __name__ == "__main__":
    sys.exit(main())
