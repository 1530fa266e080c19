"""Limits of law on what a card may hold and on who must be identified (domain/30)."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, or_, select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.cards.errors import CardFaceOverLimit, IdentityRequired
from prepaid.domains.cards.models import Card, CardPurchase
from prepaid.domains.cards.reads.cards import face_fen, lots_of
from prepaid.domains.cards.reads.holders import Holder
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.catalog.reads.package_terms import bounds_of
from prepaid.domains.catalog.rules.pricing import face_limit_fen
from prepaid.domains.catalog.rules.products import CardKind
from prepaid.domains.merchants.reads.types import type_of_merchant
from prepaid.kit import clock
from prepaid.kit.money import format_yuan

ANONYMOUS_THRESHOLD_FEN: Final = 1_000_000
"""单用途商业预付卡管理办法（试行）第十五条: 10,000 yuan of anonymous cards, at once or summed over a day."""
SUMMED_OVER: Final = timedelta(hours=24)


async def ensure_face_limit(
    tx: WriteSession, merchant_id: UUID, card_type: CardTypeVersion, *, card: Card | None, added_fen: int
) -> None:
    """Whether a card may hold `added_fen` more: registered 5,000.00, anonymous 1,000.00, or as the type's regime says.

    `card`: the one that is recharged; None for a new one. A lot counts with its stored value that is left, or
    with what was paid for the uses that are left.

    Raises:
        CardFaceOverLimit
    """
    bounds = await bounds_of(tx, card_type, await type_of_merchant(tx, merchant_id))
    limit = face_limit_fen(bounds)
    held = sum(map(face_fen, await lots_of(tx, card))) if card is not None else 0
    if held + added_fen > limit:
        raise CardFaceOverLimit(limit=format_yuan(limit), limit_fen=limit, held_fen=held)


async def ensure_identified(tx: WriteSession, *, kind: CardKind, buyer: Holder | None, amount_fen: int) -> None:
    """Whether a buyer must show who he is: for any registered card, and from 10,000.00 of anonymous ones in 24 hours.

    Sums over the whole bank by account, phone and identity number; of one buyer at the same time only one goes on.

    Raises:
        IdentityRequired: `within_fen`.
    """
    if buyer is not None and buyer.identified:
        return
    if kind is CardKind.REGISTERED:
        raise IdentityRequired(path=("buyer",), within_fen=amount_fen)
    within = amount_fen + (await _bought(tx, buyer) if buyer is not None else 0)
    if within >= ANONYMOUS_THRESHOLD_FEN:
        raise IdentityRequired(path=("buyer",), within_fen=within)


async def _bought(tx: WriteSession, buyer: Holder) -> int:
    key = (buyer.phone_index or buyer.account_id.bytes).hex()
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"card-buyer:{key}", 0))))
    same = [CardPurchase.account_id == buyer.account_id]
    if buyer.phone_index is not None:
        same.append(CardPurchase.phone_index == buyer.phone_index)
    query = (
        select(func.coalesce(func.sum(CardPurchase.amount_fen), 0))
        .join(Card, (Card.merchant_id == CardPurchase.merchant_id) & (Card.id == CardPurchase.card_id))
        .where(or_(*same), CardPurchase.at > clock.now() - SUMMED_OVER, Card.kind == CardKind.ANONYMOUS.value)
    )
    async with tx.under(DbRole.WORKER):
        return int(await tx.scalar(query) or 0)
