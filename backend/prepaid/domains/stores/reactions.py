"""What stores do when a merchant or a member changes."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.identity.events.members import MemberAdded, MemberChanged, MerchantCreated
from prepaid.domains.identity.models import Membership
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.reads.deposits import store_count_from
from prepaid.domains.stores.commands.begin_stores import begin_stores
from prepaid.domains.stores.commands.refresh_members import ensure_places_exist, refresh_member
from prepaid.domains.stores.events import StoreClosed
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.stores import SERVING, StoreType
from prepaid.kit import clock


@reacts_to(MerchantCreated)
async def give_online_store(tx: WriteSession, fact: MerchantCreated) -> None:
    """Every merchant has an ONLINE store from its first moment."""
    await begin_stores(tx, merchant_id=fact.merchant_id)


@store_count_from
async def stores_for_deposit(tx: WriteSession, merchant_id: UUID) -> int:
    """Places that sell and serve count for the deposit; the online store is none."""
    serving = select(func.count()).select_from(Store).where(Store.merchant_id == merchant_id)
    serving = serving.where(Store.status.in_([each.value for each in SERVING]), Store.type != StoreType.ONLINE.value)
    return int(await tx.scalar(serving) or 0)


@reacts_to(StoreClosed)
async def deposit_less(tx: WriteSession, fact: StoreClosed) -> None:
    """A store less counts for the deposit."""
    await assess_deposit(tx, fact.merchant_id)


@reacts_to(MemberAdded)
async def place_new_member(tx: WriteSession, fact: MemberAdded) -> None:
    """A member's stores and regions are the merchant's own; those of a region are looked up."""
    await _place(tx, fact)


@reacts_to(MemberChanged)
async def place_changed_member(tx: WriteSession, fact: MemberChanged) -> None:
    """The same after a change of scope."""
    await _place(tx, fact)


async def _place(tx: WriteSession, fact: MemberAdded | MemberChanged) -> None:
    member = await tx.get(Membership, (fact.merchant_id, fact.membership_id))
    if member is None or member.scope not in (ScopeKind.STORE, ScopeKind.REGION_SUBTREE):
        return
    await ensure_places_exist(tx, fact.merchant_id, fact.membership_id)
    if member.scope == ScopeKind.REGION_SUBTREE:
        await refresh_member(tx, fact.merchant_id, fact.membership_id, clock.today_shanghai())
