"""Merchant types and their versions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule, catalogue
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded

KEPT = "SELECT, INSERT, UPDATE"
_BPS = (
    "{0}_min_bps BETWEEN 0 AND 10000 AND {0}_max_bps <= 10000 AND {0}_default_bps BETWEEN {0}_min_bps AND {0}_max_bps"
)


class MerchantType(CatalogueRow, Recorded, Base):
    """A kind of merchant (商户类型), e.g. ice rinks; `code` is what rows, overlays and forms name it by."""

    __tablename__ = "merchant_type"
    __access__ = catalogue(verbs=KEPT)

    code: Mapped[str] = mapped_column(unique=True)
    name_zh: Mapped[str]
    name_en: Mapped[str]
    retired_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class MerchantTypeVersion(CatalogueRow, Recorded, Base):
    """One version of a type's terms; published ones never change."""

    __tablename__ = "merchant_type_version"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, "SELECT", "state <> 'DRAFT'"),
            Rule(DbRole.OPERATOR, "SELECT", "state <> 'DRAFT'"),
            Rule(DbRole.CONSUMER, "SELECT", "state <> 'DRAFT'"),
            Rule(DbRole.BANK, f"{KEPT}, DELETE", ALL),
            Rule(DbRole.WORKER, KEPT, ALL),
        )
    )
    __table_args__ = (
        UniqueConstraint("type_id", "version"),
        Index("uq_merchant_type_version_published", "type_id", unique=True, postgresql_where="state = 'PUBLISHED'"),
        Index("uq_merchant_type_version_draft", "type_id", unique=True, postgresql_where="state = 'DRAFT'"),
        CheckConstraint("state IN ('DRAFT', 'PUBLISHED', 'RETIRED')", name="state"),
        CheckConstraint("(state = 'DRAFT') = (published_at IS NULL)", name="published"),
        CheckConstraint(_BPS.format("custody"), name="custody"),
        CheckConstraint(_BPS.format("holdback"), name="holdback"),
    )

    type_id: Mapped[UUID] = mapped_column(ForeignKey("merchant_type.id"))
    version: Mapped[int]
    state: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)
    features: Mapped[list[str]] = mapped_column(default=list)
    legal_regime: Mapped[str]
    deepest_discount_bps: Mapped[int]
    longest_term_days: Mapped[int | None]
    most_lessons: Mapped[int | None]
    registered_face_limit_fen: Mapped[int]
    anonymous_face_limit_fen: Mapped[int]
    custody_min_bps: Mapped[int]
    custody_default_bps: Mapped[int]
    custody_max_bps: Mapped[int]
    holdback_min_bps: Mapped[int]
    holdback_default_bps: Mapped[int]
    holdback_max_bps: Mapped[int]
    deposit_base_fen: Mapped[int]
    deposit_per_store_fen: Mapped[int]
    deposit_balance_bps: Mapped[int]
    deposit_cap_fen: Mapped[int | None]
    deposit_grace_days: Mapped[int]
    forms: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Ids of the forms in force when it was published, by use: what is made under this version keeps them."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    published_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]
