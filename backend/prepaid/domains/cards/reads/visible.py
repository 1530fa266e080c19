"""Cards as a person may see them."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.identity.rules.scopes import WITHIN_STORES


async def visible_card(tx: WriteSession, actor: Actor, merchant_id: UUID, card_id: UUID, *path: str) -> Card:
    """One card, locked; within stores one acts on those that one's own stores sold. Raises `NotFound`."""
    card = await card_of(tx, merchant_id, card_id, *path, lock=True)
    if actor.scope in WITHIN_STORES and card.store_id not in actor.store_ids:
        raise NotFound(path=path)
    return card
