"""Commission rules and their versions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from prepaid.core.access import APPEND, tenant_rows
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"
LEVEL = """
level = CASE WHEN salesperson_id IS NOT NULL THEN 'PERSON' WHEN service_id IS NOT NULL OR package_id IS NOT NULL
THEN 'PRODUCT' WHEN category IS NOT NULL OR card_type_id IS NOT NULL THEN 'CATEGORY' ELSE 'DEFAULT' END
"""


class CommissionRule(TenantRow, Recorded, Base):
    """A rule (分佣规则) through all its versions; the highest version is in force while it is not retired."""

    __tablename__ = "commission_rule"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        UniqueConstraint("merchant_id", "number"),
        CheckConstraint("position >= 0", name="position"),
        CheckConstraint("version >= 1", name="version"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant, e.g. `F0002`."""
    name: Mapped[str]
    position: Mapped[int]
    """Place among the rules of its level, smaller first."""
    version: Mapped[int]
    """Number of the version in force."""
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


@append_only
class CommissionRuleVersion(TenantRow, Recorded, Base):
    """One version of a rule: whom and what it names, what it gives. A sale's snapshot names it."""

    __tablename__ = "commission_rule_version"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "rule_id"], ["commission_rule.merchant_id", "commission_rule.id"]),
        ForeignKeyConstraint(["merchant_id", "salesperson_id"], ["salesperson.merchant_id", "salesperson.id"]),
        ForeignKeyConstraint(["merchant_id", "service_id"], ["service.merchant_id", "service.id"]),
        ForeignKeyConstraint(["merchant_id", "package_id"], ["package.merchant_id", "package.id"]),
        ForeignKeyConstraint(["merchant_id", "card_type_id"], ["card_type.merchant_id", "card_type.id"]),
        UniqueConstraint("merchant_id", "rule_id", "version"),
        Index(None, "merchant_id", "salesperson_id"),
        CheckConstraint("occasion IN ('SERVICE', 'OPENING', 'RECHARGE', 'PERFORMANCE')", name="occasion"),
        CheckConstraint(LEVEL.strip(), name="level"),
        CheckConstraint("num_nonnulls(service_id, package_id, card_type_id, category) <= 1", name="product"),
        CheckConstraint("basis IN ('PAID', 'LIST', 'PRINCIPAL_ONLY')", name="basis"),
        CheckConstraint("rate_kind IN ('PERCENT', 'PER_VISIT', 'PER_TIME')", name="rate_kind"),
        CheckConstraint("(rate_kind = 'PERCENT') = (bps IS NOT NULL) AND bps BETWEEN 0 AND 10000", name="bps"),
        CheckConstraint("(rate_kind <> 'PERCENT') = (amount_fen IS NOT NULL) AND amount_fen >= 0", name="amount"),
        CheckConstraint("(rate_kind = 'PER_TIME') = (unit_minutes IS NOT NULL) AND unit_minutes > 0", name="unit"),
        CheckConstraint("floor_fen >= 0 AND cap_fen >= 0 AND floor_fen <= cap_fen", name="bounds"),
    )

    rule_id: Mapped[UUID]
    version: Mapped[int]
    occasion: Mapped[str]
    level: Mapped[str]
    salesperson_id: Mapped[UUID | None]
    service_id: Mapped[UUID | None]
    package_id: Mapped[UUID | None]
    card_type_id: Mapped[UUID | None]
    """For packages bound to this card type."""
    category: Mapped[str | None]
    """For services of this category."""
    rate_kind: Mapped[str]
    basis: Mapped[str]
    bps: Mapped[int | None]
    amount_fen: Mapped[int | None]
    unit_minutes: Mapped[int | None]
    floor_fen: Mapped[int | None]
    cap_fen: Mapped[int | None]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
