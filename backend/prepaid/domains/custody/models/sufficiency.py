"""Whether a merchant's custody is enough: daily tests, quarterly snapshots, guarantees."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.custody.models.access import APPENDED_BY_WORKER, CHANGED_BY_WORKER, one_of
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.tiers import CustodyTier


@append_only
class QuarterSnapshot(TenantRow, Recorded, Base):
    """A merchant's figures at the end of a quarter (季末快照): taken once, never changed."""

    __tablename__ = "custody_quarter"
    __access__ = APPENDED_BY_WORKER
    __table_args__ = (
        UniqueConstraint("merchant_id", "quarter"),
        CheckConstraint("quarter ~ '^[0-9]{4}Q[1-4]$'", name="quarter"),
        CheckConstraint("principal_fen >= 0 AND held_fen >= 0 AND guaranteed_fen >= 0", name="figures"),
    )

    quarter: Mapped[str]
    """E.g. `2026Q1`."""
    last_day: Mapped[date]
    principal_fen: Mapped[int]
    held_fen: Mapped[int]
    guaranteed_fen: Mapped[int]
    taken_at: Mapped[datetime]


@append_only
class SufficiencyCheck(TenantRow, Recorded, Base):
    """One test (充足性检查): once a day, and again when a tier or a guarantee changes; the last one counts."""

    __tablename__ = "custody_sufficiency"
    __access__ = APPENDED_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "quarter"], ["custody_quarter.merchant_id", "custody_quarter.quarter"]),
        Index(None, "merchant_id", "day", "id"),
        Index(None, "day"),
        one_of("tier", CustodyTier),
        CheckConstraint(
            "principal_fen >= 0 AND quarter_end_fen >= 0 AND required_fen >= 0 AND guaranteed_fen >= 0"
            " AND held_fen >= 0 AND in_transit_fen >= 0",
            name="figures",
        ),
        CheckConstraint(
            "shortfall_fen = greatest(0, required_fen - guaranteed_fen - held_fen - in_transit_fen)", name="shortfall"
        ),
    )

    day: Mapped[date]
    tier: Mapped[str]
    quarter: Mapped[str]
    principal_fen: Mapped[int]
    """Owed to card holders at that moment."""
    quarter_end_fen: Mapped[int]
    """The same at the end of the last quarter."""
    required_fen: Mapped[int]
    """Before guarantees."""
    guaranteed_fen: Mapped[int]
    held_fen: Mapped[int]
    in_transit_fen: Mapped[int]
    """Captured from consumers and on its way into sub-wallets."""
    shortfall_fen: Mapped[int]
    checked_at: Mapped[datetime]


class Guarantee(TenantRow, Recorded, Base):
    """A bank letter or an insurance that stands in for money in custody (担保登记)."""

    __tablename__ = "custody_guarantee"
    __access__ = CHANGED_BY_WORKER
    __table_args__ = (
        UniqueConstraint("merchant_id", "issuer", "number"),
        ForeignKeyConstraint(["merchant_id", "file_id"], ["stored_file.merchant_id", "stored_file.id"]),
        one_of("kind", GuaranteeKind),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("valid_from <= valid_until", name="validity"),
        CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="ended"),
    )

    kind: Mapped[str]
    number: Mapped[str]
    issuer: Mapped[str]
    amount_fen: Mapped[int]
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    """The last day on which it counts."""
    file_id: Mapped[UUID | None]
    """The document."""
    ended_on: Mapped[date | None]
    """From this day on it no longer counts, whatever its term."""
    end_reason: Mapped[str | None]
    created_at: Mapped[datetime]
