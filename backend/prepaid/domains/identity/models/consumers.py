"""Consumers: people who buy. They belong to the bank; a merchant knows them as its customers (domain/01, 13)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule, identity_rows, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded, TenantRow

SHOWN = "SELECT (id, phone_masked, phone_bound_at, name_masked, id_card_masked, identified_at, created_at)"


class Consumer(CatalogueRow, Recorded, Base):
    """What is known of a consumer (消费者); its id is the account's. Phone and identity are encrypted."""

    __tablename__ = "consumer"
    __access__ = identity_rows(
        Rule(DbRole.CONSUMER, SHOWN, own_account("id")),
        Rule(DbRole.BANK, SHOWN, ALL),
        Rule(DbRole.WORKER, "SELECT", ALL),
    )
    __table_args__ = (
        CheckConstraint("(phone_index IS NULL) = (phone_bound_at IS NULL)", name="phone"),
        CheckConstraint(
            "(id_card_index IS NULL) = (identified_at IS NULL) AND (name_cipher IS NULL) = (identified_at IS NULL)",
            name="identity",
        ),
        CheckConstraint("origin IN ('MINI_PROGRAM', 'COUNTER')", name="origin"),
        ForeignKeyConstraint(["id"], ["account.id"]),
        Index(None, "id_card_index"),
    )

    origin: Mapped[str]
    """Where he came from: his own sign-in, or a cashier who sold to him."""
    phone_index: Mapped[bytes | None] = mapped_column(unique=True)
    phone_cipher: Mapped[bytes | None]
    phone_masked: Mapped[str | None]
    phone_bound_at: Mapped[datetime | None]
    name_cipher: Mapped[bytes | None]
    name_masked: Mapped[str | None]
    id_card_index: Mapped[bytes | None]
    """Bank-wide blind index; not unique: legal thresholds sum over all consumers with the same one."""
    id_card_cipher: Mapped[bytes | None]
    id_card_masked: Mapped[str | None]
    identified_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class ConsumerOpenid(CatalogueRow, Recorded, Base):
    """A consumer as one WeChat application knows him."""

    __tablename__ = "consumer_openid"
    __access__ = RowAccess((Rule(DbRole.IDENTITY, "SELECT, INSERT, UPDATE", ALL), Rule(DbRole.WORKER, "SELECT", ALL)))
    __table_args__ = (UniqueConstraint("appid", "openid"),)

    account_id: Mapped[UUID] = mapped_column(ForeignKey("consumer.id"), index=True)
    appid: Mapped[str]
    openid: Mapped[str]
    unionid: Mapped[str | None]
    linked_at: Mapped[datetime]


class MerchantCustomer(TenantRow, Recorded, Base):
    """A consumer as a merchant knows him (商户客户): made by his first purchase there, masked."""

    __tablename__ = "merchant_customer"
    __access__ = tenant_rows("SELECT").plus(
        Rule(DbRole.WORKER, "SELECT, INSERT, UPDATE", ALL), Rule(DbRole.CONSUMER, "SELECT", own_account())
    )
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id", "account_id"),
        Index(None, "merchant_id", "phone_index"),
        Index(None, "account_id"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("consumer.id"))
    phone_index: Mapped[bytes | None]
    phone_masked: Mapped[str | None]
    name_masked: Mapped[str | None]
    first_seen_at: Mapped[datetime]
