"""Mutations of regions."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.stores.commands import close_region as closing
from prepaid.domains.stores.commands import create_region as creating
from prepaid.domains.stores.commands import move_region as moving
from prepaid.domains.stores.commands import rename_region as renaming
from prepaid.domains.stores.commands import save_region_levels as naming
from prepaid.domains.stores.graph.inputs import (
    CloseRegionInput,
    CreateRegionInput,
    MoveRegionInput,
    RenameRegionInput,
    SaveRegionLevelsInput,
)
from prepaid.domains.stores.graph.types import Region
from prepaid.domains.stores.models import Region as RegionRow
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="region.edit")
async def save_region_levels(ctx: MutationContext, input: SaveRegionLevelsInput) -> Mapping[str, Any]:
    """Name the levels of the tree, from the top down."""
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    names = [level.name for level in input.levels]
    await naming.save_region_levels(ctx.tx, ctx.actor, merchant_id=merchant_id, names=names)
    return {}


@mutation(permission="region.edit", idempotent=True, payload={"region": Region})
async def create_region(ctx: MutationContext, input: CreateRegionInput) -> Mapping[str, Any]:
    """Make a region below another, or at the top."""
    region = await creating.create_region(
        ctx.tx,
        ctx.actor,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        name=input.name,
        parent_id=optional_id(input.parent_id, "Region", "parentId"),
    )
    return _saved(region)


@mutation(permission="region.edit", payload={"region": Region})
async def rename_region(ctx: MutationContext, input: RenameRegionInput) -> Mapping[str, Any]:
    """Give a region another name."""
    return _saved(await renaming.rename_region(ctx.tx, ctx.actor, **_which(input.region_id), name=input.name))


@mutation(permission="region.edit", payload={"region": Region})
async def move_region(ctx: MutationContext, input: MoveRegionInput) -> Mapping[str, Any]:
    """Move a region with all below it, from a day on; the past stays as it was."""
    region = await moving.move_region(
        ctx.tx,
        ctx.actor,
        **_which(input.region_id),
        parent_id=optional_id(input.parent_id, "Region", "parentId"),
        since=input.since,
    )
    return _saved(region)


@mutation(permission="region.edit", payload={"region": Region})
async def close_region(ctx: MutationContext, input: CloseRegionInput) -> Mapping[str, Any]:
    """Take an empty region out of use."""
    return _saved(await closing.close_region(ctx.tx, ctx.actor, **_which(input.region_id), reason=input.reason))


def _which(region_id: GlobalID) -> dict[str, Any]:
    found = region_id.of("Region", path=("regionId",))
    return {"merchant_id": found.tenant, "region_id": found.id}


def _saved(region: RegionRow) -> Mapping[str, Any]:
    return {"region": ref(Region, region.merchant_id, region.id)}
