"""Ending what a leaver may do: sales authorisations, seal grants, access."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.commission.commands.note_item import note_item
from prepaid.domains.commission.models import Handover
from prepaid.domains.commission.rules.handover import HandoverResult, HandoverSubject
from prepaid.domains.contracts.models import Seal, SealGrant
from prepaid.domains.identity.commands.member_status import set_status
from prepaid.domains.identity.models import Membership
from prepaid.domains.salesforce.commands.set_salesperson_status import leave_salesperson
from prepaid.domains.salesforce.models import SalesAuthorisation, Salesperson
from prepaid.domains.salesforce.rules.people import SalespersonStatus
from prepaid.kit import clock

KINDS = {"SERVICE": "单品", "CARD_TYPE": "卡类型", "PACKAGE": "综合商品"}


async def end_access(tx: WriteSession, actor: Actor, handover: Handover) -> None:
    """The leaver sells nothing, stamps nothing and signs in no more. Runs as the worker."""
    merchant_id = handover.merchant_id
    leaver = await tx.get_one(Salesperson, (merchant_id, handover.leaver_id), with_for_update=True)
    given = select(SalesAuthorisation).filter_by(merchant_id=merchant_id, salesperson_id=leaver.id, until=None)
    authorisations = [(each.id, KINDS[each.product_kind]) for each in await tx.scalars(given)]
    if leaver.status != SalespersonStatus.LEFT:
        on = max(clock.shanghai_day(handover.cut_off_at), leaver.hired_on)
        which = {"merchant_id": merchant_id, "salesperson_id": leaver.id}
        await leave_salesperson(tx, actor, **which, on=min(on, clock.today_shanghai()), reason=handover.reason)
    for each, label in authorisations:
        await note_item(tx, handover, HandoverSubject.SALES_AUTHORISATION, each, label, HandoverResult.ENDED)
    if leaver.membership_id is not None:
        await _end_membership(tx, handover, leaver.membership_id)


async def _end_membership(tx: WriteSession, handover: Handover, membership_id: UUID) -> None:
    member = await tx.get(Membership, (handover.merchant_id, membership_id), with_for_update=True)
    if member is None or member.status == "LEFT":
        return
    name = member.display_name
    stamping = (
        select(SealGrant.id, Seal.name)
        .join(Seal, (Seal.merchant_id == SealGrant.merchant_id) & (Seal.id == SealGrant.seal_id))
        .where(
            SealGrant.merchant_id == handover.merchant_id,
            SealGrant.membership_id == membership_id,
            SealGrant.revoked_at.is_(None),
        )
    )
    grants = (await tx.execute(stamping)).all()
    try:
        async with tx.begin_nested():
            await set_status(tx, member, "LEFT", action="member.removed", reason=handover.reason)
    except Refusal as refusal:
        await note_item(
            tx,
            handover,
            HandoverSubject.ACCESS,
            membership_id,
            name,
            HandoverResult.REFUSED,
            code=refusal.code,
        )
        return
    await note_item(tx, handover, HandoverSubject.ACCESS, membership_id, name, HandoverResult.ENDED)
    for grant_id, seal in grants:
        await note_item(tx, handover, HandoverSubject.SEAL_GRANT, grant_id, seal, HandoverResult.ENDED)
