"""What members keep for themselves: views of lists, settings such as the columns they show."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, FULL, TENANT, RowAccess, Rule, own_account
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.kit.ids import PLATFORM_TENANT

OWN = RowAccess(
    (
        Rule(DbRole.MERCHANT, FULL, TENANT),
        Rule(DbRole.OPERATOR, FULL, f"merchant_id = '{PLATFORM_TENANT}' AND {own_account()}"),
        Rule(DbRole.CONSUMER, FULL, own_account()),
        Rule(DbRole.BANK, FULL, ALL),
        Rule(DbRole.WORKER, FULL, ALL),
    )
)
"""An operator's staff and consumers live in the bank's tenant: of its rows they reach their own account's only."""


def _of_member() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"], ondelete="CASCADE"
    )


class SavedView(TenantRow, Recorded, Base):
    """A named state of a list (视图): the query string of its address. A shared one is seen by the whole tenant."""

    __tablename__ = "saved_view"
    __access__ = OWN
    __table_args__ = (
        _of_member(),
        Index(None, "merchant_id", "template_code", "page_key"),
        CheckConstraint("length(query) <= 4000", name="query"),
    )

    account_id: Mapped[UUID]
    membership_id: Mapped[UUID]
    template_code: Mapped[str]
    page_key: Mapped[str]
    label: Mapped[str]
    query: Mapped[str]
    shared: Mapped[bool] = mapped_column(default=False)
    saved_at: Mapped[datetime]


class MemberSetting(Recorded, Base):
    """A member's own setting of the admin by key, e.g. `columns.members` (个人设置)."""

    __tablename__ = "member_setting"
    __access__ = OWN
    __table_args__ = (_of_member(),)

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    membership_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    value: Mapped[Any] = mapped_column(JSONB)
    saved_at: Mapped[datetime]
