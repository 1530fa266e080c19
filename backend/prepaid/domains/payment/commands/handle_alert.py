"""Saying what was done about an alert."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.payment.errors import AlertHandled
from prepaid.domains.payment.models import PaymentAlert
from prepaid.domains.payment.rules.alerts import AlertState
from prepaid.kit import clock


async def handle_alert(tx: WriteSession, actor: Actor, *, tenant: UUID, alert_id: UUID, reason: str) -> PaymentAlert:
    """Close an alert; should it happen again on the same day, it is open again.

    Raises:
        NotFound, ReasonTooShort, AlertHandled.
    """
    reason = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        alert = await tx.get(PaymentAlert, (tenant, alert_id), with_for_update=True)
        if alert is None:
            raise NotFound(path=("alertId",))
        if alert.state == AlertState.HANDLED:
            raise AlertHandled
        alert.state, alert.handling = AlertState.HANDLED.value, reason
        alert.handled_at, alert.handled_by = clock.now(), actor.membership_id
        await tx.flush()
        await audit.record(
            tx,
            "payment_alert.handled",
            object_type="PaymentAlert",
            object_id=alert.id,
            tenant=tenant,
            after={"kind": alert.kind, "subject": alert.subject, "count": alert.count},
            reason=reason,
        )
    return alert
