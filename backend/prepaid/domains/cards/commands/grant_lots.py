"""Lots come onto a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.commands.open_card import last_instant
from prepaid.domains.cards.models import Card, CardLot, CardPurchase
from prepaid.domains.cards.reads.holders import Holder
from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.kit import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class LotGrant:
    """One lot to be made; `reads.package_lots.package_grants` makes them from a package."""

    unit: LotUnit
    funding: Funding
    quantity: int
    """Fen of face value, uses, or days."""
    service_ids: tuple[UUID, ...] = ()
    paid_fen: int = 0
    list_fen: int = 0
    entitlement_id: UUID | None = None
    valid_days: int | None = None
    """Days until it expires (a PERIOD has its own); None: as the card."""
    from_first_use: bool = False
    """A PERIOD begins with its first use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Where the money came from, and where it goes back to."""

    order_id: UUID
    payment_id: UUID | None = None
    account_id: UUID | None = None
    wallet: str | None = None
    """How the provider knows the wallet (an openid)."""


async def grant_lots(
    tx: WriteSession,
    card: Card,
    grants: Sequence[LotGrant],
    *,
    payer: Payer,
    buyer: Holder | None = None,
    paid_at: datetime | None = None,
) -> list[CardLot]:
    """Put what was bought onto a card that the transaction has locked or made; each grant becomes one lot.

    `buyer`: for the 24-hour sum of `ensure_identified`. The ledger is not touched: the caller books
    `apply_to_card` (PAID, in the order of the lots) and `grant_bonus` (BONUS, `list_fen`).
    """
    at = paid_at or clock.now()
    lots = [_lot(card, grant, payer, at) for grant in grants]
    tx.add_all(lots)
    amount = sum(lot.paid_fen for lot in lots)
    if amount:
        tx.add(
            CardPurchase(
                merchant_id=card.merchant_id,
                card_id=card.id,
                order_id=payer.order_id,
                amount_fen=amount,
                at=at,
                account_id=buyer.account_id if buyer else None,
                phone_index=buyer.phone_index if buyer else None,
                id_card_index=buyer.id_card_index if buyer else None,
            )
        )
    await note_event(tx, card, "GRANTED", order=payer.order_id, paid_fen=amount, lots=len(lots))
    return lots


def _lot(card: Card, grant: LotGrant, payer: Payer, at: datetime) -> CardLot:
    starts_on: date | None = None
    expires_at = last_instant(at, grant.valid_days) if grant.valid_days is not None else None
    if grant.unit is LotUnit.PERIOD and not grant.from_first_use:
        starts_on = clock.shanghai_day(at)
        expires_at = end_of_period(starts_on, grant.quantity)
    return CardLot(
        merchant_id=card.merchant_id,
        card_id=card.id,
        holder_account_id=card.holder_account_id,
        unit=grant.unit.value,
        funding=grant.funding.value,
        service_ids=list(grant.service_ids),
        granted=grant.quantity,
        consumed=0,
        frozen=0,
        available=grant.quantity,
        paid_fen=grant.paid_fen,
        list_fen=grant.list_fen,
        order_id=payer.order_id,
        payment_id=payer.payment_id,
        payer_account_id=payer.account_id,
        payer_wallet=payer.wallet,
        entitlement_id=grant.entitlement_id,
        granted_at=at,
        starts_on=starts_on,
        expires_at=expires_at,
        counts_from_first_use=grant.unit is LotUnit.PERIOD and grant.from_first_use,
    )


def end_of_period(starts_on: date, days: int) -> datetime:
    """The instant at which a period of whole days is over; its first day counts."""
    return clock.day_bounds(starts_on + timedelta(days=days - 1))[1]
