"""Writing commission rules: each change is a new version; what was sold keeps the one it names."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.catalog.models import CardType, Package, Service
from prepaid.domains.identity.commands.wording import name_text, reason_text
from prepaid.domains.salesforce.errors import RateIncomplete
from prepaid.domains.salesforce.models import CommissionRule, CommissionRuleVersion, Salesperson
from prepaid.domains.salesforce.reads.person_obstacles import REVISING
from prepaid.domains.salesforce.rules.commission import MatchLevel, Occasion
from prepaid.domains.salesforce.rules.details import CommissionDetails
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import BPS_ONE

MOST_FEN = 10**9


async def save_commission_rule(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    name: str,
    position: int,
    details: CommissionDetails,
    rule_id: UUID | None = None,
) -> CommissionRule:
    """Put a rule into force: without `rule_id` a new one, else its next version.

    Raises:
        NotFound: what it names is not the merchant's.
        CommissionRuleRetired.
        RateIncomplete: the rate lacks what its kind needs, or its floor is over its cap, or a 0 has a floor.
        InvalidValue: a rate or position out of range; a product that the occasion does not sell.
    """
    name = name_text(name, ("name",))
    if not 0 <= position <= 9_999:
        raise InvalidValue(path=("position",), reason="OUT_OF_RANGE")
    columns = await _checked(tx, merchant_id, details)
    if rule_id is None:
        rule = CommissionRule(
            merchant_id=merchant_id,
            id=uuid7(),
            number=await _next_number(tx, merchant_id),
            name=name,
            position=position,
            version=1,
            created_at=clock.now(),
            retired_at=None,
        )
        tx.add(rule)
    else:
        rule = await _revisable(tx, actor, merchant_id, rule_id)
        rule.name, rule.position, rule.version = name, position, rule.version + 1
    await tx.flush()
    version = CommissionRuleVersion(
        merchant_id=merchant_id,
        id=uuid7(),
        rule_id=rule.id,
        version=rule.version,
        made_at=clock.now(),
        made_by=actor.account_id,
        **columns,
    )
    tx.add(version)
    await tx.flush()
    await audit.record(
        tx,
        "commission_rule.saved",
        object_type="CommissionRule",
        object_id=rule.id,
        tenant=merchant_id,
        after={"name": name, "position": position, "version": rule.version, "terms": columns},
    )
    return rule


async def retire_commission_rule(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, rule_id: UUID, reason: str
) -> CommissionRule:
    """A rule decides no further sale; its versions stay for what was sold.

    Raises:
        NotFound, CommissionRuleRetired, ReasonTooShort.
    """
    reason = reason_text(reason)
    rule = await _revisable(tx, actor, merchant_id, rule_id)
    rule.retired_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "commission_rule.retired",
        object_type="CommissionRule",
        object_id=rule.id,
        tenant=merchant_id,
        after={"retiredAt": rule.retired_at.isoformat()},
        reason=reason,
    )
    return rule


async def _revisable(tx: WriteSession, actor: Actor, merchant_id: UUID, rule_id: UUID) -> CommissionRule:
    rule = await tx.get(CommissionRule, (merchant_id, rule_id), with_for_update=True)
    if rule is None:
        raise NotFound(path=("ruleId",))
    await ensure_none(tx, actor, REVISING, rule, path=("ruleId",))
    return rule


async def _checked(tx: WriteSession, merchant_id: UUID, details: CommissionDetails) -> dict[str, Any]:
    rate = details.rate
    if not rate.complete:
        raise RateIncomplete(path=("rate",))
    amounts = (rate.amount_fen, rate.floor_fen, rate.cap_fen)
    if any(value is not None and not 0 <= value <= MOST_FEN for value in amounts):
        raise InvalidValue(path=("rate",), reason="OUT_OF_RANGE")
    if not 0 <= (rate.bps or 0) <= BPS_ONE or (rate.unit_minutes is not None and rate.unit_minutes < 1):
        raise InvalidValue(path=("rate",), reason="OUT_OF_RANGE")
    named = {
        "salesperson_id": (Salesperson, details.salesperson_id, "salespersonId"),
        "service_id": (Service, details.service_id, "serviceId"),
        "package_id": (Package, details.package_id, "packageId"),
        "card_type_id": (CardType, details.card_type_id, "cardTypeId"),
    }
    for model, row_id, path in named.values():
        if row_id is not None and await tx.get(model, (merchant_id, row_id)) is None:
            raise NotFound(path=(path,))
    category = name_text(details.category, ("category",)) if details.category else None
    of_services = details.occasion in (Occasion.SERVICE, Occasion.PERFORMANCE)
    for value, fits, path in (
        (details.service_id, of_services, "serviceId"),
        (category, of_services, "category"),
        (details.package_id, not of_services, "packageId"),
        (details.card_type_id, not of_services, "cardTypeId"),
    ):
        if value is not None and not fits:
            raise InvalidValue(path=(path,), reason="CONTRADICTION")
    if sum(value is not None for value in (details.service_id, details.package_id, details.card_type_id, category)) > 1:
        raise InvalidValue(path=("category",), reason="CONTRADICTION")
    return {
        "occasion": details.occasion.value,
        "level": _level(details).value,
        **{column: row_id for column, (_, row_id, _) in named.items()},
        "category": category,
        "rate_kind": rate.kind.value,
        "basis": rate.basis.value,
        "bps": rate.bps,
        "amount_fen": rate.amount_fen,
        "unit_minutes": rate.unit_minutes,
        "floor_fen": rate.floor_fen,
        "cap_fen": rate.cap_fen,
    }


def _level(details: CommissionDetails) -> MatchLevel:
    if details.salesperson_id is not None:
        return MatchLevel.PERSON
    if details.service_id is not None or details.package_id is not None:
        return MatchLevel.PRODUCT
    return MatchLevel.CATEGORY if details.category or details.card_type_id else MatchLevel.DEFAULT


async def _next_number(tx: WriteSession, merchant_id: UUID) -> str:
    lock = func.hashtextextended(f"commission_rule:{merchant_id}", 0)
    await tx.execute(select(func.pg_advisory_xact_lock(lock)))
    rules = select(func.count()).select_from(CommissionRule).where(CommissionRule.merchant_id == merchant_id)
    return f"F{(await tx.scalar(rules) or 0) + 1:04d}"
