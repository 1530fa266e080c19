"""API tokens of integrators."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.identity.models.memberships import TENANT_AND_IDENTITY


class ApiToken(TenantRow, Recorded, Base):
    """An integrator's token (接口令牌), shown once and known by its SHA-256; it acts in its own roles."""

    __tablename__ = "api_token"
    __access__ = TENANT_AND_IDENTITY
    __table_args__ = (
        UniqueConstraint("merchant_id", "id", "template_id"),
        CheckConstraint("scope IN ('MERCHANT', 'OPERATOR', 'BANK_ALL', 'CUSTOM')", name="scope"),
    )

    template_id: Mapped[UUID] = mapped_column(ForeignKey("platform_template.id"))
    operator_id: Mapped[UUID | None] = mapped_column(ForeignKey("operator.id"))
    name: Mapped[str]
    prefix: Mapped[str]
    """First characters of the token, by which people recognise it."""
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    scope: Mapped[str]
    scope_merchant_ids: Mapped[list[UUID]] = mapped_column(default=list)
    allowed_addresses: Mapped[list[str]] = mapped_column(default=list)
    """CIDR blocks; empty allows every address."""
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class ApiTokenRole(Base):
    """A role that a token acts in."""

    __tablename__ = "api_token_role"
    __access__ = TENANT_AND_IDENTITY
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "token_id", "template_id"],
            ["api_token.merchant_id", "api_token.id", "api_token.template_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["template_id", "role_id"], ["role.template_id", "role.id"], ondelete="CASCADE"),
    )

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    token_id: Mapped[UUID] = mapped_column(primary_key=True)
    role_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    template_id: Mapped[UUID]
