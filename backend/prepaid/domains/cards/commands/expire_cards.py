"""Cards whose validity is over, and their free reactivation (激活)."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.commands.open_card import last_instant
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.card_obstacles import REACTIVATING
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.cards.rules.cards import CARD_STATES, CardStatus
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.kit import clock

AT_ONCE: Final = 200


async def expire_cards(tx: WriteSession) -> int:
    """Note that up to 200 cards have expired; returns how many. What is on them stays (domain/30)."""
    due = select(Card).where(Card.status == CardStatus.ACTIVE.value, Card.expires_at <= clock.now())
    cards = (await tx.scalars(due.order_by(Card.expires_at).limit(AT_ONCE).with_for_update(skip_locked=True))).all()
    for card in cards:
        card.status = CARD_STATES.advance(CardStatus.ACTIVE, CardStatus.EXPIRED).value
        await note_event(tx, card, "EXPIRED")
    return len(cards)


async def reactivate_card(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID) -> Card:
    """An expired card can be used again, free of charge, for as long as a new one would.

    Raises:
        NotFound. CardNotActive, CardNotExpired, CardFrozen.
    """
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, REACTIVATING, card)
    card_type = await tx.get_one(CardTypeVersion, (merchant_id, card.card_type_version_id))
    card.status = CardStatus.ACTIVE.value
    days = card_type.validity_days
    card.expires_at = last_instant(clock.now(), days) if days is not None else None
    await note_event(tx, card, "REACTIVATED", expires_at=card.expires_at)
    return card
