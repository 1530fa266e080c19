"""Mutations of merchants as tenants, and of operators."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.commands import assign_operator as assigning
from prepaid.domains.identity.commands import create_merchant as creating_merchant
from prepaid.domains.identity.commands import create_operator as creating_operator
from prepaid.domains.identity.commands import set_gate as gating
from prepaid.domains.identity.graph.member_inputs import (
    AssignMerchantOperatorInput,
    CreateMerchantInput,
    CreateOperatorInput,
    SetMerchantGateInput,
)
from prepaid.domains.identity.graph.member_types import Merchant, Operator
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.graph.types import MutationContext, mutation, ref


@mutation(permission="operator.create", payload={"operator": Operator})
async def create_operator(ctx: MutationContext, input: CreateOperatorInput) -> Mapping[str, Any]:
    """Make a company that may run several merchants."""
    operator = await creating_operator.create_operator(ctx.tx, ctx.actor, name=input.name)
    return {"operator": ref(Operator, None, operator.id)}


@mutation(permission="merchant.create", idempotent=True, payload={"merchant": Merchant})
async def create_merchant(ctx: MutationContext, input: CreateMerchantInput) -> Mapping[str, Any]:
    """Make a merchant as a tenant, with a readable number."""
    merchant = await creating_merchant.create_merchant(
        ctx.tx,
        ctx.actor,
        name=input.name,
        type_code=input.type_code,
        features=input.features,
        operator_id=optional_id(input.operator_id, "Operator", "operatorId"),
    )
    return {"merchant": ref(Merchant, None, merchant.id)}


@mutation(permission="merchant.gate", payload={"merchant": Merchant})
async def set_merchant_gate(ctx: MutationContext, input: SetMerchantGateInput) -> Mapping[str, Any]:
    """Suspend, hold, reopen or close a merchant."""
    merchant_id = input.merchant_id.of("Merchant", path=("merchantId",)).id
    merchant = await gating.set_gate(ctx.tx, ctx.actor, merchant_id=merchant_id, gate=input.gate, reason=input.reason)
    return {"merchant": ref(Merchant, None, merchant.id)}


@mutation(permission="merchant.assign", payload={"merchant": Merchant})
async def assign_merchant_operator(ctx: MutationContext, input: AssignMerchantOperatorInput) -> Mapping[str, Any]:
    """Give a merchant to an operator, whose staff then see it, or back to itself."""
    merchant = await assigning.assign_operator(
        ctx.tx,
        ctx.actor,
        merchant_id=input.merchant_id.of("Merchant", path=("merchantId",)).id,
        operator_id=optional_id(input.operator_id, "Operator", "operatorId"),
        reason=input.reason,
    )
    return {"merchant": ref(Merchant, None, merchant.id)}
