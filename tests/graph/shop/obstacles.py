"""Why something cannot be done with an order."""

from sqlalchemy import exists

from prepaid.core.errors import Refusal
from prepaid.core.obstacles import Obstacle
from tests.graph.shop import tables as t


class OrderSettled(Refusal):
    code = "TEST_ORDER_SETTLED"
    zh = "订单“{no}”已结算，备注：{note}"
    en = 'Order "{no}" is settled; note: {note}'


class OrderEmpty(Refusal):
    code = "TEST_ORDER_EMPTY"
    zh = "订单没有明细"
    en = "The order has no lines"


class OrderOld(Refusal):
    code = "TEST_ORDER_OLD"
    zh = "订单已过期"
    en = "The order's time is over"


SETTLED = Obstacle(
    OrderSettled,
    lambda ask: t.Order.status == "settled",
    data={"no": lambda ask: t.Order.no, "note": lambda ask: t.Order.note},
)
EMPTY = Obstacle(
    OrderEmpty,
    lambda ask: ~exists().where(t.Line.merchant_id == t.Order.merchant_id, t.Line.order_id == t.Order.id),
)
OLD = Obstacle(OrderOld, lambda ask: t.Order.created_at < ask.now())
