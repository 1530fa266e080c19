"""Fixtures of the domains' tests: the process's `Database`, and a superuser's connection to look with."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings


@pytest.fixture
def app_database_url(fresh_database: str) -> str:
    """Address of this test's own database for the login that owns nothing."""
    return app_url(fresh_database, settings().app_database_password.get_secret_value())


@pytest.fixture
async def db(app_database_url: str) -> AsyncIterator[Database]:
    database = Database(app_database_url)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def superuser(fresh_database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(fresh_database)
    yield connection
    await connection.close()
