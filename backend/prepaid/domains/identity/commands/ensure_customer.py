"""Consumers as a merchant meets them."""

from typing import cast
from uuid import UUID

from sqlalchemy import Table, func, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.bind_phone import read_phone, set_phone
from prepaid.domains.identity.commands.make_consumer import make_consumer
from prepaid.domains.identity.models import MerchantCustomer
from prepaid.domains.identity.reads.consumers import ConsumerFacts, consumer_with_phone, phone_index
from prepaid.domains.identity.rules.consumers import ConsumerOrigin
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

TABLE = cast(Table, MerchantCustomer.__table__)


async def ensure_customer(tx: WriteSession, merchant_id: UUID, consumer: ConsumerFacts) -> None:
    """Note that the consumer buys here, masked; what is known already stays."""
    statement = insert(TABLE).values(
        merchant_id=merchant_id,
        id=uuid7(),
        account_id=consumer.account_id,
        phone_index=consumer.phone_index,
        phone_masked=consumer.phone_masked,
        name_masked=consumer.name_masked,
        first_seen_at=clock.now(),
    )
    async with tx.under(DbRole.WORKER):
        await tx.execute(statement.on_conflict_do_nothing())


async def consumer_at_counter(tx: WriteSession, *, keyring: KeyRing, data_keys: DataKeys, phone: str) -> UUID:
    """The consumer with this number, who stands at the counter; one who was never here becomes a consumer.

    He gets what he bought when he signs in by WeChat and binds the number.

    Raises:
        PhoneMalformed, MiniProgramClosed.
    """
    number = read_phone(phone)
    index = phone_index(keyring, number)
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"phone:{index.hex()}", 0))))
    known = await consumer_with_phone(tx, index)
    if known is not None:
        return known
    async with tx.under(DbRole.IDENTITY):
        consumer = await make_consumer(tx, ConsumerOrigin.COUNTER)
        await set_phone(tx, keyring, data_keys, consumer.id, number)
    return consumer.id
