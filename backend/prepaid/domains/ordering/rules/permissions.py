"""The permissions that ordering asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})
CONSUMER: Final = frozenset({Audience.CONSUMER})
SOLD_BY: Final = frozenset({Audience.MERCHANT, Audience.CONSUMER})

declare(
    [
        Permission("order.read", NodeKind.PAGE, "订单", "Orders", None, STAFF | CONSUMER),
        Permission("order.buy", NodeKind.ACTION, "下单与支付", "Order and pay", "order.read", CONSUMER),
        Permission(
            "order.sell", NodeKind.ACTION, "柜台销售", "Sell at the counter", "order.read", MERCHANT, gate=Gate.SALES
        ),
        Permission("order.close", NodeKind.ACTION, "取消未付订单", "Cancel unpaid orders", "order.read", SOLD_BY),
        Permission("deal.read", NodeKind.PAGE, "成交", "Deals", None, STAFF),
        Permission("deal.commission", NodeKind.FIELD, "成交分佣", "Commission of deals", "deal.read", STAFF),
    ]
)
