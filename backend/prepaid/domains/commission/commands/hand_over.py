"""Handing over the work of somebody who leaves: begun now or for a later instant, carried out at its cut-off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.commission.commands.carry_out_handover import carry_out_handover
from prepaid.domains.commission.errors import CutOffPassed, LeaverGone, OwnHandover, SuccessorInvalid
from prepaid.domains.commission.models import Handover
from prepaid.domains.commission.reads.line_obstacles import CANCELLING
from prepaid.domains.commission.rules.handover import HANDOVER_STATES, HandoverState
from prepaid.domains.commission.rules.payouts import LeaverPolicy
from prepaid.domains.identity.commands.appointment import ensure_may_manage
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import Membership
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

LONGEST_AHEAD: Final = timedelta(days=90)


async def start_handover(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    leaver_id: UUID,
    successor_ids: Sequence[UUID],
    policy: LeaverPolicy,
    reason: str,
    cut_off_at: datetime | None = None,
) -> Handover:
    """Begin a handover; without `cut_off_at`, or at a past one, it is carried out at once, else by a job.

    Successors take customers over in turn; the first one answers for later refunds under the policy SUCCESSOR.

    Raises:
        NotFound, ReasonTooShort.
        LeaverGone: a handover of this person is there already.
        SuccessorInvalid: not active, the leaver himself, named twice, or nobody.
        OwnHandover: of the caller himself. OwnMembership, RoleExceedsOwn: he may not end the leaver's access.
        CutOffPassed: further ahead than 90 days.
    """
    reason = reason_text(reason)
    now = clock.now()
    leaver = await salesperson_of(tx, merchant_id, leaver_id, ("leaverId",))
    successors = [await salesperson_of(tx, merchant_id, each, ("successorIds",)) for each in successor_ids]
    if leaver.membership_id is not None and leaver.membership_id == actor.membership_id:
        raise OwnHandover(path=("leaverId",))
    await _ensure_access_may_end(tx, actor, leaver)
    if not _fit(leaver, successors):
        raise SuccessorInvalid(path=("successorIds",))
    if cut_off_at is not None and cut_off_at > now + LONGEST_AHEAD:
        raise CutOffPassed(path=("cutOffAt",))
    async with tx.under(DbRole.WORKER):
        await salesperson_of(tx, merchant_id, leaver_id, lock=True)
        there = select(Handover.id).where(
            Handover.merchant_id == merchant_id, Handover.leaver_id == leaver_id, Handover.state != "CANCELLED"
        )
        if await tx.scalar(there) is not None:
            raise LeaverGone(path=("leaverId",))
        handover = Handover(
            merchant_id=merchant_id,
            id=uuid7(),
            number=await _next_number(tx, merchant_id),
            leaver_id=leaver.id,
            leaver_name=leaver.name,
            successor_ids=[each.id for each in successors],
            successor_names="、".join(each.name for each in successors),
            cut_off_at=now if cut_off_at is None else max(cut_off_at, now),
            policy=policy.value,
            reason=reason,
            state=HandoverState.SCHEDULED.value,
            created_at=now,
            created_by=actor.account_id,
        )
        tx.add(handover)
        await tx.flush()
        await _note(tx, handover, "handover.started", reason)
        if handover.cut_off_at <= now:
            await carry_out_handover(tx, actor, handover)
    return handover


async def cancel_handover(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, handover_id: UUID, reason: str
) -> Handover:
    """A handover whose cut-off has not come is called off.

    Raises:
        NotFound, ReasonTooShort, HandoverStepImpossible.
    """
    reason = reason_text(reason)
    if await tx.get(Handover, (merchant_id, handover_id)) is None:
        raise NotFound(path=("handoverId",))
    async with tx.under(DbRole.WORKER):
        key = (merchant_id, handover_id)
        handover = await tx.get_one(Handover, key, with_for_update=True, populate_existing=True)
        await ensure_none(tx, actor, CANCELLING, handover, path=("handoverId",))
        handover.state = HANDOVER_STATES.advance(HandoverState(handover.state), HandoverState.CANCELLED).value
        await tx.flush()
        await _note(tx, handover, "handover.cancelled", reason)
    return handover


async def _ensure_access_may_end(tx: WriteSession, actor: Actor, leaver: Salesperson) -> None:
    if leaver.membership_id is None or actor.membership_id is None:
        return
    member = await tx.get(Membership, (leaver.merchant_id, leaver.membership_id))
    if member is not None and member.status != "LEFT":
        await ensure_may_manage(tx, actor, member)


def _fit(leaver: Salesperson, successors: Sequence[Salesperson]) -> bool:
    ids = {each.id for each in successors}
    active = all(each.status == "ACTIVE" for each in successors)
    return bool(successors) and active and len(ids) == len(successors) and leaver.id not in ids


async def _next_number(tx: WriteSession, merchant_id: UUID) -> str:
    lock = func.hashtextextended(f"handover:{merchant_id}", 0)
    await tx.execute(select(func.pg_advisory_xact_lock(lock)))
    cases = select(func.count()).select_from(Handover).where(Handover.merchant_id == merchant_id)
    return f"JJ{(await tx.scalar(cases) or 0) + 1:04d}"


async def _note(tx: WriteSession, handover: Handover, action: str, reason: str) -> None:
    await audit.record(
        tx,
        action,
        object_type="Handover",
        object_id=handover.id,
        tenant=handover.merchant_id,
        after={
            "number": handover.number,
            "state": handover.state,
            "leaver": handover.leaver_id,
            "successors": handover.successor_ids,
            "policy": handover.policy,
            "cutOffAt": handover.cut_off_at.isoformat(),
        },
        reason=reason,
    )
