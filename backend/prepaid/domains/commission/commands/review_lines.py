"""Reviewing commission: by lines, or by person and period."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.commission.commands.fund_lines import fund_lines
from prepaid.domains.commission.commands.settle_orders import settle_orders
from prepaid.domains.commission.errors import NothingSelected
from prepaid.domains.commission.models import CommissionLine
from prepaid.domains.commission.reads.line_obstacles import REVIEWING
from prepaid.domains.commission.reads.lines import lines_by_id, lock_orders
from prepaid.domains.commission.rules.lines import LINE_STATES, REVIEWABLE, LineState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.kit import clock


async def approve_lines(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, line_ids: Collection[UUID]
) -> Sequence[CommissionLine]:
    """Approve lines, all or none; what the merchant has money for is set aside, the rest waits (WAITING_FUNDS).

    Raises:
        NotFound, NothingSelected.
        LineStepImpossible: somebody reviewed one meanwhile. LineFrozen, LineReversed.
        OwnCommission: of the reviewer himself.
    """
    await ensure_seen(tx, actor, merchant_id, line_ids)
    async with tx.under(DbRole.WORKER):
        lines = await _reviewed(tx, actor, merchant_id, line_ids, LineState.APPROVED)
        await fund_lines(tx, lines)
        for line in lines:
            await _note(tx, line, "commission.approved")
    return lines


async def reject_lines(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, line_ids: Collection[UUID], reason: str
) -> Sequence[CommissionLine]:
    """Reject lines for one reason, all or none; nothing is paid for them.

    Raises:
        NotFound, NothingSelected, ReasonTooShort.
        LineStepImpossible, LineFrozen, LineReversed, OwnCommission: as for approving.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, actor, merchant_id, line_ids)
    async with tx.under(DbRole.WORKER):
        wanted = select(CommissionLine.order_id).where(
            CommissionLine.merchant_id == merchant_id, CommissionLine.id.in_(line_ids)
        )
        await lock_orders(tx, merchant_id, list(await tx.scalars(wanted)))
        lines = await _reviewed(tx, actor, merchant_id, line_ids, LineState.REJECTED, reason)
        for line in lines:
            await _note(tx, line, "commission.rejected", reason)
        await settle_orders(tx, merchant_id, [line.order_id for line in lines])
    return lines


async def approve_period(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, salesperson_id: UUID, since: datetime, until: datetime
) -> Sequence[CommissionLine]:
    """Approve all that a person earned from `since` up to before `until` and that can be reviewed now.

    Raises:
        NothingSelected: nothing of it can.
        OwnCommission: of the reviewer himself.
    """
    ready = select(CommissionLine.id).where(
        CommissionLine.merchant_id == merchant_id,
        CommissionLine.salesperson_id == salesperson_id,
        CommissionLine.reverses_id.is_(None),
        CommissionLine.state.in_(REVIEWABLE),
        CommissionLine.frozen_until <= clock.now(),
        CommissionLine.earned_at >= since,
        CommissionLine.earned_at < until,
    )
    return await approve_lines(tx, actor, merchant_id=merchant_id, line_ids=list(await tx.scalars(ready)))


async def ensure_seen(tx: WriteSession, actor: Actor, merchant_id: UUID, line_ids: Collection[UUID]) -> None:
    """The caller sees all these lines: of his merchants, and within stores of his own. Raises `NotFound`."""
    seen = select(CommissionLine.id).where(CommissionLine.merchant_id == merchant_id, CommissionLine.id.in_(line_ids))
    if actor.scope in WITHIN_STORES:
        seen = seen.where(CommissionLine.store_id.in_(actor.store_ids))
    if set(await tx.scalars(seen)) != set(line_ids):
        raise NotFound(path=("lineIds",))


async def _reviewed(
    tx: WriteSession,
    actor: Actor,
    merchant_id: UUID,
    line_ids: Collection[UUID],
    to: LineState,
    reason: str | None = None,
) -> Sequence[CommissionLine]:
    if not line_ids:
        raise NothingSelected(path=("lineIds",))
    lines = await lines_by_id(tx, merchant_id, line_ids)
    for line in lines:
        await ensure_none(tx, actor, REVIEWING, line, path=("lineIds",))
        line.state = LINE_STATES.advance(LineState(line.state), to).value
        line.reviewed_at, line.reviewed_by, line.reason = clock.now(), actor.account_id, reason
    await tx.flush()
    return lines


async def _note(tx: WriteSession, line: CommissionLine, action: str, reason: str | None = None) -> None:
    await audit.record(
        tx,
        action,
        object_type="CommissionLine",
        object_id=line.id,
        tenant=line.merchant_id,
        after={"state": line.state, "amountFen": line.amount_fen, "waiting": line.waiting},
        reason=reason,
    )
