"""Changing a rule's quota, and ending it; its product, place and effect never change."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.salescontrol.commands.create_rule import LARGEST_QUOTA
from prepaid.domains.salescontrol.errors import QuotaBelowTaken
from prepaid.domains.salescontrol.models import SalesControlRule
from prepaid.domains.salescontrol.reads.rule_obstacles import CHANGING
from prepaid.domains.salescontrol.rules.control import Effect
from prepaid.kit import clock


async def change_quota(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, rule_id: UUID, quota: int | None, reason: str
) -> SalesControlRule:
    """Give an ALLOW rule another quota, or none.

    Raises:
        NotFound, ControlRuleEnded, ReasonTooShort.
        QuotaBelowTaken: less than is sold or reserved.
        InvalidValue: out of range, or of a DENY.
    """
    reason = reason_text(reason)
    rule = await _changeable(tx, actor, merchant_id, rule_id)
    if quota is not None and not (rule.effect == Effect.ALLOW and 0 < quota <= LARGEST_QUOTA):
        raise InvalidValue(path=("quota",), reason="OUT_OF_RANGE")
    if quota is not None and quota < rule.taken:
        raise QuotaBelowTaken(path=("quota",), taken=rule.taken)
    before, rule.quota = rule.quota, quota
    await tx.flush()
    await audit.record(
        tx,
        "sales_control.quota_changed",
        object_type="SalesControlRule",
        object_id=rule.id,
        tenant=merchant_id,
        before={"quota": before},
        after={"quota": quota},
        reason=reason,
    )
    return rule


async def end_rule(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, rule_id: UUID, reason: str
) -> SalesControlRule:
    """The rule decides nothing any more from this instant on; one that has not begun never will.

    Raises:
        NotFound, ControlRuleEnded, ReasonTooShort.
    """
    reason = reason_text(reason)
    rule = await _changeable(tx, actor, merchant_id, rule_id)
    rule.ended_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "sales_control.ended",
        object_type="SalesControlRule",
        object_id=rule.id,
        tenant=merchant_id,
        after={"endedAt": rule.ended_at.isoformat()},
        reason=reason,
    )
    return rule


async def _changeable(tx: WriteSession, actor: Actor, merchant_id: UUID, rule_id: UUID) -> SalesControlRule:
    rule = await tx.get(SalesControlRule, (merchant_id, rule_id), with_for_update=True)
    if rule is None:
        raise NotFound(path=("ruleId",))
    await ensure_none(tx, actor, CHANGING, rule, path=("ruleId",))
    return rule
