"""Payments of payables, their refunds, and the merchants' numbers at the provider."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded, TenantRow
from prepaid.domains.payment.models.access import READ_BY_PAYER, READ_BY_STAFF, WRITES

OWN_ID = "id = current_setting('app.merchant_id', true)::uuid"
OWN_IDS = "id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])"


class SubMerchant(CatalogueRow, Recorded, Base):
    """A merchant's own number at the provider (特约商户号); the id is the merchant's. Who is paid is decided here."""

    __tablename__ = "sub_merchant"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, "SELECT", OWN_ID),
            Rule(DbRole.OPERATOR, "SELECT", OWN_IDS),
            Rule(DbRole.BANK, "SELECT", ALL),
            Rule(DbRole.WORKER, WRITES, ALL),
        )
    )
    __table_args__ = (
        ForeignKeyConstraint(["id"], ["merchant.id"]),
        CheckConstraint("number ~ '^[0-9]{8,10}$'", name="number"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    changed_at: Mapped[datetime]


class Payment(TenantRow, Recorded, Base):
    """One attempt to be paid for a payable, under one reference of ours (支付单)."""

    __tablename__ = "payment"
    __access__ = READ_BY_PAYER
    __table_args__ = (
        UniqueConstraint("merchant_id", "reference"),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(
            "uq_payment_open",
            "merchant_id",
            "payable_kind",
            "payable_id",
            unique=True,
            postgresql_where="state IN ('REQUESTED', 'READY')",
        ),
        Index(
            "uq_payment_credited",
            "merchant_id",
            "payable_kind",
            "payable_id",
            unique=True,
            postgresql_where="credited",
        ),
        Index(None, "merchant_id", "payable_id"),
        Index(None, "merchant_id", "payer_account_id"),
        Index(None, "merchant_id", "created_at"),
        Index(None, "created_at", "id"),
        Index("ix_payment_paid_at", "paid_at", postgresql_where="paid_at IS NOT NULL"),
        Index("ix_payment_waiting", "expires_at", postgresql_where="state IN ('REQUESTED', 'READY')"),
        CheckConstraint(
            "state IN ('REQUESTED', 'READY', 'CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED', 'CLOSED', 'FAILED')",
            name="state",
        ),
        CheckConstraint("method IN ('JSAPI', 'NATIVE')", name="method"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("0 <= refunded_fen AND refunded_fen <= refunding_fen", name="refunded"),
        CheckConstraint("refunding_fen <= amount_fen", name="refunding"),
        CheckConstraint(
            "(state IN ('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED')) = (captured_at IS NOT NULL)", name="captured"
        ),
        CheckConstraint("captured_at IS NULL OR credited <> (unapplied_reason IS NOT NULL)", name="disposition"),
        CheckConstraint("captured_at IS NOT NULL OR NOT credited", name="credited"),
    )

    reference: Mapped[str]
    """Bank-wide unique; it names the merchant (rules/references.py)."""
    payable_kind: Mapped[str]
    payable_id: Mapped[UUID]
    method: Mapped[str]
    amount_fen: Mapped[int]
    description: Mapped[str]
    payer_account_id: Mapped[UUID | None]
    payer_openid: Mapped[str | None]
    """As ordered, or as the provider told who paid."""
    sub_merchant_number: Mapped[str]
    """Who is paid, as ordered."""
    state: Mapped[str]
    """What the events say (rules/states.py); kept beside them for look-ups."""
    credited: Mapped[bool] = mapped_column(default=False)
    """The payable was credited with it: one payment of a payable at most."""
    unapplied_reason: Mapped[str | None]
    """Why captured money credits nothing and goes back."""
    unapplied_code: Mapped[str | None]
    """The owner's own code, where he could not use it."""
    refunding_fen: Mapped[int] = mapped_column(default=0)
    """Asked to go back and not given up: what is left can be asked for."""
    refunded_fen: Mapped[int] = mapped_column(default=0)
    fee_fen: Mapped[int | None]
    """What the provider charged, once its bill told."""
    pay_parameters: Mapped[dict[str, Any] | None]
    """Arguments of the mini-program's pay call."""
    code_url: Mapped[str | None]
    provider_reference: Mapped[str | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    """When the payer paid, by the provider."""
    captured_at: Mapped[datetime | None]
    """When we learned it."""
    closed_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID | None]
    """Its capture in the ledger."""


class PaymentRefund(TenantRow, Recorded, Base):
    """A part of a payment that goes back, under one reference of ours (退款单)."""

    __tablename__ = "payment_refund"
    __access__ = READ_BY_STAFF
    __table_args__ = (
        UniqueConstraint("merchant_id", "reference"),
        UniqueConstraint("merchant_id", "payment_id", "refund_id"),
        ForeignKeyConstraint(["merchant_id", "payment_id"], ["payment.merchant_id", "payment.id"]),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(None, "merchant_id", "refund_id"),
        Index(None, "merchant_id", "created_at"),
        Index(None, "created_at", "id"),
        Index("ix_payment_refund_under_way", "created_at", postgresql_where="state IN ('REQUESTED', 'PROCESSING')"),
        CheckConstraint("state IN ('REQUESTED', 'PROCESSING', 'FAILED', 'REDIRECTED', 'SUCCEEDED')", name="state"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(state = 'SUCCEEDED') = (settled_at IS NOT NULL)", name="settled"),
        CheckConstraint(
            "(fallback_openid IS NULL) = (fallback_name_cipher IS NULL)"
            " AND (fallback_openid IS NULL) = (fallback_subject_id IS NULL)",
            name="fallback",
        ),
    )

    payment_id: Mapped[UUID]
    refund_id: Mapped[UUID]
    """The decided refund whose money this is: owner of REFUND_PAYABLE in the ledger."""
    reference: Mapped[str]
    amount_fen: Mapped[int]
    reason: Mapped[str]
    """What the payer reads about it."""
    state: Mapped[str]
    failure: Mapped[str | None]
    """The provider's code, or LIMIT when it is too late or too often for it."""
    fallback_openid: Mapped[str | None]
    """Verified wallet of the same name that it goes to when the provider cannot refund."""
    fallback_name_cipher: Mapped[bytes | None]
    fallback_subject_id: Mapped[UUID | None]
    provider_reference: Mapped[str | None]
    created_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    """When the provider took it."""
    settled_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID]
    """What holds its money in the ledger (REFUND_PAYOUT)."""
