"""What a field of a record may hold, and what all records share."""

from __future__ import annotations

import re
from datetime import MAXYEAR, datetime
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.data.text import plain
from macros.data.vocabulary import MAX_KEY, MAX_REASON, MAX_TEXT, MAX_TITLE

if TYPE_CHECKING:
    from macros.data.vocabulary import Language, Register

T = TypeVar("T")
MOMENT_FORMAT = "%Y-%m-%d %H:%M"
_MomentText = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]


def _template(value: object) -> object:
    """Accept one line or a list of lines of a message; blanks are allowed."""
    lines = value if isinstance(value, list) else [value]
    if not lines:
        raise PydanticCustomError("S030", "is empty; write a text or remove the field")
    if not all(isinstance(line, str) for line in lines):
        return value
    # An empty line parts two paragraphs; a text that is only empty lines is refused below.
    written = "\n".join(plain(str(line), blanks=True) if line or len(lines) == 1 else "" for line in lines)
    return written if written.strip() else plain("")


def _moment(value: object) -> object:
    """Accept `2027-04-08 10:00` and nothing else."""
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.strptime(value, MOMENT_FORMAT)  # noqa: DTZ007 - the sample's zone is added later
    except ValueError:
        moment = None
    # The last year of the calendar has no room for a slot a month later.
    if moment is None or moment.year == MAXYEAR or f"{moment:{MOMENT_FORMAT}}" != value:
        raise PydanticCustomError("S023", f'"{value}" is not a date and time; write it like 2027-04-08 10:00')
    return moment


def _whole_number(value: object) -> object:
    """Accept the digits of a whole number; what else the validator would read as one is not plain to a reader."""
    if value == "":
        raise PydanticCustomError("S022", "is empty; write a whole number, like 72")
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("S022", f'"{value}" is not a whole number')
    return value


def _address(text: str) -> str:
    """Accept the name of a page: neither the list's own page nor what Windows keeps for its devices."""
    if text == "index" or re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", text):
        raise PydanticCustomError("S021", f'"{text}" cannot be the name of a page; choose another')
    return text


def _flag(value: object) -> object:
    """Accept true or false and nothing that only resembles them."""
    if value not in ("true", "false"):
        raise PydanticCustomError("S020", f'"{value}" is not known; write true or false')
    return value == "true"


def _clause(text: str) -> str:
    """Accept what can stand after “because” (tip 5)."""
    if (text[0].isupper() and not re.match(r"I\b", text)) or text[-1] in ".!?…,;:":
        raise PydanticCustomError(
            "S038", f'"{text}" is a clause to put after “karena” or “because”: small first letter, no full stop'
        )
    return text


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    """Accept a list in which nothing stands twice."""
    for number, value in enumerate(values):
        if value in values[:number]:
            raise PydanticCustomError("S017", f'"{value}" stands in the list twice; write it once')
    return values


Set = Annotated[tuple[T, ...], AfterValidator(_each_once)]
Entries = Annotated[tuple[T, ...], Field(min_length=1), AfterValidator(_each_once)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=MAX_KEY)]
Slug = Annotated[Key, AfterValidator(_address)]
Text = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(plain)]
Title = Annotated[str, Field(max_length=MAX_TITLE), AfterValidator(plain)]
Template = Annotated[str, BeforeValidator(_template, json_schema_input_type=str | list[str])]
Clause = Annotated[str, Field(max_length=MAX_REASON), AfterValidator(plain), AfterValidator(_clause)]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
Number = Annotated[int, BeforeValidator(_whole_number)]
Moment = Annotated[datetime, BeforeValidator(_moment, json_schema_input_type=_MomentText)]
TipNumber = Annotated[int, Field(ge=1, le=9), BeforeValidator(_whole_number)]
Tips = Set[TipNumber]


# The default of a field that `defaults` fills in before the record is validated, so that nobody ever sees it.
FILLED: Any = None


class Record(BaseModel):
    """What all records share: unknown fields are refused, nothing changes after reading.

    The plain text below a field explains it to whoever hovers over it in an editor (see `macros.data.schema`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Translated(Record, Generic[T]):
    """A thing in Indonesian, and in English as soon as somebody has translated it."""

    id: T
    """In Indonesian."""
    en: T | None = None
    """Optional: in English."""

    def __getitem__(self, language: Language) -> T:
        """The thing in that language; in Indonesian as long as there is no English."""
        return self.id if language == "id" or self.en is None else self.en


class Both(Translated[T]):
    """The same thing in both languages."""

    en: T
    """In English."""


class Registers(Record):
    """The same words twice: for an e-mail or a business chat, and for a personal chat or a call."""

    formal: Template
    """For e-mail, LinkedIn and job sites."""
    semiformal: Template
    """For WhatsApp, phone and SMS."""

    def __getitem__(self, register: Register) -> str:
        return self.formal if register == "formal" else self.semiformal
