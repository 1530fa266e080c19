"""The application's database for somebody who holds the administrator's address, as the bank itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

from prepaid.core.actor import SYSTEM, DbRole
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings

SEEDER: Final = replace(SYSTEM, db_role=DbRole.BANK)
"""The system with the bank's rights: the worker's role makes no merchants."""


@asynccontextmanager
async def opened(admin_url: str) -> AsyncIterator[Database]:
    """The database at `admin_url`, under the role that owns nothing: what is seeded obeys all policies."""
    database = Database(app_url(admin_url, settings().app_database_password.get_secret_value()), pool_size=2)
    await database.open()
    try:
        yield database
    finally:
        await database.close()
