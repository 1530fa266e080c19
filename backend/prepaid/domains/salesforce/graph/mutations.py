"""Mutations of salespeople and commission rules."""

from collections.abc import Mapping
from typing import Any, Final

from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.salesforce.commands import grant_sales as granting
from prepaid.domains.salesforce.commands import save_commission_rule as ruling
from prepaid.domains.salesforce.commands import save_salesperson as saving
from prepaid.domains.salesforce.commands import set_salesperson_status as advancing
from prepaid.domains.salesforce.graph.inputs import (
    CreateCommissionRuleInput,
    CreateSalespersonInput,
    GrantSalesInput,
    LeaveSalespersonInput,
    ResumeSalespersonInput,
    RetireCommissionRuleInput,
    ReviseCommissionRuleInput,
    SuspendSalespersonInput,
    UpdateSalespersonInput,
    WithdrawSalesInput,
    granted,
)
from prepaid.domains.salesforce.graph.people_types import SalesAuthorisation, Salesperson
from prepaid.domains.salesforce.graph.rule_types import CommissionRule
from prepaid.domains.salesforce.models import CommissionRule as RuleRow
from prepaid.domains.salesforce.models import SalesAuthorisation as GivenRow
from prepaid.domains.salesforce.models import Salesperson as PersonRow
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

TYPES: Final = {
    ProductKind.SERVICE: ("Service", "serviceId"),
    ProductKind.CARD_TYPE: ("CardType", "cardTypeId"),
    ProductKind.PACKAGE: ("Package", "packageId"),
}
EDIT: Final = "salesperson.edit"
RULES: Final = "commission_rule.edit"


@mutation(permission=EDIT, idempotent=True, payload={"salesperson": Salesperson})
async def create_salesperson(ctx: MutationContext, input: CreateSalespersonInput) -> Mapping[str, Any]:
    """Enter a salesperson, with a share code."""
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    return _person(await saving.save_salesperson(ctx.tx, ctx.actor, merchant_id=merchant_id, details=input.read()))


@mutation(permission=EDIT, payload={"salesperson": Salesperson})
async def update_salesperson(ctx: MutationContext, input: UpdateSalespersonInput) -> Mapping[str, Any]:
    """Correct a personnel record."""
    which = _which(input.salesperson_id)
    return _person(await saving.save_salesperson(ctx.tx, ctx.actor, **which, details=input.read()))


@mutation(permission=EDIT, payload={"salesperson": Salesperson})
async def suspend_salesperson(ctx: MutationContext, input: SuspendSalespersonInput) -> Mapping[str, Any]:
    """The person sells nothing for the time being."""
    which = _which(input.salesperson_id)
    return _person(await advancing.suspend_salesperson(ctx.tx, ctx.actor, **which, reason=input.reason))


@mutation(permission=EDIT, payload={"salesperson": Salesperson})
async def resume_salesperson(ctx: MutationContext, input: ResumeSalespersonInput) -> Mapping[str, Any]:
    """A suspended person sells again."""
    return _person(await advancing.resume_salesperson(ctx.tx, ctx.actor, **_which(input.salesperson_id)))


@mutation(permission=EDIT, payload={"salesperson": Salesperson})
async def leave_salesperson(ctx: MutationContext, input: LeaveSalespersonInput) -> Mapping[str, Any]:
    """The person has left for good: every authorisation ends."""
    which = _which(input.salesperson_id)
    person = await advancing.leave_salesperson(ctx.tx, ctx.actor, **which, on=input.left_on, reason=input.reason)
    return _person(person)


@mutation(permission="salesperson.authorise", payload={"authorisation": SalesAuthorisation})
async def grant_sales(ctx: MutationContext, input: GrantSalesInput) -> Mapping[str, Any]:
    """A person may sell a product, or every one of a kind, from now on."""
    kind, product = granted(input)
    given = await granting.grant_sales(
        ctx.tx, ctx.actor, **_which(input.salesperson_id), kind=kind, product_id=optional_id(product, *TYPES[kind])
    )
    return _given(given)


@mutation(permission="salesperson.authorise", payload={"authorisation": SalesAuthorisation})
async def withdraw_sales(ctx: MutationContext, input: WithdrawSalesInput) -> Mapping[str, Any]:
    """An authorisation ends now."""
    found = input.authorisation_id.of("SalesAuthorisation", path=("authorisationId",))
    return _given(await granting.withdraw_sales(ctx.tx, ctx.actor, merchant_id=found.tenant, authorisation_id=found.id))


@mutation(permission=RULES, idempotent=True, payload={"rule": CommissionRule})
async def create_commission_rule(ctx: MutationContext, input: CreateCommissionRuleInput) -> Mapping[str, Any]:
    """Put a new commission rule into force."""
    rule = await ruling.save_commission_rule(
        ctx.tx,
        ctx.actor,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        name=input.name,
        position=input.position,
        details=input.read(),
    )
    return _rule(rule)


@mutation(permission=RULES, payload={"rule": CommissionRule})
async def revise_commission_rule(ctx: MutationContext, input: ReviseCommissionRuleInput) -> Mapping[str, Any]:
    """Put the next version of a rule into force; what was sold keeps its own."""
    found = input.rule_id.of("CommissionRule", path=("ruleId",))
    rule = await ruling.save_commission_rule(
        ctx.tx,
        ctx.actor,
        merchant_id=found.tenant,
        rule_id=found.id,
        name=input.name,
        position=input.position,
        details=input.read(),
    )
    return _rule(rule)


@mutation(permission=RULES, payload={"rule": CommissionRule})
async def retire_commission_rule(ctx: MutationContext, input: RetireCommissionRuleInput) -> Mapping[str, Any]:
    """A rule decides no further sale."""
    found = input.rule_id.of("CommissionRule", path=("ruleId",))
    rule = await ruling.retire_commission_rule(
        ctx.tx, ctx.actor, merchant_id=found.tenant, rule_id=found.id, reason=input.reason
    )
    return _rule(rule)


def _which(salesperson_id: GlobalID) -> dict[str, Any]:
    found = salesperson_id.of("Salesperson", path=("salespersonId",))
    return {"merchant_id": found.tenant, "salesperson_id": found.id}


def _person(person: PersonRow) -> Mapping[str, Any]:
    return {"salesperson": ref(Salesperson, person.merchant_id, person.id)}


def _given(given: GivenRow) -> Mapping[str, Any]:
    return {"authorisation": ref(SalesAuthorisation, given.merchant_id, given.id)}


def _rule(rule: RuleRow) -> Mapping[str, Any]:
    return {"rule": ref(CommissionRule, rule.merchant_id, rule.id)}
