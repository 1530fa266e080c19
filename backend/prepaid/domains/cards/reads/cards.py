"""Cards and lots as commands need them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.rules.cards import ALIVE, CardStatus, Funding, LotUnit
from prepaid.domains.cards.rules.value import cumulative_fen
from prepaid.domains.ledger.rules.shares import Terms


async def card_of(tx: WriteSession, merchant_id: UUID, card_id: UUID, *path: str, lock: bool = False) -> Card:
    """One card; with `lock` for change. Raises `NotFound`."""
    card = await tx.get(Card, (merchant_id, card_id), with_for_update=lock, populate_existing=lock)
    if card is None:
        raise NotFound(path=path)
    return card


async def card_with_number(tx: WriteSession, merchant_id: UUID, number: str, *path: str, lock: bool = False) -> Card:
    """The card with a number, e.g. one that was typed at the counter. Raises `NotFound`."""
    found = await tx.scalar(select(Card.id).filter_by(merchant_id=merchant_id, number=number))
    if found is None:
        raise NotFound(path=path)
    return await card_of(tx, merchant_id, found, *path, lock=lock)


async def existing_card(tx: WriteSession, merchant_id: UUID, account_id: UUID, card_type_id: UUID) -> Card | None:
    """The consumer's card of a type, a usable one first: one that is held, lost or expired exists too (domain/30)."""
    alive = [status.value for status in ALIVE]
    query = (
        select(Card)
        .where(
            Card.merchant_id == merchant_id,
            Card.holder_account_id == account_id,
            Card.card_type_id == card_type_id,
            Card.status.in_(alive),
        )
        .order_by(Card.status != CardStatus.ACTIVE.value, func.cardinality(Card.holds), Card.opened_at.desc())
    )
    found: Card | None = await tx.scalar(query.limit(1))
    return found


async def lots_of(tx: WriteSession, card: Card, *, lock: bool = False) -> Sequence[CardLot]:
    """The lots that are on a card, oldest first; with `lock` for change, in the order of their ids."""
    query = select(CardLot).filter_by(merchant_id=card.merchant_id, card_id=card.id)
    if not lock:
        return (await tx.scalars(query.order_by(CardLot.granted_at, CardLot.id))).all()
    locked = query.order_by(CardLot.id).with_for_update().execution_options(populate_existing=True)
    return (await tx.scalars(locked)).all()


def terms_of(card: Card) -> Terms:
    """What the card contract froze, as the ledger takes it."""
    return Terms(card.contract_id, card.custody_bps, card.holdback_bps)


def principal_left_fen(lot: CardLot) -> int:
    """What was paid for the lot and is not performed yet: frozen units count."""
    return lot.paid_fen - cumulative_fen(lot.paid_fen, lot.consumed, lot.granted)


def face_fen(lot: CardLot) -> int:
    """What the lot adds to the card's face: stored value that is left, else what was paid for what is left."""
    if lot.funding != Funding.PAID.value:
        return 0
    return lot.granted - lot.consumed if lot.unit == LotUnit.MONEY.value else principal_left_fen(lot)
