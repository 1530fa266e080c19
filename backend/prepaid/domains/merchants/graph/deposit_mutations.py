"""Mutations of deposits."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.merchants.commands import assess_deposit as assessing
from prepaid.domains.merchants.commands import deduct_from_deposit as deducting
from prepaid.domains.merchants.commands import request_deposit_payment as paying
from prepaid.domains.merchants.commands import waive_deposit as waiving
from prepaid.domains.merchants.graph.deposit_inputs import (
    AssessDepositInput,
    CancelDepositPaymentInput,
    EndDepositWaiverInput,
    ProposeDepositDeductionInput,
    ProposeDepositWaiverInput,
    RequestDepositPaymentInput,
)
from prepaid.domains.merchants.graph.deposit_types import Deposit, DepositPayment, DepositWaiver
from prepaid.graph.types import MutationContext, mutation, ref


@mutation(permission="deposit.pay", idempotent=True, payload={"deposit_payment": DepositPayment})
async def request_deposit_payment(ctx: MutationContext, input: RequestDepositPaymentInput) -> Mapping[str, Any]:
    """Ask for a QR code that pays into the deposit: what is missing, or a larger amount."""
    merchant_id = input.deposit_id.of("Deposit", path=("depositId",)).tenant
    row = await paying.request_deposit_payment(ctx.tx, ctx.actor, merchant_id=merchant_id, amount_fen=input.amount_fen)
    return {"deposit_payment": ref(DepositPayment, merchant_id, row.id)}


@mutation(permission="deposit.pay", payload={"deposit_payment": DepositPayment})
async def cancel_deposit_payment(ctx: MutationContext, input: CancelDepositPaymentInput) -> Mapping[str, Any]:
    """Give up on a payment; what is paid nevertheless goes back by itself."""
    found = input.deposit_payment_id.of("DepositPayment", path=("depositPaymentId",))
    which = {"merchant_id": found.tenant, "deposit_payment_id": found.id}
    await paying.cancel_deposit_payment(ctx.tx, ctx.actor, **which)
    return {"deposit_payment": ref(DepositPayment, found.tenant, found.id)}


@mutation(permission="deposit.deduct", idempotent=True, step_up=True, payload={"change": ChangeRequest})
async def propose_deposit_deduction(ctx: MutationContext, input: ProposeDepositDeductionInput) -> Mapping[str, Any]:
    """Freeze a part of a deposit for a case until a second person decides."""
    change = await deducting.propose_deduction(
        ctx.tx,
        ctx.actor,
        merchant_id=input.deposit_id.of("Deposit", path=("depositId",)).tenant,
        amount_fen=input.amount_fen,
        purpose=input.purpose,
        case_number=input.case_number,
        reason=input.reason,
    )
    return {"change": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="deposit.waive", payload={"change": ChangeRequest})
async def propose_deposit_waiver(ctx: MutationContext, input: ProposeDepositWaiverInput) -> Mapping[str, Any]:
    """Propose that a part of a deposit is not due for a time; a second person decides."""
    change = await waiving.propose_waiver(
        ctx.tx,
        ctx.actor,
        merchant_id=input.deposit_id.of("Deposit", path=("depositId",)).tenant,
        amount_fen=input.amount_fen,
        valid_until=input.valid_until,
        reason=input.reason,
    )
    return {"change": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission="deposit.waive", payload={"deposit_waiver": DepositWaiver})
async def end_deposit_waiver(ctx: MutationContext, input: EndDepositWaiverInput) -> Mapping[str, Any]:
    """End a waiver before its time: the whole deposit is due again."""
    found = input.waiver_id.of("DepositWaiver", path=("waiverId",))
    which = {"merchant_id": found.tenant, "waiver_id": found.id}
    await waiving.end_waiver(ctx.tx, ctx.actor, **which, reason=input.reason)
    return {"deposit_waiver": ref(DepositWaiver, found.tenant, found.id)}


@mutation(permission="deposit.waive", payload={"deposit": Deposit})
async def assess_deposit(ctx: MutationContext, input: AssessDepositInput) -> Mapping[str, Any]:
    """Compute now what is due and how the deposit stands."""
    found = input.deposit_id.of("Deposit", path=("depositId",))
    await ensure_seen(ctx.tx, found.tenant, "depositId")
    deposit = await assessing.assess_deposit(ctx.tx, found.tenant)
    return {"deposit": ref(Deposit, found.tenant, deposit.id)}
