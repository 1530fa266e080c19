"""Moving a store to another address."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import free_text, reason_text
from prepaid.domains.stores.errors import OnlineStoreFixed, PeriodBeforeCurrent, StoreStepImpossible
from prepaid.domains.stores.events import StoreRelocated
from prepaid.domains.stores.models import StoreRelocation
from prepaid.domains.stores.reads.stores import store_of
from prepaid.domains.stores.rules.stores import STORE_STATES, StoreStatus, StoreType
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """Where a store goes, and when."""

    address: str
    longitude: float | None = None
    latitude: float | None = None
    moves_on: date
    reason: str


async def relocate_store(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID, place: NewPlace
) -> StoreRelocation:
    """Announce a move (搬迁): the new address is shown at once, and the cards redeemed there gain a refund right.

    Raises:
        NotFound, OnlineStoreFixed, ReasonTooShort, InvalidValue.
        StoreStepImpossible: only an open store moves.
        PeriodBeforeCurrent: the day is past.
    """
    reason = reason_text(place.reason)
    store = await store_of(tx, merchant_id, store_id, "storeId", lock=True)
    if store.type == StoreType.ONLINE:
        raise OnlineStoreFixed(path=("storeId",))
    before = StoreStatus(store.status)
    if not STORE_STATES.can(before, StoreStatus.RELOCATED):
        raise StoreStepImpossible(path=("storeId",), **{"from": before.value, "to": StoreStatus.RELOCATED.value})
    address = free_text(place.address, ("address",))
    if not address or address == store.address:
        raise InvalidValue(path=("address",), reason="EMPTY" if not address else "UNCHANGED")
    today = clock.today_shanghai()
    if place.moves_on < today:
        raise PeriodBeforeCurrent(path=("movesOn",), earliest=today.isoformat())
    move = StoreRelocation(
        merchant_id=merchant_id,
        id=uuid7(),
        store_id=store.id,
        from_address=store.address,
        to_address=address,
        moves_on=place.moves_on,
        reason=reason,
        decided_at=clock.now(),
        decided_by=actor.account_id,
    )
    tx.add(move)
    store.status, store.address = StoreStatus.RELOCATED.value, address
    store.longitude, store.latitude = place.longitude, place.latitude
    store.search = search_text(store.name, address)
    await tx.flush()
    await audit.record(
        tx,
        "store.relocated",
        object_type="Store",
        object_id=store.id,
        tenant=merchant_id,
        before={"status": before, "address": move.from_address},
        after={"status": StoreStatus.RELOCATED, "address": address, "movesOn": place.moves_on.isoformat()},
        reason=reason,
    )
    await events.publish(tx, StoreRelocated(merchant_id, store.id, move.id, place.moves_on))
    return move
