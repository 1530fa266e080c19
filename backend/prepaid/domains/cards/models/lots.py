"""Lots and what was taken from them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import APPEND, tenant_rows
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.cards.models.cards import HELD_ROWS, of_card


class CardLot(TenantRow, Recorded, Base):
    """What a card holds of one kind from one payment (权益批次).

    Units are fen of face value (MONEY), uses (VISIT) or days (PERIOD).
    """

    __tablename__ = "card_lot"
    __access__ = HELD_ROWS
    __table_args__ = (
        of_card(),
        Index(None, "merchant_id", "card_id", "granted_at"),
        Index(None, "merchant_id", "order_id"),
        Index(None, "holder_account_id"),
        CheckConstraint("unit IN ('MONEY', 'VISIT', 'PERIOD')", name="unit"),
        CheckConstraint("funding IN ('PAID', 'BONUS')", name="funding"),
        CheckConstraint("granted = consumed + frozen + available", name="sum"),
        CheckConstraint("granted > 0 AND consumed >= 0 AND frozen >= 0 AND available >= 0", name="parts"),
        CheckConstraint("paid_fen >= 0 AND list_fen >= 0", name="values"),
        CheckConstraint("funding = 'PAID' OR paid_fen = 0", name="bonus_unpaid"),
        CheckConstraint("unit = 'MONEY' OR cardinality(service_ids) > 0", name="services"),
    )

    card_id: Mapped[UUID]
    """The card that it is on at present; replacement and gift move it."""
    holder_account_id: Mapped[UUID | None]
    """The card's holder."""
    unit: Mapped[str]
    funding: Mapped[str]
    service_ids: Mapped[list[UUID]] = mapped_column(default=list)
    """Services that it may be used for; MONEY without any: all that the card allows."""
    granted: Mapped[int]
    consumed: Mapped[int] = mapped_column(default=0)
    frozen: Mapped[int] = mapped_column(default=0)
    available: Mapped[int]
    paid_fen: Mapped[int]
    """Paid for the whole lot; the n-th use is worth the cumulative floor."""
    list_fen: Mapped[int]
    """List price of the whole lot; of a BONUS lot the bonus that it is."""
    order_id: Mapped[UUID]
    payment_id: Mapped[UUID | None]
    payer_account_id: Mapped[UUID | None]
    payer_wallet: Mapped[str | None]
    """How the provider knows the wallet that paid (an openid)."""
    entitlement_id: Mapped[UUID | None]
    """The package's entitlement or gift that it comes from."""
    granted_at: Mapped[datetime]
    """When it was paid: oldest first."""
    starts_on: Mapped[date | None]
    """First day of a PERIOD; None before its first use where it counts from then."""
    expires_at: Mapped[datetime | None]
    counts_from_first_use: Mapped[bool] = mapped_column(default=False)


@append_only
class CardTake(TenantRow, Recorded, Base):
    """Units taken from a lot, or given back to it (权益明细)."""

    __tablename__ = "card_take"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "lot_id"], ["card_lot.merchant_id", "card_lot.id"]),
        of_card(),
        ForeignKeyConstraint(["merchant_id", "reverses_id"], ["card_take.merchant_id", "card_take.id"]),
        UniqueConstraint("merchant_id", "reverses_id"),
        Index(None, "merchant_id", "lot_id"),
        Index(None, "merchant_id", "card_id", "at"),
        Index(None, "merchant_id", "source_id"),
        CheckConstraint("direction IN ('TAKE', 'GIVE_BACK')", name="direction"),
        CheckConstraint("(direction = 'GIVE_BACK') = (reverses_id IS NOT NULL)", name="reverses"),
        CheckConstraint("units >= 0", name="units"),
        CheckConstraint(
            "consumed_after - consumed_before = CASE direction WHEN 'TAKE' THEN units ELSE -units END", name="step"
        ),
    )

    lot_id: Mapped[UUID]
    card_id: Mapped[UUID]
    """The card that the lot was on then."""
    direction: Mapped[str]
    source_kind: Mapped[str]
    source_id: Mapped[UUID]
    service_id: Mapped[UUID | None]
    units: Mapped[int]
    """Zero for a visit within a PERIOD, which is performed by days."""
    consumed_before: Mapped[int]
    consumed_after: Mapped[int]
    principal_fen: Mapped[int]
    bonus_fen: Mapped[int]
    list_fen: Mapped[int]
    reverses_id: Mapped[UUID | None]
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]
