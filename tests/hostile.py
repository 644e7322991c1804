"""Hostile values, and records of the data that carry them in every field."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass, field
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from macros.data.load import load
from macros.data.model import Scenario
from macros.data.nodes import DataError, Diagnostic
from macros.data.reader import parse
from macros.data.vocabulary import MAX_CHARACTERS, PartKey
from tests.edits import TEXT
from tests.strategies import RAW, with_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from macros.data.load import Data

Place = tuple[str | int, ...]
VALUES = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "closing tags": "</textarea></title></article><b>x",
    "end of script": "</script>",
    "comment": "<!-- x",
    "end of cdata": "]]>",
    "attribute": '" onmouseover="alert(1)',
    "single attribute": "' onmouseover='alert(1)",
    "jinja expression": "{{ 7*7 }}",
    "jinja settings": "{{ config }}",
    "jinja statement": "{% include 'x' %}",
    "jinja comment": "{# x #}",
    "javascript": "javascript:alert(1)",
    "web address": "https://example.com/x",
    "markdown link": "[x](javascript:alert(1))",
    "markdown image": "![x](https://example.com/x.png)",
    "markdown code": "`x`",
    "markdown emphasis": "**x** _y_ ~~z~~",
    "markdown heading": "# x",
    "markdown attributes": "{: .x onclick=y }",
    "named entity": "&lt;script&gt;",
    "numbered entity": "&#106;avascript:alert(1)",
    "ampersands": "R&D &copy= &amp",
    "null": "\0",
    "escape": "\x1b[31m",
    "right to left": "\u202ex",
    "zero width": "a\u200db",
    "cyrillic a": "p\u0430mit",
    "full width": "\uff1cscript\uff1e",
    "no-break space": "a\u00a0b",
    "lone surrogate": "\ud800",
    "byte order mark": "\ufeffx",
    "combining marks": "e" + "\u0301" * 10,
    "emoji": "🙏",
    "more than any text may have": "x" * (MAX_CHARACTERS + 1),
    "long word": "x" * 300,
    "line break": "a\nb",
    "carriage return": "a\rb",
    "tab": "a\tb",
    "front matter": "---",
    "front matter lines": "x\n---\ntitle: y\n---\n",
    "yaml tag": "!!python/object:os.system",
    "yaml anchor": "&a x",
    "yaml alias": "*a",
    "yaml merge": "<<",
    "spreadsheet": "=cmd|'/c calc'!A1",
    "encoded line break": "x%0ABcc:y",
    "mail body": "x?subject=y&body=z",
    "path": "../../etc/passwd",
    "windows path": "..\\..\\x",
    "device": "con",
    "list page": "index",
    "quotes": "\"'“”\u2018\u2019«»",
    "database": "'; DROP TABLE x; --",
    "shell": "$(id) $HOME",
    "backslashes": "\\n \\x41 \\",
    "format": "%s %n %(x)s",
    "number": "1e999",
    "nothing": "null",
}
# A record in which every field of the model is filled, so that every field can be attacked.
HARMLESS: dict[str, Any] = {
    **next(record for record in RAW["scenarios"] if record["key"] == "alasan-pribadi"),
    "keywords": {"id": ["privasi"], "en": ["private"]},
    "channels": ["email", "whatsapp"],
    "caution": {"id": "Pastikan dulu keputusan ini.", "en": "Make sure of this first."},
    "reasons": [{"id": "ada pertimbangan pribadi", "en": "something personal has come up", "grave": "false"}],
    "steps": ["interview"],
    "own": [  # through all its channels: patterns take turns, so that no two pages would have the same shape
        {
            "channels": ["email", "whatsapp"],
            "tones": ["first"],
            "text": {
                "id": [
                    {
                        "decision": {
                            "first": "[daypart], [recruiter]. Saya [candidate], pelamar posisi [position] di [company]."
                            " Mohon maaf, tadi saya sudah mencoba menelepon. Karena [reason], saya mengundurkan diri"
                            " dari seleksi dan tidak bisa ikut [step] [when]. Terima kasih atas undangannya. Salam,"
                            " [candidate], [phone]"
                        }
                    }
                ],
                "en": [
                    {
                        "decision": {
                            "first": "[daypart], [recruiter]. This is [candidate], about the [position] role at"
                            " [company]. I'm sorry, I have just tried to call you. I'm withdrawing my application and"
                            " won't be at the [step] [when], because [reason]. Thank you for the invitation. Regards,"
                            " [candidate], [phone]"
                        }
                    }
                ],
            },
        },
    ],
    "sources": ["S32"],
}


def places(kind: Any) -> Iterator[Place]:  # noqa: ANN401 - an annotation may be anything
    """Where a value can be written in what `kind` describes; lists have one entry."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        yield from places(get_args(kind)[0])
    elif get_origin(kind) is dict:  # of parts, and of the words of a part
        key = "decision" if get_args(kind)[0] == PartKey else "first"
        yield from ((key, *place) for place in places(get_args(kind)[1]))
    elif get_origin(kind) is tuple:
        yield from ((0, *place) for place in places(get_args(kind)[0]))
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            yield from ((name, *place) for place in places(field.annotation))
    else:
        yield ()


