"""The exact reverse of `consume`: last in, first out for each entitlement."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import aliased

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.commands.consume import Taken, taken_of
from prepaid.domains.cards.errors import TakenSince
from prepaid.domains.cards.models import Card, CardLot, CardTake
from prepaid.domains.cards.reads.cards import card_of, principal_left_fen
from prepaid.domains.cards.rules.cards import Source, TakeDirection
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

BACK = aliased(CardTake)
STANDS = (CardTake.direction == TakeDirection.TAKE.value) & ~exists().where(
    BACK.merchant_id == CardTake.merchant_id, BACK.reverses_id == CardTake.id
)
"""A take that was not given back."""


async def give_back(
    tx: WriteSession, merchant_id: UUID, card_id: UUID, *, source: Source, at: datetime | None = None
) -> list[Taken]:
    """Give back all that a source took from a card, the last take first; the amounts are those that were taken.

    Allowed whatever holds the card. `principal_before_fen` of the result is what the lot held before giving back.
    A validity that this use had begun is open again when no other use stands.

    Raises:
        NotFound: the source took nothing from this card, or gave it back already.
        TakenSince: an entitlement was used after that, and not given back.
    """
    now = at or clock.now()
    card = await card_of(tx, merchant_id, card_id, lock=True)
    takes = await _standing(
        tx,
        merchant_id,
        CardTake.source_kind == source.kind,
        CardTake.source_id == source.id,
        CardTake.card_id == card.id,
    )
    if not takes:
        raise NotFound
    ids = sorted({each.lot_id for each in takes})
    locked = select(CardLot).where(CardLot.merchant_id == merchant_id, CardLot.id.in_(ids)).order_by(CardLot.id)
    options = {"populate_existing": True}
    lots = {lot.id: lot for lot in await tx.scalars(locked.with_for_update().execution_options(**options))}
    # Another undo of the same source may have held the locks until now.
    if [each.id for each in takes] != [
        each.id
        for each in await _standing(
            tx,
            merchant_id,
            CardTake.source_kind == source.kind,
            CardTake.source_id == source.id,
            CardTake.card_id == card.id,
        )
    ]:
        raise NotFound
    given = [_returned(tx, lots[each.lot_id], each, source, now) for each in takes]
    await tx.flush()
    await _reopen(tx, card, list(lots.values()))
    return given


def _returned(tx: WriteSession, lot: CardLot, took: CardTake, source: Source, at: datetime) -> Taken:
    if took.units and lot.consumed != took.consumed_after:
        raise TakenSince(lot=str(lot.id))
    held = principal_left_fen(lot)
    lot.consumed, lot.available = lot.consumed - took.units, lot.available + took.units
    row = CardTake(
        merchant_id=lot.merchant_id,
        id=uuid7(),
        lot_id=lot.id,
        card_id=lot.card_id,
        direction=TakeDirection.GIVE_BACK.value,
        source_kind=source.kind,
        source_id=source.id,
        service_id=took.service_id,
        units=took.units,
        consumed_before=lot.consumed + took.units,
        consumed_after=lot.consumed,
        principal_fen=took.principal_fen,
        bonus_fen=took.bonus_fen,
        list_fen=took.list_fen,
        reverses_id=took.id,
        at=at,
        account_id=tx.actor.account_id,
    )
    tx.add(row)
    return taken_of(row, lot, held)


async def _reopen(tx: WriteSession, card: Card, lots: Sequence[CardLot]) -> None:
    for lot in lots:
        if lot.counts_from_first_use and not await _standing(tx, lot.merchant_id, CardTake.lot_id == lot.id):
            lot.starts_on = lot.expires_at = None
    if card.expires_after_days is not None and not await _standing(tx, card.merchant_id, CardTake.card_id == card.id):
        card.expires_at = None
    await tx.flush()


async def _standing(tx: WriteSession, merchant_id: UUID, *which: ColumnElement[bool]) -> Sequence[CardTake]:
    query = select(CardTake).where(CardTake.merchant_id == merchant_id, STANDS, *which)
    return (await tx.scalars(query.order_by(CardTake.id.desc()))).all()
