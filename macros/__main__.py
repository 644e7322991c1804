"""The command line: `python -m macros COMMAND`; `python -m macros --help` lists the commands.

Exit 0 when all is well, with one line per remark; exit 1 and one line per mistake; exit 2 for a wrong call.
In a GitHub workflow each is also shown beside its line of the pull request.
"""

from __future__ import annotations

import argparse
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from macros.annotations import annotation
from macros.check import check
from macros.fix import fix
from macros.load import DATA, display
from macros.new import Stopped, new
from macros.schema import SCHEMA, schema
from macros.show import show
from macros.site import site
from macros.source import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.source import Mistake


def _check(options: argparse.Namespace) -> int:
    if options.fix:
        for repair in fix(options.file):
            print(repair)
    checked = check(options.file)
    if options.file == DATA:
        site("id")  # the words, sources and rules beside the data
    _tell(checked.remarks, "warning")
    print(checked.summary)
    return 0


def _show(options: argparse.Namespace) -> int:
    shown = show(options.key, options.file)
    print(shown.text)
    return 1 if shown.findings else 0


def _new(options: argparse.Namespace) -> int:
    print(new(options.file))
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
    checking.add_argument("--fix", action="store_true", help="first repair what needs no thought, such as spaces")
    checking.set_defaults(run=_check)
    showing = commands.add_parser("show", help="print a situation's messages and what the tips say of them")
    showing.add_argument("key", metavar="KEY", help="the situation's key, like sakit")
    showing.set_defaults(run=_show)
    asking = commands.add_parser("new", help="add a situation by answering questions")
    asking.set_defaults(run=_new)
    writing = commands.add_parser("schema", help="write the data file's schema for editors anew from the model")
    writing.set_defaults(run=_schema)
    for command in (checking, showing, asking):
        command.add_argument("file", nargs="?", type=_data_file, default=DATA, metavar="FILE", help="another data file")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every console has every letter
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except DataError as error:
        _tell(error.mistakes, "error")
        return 1
    except Stopped as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _tell(mistakes: Sequence[Mistake], level: Literal["error", "warning"]) -> None:
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(mistake, level))


if __name__ == "__main__":
    sys.exit(main())
