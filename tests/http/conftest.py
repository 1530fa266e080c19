"""The endpoint as an ASGI application, called through HTTP clients of different callers."""

from collections.abc import AsyncIterator

import httpx
import pytest
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings

from tests.http.support.app import build


@pytest.fixture
async def db(database: str) -> AsyncIterator[Database]:
    opened = Database(app_url(database, settings().app_database_password.get_secret_value()))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def client(db: Database) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build(db), raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="https://prepaid.example") as opened:
        yield opened
