"""Mutations of what members keep for themselves."""

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.pages.commands import save_setting as settings
from prepaid.domains.pages.commands import save_view as views
from prepaid.domains.pages.graph.own_types import SavedView
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation, ref


@strawberry.input(description="A view to be kept.")
class SaveViewInput:
    """Input of `saveView`."""

    id: GlobalID | None = strawberry.field(default=None, description="The view to change; absent for a new one")
    page_key: strawberry.ID = strawberry.field(description="Key of the list page")
    label: str = strawberry.field(description="What it is called")
    query: str = strawberry.field(description="Query string of the page's address, at most 4,000 characters")
    shared: bool = strawberry.field(default=False, description="Whether the whole tenant sees it")


@strawberry.input(description="A view to be deleted.")
class DeleteViewInput:
    """Input of `deleteView`."""

    id: GlobalID = strawberry.field(description="The view")


@strawberry.input(description="A setting to be kept.")
class SaveSettingInput:
    """Input of `saveSetting`."""

    key: str = strawberry.field(description="Name of the setting, e.g. `columns.members`")
    value: JSON | None = strawberry.field(default=None, description="Its value, at most 16 kB; null forgets it")


@mutation(permission=SIGNED_IN, payload={"view": SavedView})
async def save_view(ctx: MutationContext, input: SaveViewInput) -> Mapping[str, Any]:
    """Keep a list's filters, order and columns under a name."""
    view = await views.save_view(
        ctx.tx,
        ctx.actor,
        page_key=input.page_key,
        label=input.label,
        query=input.query,
        shared=input.shared,
        view_id=input.id.of("SavedView", path=("id",)).id if input.id else None,
    )
    return {"view": ref(SavedView, view.merchant_id, view.id)}


@mutation(permission=SIGNED_IN)
async def delete_view(ctx: MutationContext, input: DeleteViewInput) -> Mapping[str, Any]:
    """Delete an own view, or one that somebody shares."""
    await views.delete_view(ctx.tx, ctx.actor, view_id=input.id.of("SavedView", path=("id",)).id)
    return {}


@mutation(permission=SIGNED_IN)
async def save_setting(ctx: MutationContext, input: SaveSettingInput) -> Mapping[str, Any]:
    """Keep a setting of the caller's own."""
    await settings.save_setting(ctx.tx, ctx.actor, key=input.key, value=input.value)
    return {}
