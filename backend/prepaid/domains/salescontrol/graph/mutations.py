"""Mutations of sales control."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.domains.salescontrol.commands import change_rule as changing
from prepaid.domains.salescontrol.commands import create_rule as creating
from prepaid.domains.salescontrol.commands import set_agent as setting
from prepaid.domains.salescontrol.graph.agent_types import RegionAgent
from prepaid.domains.salescontrol.graph.inputs import (
    ChangeSalesQuotaInput,
    CreateSalesControlRuleInput,
    EndRegionAgentInput,
    EndSalesControlRuleInput,
    SetRegionAgentInput,
)
from prepaid.domains.salescontrol.graph.rule_types import SalesControlRule
from prepaid.domains.salescontrol.models import RegionAgent as AgentRow
from prepaid.domains.salescontrol.models import SalesControlRule as RuleRow
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="sales_control.edit", idempotent=True, payload={"rule": SalesControlRule})
async def create_sales_control_rule(ctx: MutationContext, input: CreateSalesControlRuleInput) -> Mapping[str, Any]:
    """Write a rule that holds from its first day on."""
    rule = await creating.create_rule(
        ctx.tx, ctx.actor, merchant_id=own_merchant(ctx.actor, input.merchant_id), details=input.read()
    )
    return _rule(rule)


@mutation(permission="sales_control.edit", payload={"rule": SalesControlRule})
async def change_sales_quota(ctx: MutationContext, input: ChangeSalesQuotaInput) -> Mapping[str, Any]:
    """Give a rule another quota, or none."""
    which = _which(input.rule_id)
    return _rule(await changing.change_quota(ctx.tx, ctx.actor, **which, quota=input.quota, reason=input.reason))


@mutation(permission="sales_control.edit", payload={"rule": SalesControlRule})
async def end_sales_control_rule(ctx: MutationContext, input: EndSalesControlRuleInput) -> Mapping[str, Any]:
    """End a rule at once; what was sold under it stays sold."""
    return _rule(await changing.end_rule(ctx.tx, ctx.actor, **_which(input.rule_id), reason=input.reason))


@mutation(permission="region_agent.edit", idempotent=True, payload={"agent": RegionAgent})
async def set_region_agent(ctx: MutationContext, input: SetRegionAgentInput) -> Mapping[str, Any]:
    """Set who represents a region for a time."""
    agent = await setting.set_agent(
        ctx.tx, ctx.actor, merchant_id=own_merchant(ctx.actor, input.merchant_id), details=input.read()
    )
    return _agent(agent)


@mutation(permission="region_agent.edit", payload={"agent": RegionAgent})
async def end_region_agent(ctx: MutationContext, input: EndRegionAgentInput) -> Mapping[str, Any]:
    """The agent represents the region through today."""
    found = input.agent_id.of("RegionAgent", path=("agentId",))
    agent = await setting.end_agent(ctx.tx, ctx.actor, merchant_id=found.tenant, agent_id=found.id, reason=input.reason)
    return _agent(agent)


def _which(rule_id: GlobalID) -> dict[str, Any]:
    found = rule_id.of("SalesControlRule", path=("ruleId",))
    return {"merchant_id": found.tenant, "rule_id": found.id}


def _rule(rule: RuleRow) -> Mapping[str, Any]:
    return {"rule": ref(SalesControlRule, rule.merchant_id, rule.id)}


def _agent(agent: AgentRow) -> Mapping[str, Any]:
    return {"agent": ref(RegionAgent, agent.merchant_id, agent.id)}
