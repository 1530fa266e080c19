"""Opening up a new store."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.stores.commands.assign_store_region import place_store
from prepaid.domains.stores.commands.check_store import checked
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.domains.stores.rules.stores import STORE_STATES, StoreType
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def create_store(tx: WriteSession, actor: Actor, *, merchant_id: UUID, details: StoreDetails) -> Store:
    """Make a store that prepares to open (筹备中), with a readable number.

    Raises:
        NotFound, RegionClosed: its region.
        StoreNameTaken, HoursInvalid, InvalidValue.
    """
    if details.type is StoreType.ONLINE:
        raise InvalidValue(path=("type",), reason="ONLINE")
    columns = await checked(tx, merchant_id, details)
    store = Store(
        merchant_id=merchant_id,
        id=uuid7(),
        number=await next_number(tx, merchant_id),
        type=details.type.value,
        status=STORE_STATES.initial.value,
        region_id=None,
        opened_on=None,
        closed_on=None,
        created_at=clock.now(),
        **columns,
    )
    tx.add(store)
    await tx.flush()
    await audit.record(
        tx,
        "store.created",
        object_type="Store",
        object_id=store.id,
        tenant=merchant_id,
        after={"number": store.number, "name": store.name, "type": store.type, "address": store.address},
    )
    if details.region_id is not None:
        await place_store(tx, actor, store, details.region_id, clock.today_shanghai())
    return store


async def next_number(tx: WriteSession, merchant_id: UUID) -> str:
    """The next free number of the merchant; two who ask at once get two."""
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"store:{merchant_id}", 0))))
    count = await tx.scalar(select(func.count()).select_from(Store).where(Store.merchant_id == merchant_id))
    return f"S{count or 0:03d}"
