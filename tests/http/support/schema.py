"""A small schema with one field for each thing that an attacker or an auditor tries."""

import asyncio
from collections.abc import AsyncIterator

import strawberry
from graphql import GraphQLSchema
from strawberry.relay import PageInfo

from prepaid.graph.context import GraphContext

Info = strawberry.Info[GraphContext, None]


@strawberry.type
class Merchant:
    name: str

    @strawberry.field
    def orders(self, first: int | None = None, last: int | None = None) -> "OrderConnection":
        return page(first or last or 20)


@strawberry.type
class Order:
    id: strawberry.ID
    number: str

    @strawberry.field
    def merchant(self) -> Merchant:
        return Merchant(name="晨光")

    @strawberry.field
    def secret_margin(self) -> int:
        return 7


@strawberry.type
class OrderConnection:
    nodes: list[Order]
    page_info: PageInfo
    total_count: int


@strawberry.type
class Vault:
    gold: int


def page(size: int) -> OrderConnection:
    nodes = [Order(id=strawberry.ID(str(n)), number=f"N{n}") for n in range(min(size, 200))]
    ends = PageInfo(has_next_page=False, has_previous_page=False, start_cursor=None, end_cursor=None)
    return OrderConnection(nodes=nodes, page_info=ends, total_count=len(nodes))


@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "world"

    @strawberry.field
    def greet(self, name: str) -> str:
        return f"hello {name}"

    @strawberry.field
    def orders(self, first: int | None = None, last: int | None = None) -> OrderConnection:
        return page(first or last or 20)

    @strawberry.field
    def merchant(self) -> Merchant:
        return Merchant(name="晨光")

    @strawberry.field
    def vault(self) -> Vault:
        return Vault(gold=1)

    @strawberry.field
    async def sleep(self, info: Info, seconds: float) -> bool:
        async with info.context.database.read(info.context.actor, timeout_ms=60_000) as tx:
            await tx.fetchval("SELECT pg_sleep($1)", seconds)
        return True

    @strawberry.field
    def broken(self) -> str:
        raise ValueError("secret dsn=postgresql://root:hunter2@db")


TOUCHED: list[str] = []


@strawberry.type
class Mutation:
    @strawberry.mutation
    def touch(self, name: str) -> str:
        TOUCHED.append(name)
        return name

    @strawberry.mutation
    def sign_in(self, login: str) -> bool:
        TOUCHED.append(login)
        return False


class Ticker:
    """Where the subscription `ticks` takes its numbers from; a test makes a queue in its own event loop."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.numbers: asyncio.Queue[int] = asyncio.Queue()
        self.ended = 0

    def tick(self, number: int) -> None:
        self.numbers.put_nowait(number)


TICKER = Ticker()


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def countdown(self, start: int) -> AsyncIterator[int]:
        for number in range(start, -1, -1):
            yield number

    @strawberry.subscription
    async def ticks(self) -> AsyncIterator[int]:
        """Numbers that a test puts in, until somebody ends it."""
        try:
            while True:
                yield await TICKER.numbers.get()
        finally:
            TICKER.ended += 1

    @strawberry.subscription
    async def failing(self) -> AsyncIterator[int]:
        yield 1
        raise ValueError("secret dsn=postgresql://root:hunter2@db")


strawberry_schema = strawberry.Schema(Query, Mutation, Subscription)
schema: GraphQLSchema = strawberry_schema._schema
