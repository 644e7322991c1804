"""Whatever moments the data accept, a message names each with its own day of the week."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from macros.data.model import Sample
from macros.data.vocabulary import LANGUAGES
from macros.messages.compose import compose
from tests.strategies import RAW, inputs, sample_moments

if TYPE_CHECKING:
    from macros.data.load import Data
    from macros.data.vocabulary import Language

# Written here a second time, so that a slip of the library would show.
WEEKDAYS = {"id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"}
WEEKDAYS["en"] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
MONTHS = {"id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"}
MONTHS["en"] = "January February March April May June July August September October November December"


@inputs(80, 2_000)
@given(moments=sample_moments(), language=st.sampled_from(LANGUAGES))
def test_every_weekday_in_a_message_is_the_day_of_its_date(
    data: Data, moments: dict[str, Any], language: Language
) -> None:
    sample = Sample.model_validate({**RAW["samples"][0], **moments})
    guide = data.guide.model_copy(update={"samples": (sample,)})
    scenario = data.guide.scenario("bentrok-kerja").model_copy(update={"sample": sample.key})
    message = compose(replace(data, guide=guide), scenario, guide.channel("email"), language)
    weekdays, months = WEEKDAYS[language].split(), MONTHS[language].split()
    pattern = rf"({'|'.join(weekdays)}), (\d+) ({'|'.join(months)})(?: (\d+))?"
    found = [
        (weekday, date(int(year or sample.interview.year), months.index(month) + 1, int(day)))
        for weekday, day, month, year in re.findall(pattern, message.body)
    ]
    assert [day for _, day in found] == [at.date() for at in (sample.interview, *sample.slots)]
    assert [weekday for weekday, _ in found] == [weekdays[day.weekday()] for _, day in found]
