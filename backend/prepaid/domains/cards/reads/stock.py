"""Batches and physical cards as commands need them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.models import CardBatch, CardBatchError, PhysicalCard


async def batch_of(tx: WriteSession, merchant_id: UUID, batch_id: UUID, *path: str, lock: bool = False) -> CardBatch:
    """One batch. Raises `NotFound`."""
    batch = await tx.get(CardBatch, (merchant_id, batch_id), with_for_update=lock, populate_existing=lock)
    if batch is None:
        raise NotFound(path=path)
    return batch


async def batch_errors(tx: WriteSession, batch: CardBatch) -> list[tuple[int, str, str]]:
    """Row, value and code of what was not loaded, in the order of the file."""
    query = select(CardBatchError.row_number, CardBatchError.value, CardBatchError.code)
    query = query.filter_by(merchant_id=batch.merchant_id, batch_id=batch.id)
    found = await tx.execute(query.order_by(CardBatchError.row_number))
    return [(row, value, code) for row, value, code in found]


async def physical_cards(
    tx: WriteSession, merchant_id: UUID, numbers: Sequence[str], *, lock: bool = False
) -> list[PhysicalCard]:
    """Those of the numbers that are known, by number."""
    query = select(PhysicalCard).where(PhysicalCard.merchant_id == merchant_id, PhysicalCard.number.in_(numbers))
    query = query.order_by(PhysicalCard.number)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return list(await tx.scalars(query))


async def plastic_of(tx: WriteSession, merchant_id: UUID, physical_card_id: UUID, *path: str) -> PhysicalCard:
    """One physical card. Raises `NotFound`."""
    found = await tx.get(PhysicalCard, (merchant_id, physical_card_id))
    if found is None:
        raise NotFound(path=path)
    return found
