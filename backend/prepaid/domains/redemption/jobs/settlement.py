"""What happens by itself: dispute windows end, days of periods begin, codes are over."""

from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.rules.cards import ALIVE, LotUnit
from prepaid.domains.redemption.commands.codes import purge_codes
from prepaid.domains.redemption.commands.perform_days import perform_days
from prepaid.domains.redemption.commands.settle import settle_redemption
from prepaid.domains.redemption.models import RedemptionItem
from prepaid.domains.redemption.rules.redemptions import ItemStatus
from prepaid.kit import clock

SETTLE_DUE: Final = "redemption.settle_due"
SETTLE: Final = "redemption.settle"
PERIOD_DAY: Final = "redemption.period_day"
PERFORM: Final = "redemption.perform_days"
PURGE: Final = "redemption.purge_codes"
AT_ONCE: Final = 2_000
"""Redemptions that one round begins to settle; the next round is ten minutes away."""


@job(SETTLE_DUE, at_once=1)
async def settle_due(ctx: JobContext) -> None:
    """Have every redemption settled of which something is due."""
    item = RedemptionItem
    due = select(item.merchant_id, item.redemption_id).where(
        item.status == ItemStatus.PENDING.value, item.settle_at <= clock.now()
    )
    rows = due.group_by(item.merchant_id, item.redemption_id).order_by(func.min(item.settle_at)).limit(AT_ONCE)
    for merchant_id, redemption_id in await ctx.tx.execute(rows):
        payload = {"merchant_id": merchant_id, "redemption_id": redemption_id}
        await enqueue(ctx.tx, SETTLE, payload=payload, dedupe_key=f"{SETTLE}:{redemption_id}", tenant=merchant_id)


@job(SETTLE)
async def settle(ctx: JobContext, *, merchant_id: UUID, redemption_id: UUID) -> None:
    """Settle what is due of one redemption."""
    await settle_redemption(ctx.tx, merchant_id=merchant_id, redemption_id=redemption_id)


@job(PERIOD_DAY, at_once=1)
async def period_day(ctx: JobContext) -> None:
    """Have the days performed of every period that runs and is not held."""
    alive = [status.value for status in ALIVE]
    running = (
        select(CardLot.merchant_id, CardLot.card_id, CardLot.id)
        .join(Card, (Card.merchant_id == CardLot.merchant_id) & (Card.id == CardLot.card_id))
        .where(
            CardLot.unit == LotUnit.PERIOD.value,
            CardLot.available > 0,
            CardLot.starts_on <= clock.today_shanghai(),
            Card.status.in_(alive),
            func.cardinality(Card.holds) == 0,
        )
    )
    for merchant_id, card_id, lot_id in await ctx.tx.execute(running.order_by(CardLot.merchant_id, CardLot.id)):
        payload = {"merchant_id": merchant_id, "card_id": card_id, "lot_id": lot_id}
        await enqueue(ctx.tx, PERFORM, payload=payload, dedupe_key=f"{PERFORM}:{lot_id}", tenant=merchant_id)


@job(PERFORM)
async def perform(ctx: JobContext, *, merchant_id: UUID, card_id: UUID, lot_id: UUID) -> None:
    """Perform the days of one period that have begun."""
    await perform_days(ctx.tx, merchant_id=merchant_id, card_id=card_id, lot_id=lot_id)


@job(PURGE)
async def purge(ctx: JobContext) -> None:
    """Forget codes that are long over."""
    await purge_codes(ctx.tx)


schedule(SETTLE_DUE, "*/10 * * * *")
schedule(PERIOD_DAY, "25 0 * * *")
schedule(PURGE, "50 3 * * *")
