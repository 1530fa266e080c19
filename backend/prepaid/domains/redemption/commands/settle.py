"""The end of the dispute window: what waited becomes the merchant's."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import publish
from prepaid.domains.ledger.commands.redemptions import end_dispute_window
from prepaid.domains.redemption.events import RedemptionSettled
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.reads.redemptions import items_of, redemption_of
from prepaid.domains.redemption.rules.redemptions import (
    ITEM_STATES,
    OVER,
    REDEMPTION_STATES,
    ItemStatus,
    RedemptionStatus,
)
from prepaid.kit import clock


async def settle_redemption(tx: WriteSession, *, merchant_id: UUID, redemption_id: UUID) -> int:
    """Settle the items whose window is over and which nobody disputes; returns their amount in fen.

    Asked again it finds nothing to do. Raises `NotFound`.
    """
    async with tx.under(DbRole.WORKER):
        redemption = await redemption_of(tx, merchant_id, redemption_id, lock=True)
        items = await items_of(tx, redemption, lock=True)
        now = clock.now()
        due = [item for item in items if item.status == ItemStatus.PENDING and item.settle_at <= now]
        if not due:
            return 0
        for item in due:
            if item.pending_fen:
                await end_dispute_window(tx, merchant_id, performed_id=item.id, amount_fen=item.pending_fen)
            item.status = ITEM_STATES.advance(ItemStatus(item.status), ItemStatus.SETTLED).value
            item.settled_at = now
        amount_fen = sum(item.pending_fen for item in due)
        await end_if_over(tx, redemption, items)
        await tx.flush()
        await audit.record(
            tx,
            "redemption.settled",
            object_type="Redemption",
            object_id=redemption.id,
            tenant=merchant_id,
            after={"items": len(due), "settledFen": amount_fen},
        )
        await publish(
            tx,
            RedemptionSettled(
                merchant_id=merchant_id,
                redemption_id=redemption.id,
                item_ids=tuple(item.id for item in due),
                amount_fen=amount_fen,
            ),
        )
    return amount_fen


async def end_if_over(tx: WriteSession, redemption: Redemption, items: Sequence[RedemptionItem]) -> None:
    """A locked redemption is settled when nothing of it waits any more."""
    if redemption.status == RedemptionStatus.PENDING and all(ItemStatus(item.status) in OVER for item in items):
        redemption.status = REDEMPTION_STATES.advance(RedemptionStatus.PENDING, RedemptionStatus.SETTLED).value
        redemption.settled_at = clock.now()
        await tx.flush()
