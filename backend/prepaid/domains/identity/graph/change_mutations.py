"""Mutations of change requests. Which permission decides is the kind's; the command asks for it."""

from collections.abc import Mapping
from typing import Any

from prepaid.core.errors import BadUserInput
from prepaid.domains.identity.commands import approve_change as approving
from prepaid.domains.identity.commands import reject_change as rejecting
from prepaid.domains.identity.commands import withdraw_change as withdrawing
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.member_inputs import ApproveChangeInput, RejectChangeInput, WithdrawChangeInput
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation, ref

CHANGED = {"change_request": ChangeRequest}


@mutation(permission="change.read", payload=CHANGED)
async def approve_change(ctx: MutationContext, input: ApproveChangeInput) -> Mapping[str, Any]:
    """Make a change that another person submitted, exactly as it was shown."""
    try:
        payload_hash = bytes.fromhex(input.payload_hash)
    except ValueError:
        raise BadUserInput("payloadHash is a text of hexadecimal digits") from None
    change = await approving.approve_change(ctx.tx, ctx.actor, **_which(input.change_id), payload_hash=payload_hash)
    return {"change_request": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="change.read", payload=CHANGED)
async def reject_change(ctx: MutationContext, input: RejectChangeInput) -> Mapping[str, Any]:
    """Decide that a change is not made; the maker reads the reason."""
    change = await rejecting.reject_change(ctx.tx, ctx.actor, **_which(input.change_id), reason=input.reason)
    return {"change_request": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission=SIGNED_IN, payload=CHANGED)
async def withdraw_change(ctx: MutationContext, input: WithdrawChangeInput) -> Mapping[str, Any]:
    """Take back a change of one's own that nobody has decided."""
    change = await withdrawing.withdraw_change(ctx.tx, ctx.actor, **_which(input.change_id))
    return {"change_request": ref(ChangeRequest, change.merchant_id, change.id)}


def _which(change_id: GlobalID) -> dict[str, Any]:
    found = change_id.of("ChangeRequest", path=("changeId",))
    return {"tenant": found.tenant, "change_id": found.id}
