"""Stores that commands of this and higher domains need."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.stores.models import Region, Store
from prepaid.domains.stores.reads.regions import regions_of_store
from prepaid.domains.stores.rules.scope import StoreScope, StoreScopeKind
from prepaid.kit import clock


async def store_of(tx: WriteSession, merchant_id: UUID, store_id: UUID, *path: str, lock: bool = False) -> Store:
    """One store. Raises `NotFound`."""
    store = await tx.get(Store, (merchant_id, store_id), with_for_update=lock)
    if store is None:
        raise NotFound(path=path)
    return store


async def within(tx: WriteSession, scope: StoreScope, merchant_id: UUID, store_id: UUID, at: datetime) -> bool:
    """Whether a card of this scope may be redeemed in the store at an instant."""
    regions: tuple[UUID, ...] = ()
    if scope.kind is StoreScopeKind.REGIONS:
        regions = await regions_of_store(tx, merchant_id, store_id, clock.shanghai_day(at))
    return scope.includes(store_id, regions)


async def ensure_scope(tx: WriteSession, merchant_id: UUID, scope: StoreScope, *path: str) -> None:
    """Whether a scope names what its kind needs, and only the merchant's own.

    Raises:
        InvalidValue: it names nothing, or something that all stores need not.
        NotFound: a store or region that is not the merchant's.
    """
    if not scope.complete:
        raise InvalidValue(path=path, reason="INCOMPLETE")
    if scope.kind is StoreScopeKind.STORES:
        own = select(Store.id).where(Store.merchant_id == merchant_id, Store.id.in_(scope.ids))
    else:
        own = select(Region.id).where(Region.merchant_id == merchant_id, Region.id.in_(scope.ids))
    if scope.ids - set(await tx.scalars(own)):
        raise NotFound(path=path)
