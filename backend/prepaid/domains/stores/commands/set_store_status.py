"""Opening and closing a store."""

from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.stores.errors import OnlineStoreFixed, StoreStepImpossible
from prepaid.domains.stores.events import StoreClosed
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.reads.stores import store_of
from prepaid.domains.stores.rules.stores import STORE_STATES, StoreStatus, StoreType
from prepaid.kit import clock


async def open_store(tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID) -> Store:
    """The store does business from now on: its first day, or the end of its move.

    Raises:
        NotFound, OnlineStoreFixed, StoreStepImpossible.
    """
    store = await _advance(tx, merchant_id, store_id, StoreStatus.OPEN, None)
    store.opened_on = store.opened_on or clock.today_shanghai()
    return store


async def close_store(tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID, reason: str) -> Store:
    """The store does no business any more, for good.

    Raises:
        NotFound, OnlineStoreFixed, StoreStepImpossible, ReasonTooShort.
    """
    reason = reason_text(reason)
    store = await _advance(tx, merchant_id, store_id, StoreStatus.CLOSED, reason)
    store.closed_on = clock.today_shanghai()
    await tx.flush()
    await events.publish(tx, StoreClosed(merchant_id, store.id))
    return store


async def _advance(tx: WriteSession, merchant_id: UUID, store_id: UUID, to: StoreStatus, reason: str | None) -> Store:
    store = await store_of(tx, merchant_id, store_id, "storeId", lock=True)
    if store.type == StoreType.ONLINE:
        raise OnlineStoreFixed(path=("storeId",))
    before = StoreStatus(store.status)
    if not STORE_STATES.can(before, to):
        raise StoreStepImpossible(path=("storeId",), **{"from": before.value, "to": to.value})
    store.status = to.value
    await tx.flush()
    await audit.record(
        tx,
        "store.status_changed",
        object_type="Store",
        object_id=store.id,
        tenant=merchant_id,
        before={"status": before},
        after={"status": to},
        reason=reason,
    )
    return store
