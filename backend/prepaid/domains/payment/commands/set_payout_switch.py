"""Stopping and resuming payouts, of one merchant or of all."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.payment.commands.pay_out import PAY_OUT
from prepaid.domains.payment.models import Payout, PayoutSwitch
from prepaid.domains.payment.reads.subjects import merchant_number
from prepaid.domains.payment.rules.states import PayoutState
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7


async def set_payout_switch(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID | None, stopped: bool, reason: str
) -> PayoutSwitch:
    """Stop payouts at once: what is not at the provider yet waits there; resuming sends what waited.

    `merchant_id`: None for all merchants. A merchant's payouts leave while neither its own switch nor that of all
    is off.

    Raises:
        NotFound, ReasonTooShort, NothingToChange.
    """
    reason = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        if merchant_id is not None:
            await merchant_number(tx, merchant_id)
        tenant = merchant_id or PLATFORM_TENANT
        switch = await tx.scalar(select(PayoutSwitch).filter_by(merchant_id=tenant).with_for_update())
        before = switch is not None and switch.stopped
        if before == stopped:
            raise NothingToChange(path=("stopped",))
        if switch is None:
            switch = PayoutSwitch(merchant_id=tenant, id=uuid7())
            tx.add(switch)
        switch.stopped, switch.reason = stopped, reason
        switch.changed_at, switch.changed_by = clock.now(), actor.membership_id
        await tx.flush()
        await audit.record(
            tx,
            "payout_switch.set",
            object_type="PayoutSwitch",
            object_id=switch.id,
            tenant=tenant,
            before={"stopped": before},
            after={"stopped": stopped},
            reason=reason,
        )
        if not stopped:
            await _resume(tx, merchant_id)
    return switch


async def _resume(tx: WriteSession, merchant_id: UUID | None) -> None:
    waiting = select(Payout.merchant_id, Payout.id).where(Payout.state == PayoutState.STOPPED)
    if merchant_id is not None:
        waiting = waiting.where(Payout.merchant_id == merchant_id)
    for tenant, payout_id in (await tx.execute(waiting.order_by(Payout.id))).all():
        which = {"merchant_id": tenant, "payout_id": payout_id}
        await enqueue(tx, PAY_OUT, payload=which, tenant=tenant, dedupe_key=f"{PAY_OUT}:{payout_id}")
