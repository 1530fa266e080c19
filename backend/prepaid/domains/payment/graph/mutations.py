"""Mutations of payment: what the bank's staff do about payments, refunds, payouts, alerts and breaks."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.payment.commands import ask_provider as asking
from prepaid.domains.payment.commands import fetch_bill as fetching
from prepaid.domains.payment.commands import handle_alert as handling
from prepaid.domains.payment.commands import redirect_refund as redirecting
from prepaid.domains.payment.commands import register_sub_merchant as registering
from prepaid.domains.payment.commands import resolve_break as resolving
from prepaid.domains.payment.commands import set_payout_switch as switching
from prepaid.domains.payment.graph.inputs import (
    AskAboutPaymentInput,
    AskAboutPayoutInput,
    AskAboutRefundInput,
    FetchPaymentBillInput,
    HandlePaymentAlertInput,
    RedirectRefundInput,
    RegisterSubMerchantInput,
    ResolvePaymentBreakInput,
    SetPayoutSwitchInput,
)
from prepaid.domains.payment.graph.oversight_types import PaymentAlert, PaymentBreak
from prepaid.domains.payment.graph.payment_types import Payment, PaymentRefund, SubMerchant
from prepaid.domains.payment.graph.payout_types import Payout, PayoutSwitch
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="sub_merchant.edit", payload={"sub_merchant": SubMerchant})
async def register_sub_merchant(ctx: MutationContext, input: RegisterSubMerchantInput) -> Mapping[str, Any]:
    """From now on payments of the merchant are paid to this number."""
    merchant_id = input.merchant_id.of("Merchant", path=("merchantId",)).id
    row = await registering.register_sub_merchant(ctx.tx, merchant_id=merchant_id, number=input.number)
    return {"sub_merchant": ref(SubMerchant, None, row.id)}


@mutation(permission="payment.ask", payload={"payment": Payment})
async def ask_about_payment(ctx: MutationContext, input: AskAboutPaymentInput) -> Mapping[str, Any]:
    """Have the provider asked what became of a payment; the answer is seen on it a moment later."""
    which = _which(input.payment_id, "Payment", "payment")
    row = await asking.ask_about_payment(ctx.tx, **which)
    return {"payment": ref(Payment, row.merchant_id, row.id)}


@mutation(permission="payment.ask", payload={"payment_refund": PaymentRefund})
async def ask_about_refund(ctx: MutationContext, input: AskAboutRefundInput) -> Mapping[str, Any]:
    """Have the provider asked about a refund that is under way, or order a failed one again."""
    which = _which(input.payment_refund_id, "PaymentRefund", "payment_refund")
    row = await asking.ask_about_refund(ctx.tx, **which)
    return {"payment_refund": ref(PaymentRefund, row.merchant_id, row.id)}


@mutation(permission="payment.ask", payload={"payout": Payout})
async def ask_about_payout(ctx: MutationContext, input: AskAboutPayoutInput) -> Mapping[str, Any]:
    """Have the provider asked what became of a payout."""
    row = await asking.ask_about_payout(ctx.tx, **_which(input.payout_id, "Payout", "payout"))
    return {"payout": ref(Payout, row.merchant_id, row.id)}


@mutation(permission="payment.redirect", idempotent=True, step_up=True, payload={"payout": Payout})
async def redirect_refund(ctx: MutationContext, input: RedirectRefundInput) -> Mapping[str, Any]:
    """Send a failed refund as a transfer to the wallet that paid, if it belongs to a person of this name."""
    row = await redirecting.redirect_to_payer(
        ctx.tx,
        ctx.services.data_keys,
        **_which(input.payment_refund_id, "PaymentRefund", "payment_refund"),
        real_name=input.real_name,
    )
    return {"payout": ref(Payout, row.merchant_id, row.id)}


@mutation(permission="payout.switch", payload={"payout_switch": PayoutSwitch})
async def set_payout_switch(ctx: MutationContext, input: SetPayoutSwitchInput) -> Mapping[str, Any]:
    """Stop payouts at once, of one merchant or of all, or let them leave again."""
    row = await switching.set_payout_switch(
        ctx.tx,
        ctx.actor,
        merchant_id=optional_id(input.merchant_id, "Merchant", "merchantId"),
        stopped=input.stopped,
        reason=input.reason,
    )
    return {"payout_switch": ref(PayoutSwitch, row.merchant_id, row.id)}


@mutation(permission="payment_alert.handle", payload={"payment_alert": PaymentAlert})
async def handle_payment_alert(ctx: MutationContext, input: HandlePaymentAlertInput) -> Mapping[str, Any]:
    """Close an alert by saying what was done about it."""
    found = input.alert_id.of("PaymentAlert", path=("alertId",))
    row = await handling.handle_alert(ctx.tx, ctx.actor, tenant=found.tenant, alert_id=found.id, reason=input.reason)
    return {"payment_alert": ref(PaymentAlert, row.merchant_id, row.id)}


@mutation(permission="payment_break.resolve", payload={"payment_break": PaymentBreak})
async def resolve_payment_break(ctx: MutationContext, input: ResolvePaymentBreakInput) -> Mapping[str, Any]:
    """Say how a difference was settled, and why."""
    found = input.break_id.of("PaymentBreak", path=("breakId",))
    row = await resolving.resolve_break(
        ctx.tx,
        ctx.actor,
        tenant=found.tenant,
        break_id=found.id,
        resolution=input.resolution,
        reason=input.reason,
    )
    return {"payment_break": ref(PaymentBreak, row.merchant_id, row.id)}


@mutation(permission="payment_bill.fetch")
async def fetch_payment_bill(ctx: MutationContext, input: FetchPaymentBillInput) -> Mapping[str, Any]:
    """Have the bill of a past day fetched, and compared anew when it is there."""
    await fetching.fetch_bill(ctx.tx, day=input.day)
    return {}


def _which(given: GlobalID, type_name: str, column: str) -> dict[str, Any]:
    head, *rest = column.split("_")
    path = f"{head}{''.join(each.title() for each in rest)}Id"
    found = given.of(type_name, path=(path,))
    return {"merchant_id": found.tenant, f"{column}_id": found.id}
