"""Repairs that need no thought: spaces, line ends, quotes and the order of a scenario's fields.

Each step takes the text of the file and gives it back mended, with what it did. The first steps make YAML readable as
it was meant; all later ones may not change what the file says, and the whole is refused if they did.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml

from macros.load import DATA, display, load
from macros.order import order_fields
from macros.source import DataError, Mistake, parse
from macros.write import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Repair = tuple[int, str]

# What stands before a value: indentation, a list's dash, a field's name.
_BEFORE_VALUE = re.compile(r"[ \t\u00a0]*(?:-[ \t\u00a0]+)*(?:[a-z]+:[ \t\u00a0]+)?")
# All spaces at the end of a line; behind a backslash they belong to the text.
_LINE_TAIL = re.compile(r"(?<![\\ \t\u00a0])[ \t\u00a0]+$")
# A field whose text stands without quotes and holds nothing that could begin a comment.
_UNQUOTED = re.compile(r"( *(?:- )?[a-z]+: +)([\w“‘„(](?:(?! #).)*)")
_CURLY = re.compile("[“”‘„]([^“”‘’„]*)[“”’]")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_TAB_WIDTHS = (2, 4, 8)


def fix(path: Path = DATA) -> list[str]:
    """Repair the file and tell each repair as `path:line: what was repaired`.

    Raise `DataError` if the file cannot be read, written or repaired without a change of meaning; it is then as it was.
    """
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        load(path)  # says in a sentence what is wrong
        raise
    name = display(path)
    repaired, repairs = _repaired(text, name)
    if repaired != text:
        replace(path, repaired)
    return [f"{name}:{line}: {what}" for line, what in sorted(repairs)]


def _repaired(text: str, name: str) -> tuple[str, list[Repair]]:
    repairs: list[Repair] = []
    for step in (_line_ends, _line_tails, _no_break_indents, _tabs, _colons):
        text, done = step(text)
        repairs += done
    before = parse(text, name)[0].plain()
    for step in (_texts, order_fields, _last_line):
        text, done = step(text)
        repairs += done
    if not _same(before, text):
        raise DataError(
            [Mistake(name, 1, "S001", "cannot be repaired without changing what it says; nothing was changed")]
        )
    return text, repairs


def _line_ends(text: str) -> tuple[str, list[Repair]]:
    count = text.count("\r\n")
    done = [(1, f"line ends of Windows (CRLF) on {count} lines → LF")] if count else []
    return text.replace("\r\n", "\n"), done


def _line_tails(text: str) -> tuple[str, list[Repair]]:
    lines = text.split("\n")
    mended = [_LINE_TAIL.sub("", line) for line in lines]
    return "\n".join(mended), _changed(lines, mended, "spaces at the end of the line removed")


def _no_break_indents(text: str) -> tuple[str, list[Repair]]:
    def mend(line: str) -> str:
        return _BEFORE_VALUE.sub(lambda match: match[0].replace("\u00a0", " "), line, count=1)

    lines = text.split("\n")
    mended = [mend(line) for line in lines]
    return "\n".join(mended), _changed(lines, mended, "no-break spaces before the text → spaces")


def _tabs(text: str) -> tuple[str, list[Repair]]:
    """Tabs become spaces if every usual width that makes sense gives the same data."""
    if _is_yaml(text):
        return text, []
    lines = text.split("\n")
    found: list[tuple[int, str, list[str]]] = []
    for width in _TAB_WIDTHS:
        mended = [_expanded(line, width) for line in lines]
        candidate = _colons("\n".join(mended))[0]
        if _is_yaml(candidate):
            scalars = list(_scalars(yaml.compose(candidate, Loader=yaml.BaseLoader)))
            empty = sum(scalar.style is None and not scalar.value for scalar in scalars)
            found.append((empty, repr(parse(candidate, "")[0].plain()), mended))
    fewest = min((empty for empty, _, _ in found), default=0)  # a field without a value was not meant
    likely = [(data, mended) for empty, data, mended in found if empty == fewest]
    if len({data for data, _ in likely}) != 1:
        return text, []
    mended = likely[0][1]
    return "\n".join(mended), _changed(lines, mended, "tabs before the text → spaces")


def _expanded(line: str, width: int) -> str:
    """The line without tabs before its value: those of the indentation reach to the next multiple of `width`."""
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    rest = line[len(indent) :]
    return indent.expandtabs(width) + _BEFORE_VALUE.sub(lambda match: match[0].replace("\t", " "), rest, count=1)


def _colons(text: str) -> tuple[str, list[Repair]]:
    """Put double quotes around texts whose colon YAML would take for the end of a field's name."""
    lines, done = text.split("\n"), []
    while mark := _stray_colon("\n".join(lines)):
        found = _UNQUOTED.fullmatch(lines[mark.line])
        if not found or mark.column < found.end(1):
            break
        lines[mark.line] = found[1] + _quoted(_uncurled(found[2]))
        done.append((mark.line + 1, f"double quotes put around {_quoted(_uncurled(found[2]))}"))
    return "\n".join(lines), done


