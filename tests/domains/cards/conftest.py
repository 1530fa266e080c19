"""Fixtures of the cards' tests."""

import pytest

from tests.domains.cards.counter import Counter
from tests.domains.demo import Demo


@pytest.fixture
async def counter(demo: Demo) -> Counter:
    return await Counter.of(demo)
