"""The one primitive that takes from lots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands.grant_lots import end_of_period
from prepaid.domains.cards.commands.open_card import last_instant
from prepaid.domains.cards.errors import CardExpired, CardFrozen, CardNotActive, Insufficient
from prepaid.domains.cards.models import Card, CardLot, CardTake
from prepaid.domains.cards.reads.cards import card_of, lots_of
from prepaid.domains.cards.rules.cards import CardStatus, Funding, LotUnit, Source, TakeDirection, sorted_holds
from prepaid.domains.cards.rules.consumption import Stock, Wanted, plan
from prepaid.domains.cards.rules.value import cumulative_fen, worth
from prepaid.domains.catalog.rules.products import ConsumptionOrder
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What went out of one lot, or back into it; amounts in fen, never negative."""

    take_id: UUID
    lot_id: UUID
    unit: LotUnit
    funding: Funding
    service_id: UUID | None
    units: int
    """Zero for a visit within a PERIOD."""
    principal_fen: int
    bonus_fen: int
    list_fen: int
    principal_before_fen: int
    """Principal left in the lot before."""
    consumed_after: int
    available_after: int


async def consume(
    tx: WriteSession,
    merchant_id: UUID,
    card_id: UUID,
    wanted: Sequence[Wanted],
    *,
    source: Source,
    at: datetime | None = None,
    locked: Card | None = None,
) -> list[Taken]:
    """Take from a card's lots, all or nothing: earliest expiry first, then oldest payment, by the card's order.

    A visit within a PERIOD (`unit=PERIOD` with a service) takes no units: a period is performed by days
    (`perform_period`). Locks the card, then its lots by id. `locked`: the card, if this transaction has read it
    with its lock already.

    Raises:
        NotFound: no such card of this merchant.
        CardFrozen: `holds`. CardExpired: `expired_at`. CardNotActive: `status`.
        Insufficient: `available` of the first want that is not there; `path` is its index.
    """
    now = at or clock.now()
    card = locked or await card_of(tx, merchant_id, card_id, lock=True)
    ensure_usable(card, now)
    lots = {lot.id: lot for lot in await lots_of(tx, card, lock=True)}
    taken = []
    for index, want in enumerate(wanted):
        usable = [lot for lot in lots.values() if fits(lot, want, now)]
        for lot_id, units in _planned(card, usable, want, index):
            lot = lots[lot_id]
            _begin(lot, now)
            visit = want.unit is LotUnit.PERIOD
            taken.append(take(tx, lot, 0 if visit else units, source, now, want.service_id))
    if card.expires_after_days is not None and card.expires_at is None:
        card.expires_at = last_instant(now, card.expires_after_days)
    await tx.flush()
    return taken


def ensure_usable(card: Card, now: datetime) -> None:
    """Whether something may be taken from a card now. Raises `CardFrozen`, `CardExpired`, `CardNotActive`."""
    if card.holds:
        raise CardFrozen(holds=sorted_holds(card.holds))
    if card.status == CardStatus.EXPIRED.value or (card.expires_at is not None and card.expires_at <= now):
        raise CardExpired(expired_at=card.expires_at)
    if card.status != CardStatus.ACTIVE.value:
        raise CardNotActive(status=card.status)


def fits(lot: CardLot, want: Wanted, now: datetime) -> bool:
    """Whether a lot may serve a want: its unit, its services, not expired."""
    if lot.unit != want.unit.value or lot.available <= 0 or (want.lot_id is not None and lot.id != want.lot_id):
        return False
    if lot.expires_at is not None and lot.expires_at <= now:
        return False
    return want.service_id in lot.service_ids if lot.service_ids else lot.unit == LotUnit.MONEY.value


def take(
    tx: WriteSession, lot: CardLot, units: int, source: Source, at: datetime, service_id: UUID | None = None
) -> Taken:
    """Move units of a locked lot from available to consumed, and note it."""
    funding = Funding(lot.funding)
    before = lot.consumed
    after = before + units
    value = worth(funding, paid_fen=lot.paid_fen, list_fen=lot.list_fen, granted=lot.granted, since=before, until=after)
    lot.consumed, lot.available = after, lot.available - units
    row = CardTake(
        merchant_id=lot.merchant_id,
        id=uuid7(),
        lot_id=lot.id,
        card_id=lot.card_id,
        direction=TakeDirection.TAKE.value,
        source_kind=source.kind,
        source_id=source.id,
        service_id=service_id,
        units=units,
        consumed_before=before,
        consumed_after=after,
        principal_fen=value.principal_fen,
        bonus_fen=value.bonus_fen,
        list_fen=value.list_fen,
        at=at,
        account_id=tx.actor.account_id,
    )
    tx.add(row)
    left = lot.paid_fen - cumulative_fen(lot.paid_fen, before, lot.granted)
    return taken_of(row, lot, left)


def taken_of(row: CardTake, lot: CardLot, principal_before_fen: int) -> Taken:
    """A noted take as callers see it."""
    return Taken(
        take_id=row.id,
        lot_id=lot.id,
        unit=LotUnit(lot.unit),
        funding=Funding(lot.funding),
        service_id=row.service_id,
        units=row.units,
        principal_fen=row.principal_fen,
        bonus_fen=row.bonus_fen,
        list_fen=row.list_fen,
        principal_before_fen=principal_before_fen,
        consumed_after=row.consumed_after,
        available_after=lot.available,
    )


def _planned(card: Card, usable: Sequence[CardLot], want: Wanted, index: int) -> list[tuple[UUID, int]]:
    stocks = [
        Stock(
            lot_id=lot.id,
            funding=Funding(lot.funding),
            available=lot.available,
            expires_at=lot.expires_at,
            granted_at=lot.granted_at,
        )
        for lot in usable
    ]
    there = sum(stock.available for stock in stocks)
    if want.unit is LotUnit.PERIOD:
        if not stocks:
            raise Insufficient(path=(str(index),), available=0)
        return plan(stocks, 1, ConsumptionOrder.PRINCIPAL_FIRST)
    if want.quantity <= 0 or there < want.quantity:
        raise Insufficient(path=(str(index),), available=there)
    return plan(stocks, want.quantity, ConsumptionOrder(card.consumption_order))


def _begin(lot: CardLot, now: datetime) -> None:
    """The first use begins a period that counts from it."""
    if lot.counts_from_first_use and lot.starts_on is None:
        lot.starts_on = clock.shanghai_day(now)
        lot.expires_at = end_of_period(lot.starts_on, lot.granted)
