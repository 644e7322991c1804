"""The validator's findings in the words of a helpful colleague: what is wrong, and what would be right."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from macros.data.nodes import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from macros.data.nodes import Node

_MOST_SHOWN = 12
_NUMBER = re.compile(r"S\d{3}")
# What contributors who think in Indonesian are likely to write for a field.
_INDONESIAN = {
    "alasan": "reasons",
    "judul": "title",
    "kapan": "when",
    "hasil": "outcome",
    "saluran": "channels",
    "contoh": "sample",
    "sumber": "sources",
    "catatan": "caution",
    "peringatan": "caution",
    "kunci": "key",
    "teks": "text",
    "bagian": "part",
    "nama": "name",
    "posisi": "position",
    "perusahaan": "company",
    "resmi": "formal",
    "santai": "semiformal",
}


def suggest(word: str, known: list[str]) -> str:
    """The known word that was probably meant, or some that are known, as the end of a sentence."""
    guess = _guess(word, known)
    if guess:
        return f' — did you mean "{guess}"?'
    return f"; known here: {', '.join(known[:_MOST_SHOWN])}{', …' if len(known) > _MOST_SHOWN else ''}"


def _guess(word: str, known: list[str]) -> str | None:
    near = difflib.get_close_matches(word, known, 1, 0.6)
    if near:
        return near[0]
    translated = difflib.get_close_matches(word, list(_INDONESIAN), 1, 0.75)
    return next((_INDONESIAN[word] for word in translated if _INDONESIAN[word] in known), None)


def _fields(kind: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The field names of the record that lies at `path` inside `kind`, as they are written in the file."""
    current: Any = kind
    for step in path:
        if isinstance(step, str):
            current = next(
                (f.annotation for n, f in current.model_fields.items() if step in (n, f.alias)),
                None,
            )
        current = next(
            (c for c in (current, *inner_types(current)) if isinstance(c, type) and issubclass(c, BaseModel)),
            None,
        )
        if current is None:
            return []
    return [field.alias or field_name for field_name, field in current.model_fields.items()]


def inner_types(annotation: object) -> tuple[Any, ...]:
    """The types that a generic type, a union or a Literal is made of."""
    return tuple(getattr(annotation, "__args__", ()))


def diagnostics_of(
    error: ValidationError, kind: type[BaseModel], node: Node, name: str, label: str = ""
) -> list[Diagnostic]:
    """What is wrong with the record of `kind` that `node` holds, in the file called `name`."""
    return [
        Diagnostic(name, node.line_at(detail["loc"]), rule, f"{label}{sentence}")
        for detail in _causes(error.errors(), kind)
        for rule, sentence in (_explain(detail, kind),)
    ]


