"""Asking to be paid for a payable."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.payment.commands.close_payment import CloseReason, close
from prepaid.domains.payment.commands.note_event import note_event
from prepaid.domains.payment.errors import (
    AlreadyPaid,
    MerchantCannotCollect,
    PayerUnknown,
    PaymentAmountInvalid,
    PaymentTimeInvalid,
)
from prepaid.domains.payment.events import Payable
from prepaid.domains.payment.models import Payment, SubMerchant
from prepaid.domains.payment.reads.subjects import merchant_number
from prepaid.domains.payment.rules.references import ReferenceKind, new_reference
from prepaid.domains.payment.rules.states import OPEN, EventKind
from prepaid.domains.payment.rules.timing import LONGEST_LIFE, SHORTEST_LIFE, pause_before
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, check_fen
from prepaid.providers.payments import PaymentMethod

CHARGE: Final = "payment.charge"
ASK: Final = "payment.ask"
LONGEST_DESCRIPTION: Final = 40
"""Characters; the provider takes 127 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays; for JSAPI his openid at our application is needed."""

    account_id: UUID | None = None
    openid: str | None = None


async def request_payment(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    payable: Payable,
    amount_fen: Fen,
    description: str,
    method: PaymentMethod,
    payer: Payer,
    expires_at: datetime,
) -> Payment:
    """Open a payment, which a job offers to the payer; what he pays with is on the row as soon as it is READY.

    An open payment of the same payable that asks the same is answered again; another one is closed for it. When
    it succeeds, the owner of the payable hears `PaymentSucceeded`.

    Raises:
        AlreadyPaid: the payable has been credited.
        MerchantCannotCollect, PayerUnknown, PaymentAmountInvalid, PaymentTimeInvalid.
    """
    if check_fen(amount_fen) <= 0:
        raise PaymentAmountInvalid
    if method is PaymentMethod.JSAPI and not payer.openid:
        raise PayerUnknown
    async with tx.under(DbRole.WORKER):
        # One at a time for a payable: its payments are compared with each other.
        key = f"payment:{merchant_id}:{payable.kind}:{payable.id}"
        await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
        earlier = await _earlier(tx, merchant_id, payable)
        if any(each.credited for each in earlier):
            raise AlreadyPaid
        wanted = (amount_fen, method.value, payer.account_id, payer.openid)
        for each in earlier:
            if each.state not in OPEN:
                continue
            asked = (each.amount_fen, each.method, each.payer_account_id, each.payer_openid)
            if asked == wanted and clock.now() + SHORTEST_LIFE <= each.expires_at:
                return each
            await close(tx, each, CloseReason.REPLACED)
        number: str | None = await tx.scalar(select(SubMerchant.number).filter_by(id=merchant_id))
        if number is None:
            raise MerchantCannotCollect
        now = clock.now()
        _ensure_time(expires_at - now)
        payment = Payment(
            merchant_id=merchant_id,
            id=uuid7(),
            reference=new_reference(
                ReferenceKind.PAYMENT, await merchant_number(tx, merchant_id), clock.shanghai_day(now)
            ),
            payable_kind=payable.kind,
            payable_id=payable.id,
            method=method.value,
            amount_fen=amount_fen,
            description=description[:LONGEST_DESCRIPTION],
            payer_account_id=payer.account_id,
            payer_openid=payer.openid,
            sub_merchant_number=number,
            state="REQUESTED",
            credited=False,
            refunding_fen=0,
            refunded_fen=0,
            created_at=now,
            expires_at=expires_at,
        )
        tx.add(payment)
        await note_event(tx, payment, EventKind.REQUESTED, amount_fen=amount_fen)
        which = {"merchant_id": merchant_id, "payment_id": payment.id}
        await enqueue(tx, CHARGE, payload=which, tenant=merchant_id)
        await enqueue(tx, ASK, payload={**which, "step": 0}, tenant=merchant_id, run_at=now + pause_before(0))
    return payment


async def _earlier(tx: WriteSession, merchant_id: UUID, payable: Payable) -> list[Payment]:
    of = {"merchant_id": merchant_id, "payable_kind": payable.kind, "payable_id": payable.id}
    statement = select(Payment).filter_by(**of).order_by(Payment.id).with_for_update()
    return list(await tx.scalars(statement.execution_options(populate_existing=True)))


def _ensure_time(life: timedelta) -> None:
    if not SHORTEST_LIFE <= life <= LONGEST_LIFE:
        minutes = {
            "minutes_min": int(SHORTEST_LIFE.total_seconds() // 60),
            "minutes_max": int(LONGEST_LIFE.total_seconds() // 60),
        }
        raise PaymentTimeInvalid(path=("expiresAt",), **minutes)
