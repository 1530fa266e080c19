"""Limit: one hand-written statement builds the JSON in PostgreSQL; bytes pass through. No GraphQL, no rights."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.contenders.settings import DATABASE_URL, MERCHANT, PAGE

SQL = """
select json_build_object('data', json_build_object('orders', coalesce(json_agg(json_build_object(
  'id', o.id, 'number', o.number, 'status', o.status, 'totalFen', o.total_fen, 'createdAt', o.created_at,
  'customer', (select json_build_object('id', c.id, 'name', c.name, 'phone', c.phone_masked)
               from bench_customer c where c.merchant_id = $1 and c.id = o.customer_id),
  'lines', (select json_agg(json_build_object('id', l.id, 'quantity', l.quantity, 'priceFen', l.price_fen,
              'product', (select json_build_object('id', p.id, 'name', p.name, 'priceFen', p.price_fen)
                          from bench_product p where p.merchant_id = $1 and p.id = l.product_id)))
            from bench_line l where l.merchant_id = $1 and l.order_id = o.id))), '[]')))::text
from (select * from bench_order where merchant_id = $1 order by id desc limit $2) o
"""


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with asyncpg.create_pool(DATABASE_URL, min_size=5, max_size=10) as pool:
        app.state.pool = pool
        yield


async def orders(request: Request) -> Response:
    await request.body()
    async with request.app.state.pool.acquire() as connection:
        return Response(await connection.fetchval(SQL, MERCHANT, PAGE), media_type="application/json")


app = Starlette(routes=[Route("/graphql", orders, methods=["POST"])], lifespan=lifespan)
