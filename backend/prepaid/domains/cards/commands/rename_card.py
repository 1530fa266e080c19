"""Whose card it is: registering an anonymous card (实名升级), and passing a registered one on (转让)."""

from uuid import UUID

from sqlalchemy import update

from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.commands.open_card import bind_holder
from prepaid.domains.cards.errors import IdentityRequired
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.reads.card_obstacles import REGISTERING, RENAMING
from prepaid.domains.cards.reads.holders import Holder, holder_of
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.catalog.rules.products import CardKind
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter, ensure_customer
from prepaid.domains.identity.commands.enter_identity import enter_identity
from prepaid.domains.identity.reads.consumers import consumer_facts


async def holder_at_counter(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    keyring: KeyRing,
    data_keys: DataKeys,
    phone: str,
    real_name: str,
    id_card: str,
    accept_fictitious: bool,
) -> Holder:
    """Who stands at the counter with phone, name and identity card in hand.

    Raises:
        PhoneMalformed, InvalidValue, IdCardMalformed, MiniProgramClosed.
        IdentityFixed: another identity number is on record for this phone.
    """
    account_id = await consumer_at_counter(tx, keyring=keyring, data_keys=data_keys, phone=phone)
    await enter_identity(
        tx,
        actor,
        keyring=keyring,
        data_keys=data_keys,
        account_id=account_id,
        real_name=real_name,
        id_card=id_card,
        accept_fictitious=accept_fictitious,
    )
    await ensure_customer(tx, merchant_id, await consumer_facts(tx, account_id))
    return await holder_of(tx, keyring, data_keys, account_id)


async def register_card(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, holder: Holder) -> Card:
    """An anonymous card gets a name; its lots, number and history stay, its validity falls away (记名卡无有效期).

    Raises:
        NotFound. IdentityRequired. CardNotActive, CardRegistered, CardFrozen.
    """
    if not holder.identified:
        raise IdentityRequired(within_fen=0)
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, REGISTERING, card)
    await _give_to(tx, card, holder)
    card.kind, card.expires_at, card.expires_after_days = CardKind.REGISTERED.value, None, None
    await note_event(tx, card, "REGISTERED", holder=holder.name_masked)
    return card


async def rename_card(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, holder: Holder) -> Card:
    """A registered card passes to somebody else: a new name and no PIN, everything else stays.

    Raises:
        NotFound. IdentityRequired. CardNotActive, CardAnonymous, TransferNotAllowed, CardFrozen.
    """
    if not holder.identified:
        raise IdentityRequired(within_fen=0)
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, RENAMING, card)
    before = card.holder_name_masked
    await _give_to(tx, card, holder)
    card.pin_hash = None
    await note_event(tx, card, "RENAMED", before=before, after=holder.name_masked)
    return card


async def _give_to(tx: WriteSession, card: Card, holder: Holder) -> None:
    bind_holder(card, holder)
    lots = update(CardLot).where(CardLot.merchant_id == card.merchant_id, CardLot.card_id == card.id)
    await tx.execute(lots.values(holder_account_id=holder.account_id))
