"""Giving members whose data scope is a region the stores that lie in it at present."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, insert, select

from prepaid.core.actor import ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import Membership, MembershipRegion, MembershipStore
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.stores.models import Region, Store
from prepaid.domains.stores.reads.regions import region_tree, stores_in


async def refresh_members(tx: WriteSession, merchant_id: UUID, today: date) -> None:
    """Bring every member of a REGION_SUBTREE scope to the stores of today."""
    members = await tx.scalars(
        select(Membership.id).where(
            Membership.merchant_id == merchant_id,
            Membership.scope == ScopeKind.REGION_SUBTREE.value,
            Membership.status != "LEFT",
        )
    )
    for member in members.all():
        await refresh_member(tx, merchant_id, member, today)


async def refresh_member(tx: WriteSession, merchant_id: UUID, membership_id: UUID, today: date) -> None:
    """Replace the member's stores by those that lie in its regions today, and in regions below them."""
    key = {"merchant_id": merchant_id, "membership_id": membership_id}
    roots = (await tx.scalars(select(MembershipRegion.region_id).filter_by(**key))).all()
    tree = await region_tree(tx, merchant_id, today)
    wanted = set(await stores_in(tx, merchant_id, tree.subtree(roots), today))
    have = set(await tx.scalars(select(MembershipStore.store_id).filter_by(**key)))
    if wanted == have:
        return
    if have - wanted:
        gone = delete(MembershipStore).filter_by(**key).where(MembershipStore.store_id.in_(have - wanted))
        await tx.execute(gone)
    if wanted - have:
        await tx.execute(insert(MembershipStore), [{**key, "store_id": store} for store in sorted(wanted - have)])
    await announce(tx, membership=membership_id)


async def ensure_places_exist(tx: WriteSession, merchant_id: UUID, membership_id: UUID) -> None:
    """Whether stores and regions of a member's scope are the merchant's own.

    Raises:
        NotFound: at the scope's stores or regions.
    """
    key = {"merchant_id": merchant_id, "membership_id": membership_id}
    stores = select(MembershipStore.store_id).filter_by(**key)
    if await tx.scalar(stores.except_(select(Store.id).filter_by(merchant_id=merchant_id)).limit(1)):
        raise NotFound(path=("scope", "storeIds"))
    regions = select(MembershipRegion.region_id).filter_by(**key)
    if await tx.scalar(regions.except_(select(Region.id).filter_by(merchant_id=merchant_id)).limit(1)):
        raise NotFound(path=("scope", "regionIds"))
