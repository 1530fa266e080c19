"""Kinds of orders, and the two axes on which one stands: its payment and its commission."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class OrderKind(StrEnum):
    """What is bought (订单类型)."""

    CARD_PURCHASE = "CARD_PURCHASE"
    CARD_RECHARGE = "CARD_RECHARGE"
    SINGLE_SERVICE = "SINGLE_SERVICE"
    CARD_CONSUMPTION = "CARD_CONSUMPTION"


class DataType(StrEnum):
    """The three data types that orders are looked at by (数据类型): 卡消费, 单品凭消费, 卡充值."""

    CONSUMPTION = "CONSUMPTION"
    SERVICE = "SERVICE"
    RECHARGE = "RECHARGE"


DATA_TYPES: Final[Mapping[DataType, frozenset[OrderKind]]] = {
    DataType.CONSUMPTION: frozenset({OrderKind.CARD_CONSUMPTION}),
    DataType.SERVICE: frozenset({OrderKind.SINGLE_SERVICE}),
    DataType.RECHARGE: frozenset({OrderKind.CARD_PURCHASE, OrderKind.CARD_RECHARGE}),
}
OF_CARD: Final = DATA_TYPES[DataType.RECHARGE]


class PaymentStatus(StrEnum):
    """Where the payment of an order stands (支付状态)."""

    UNPAID = "UNPAID"
    PAYING = "PAYING"
    PAID = "PAID"
    CLOSED = "CLOSED"
    PARTLY_REFUNDED = "PARTLY_REFUNDED"
    REFUNDED = "REFUNDED"


PAYMENT_STATES: Final = StateMachine(
    {
        PaymentStatus.UNPAID: frozenset({PaymentStatus.PAYING, PaymentStatus.PAID, PaymentStatus.CLOSED}),
        PaymentStatus.PAYING: frozenset({PaymentStatus.UNPAID, PaymentStatus.PAID, PaymentStatus.CLOSED}),
        PaymentStatus.PAID: frozenset({PaymentStatus.PARTLY_REFUNDED, PaymentStatus.REFUNDED}),
        PaymentStatus.PARTLY_REFUNDED: frozenset({PaymentStatus.REFUNDED}),
        PaymentStatus.CLOSED: frozenset(),
        PaymentStatus.REFUNDED: frozenset(),
    }
)
"""A payment whose time ran out leaves the order payable; a closed order never opens again."""
PENDING: Final = frozenset({PaymentStatus.UNPAID, PaymentStatus.PAYING})
SOLD: Final = frozenset({PaymentStatus.PAID, PaymentStatus.PARTLY_REFUNDED, PaymentStatus.REFUNDED})


class CommissionStatus(StrEnum):
    """Where the commission of an order stands (分佣状态): 待分佣, 已分佣."""

    NONE = "NONE"
    PENDING = "PENDING"
    SETTLED = "SETTLED"
    REVERSED = "REVERSED"


COMMISSION_STATES: Final = StateMachine(
    {
        CommissionStatus.NONE: frozenset({CommissionStatus.PENDING}),
        CommissionStatus.PENDING: frozenset({CommissionStatus.SETTLED, CommissionStatus.REVERSED}),
        CommissionStatus.SETTLED: frozenset({CommissionStatus.REVERSED}),
        CommissionStatus.REVERSED: frozenset(),
    }
)


class Axis(StrEnum):
    """Which of the two (状态轴)."""

    PAYMENT = "PAYMENT"
    COMMISSION = "COMMISSION"


class CloseReason(StrEnum):
    """Why an order was closed (关闭原因)."""

    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    OPENING_FAILED = "OPENING_FAILED"


class SaleChannel(StrEnum):
    """Where an order was placed (下单渠道)."""

    MINI_PROGRAM = "MINI_PROGRAM"
    COUNTER = "COUNTER"


class TenderKind(StrEnum):
    """What an order is paid with (支付方式)."""

    CHANNEL = "CHANNEL"
    CARD_BALANCE = "CARD_BALANCE"


LIFE: Final[Mapping[OrderKind, timedelta]] = {
    OrderKind.CARD_PURCHASE: timedelta(hours=24),
    OrderKind.CARD_RECHARGE: timedelta(hours=24),
    OrderKind.SINGLE_SERVICE: timedelta(hours=2),
}
"""How long an order waits to be paid; what it holds (quota, coupons) is given back then."""
PAYMENT_LIFE: Final = timedelta(minutes=30)
"""How long one offer to pay is good; the order itself may be paid again after it."""
MOST_PIECES: Final = 99
"""Of one service in one order."""
