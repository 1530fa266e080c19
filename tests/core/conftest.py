"""Fixtures of core's tests: the process's `Database`, and a superuser's connection for what nobody else may do."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import asyncpg
import pytest

from prepaid.core.actor import Actor, DbRole, ScopeKind, Via
from prepaid.core.database import Database, app_url
from prepaid.core.services import Services, open_services
from prepaid.core.settings import Settings, settings
from prepaid.kit.ids import uuid7


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
def settings_here(app_database_url: str, tmp_path: Path) -> Settings:
    return Settings.model_validate({"database_url": app_database_url, "data_dir": tmp_path})


@pytest.fixture
async def services(settings_here: Settings) -> AsyncIterator[Services]:
    async with open_services(settings_here) as services:
        yield services


@pytest.fixture
async def superuser(fresh_database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(fresh_database)
    yield connection
    await connection.close()


@pytest.fixture
def cashier() -> Actor:
    """A cashier of a merchant that nobody else uses."""
    merchant = uuid7()
    return Actor(
        via=Via.COOKIE,
        db_role=DbRole.MERCHANT,
        account_id=uuid7(),
        membership_id=uuid7(),
        template="merchant",
        scope=ScopeKind.MERCHANT,
        merchant_id=merchant,
        merchant_ids=(merchant,),
        address="192.0.2.7",
        policy_version=3,
    )


@pytest.fixture
def neighbour(cashier: Actor) -> Actor:
    """The same kind of person in another merchant."""
    merchant = uuid7()
    return replace(cashier, account_id=uuid7(), merchant_id=merchant, merchant_ids=(merchant,))


@pytest.fixture
def consumer() -> Actor:
    return Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=uuid7(), template="consumer")
