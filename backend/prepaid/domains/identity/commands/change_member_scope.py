"""Changing a member's data scope; for the bank's own staff through a second person."""

from uuid import UUID

from sqlalchemy import delete, insert

from prepaid.core import audit, events
from prepaid.core.actor import Actor, ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.identity.commands.appointment import ensure_may_manage, ensure_scope
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.change_member_roles import MemberSaved
from prepaid.domains.identity.commands.policy import keeping_administrators
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.errors.members import MemberLeft, OwnMembership
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.events.members import MemberChanged
from prepaid.domains.identity.models import ChangeRequest, Membership, MembershipRegion, MembershipStore
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.reads.members import member_to_change, scope_places
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.permissions import Audience


async def change_member_scope(
    tx: WriteSession, actor: Actor, *, tenant: UUID, membership_id: UUID, scope: MemberScope, reason: str = ""
) -> MemberSaved:
    """Change which data a member sees and works on.

    Raises:
        NotFound, MemberLeft, OwnMembership, RoleExceedsOwn, OtherPlatform.
        ScopeImpossible, ScopeExceedsOwn: not for such a member, or not the actor's to give.
        NothingToChange, ChangeAlreadyOpen, LastAdministrator.
    """
    member = await member_to_change(tx, actor, tenant, membership_id)
    template = await ensure_may_manage(tx, actor, member)
    ensure_scope(actor, template, tenant, scope)
    before = await scope_of(tx, member)
    if scope.as_json() == before.as_json():
        raise NothingToChange(path=("scope",))
    if Audience(template.audience) is not Audience.BANK:
        await set_scope(tx, member, before, scope, reason or None)
        return MemberSaved(member, None)
    payload = {"template": template.code, "before": before.as_json(), "scope": scope.as_json()}
    change = await submit_change(tx, actor, kind="member.scope", target_id=member.id, payload=payload, reason=reason)
    return MemberSaved(member, change)


@change_kind(
    "member.scope",
    target_type="Member",
    make="member.scope",
    decide="member.approve",
    zh="行内成员数据范围变更",
    en="Data scope of a member of the bank's staff",
)
async def apply_member_scope(tx: WriteSession, change: ChangeRequest) -> None:
    """Give the scope that was approved, if the member has the scope now that he had then."""
    member = await tx.get(Membership, (change.merchant_id, change.target_id), with_for_update=True)
    if member is None or member.status == "LEFT":
        raise MemberLeft
    if member.account_id == tx.actor.account_id:
        raise OwnMembership
    before = await scope_of(tx, member)
    if before.as_json() != change.payload["before"]:
        raise StaleObject
    await set_scope(tx, member, before, MemberScope.from_json(change.payload["scope"]), change.reason or None)


async def scope_of(tx: WriteSession, member: Membership) -> MemberScope:
    """The member's scope as one value; the stores of a region are where it leads at present, not its choice."""
    stores, regions = await scope_places(tx, member)
    return MemberScope(
        kind=ScopeKind(member.scope),
        store_ids=() if regions else tuple(stores),
        region_ids=tuple(regions),
        operator_id=member.operator_id,
        merchant_ids=tuple(member.scope_merchant_ids),
    )


async def set_scope(
    tx: WriteSession, member: Membership, before: MemberScope, scope: MemberScope, reason: str | None
) -> None:
    """Write the scope and tell everybody."""
    async with keeping_administrators(tx, tenant=member.merchant_id):
        member.scope = scope.kind.value
        member.operator_id = scope.operator_id
        member.scope_merchant_ids = list(scope.merchant_ids)
        await write_places(tx, member, scope)
    await audit.record(
        tx,
        "member.scope_changed",
        object_type="Member",
        object_id=member.id,
        tenant=member.merchant_id,
        before=before.as_json(),
        after=scope.as_json(),
        reason=reason,
    )
    await announce(tx, membership=member.id)
    await events.publish(tx, MemberChanged(member.merchant_id, member.id, member.account_id))


async def write_places(tx: WriteSession, member: Membership, scope: MemberScope) -> None:
    """Replace the stores and regions that the scope names."""
    await tx.flush()
    key = {"merchant_id": member.merchant_id, "membership_id": member.id}
    await tx.execute(delete(MembershipStore).filter_by(**key))
    await tx.execute(delete(MembershipRegion).filter_by(**key))
    if scope.store_ids:
        await tx.execute(insert(MembershipStore), [{**key, "store_id": store} for store in set(scope.store_ids)])
    if scope.region_ids:
        await tx.execute(insert(MembershipRegion), [{**key, "region_id": region} for region in set(scope.region_ids)])
