"""The bank's review of versions, its evidence, and the history of prices."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, catalogue, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, CatalogueRow, Recorded, TenantRow

KINDS = "kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')"


class ProductReview(TenantRow, Recorded, Base):
    """One submission of a version (商品审核), with what the bank decided."""

    __tablename__ = "product_review"
    __access__ = tenant_rows("SELECT, INSERT, UPDATE")
    __table_args__ = (
        Index(None, "state", "submitted_at"),
        Index("uq_product_review_open", "merchant_id", "version_id", unique=True, postgresql_where="state = 'OPEN'"),
        CheckConstraint(KINDS, name="kind"),
        CheckConstraint("state IN ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')", name="state"),
        CheckConstraint("(state = 'OPEN') = (decided_at IS NULL)", name="decided"),
    )

    kind: Mapped[str]
    product_id: Mapped[UUID]
    version_id: Mapped[UUID]
    product_number: Mapped[str]
    product_name: Mapped[str]
    version: Mapped[int]
    price_fen: Mapped[int | None]
    """Unit or sale price; a card type has none."""
    state: Mapped[str] = mapped_column(default="OPEN")
    submitted_at: Mapped[datetime]
    submitted_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    reason: Mapped[str | None]


@append_only
class ReviewFinding(TenantRow, Recorded, Base):
    """One piece of evidence for a review (审核依据), as it was when the version was submitted."""

    __tablename__ = "review_finding"
    __access__ = RowAccess((Rule(DbRole.BANK, APPEND, ALL), Rule(DbRole.WORKER, APPEND, ALL)))
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "review_id"], ["product_review.merchant_id", "product_review.id"]),
        Index(None, "merchant_id", "review_id"),
        CheckConstraint("kind IN ('PRICE_HISTORY', 'TYPE_MEDIAN', 'SENSITIVE_WORD', 'TYPE_LIMIT')", name="kind"),
        CheckConstraint("severity IN ('INFO', 'WARNING', 'ALARM')", name="severity"),
    )

    review_id: Mapped[UUID]
    position: Mapped[int]
    kind: Mapped[str]
    severity: Mapped[str]
    field: Mapped[str | None]
    """Of a word: the text it stands in, e.g. `name`."""
    starts_at: Mapped[int | None]
    ends_at: Mapped[int | None]
    """Of a word: code points from the beginning of the text."""
    word: Mapped[str | None]
    value: Mapped[int | None]
    compared_with: Mapped[int | None]
    """Price against the one it is compared with in fen, or value against limit."""


@append_only
class PriceChange(TenantRow, Recorded, Base):
    """A price that came on sale (价格历史): evidence of the list price, also for who buys."""

    __tablename__ = "price_change"
    __access__ = tenant_rows(APPEND).plus(Rule(DbRole.CONSUMER, "SELECT", ALL))
    __table_args__ = (
        Index(None, "merchant_id", "product_id", "since"),
        CheckConstraint(KINDS, name="kind"),
    )

    kind: Mapped[str]
    product_id: Mapped[UUID]
    version_id: Mapped[UUID]
    price_fen: Mapped[int]
    list_value_fen: Mapped[int | None]
    since: Mapped[datetime]
    by: Mapped[UUID | None]


class SensitiveWord(CatalogueRow, Recorded, Base):
    """A word that product texts should not hold (敏感词)."""

    __tablename__ = "sensitive_word"
    __access__ = catalogue()
    __table_args__ = (
        CheckConstraint("category IN ('ABSOLUTE', 'FINANCE', 'MEDICAL', 'ILLEGAL', 'OTHER')", name="category"),
    )

    word: Mapped[str] = mapped_column(unique=True)
    category: Mapped[str]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID | None]
