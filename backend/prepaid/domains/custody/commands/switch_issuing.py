"""The switch that stops issuing: one person turns it off, two turn it on again."""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole, ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, StaleObject
from prepaid.domains.custody.errors.issuing import IssuingSwitchAsWished
from prepaid.domains.custody.models import IssuingSwitch
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

RESUME: Final = "issuing.resume"


async def stop_issuing(tx: WriteSession, actor: Actor, *, merchant_id: UUID | None, reason: str) -> IssuingSwitch:
    """No card is sold or recharged from now on: at one merchant, or (None) in the whole bank.

    Raises:
        NotFound, ReasonTooShort.
        Forbidden: the whole bank is stopped by somebody who sees the whole bank.
        IssuingSwitchAsWished: it is off already.
    """
    reason = reason_text(reason)
    await _ensure_within_sight(tx, actor, merchant_id)
    return await _turn(tx, merchant_id or PLATFORM_TENANT, stopped=True, reason=reason)


async def resume_issuing(tx: WriteSession, actor: Actor, *, merchant_id: UUID | None, reason: str) -> ChangeRequest:
    """Propose that cards are sold again; a second person of the bank decides.

    Raises:
        NotFound, ReasonTooShort, ChangeAlreadyOpen, Forbidden.
        IssuingSwitchAsWished: it is not off.
    """
    reason = reason_text(reason)
    await _ensure_within_sight(tx, actor, merchant_id)
    tenant = merchant_id or PLATFORM_TENANT
    async with tx.under(DbRole.WORKER):
        switch = await tx.scalar(select(IssuingSwitch).filter_by(merchant_id=tenant, stopped=True))
    if switch is None:
        raise IssuingSwitchAsWished
    payload = {"merchant": str(tenant), "stoppedAt": switch.changed_at.isoformat(), "stoppedBecause": switch.reason}
    return await submit_change(tx, actor, kind=RESUME, target_id=switch.id, payload=payload, reason=reason)


@change_kind(
    RESUME,
    target_type="IssuingSwitch",
    make="issuing.switch",
    decide="issuing.approve",
    zh="恢复发卡",
    en="Resume issuing",
)
async def apply_resume(tx: WriteSession, change: ChangeRequest) -> None:
    """Turn it on, if it is still the stop that was shown."""
    tenant = UUID(change.payload["merchant"])
    async with tx.under(DbRole.WORKER):
        switch = await tx.scalar(select(IssuingSwitch).filter_by(merchant_id=tenant, stopped=True).with_for_update())
    if switch is None or switch.changed_at.isoformat() != change.payload["stoppedAt"]:
        raise StaleObject
    await _turn(tx, tenant, stopped=False, reason=change.reason)


async def _ensure_within_sight(tx: WriteSession, actor: Actor, merchant_id: UUID | None) -> None:
    if merchant_id is not None:
        await ensure_seen(tx, merchant_id, "merchantId")
    elif actor.scope is not ScopeKind.BANK_ALL:
        raise Forbidden


async def _turn(tx: WriteSession, tenant: UUID, *, stopped: bool, reason: str) -> IssuingSwitch:
    async with tx.under(DbRole.WORKER):
        first = {"merchant_id": tenant, "id": uuid7(), "stopped": False, "reason": reason, "changed_at": clock.now()}
        await tx.execute(insert(IssuingSwitch).values(**first).on_conflict_do_nothing())
        switch = (await tx.scalars(select(IssuingSwitch).filter_by(merchant_id=tenant).with_for_update())).one()
        if switch.stopped == stopped:
            raise IssuingSwitchAsWished
        switch.stopped, switch.reason, switch.changed_at = stopped, reason, clock.now()
        switch.changed_by = tx.actor.membership_id
        await tx.flush()
        await audit.record(
            tx,
            "issuing.stopped" if stopped else "issuing.resumed",
            object_type="IssuingSwitch",
            object_id=switch.id,
            tenant=tenant,
            before={"stopped": not stopped},
            after={"stopped": stopped},
            reason=reason,
        )
    return switch
