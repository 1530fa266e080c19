"""Redemptions, items and disputes as commands of this and higher domains need them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.redemption.models import Redemption, RedemptionDispute, RedemptionItem


async def redemption_of(
    tx: WriteSession, merchant_id: UUID, redemption_id: UUID, *path: str, lock: bool = False
) -> Redemption:
    """One redemption. Raises `NotFound`."""
    key = (merchant_id, redemption_id)
    found = await tx.get(Redemption, key, with_for_update=lock, populate_existing=lock)
    if found is None:
        raise NotFound(path=path)
    return found


async def items_of(tx: WriteSession, redemption: Redemption, *, lock: bool = False) -> Sequence[RedemptionItem]:
    """Its items in their order."""
    query = select(RedemptionItem).filter_by(merchant_id=redemption.merchant_id, redemption_id=redemption.id)
    query = query.order_by(RedemptionItem.position)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await tx.scalars(query)).all()


async def item_of(tx: WriteSession, merchant_id: UUID, item_id: UUID, *path: str) -> RedemptionItem:
    """One item. Raises `NotFound`."""
    found = await tx.get(RedemptionItem, (merchant_id, item_id))
    if found is None:
        raise NotFound(path=path)
    return found


async def locked_item(tx: WriteSession, merchant_id: UUID, item_id: UUID, *path: str) -> RedemptionItem:
    """One item with its redemption, locked in the order in which undoing and settling lock them. Raises `NotFound`."""
    item = await item_of(tx, merchant_id, item_id, *path)
    await redemption_of(tx, merchant_id, item.redemption_id, *path, lock=True)
    key = (merchant_id, item_id)
    return await tx.get_one(RedemptionItem, key, with_for_update=True, populate_existing=True)


async def items_by_lots(tx: WriteSession, merchant_id: UUID, lot_ids: Collection[UUID]) -> Sequence[RedemptionItem]:
    """What was performed out of these lots and stands, oldest first: what an ordinary refund pays commission for."""
    query = select(RedemptionItem).where(
        RedemptionItem.merchant_id == merchant_id,
        RedemptionItem.lot_ids.overlap(list(lot_ids)),
        RedemptionItem.status != "UNDONE",
    )
    return (await tx.scalars(query.order_by(RedemptionItem.redeemed_at, RedemptionItem.id))).all()


async def open_dispute_of(tx: WriteSession, item: RedemptionItem) -> RedemptionDispute | None:
    """The dispute about an item that is not closed, locked."""
    query = select(RedemptionDispute).filter_by(merchant_id=item.merchant_id, item_id=item.id, closed_at=None)
    found: RedemptionDispute | None = await tx.scalar(query.with_for_update())
    return found
