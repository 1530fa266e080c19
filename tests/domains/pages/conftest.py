"""The compiler over the engine's test business."""

import pytest

import tests.graph.shop.roots  # noqa: F401 - declares
from prepaid.core.database import Database
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.rules.layout.shell import together
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema, build_schema
from tests.domains.pages import people
from tests.domains.pages.people import Bank
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
