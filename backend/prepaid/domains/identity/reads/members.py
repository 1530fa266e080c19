"""Members, as commands read them: only those whom the actor's data scope reaches."""

from typing import Final
from uuid import UUID

from sqlalchemy import exists, select

from prepaid.core.actor import Actor, ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.errors.members import MemberLeft
from prepaid.domains.identity.models import Membership, MembershipRegion, MembershipRole, MembershipStore, Role
from prepaid.domains.identity.rules.scopes import WITHIN_STORES

MEMBER_PATH: Final = ("memberId",)


async def visible_member(
    tx: WriteSession, actor: Actor, tenant: UUID, membership_id: UUID, *, lock: bool = False
) -> Membership:
    """A member within the actor's data scope.

    Row-level security decides the tenants; within a merchant the scope decides.

    Raises:
        NotFound: no such member, or not for this actor.
    """
    query = select(Membership).filter_by(merchant_id=tenant, id=membership_id)
    if actor.scope is ScopeKind.SELF:
        query = query.where(Membership.id == actor.membership_id)
    elif actor.scope in WITHIN_STORES:
        shared = exists().where(
            MembershipStore.merchant_id == Membership.merchant_id,
            MembershipStore.membership_id == Membership.id,
            MembershipStore.store_id.in_(actor.store_ids),
        )
        query = query.where(shared)
    member = await tx.scalar(query.with_for_update() if lock else query)
    if member is None:
        raise NotFound(path=MEMBER_PATH)
    return member


async def member_to_change(tx: WriteSession, actor: Actor, tenant: UUID, membership_id: UUID) -> Membership:
    """A member within the actor's data scope, locked.

    Raises:
        NotFound, MemberLeft.
    """
    member = await visible_member(tx, actor, tenant, membership_id, lock=True)
    if member.status == "LEFT":
        raise MemberLeft(path=MEMBER_PATH)
    return member


async def roles_of_member(tx: WriteSession, member: Membership) -> list[Role]:
    """The roles a member has, in the order in which they were made."""
    held = select(MembershipRole.role_id).filter_by(merchant_id=member.merchant_id, membership_id=member.id)
    return list(await tx.scalars(select(Role).where(Role.id.in_(held)).order_by(Role.id)))


async def scope_places(tx: WriteSession, member: Membership) -> tuple[list[UUID], list[UUID]]:
    """Stores and region roots of a member's scope, in the order of their ids."""
    key = {"merchant_id": member.merchant_id, "membership_id": member.id}
    stores = select(MembershipStore.store_id).filter_by(**key).order_by(MembershipStore.store_id)
    regions = select(MembershipRegion.region_id).filter_by(**key).order_by(MembershipRegion.region_id)
    return list(await tx.scalars(stores)), list(await tx.scalars(regions))
