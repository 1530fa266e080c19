"""Taking from the quotas of rules, and giving back: safe however many ask at once."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import Path
from prepaid.domains.salescontrol.commands.ensure_sellable import Permit, note_refusal
from prepaid.domains.salescontrol.errors import QuotaExhausted
from prepaid.domains.salescontrol.models import ControlTake, SalesControlRule
from prepaid.domains.salescontrol.rules.control import ControlRule, Ground
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def take_quota(
    tx: WriteSession, actor: Actor, permit: Permit, *, order_line_id: UUID, count: int = 1, path: Path = ()
) -> None:
    """Reserve `count` pieces of each deciding rule for an order line; the same line again takes nothing more.

    One guarded UPDATE a rule, in the order of the rules' ids; rules without a quota count what is sold under them.

    Raises:
        QuotaExhausted: somebody else took what the permit still saw; nothing is taken.
    """
    async with tx.under(DbRole.WORKER):
        for rule in sorted(permit.rules, key=lambda each: each.id):
            await _take(tx, actor, permit, rule, order_line_id, count, path)


async def give_back_quota(tx: WriteSession, *, merchant_id: UUID, order_line_id: UUID) -> int:
    """Free what a line took whose order closed unpaid; a second time frees nothing. Returns how many rules gained."""
    ended = (
        update(ControlTake)
        .where(
            ControlTake.merchant_id == merchant_id,
            ControlTake.order_line_id == order_line_id,
            ControlTake.given_back_at.is_(None),
            ControlTake.sold_at.is_(None),
        )
        .values(given_back_at=clock.now())
        .returning(ControlTake.rule_id, ControlTake.count)
        .execution_options(synchronize_session=False)
    )
    async with tx.under(DbRole.WORKER):
        freed = sorted((row.rule_id, row.count) for row in await tx.execute(ended))
        for rule_id, count in freed:
            await tx.execute(
                update(SalesControlRule)
                .where(SalesControlRule.merchant_id == merchant_id, SalesControlRule.id == rule_id)
                .values(taken=SalesControlRule.taken - count)
                .execution_options(synchronize_session=False)
            )
    return len(freed)


async def _take(
    tx: WriteSession, actor: Actor, permit: Permit, rule: ControlRule, order_line_id: UUID, count: int, path: Path
) -> None:
    reserved = await tx.scalar(
        insert(ControlTake)
        .values(
            merchant_id=permit.merchant_id,
            id=uuid7(),
            rule_id=rule.id,
            order_line_id=order_line_id,
            count=count,
            taken_at=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(ControlTake.id)
    )
    if reserved is None:
        return
    this = (SalesControlRule.merchant_id == permit.merchant_id) & (SalesControlRule.id == rule.id)
    room = SalesControlRule.quota.is_(None) | (SalesControlRule.taken + count <= SalesControlRule.quota)
    taken = await tx.scalar(
        update(SalesControlRule)
        .where(this, room)
        .values(taken=SalesControlRule.taken + count)
        .returning(SalesControlRule.taken)
        .execution_options(synchronize_session=False)
    )
    if taken is None:
        quota, used = (await tx.execute(select(SalesControlRule.quota, SalesControlRule.taken).where(this))).one()
        note_refusal(tx, actor, permit, Ground.SOLD_OUT, rule, count)
        raise QuotaExhausted(
            path=path, quota=quota, remaining=(quota or 0) - used, rule=rule.number, ruleId=str(rule.id)
        )
