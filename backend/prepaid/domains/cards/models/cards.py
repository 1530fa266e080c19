"""Cards with their holds and history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from prepaid.core.access import APPEND, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"
HOLD_KINDS = "'REFUND', 'GIFT', 'DEREGISTRATION', 'DISPUTE', 'RISK', 'FRAUD', 'LOSS'"
HELD_ROWS = tenant_rows(KEPT).plus(Rule(DbRole.CONSUMER, "SELECT", own_account("holder_account_id")))
"""A consumer reads his own cards."""


def of_card() -> SchemaItem:
    """Foreign key to the card of the same merchant."""
    return ForeignKeyConstraint(["merchant_id", "card_id"], ["card.merchant_id", "card.id"])


class Card(TenantRow, Recorded, Base):
    """An issued card (卡). Name, phone and identity number of its holder are the consumer's, encrypted there."""

    __tablename__ = "card"
    __access__ = HELD_ROWS
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "card_type_id"], ["card_type.merchant_id", "card_type.id"]),
        ForeignKeyConstraint(
            ["merchant_id", "card_type_version_id"], ["card_type_version.merchant_id", "card_type_version.id"]
        ),
        ForeignKeyConstraint(
            ["merchant_id", "package_version_id"], ["package_version.merchant_id", "package_version.id"]
        ),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "origin_card_id"], ["card.merchant_id", "card.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index(None, "id"),
        Index(None, "merchant_id", "card_type_id", "id"),
        Index(None, "merchant_id", "card_type_version_id"),
        Index(None, "merchant_id", "package_version_id"),
        Index(None, "merchant_id", "store_id", "id"),
        Index(None, "merchant_id", "status", "id"),
        Index(None, "merchant_id", "origin_card_id"),
        Index(None, "merchant_id", "contract_id"),
        Index(None, "holder_account_id"),
        Index(None, "holder_phone_index"),
        Index(None, "holder_name_index"),
        Index(None, "holder_id_card_index"),
        Index(None, "purchaser_account_id"),
        Index("ix_card_expiring", "expires_at", postgresql_where="status = 'ACTIVE'"),
        CheckConstraint("kind IN ('REGISTERED', 'ANONYMOUS')", name="kind"),
        CheckConstraint("form IN ('VIRTUAL', 'PHYSICAL')", name="form"),
        CheckConstraint("status IN ('PENDING', 'ACTIVE', 'EXPIRED', 'REFUNDED', 'CLOSED', 'REPLACED')", name="status"),
        CheckConstraint(f"holds <@ ARRAY[{HOLD_KINDS}]", name="holds"),
        CheckConstraint("kind = 'ANONYMOUS' OR holder_id_card_index IS NOT NULL", name="real_name"),
        CheckConstraint("custody_bps BETWEEN 0 AND 10000 AND holdback_bps BETWEEN 0 AND 10000", name="contract_shares"),
        CheckConstraint("undo_window_minutes >= 0 AND dispute_window_days >= 0", name="windows"),
        CheckConstraint("consumption_order IN ('PRINCIPAL_FIRST', 'PROPORTIONAL')", name="consumption_order"),
        CheckConstraint("status = 'PENDING' OR status = 'CLOSED' OR activated_at IS NOT NULL", name="activated"),
        CheckConstraint("(status IN ('REFUNDED', 'CLOSED', 'REPLACED')) = (ended_at IS NOT NULL)", name="ended"),
    )

    number: Mapped[str]
    card_type_id: Mapped[UUID]
    card_type_version_id: Mapped[UUID]
    """What it allows: that version never changes."""
    package_version_id: Mapped[UUID | None]
    """What it was opened with; None for a card that another one became (replacement, gift)."""
    kind: Mapped[str]
    form: Mapped[str]
    status: Mapped[str] = mapped_column(default="PENDING")
    holds: Mapped[list[str]] = mapped_column(default=list)
    """Kinds of the holds in force (`card_hold`); it can be used only when there is none."""
    holder_account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    holder_phone_index: Mapped[bytes | None]
    holder_phone_masked: Mapped[str | None]
    holder_name_index: Mapped[bytes | None]
    holder_name_masked: Mapped[str | None]
    holder_id_card_index: Mapped[bytes | None]
    holder_id_card_masked: Mapped[str | None]
    purchaser_account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    seller_id: Mapped[UUID | None]
    """The salesperson, whom a higher domain knows; None for self-service."""
    seller_name: Mapped[str | None]
    store_id: Mapped[UUID]
    """Where it was sold; the ONLINE store for self-service."""
    order_id: Mapped[UUID | None]
    """The order that opened it."""
    contract_id: Mapped[UUID]
    """The card contract, under which the ledger keeps its money; it stays with the lots on every later card."""
    custody_bps: Mapped[int]
    """r, frozen at the sale (domain/01, 1)."""
    holdback_bps: Mapped[int]
    """h, frozen at the sale."""
    consumption_order: Mapped[str]
    undo_window_minutes: Mapped[int]
    dispute_window_days: Mapped[int]
    agreement_contract_id: Mapped[UUID | None]
    """The merchant's contract whose rule parameters these are."""
    origin_card_id: Mapped[UUID | None]
    """The card that this one follows: lost and replaced, or given as a gift."""
    gifted: Mapped[bool] = mapped_column(default=False)
    """Received through a gift: a refund asks for name and identity number again."""
    pin_hash: Mapped[str | None]
    opened_at: Mapped[datetime]
    activated_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    expires_after_days: Mapped[int | None]
    """Days from the first use on, until that use."""
    ended_at: Mapped[datetime | None]


