"""The schema by which editors judge, complete and explain the data file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml
from jsonschema import Draft7Validator

from macros.__main__ import main
from macros.data.load import DATA
from macros.data.schema import SCHEMA, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

WRITTEN = json.loads(schema())


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2, which editors read: numbers are numbers, while `no` and `2027-04-08 10:00` stay texts."""

    # None of what YAML 1.1 also takes for a date, a number or a yes.
    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own attribute


for tag, form in (
    ("null", r"|~|null|Null|NULL"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), None)

DATA_AS_READ = yaml.load(DATA.read_text(encoding="utf-8"), CoreLoader)  # noqa: S506 - a safe loader's child


def refusals(data: object) -> list[tuple[str, str]]:
    """Where the schema refuses `data`, and by which of its keywords."""
    return [(error.json_path, str(error.validator)) for error in Draft7Validator(WRITTEN).iter_errors(data)]


def test_the_committed_schema_is_the_generated_one() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema(), (
        "docs/data/scenarios.schema.json does not fit the model any more; run: python -m macros schema"
    )


def test_the_command_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "schema.json"
    monkeypatch.setattr("macros.__main__.SCHEMA", path)
    assert main(["schema"]) == 0
    assert path.read_text(encoding="utf-8") == schema()
    assert capsys.readouterr().out == f"{path.as_posix()} is written\n"


def test_the_data_file_names_it_for_editors_and_it_is_valid() -> None:
    first = DATA.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA.name}"
    assert SCHEMA.parent == DATA.parent
    Draft7Validator.check_schema(WRITTEN)


def test_it_accepts_the_real_data_as_any_editor_reads_them() -> None:
    for loader in (CoreLoader, yaml.SafeLoader):
        data = yaml.load(DATA.read_text(encoding="utf-8"), loader)  # noqa: S506 - both are safe
        assert isinstance(data["scenarios"][0]["notice"], int)
        assert data["samples"][0]["interview"] == "2027-04-08 10:00"
        assert refusals(data) == []


def test_it_refuses_a_mistake_where_it_stands() -> None:
    for section, field, value, keyword in (
        ("scenarios", "alasn", "Saya sedang sakit.", "additionalProperties"),
        ("scenarios", "outcome", "witdraw", "enum"),
        ("scenarios", "key", "Tawaran Lain", "pattern"),
        ("scenarios", "key", "a" * 41, "maxLength"),
        ("scenarios", "title", {"en": "Title"}, "anyOf"),
        ("scenarios", "title", {"id": "Judul", "en": "a" * 71}, "anyOf"),
        ("scenarios", "title", "a" * 71, "anyOf"),
        ("scenarios", "reasons", "saya sakit", "type"),
        ("patterns", "text", {"id": [{"decision": "Batal."}]}, "required"),
        ("scenarios", "notice", 1000, "maximum"),
        ("scenarios", "notice", -73, "minimum"),
        ("scenarios", "notice", "two days", "type"),
        ("scenarios", "channels", [], "minItems"),
        ("scenarios", "channels", ["email", "fax"], "enum"),
        ("scenarios", "channels", ["email", "email"], "uniqueItems"),
        ("scenarios", "caution", None, "anyOf"),
        ("samples", "phone", "0812-3456-7890", "pattern"),
        ("samples", "company", "PT Sejahtera", "pattern"),
        ("samples", "interview", "8 April 2027", "pattern"),
        ("samples", "slots", ["2027-04-12 10:00"], "minItems"),
        ("examples", "tip", 10, "maximum"),
        ("examples", "breaks", [0], "minimum"),
        ("patterns", "text", {"id": [{"decision": ["Baris.", 5]}], "en": [{"decision": "Line."}]}, "anyOf"),
        ("patterns", "text", {"id": [{"keputusan": "Batal."}], "en": [{"decision": "Line."}]}, "enum"),
        ("patterns", "grave", "ya", "type"),
        ("scenarios", "reasons", [], "minItems"),
    ):
        first = DATA_AS_READ[section][0]
        ((place, found),) = refusals({**DATA_AS_READ, section: [{**first, field: value}]})
        assert place.startswith(f"$.{section}[0]")
        assert found == keyword
    first = {field: value for field, value in DATA_AS_READ["scenarios"][0].items() if field != "reasons"}
    assert refusals({**DATA_AS_READ, "scenarios": [first]}) == [("$.scenarios[0]", "required")]


def undescribed(part: Any, place: str = "$") -> Iterator[str]:  # noqa: ANN401 - a piece of JSON
    """The properties at or below `part` that no sentence explains."""
    for name, value in part.get("properties", {}).items():
        if not value.get("description", "").endswith((".", ".”", "?")):
            yield f"{place}.{name}"
        yield from undescribed(value, f"{place}.{name}")
    if "items" in part:
        yield from undescribed(part["items"], f"{place}[]")


def test_every_field_is_explained() -> None:
    assert list(undescribed(WRITTEN)) == []
    assert list(undescribed({"properties": {"a": {"items": {"properties": {"b": {}}}}}})) == ["$.a", "$.a[].b"]
