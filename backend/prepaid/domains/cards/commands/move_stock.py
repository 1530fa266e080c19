"""Physical cards go to stores, come back, or are blocked."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.cards.errors import PhysicalCardUnavailable, StockTooSmall
from prepaid.domains.cards.models import CardBatch
from prepaid.domains.cards.reads.stock import batch_of, physical_cards
from prepaid.domains.cards.rules.stock import STOCK_STATES, StockState
from prepaid.domains.stores.reads.stores import store_of
from prepaid.kit import clock

ALLOCATE: Final = """
UPDATE physical_card SET state = 'ALLOCATED', store_id = $3, changed_at = $5
WHERE merchant_id = $1 AND id IN (
    SELECT id FROM physical_card WHERE merchant_id = $1 AND batch_id = $2 AND state = 'IN_STOCK'
    ORDER BY row_number LIMIT $4 FOR UPDATE)
"""
MOST: Final = 200


async def allocate_stock(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, batch_id: UUID, store_id: UUID, count: int
) -> CardBatch:
    """Give the next `count` cards of a batch, in the order of its file, to a store.

    Raises:
        NotFound: batch or store.
        StockTooSmall: fewer are in stock; `available`.
    """
    batch = await batch_of(tx, merchant_id, batch_id, "batchId", lock=True)
    store = await store_of(tx, merchant_id, store_id, "storeId")
    if count < 1:
        raise InvalidValue(path=("count",), reason="≥ 1")
    driver = await tx.raw()
    status: str = await driver.execute(ALLOCATE, merchant_id, batch_id, store_id, count, clock.now())
    moved = int(status.rpartition(" ")[2])
    if moved < count:
        raise StockTooSmall(path=("count",), available=moved)
    await audit.record(
        tx,
        "card_batch.allocated",
        object_type="CardBatch",
        object_id=batch.id,
        tenant=merchant_id,
        after={"number": batch.number, "store": store.id, "count": count},
    )
    return batch


async def move_stock(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    numbers: Sequence[str],
    to: StockState,
    store_id: UUID | None = None,
    reason: str | None = None,
) -> int:
    """Allocate single cards to a store, take them back into stock, or block them, all or nothing; returns how many.

    A sold card is blocked by its loss (`replace_card`), not here.

    Raises:
        NotFound: the store. InvalidValue: no numbers, or too many.
        PhysicalCardUnavailable: `number`, `state`: unknown, or a step that its state does not allow.
    """
    wanted = sorted(set(numbers))
    if not 1 <= len(wanted) <= MOST:
        raise InvalidValue(path=("numbers",), reason=f"1 – {MOST}")
    if store_id is not None:
        await store_of(tx, merchant_id, store_id, "storeId")
    found = {card.number: card for card in await physical_cards(tx, merchant_id, wanted, lock=True)}
    for number in wanted:
        card = found.get(number)
        state = StockState(card.state) if card else None
        if card is None or state is None or state is StockState.SOLD or not STOCK_STATES.can(state, to):
            raise PhysicalCardUnavailable(path=("numbers",), number=number, state=state.value if state else None)
        card.state, card.changed_at = to.value, clock.now()
        card.store_id = store_id if to is StockState.ALLOCATED else None
        card.blocked_reason = reason if to is StockState.BLOCKED else None
        await audit.record(
            tx,
            "physical_card.moved",
            object_type="PhysicalCard",
            object_id=card.id,
            tenant=merchant_id,
            before={"state": state.value},
            after={"state": to.value, "store": store_id},
            reason=reason,
        )
    await tx.flush()
    return len(wanted)
