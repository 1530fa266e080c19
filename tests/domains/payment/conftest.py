"""A till over this test's own database."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.domains.payment.till import Till, open_till


@pytest.fixture
async def till(app_database_url: str, fresh_database: str, superuser: asyncpg.Connection) -> AsyncIterator[Till]:
    async with open_till(app_database_url, fresh_database, superuser) as found:
        yield found
