"""Idiomatic Strawberry: ORM objects, a DataLoader a relation, a resolver a field. No rights."""

from collections import defaultdict
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from sqlalchemy import select
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache

from benchmarks.contenders.settings import DATABASE_URL, MERCHANT
from benchmarks.slice import tables as t

engine = create_async_engine(make_url(DATABASE_URL).set(drivername="postgresql+asyncpg"), pool_size=10)
session = async_sessionmaker(engine, expire_on_commit=False)


def by_id(model: Any) -> Callable[[list[UUID]], Coroutine[Any, Any, list[Any]]]:
    async def load(ids: list[UUID]) -> list[Any]:
        async with session() as s:
            statement = select(model).where(model.merchant_id == MERCHANT, model.id.in_(ids))
            found = {row.id: row for row in await s.scalars(statement)}
        return [found.get(id_) for id_ in ids]

    return load


async def lines_of(ids: list[UUID]) -> list[list[t.BenchLine]]:
    lines: dict[UUID, list[t.BenchLine]] = defaultdict(list)
    async with session() as s:
        statement = select(t.BenchLine).where(t.BenchLine.merchant_id == MERCHANT, t.BenchLine.order_id.in_(ids))
        for line in await s.scalars(statement.order_by(t.BenchLine.id)):
            lines[line.order_id].append(line)
    return [lines[id_] for id_ in ids]


@strawberry.type
class Product:
    id: strawberry.ID
    name: str
    price_fen: int


@strawberry.type
class Customer:
    id: strawberry.ID
    name: str
    phone: str


@strawberry.type
class Line:
    id: strawberry.ID
    quantity: int
    price_fen: int
    product_id: strawberry.Private[UUID]

    @strawberry.field
    async def product(self, info: strawberry.Info) -> Product:
        row = await info.context["products"].load(self.product_id)
        return Product(id=row.id, name=row.name, price_fen=row.price_fen)


@strawberry.type
class Order:
    id: strawberry.ID
    number: str
    status: str
    total_fen: int
    created_at: datetime
    customer_id: strawberry.Private[UUID]

    @strawberry.field
    async def customer(self, info: strawberry.Info) -> Customer:
        row = await info.context["customers"].load(self.customer_id)
        return Customer(id=row.id, name=row.name, phone=row.phone_masked)

    @strawberry.field
    async def lines(self, info: strawberry.Info) -> list[Line]:
        rows = await info.context["lines"].load(UUID(str(self.id)))
        return [
            Line(id=row.id, quantity=row.quantity, price_fen=row.price_fen, product_id=row.product_id) for row in rows
        ]


@strawberry.type
class Query:
    @strawberry.field
    async def orders(self, first: int = 50) -> list[Order]:
        async with session() as s:
            statement = select(t.BenchOrder).where(t.BenchOrder.merchant_id == MERCHANT)
            rows = await s.scalars(statement.order_by(t.BenchOrder.id.desc()).limit(first))
            return [
                Order(
                    id=strawberry.ID(str(row.id)),
                    number=row.number,
                    status=row.status,
                    total_fen=row.total_fen,
                    created_at=row.created_at,
                    customer_id=row.customer_id,
                )
                for row in rows
            ]


class Endpoint(GraphQL[Any, Any]):
    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        return {
            "products": DataLoader(by_id(t.BenchProduct)),
            "customers": DataLoader(by_id(t.BenchCustomer)),
            "lines": DataLoader(lines_of),
        }


app = Starlette()
app.mount("/graphql", Endpoint(strawberry.Schema(Query, extensions=[ParserCache, ValidationCache])))
