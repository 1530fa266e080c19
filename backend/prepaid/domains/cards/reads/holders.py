"""Who holds or buys a card, as far as cards may know."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Consumer
from prepaid.domains.identity.reads.consumers import NAME_COLUMN, consumer_facts, consumer_place
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.kit.text import clean_text

NAME_PURPOSE: Final = "real_name"
"""Purpose of the blind index of names, bank-wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A consumer with his masked values and blind indexes; the plain ones stay in his own record."""

    account_id: UUID
    phone_index: bytes | None = None
    phone_masked: str | None = None
    name_index: bytes | None = None
    name_masked: str | None = None
    id_card_index: bytes | None = None
    id_card_masked: str | None = None

    @property
    def identified(self) -> bool:
        """Whether real name and identity number are on record."""
        return self.id_card_index is not None


def name_index(keyring: KeyRing, name: str) -> bytes:
    """The blind index of a real name."""
    return keyring.blind_index(NAME_PURPOSE, clean_text(name, max_length=100))


async def holder_of(tx: WriteSession, keyring: KeyRing, data_keys: DataKeys, account_id: UUID) -> Holder:
    """The consumer of an account as holder or buyer.

    Raises:
        NotFound: no consumer has this account.
        PersonErased.
    """
    facts = await consumer_facts(tx, account_id)
    index = None
    if facts.identified:
        async with tx.under(DbRole.IDENTITY):
            cipher = await tx.scalar(select(Consumer.name_cipher).filter_by(id=account_id))
            assert cipher is not None, "an identified consumer has a name"
            place = consumer_place(NAME_COLUMN, account_id)
            plain = await data_keys.decrypt(tx, cipher, place, tenant=PLATFORM_TENANT)
        index = name_index(keyring, plain.decode())
    return Holder(
        account_id=account_id,
        phone_index=facts.phone_index,
        phone_masked=facts.phone_masked,
        name_index=index,
        name_masked=facts.name_masked,
        id_card_index=facts.id_card_index,
        id_card_masked=facts.id_card_masked,
    )
