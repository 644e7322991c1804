"""The JSON Schema of the data file, made from the model: by it editors complete and explain the fields."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from macros.data.fields import Both, Translated
from macros.data.guide import Guide
from macros.data.load import DATA

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

# The head of the data file names it for editors.
SCHEMA = DATA.with_name("scenarios.schema.json")
# Draft 7 is the newest that all editors know.
_HEAD = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$comment": "Made from macros/data/model.py by `python -m macros schema`; do not edit it by hand.",
}


def schema() -> str:
    """The text of the JSON Schema of `docs/data/scenarios.yml`, the same every time."""
    whole = Guide.model_json_schema(schema_generator=_FileSchema)
    definitions = whole.pop("$defs")
    return json.dumps(_HEAD | _inlined(whole, definitions), ensure_ascii=False, indent=2) + "\n"


class _FileSchema(GenerateJsonSchema):
    """Pydantic's schema of the objects, changed to what a person writes into the file."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """An optional field is left out of the file; an empty one is a mistake."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """An editor would write the default into the file."""
        return self.generate_inner(schema["schema"])

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """In every list of the model each entry stands once; the lines of a message, which may repeat, are no tuple."""
        return {**super().tuple_schema(schema), "uniqueItems": True}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """An editor would show the name of the class as a heading."""
        written = {key: value for key, value in super().model_schema(schema).items() if key != "title"}
        if issubclass(schema["cls"], Translated) and not issubclass(schema["cls"], Both):  # Indonesian may stand alone
            return {"anyOf": [written["properties"]["id"], written]}
        return written

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        """A title would only repeat the field's name."""
        return False


def _inlined(part: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - a piece of JSON
    """`part` with every reference replaced by what it stands for: draft 7 allows no description beside a reference."""
    if isinstance(part, list):
        return [_inlined(entry, definitions) for entry in part]
    if not isinstance(part, dict):
        return part
    meant = definitions[part["$ref"].removeprefix("#/$defs/")] if "$ref" in part else {}
    return {key: _inlined(value, definitions) for key, value in (meant | part).items() if key != "$ref"}
