"""The command line: `python -m macros check`, `messages` and `schema`; `--help` explains them.

Exit 0 when all is well, with one line per warning; exit 1 and one line per error; exit 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from macros.data.load import DATA, display, load
from macros.data.nodes import DataError
from macros.data.questions import questions
from macros.data.schema import SCHEMA, schema
from macros.messages.export import record
from macros.messages.reach import at_every_step, reachable
from macros.site.editions import strings
from macros.tips.check import check


def _check(options: argparse.Namespace) -> int:
    data = load(options.file)
    for warning in data.warnings:
        print(warning, file=sys.stderr)
    checked = check(data)
    strings("id")
    if options.file == DATA:  # another file may lack the situations that the answers lead to
        questions(data)
    print(checked.summary)
    return 0


def _messages(options: argparse.Namespace) -> int:
    data = load(options.file)
    for written in reachable(data):
        for message in at_every_step(data, written):
            print(json.dumps(record(message), ensure_ascii=False))
    return 0


def _schema(_: argparse.Namespace) -> int:
    SCHEMA.write_text(schema(), encoding="utf-8")
    print(f"{display(SCHEMA)} is written")
    return 0


def _data_file(written: str) -> Path:
    return Path(os.path.realpath(written))


def main(arguments: list[str] | None = None) -> int:
    """Run the command that `arguments` (default: the process's own) ask for and give its exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Work with Pamit's data file.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check the data and every message made from it")
    checking.set_defaults(run=_check)
    listing = commands.add_parser(
        "messages", help="write every message that a reader can reach, one JSON object a line"
    )
    listing.set_defaults(run=_messages)
    for command in (checking, listing):
        command.add_argument("file", nargs="?", type=_data_file, default=DATA, metavar="FILE", help="another data file")
    writing = commands.add_parser("schema", help="write the data file's schema for editors anew from the model")
    writing.set_defaults(run=_schema)
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every console has every letter
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except DataError as error:
        for diagnostic in error.diagnostics:
            print(diagnostic, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
