"""Card types."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base
from prepaid.domains.catalog.models.publication import (
    PART_ROWS,
    PRODUCT_ROWS,
    VERSION_ROWS,
    ProductRow,
    VersionRow,
    product_table,
    version_table,
)

THREE_YEARS_DAYS = 1_095


class CardType(ProductRow):
    """A type of card (卡类型)."""

    __tablename__ = "card_type"
    __access__ = PRODUCT_ROWS
    __table_args__ = product_table("card_type")


class CardTypeVersion(VersionRow):
    """One version of a card type: what cards opened under it are and allow."""

    __tablename__ = "card_type_version"
    __access__ = VERSION_ROWS
    __table_args__ = (
        *version_table("card_type_version", "card_type"),
        CheckConstraint("kind IN ('REGISTERED', 'ANONYMOUS')", name="kind"),
        CheckConstraint("form IN ('VIRTUAL', 'PHYSICAL')", name="form"),
        CheckConstraint("face_limit_fen > 0", name="face_limit"),
        CheckConstraint("validity IN ('NONE', 'FROM_PURCHASE', 'FROM_FIRST_USE')", name="validity"),
        CheckConstraint("(validity = 'NONE') = (validity_days IS NULL)", name="validity_days"),
        CheckConstraint("kind = 'ANONYMOUS' OR validity = 'NONE'", name="registered_validity"),
        CheckConstraint(f"validity_days IS NULL OR validity_days >= {THREE_YEARS_DAYS}", name="anonymous_validity"),
        CheckConstraint("consumption_order IN ('PRINCIPAL_FIRST', 'PROPORTIONAL')", name="consumption_order"),
        CheckConstraint("number_prefix ~ '^[0-9]{2,8}$'", name="number_prefix"),
    )

    kind: Mapped[str]
    form: Mapped[str]
    face_limit_fen: Mapped[int]
    number_prefix: Mapped[str]
    """First digits of its cards' numbers; a running number and a Luhn check digit follow."""
    all_services: Mapped[bool] = mapped_column(default=False)
    """Any service of the merchant, instead of those listed."""
    validity: Mapped[str]
    validity_days: Mapped[int | None]
    bonus_validity_days: Mapped[int | None]
    """Days after which BONUS expires; None: never."""
    gift_allowed: Mapped[bool] = mapped_column(default=False)
    transfer_allowed: Mapped[bool] = mapped_column(default=False)
    consumption_order: Mapped[str] = mapped_column(default="PRINCIPAL_FIRST")
    redemption_scope: Mapped[dict[str, Any]]
    """`stores.rules.scope.StoreScope`: where its cards are redeemed."""


class CardTypeService(Base):
    """A service that cards of a version may be used for."""

    __tablename__ = "card_type_service"
    __access__ = PART_ROWS
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "version_id"],
            ["card_type_version.merchant_id", "card_type_version.id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["merchant_id", "service_id"], ["service.merchant_id", "service.id"]),
    )

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    service_id: Mapped[UUID] = mapped_column(primary_key=True)
