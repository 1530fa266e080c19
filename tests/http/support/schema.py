"""A small schema with one field for each thing that an attacker or an auditor tries, built by the real engine."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any

import strawberry

from prepaid.graph.declare.registry import declared_in
from prepaid.graph.node import PageInfo
from prepaid.graph.schema import GraphSchema, build_schema
from prepaid.graph.subscriptions import subscription, subscription_permissions, subscription_type
from prepaid.graph.types import PUBLIC, SIGNED_IN, Info, MutationContext, mutation, query_field

PageSize = Annotated[int | None, strawberry.argument(description="Length of the page")]


@strawberry.type(description="A merchant")
class Merchant:
    name: str = strawberry.field(description="Name")

    @strawberry.field(description="Orders")  # type: ignore[untyped-decorator]
    def orders(self, first: PageSize = None, last: PageSize = None) -> "OrderConnection":
        return page(first or last or 20)


@strawberry.type(description="An order")
class Order:
    id: strawberry.ID = strawberry.field(description="Id")
    number: str = strawberry.field(description="Number")

    @strawberry.field(description="Who sells")  # type: ignore[untyped-decorator]
    def merchant(self) -> Merchant:
        return Merchant(name="晨光")


@strawberry.type(description="A page of orders")
class OrderConnection:
    nodes: list[Order] = strawberry.field(description="Rows")
    page_info: PageInfo = strawberry.field(description="Place")
    total_count: int = strawberry.field(description="Rows in all")


@strawberry.type(description="A vault")
class Vault:
    gold: int = strawberry.field(description="Bars")


def page(size: int) -> OrderConnection:
    nodes = [Order(id=strawberry.ID(str(n)), number=f"N{n}") for n in range(min(size, 200))]
    ends = PageInfo(has_next_page=False, has_previous_page=False, start_cursor=None, end_cursor=None)
    return OrderConnection(nodes=nodes, page_info=ends, total_count=len(nodes))


@query_field(permission=PUBLIC)
def hello() -> str:
    """A greeting."""
    return "world"


@query_field(permission=PUBLIC)
def greet(name: Annotated[str, strawberry.argument(description="Whom")]) -> str:
    """A greeting by name."""
    return f"hello {name}"


@query_field(permission="order.read")
def orders(first: PageSize = None, last: PageSize = None) -> OrderConnection:
    """Orders."""
    return page(first or last or 20)


@query_field(permission=PUBLIC)
def merchant() -> Merchant:
    """The merchant."""
    return Merchant(name="晨光")


@query_field(permission="vault.read")
def vault() -> Vault:
    """What hardly anybody may see."""
    return Vault(gold=1)


@query_field(permission=PUBLIC)
async def sleep(info: Info, seconds: Annotated[float, strawberry.argument(description="How long")]) -> bool:
    """Keeps the database busy."""
    await (await info.context.read()).fetchval("SELECT pg_sleep($1)", seconds)
    return True


@query_field(permission=PUBLIC)
def broken() -> str:
    """Fails with a text that must stay inside."""
    raise ValueError("secret dsn=postgresql://root:hunter2@db")


TOUCHED: list[str] = []


@strawberry.input(description="A name")
class NameInput:
    name: str = strawberry.field(description="The name")


@mutation(permission=PUBLIC)
async def touch(ctx: MutationContext, input: NameInput) -> Mapping[str, Any]:
    """Leaves a trace."""
    TOUCHED.append(input.name)
    return {}


@mutation(permission="vault.write")
async def empty_vault(ctx: MutationContext) -> Mapping[str, Any]:
    """What hardly anybody may do."""
    return {}


@mutation(permission=PUBLIC)
async def sign_in(ctx: MutationContext, input: NameInput) -> Mapping[str, Any]:
    """Counts an attempt."""
    TOUCHED.append(input.name)
    return {}


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


@subscription(permission=SIGNED_IN)
async def countdown(start: Annotated[int, strawberry.argument(description="From")]) -> AsyncIterator[int]:
    """Numbers down to 0."""
    for number in range(start, -1, -1):
        yield number


@subscription(permission="tick.read")
async def ticks() -> AsyncIterator[int]:
    """Numbers that a test puts in, until somebody ends it."""
    try:
        while True:
            yield await TICKER.numbers.get()
    finally:
        TICKER.ended += 1


@subscription(permission=SIGNED_IN)
async def failing() -> AsyncIterator[int]:
    """Fails after its first number."""
    yield 1
    raise ValueError("secret dsn=postgresql://root:hunter2@db")


def make_schema() -> GraphSchema:
    return build_schema(__name__, subscription=subscription_type(declared_in((__name__,))))


SUBSCRIPTIONS = subscription_permissions(declared_in((__name__,)))
