"""Paying approved commission: one run, a payout for each person, what he owes set off first."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.jobs import enqueue
from prepaid.core.obstacles import ensure_none
from prepaid.domains.commission.commands.set_off_debts import set_off_debts
from prepaid.domains.commission.commands.settle_orders import settle_orders
from prepaid.domains.commission.errors import NothingToPay
from prepaid.domains.commission.models import CommissionLine, CommissionPayout, CommissionRun
from prepaid.domains.commission.reads.line_obstacles import RETRYING
from prepaid.domains.commission.reads.lines import lock_lines, lock_orders
from prepaid.domains.commission.rules.lines import LINE_STATES, LineState
from prepaid.domains.commission.rules.payouts import PAYOUT_STATES, PayoutState, RunKind
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen

ORDER_PAYOUT: Final = "commission.order_payout"


async def start_run(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    kind: RunKind,
    due_at: datetime | None = None,
    salesperson_ids: Collection[UUID] | None = None,
    order_kinds: Collection[OrderKind] | None = None,
    minimum_fen: Fen = 0,
) -> CommissionRun | None:
    """Pay everybody his approved, funded commission; jobs order the transfers. None: this automatic run is made.

    `minimum_fen`: whoever has less waits for a later run.

    Raises:
        NothingToPay: of a run by hand.
    """
    async with tx.under(DbRole.WORKER):
        await _one_at_a_time(tx, merchant_id)
        if due_at is not None and await _made(tx, merchant_id, due_at):
            return None
        by_person = await _due(tx, merchant_id, salesperson_ids, order_kinds, minimum_fen)
        if not by_person and kind is not RunKind.AUTOMATIC:
            raise NothingToPay
        run = CommissionRun(
            merchant_id=merchant_id,
            id=uuid7(),
            number=await _next_number(tx, merchant_id),
            kind=kind.value,
            due_at=due_at,
            started_at=clock.now(),
            started_by=actor.account_id,
        )
        tx.add(run)
        await tx.flush()
        payouts = [await _payout(tx, run, lines) for lines in by_person]
        await settle_orders(tx, merchant_id, [line.order_id for lines in by_person for line in lines])
        await audit.record(
            tx,
            "commission.run_started",
            object_type="CommissionRun",
            object_id=run.id,
            tenant=merchant_id,
            after={"number": run.number, "kind": kind, "people": len(payouts)},
        )
    return run


async def retry_payout(tx: WriteSession, actor: Actor, *, merchant_id: UUID, payout_id: UUID) -> CommissionPayout:
    """Order a failed payout again, under the same key; what its person owes meanwhile is set off first.

    Raises:
        NotFound, PayoutNotFailed.
    """
    if await tx.get(CommissionPayout, (merchant_id, payout_id)) is None:
        raise NotFound(path=("payoutId",))
    async with tx.under(DbRole.WORKER):
        lines = await lines_of_payout(tx, merchant_id, payout_id)
        key = (merchant_id, payout_id)
        payout = await tx.get_one(CommissionPayout, key, with_for_update=True, populate_existing=True)
        await ensure_none(tx, actor, RETRYING, payout, path=("payoutId",))
        await _send(tx, payout, [line for line in lines if line.state == LineState.FAILED])
        await settle_orders(tx, merchant_id, [line.order_id for line in lines])
        await audit.record(
            tx,
            "commission.payout_retried",
            object_type="CommissionPayout",
            object_id=payout.id,
            tenant=merchant_id,
            after={"state": payout.state, "amountFen": payout.amount_fen},
        )
    return payout


async def lines_of_payout(tx: WriteSession, merchant_id: UUID, payout_id: UUID) -> Sequence[CommissionLine]:
    """Lines of a payout, locked after their orders."""
    of_payout = CommissionLine.payout_id == payout_id
    orders = select(CommissionLine.order_id).where(CommissionLine.merchant_id == merchant_id, of_payout)
    await lock_orders(tx, merchant_id, list(await tx.scalars(orders)))
    return await lock_lines(tx, merchant_id, of_payout)


async def _due(
    tx: WriteSession,
    merchant_id: UUID,
    salesperson_ids: Collection[UUID] | None,
    order_kinds: Collection[OrderKind] | None,
    minimum_fen: Fen,
) -> list[list[CommissionLine]]:
    fits = [CommissionLine.state == "APPROVED", CommissionLine.transfer_id.is_not(None)]
    if salesperson_ids is not None:
        fits.append(CommissionLine.salesperson_id.in_(salesperson_ids))
    if order_kinds is not None:
        fits.append(CommissionLine.order_kind.in_([kind.value for kind in order_kinds]))
    orders = select(CommissionLine.order_id).where(CommissionLine.merchant_id == merchant_id, *fits)
    await lock_orders(tx, merchant_id, list(await tx.scalars(orders)))
    by_person: dict[UUID, list[CommissionLine]] = defaultdict(list)
    for line in await lock_lines(tx, merchant_id, *fits):
        by_person[line.salesperson_id].append(line)
    found = sorted(by_person.items())
    return [lines for _, lines in found if _gross(lines) >= max(minimum_fen, 1)]


def _gross(lines: Sequence[CommissionLine]) -> Fen:
    return sum(line.amount_fen - line.reversed_fen for line in lines)


async def _payout(tx: WriteSession, run: CommissionRun, lines: Sequence[CommissionLine]) -> CommissionPayout:
    gross_fen = _gross(lines)
    payout = CommissionPayout(
        merchant_id=run.merchant_id,
        id=uuid7(),
        run_id=run.id,
        salesperson_id=lines[0].salesperson_id,
        salesperson_name=lines[0].salesperson_name,
        line_count=len(lines),
        gross_fen=gross_fen,
        netted_fen=0,
        amount_fen=gross_fen,
        state=PayoutState.PAYING.value,
        attempts=0,
        created_at=run.started_at,
    )
    tx.add(payout)
    await tx.flush()
    for line in lines:
        line.payout_id = payout.id
    await _send(tx, payout, lines)
    return payout


async def _send(tx: WriteSession, payout: CommissionPayout, lines: Sequence[CommissionLine]) -> None:
    """Set debts off; what is left goes to a job, and a payout of nothing is paid."""
    await set_off_debts(tx, payout)
    paid = payout.amount_fen == 0
    now = clock.now()
    with tx.no_autoflush:
        for line in lines:
            line.state = LINE_STATES.advance(LineState(line.state), LineState.PAYING).value
            if paid:
                line.state, line.paid_at = LineState.PAID.value, now
        state = PayoutState.PAID if paid else PayoutState.PAYING
        if payout.state != state:
            payout.state = PAYOUT_STATES.advance(PayoutState(payout.state), state).value
        payout.failure, payout.paid_at = None, now if paid else None
        payout.attempts += not paid
    await tx.flush()
    if not paid:
        which = {"merchant_id": payout.merchant_id, "payout_id": payout.id}
        await enqueue(tx, ORDER_PAYOUT, payload=which, tenant=payout.merchant_id)


async def _one_at_a_time(tx: WriteSession, merchant_id: UUID) -> None:
    lock = func.hashtextextended(f"commission_run:{merchant_id}", 0)
    await tx.execute(select(func.pg_advisory_xact_lock(lock)))


async def _made(tx: WriteSession, merchant_id: UUID, due_at: datetime) -> bool:
    return await tx.scalar(select(CommissionRun.id).filter_by(merchant_id=merchant_id, due_at=due_at)) is not None


async def _next_number(tx: WriteSession, merchant_id: UUID) -> str:
    runs = select(func.count()).select_from(CommissionRun).where(CommissionRun.merchant_id == merchant_id)
    return f"FY{(await tx.scalar(runs) or 0) + 1:05d}"
