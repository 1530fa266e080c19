"""Root fields and mutations of the test business."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, cast

import strawberry
from sqlalchemy import Date, func, update
from sqlalchemy import cast as sql_cast

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Refusal
from prepaid.graph.types import (
    PUBLIC,
    SIGNED_IN,
    Argument,
    Fen,
    Figure,
    GlobalID,
    Grouping,
    Info,
    MutationContext,
    expr,
    extend,
    mutation,
    query_field,
    ref,
    root_aggregate,
    root_connection,
    root_list,
    root_one,
)
from tests.graph.shop import tables as t
from tests.graph.shop.types import Customer, Kind, Order, OrderStatus, Product

root_connection(
    "orders",
    Order,
    "Orders, newest first",
    permission="order.read",
    search=[t.Order.no, t.Order.note],
    arguments={
        "minimum_fen": Argument(Fen | None, "At least this total", lambda row, value: row.total_fen >= value),
        "stores": Argument(list[str] | None, "Numbers", lambda row, value: row.no == func.any(value)),
    },
)
root_connection("ordersByNumber", Order, "Orders by number", permission="order.read", order_by=["-no"])
root_connection("customers", Customer, "Customers", permission="customer.read", order_by=["name"])
root_list("kinds", Kind, "Kinds", permission=PUBLIC, order_by=lambda row: [row.code])
root_list("products", Product, "Products", permission="product.read")
root_one("order", Order, "One order", permission="order.read")
root_one(
    "me",
    Customer,
    "The caller as a customer",
    permission=SIGNED_IN,
    where=lambda ctx, row: row.account_id == ctx.actor_param("account_id"),
)
root_one(
    "orderByNumber",
    Order,
    "An order by its number",
    permission="order.read",
    arguments={"no": Argument(str, "Number", lambda row, value: row.no == value)},
)
root_aggregate(
    "orderStats",
    Order,
    "Figures of orders",
    permission="order.read",
    figures={
        "total_fen": Figure(function="sum", description="Sum", annotation=Fen, of=t.Order.total_fen),
        "largest_fen": Figure(function="max", description="Largest", annotation=Fen | None, of=t.Order.total_fen),
        "paid": Figure(
            function="count", description="Paid", annotation=int, where=lambda ctx, row: row.status == "paid"
        ),
    },
    groups={
        "by_status": Grouping(key=lambda ctx, row: row.status, description="State", annotation=OrderStatus),
        "by_day": Grouping(
            key=lambda ctx, row: sql_cast(func.timezone("Asia/Shanghai", row.created_at), Date),
            description="Day",
            annotation=date,
        ),
    },
)
extend(Kind, "shout", expr(lambda ctx: func.upper(t.Kind.code), "Loudly"), annotation=str)


@query_field(permission=PUBLIC)
async def ping(info: Info, times: Annotated[int, strawberry.argument(description="How often")] = 1) -> str:
    """Answers."""
    return "pong" * times


@query_field(permission="order.read")
async def latest(info: Info) -> Order | None:
    """The order with the greatest number."""
    session = await info.context.read()
    row = await session.fetch("SELECT merchant_id, id FROM t_order ORDER BY no DESC LIMIT 1")
    return cast(Order, ref(Order, row[0]["merchant_id"], row[0]["id"])) if row else None


@query_field(permission=SIGNED_IN)
async def broken(info: Info) -> str | None:
    """Fails with a secret in its message."""
    raise ValueError("dsn=postgres://secret")


@query_field(permission=SIGNED_IN)
async def slow(info: Info) -> str | None:
    """Runs longer than it may."""
    session = await info.context.read()
    await session.fetchval("SELECT pg_sleep(5)")
    return None


class TooDear(Refusal):
    code = "TEST_TOO_DEAR"
    zh = "总价不能超过 {limit_fen} 分"
    en = "At most {limit_fen} fen"


@strawberry.input(description="What to change.")
class PriceInput:
    """Input of `setTotal`."""

    id: GlobalID = strawberry.field(description="The order")
    total_fen: Fen = strawberry.field(description="New total")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


calls: list[str] = []


@mutation(permission="order.edit", idempotent=True, payload={"order": Order, "orders": list[Order], "words": str})
async def set_total(ctx: MutationContext, input: PriceInput) -> Mapping[str, Any]:
    """Set an order's total."""
    calls.append(str(input.idempotency_key))
    row = input.id.of("Order", path=("id",))
    if input.total_fen > 10_000:
        ctx.tx.if_refused(_note_refusal)
        raise TooDear(path=("totalFen",), limit_fen=10_000)
    change = update(t.Order).where(t.Order.merchant_id == row.tenant, t.Order.id == row.id)
    if (await ctx.tx.execute(change.values(total_fen=input.total_fen).returning(t.Order.id))).scalar() is None:
        raise NotFound(path=("id",))
    named = ref(Order, row.tenant, row.id)
    return {"order": named, "orders": [named], "words": f"{input.total_fen} fen"}


async def _note_refusal(tx: WriteSession) -> None:
    calls.append("refused")


@mutation(permission="order.edit", step_up=True)
async def purge_orders(ctx: MutationContext) -> Mapping[str, Any]:
    """Needs the caller to confirm who he is."""
    calls.append("purge")
    return {}


@mutation(permission=PUBLIC, payload={"text": str}, while_locked=True)
async def unlock(ctx: MutationContext) -> Mapping[str, Any]:
    """Answers also while the screen is locked."""
    return {"text": "open"}


@mutation(permission="order.edit", payload={"order": Order})
async def crash(ctx: MutationContext) -> Mapping[str, Any]:
    """Changes something and then fails."""
    await ctx.tx.execute(update(t.Order).values(note="half done"))
    raise ZeroDivisionError("secret")
