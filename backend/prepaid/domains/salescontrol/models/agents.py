"""Agents of regions and their sales."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, func, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"


class RegionAgent(TenantRow, Recorded, Base):
    """Who represents a region for a time (区域代理), and the share of its sales that he is due."""

    __tablename__ = "region_agent"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "region_id"], ["region.merchant_id", "region.id"]),
        ForeignKeyConstraint(["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"]),
        ExcludeConstraint(
            ("merchant_id", "="),
            ("region_id", "="),
            (func.daterange(literal_column("since"), literal_column("last_day"), literal_column("'[]'")), "&&"),
            name="ex_region_agent_period",
            using="gist",
        ),
        CheckConstraint("share_bps BETWEEN 0 AND 10000", name="share"),
        CheckConstraint("last_day >= since", name="period"),
    )

    region_id: Mapped[UUID]
    name: Mapped[str]
    """Name of the company or person that represents the region."""
    search: Mapped[str]
    membership_id: Mapped[UUID | None]
    """The member who acts for it, if one does."""
    share_bps: Mapped[int]
    since: Mapped[date]
    last_day: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]


class AgentSale(TenantRow, Recorded, Base):
    """A paid order line in an agent's region, with the share frozen at that moment."""

    __tablename__ = "region_agent_sale"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "agent_id"], ["region_agent.merchant_id", "region_agent.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        UniqueConstraint("merchant_id", "order_line_id"),
        Index(None, "merchant_id", "agent_id"),
        CheckConstraint("amount_fen >= 0 AND refunded_fen BETWEEN 0 AND amount_fen", name="amounts"),
        CheckConstraint("share_bps BETWEEN 0 AND 10000", name="share"),
    )

    agent_id: Mapped[UUID]
    order_line_id: Mapped[UUID]
    store_id: Mapped[UUID]
    sold_at: Mapped[datetime]
    amount_fen: Mapped[int]
    refunded_fen: Mapped[int] = mapped_column(default=0)
    share_bps: Mapped[int]
    share_fen: Mapped[int]
    """Share of what was sold and not refunded, rounded down."""
