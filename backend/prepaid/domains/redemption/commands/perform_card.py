"""Performing an entitlement of a card: lots, ledger and custody of one item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Refusal
from prepaid.domains.cards.commands.consume import Taken, consume
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import terms_of
from prepaid.domains.cards.rules.cards import Funding, LotUnit, Source
from prepaid.domains.cards.rules.consumption import Wanted as WantedUnits
from prepaid.domains.catalog.models import Service
from prepaid.domains.custody.commands.schedule_release import schedule_release
from prepaid.domains.ledger.commands.bonuses import consume_bonus
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.rules.shares import Consumed
from prepaid.domains.redemption.commands.performers import performer_of, quoted_visit
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.rules.redemptions import TAKEN_BY, ItemSource, ItemStatus
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.kit.ids import uuid7

LEFT: Final = """
SELECT coalesce(sum(available), 0)::bigint FROM card_lot
WHERE merchant_id = $1 AND card_id = $2 AND unit = $3 AND (expires_at IS NULL OR expires_at > $4)
  AND (service_ids = '{}' OR $5::uuid = ANY (service_ids))
"""
STORED_VALUE: Final = "储值消费"
"""Name of an item that spends stored value without naming a service."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What taking units of a card moved in the ledger."""

    pending_fen: int
    transfer_id: UUID | None


async def perform_card(
    tx: WriteSession, redemption: Redemption, card: Card, item: WantedItem, position: int
) -> RedemptionItem:
    """Take one item from a locked card, and book it. Runs as the worker.

    Raises:
        CardFrozen, CardExpired, CardNotActive, Insufficient: at `items.N`.
        NotFound, StaffNotAllowed: the service or performer.
    """
    here = ("items", str(position))
    merchant_id, now = redemption.merchant_id, redemption.redeemed_at
    person = await performer_of(tx, merchant_id, item.performer_id, (*here, "performerId"))
    service = await _service(tx, merchant_id, item.service_id, (*here, "serviceId"))
    want = WantedUnits(unit=item.unit, quantity=item.quantity, service_id=item.service_id, lot_id=item.lot_id)
    item_id = uuid7()
    try:
        taken = await consume(tx, merchant_id, card.id, [want], source=Source(TAKEN_BY, item_id), at=now, locked=card)
    except Refusal as refusal:
        refusal.path = here
        raise
    left = await _left(tx, card, want, now)
    release_at = now + timedelta(minutes=card.undo_window_minutes)
    booked = await book_taken(tx, card, item_id, taken, release_at=release_at, evidence=redemption.number)
    paid = [each for each in taken if each.funding is Funding.PAID]
    quote = await quoted_visit(
        tx,
        merchant_id,
        person,
        service,
        count=_count(item.unit, paid),
        paid_fen=sum(each.principal_fen for each in paid),
        list_fen=sum(each.list_fen for each in paid),
    )
    return RedemptionItem(
        merchant_id=merchant_id,
        id=item_id,
        redemption_id=redemption.id,
        position=position,
        account_id=redemption.account_id,
        store_id=redemption.store_id,
        source=ItemSource.CARD.value,
        card_id=card.id,
        card_number=card.number,
        contract_id=card.contract_id,
        unit=item.unit.value,
        service_id=item.service_id,
        name=service.name if service else STORED_VALUE,
        quantity=item.quantity,
        units_before=0,
        units_left=left,
        **worth_of(taken),
        pending_fen=booked.pending_fen,
        channel_fen=0,
        transfer_id=booked.transfer_id,
        performer_id=person.id if person else None,
        performer_name=person.name if person else None,
        commission=quote.as_json() if quote else None,
        commission_fen=quote.amount_fen if quote else 0,
        status=ItemStatus.PENDING.value,
        redeemed_at=now,
        settle_at=settles_at(card, now),
    )


def settles_at(card: Card, now: datetime) -> datetime:
    """The end of the dispute window; never before that of undoing."""
    return now + max(timedelta(days=card.dispute_window_days), timedelta(minutes=card.undo_window_minutes))


def worth_of(taken: Sequence[Taken]) -> dict[str, object]:
    """Lots and worth of what was taken, as the columns of an item."""
    principal, bonus = (sum(amounts) for amounts in zip(*((t.principal_fen, t.bonus_fen) for t in taken), strict=True))
    return {
        "lot_ids": [each.lot_id for each in taken],
        "value_fen": principal + bonus,
        "principal_fen": principal,
        "bonus_fen": bonus,
        "list_fen": sum(each.list_fen for each in taken),
    }


async def book_taken(
    tx: WriteSession, card: Card, item_id: UUID, taken: Sequence[Taken], *, release_at: datetime, evidence: str
) -> Booking:
    """Book what was taken from a locked card under the item's id; custody goes out from `release_at` on."""
    booking = Booking(0, None)
    lots = [
        Consumed(each.principal_before_fen, each.principal_fen)
        for each in taken
        if each.funding is Funding.PAID and each.principal_fen
    ]
    if lots:
        booked = await book_redemption(tx, card.merchant_id, terms=terms_of(card), redemption_id=item_id, lots=lots)
        booking = Booking(booked.split.custody_fen, booked.transfer.id)
        if booked.split.custody_fen:
            await schedule_release(
                tx,
                tx.actor,
                merchant_id=card.merchant_id,
                contract_id=card.contract_id,
                redemption_id=item_id,
                not_before=release_at,
                evidence=evidence,
            )
    bonus_fen = sum(each.bonus_fen for each in taken)
    if bonus_fen:
        used = await consume_bonus(
            tx, card.merchant_id, consumption_id=item_id, contract_id=card.contract_id, amount_fen=bonus_fen
        )
        booking = Booking(booking.pending_fen, booking.transfer_id or used.id)
    return booking


def _count(unit: LotUnit, paid: Sequence[Taken]) -> int:
    """Pieces that were paid for: uses; one for stored value, or for a visit within a period."""
    return sum(each.units for each in paid) if unit is LotUnit.VISIT else min(len(paid), 1)


async def _left(tx: WriteSession, card: Card, want: WantedUnits, now: datetime) -> int:
    """What is left of the same kind, of all lots: a use may have begun their validity, so it is counted afterwards."""
    source = await tx.raw()
    found = await source.fetchval(LEFT, card.merchant_id, card.id, want.unit.value, now, want.service_id)
    return int(found)


async def _service(
    tx: WriteSession, merchant_id: UUID, service_id: UUID | None, path: tuple[str, ...]
) -> Service | None:
    if service_id is None:
        return None
    service = await tx.get(Service, (merchant_id, service_id))
    if service is None:
        raise NotFound(path=path)
    return service
