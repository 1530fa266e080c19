"""A counter over this test's own copy of the demo, at noon."""

from collections.abc import AsyncIterator

import pytest

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from prepaid.kit import clock
from tests.domains.redemption.desk import Desk, next_noon, open_desk


@pytest.fixture
async def desk(demo_database: str) -> AsyncIterator[Desk]:
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    with clock.freeze(next_noon()):
        async with open_desk(url, demo_database) as found:
            yield found
