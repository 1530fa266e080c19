"""A payment into the deposit has come in, or will not come."""

from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.ledger.commands.deposits import apply_to_deposit
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.models import DepositPayment
from prepaid.domains.merchants.reads.deposits import deposit_of
from prepaid.domains.merchants.rules.deposits import DepositPaymentState
from prepaid.domains.payment.commands.leave_unapplied import leave_unapplied
from prepaid.kit import clock
from prepaid.kit.clock import SHANGHAI

MOVE_CASH: Final = "merchants.move_deposit_cash"
UNUSABLE: Final = "DEPOSIT_REQUEST_CLOSED"
SETTLED_AT: Final = time(9, 30)
"""On the next legal day the channel has paid the money to the bank."""


async def lock_deposit(tx: WriteSession, merchant_id: UUID, deposit_payment_id: UUID) -> None:
    """Lock what a payment is about to change, before the payment itself (domain/01, 18)."""
    async with tx.under(DbRole.WORKER):
        await deposit_of(tx, merchant_id, lock=True)
        await tx.get(DepositPayment, (merchant_id, deposit_payment_id), with_for_update=True)


async def receive_deposit_payment(
    tx: WriteSession, *, merchant_id: UUID, deposit_payment_id: UUID, payment_id: UUID, amount_fen: int
) -> None:
    """Captured money becomes deposit; money for a request that is closed goes back by itself."""
    async with tx.under(DbRole.WORKER):
        row = await tx.get(DepositPayment, (merchant_id, deposit_payment_id), populate_existing=True)
        if row is None or row.state != DepositPaymentState.REQUESTED or row.amount_fen != amount_fen:
            await leave_unapplied(tx, merchant_id=merchant_id, payment_id=payment_id, code=UNUSABLE)
            return
        transfer = await apply_to_deposit(tx, merchant_id, deposit_payment_id=row.id, amount_fen=amount_fen)
        with tx.no_autoflush:
            row.state, row.paid_at = DepositPaymentState.PAID.value, clock.now()
            row.payment_id, row.transfer_id = payment_id, transfer.id
        await tx.flush()
        which = {"merchant_id": merchant_id, "deposit_payment_id": row.id}
        await enqueue(tx, MOVE_CASH, payload=which, tenant=merchant_id, run_at=_next_settlement())
        deposit = await assess_deposit(tx, merchant_id)
        await audit.record(
            tx,
            "deposit.paid",
            object_type="Deposit",
            object_id=deposit.id,
            tenant=merchant_id,
            after={"kind": row.kind, "amountFen": amount_fen, "state": deposit.state},
        )


async def end_deposit_request(
    tx: WriteSession, *, merchant_id: UUID, deposit_payment_id: UUID, payment_id: UUID
) -> None:
    """The last payment of a request was closed: the merchant asks anew when it wants to pay."""
    async with tx.under(DbRole.WORKER):
        row = await tx.get(DepositPayment, (merchant_id, deposit_payment_id), with_for_update=True)
        if row is not None and row.state == DepositPaymentState.REQUESTED and row.payment_id == payment_id:
            row.state, row.closed_at = DepositPaymentState.CLOSED.value, clock.now()
            await tx.flush()


def _next_settlement() -> datetime:
    return datetime.combine(clock.today_shanghai() + timedelta(days=1), SETTLED_AT, SHANGHAI)
