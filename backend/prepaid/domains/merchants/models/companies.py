"""The company behind a merchant as the bank has reviewed it, and its mini-program."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"


class MerchantCompany(TenantRow, Recorded, Base):
    """A merchant's company (公司资料) as last accepted."""

    __tablename__ = "merchant_company"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id"),
        Index("uq_merchant_company_code", "code", unique=True, postgresql_where="ended_at IS NULL"),
        Index("uq_merchant_company_appid", "appid", unique=True, postgresql_where="ended_at IS NULL"),
        CheckConstraint("code_type IN ('USCC', 'ORG_CODE', 'LICENCE')", name="code_type"),
    )

    name: Mapped[str]
    code: Mapped[str]
    """Unified social credit code, or what the company has in its place."""
    code_type: Mapped[str]
    legal_person: Mapped[str]
    address: Mapped[str]
    phone_masked: Mapped[str]
    account_name: Mapped[str]
    account_masked: Mapped[str]
    appid: Mapped[str | None]
    form_id: Mapped[UUID] = mapped_column(ForeignKey("form_definition.id"), index=True)
    type_version_id: Mapped[UUID] = mapped_column(ForeignKey("merchant_type_version.id"), index=True)
    values: Mapped[dict[str, Any]]
    secrets: Mapped[bytes | None]
    reviewed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """When the merchant was closed: its code and APPID are free again."""


class AppidRegistration(TenantRow, Recorded, Base):
    """An application for a mini-program of the company's own (小程序代注册), carried out by the provider."""

    __tablename__ = "appid_registration"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index(
            "uq_appid_registration_running",
            "subject_index",
            unique=True,
            postgresql_where="state IN ('CREATED', 'SUBMITTED', 'FACE_CHECK')",
        ),
        Index(None, "subject_index", "created_at"),
        CheckConstraint("state IN ('CREATED', 'SUBMITTED', 'FACE_CHECK', 'DONE', 'FAILED')", name="state"),
        CheckConstraint("(state = 'DONE') = (appid IS NOT NULL)", name="appid"),
        CheckConstraint("(state = 'FAILED') = (failure_code IS NOT NULL)", name="failed"),
    )

    reference: Mapped[str] = mapped_column(unique=True)
    """Ours, by which the provider's events are found."""
    subject_index: Mapped[bytes]
    """Blind index of the company's code: one running task a company, whichever merchant asks."""
    company_name: Mapped[str]
    state: Mapped[str]
    appid: Mapped[str | None]
    failure_code: Mapped[str | None]
    failure: Mapped[str | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
