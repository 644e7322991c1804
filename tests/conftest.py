"""The real data, loaded and checked once."""

from __future__ import annotations

import pytest

from macros.data.load import Data, load
from macros.tips.check import Checked, check


@pytest.fixture(scope="session")
def data() -> Data:
    return load()


@pytest.fixture(scope="session")
def checked(data: Data) -> Checked:
    return check(data)
