"""Mutations of stores."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.stores.commands import assign_store_region as assigning
from prepaid.domains.stores.commands import create_store as creating
from prepaid.domains.stores.commands import relocate_store as relocating
from prepaid.domains.stores.commands import set_store_status as advancing
from prepaid.domains.stores.commands import update_store as updating
from prepaid.domains.stores.graph.inputs import (
    AssignStoreRegionInput,
    CloseStoreInput,
    CreateStoreInput,
    OpenStoreInput,
    RelocateStoreInput,
    UpdateStoreInput,
)
from prepaid.domains.stores.graph.types import Store
from prepaid.domains.stores.models import Store as StoreRow
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="store.edit", idempotent=True, payload={"store": Store})
async def create_store(ctx: MutationContext, input: CreateStoreInput) -> Mapping[str, Any]:
    """Make a store that prepares to open."""
    store = await creating.create_store(
        ctx.tx,
        ctx.actor,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        details=input.read(input.region_id),
    )
    return _saved(store)


@mutation(permission="store.edit", payload={"store": Store})
async def update_store(ctx: MutationContext, input: UpdateStoreInput) -> Mapping[str, Any]:
    """Correct what is said of a store; a move to another place is `relocateStore`."""
    return _saved(await updating.update_store(ctx.tx, ctx.actor, **_which(input.store_id), details=input.read()))


@mutation(permission="store.status", payload={"store": Store})
async def open_store(ctx: MutationContext, input: OpenStoreInput) -> Mapping[str, Any]:
    """The store does business from now on: its first day, or the end of its move."""
    return _saved(await advancing.open_store(ctx.tx, ctx.actor, **_which(input.store_id)))


@mutation(permission="store.status", payload={"store": Store})
async def close_store(ctx: MutationContext, input: CloseStoreInput) -> Mapping[str, Any]:
    """Close a store for good."""
    return _saved(await advancing.close_store(ctx.tx, ctx.actor, **_which(input.store_id), reason=input.reason))


@mutation(permission="store.status", payload={"store": Store})
async def relocate_store(ctx: MutationContext, input: RelocateStoreInput) -> Mapping[str, Any]:
    """Move a store; the cards that are redeemed there gain a refund right."""
    which = _which(input.store_id)
    place = relocating.NewPlace(
        address=input.address,
        longitude=input.longitude,
        latitude=input.latitude,
        moves_on=input.moves_on,
        reason=input.reason,
    )
    move = await relocating.relocate_store(ctx.tx, ctx.actor, **which, place=place)
    return {"store": ref(Store, move.merchant_id, move.store_id)}


@mutation(permission="region.edit", payload={"store": Store})
async def assign_store_region(ctx: MutationContext, input: AssignStoreRegionInput) -> Mapping[str, Any]:
    """Put a store into a region from a day on."""
    store = await assigning.assign_store_region(
        ctx.tx,
        ctx.actor,
        **_which(input.store_id),
        region_id=optional_id(input.region_id, "Region", "regionId"),
        since=input.since,
    )
    return _saved(store)


def _which(store_id: GlobalID) -> dict[str, Any]:
    found = store_id.of("Store", path=("storeId",))
    return {"merchant_id": found.tenant, "store_id": found.id}


def _saved(store: StoreRow) -> Mapping[str, Any]:
    return {"store": ref(Store, store.merchant_id, store.id)}
