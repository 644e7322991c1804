"""The validator's findings in the words of a helpful colleague: what is wrong, and what would be right."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

# What contributors who think in Indonesian are likely to write for a field.
_INDONESIAN = {
    "alasan": "reason",
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
    """The known word that was probably meant, as the end of a sentence."""
    near = difflib.get_close_matches(word, known, 1, 0.6)
    if not near:
        translated = difflib.get_close_matches(word, list(_INDONESIAN), 1, 0.75)
        near = [_INDONESIAN[word] for word in translated if _INDONESIAN[word] in known]
    return f' — did you mean "{near[0]}"?' if near else f"; known here: {', '.join(known)}"


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


def inner_types(annotation: object) -> tuple[object, ...]:
    return tuple(getattr(annotation, "__args__", ()))


def explain(detail: ErrorDetails, kind: type[BaseModel]) -> str:
    """One of the validator's findings in the words of a helpful colleague."""
    *parents, last = detail["loc"] or ("",)
    where = ".".join(str(step) for step in detail["loc"])
    given = detail["input"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            inside = f' in "{".".join(map(str, parents))}"' if parents else ""
            return f'unknown field "{last}"{inside}{suggest(str(last), _fields(kind, tuple(parents)))}'
        case "missing":
            return f'field "{where}" is missing; add it'
        case "literal_error":
            choices = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return f'{where}: "{given}" is not known{suggest(str(given), choices)}'
        case "string_pattern_mismatch":
            return f'{where}: "{given}" does not have the form {_FORMS.get(str(last), context["pattern"])}'
        case "string_too_long":
            return f"{where}: has {len(str(given))} characters; at most {context['max_length']} fit"
        case "int_parsing" | "int_from_float":
            return f'{where}: "{given}" is not a whole number'
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "least" if "ge" in context else "most"
            return f"{where}: {given} is out of range; it is {bound} at {side}"
        case "too_short" | "too_long":
            bound = context.get("min_length", context.get("max_length"))
            return f"{where}: has {context['actual_length']} entries; {bound} are needed"
        case "string_type":
            return f"{where}: must be one text"
        case "tuple_type":
            return f"{where}: must be a list, like [a, b]"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{where or 'the record'}: must have the fields {', '.join(_fields(kind, detail['loc']))}"
    text = detail["msg"].removeprefix("Value error, ")
    return f"{where}: {text}" if where else text


_FORMS = {
    "key": "of small letters, digits and hyphens, like hari-raya",
    "id": "of small letters, digits and hyphens, like hari-raya",
    "en": "of small letters, digits and hyphens, like religious-holiday",
    "phone": "0NN-0000-NNNN, which no telephone company can assign",
    "company": "of an invented company, with the word Contoh in it, like PT Contoh Sejahtera",
}


