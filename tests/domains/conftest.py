"""Fixtures of the domains' tests: the process's `Database`, and a superuser's connection to look with."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import pytest

from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.seed import seed_demo
from tests.domains.demo import Demo
from tests.domains.identity.graphql import graph_over
from tests.support.postgres import PostgresServer


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


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the demo's files, of all tests that begin with it."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def demo_template(postgres: PostgresServer, demo_files: Path) -> Iterator[str]:
    """Name of a database with the demo in it, filled once by each worker; nobody connects to it."""
    name = f"demo_{uuid.uuid4().hex}"
    url = postgres.clone(name)
    chosen = settings().model_copy(update={"data_dir": demo_files})
    with ThreadPoolExecutor(1) as pool:
        # Not in the event loop of the test that asked first.
        pool.submit(lambda: asyncio.run(seed_demo(url, chosen=chosen))).result()
    yield name
    postgres.drop(name)


@pytest.fixture
def demo_database(postgres: PostgresServer, demo_template: str) -> Iterator[str]:
    """Administrator's address of this one test's copy of the demo."""
    name = f"test_{uuid.uuid4().hex}"
    postgres.execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, demo_template)
    yield postgres.admin_url(name)
    postgres.drop(name)


@pytest.fixture
async def demo(demo_database: str, demo_files: Path) -> AsyncIterator[Demo]:
    app_database_url = app_url(demo_database, settings().app_database_password.get_secret_value())
    superuser = await asyncpg.connect(demo_database)
    await superuser.execute("DELETE FROM notice")  # what the making of the demo told its people
    async with graph_over(app_database_url, demo_files) as graph:
        yield Demo(graph, graph.services.database, superuser)
    await superuser.close()
