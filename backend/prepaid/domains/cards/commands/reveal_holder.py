"""The plain phone, name and identity number of a card's holder."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.identity.commands.revealable_fields import revealable
from prepaid.domains.identity.models import Consumer
from prepaid.domains.identity.reads.consumers import ID_CARD_COLUMN, NAME_COLUMN, PHONE_COLUMN, consumer_place
from prepaid.kit.ids import PLATFORM_TENANT


@revealable("Card", "holderPhone", permission="card.reveal")
async def holder_phone(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The holder's phone number."""
    return await _plain(tx, actor, data_keys, tenant, row_id, PHONE_COLUMN)


@revealable("Card", "holderName", permission="card.reveal")
async def holder_name(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The holder's real name."""
    return await _plain(tx, actor, data_keys, tenant, row_id, NAME_COLUMN)


@revealable("Card", "holderIdCard", permission="card.reveal")
async def holder_id_card(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The holder's identity number."""
    return await _plain(tx, actor, data_keys, tenant, row_id, ID_CARD_COLUMN)


async def _plain(
    tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID, column: str
) -> str | None:
    card = await visible_card(tx, actor, tenant, row_id)
    if card.holder_account_id is None:
        return None
    async with tx.under(DbRole.IDENTITY):
        consumer = await tx.get_one(Consumer, card.holder_account_id)
        cipher: bytes | None = getattr(consumer, column.partition(".")[2])
        if cipher is None:
            return None
        at = consumer_place(column, consumer.id)
        plain = await data_keys.decrypt(tx, cipher, at, tenant=PLATFORM_TENANT)
    return plain.decode()
