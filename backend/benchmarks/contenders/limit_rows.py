"""Limit: four hand-written statements, rows shaped in Python, orjson. No GraphQL, no rights."""

from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.contenders.settings import DATABASE_URL, MERCHANT, PAGE

ORDERS = (
    "select id, number, status, total_fen, created_at, customer_id from bench_order"
    " where merchant_id = $1 order by id desc limit $2"
)
CUSTOMERS = "select id, name, phone_masked from bench_customer where merchant_id = $1 and id = any($2)"
LINES = (
    "select id, order_id, quantity, price_fen, product_id from bench_line"
    " where merchant_id = $1 and order_id = any($2) order by id"
)
PRODUCTS = "select id, name, price_fen from bench_product where merchant_id = $1 and id = any($2)"


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with asyncpg.create_pool(DATABASE_URL, min_size=5, max_size=10) as pool:
        app.state.pool = pool
        yield


async def orders(request: Request) -> Response:
    await request.body()
    async with request.app.state.pool.acquire() as connection:
        rows = await connection.fetch(ORDERS, MERCHANT, PAGE)
        customers = {
            row["id"]: {"id": str(row["id"]), "name": row["name"], "phone": row["phone_masked"]}
            for row in await connection.fetch(CUSTOMERS, MERCHANT, [row["customer_id"] for row in rows])
        }
        line_rows = await connection.fetch(LINES, MERCHANT, [row["id"] for row in rows])
        products = {
            row["id"]: {"id": str(row["id"]), "name": row["name"], "priceFen": row["price_fen"]}
            for row in await connection.fetch(PRODUCTS, MERCHANT, [row["product_id"] for row in line_rows])
        }
    lines: dict[UUID, list[Any]] = defaultdict(list)
    for row in line_rows:
        lines[row["order_id"]].append(
            {
                "id": str(row["id"]),
                "quantity": row["quantity"],
                "priceFen": row["price_fen"],
                "product": products[row["product_id"]],
            }
        )
    shaped = [
        {
            "id": str(row["id"]),
            "number": row["number"],
            "status": row["status"],
            "totalFen": row["total_fen"],
            "createdAt": row["created_at"],
            "customer": customers[row["customer_id"]],
            "lines": lines[row["id"]],
        }
        for row in rows
    ]
    return Response(orjson.dumps({"data": {"orders": shaped}}), media_type="application/json")


app = Starlette(routes=[Route("/graphql", orders, methods=["POST"])], lifespan=lifespan)
