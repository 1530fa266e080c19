"""A physical card leaves the stock of a store."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.cards.errors import PhysicalCardUnavailable
from prepaid.domains.cards.models import Card, PhysicalCard
from prepaid.domains.cards.rules.stock import StockState
from prepaid.kit import clock


async def sell_physical_card(tx: WriteSession, card: Card, *, store_id: UUID) -> None:
    """The plastic with the card's number becomes that card.

    Raises:
        PhysicalCardUnavailable: not allocated to the store, sold, blocked, or of another card type.
    """
    query = select(PhysicalCard).filter_by(merchant_id=card.merchant_id, number=card.number)
    found = await tx.scalar(query.with_for_update().execution_options(populate_existing=True))
    if found is None or (found.state, found.store_id, found.card_type_id) != (
        StockState.ALLOCATED.value,
        store_id,
        card.card_type_id,
    ):
        raise PhysicalCardUnavailable(path=("physicalNumber",), state=found.state if found else None)
    found.state, found.card_id, found.changed_at = StockState.SOLD.value, card.id, clock.now()
    await tx.flush()
