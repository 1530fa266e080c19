"""One honest mutation: idempotent, guarded, answered by a plan after the commit."""

from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import update

from benchmarks.slice import tables as t
from benchmarks.slice.types import BenchOrder
from prepaid.core.errors import NotFound
from prepaid.graph.types import MutationContext, mutation, ref
from prepaid.kit.ids import GlobalId


@strawberry.input(description="Which order gets which status.")
class SetBenchOrderStatusInput:
    """Input of `setBenchOrderStatus`."""

    order_id: strawberry.ID = strawberry.field(description="The order")
    status: str = strawberry.field(description="PAID, UNPAID or SETTLED")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@mutation(permission="bench.write", idempotent=True, payload={"order": BenchOrder})
async def set_bench_order_status(ctx: MutationContext, input: SetBenchOrderStatusInput) -> Mapping[str, Any]:
    """Set the status of an order."""
    order = GlobalId.decode(input.order_id)
    change = update(t.BenchOrder).where(t.BenchOrder.merchant_id == order.tenant, t.BenchOrder.id == order.id)
    if (await ctx.tx.execute(change.values(status=input.status).returning(t.BenchOrder.id))).scalar() is None:
        raise NotFound(path=("orderId",))
    return {"order": ref(BenchOrder, order.tenant, order.id)}