def _causes(details: list[ErrorDetails], kind: type[BaseModel]) -> list[ErrorDetails]:
    """The findings without those that another one brings about."""
    meant = {
        (*detail["loc"][:-1], _guess(str(detail["loc"][-1]).split(":")[0], _fields(kind, detail["loc"][:-1])))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    wrong = [detail["loc"] for detail in details]

    def follows(detail: ErrorDetails) -> bool:
        place = detail["loc"]
        if detail["type"] == "missing":  # it is there, misspelt
            return place in meant
        return detail["type"] == "too_short" and any(other[: len(place)] == place != other for other in wrong)

    return [detail for detail in details if not follows(detail)]


def _explain(detail: ErrorDetails, kind: type[BaseModel]) -> tuple[str, str]:
    """The number of the data rule that is broken, and the sentence."""
    problem = Problem(detail, kind)
    if detail["type"] in _SENTENCES:
        rule, sentence = _SENTENCES[detail["type"]]
        return rule, sentence(problem)
    # The project's own validators give the number as the type of the error.
    rule = detail["type"] if _NUMBER.fullmatch(detail["type"]) else "S021"
    text = detail["msg"].removeprefix("Value error, ")
    return rule, f"{problem.where}: {text}" if problem.where else text


@dataclass(frozen=True)
class Problem:
    """A finding, with what the sentences need of it."""

    detail: ErrorDetails
    kind: type[BaseModel]

    @property
    def where(self) -> str:
        """The field, like `reason.id.formal`."""
        return ".".join(map(str, self.detail["loc"]))

    @property
    def field(self) -> str:
        """The last step of the way to the field."""
        return str(self.detail["loc"][-1])

    @property
    def given(self) -> str:
        """What the file says there."""
        return str(self.detail["input"])

    def context(self, *names: str) -> str:
        """The first value that the validator gives under one of `names`."""
        return next(str(self.detail["ctx"][name]) for name in names if name in self.detail["ctx"])


def _unknown_field(problem: Problem) -> str:
    parents = problem.detail["loc"][:-1]
    inside = f' in "{".".join(map(str, parents))}"' if parents else ""
    if problem.given == "" and ":" in problem.field:
        return f'"{problem.field}"{inside} is taken for a field; put a space after the colon'
    if problem.given == "" and " " in problem.field:
        return f'"{problem.field}"{inside} is taken for a field; put double quotes around a text with a comma'
    return f'unknown field "{problem.field}"{inside}{suggest(problem.field, _fields(problem.kind, parents))}'


def _unknown_value(problem: Problem) -> str:
    choices = problem.context("expected").replace("'", "").replace(" or ", ", ").split(", ")
    return f'{problem.where}: "{problem.given}" is not known{suggest(problem.given, choices)}'


def _wrong_form(problem: Problem) -> str:
    form = _FORMS.get(problem.field, problem.context("pattern"))
    return f'{problem.where}: "{problem.given}" does not have the form {form}'


def _not_a_map(problem: Problem) -> str:
    fields = ", ".join(_fields(problem.kind, problem.detail["loc"]))
    return f"{problem.where or 'the record'}: must have the fields {fields}"


def _number_of_entries(problem: Problem) -> str:
    needed = problem.context("min_length", "max_length")
    return f"{problem.where}: has {problem.context('actual_length')} entries; {needed} are needed"


def _out_of_range(problem: Problem, limit: str) -> str:
    return f"{problem.where}: {problem.given} is out of range; it is {limit}"


def _too_long(problem: Problem) -> str:
    most = problem.context("max_length")
    return f"{problem.where}: has {len(problem.given)} characters; at most {most} fit"


# The validator's own types of error: the number of the data rule, and the sentence.
_SENTENCES: dict[str, tuple[str, Callable[[Problem], str]]] = {
    "extra_forbidden": ("S012", _unknown_field),
    "missing": ("S013", lambda problem: f'field "{problem.where}" is missing; add it'),
    "string_type": ("S014", lambda problem: f"{problem.where}: must be one text"),
    "tuple_type": ("S014", lambda problem: f"{problem.where}: must be a list, like [a, b]"),
    "model_type": ("S014", _not_a_map),
    "dict_type": ("S014", _not_a_map),
    "too_short": ("S015", _number_of_entries),
    "too_long": ("S015", _number_of_entries),
    "literal_error": ("S020", _unknown_value),
    "string_pattern_mismatch": ("S021", _wrong_form),
    "int_parsing": ("S022", lambda problem: f'{problem.where}: "{problem.given}" is not a whole number'),
    "greater_than_equal": ("S022", lambda problem: _out_of_range(problem, f"{problem.context('ge')} at least")),
    "less_than_equal": ("S022", lambda problem: _out_of_range(problem, f"{problem.context('le')} at most")),
    "string_too_long": ("S031", _too_long),
}

_FORMS = {
    "key": "of small letters, digits and hyphens, like hari-raya",
    "id": "of small letters, digits and hyphens, like hari-raya",
    "en": "of small letters, digits and hyphens, like religious-holiday",
    "phone": "0NN-0000-NNNN, which no telephone company can assign",
    "company": "of an invented company, with the word Contoh in it, like PT Contoh Sejahtera",
}
