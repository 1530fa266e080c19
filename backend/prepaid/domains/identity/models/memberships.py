"""Memberships: an account in a merchant, an operator or the bank, with roles and a data scope."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow

TENANT_AND_IDENTITY = tenant_rows().plus(Rule(DbRole.IDENTITY, "SELECT, INSERT, UPDATE, DELETE", ALL))


class Membership(TenantRow, Recorded, Base):
    """A person's place in a platform (成员). Bank and operator staff live in the bank's own tenant."""

    __tablename__ = "membership"
    __access__ = TENANT_AND_IDENTITY.plus(Rule(DbRole.CONSUMER, "SELECT", own_account()))
    __table_args__ = (
        UniqueConstraint("merchant_id", "id", "template_id"),
        Index(None, "account_id"),
        Index(
            "uq_membership_active",
            "merchant_id",
            "account_id",
            "template_id",
            "operator_id",
            unique=True,
            postgresql_where="status <> 'LEFT'",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("status IN ('ACTIVE', 'SUSPENDED', 'LEFT')", name="status"),
        CheckConstraint(
            "scope IN ('SELF', 'STORE', 'REGION_SUBTREE', 'MERCHANT', 'OPERATOR', 'BANK_ALL', 'CUSTOM')", name="scope"
        ),
        CheckConstraint("(scope = 'OPERATOR') = (operator_id IS NOT NULL)", name="operator_scope"),
        ExcludeConstraint(
            ("merchant_id", "="), ("staff_number", "="), ("account_id", "<>"), name="ex_membership_person", using="gist"
        ),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    template_id: Mapped[UUID] = mapped_column(ForeignKey("platform_template.id"))
    operator_id: Mapped[UUID | None] = mapped_column(ForeignKey("operator.id"), index=True)
    scope: Mapped[str]
    scope_merchant_ids: Mapped[list[UUID]] = mapped_column(default=list)
    """Merchants of a CUSTOM scope."""
    status: Mapped[str] = mapped_column(default="ACTIVE")
    display_name: Mapped[str]
    staff_number: Mapped[str | None]
    """Number of the person on the tenant's staff (工号), kept when the member leaves. One person has one account:
    with a second one he could check his own changes."""
    phone_masked: Mapped[str | None]
    email_masked: Mapped[str | None]
    """Copies of the account's masked values: a merchant's list of members reads no account."""
    created_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class MembershipRole(Base):
    """A role held in a membership; the keys keep role and membership in one template."""

    __tablename__ = "membership_role"
    __access__ = TENANT_AND_IDENTITY
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "membership_id", "template_id"],
            ["membership.merchant_id", "membership.id", "membership.template_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["template_id", "role_id"], ["role.template_id", "role.id"], ondelete="CASCADE"),
    )

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    membership_id: Mapped[UUID] = mapped_column(primary_key=True)
    role_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    template_id: Mapped[UUID]


class _ScopeRow:
    merchant_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-100)
    membership_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-99)


class MembershipStore(_ScopeRow, Base):
    """Stores of a STORE scope; the stores domain owns the stores and fills this table."""

    __tablename__ = "membership_store"
    __access__ = TENANT_AND_IDENTITY
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"], ondelete="CASCADE"
        ),
    )

    store_id: Mapped[UUID] = mapped_column(primary_key=True)


class MembershipRegion(_ScopeRow, Base):
    """Roots of a REGION_SUBTREE scope; the stores domain resolves them to stores."""

    __tablename__ = "membership_region"
    __access__ = TENANT_AND_IDENTITY
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"], ondelete="CASCADE"
        ),
    )

    region_id: Mapped[UUID] = mapped_column(primary_key=True)
