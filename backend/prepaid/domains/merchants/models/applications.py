"""Applications of companies, what was submitted each time, and what was found."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Sequence, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

APPLICATION_NUMBERS = Sequence("merchant_application_number_seq", metadata=Base.metadata)
KEPT = "SELECT, INSERT, UPDATE"
_OF_APPLICATION = (["merchant_id", "application_id"], ["merchant_application.merchant_id", "merchant_application.id"])


class MerchantApplication(TenantRow, Recorded, Base):
    """An application (入驻申请), or a later change of what the bank has reviewed (变更申请)."""

    __tablename__ = "merchant_application"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index("uq_merchant_application_onboarding", "merchant_id", unique=True, postgresql_where="kind = 'ONBOARDING'"),
        Index(
            "uq_merchant_application_open_change",
            "merchant_id",
            "kind",
            unique=True,
            postgresql_where="kind <> 'ONBOARDING' AND state IN ('DRAFT', 'SUBMITTED', 'REVIEWING', 'REJECTED')",
        ),
        Index(None, "state", "due_at"),
        Index(None, "created_by"),
        Index(None, "claimed_by"),
        CheckConstraint("kind IN ('ONBOARDING', 'LICENCE', 'LEGAL_PERSON', 'PAYEE_ACCOUNT', 'PREMISES')", name="kind"),
        CheckConstraint(
            "state IN ('DRAFT', 'SUBMITTED', 'REVIEWING', 'REJECTED', 'NEED_SIGN', 'NEED_DEPOSIT', 'ACTIVE', "
            "'SUSPENDED', 'APPLIED', 'CLOSED')",
            name="state",
        ),
        CheckConstraint("(state = 'REVIEWING') = (claimed_by IS NOT NULL)", name="claimed"),
        CheckConstraint("state = 'DRAFT' OR state = 'CLOSED' OR form_id IS NOT NULL", name="form"),
        CheckConstraint("round >= 0", name="round"),
        CheckConstraint("kind = 'ONBOARDING' OR state NOT IN ('NEED_SIGN', 'NEED_DEPOSIT')", name="change"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    state: Mapped[str]
    type_code: Mapped[str | None]
    type_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("merchant_type_version.id"), index=True)
    form_id: Mapped[UUID | None] = mapped_column(ForeignKey("form_definition.id"), index=True)
    """The form in force when the type was chosen: a later version changes nothing here."""
    company_name: Mapped[str | None]
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """By the form; numbers of people and accounts masked, files by their tokens."""
    secrets: Mapped[bytes | None]
    """Ciphertext of the masked values by their keys, under the merchant's data key."""
    accepted: Mapped[list[str]] = mapped_column(default=list)
    """Keys of the fields that the bank accepted: locked until the next decision."""
    revision: Mapped[int] = mapped_column(default=0)
    """Raised by every save; who saves names the one he started from."""
    round: Mapped[int] = mapped_column(default=0)
    """How often it was submitted."""
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    due_at: Mapped[datetime | None]
    """Until when the bank should have decided."""
    claimed_by: Mapped[UUID | None]
    claimed_name: Mapped[str | None]
    claimed_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    reason: Mapped[str | None]
    contract_id: Mapped[UUID | None]
    activated_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]


@append_only
class ApplicationSubmission(TenantRow, Recorded, Base):
    """What was submitted in one round: the reviewer compares it with the round before."""

    __tablename__ = "application_submission"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        ForeignKeyConstraint(*_OF_APPLICATION),
        UniqueConstraint("merchant_id", "application_id", "round"),
    )

    application_id: Mapped[UUID]
    round: Mapped[int]
    values: Mapped[dict[str, Any]]
    fingerprints: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Keyed hashes of the masked values by their keys: two that are masked alike are told apart."""
    submitted_at: Mapped[datetime]
    submitted_by: Mapped[UUID | None]


@append_only
class ApplicationCheck(TenantRow, Recorded, Base):
    """What an automatic check of a submission found (自动核验); the applicant never sees it."""

    __tablename__ = "application_check"
    __access__ = RowAccess((Rule(DbRole.BANK, APPEND, ALL), Rule(DbRole.WORKER, APPEND, ALL)))
    __table_args__ = (
        ForeignKeyConstraint(*_OF_APPLICATION),
        UniqueConstraint("merchant_id", "application_id", "round", "position"),
        CheckConstraint("outcome IN ('PASSED', 'NOTICE', 'ALARM')", name="outcome"),
    )

    application_id: Mapped[UUID]
    round: Mapped[int]
    position: Mapped[int]
    code: Mapped[str]
    outcome: Mapped[str]
    field: Mapped[str | None]
    """Key of the form's field that it is about."""
    detail: Mapped[str | None]
    """What was compared, without numbers of people or accounts."""
    checked_at: Mapped[datetime]


@append_only
class ApplicationProblem(TenantRow, Recorded, Base):
    """A field that the bank rejected (驳回项)."""

    __tablename__ = "application_problem"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (
        ForeignKeyConstraint(*_OF_APPLICATION),
        UniqueConstraint("merchant_id", "application_id", "round", "field"),
        CheckConstraint("code IN ('WRONG', 'UNREADABLE', 'INCOMPLETE', 'EXPIRED', 'MISMATCH', 'OTHER')", name="code"),
    )

    application_id: Mapped[UUID]
    round: Mapped[int]
    field: Mapped[str]
    path: Mapped[list[str]]
    label: Mapped[str]
    code: Mapped[str]
    message: Mapped[str]


@append_only
class ApplicationStep(TenantRow, Recorded, Base):
    """A step of an application from one state to the next (流转记录)."""

    __tablename__ = "application_step"
    __access__ = tenant_rows(APPEND)
    __table_args__ = (ForeignKeyConstraint(*_OF_APPLICATION), Index(None, "merchant_id", "application_id", "at"))

    application_id: Mapped[UUID]
    from_state: Mapped[str]
    to_state: Mapped[str]
    round: Mapped[int]
    reason: Mapped[str | None]
    at: Mapped[datetime]
    by: Mapped[UUID | None]
