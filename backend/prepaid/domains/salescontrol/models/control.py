"""Rules, what was taken of their quotas, and attempts that they refused."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import APPEND, tenant_rows
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

KEPT: Final = "SELECT, INSERT, UPDATE"
ONE_PRODUCT: Final = "num_nonnulls(service_id, card_type_id, package_id) = 1"


def _belongs(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["merchant_id", column], [f"{table}.merchant_id", f"{table}.id"])


class SalesControlRule(TenantRow, Recorded, Base):
    """A rule (控销规则): one product, one place, allowed or denied, for a time, with or without a quota."""

    __tablename__ = "sales_control_rule"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        UniqueConstraint("merchant_id", "number"),
        _belongs("service_id", "service"),
        _belongs("card_type_id", "card_type"),
        _belongs("package_id", "package"),
        _belongs("store_id", "store"),
        _belongs("region_id", "region"),
        Index(None, "merchant_id", "service_id"),
        Index(None, "merchant_id", "card_type_id"),
        Index(None, "merchant_id", "package_id"),
        CheckConstraint(ONE_PRODUCT, name="product"),
        CheckConstraint("effect IN ('ALLOW', 'DENY')", name="effect"),
        CheckConstraint("place IN ('STORE', 'REGION', 'REGION_LEVEL', 'STORE_TYPE', 'ALL_STORES')", name="place"),
        CheckConstraint("(place = 'STORE') = (store_id IS NOT NULL)", name="store"),
        CheckConstraint("(place = 'REGION') = (region_id IS NOT NULL)", name="region"),
        CheckConstraint("(place = 'REGION_LEVEL') = (level IS NOT NULL) AND level BETWEEN 1 AND 8", name="level"),
        CheckConstraint(
            "(place = 'STORE_TYPE') = (store_type IS NOT NULL) AND store_type IN ('DIRECT', 'FRANCHISE', 'ONLINE')",
            name="store_type",
        ),
        CheckConstraint("last_day >= since", name="period"),
        CheckConstraint("quota >= 0 AND (quota IS NULL OR effect = 'ALLOW')", name="quota"),
        CheckConstraint("taken >= 0 AND (quota IS NULL OR taken <= quota)", name="taken"),
        CheckConstraint("NOT exclusive OR effect = 'ALLOW'", name="exclusive"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant, e.g. `K0003`."""
    service_id: Mapped[UUID | None]
    card_type_id: Mapped[UUID | None]
    package_id: Mapped[UUID | None]
    effect: Mapped[str]
    place: Mapped[str]
    store_id: Mapped[UUID | None]
    region_id: Mapped[UUID | None]
    level: Mapped[int | None]
    store_type: Mapped[str | None]
    exclusive: Mapped[bool] = mapped_column(default=False)
    """Of ALLOW: where no rule covers a store, the product is not sold (仅限此处)."""
    since: Mapped[date]
    last_day: Mapped[date | None]
    """Last day on which it holds; None: without end."""
    quota: Mapped[int | None]
    taken: Mapped[int] = mapped_column(default=0)
    """Sold or reserved pieces: the sum of its takes that were not given back."""
    note: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    """When somebody ended it; from then on it decides nothing."""


class ControlTake(TenantRow, Recorded, Base):
    """What an order line took under a rule: reserved, then sold or given back (限量占用)."""

    __tablename__ = "sales_control_take"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        _belongs("rule_id", "sales_control_rule"),
        Index(
            "uq_sales_control_take_line",
            "merchant_id",
            "rule_id",
            "order_line_id",
            unique=True,
            postgresql_where="given_back_at IS NULL",
        ),
        Index(None, "merchant_id", "order_line_id"),
        CheckConstraint("count > 0", name="count"),
        CheckConstraint("given_back_at IS NULL OR sold_at IS NULL", name="end"),
        CheckConstraint("refunded_at IS NULL OR sold_at IS NOT NULL", name="refunded"),
    )

    rule_id: Mapped[UUID]
    order_line_id: Mapped[UUID]
    """Opaque here: order lines are a higher domain's."""
    count: Mapped[int]
    taken_at: Mapped[datetime]
    sold_at: Mapped[datetime | None]
    given_back_at: Mapped[datetime | None]
    refunded_at: Mapped[datetime | None]


@append_only
class SaleRefusal(TenantRow, Recorded, Base):
    """An attempt to sell that was refused (控销拦截), kept apart from the command that it refused."""

    __tablename__ = "sales_control_refusal"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        _belongs("rule_id", "sales_control_rule"),
        _belongs("store_id", "store"),
        Index(None, "merchant_id", "rule_id"),
        Index(None, "merchant_id", "refused_at"),
        CheckConstraint("product_kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')", name="product_kind"),
        CheckConstraint("ground IN ('DENIED', 'ELSEWHERE', 'SOLD_OUT', 'STORE_NOT_SELLING')", name="ground"),
    )

    rule_id: Mapped[UUID | None]
    """The deciding rule; None when the store itself does not sell."""
    product_kind: Mapped[str]
    product_id: Mapped[UUID]
    product_name: Mapped[str]
    store_id: Mapped[UUID]
    ground: Mapped[str]
    count: Mapped[int]
    refused_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    """Who tried."""
