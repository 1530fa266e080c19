"""Mutations of merchants' standing, and of the blacklist."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.domains.merchants.commands import close_merchant as closing
from prepaid.domains.merchants.commands import edit_blacklist as listing
from prepaid.domains.merchants.commands import suspension as suspending
from prepaid.domains.merchants.graph.deposit_inputs import (
    AddToBlacklistInput,
    CancelClosingInput,
    MerchantStandingInput,
    ProposeClosingInput,
    ProposeResumptionInput,
    RemoveFromBlacklistInput,
    SuspendMerchantInput,
)
from prepaid.domains.merchants.graph.standing_types import BlacklistEntry
from prepaid.graph.types import MutationContext, mutation, ref


@mutation(permission="merchant.suspend", payload={"merchant": Merchant})
async def suspend_merchant(ctx: MutationContext, input: SuspendMerchantInput) -> Mapping[str, Any]:
    """Stop a merchant's sales at once; cards are redeemed and refunded as before."""
    merchant = await suspending.suspend_merchant(ctx.tx, ctx.actor, **_which(input))
    return {"merchant": ref(Merchant, None, merchant.id)}


@mutation(permission="merchant.suspend", payload={"change": ChangeRequest})
async def propose_resumption(ctx: MutationContext, input: ProposeResumptionInput) -> Mapping[str, Any]:
    """Propose that a suspended merchant sells again; a second person decides."""
    change = await suspending.propose_resumption(ctx.tx, ctx.actor, **_which(input))
    return {"change": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="merchant.close", step_up=True, payload={"change": ChangeRequest})
async def propose_closing(ctx: MutationContext, input: ProposeClosingInput) -> Mapping[str, Any]:
    """Propose the end of a merchant's business; a second person decides."""
    change = await closing.propose_closing(ctx.tx, ctx.actor, **_which(input), closes_on=input.closes_on)
    return {"change": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="merchant.close", payload={"merchant": Merchant})
async def cancel_closing(ctx: MutationContext, input: CancelClosingInput) -> Mapping[str, Any]:
    """Let a merchant stay whose end was announced."""
    row = await closing.cancel_closing(ctx.tx, ctx.actor, **_which(input))
    return {"merchant": ref(Merchant, None, row.merchant_id)}


@mutation(permission="blacklist.edit", payload={"blacklist_entry": BlacklistEntry})
async def add_to_blacklist(ctx: MutationContext, input: AddToBlacklistInput) -> Mapping[str, Any]:
    """Take no application of a company or person any more."""
    entry = await listing.add_to_blacklist(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        kind=input.kind,
        value=input.value,
        reason=input.reason,
        source=input.source or "",
    )
    return {"blacklist_entry": ref(BlacklistEntry, None, entry.id)}


@mutation(permission="blacklist.edit", payload={"blacklist_entry": BlacklistEntry})
async def remove_from_blacklist(ctx: MutationContext, input: RemoveFromBlacklistInput) -> Mapping[str, Any]:
    """Take applications of a company or person again."""
    entry_id = input.entry_id.of("BlacklistEntry", path=("entryId",)).id
    await listing.remove_from_blacklist(ctx.tx, ctx.actor, entry_id=entry_id, reason=input.reason)
    return {"blacklist_entry": ref(BlacklistEntry, None, entry_id)}


def _which(input: MerchantStandingInput) -> dict[str, Any]:
    return {"merchant_id": input.merchant_id.of("Merchant", path=("merchantId",)).id, "reason": input.reason}
