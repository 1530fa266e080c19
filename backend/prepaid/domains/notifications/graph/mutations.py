"""Mutations of notices."""

from collections.abc import Mapping
from typing import Any

import strawberry

from prepaid.core.errors import InvalidValue
from prepaid.domains.notifications.commands.mark_read import MOST_AT_ONCE
from prepaid.domains.notifications.commands.mark_read import mark_notices_read as mark
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation


@strawberry.input(description="Notices that were read.")
class MarkNoticesReadInput:
    """Input of `markNoticesRead`."""

    ids: list[GlobalID] = strawberry.field(description="Notices of the caller, at most 200")


@mutation(permission=SIGNED_IN, payload={"marked": int})
async def mark_notices_read(ctx: MutationContext, input: MarkNoticesReadInput) -> Mapping[str, Any]:
    """Note that the caller has read some of his notices; `marked` is how many were unread."""
    if len(input.ids) > MOST_AT_ONCE:
        raise InvalidValue(path=("ids",), reason=f"≤ {MOST_AT_ONCE}")
    ids = [one.of("Notice", path=("ids",)).id for one in input.ids]
    return {"marked": await mark(ctx.tx, ctx.actor, notice_ids=ids)}


@mutation(permission=SIGNED_IN, payload={"marked": int})
async def mark_all_notices_read(ctx: MutationContext) -> Mapping[str, Any]:
    """Note that the caller has read all of his notices; `marked` is how many were unread."""
    return {"marked": await mark(ctx.tx, ctx.actor, notice_ids=None)}
