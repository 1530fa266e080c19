"""Jobs of paying commission: money that comes, runs that are due, transfers to be ordered; and handovers."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.core.errors import Refusal
from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.commission.commands.carry_out_handover import carry_out_handover
from prepaid.domains.commission.commands.fund_lines import fund_waiting
from prepaid.domains.commission.commands.order_payout import fail_payout, order_payout
from prepaid.domains.commission.commands.run_payout import ORDER_PAYOUT, start_run
from prepaid.domains.commission.models import CommissionLine, CommissionSetting, Handover
from prepaid.domains.commission.reads.settings import as_terms, setting_of
from prepaid.domains.commission.rules.payouts import RunKind
from prepaid.kit import clock

FUND: Final = "commission.fund_waiting"
FUND_ONE: Final = "commission.fund_merchant"
DUE: Final = "commission.due_runs"
RUN: Final = "commission.automatic_run"
HAND_OVER: Final = "commission.due_handovers"


@job(ORDER_PAYOUT)
async def order(ctx: JobContext, *, merchant_id: UUID, payout_id: UUID) -> None:
    """Order one transfer; what refuses it fails this payout alone, and the others of its run go on."""
    which = {"merchant_id": merchant_id, "payout_id": payout_id}
    database, data_keys = ctx.services.database, ctx.services.data_keys
    try:
        await database.run(SYSTEM, lambda tx: order_payout(tx, data_keys, **which))
    except Refusal as refusal:
        code = refusal.code
        await database.run(SYSTEM, lambda tx: fail_payout(tx, **which, code=code))


@job(FUND, at_once=1)
async def fund(ctx: JobContext) -> None:
    """Try every merchant whose approved commission waits for money."""
    waiting = select(CommissionLine.merchant_id).where(CommissionLine.waiting.is_not(None)).distinct()
    for merchant_id in (await ctx.tx.scalars(waiting)).all():
        payload = {"merchant_id": merchant_id}
        await enqueue(ctx.tx, FUND_ONE, payload=payload, dedupe_key=f"{FUND_ONE}:{merchant_id}", tenant=merchant_id)


@job(FUND_ONE)
async def fund_merchant(ctx: JobContext, *, merchant_id: UUID) -> None:
    """Set aside what the merchant has money for by now."""
    await fund_waiting(ctx.tx, merchant_id)


@job(DUE, at_once=1)
async def due_runs(ctx: JobContext) -> None:
    """Have every merchant run that pays commission by itself."""
    for merchant_id in (await ctx.tx.scalars(select(CommissionSetting.merchant_id).distinct())).all():
        payload = {"merchant_id": merchant_id}
        await enqueue(ctx.tx, RUN, payload=payload, dedupe_key=f"{RUN}:{merchant_id}", tenant=merchant_id)


@job(RUN)
async def automatic_run(ctx: JobContext, *, merchant_id: UUID) -> None:
    """Pay by the settings in force, once for each of their instants; one before they were made is none of theirs."""
    setting = await setting_of(ctx.tx, merchant_id)
    if setting is None or not setting.automatic:
        return
    terms = as_terms(setting)
    due_at = terms.last_due(clock.now())
    if due_at < setting.made_at:
        return
    await fund_waiting(ctx.tx, merchant_id)
    await start_run(
        ctx.tx,
        SYSTEM,
        merchant_id=merchant_id,
        kind=RunKind.AUTOMATIC,
        due_at=due_at,
        order_kinds=terms.order_kinds,
        minimum_fen=terms.minimum_fen,
    )


@job(HAND_OVER, at_once=1)
async def due_handovers(ctx: JobContext) -> None:
    """Carry out the handovers whose cut-off has come."""
    due = (
        select(Handover)
        .where(Handover.state == "SCHEDULED", Handover.cut_off_at <= clock.now())
        .order_by(Handover.cut_off_at)
        .with_for_update(skip_locked=True)
    )
    for handover in (await ctx.tx.scalars(due)).all():
        await carry_out_handover(ctx.tx, SYSTEM, handover)


schedule(FUND, "*/15 * * * *")
schedule(DUE, "*/10 * * * *")
schedule(HAND_OVER, "*/5 * * * *")
