"""A market over this test's own copy of the demo."""

from collections.abc import AsyncIterator

import pytest

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from tests.domains.ordering.market import Market, open_market


@pytest.fixture
async def market(demo_database: str) -> AsyncIterator[Market]:
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    async with open_market(url, demo_database) as found:
        yield found
