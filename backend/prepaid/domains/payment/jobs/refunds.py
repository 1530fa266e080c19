"""Refunding at the provider, asking what became of it, sending it another way."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.crypto import place
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, enqueue, job
from prepaid.domains.payment.commands.fail_refund import REDIRECT, fail_refund
from prepaid.domains.payment.commands.receive_charge import Ourselves
from prepaid.domains.payment.commands.receive_refund import ASK_REFUND, receive_refund
from prepaid.domains.payment.commands.redirect_refund import redirect_refund
from prepaid.domains.payment.commands.refund_payment import FALLBACK_NAME, REFUND
from prepaid.domains.payment.jobs.provider import PATIENT, asked, believed, ourselves, provider
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.reads.subjects import locked
from prepaid.domains.payment.rules.payouts import Wallet
from prepaid.domains.payment.rules.states import REFUND_UNDER_WAY, EventSource, PaymentRefundState
from prepaid.domains.payment.rules.timing import pause_before
from prepaid.kit import clock
from prepaid.providers.payments import ProviderRefused, RefundOrder, RefundStatus, UnknownReference

GIVE_UP_ASKING_AFTER: Final = timedelta(days=14)
"""A refund to a bank card takes days; what is not final by then is on the bill, and on the list of breaks."""


@job(REFUND, retry=PATIENT)
async def refund(ctx: JobContext, *, merchant_id: UUID, payment_refund_id: UUID) -> None:
    """Order a refund at the provider; the same order again is the same refund."""
    row, payment = await _read(ctx, merchant_id, payment_refund_id)
    if row.state not in REFUND_UNDER_WAY:
        return
    client = provider(ctx)
    order = RefundOrder(
        reference=row.reference,
        charge_reference=payment.reference,
        payee=payment.sub_merchant_number,
        amount_fen=row.amount_fen,
        charged_fen=payment.amount_fen,
        reason=row.reason,
    )
    try:
        status = await asked(ctx, merchant_id, row.reference, client.refund(order))
    except ProviderRefused as refused:
        # It may have been carried out before: only what is asked under its reference is final.
        try:
            call = client.query_refund(row.reference, payment.sub_merchant_number)
            status = await asked(ctx, merchant_id, row.reference, call)
        except UnknownReference:
            code = refused.code
            await ctx.services.database.run(SYSTEM, lambda tx: _refused(tx, merchant_id, payment_refund_id, code))
            return
    await _receive(ctx, ourselves(client), row, status, EventSource.ANSWER)
    await _ask_later(ctx, row, 0)


@job(ASK_REFUND, retry=PATIENT)
async def ask_refund(ctx: JobContext, *, merchant_id: UUID, payment_refund_id: UUID, step: int) -> None:
    """Ask what became of a refund until it is final."""
    row, payment = await _read(ctx, merchant_id, payment_refund_id)
    if row.state not in REFUND_UNDER_WAY:
        return
    client = provider(ctx)
    call = client.query_refund(row.reference, payment.sub_merchant_number)
    try:
        status = await asked(ctx, merchant_id, row.reference, call)
    except UnknownReference:
        # The order itself never arrived.
        await enqueue(ctx.tx, REFUND, payload=_which(row), tenant=merchant_id)
        return
    await _receive(ctx, ourselves(client), row, status, EventSource.QUERY)
    if clock.now() < row.created_at + GIVE_UP_ASKING_AFTER:
        await _ask_later(ctx, row, step + 1)


@job(REDIRECT)
async def redirect(ctx: JobContext, *, merchant_id: UUID, payment_refund_id: UUID) -> None:
    """Send a refund that failed to the wallet that was named for this case."""
    keys = ctx.services.data_keys

    async def command(tx: WriteSession) -> None:
        row = await locked(tx, PaymentRefund, merchant_id, payment_refund_id)
        if row.state != PaymentRefundState.FAILED or row.fallback_name_cipher is None:
            return
        assert row.fallback_openid is not None
        assert row.fallback_subject_id is not None
        at = place(FALLBACK_NAME, merchant_id, row.id)
        name = await keys.decrypt(tx, row.fallback_name_cipher, at, tenant=merchant_id)
        wallet = Wallet(openid=row.fallback_openid, real_name=name.decode(), subject_id=row.fallback_subject_id)
        await redirect_refund(tx, keys, merchant_id=merchant_id, payment_refund_id=row.id, to=wallet)

    await ctx.services.database.run(SYSTEM, command)


async def _receive(
    ctx: JobContext, own: Ourselves, row: PaymentRefund, status: RefundStatus, source: EventSource
) -> None:
    await believed(
        ctx,
        lambda tx: receive_refund(
            tx, own, merchant_id=row.merchant_id, payment_refund_id=row.id, status=status, source=source
        ),
    )


async def _ask_later(ctx: JobContext, row: PaymentRefund, step: int) -> None:
    due = clock.now() + pause_before(step)
    payload = {**_which(row), "step": step}
    await enqueue(ctx.tx, ASK_REFUND, payload=payload, tenant=row.merchant_id, run_at=due)


async def _refused(tx: WriteSession, merchant_id: UUID, payment_refund_id: UUID, code: str) -> None:
    row = await tx.get_one(PaymentRefund, (merchant_id, payment_refund_id))
    payment = await locked(tx, Payment, merchant_id, row.payment_id)
    row = await locked(tx, PaymentRefund, merchant_id, payment_refund_id)
    if row.state in REFUND_UNDER_WAY:
        await fail_refund(tx, payment, row, code, EventSource.ANSWER)


async def _read(ctx: JobContext, merchant_id: UUID, payment_refund_id: UUID) -> tuple[PaymentRefund, Payment]:
    async with ctx.services.database.write(SYSTEM) as tx:
        row = await tx.get_one(PaymentRefund, (merchant_id, payment_refund_id))
        return row, await tx.get_one(Payment, (merchant_id, row.payment_id))


def _which(row: PaymentRefund) -> dict[str, UUID]:
    return {"merchant_id": row.merchant_id, "payment_refund_id": row.id}
