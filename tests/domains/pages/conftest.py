"""The compiler over the engine's test business."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

import tests.graph.shop.roots  # noqa: F401 - declares
from prepaid.app import graph_schema
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.serving import serve_pages
from prepaid.domains.pages.rules.layout.shell import together
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema, build_schema
from tests.domains.identity.graphql import graph_over
from tests.domains.pages import people
from tests.domains.pages.people import Bank
from tests.domains.pages.product import Product
from tests.domains.pages.shop_pages import shop


@pytest.fixture(scope="session")
def shop_schema() -> GraphSchema:
    return build_schema("tests.graph.shop")


@pytest.fixture
def stored() -> StoredDocuments:
    return StoredDocuments()


@pytest.fixture
def compiler(shop_schema: GraphSchema, stored: StoredDocuments) -> Compiler:
    return Compiler(shop_schema, stored, together([shop()]))


@pytest.fixture
async def bank(db: Database) -> Bank:
    return await people.bank(db)


@pytest.fixture
async def product(demo_database: str, tmp_path: Path) -> AsyncIterator[Product]:
    superuser = await asyncpg.connect(demo_database)
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    async with graph_over(url, tmp_path) as graph:
        documents = StoredDocuments()
        pages = await serve_pages(graph.services, graph_schema(), documents)
        yield Product(graph, pages, documents, superuser)
    await superuser.close()


@pytest.fixture
async def superuser_of_demo(demo_database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(demo_database)
    yield connection
    await connection.close()
