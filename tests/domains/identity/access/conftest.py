"""One database a module: each test makes its own people and addresses in it."""

from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import pytest

from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.core.signals import Signals
from prepaid.domains.identity.reads.authenticator import Authenticator
from prepaid.domains.identity.reads.policy_store import PolicyFollower, PolicyStore
from tests.domains.identity.access.world import World
from tests.support.postgres import PostgresServer


@pytest.fixture(scope="module")
def fresh_database(postgres: PostgresServer) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    yield postgres.clone(name)
    postgres.drop(name)


@pytest.fixture
async def world(fresh_database: str) -> AsyncIterator[World]:
    url = app_url(fresh_database, settings().app_database_password.get_secret_value())
    database, signals, policies = Database(url), Signals(url), PolicyStore()
    await database.open()
    await signals.open()
    follower = PolicyFollower(policies, database)
    await follower.start(signals)
    keyring = KeyRing.from_settings(settings())
    authenticator = Authenticator(database, signals, policies, production=False)
    yield World(database, keyring, DataKeys(keyring), SecretBox.from_settings(settings()), authenticator)
    await authenticator.close()
    await follower.stop()
    await signals.close()
    await database.close()
