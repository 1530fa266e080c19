"""Putting a consumer's real name and identity number on record."""

from uuid import UUID

from sqlalchemy import update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.consumers import IdCardMalformed, IdentityFixed
from prepaid.domains.identity.models import Consumer, MerchantCustomer
from prepaid.domains.identity.reads.consumers import (
    ID_CARD_COLUMN,
    ID_CARD_PURPOSE,
    NAME_COLUMN,
    consumer_place,
)
from prepaid.kit import clock
from prepaid.kit.identifiers import InvalidIdentifier, normalise_id_card
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.kit.masking import mask_id_card, mask_name


async def enter_identity(
    tx: WriteSession,
    actor: Actor,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    account_id: UUID,
    real_name: str,
    id_card: str,
    accept_fictitious: bool,
) -> None:
    """Keep name and number encrypted, the number also as a bank-wide blind index. The same again changes nothing.

    The consumer enters them himself, or a cashier who has his card in hand. `accept_fictitious`: outside production.

    Raises:
        NotFound: no such consumer.
        InvalidValue: the name.
        IdCardMalformed.
        IdentityFixed: another number is on record.
    """
    name = name_text(real_name, ("realName",))
    try:
        number = normalise_id_card(id_card, accept_fictitious=accept_fictitious)
    except InvalidIdentifier:
        raise IdCardMalformed(path=("idCard",)) from None
    index = keyring.blind_index(ID_CARD_PURPOSE, number)
    async with tx.under(DbRole.IDENTITY):
        consumer = await tx.get(Consumer, account_id, with_for_update=True, populate_existing=True)
        if consumer is None:
            raise NotFound
        if consumer.id_card_index is not None:
            if consumer.id_card_index != index:
                raise IdentityFixed(path=("idCard",))
            return
        ciphers = [
            await data_keys.encrypt(tx, account_id, text, consumer_place(column, account_id), tenant=PLATFORM_TENANT)
            for column, text in ((NAME_COLUMN, name), (ID_CARD_COLUMN, number))
        ]
        consumer.name_cipher, consumer.id_card_cipher = ciphers
        consumer.name_masked, consumer.id_card_masked = mask_name(name), mask_id_card(number)
        consumer.id_card_index, consumer.identified_at = index, clock.now()
        await tx.flush()
        await audit.record(
            tx, "consumer.identified", object_type="Consumer", object_id=account_id, tenant=PLATFORM_TENANT
        )
    async with tx.under(DbRole.WORKER):
        customers = update(MerchantCustomer).where(MerchantCustomer.account_id == account_id)
        await tx.execute(customers.values(name_masked=consumer.name_masked))
