"""Editing what is said of a store."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.stores.commands.check_store import checked
from prepaid.domains.stores.errors import OnlineStoreFixed
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.reads.stores import store_of
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.domains.stores.rules.stores import StoreType

SHOWN = ("name", "address", "longitude", "latitude", "opens", "closes", "closed_weekdays", "phone", "type")


async def update_store(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID, details: StoreDetails
) -> Store:
    """Correct a store's name, address, hours or phone. A move to another place is `relocate_store`.

    Raises:
        NotFound, OnlineStoreFixed, StoreNameTaken, HoursInvalid, InvalidValue.
    """
    store = await store_of(tx, merchant_id, store_id, "storeId", lock=True)
    if store.type == StoreType.ONLINE:
        raise OnlineStoreFixed(path=("storeId",))
    if details.type is StoreType.ONLINE:
        raise OnlineStoreFixed(path=("type",))
    columns = await checked(tx, merchant_id, details, store_id=store_id)
    before = {name: getattr(store, name) for name in SHOWN}
    for name, value in (columns | {"type": details.type.value}).items():
        setattr(store, name, value)
    await tx.flush()
    await audit.record(
        tx,
        "store.updated",
        object_type="Store",
        object_id=store.id,
        tenant=merchant_id,
        before=before,
        after={name: getattr(store, name) for name in SHOWN},
    )
    return store
