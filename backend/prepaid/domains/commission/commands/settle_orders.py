"""Moving the commission axis of orders to where their lines stand."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionLine
from prepaid.domains.commission.reads.lines import lock_orders
from prepaid.domains.ordering.commands.advance import advance_commission
from prepaid.domains.ordering.rules.orders import COMMISSION_STATES, CommissionStatus, OrderKind

OVER: Final = frozenset({"PAID", "REJECTED", "REVERSED"})


async def settle_orders(tx: WriteSession, merchant_id: UUID, order_ids: Collection[UUID | None]) -> None:
    """SETTLED when every line of the deal is paid, rejected or reversed, REVERSED when nothing of it is left.

    Runs as the worker; orders are locked before their lines are.
    """
    for order in await lock_orders(tx, merchant_id, order_ids):
        sold = select(CommissionLine.state, CommissionLine.amount_fen, CommissionLine.reversed_fen).where(
            CommissionLine.merchant_id == merchant_id,
            CommissionLine.order_id == order.id,
            CommissionLine.kind != "VISIT",
            CommissionLine.deal_id.is_not(None) | (order.kind == OrderKind.CARD_CONSUMPTION),
            CommissionLine.reverses_id.is_(None),
        )
        lines = (await tx.execute(sold)).all()
        if not lines:
            continue
        left = [line for line in lines if line.state != "REJECTED" and line.reversed_fen < line.amount_fen]
        to = None
        if not left:
            to = CommissionStatus.REVERSED
        elif all(line.state in OVER for line in lines):
            to = CommissionStatus.SETTLED
        now = CommissionStatus(order.commission_status)
        if to is not None and COMMISSION_STATES.can(now, to):
            await advance_commission(tx, order, to)
