"""Mutations of redemption: of consumers, and of cashiers at the counter."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.domains.redemption.commands import codes as coding
from prepaid.domains.redemption.commands import disputes as disputing
from prepaid.domains.redemption.commands import export_log as exporting
from prepaid.domains.redemption.commands import prepare_redemption as preparing
from prepaid.domains.redemption.commands import redeem as redeeming
from prepaid.domains.redemption.commands import undo_redemption as undoing
from prepaid.domains.redemption.graph.inputs import (
    DisputeRedemptionInput,
    IssueRedemptionCodeInput,
    PrepareRedemptionInput,
    RedeemInput,
    UndoRedemptionInput,
)
from prepaid.domains.redemption.graph.prepared_types import (
    ConsumptionLog,
    IssuedRedemptionCode,
    PreparedRedemption,
    shown,
)
from prepaid.domains.redemption.graph.types import Redemption, RedemptionDispute, RedemptionItem
from prepaid.domains.redemption.rules.wanted import Wanted
from prepaid.graph.types import MutationContext, mutation, ref

REDEMPTION = {"redemption": Redemption}


@mutation(permission="redemption.code", payload={"code": IssuedRedemptionCode})
async def issue_redemption_code(ctx: MutationContext, input: IssueRedemptionCodeInput) -> Mapping[str, Any]:
    """A code to show at a counter: for all that one has at a merchant, or for one card."""
    card = input.card()
    merchant = input.merchant_id.of("Merchant", path=("merchantId",)).id if input.merchant_id else None
    issued = await coding.issue_code(
        ctx.tx,
        ctx.actor,
        merchant_id=merchant,
        card_id=card.id if card else None,
        card_tenant=card.tenant if card else None,
    )
    code = IssuedRedemptionCode(token=issued.code, manual_code=issued.manual_code, expires_at=issued.expires_at)
    return {"code": code}


@mutation(permission="redemption.redeem", payload={"prepared": PreparedRedemption})
async def prepare_redemption(ctx: MutationContext, input: PrepareRedemptionInput) -> Mapping[str, Any]:
    """What a consumer may use in this store now. Nothing is consumed; guesses are counted."""
    prepared = await preparing.prepare_redemption(
        ctx.tx,
        ctx.actor,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        store_id=input.store_id.of("Store", path=("storeId",)).id,
        shown=input.shown(),
    )
    return {"prepared": shown(prepared, ctx.locale)}


@mutation(permission="redemption.redeem", idempotent=True, payload=REDEMPTION)
async def redeem(ctx: MutationContext, input: RedeemInput) -> Mapping[str, Any]:
    """Redeem what was chosen, all or nothing; the code is used by it. The payload is also what the slip says."""
    wanted = Wanted(
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        store_id=input.store_id.of("Store", path=("storeId",)).id,
        items=[item.read(place) for place, item in enumerate(input.items)],
        code=input.token or None,
        session=input.session or None,
        class_session_id=input.lesson(),
    )
    redemption = await redeeming.redeem(ctx.tx, ctx.actor, wanted)
    return {"redemption": ref(Redemption, redemption.merchant_id, redemption.id)}


@mutation(permission="redemption.undo", idempotent=True, payload=REDEMPTION)
async def undo_redemption(ctx: MutationContext, input: UndoRedemptionInput) -> Mapping[str, Any]:
    """Give everything of a redemption back, within its window."""
    which = input.redemption_id.of("Redemption", path=("redemptionId",))
    redemption = await undoing.undo_redemption(
        ctx.tx, ctx.actor, merchant_id=which.tenant, redemption_id=which.id, reason=input.reason
    )
    return {"redemption": ref(Redemption, redemption.merchant_id, redemption.id)}


@mutation(permission="redemption.dispute", payload={"item": RedemptionItem, "dispute": RedemptionDispute})
async def dispute_redemption(ctx: MutationContext, input: DisputeRedemptionInput) -> Mapping[str, Any]:
    """Say that one did not get what was redeemed; its money stands still until the dispute is closed."""
    which = input.item_id.of("RedemptionItem", path=("itemId",))
    dispute = await disputing.dispute_item(
        ctx.tx, ctx.actor, merchant_id=which.tenant, item_id=which.id, reason=input.reason
    )
    return {
        "item": ref(RedemptionItem, dispute.merchant_id, dispute.item_id),
        "dispute": ref(RedemptionDispute, dispute.merchant_id, dispute.id),
    }


@mutation(permission="redemption.export", payload={"log": ConsumptionLog})
async def export_my_consumption(ctx: MutationContext) -> Mapping[str, Any]:
    """A signed log of everything that was redeemed of one's own, to keep."""
    log = await exporting.export_log(ctx.tx, ctx.actor)
    return {"log": ConsumptionLog(document=log.document, signature=log.signature, public_key=log.public_key)}
