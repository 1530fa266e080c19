"""A team over this test's own copy of the demo."""

from collections.abc import AsyncIterator

import pytest

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from tests.domains.commission.team import Team, open_team


@pytest.fixture
async def team(demo_database: str) -> AsyncIterator[Team]:
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    async with open_team(url, demo_database) as found:
        yield found
