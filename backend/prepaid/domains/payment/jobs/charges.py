"""Offering charges to payers, asking what became of them, closing them."""

from uuid import UUID

from prepaid.core import events
from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, enqueue, job
from prepaid.domains.payment.commands.close_payment import CLOSE, expire_payment
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.receive_charge import receive_charge
from prepaid.domains.payment.commands.request_payment import ASK, CHARGE
from prepaid.domains.payment.events import Payable, PayableInvolved, PaymentClosed
from prepaid.domains.payment.jobs.provider import PATIENT, asked, believed, ourselves, provider
from prepaid.domains.payment.models import Payment
from prepaid.domains.payment.reads.subjects import locked
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.states import CAPTURED, OPEN, EventKind, EventSource
from prepaid.domains.payment.rules.timing import GRACE, pause_before
from prepaid.kit import clock
from prepaid.providers.payments import (
    ChargeAlreadyPaid,
    ChargeOffer,
    ChargeOrder,
    PaymentMethod,
    ProviderRefused,
    UnknownReference,
)

REJECTED = "REJECTED"


@job(CHARGE, retry=PATIENT)
async def charge(ctx: JobContext, *, merchant_id: UUID, payment_id: UUID) -> None:
    """Offer a requested payment to its payer; the same order again is the same charge."""
    payment = await _read(ctx, merchant_id, payment_id)
    if payment.state != "REQUESTED":
        return
    order = ChargeOrder(
        reference=payment.reference,
        payee=payment.sub_merchant_number,
        amount_fen=payment.amount_fen,
        description=payment.description,
        method=PaymentMethod(payment.method),
        payer=payment.payer_openid,
        expires_at=payment.expires_at,
    )
    try:
        offer = await asked(ctx, merchant_id, payment.reference, provider(ctx).charge(order))
    except ProviderRefused as error:
        code = error.code
        await _ask(ctx, payment)  # "paid already" is a refusal too
        await ctx.services.database.run(SYSTEM, lambda tx: _rejected(tx, merchant_id, payment_id, code))
    else:
        await ctx.services.database.run(SYSTEM, lambda tx: _ready(tx, merchant_id, payment_id, offer))


async def _ready(tx: WriteSession, merchant_id: UUID, payment_id: UUID, offer: ChargeOffer) -> None:
    payment = await locked(tx, Payment, merchant_id, payment_id)
    await note_event(tx, payment, EventKind.READY, EventSource.ANSWER)
    payment.pay_parameters = dict(offer.pay_parameters) if offer.pay_parameters else None
    payment.code_url = offer.code_url
    await restate(tx, payment)


async def _rejected(tx: WriteSession, merchant_id: UUID, payment_id: UUID, code: str) -> None:
    payment = await tx.get_one(Payment, (merchant_id, payment_id))
    payable = Payable(payment.payable_kind, payment.payable_id)
    await events.publish(tx, PayableInvolved(merchant_id, payable))
    payment = await locked(tx, Payment, merchant_id, payment_id)
    if payment.state not in OPEN:
        return
    await note_event(tx, payment, EventKind.REJECTED, EventSource.ANSWER, code=code)
    await restate(tx, payment)
    await raise_alert(
        tx, AlertKind.CHARGE_REFUSED, merchant_id=merchant_id, subject=payment.reference, detail={"code": code}
    )
    await events.publish(tx, PaymentClosed(merchant_id, payment_id, payable, REJECTED))


@job(ASK, retry=PATIENT)
async def ask(ctx: JobContext, *, merchant_id: UUID, payment_id: UUID, step: int) -> None:
    """Ask what became of a payment, while nothing is final and notifications may be lost; at its end, close it."""
    payment = await _read(ctx, merchant_id, payment_id)
    if payment.state in CAPTURED or payment.state == "FAILED":
        return
    await _ask(ctx, payment)
    payment = await _read(ctx, merchant_id, payment_id)
    if payment.state not in OPEN:
        return
    if clock.now() >= payment.expires_at + GRACE:
        await ctx.services.database.run(SYSTEM, lambda tx: _expire(tx, merchant_id, payment_id))
        return
    due = min(clock.now() + pause_before(step + 1), payment.expires_at + GRACE)
    which = {"merchant_id": merchant_id, "payment_id": payment_id, "step": step + 1}
    await enqueue(ctx.tx, ASK, payload=which, tenant=merchant_id, run_at=due)


@job(CLOSE, retry=PATIENT)
async def close(ctx: JobContext, *, merchant_id: UUID, payment_id: UUID) -> None:
    """Make a closed payment unpayable at the provider; if it was paid in the meantime, hear it now."""
    payment = await _read(ctx, merchant_id, payment_id)
    call = provider(ctx).close_charge(payment.reference, payment.sub_merchant_number)
    try:
        await asked(ctx, merchant_id, payment.reference, call)
    except ChargeAlreadyPaid:
        await _ask(ctx, payment)


async def _ask(ctx: JobContext, payment: Payment) -> None:
    client = provider(ctx)
    call = client.query_charge(payment.reference, payment.sub_merchant_number)
    try:
        status = await asked(ctx, payment.merchant_id, payment.reference, call)
    except UnknownReference:
        return  # it was not offered yet
    await believed(
        ctx,
        lambda tx: receive_charge(
            tx,
            ourselves(client),
            merchant_id=payment.merchant_id,
            payment_id=payment.id,
            status=status,
            source=EventSource.QUERY,
        ),
    )


async def _expire(tx: WriteSession, merchant_id: UUID, payment_id: UUID) -> None:
    payment = await tx.get_one(Payment, (merchant_id, payment_id))
    await events.publish(tx, PayableInvolved(merchant_id, Payable(payment.payable_kind, payment.payable_id)))
    payment = await locked(tx, Payment, merchant_id, payment_id)
    if payment.state in OPEN:
        await expire_payment(tx, payment)


async def _read(ctx: JobContext, merchant_id: UUID, payment_id: UUID) -> Payment:
    async with ctx.services.database.write(SYSTEM) as tx:
        return await tx.get_one(Payment, (merchant_id, payment_id))
