"""Changing a member's roles; for the bank's own staff through a second person."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, insert, select

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.identity.commands.appointment import ensure_may_manage, roles_to_give
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.policy import keeping_administrators
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.errors.members import MemberLeft, OwnMembership
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.events.members import MemberChanged
from prepaid.domains.identity.models import ChangeRequest, Membership, MembershipRole, Role
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.reads.members import member_to_change, roles_of_member
from prepaid.domains.identity.rules.permissions import Audience


@dataclass(frozen=True, slots=True)
class MemberSaved:
    """The member, and the change request that waits when a second person has to agree."""

    member: Membership
    change: ChangeRequest | None


async def change_member_roles(
    tx: WriteSession,
    actor: Actor,
    *,
    tenant: UUID,
    membership_id: UUID,
    role_ids: Collection[UUID],
    reason: str = "",
) -> MemberSaved:
    """Make the member's roles exactly these. With none he may sign in and do nothing.

    Raises:
        NotFound, MemberLeft, OwnMembership, RoleOfOtherTemplate, RoleExceedsOwn, OtherPlatform.
        NothingToChange: he has exactly these roles.
        ChangeAlreadyOpen: a change of his roles waits already.
        LastAdministrator: nobody could administer permissions any more.
    """
    member = await member_to_change(tx, actor, tenant, membership_id)
    template = await ensure_may_manage(tx, actor, member)
    roles = await roles_to_give(tx, actor, template, role_ids)
    before = await roles_of_member(tx, member)
    if roles == before:
        raise NothingToChange(path=("roleIds",))
    if Audience(template.audience) is Audience.BANK:
        return MemberSaved(member, await propose_roles(tx, actor, member, template.code, before, roles, reason))
    await set_roles(tx, member, before, roles, reason or None)
    return MemberSaved(member, None)


async def propose_roles(
    tx: WriteSession,
    actor: Actor,
    member: Membership,
    template: str,
    before: Collection[Role],
    roles: Collection[Role],
    reason: str,
) -> ChangeRequest:
    """Put the roles of a member of the bank's staff before a checker."""
    payload = {
        "template": template,
        "before": [role.code for role in before],
        "roles": [role.code for role in roles],
    }
    return await submit_change(tx, actor, kind="member.roles", target_id=member.id, payload=payload, reason=reason)


@change_kind(
    "member.roles",
    target_type="Member",
    make="member.roles",
    decide="member.approve",
    zh="行内成员角色变更",
    en="Roles of a member of the bank's staff",
)
async def apply_member_roles(tx: WriteSession, change: ChangeRequest) -> None:
    """Give the roles that were approved, if the member has the roles now that he had then."""
    member = await tx.get(Membership, (change.merchant_id, change.target_id), with_for_update=True)
    if member is None or member.status == "LEFT":
        raise MemberLeft
    if member.account_id == tx.actor.account_id:
        raise OwnMembership
    before = await roles_of_member(tx, member)
    wanted = change.payload["roles"]
    query = select(Role).where(Role.template_id == member.template_id, Role.code.in_(wanted)).order_by(Role.id)
    roles = list(await tx.scalars(query))
    if [role.code for role in before] != change.payload["before"] or len(roles) != len(wanted):
        raise StaleObject
    await set_roles(tx, member, before, roles, change.reason or None)


async def set_roles(
    tx: WriteSession, member: Membership, before: Collection[Role], roles: Collection[Role], reason: str | None
) -> None:
    """Write the roles and tell everybody."""
    key = {"merchant_id": member.merchant_id, "membership_id": member.id}
    async with keeping_administrators(tx, tenant=member.merchant_id):
        gone = {role.id for role in before} - {role.id for role in roles}
        await tx.execute(delete(MembershipRole).filter_by(**key).where(MembershipRole.role_id.in_(gone)))
        added = [{**key, "role_id": role.id, "template_id": member.template_id} for role in roles if role not in before]
        if added:
            await tx.execute(insert(MembershipRole), added)
    await audit.record(
        tx,
        "member.roles_changed",
        object_type="Member",
        object_id=member.id,
        tenant=member.merchant_id,
        before={"roles": [role.code for role in before]},
        after={"roles": [role.code for role in roles]},
        reason=reason,
    )
    await announce(tx, membership=member.id)
    await events.publish(tx, MemberChanged(member.merchant_id, member.id, member.account_id))