def _stray_colon(text: str) -> yaml.Mark | yaml._yaml.Mark | None:
    try:
        for _ in yaml.parse(text, Loader=yaml.BaseLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark if error.problem == "mapping values are not allowed here" else None
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: numbers that the parser converts unchecked
        pass
    return None


def _texts(text: str) -> tuple[str, list[Repair]]:
    """Mend the quotes and spaces of every text that stands on one line."""
    done: list[Repair] = []
    for scalar in reversed(list(_scalars(yaml.compose(text, Loader=yaml.BaseLoader)))):
        start, end = scalar.start_mark, scalar.end_mark
        if start.line != end.line:
            continue
        value, repairs = _mended(scalar.value, plain=scalar.style is None)
        if repairs:
            text = text[: start.index] + _quoted(value) + text[end.index :]
            done += [(start.line + 1, f"{what}: {_quoted(value)}") for what in repairs]
    return text, done


def _mended(value: str, *, plain: bool) -> tuple[str, list[str]]:
    """The text as it should be, and what that took; `plain` says that it stood without quotes."""
    done = []
    for what, mend in _TEXT_STEPS:
        mended = mend(value)
        if mended != value and (plain or mend is not _uncurled):
            value = mended
            done.append(what)
    return value, done


def _uncurled(value: str) -> str:
    enclosed = _CURLY.fullmatch(value)
    return enclosed[1] if enclosed else value


_TEXT_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("curly quotes → double quotes", _uncurled),
    ("no-break spaces → spaces", lambda value: _NO_BREAK.sub(" ", value)),
    ("spaces at an end or two in a row removed", lambda value: re.sub(" {2,}", " ", value).strip(" ")),
)


def _last_line(text: str) -> tuple[str, list[Repair]]:
    if text.endswith("\n"):
        return text, []
    return f"{text}\n", [(text.count("\n") + 1, "line end added to the last line")]


def _is_yaml(text: str) -> bool:
    try:
        parse(text, "")
    except DataError:
        return False
    return True


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """All texts in the order of the file, without the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _scalars(child)


def _changed(before: list[str], after: list[str], what: str) -> list[Repair]:
    pairs = enumerate(zip(before, after, strict=True), start=1)
    return [(number, what) for number, (old, new) in pairs if old != new]


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # JSON is YAML between double quotes


def _meaning(tree: object) -> object:
    """The data but for what the repair of a text may change: spaces, and curly quotes around it."""
    if isinstance(tree, dict):
        return {name: _meaning(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_meaning(value) for value in tree]
    return " ".join(_uncurled(str(tree)).split())


def _same(before: object, text: str) -> bool:
    return _is_yaml(text) and _meaning(before) == _meaning(parse(text, "")[0].plain())
