"""Units that nobody can use for a while, and lots that change cards or end."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.commands.consume import Taken, take
from prepaid.domains.cards.errors import Insufficient
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.reads.cards import lots_of
from prepaid.domains.cards.rules.cards import LotUnit, Source
from prepaid.kit import clock


async def freeze_lots(tx: WriteSession, card: Card, units: Mapping[UUID, int]) -> None:
    """Freeze units of lots of a locked card. Raises `NotFound`, `Insufficient` (nothing is frozen then)."""
    for lot, count in await _chosen(tx, card, units):
        if not 0 < count <= lot.available:
            raise Insufficient(available=lot.available)
        lot.frozen, lot.available = lot.frozen + count, lot.available - count
    await tx.flush()


async def unfreeze_lots(tx: WriteSession, card: Card, units: Mapping[UUID, int]) -> None:
    """Make frozen units available again. Raises `NotFound`, `Insufficient` (fewer are frozen)."""
    for lot, count in await _chosen(tx, card, units):
        if not 0 < count <= lot.frozen:
            raise Insufficient(available=lot.frozen)
        lot.frozen, lot.available = lot.frozen - count, lot.available + count
    await tx.flush()


async def empty_lots(
    tx: WriteSession, card: Card, *, source: Source, only: Collection[UUID] | None = None
) -> list[Taken]:
    """Take all that is left in the lots of a locked card, frozen units too: it is refunded, or the card closes.

    `only`: these lots. Lots with nothing left are passed over.
    """
    taken = []
    for lot in await lots_of(tx, card, lock=True):
        if only is not None and lot.id not in only:
            continue
        lot.available, lot.frozen = lot.available + lot.frozen, 0
        if lot.available:
            taken.append(take(tx, lot, lot.available, source, clock.now()))
    await tx.flush()
    return taken


async def perform_period(tx: WriteSession, card: Card, lot_id: UUID, *, source: Source) -> Taken | None:
    """Take the days of a PERIOD that have begun until now, today included; None when all of them are taken.

    Raises:
        NotFound: no such period on this card.
    """
    lot = next((each for each in await lots_of(tx, card, lock=True) if each.id == lot_id), None)
    if lot is None or lot.unit != LotUnit.PERIOD.value:
        raise NotFound
    if lot.starts_on is None:
        return None
    begun = (clock.today_shanghai() - lot.starts_on + timedelta(days=1)).days
    days = min(begun - lot.consumed, lot.available)
    if days <= 0:
        return None
    taken = take(tx, lot, days, source, clock.now())
    await tx.flush()
    return taken


async def move_lots(tx: WriteSession, card: Card, to: Card) -> list[UUID]:
    """Put all lots of a locked card onto another one of the same merchant, as they stand; returns their ids."""
    lots = await lots_of(tx, card, lock=True)
    for lot in lots:
        lot.card_id, lot.holder_account_id = to.id, to.holder_account_id
    await tx.flush()
    return [lot.id for lot in lots]


async def _chosen(tx: WriteSession, card: Card, units: Mapping[UUID, int]) -> list[tuple[CardLot, int]]:
    lots = {lot.id: lot for lot in await lots_of(tx, card, lock=True)}
    if units.keys() - lots.keys():
        raise NotFound
    return [(lots[lot_id], count) for lot_id, count in units.items()]
