"""Paying out at the provider, and asking what became of it."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.crypto import place
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, enqueue, job
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.pay_out import PAY_OUT, PAYEE_NAME
from prepaid.domains.payment.commands.receive_charge import Ourselves
from prepaid.domains.payment.commands.receive_payout import ASK_PAYOUT, fail, receive_payout
from prepaid.domains.payment.jobs.provider import PATIENT, asked, believed, ourselves, provider
from prepaid.domains.payment.models import Payout
from prepaid.domains.payment.reads.subjects import locked
from prepaid.domains.payment.reads.switches import why_stopped
from prepaid.domains.payment.rules.payouts import PayeeKind
from prepaid.domains.payment.rules.states import PAYOUT_UNDER_WAY, EventKind, EventSource
from prepaid.domains.payment.rules.timing import pause_before
from prepaid.kit import clock
from prepaid.providers.payments import (
    Payee,
    PayoutOrder,
    PayoutStatus,
    ProviderRefused,
    SettlementAccount,
    UnknownReference,
    WalletPayee,
)

RETURNABLE_FOR: Final = timedelta(days=14)
"""A bank may send a payout back within days; so long it is asked about once a day."""
DAY: Final = timedelta(days=1)
NOT_SENT: Final = frozenset({"REQUESTED", "STOPPED"})


@job(PAY_OUT, retry=PATIENT)
async def pay_out(ctx: JobContext, *, merchant_id: UUID, payout_id: UUID) -> None:
    """Order a payout at the provider, unless payouts are stopped; the same order again is the same payout."""
    row = await _read(ctx, merchant_id, payout_id)
    if row.state not in PAYOUT_UNDER_WAY:
        return
    if row.state in NOT_SENT and await ctx.services.database.run(SYSTEM, lambda tx: _stopped(tx, row)):
        return
    client = provider(ctx)
    order = PayoutOrder(
        reference=row.reference,
        source=row.sub_merchant_number,
        payee=await _payee(ctx, row),
        amount_fen=row.amount_fen,
        remark=row.remark,
    )
    try:
        status = await asked(ctx, merchant_id, row.reference, client.pay_out(order))
    except ProviderRefused:
        # A refused order may have been carried out before: only what is asked under its reference is final.
        await _ask_later(ctx, row, 0)
        return
    await _receive(ctx, ourselves(client), row, status, EventSource.ANSWER)
    await _ask_later(ctx, row, 0)


@job(ASK_PAYOUT, retry=PATIENT)
async def ask_payout(ctx: JobContext, *, merchant_id: UUID, payout_id: UUID, step: int) -> None:
    """Ask what became of a payout until it is final, and whether a paid one came back."""
    row = await _read(ctx, merchant_id, payout_id)
    paid = row.state == "SUCCEEDED" and row.payee_kind == PayeeKind.SETTLEMENT_ACCOUNT
    if row.state not in PAYOUT_UNDER_WAY and not paid:
        return
    client = provider(ctx)
    call = client.query_payout(row.reference, row.sub_merchant_number, await _payee(ctx, row))
    try:
        status = await asked(ctx, merchant_id, row.reference, call)
    except UnknownReference as error:
        code = error.code
        await ctx.services.database.run(SYSTEM, lambda tx: _never_taken(tx, merchant_id, payout_id, code))
        return
    await _receive(ctx, ourselves(client), row, status, EventSource.QUERY)
    row = await _read(ctx, merchant_id, payout_id)
    if row.state in PAYOUT_UNDER_WAY:
        await _ask_later(ctx, row, step + 1)
    elif row.state == "SUCCEEDED" and paid and clock.now() < row.created_at + RETURNABLE_FOR:
        await _enqueue_ask(ctx, row, step + 1, clock.now() + DAY)


async def _stopped(tx: WriteSession, row: Payout) -> bool:
    reason = await why_stopped(tx, row.merchant_id)
    if reason is None:
        return False
    row = await locked(tx, Payout, row.merchant_id, row.id)
    await note_event(tx, row, EventKind.PAYOUT_STOPPED)
    await restate(tx, row)
    return True


async def _never_taken(tx: WriteSession, merchant_id: UUID, payout_id: UUID, code: str) -> None:
    """The provider refused the order and has nothing under its reference: nothing will be paid."""
    row = await locked(tx, Payout, merchant_id, payout_id)
    if row.state in PAYOUT_UNDER_WAY:
        await fail(tx, row, code, EventSource.QUERY)


async def _payee(ctx: JobContext, row: Payout) -> Payee:
    if row.payee_name_cipher is None or row.payee_openid is None:
        return SettlementAccount()
    at = place(PAYEE_NAME, row.merchant_id, row.id)
    async with ctx.services.database.write(SYSTEM) as tx:
        name = await ctx.services.data_keys.decrypt(tx, row.payee_name_cipher, at, tenant=row.merchant_id)
    return WalletPayee(openid=row.payee_openid, real_name=name.decode())


async def _receive(ctx: JobContext, own: Ourselves, row: Payout, status: PayoutStatus, source: EventSource) -> None:
    await believed(
        ctx,
        lambda tx: receive_payout(tx, own, merchant_id=row.merchant_id, payout_id=row.id, status=status, source=source),
    )


async def _ask_later(ctx: JobContext, row: Payout, step: int) -> None:
    await _enqueue_ask(ctx, row, step, clock.now() + pause_before(step))


async def _enqueue_ask(ctx: JobContext, row: Payout, step: int, due: datetime) -> None:
    payload = {"merchant_id": row.merchant_id, "payout_id": row.id, "step": step}
    await enqueue(ctx.tx, ASK_PAYOUT, payload=payload, tenant=row.merchant_id, run_at=due)


async def _read(ctx: JobContext, merchant_id: UUID, payout_id: UUID) -> Payout:
    async with ctx.services.database.write(SYSTEM) as tx:
        return await tx.get_one(Payout, (merchant_id, payout_id))
