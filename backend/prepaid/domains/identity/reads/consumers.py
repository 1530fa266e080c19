"""Consumers as commands need them."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import KeyRing, place
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import Consumer, ConsumerOpenid
from prepaid.domains.identity.rules.logins import LoginKind
from prepaid.kit.ids import PLATFORM_TENANT

PHONE_COLUMN: Final = "consumer.phone_cipher"
NAME_COLUMN: Final = "consumer.name_cipher"
ID_CARD_COLUMN: Final = "consumer.id_card_cipher"
ID_CARD_PURPOSE: Final = "id_card"
"""Purpose of the blind index, bank-wide (domain/01, 13)."""


@dataclass(frozen=True, slots=True)
class ConsumerFacts:
    """What commands may know of a consumer: nothing in the clear."""

    account_id: UUID
    phone_index: bytes | None
    phone_masked: str | None
    name_masked: str | None
    id_card_index: bytes | None
    id_card_masked: str | None

    @property
    def identified(self) -> bool:
        """Whether real name and identity number are on record."""
        return self.id_card_index is not None


async def consumer_facts(tx: WriteSession, account_id: UUID) -> ConsumerFacts:
    """Raises `NotFound`: no consumer has this account."""
    async with tx.under(DbRole.WORKER):
        row = await tx.get(Consumer, account_id, populate_existing=True)
    if row is None:
        raise NotFound
    return ConsumerFacts(
        account_id, row.phone_index, row.phone_masked, row.name_masked, row.id_card_index, row.id_card_masked
    )


async def consumer_with_phone(tx: WriteSession, index: bytes) -> UUID | None:
    """Id of the consumer who has bound this number."""
    async with tx.under(DbRole.WORKER):
        found: UUID | None = await tx.scalar(select(Consumer.id).filter_by(phone_index=index))
    return found


async def openid_of(tx: WriteSession, account_id: UUID, appid: str) -> str | None:
    """How an application knows the consumer; None for one who never signed in there."""
    async with tx.under(DbRole.WORKER):
        query = select(ConsumerOpenid.openid).filter_by(account_id=account_id, appid=appid)
        found: str | None = await tx.scalar(query.order_by(ConsumerOpenid.linked_at.desc()).limit(1))
    return found


def phone_index(keyring: KeyRing, phone: str) -> bytes:
    """The blind index of a normalised number."""
    return keyring.blind_index(LoginKind.PHONE, phone)


def consumer_place(column: str, account_id: UUID) -> bytes:
    """Where a ciphertext of a consumer stands."""
    return place(column, PLATFORM_TENANT, account_id)
