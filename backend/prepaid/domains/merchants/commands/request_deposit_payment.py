"""Paying into the deposit through the payment channel."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.errors.deposits import (
    DepositAmountInvalid,
    DepositAmountTooSmall,
    DepositNothingDue,
    DepositPaymentOver,
)
from prepaid.domains.merchants.models import Deposit, DepositPayment
from prepaid.domains.merchants.reads.deposits import held
from prepaid.domains.merchants.rules.deposits import PAYABLE, DepositPaymentKind, DepositPaymentState, DepositState
from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.commands.request_payment import Payer, request_payment
from prepaid.domains.payment.events import Payable
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, format_yuan
from prepaid.providers.payments import PaymentMethod

TIME_TO_PAY: Final = timedelta(hours=2)
DESCRIPTION: Final = "商户保证金"


async def request_deposit_payment(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, amount_fen: Fen | None = None
) -> DepositPayment:
    """Ask for a QR code that pays into the deposit: what is missing, or a larger amount as a top-up.

    An open request of the same amount is offered again; one of another amount is closed for the new one.

    Raises:
        NotFound.
        DepositNothingDue: nothing is missing, and no amount is given.
        DepositAmountInvalid, DepositAmountTooSmall: the first payment is made whole.
        MerchantCannotCollect: the merchant has no number at the payment provider yet.
    """
    await ensure_seen(tx, merchant_id, "merchantId")
    async with tx.under(DbRole.WORKER):
        deposit = await assess_deposit(tx, merchant_id)
        wanted = await _amount(tx, deposit, amount_fen)
        row = await _open_request(tx, merchant_id)
        if row is not None and row.amount_fen != wanted:
            await close_request(tx, row)
            row = None
        row = row or await _new_request(tx, actor, deposit, wanted)
        payment = await request_payment(
            tx,
            merchant_id=merchant_id,
            payable=Payable(PAYABLE, row.id),
            amount_fen=wanted,
            description=DESCRIPTION,
            method=PaymentMethod.NATIVE,
            payer=Payer(account_id=actor.account_id),
            expires_at=clock.now() + TIME_TO_PAY,
        )
        row.payment_id = payment.id
        await tx.flush()
    return row


async def cancel_deposit_payment(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, deposit_payment_id: UUID
) -> DepositPayment:
    """Give up on a request; what is paid on it nevertheless goes back by itself.

    Raises:
        NotFound, DepositPaymentOver.
    """
    await ensure_seen(tx, merchant_id, "depositPaymentId")
    async with tx.under(DbRole.WORKER):
        row = await tx.get(DepositPayment, (merchant_id, deposit_payment_id), with_for_update=True)
        if row is None:
            raise NotFound(path=("depositPaymentId",))
        if row.state != DepositPaymentState.REQUESTED:
            raise DepositPaymentOver(path=("depositPaymentId",))
        await close_request(tx, row)
    return row


async def close_request(tx: WriteSession, row: DepositPayment) -> None:
    """Close an open, locked request and its payment. Runs as the worker."""
    row.state, row.closed_at = DepositPaymentState.CLOSED.value, clock.now()
    await tx.flush()
    if row.payment_id is not None:
        await close_payment(tx, merchant_id=row.merchant_id, payment_id=row.payment_id)


async def _amount(tx: WriteSession, deposit: Deposit, amount_fen: Fen | None) -> Fen:
    missing = max(deposit.due_fen - (await held(tx, deposit.merchant_id)).balance_fen, 0)
    if amount_fen is None:
        if missing == 0:
            raise DepositNothingDue(path=("amountFen",))
        return missing
    if amount_fen <= 0:
        raise DepositAmountInvalid(path=("amountFen",))
    if deposit.state == DepositState.UNPAID and amount_fen < missing:
        raise DepositAmountTooSmall(path=("amountFen",), lowest_yuan=format_yuan(missing))
    return amount_fen


async def _open_request(tx: WriteSession, merchant_id: UUID) -> DepositPayment | None:
    query = select(DepositPayment).filter_by(merchant_id=merchant_id, state=DepositPaymentState.REQUESTED.value)
    found: DepositPayment | None = await tx.scalar(query.with_for_update())
    return found


async def _new_request(tx: WriteSession, actor: Actor, deposit: Deposit, amount_fen: Fen) -> DepositPayment:
    first = deposit.state == DepositState.UNPAID
    row = DepositPayment(
        merchant_id=deposit.merchant_id,
        id=uuid7(),
        kind=(DepositPaymentKind.INITIAL if first else DepositPaymentKind.TOP_UP).value,
        state=DepositPaymentState.REQUESTED.value,
        amount_fen=amount_fen,
        payment_id=None,
        requested_at=clock.now(),
        requested_by=actor.account_id,
        paid_at=None,
        closed_at=None,
        transfer_id=None,
    )
    tx.add(row)
    await tx.flush()
    await audit.record(
        tx,
        "deposit.payment_requested",
        object_type="Deposit",
        object_id=deposit.id,
        tenant=deposit.merchant_id,
        after={"kind": row.kind, "amountFen": amount_fen},
    )
    return row
