"""One step of an order on one of its axes, with its history."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.ordering.models import Order, OrderEvent
from prepaid.domains.ordering.rules.orders import (
    COMMISSION_STATES,
    PAYMENT_STATES,
    Axis,
    CommissionStatus,
    PaymentStatus,
)
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def advance_payment(
    tx: WriteSession, order: Order, to: PaymentStatus, *, reason: str | None = None, payment_id: UUID | None = None
) -> None:
    """The order, locked, takes the step. Raises `IllegalTransition`."""
    before = PaymentStatus(order.payment_status)
    order.payment_status = PAYMENT_STATES.advance(before, to).value
    await _note(tx, order, Axis.PAYMENT, before, to, reason, payment_id)


async def advance_commission(
    tx: WriteSession, order: Order, to: CommissionStatus, *, reason: str | None = None
) -> None:
    """The same on the other axis."""
    before = CommissionStatus(order.commission_status)
    order.commission_status = COMMISSION_STATES.advance(before, to).value
    await _note(tx, order, Axis.COMMISSION, before, to, reason, None)


async def note_placed(tx: WriteSession, order: Order) -> None:
    """The first entry of its history."""
    await _note(tx, order, Axis.PAYMENT, None, PaymentStatus(order.payment_status), None, None)


async def _note(
    tx: WriteSession,
    order: Order,
    axis: Axis,
    before: PaymentStatus | CommissionStatus | None,
    after: PaymentStatus | CommissionStatus,
    reason: str | None,
    payment_id: UUID | None,
) -> None:
    tx.add(
        OrderEvent(
            merchant_id=order.merchant_id,
            id=uuid7(),
            order_id=order.id,
            account_id=order.account_id,
            axis=axis.value,
            before=before.value if before else None,
            after=after.value,
            reason=reason,
            payment_id=payment_id,
            by_account_id=tx.actor.account_id,
            at=clock.now(),
        )
    )
    await tx.flush()
    if before is None:
        return
    await audit.record(
        tx,
        f"order.{after.value.lower()}" if axis is Axis.PAYMENT else f"order.commission_{after.value.lower()}",
        object_type="Order",
        object_id=order.id,
        tenant=order.merchant_id,
        before={axis.value.lower(): before},
        after={axis.value.lower(): after} | ({"cause": reason} if reason else {}),
    )
