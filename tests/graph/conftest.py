"""The engine over the test business, and callers of every kind."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest
import structlog

import tests.graph.shop.roots  # noqa: F401 - declares
from prepaid.core.actor import ANONYMOUS, Actor, DbRole, ScopeKind, Via, intern_grants
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.graph.context import GraphContext
from prepaid.graph.execute import Engine, Result
from prepaid.graph.schema import GraphSchema, build_schema
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.graph.shop.data import A, B, Shopping, made, store
from tests.support.postgres import PostgresServer

ALL = frozenset({"order.read", "order.edit", "customer.read", "customer.phone", "customer.email", "product.read"})


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Tracebacks with local variables, structlog's default on a terminal, take seconds each."""
    structlog.configure(processors=[structlog.processors.JSONRenderer()])


@pytest.fixture(scope="session")
def schema() -> GraphSchema:
    return build_schema("tests.graph.shop")


@pytest.fixture(scope="session")
def engine(schema: GraphSchema) -> Engine:
    return Engine(schema)


@pytest.fixture(scope="session")
def shopping() -> Shopping:
    return made()


@pytest.fixture(scope="session")
def shop_database(postgres: PostgresServer, shopping: Shopping) -> Iterator[str]:
    """Administrator's address of a database with the test business; tests that write take `fresh_shop`."""
    name = f"graph_{uuid7().hex}"
    url = postgres.clone(name)
    store(url, shopping)
    yield url
    postgres.drop(name)


@pytest.fixture
def fresh_shop(fresh_database: str, shopping: Shopping) -> str:
    store(fresh_database, shopping)
    return fresh_database


async def _opened(url: str) -> AsyncIterator[Database]:
    database = Database(app_url(url, settings().app_database_password.get_secret_value()))
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def database_of_shop(shop_database: str) -> AsyncIterator[Database]:
    async for database in _opened(shop_database):
        yield database


@pytest.fixture
async def database_to_change(fresh_shop: str) -> AsyncIterator[Database]:
    async for database in _opened(fresh_shop):
        yield database


@pytest.fixture
def manager() -> Actor:
    """May do everything in merchant A."""
    return Actor(
        via=Via.COOKIE,
        db_role=DbRole.MERCHANT,
        account_id=uuid7(),
        scope=ScopeKind.MERCHANT,
        merchant_id=A,
        merchant_ids=(A,),
        grants=intern_grants(ALL),
        stepped_up_at=clock.now(),
    )


@pytest.fixture
def banker(manager: Actor) -> Actor:
    """Sees all merchants."""
    return replace(manager, db_role=DbRole.BANK, scope=ScopeKind.BANK_ALL, merchant_id=None, merchant_ids=())


@pytest.fixture
def operator(manager: Actor) -> Actor:
    """Sees merchant B, as one of several it might."""
    return replace(manager, db_role=DbRole.OPERATOR, scope=ScopeKind.OPERATOR, merchant_id=None, merchant_ids=(B,))


@pytest.fixture
def anonymous() -> Actor:
    return ANONYMOUS


def without(actor: Actor, *codes: str) -> Actor:
    """The actor with fewer grants."""
    return replace(actor, grants=intern_grants(actor.grants.codes - set(codes)))


class Asking:
    """Runs documents for one actor; the answer is what a client would parse."""

    def __init__(self, engine: Engine, database: Database, actor: Actor) -> None:
        self._engine, self._database, self.actor = engine, database, actor
        self.result = Result(None)

    async def full(self, document: str, actor: Actor | None = None, **variables: Any) -> dict[str, Any]:
        """`{data, errors}` as a client would parse them."""
        prepared = self._engine.parse_and_validate(document)
        assert not prepared.errors, prepared.errors
        context = GraphContext(actor=actor or self.actor, database=self._database, request_id="trace-1")
        self.result = await self._engine.run(prepared, None, variables, context)
        answer: dict[str, Any] = orjson.loads(
            orjson.dumps({"data": self.result.data, "errors": list(self.result.errors)})
        )
        return answer

    async def __call__(self, document: str, actor: Actor | None = None, **variables: Any) -> Any:
        """The data; there must be no error."""
        answer = await self.full(document, actor, **variables)
        assert answer["errors"] == []
        return answer["data"]

    async def code(self, document: str, actor: Actor | None = None, **variables: Any) -> str:
        """The code of the one error."""
        answer = await self.full(document, actor, **variables)
        (error,) = answer["errors"]
        code: str = error["extensions"]["code"]
        return code


@pytest.fixture
def ask(engine: Engine, database_of_shop: Database, manager: Actor) -> Asking:
    return Asking(engine, database_of_shop, manager)


@pytest.fixture
def change(engine: Engine, database_to_change: Database, manager: Actor) -> Asking:
    """The same on a database of the test's own."""
    return Asking(engine, database_to_change, manager)