PLACES = tuple(places(Scenario))


def is_text(place: Place) -> bool:
    """Whether people read what stands there; all else is a key or a choice of a few."""
    return place[-1] != "grave" and (place[0] in ("title", "when", "keywords", "caution", "reasons") or "text" in place)


def all_attacks() -> list[Attack]:
    """Every value in every field, alone and in the middle of the harmless text."""
    numbered = enumerate(VALUES.values(), start=1)
    return [Attack(number, value, kind) for number, value in numbered for kind in ("bare", "dressed")]


def value_at(record: Any, place: Place) -> Any:  # noqa: ANN401 - YAML has no type
    for step in place:
        record = record[step]
    return record


@dataclass
class Attack:
    """A record with a hostile value in each of its fields, as long as nothing refuses the field."""

    number: int
    value: str
    kind: str
    accepted: set[Place] = field(default_factory=lambda: set(PLACES))

    @property
    def marker(self) -> str:
        """A word by which a dressed value is found again."""
        return f"Uji{self.number:02}"

    @property
    def harmless(self) -> dict[str, Any]:
        key = f"uji-{self.number}-{self.kind}"
        # No two records share an address or a title.
        title = {"id": f"Alasan {self.number} {self.kind}", "en": f"Reason {self.number} {self.kind}"}
        return {**HARMLESS, "key": key, "slug": {"id": key, "en": key}, "title": title}

    @property
    def record(self) -> dict[str, Any]:
        record = self.harmless
        for place in self.accepted:
            first, _, rest = str(value_at(HARMLESS, place)).partition(" ")
            dressed = " ".join(filter(None, (first, self.marker, self.value, rest)))
            record = with_value(record, place, self.value if self.kind == "bare" else dressed)
        return record

    def text(self, *place: str | int) -> str:
        return str(value_at(self.record, place))


def written(attacks: list[Attack]) -> str:
    """The real data with the attacks' records added, one value to a line."""
    # Through JSON, so that no two records share an object: YAML would write an alias.
    records = json.loads(json.dumps([attack.record for attack in attacks]))
    text = yaml.safe_dump(records, default_style='"', allow_unicode=True, sort_keys=False, width=100_000)
    return f"{TEXT}\n{textwrap.indent(text, '  ')}"


def refusals(path: Path, examine: Callable[[Data], object] = id) -> list[Diagnostic]:
    """What is wrong with the data file at `path`, or is found when its data are examined."""
    try:
        examine(load(path))
    except DataError as error:
        return list(error.diagnostics)
    return []


# What is found in a line before its field is known, or in a message made from it.
_OTHERWISE = "characters; at most|control character|rule|said twice"


def settle(attacks: list[Attack], folder: Path, examine: Callable[[Data], object] = id) -> Path:
    """Leave in the attacks what is accepted; whatever is refused must be told on the line of its field.

    The file that holds all that is left is given back.
    """
    first = len(RAW["scenarios"])
    harmless = [Attack(attack.number, attack.value, attack.kind, set()) for attack in attacks]
    root, _ = parse(written(harmless), "harmless.yml")
    places = {
        root.line_at(("scenarios", first + number, *place)): (attack, place)
        for number, attack in enumerate(attacks)
        for place in PLACES
    }
    path = folder / "attacks.yml"
    while True:
        path.write_text(written(attacks), encoding="utf-8")
        found = refusals(path, examine)
        if not found:
            return path
        for one in found:
            attack, place = places[one.line]
            assert place in attack.accepted, one
            assert re.search(f"{str(place[0]).removesuffix('s')}|{_OTHERWISE}", one.text), one
        for one in found:
            attack, place = places[one.line]
            attack.accepted.discard(place)
