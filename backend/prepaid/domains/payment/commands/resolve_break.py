"""Settling a difference with the provider."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.payment.errors import BreakResolved
from prepaid.domains.payment.models import PaymentBreak
from prepaid.domains.payment.rules.reconciliation import BreakResolution, BreakState
from prepaid.kit import clock


async def resolve_break(
    tx: WriteSession, actor: Actor, *, tenant: UUID, break_id: UUID, resolution: BreakResolution, reason: str
) -> PaymentBreak:
    """Say how a break was settled, and why; the lists themselves stay as they are.

    Raises:
        NotFound, ReasonTooShort, BreakResolved.
    """
    reason = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        row = await tx.get(PaymentBreak, (tenant, break_id), with_for_update=True)
        if row is None:
            raise NotFound(path=("breakId",))
        if row.state == BreakState.RESOLVED:
            raise BreakResolved
        row.state, row.resolution, row.reason = BreakState.RESOLVED.value, resolution.value, reason
        row.resolved_at, row.resolved_by = clock.now(), actor.membership_id
        await tx.flush()
        await audit.record(
            tx,
            "payment_break.resolved",
            object_type="PaymentBreak",
            object_id=row.id,
            tenant=tenant,
            after={"kind": row.kind, "reference": row.reference, "resolution": resolution},
            reason=reason,
        )
    return row