class CardHold(TenantRow, Recorded, Base):
    """A hold (冻结): while one is in force, the card cannot be used."""

    __tablename__ = "card_hold"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        of_card(),
        Index(
            "uq_card_hold_in_force", "merchant_id", "card_id", "kind", unique=True, postgresql_where="lifted_at IS NULL"
        ),
        Index(None, "merchant_id", "card_id", "placed_at"),
        CheckConstraint(f"kind IN ({HOLD_KINDS})", name="kind"),
    )

    card_id: Mapped[UUID]
    kind: Mapped[str]
    reason: Mapped[str]
    reference_id: Mapped[UUID | None]
    """The case, gift or alert that asked for it."""
    placed_at: Mapped[datetime]
    placed_by: Mapped[UUID | None]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[UUID | None]
    lift_reason: Mapped[str | None]


@append_only
class CardEvent(TenantRow, Recorded, Base):
    """What happened to a card (卡履历): opened, recharged, held, replaced, renamed, expired, …"""

    __tablename__ = "card_event"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (of_card(), Index(None, "merchant_id", "card_id", "at"))

    card_id: Mapped[UUID]
    kind: Mapped[str]
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    membership_id: Mapped[UUID | None]
    reason: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """References and masked values only."""


@append_only
class CardPurchase(TenantRow, Recorded, Base):
    """A purchase or recharge, as the threshold of identification sums it over the whole bank (domain/01, 13)."""

    __tablename__ = "card_purchase"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        of_card(),
        Index(None, "merchant_id", "card_id"),
        Index(None, "account_id", "at"),
        Index(None, "phone_index", "at"),
        Index(None, "id_card_index", "at"),
        UniqueConstraint("merchant_id", "order_id", "card_id"),
        CheckConstraint("amount_fen >= 0", name="amount"),
    )

    card_id: Mapped[UUID]
    order_id: Mapped[UUID]
    amount_fen: Mapped[int]
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    phone_index: Mapped[bytes | None]
    id_card_index: Mapped[bytes | None]


class CardNumberSeries(TenantRow, Recorded, Base):
    """The last running number of a prefix."""

    __tablename__ = "card_number_series"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (ForeignKeyConstraint(["merchant_id"], ["merchant.id"]), UniqueConstraint("merchant_id", "prefix"))

    prefix: Mapped[str]
    last: Mapped[int]
