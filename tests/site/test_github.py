"""The ways in: the forms, the pull request, who reviews it, the workflows, and the editor in a browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from macros.data.fields import Translated
from macros.data.load import ROOT
from macros.data.model import Scenario
from macros.data.vocabulary import LANGUAGES, ChannelKey, Language, Outcome, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from macros.tips.check import Checked

GITHUB = ROOT / ".github"
CHOOSER = GITHUB / "ISSUE_TEMPLATE" / "config.yml"
FORMS = sorted(set(CHOOSER.parent.iterdir()) - {CHOOSER})
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())
SCENARIO: dict[Language, str] = {"id": "1-skenario.yml", "en": "2-scenario.yml"}
CORRECTION: dict[Language, str] = {"id": "3-koreksi.yml", "en": "4-correction.yml"}
# What a maintainer chooses, because it needs a look at the other records.
NOT_ASKED = {"key", "slug_id", "slug_en", "sample", "own", "reasons_grave"}

each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def fields(name: str) -> dict[str, dict[str, Any]]:
    """The fields of a form under their ids, without the prose between them."""
    body = read(CHOOSER.parent / name)["body"]
    return {field["id"]: field for field in body if field["type"] != "markdown"}


def required(field: dict[str, Any]) -> list[str]:
    """Whether the field must be filled in, or, for check boxes, whether each must be ticked."""
    places = field["attributes"]["options"] if field["type"] == "checkboxes" else [field.get("validations", {})]
    return [place.get("required", "false") for place in places]


def in_the_other_language(name: str) -> str:
    """The name of the same field in the other language: reasons_id and reasons_en."""
    other = {"id": "en", "en": "id"}
    return "_".join(other.get(step, step) for step in name.split("_"))


def leaves(record: type[BaseModel]) -> Iterator[str]:
    """The names of a record's texts, as a form names them: title_id, reasons_en."""
    for name, field in record.model_fields.items():
        kinds = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        inner = next((kind for kind in kinds if issubclass(kind, Translated)), None)
        yield from (f"{name}_{leaf}" for leaf in leaves(inner)) if inner else (name,)


def examples(name: str) -> dict[str, Any]:
    """The texts of the record that somebody sends who copies every example of the form."""
    record: dict[str, Any] = {}
    for key, field in fields(name).items():
        *parents, last = key.split("_")
        place = record
        for step in parents:
            place = place.setdefault(step, {})
        for text in re.findall(r"(?:Contoh|Example): “(.+)”$", field["attributes"].get("description", "")):
            place[last] = text.split(", ") if parents == ["keywords"] else text
    return record | {"reasons": [record["reasons"]]}


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-issue-forms", FORMS),
        ("github-issue-config", [CHOOSER]),
        ("github-workflows", WORKFLOWS),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_every_file_is_valid_against_its_published_schema(schema: str, paths: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@each_form
def test_no_id_and_no_label_of_a_form_is_used_twice(path: Path) -> None:
    """GitHub refuses such a form, and the schema cannot say so."""
    asked = [field for field in read(path)["body"] if field["type"] != "markdown"]
    for names in ([field["id"] for field in asked], [field["attributes"]["label"].lower() for field in asked]):
        assert len(set(names)) == len(names)


@each_form
def test_every_form_asks_for_both_agreements(path: Path) -> None:
    agreement = fields(path.name)["agreement"]
    assert required(agreement) == ["true", "true"]
    assert "CC0-1.0" in agreement["attributes"]["options"][1]["label"]


@pytest.mark.parametrize("twins", [SCENARIO, CORRECTION])
def test_twins_ask_for_the_same_in_the_same_order(twins: dict[Language, str]) -> None:
    indonesian, english = ([(name, required(field)) for name, field in fields(twins[key]).items()] for key in LANGUAGES)
    assert [(in_the_other_language(name), must) for name, must in indonesian] == english


@each_language
def test_the_form_asks_for_every_field_of_a_record_that_the_maintainers_do_not_choose(language: Language) -> None:
    assert set(leaves(Scenario)) == NOT_ASKED | (fields(SCENARIO[language]).keys() - {"agreement"})


@each_language
def test_only_the_writers_own_language_is_required(language: Language) -> None:
    texts = {f"title_{language}", f"when_{language}", f"reasons_{language}"}
    asked = fields(SCENARIO[language])
    assert {name for name in asked if "true" in required(asked[name])} == texts | {"outcome", "agreement"}


@each_language
def test_the_outcomes_are_those_of_the_site_in_their_order(language: Language, checked: Checked) -> None:
    known = {info.key: f"{info.title[language]}: “{info.question[language]}.”" for info in checked.data.guide.outcomes}
    options = fields(SCENARIO[language])["outcome"]["attributes"]["options"]
    assert options == [known[key] for key in get_args(Outcome)]


@each_language
def test_the_channels_are_those_of_the_site_in_their_order(language: Language, checked: Checked) -> None:
    options = fields(SCENARIO[language])["channels"]["attributes"]["options"]
    titles = [checked.data.guide.channel(key).title[language] for key in get_args(ChannelKey)]
    assert [option["label"] for option in options] == titles


@each_language
def test_the_steps_are_those_of_the_site_in_their_order(language: Language, checked: Checked) -> None:
    options = fields(SCENARIO[language])["steps"]["attributes"]["options"]
    assert options == [checked.data.guide.step(key).title[language] for key in get_args(Step)]


@each_language
def test_the_examples_of_a_form_make_a_valid_record(language: Language, checked: Checked) -> None:
    asked = {"title", "when", "reasons", "caution", "keywords"}
    chosen = checked.data.guide.scenario("sakit").model_dump(exclude=asked | {"own"})
    Scenario.model_validate(chosen | examples(SCENARIO[language]))


@each_workflow
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", action)] == []


@each_workflow
def test_no_workflow_begins_with_a_permission_or_lends_one_to_a_stranger(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]


def test_make_check_audits_the_workflows() -> None:
    rules = re.search(r"^check:.*?\n\n", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert rules
    assert re.search(r"/zizmor .*\.github$", rules[0], re.MULTILINE)


def test_the_editor_in_a_browser_has_the_python_of_the_workflows() -> None:
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    version = re.search(r"/python:\d+-(3\.\d+)-", container["image"])
    assert version
    for path in WORKFLOWS:
        assert f'python-version: "{version[1]}"' in path.read_text("utf-8")
    assert container["postCreateCommand"] == "make check"
