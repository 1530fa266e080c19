"""Payments of the demo: what may happen between a payer and his money, each story settled to the last fen.

They lie weeks back, before the first bill that is fetched, and nobody owes anything of them any more.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession
from prepaid.domains.ledger.commands.refunds import decide_order_refund
from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.commands.receive_charge import Ourselves, receive_charge
from prepaid.domains.payment.commands.receive_refund import receive_refund
from prepaid.domains.payment.commands.refund_payment import refund_payment
from prepaid.domains.payment.commands.register_sub_merchant import register_sub_merchant
from prepaid.domains.payment.commands.request_payment import Payer, request_payment
from prepaid.domains.payment.events import Payable
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.rules.states import EventSource
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import ChargeState, ChargeStatus, PaymentMethod, RefundState, RefundStatus
from prepaid.providers.wechat_pay.config import SANDBOX_APPID, SANDBOX_MCHID

FIRST_NUMBER: Final = 1900000101
DAYS_AGO: Final = 30
OWN: Final = Ourselves(SANDBOX_MCHID, SANDBOX_APPID)
Story = Callable[[WriteSession, UUID], Awaitable[None]]


async def seed_payments(database: Database, merchants: Mapping[str, UUID]) -> None:
    """Give every merchant a number at the provider, and the first one some payments."""
    async with database.write(SYSTEM) as tx:
        for number, merchant_id in enumerate(merchants.values(), FIRST_NUMBER):
            await register_sub_merchant(tx, merchant_id=merchant_id, number=str(number))
        if await tx.scalar(select(Payment.id).limit(1)) is not None:
            return
    merchant_id = next(iter(merchants.values()))
    for days, story in enumerate((_refunded, _given_up, _late, _paid_twice)):
        with clock.travel(-timedelta(days=DAYS_AGO - days)):
            async with database.write(SYSTEM) as tx:
                await story(tx, merchant_id)


async def _refunded(tx: WriteSession, merchant_id: UUID) -> None:
    payment = await _asked(tx, merchant_id, 19_800, "体验票 2 张", PaymentMethod.NATIVE)
    await _paid(tx, payment)
    refund_id = uuid7()
    await decide_order_refund(
        tx, merchant_id, refund_id=refund_id, order_id=payment.payable_id, refund_fen=19_800, fee_fen=0
    )
    refund = await refund_payment(
        tx,
        merchant_id=merchant_id,
        payment_id=payment.id,
        refund_id=refund_id,
        amount_fen=19_800,
        reason="场馆临时检修，全额退款",
    )
    await _gone_back(tx, payment, refund)


async def _given_up(tx: WriteSession, merchant_id: UUID) -> None:
    payment = await _asked(tx, merchant_id, 58_000, "十次卡")
    await close_payment(tx, merchant_id=merchant_id, payment_id=payment.id)


async def _late(tx: WriteSession, merchant_id: UUID) -> None:
    payment = await _asked(tx, merchant_id, 128_000, "季卡")
    await close_payment(tx, merchant_id=merchant_id, payment_id=payment.id)
    await _paid(tx, payment)
    await _all_back(tx, payment)


async def _paid_twice(tx: WriteSession, merchant_id: UUID) -> None:
    payable = Payable("DEMO", uuid7())
    first = await _asked(tx, merchant_id, 9_900, "单次入场", payable=payable)
    second = await _asked(tx, merchant_id, 9_900, "单次入场", PaymentMethod.NATIVE, payable=payable)
    await _paid(tx, second)
    await _paid(tx, first)
    await _all_back(tx, first)
    refund_id = uuid7()
    await decide_order_refund(tx, merchant_id, refund_id=refund_id, order_id=payable.id, refund_fen=9_900, fee_fen=0)
    refund = await refund_payment(
        tx,
        merchant_id=merchant_id,
        payment_id=second.id,
        refund_id=refund_id,
        amount_fen=9_900,
        reason="未入场，申请退款",
    )
    await _gone_back(tx, second, refund)


async def _asked(
    tx: WriteSession,
    merchant_id: UUID,
    amount_fen: int,
    what: str,
    method: PaymentMethod = PaymentMethod.JSAPI,
    *,
    payable: Payable | None = None,
) -> Payment:
    return await request_payment(
        tx,
        merchant_id=merchant_id,
        payable=payable or Payable("DEMO", uuid7()),
        amount_fen=amount_fen,
        description=what,
        method=method,
        payer=Payer(openid="o-demo-payer" if method is PaymentMethod.JSAPI else None),
        expires_at=clock.now() + timedelta(minutes=30),
    )


def charged(payment: Payment) -> ChargeStatus:
    """The provider's word that a payment was made, now."""
    return ChargeStatus(
        reference=payment.reference,
        state=ChargeState.PAID,
        partner=OWN.partner,
        payee=payment.sub_merchant_number,
        application=OWN.application,
        amount_fen=payment.amount_fen,
        currency="CNY",
        provider_reference=f"42{payment.id.hex[:26]}",
        paid_at=clock.now(),
    )


async def _paid(tx: WriteSession, payment: Payment) -> None:
    which = {"merchant_id": payment.merchant_id, "payment_id": payment.id}
    await receive_charge(tx, OWN, **which, status=charged(payment), source=EventSource.NOTIFICATION)


async def _all_back(tx: WriteSession, payment: Payment) -> None:
    refund = (await tx.scalars(select(PaymentRefund).filter_by(payment_id=payment.id))).one()
    await _gone_back(tx, payment, refund)


async def _gone_back(tx: WriteSession, payment: Payment, refund: PaymentRefund) -> None:
    status = RefundStatus(
        reference=refund.reference,
        charge_reference=payment.reference,
        state=RefundState.SUCCEEDED,
        payee=payment.sub_merchant_number,
        partner=OWN.partner,
        amount_fen=refund.amount_fen,
        provider_reference=f"50{refund.id.hex[:26]}",
        settled_at=clock.now(),
    )
    which = {"merchant_id": refund.merchant_id, "payment_refund_id": refund.id}
    await receive_refund(tx, OWN, **which, status=status, source=EventSource.NOTIFICATION)
