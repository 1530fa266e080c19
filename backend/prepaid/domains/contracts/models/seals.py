"""Seals, who may use them, each use of them, and the keys behind them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.crypto import encrypted_column
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.contracts.models.frozen import frozen

KEPT = "SELECT, INSERT, UPDATE"
PUBLIC = "merchant_id, id, kind, subject, serial, certificate, not_before, not_after, created_at, recorded_at"


class SigningKey(TenantRow, Recorded, Base):
    """A key of the key store with its certificate. Only background work reads the sealed private part."""

    __tablename__ = "signing_key"
    __access__ = RowAccess(
        (Rule(DbRole.WORKER, "SELECT, INSERT, UPDATE (private_key)", ALL), Rule(DbRole.BANK, f"SELECT ({PUBLIC})", ALL))
    )
    __table_args__ = (
        CheckConstraint("kind IN ('ROOT', 'TIME_STAMP', 'SEAL')", name="kind"),
        Index("uq_signing_key_platform", "kind", unique=True, postgresql_where="kind IN ('ROOT', 'TIME_STAMP')"),
        Index(None, "serial", unique=True),
    )

    kind: Mapped[str]
    subject: Mapped[str]
    serial: Mapped[str]
    """In hexadecimal digits."""
    certificate: Mapped[bytes]
    private_key: Mapped[bytes]
    """Sealed by the key ring for this row; `UPDATE` is for the rotation of ring keys alone."""
    not_before: Mapped[datetime]
    not_after: Mapped[datetime]
    created_at: Mapped[datetime]


class Seal(TenantRow, Recorded, Base):
    """A seal (印章) of a merchant or of the bank: its image, and the certificate that it signs with."""

    __tablename__ = "seal"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "key_id"], ["signing_key.merchant_id", "signing_key.id"]),
        CheckConstraint("kind IN ('OFFICIAL', 'CONTRACT', 'FINANCE', 'LEGAL_REPRESENTATIVE')", name="kind"),
        CheckConstraint("state IN ('REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'REVOKED')", name="state"),
        CheckConstraint(
            "state NOT IN ('ACTIVE', 'SUSPENDED') OR (key_id IS NOT NULL AND valid_to IS NOT NULL)", name="certified"
        ),
        Index(
            "uq_seal_kind",
            "merchant_id",
            "kind",
            unique=True,
            postgresql_where="state IN ('REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED')",
        ),
    )

    kind: Mapped[str]
    name: Mapped[str]
    holder_name: Mapped[str]
    """The company whose seal it is."""
    holder_code: Mapped[str]
    state: Mapped[str] = mapped_column(default="REVIEW")
    image_file_id: Mapped[UUID]
    image_sha256: Mapped[bytes]
    generated: Mapped[bool] = mapped_column(default=False)
    """Drawn by the platform from the company's name."""
    key_id: Mapped[UUID | None]
    valid_to: Mapped[datetime | None]
    """Until when its certificate is good."""
    held_by_bank: Mapped[bool] = mapped_column(default=False)
    """Suspended by the bank: only the bank may resume it."""
    administrator_account_id: Mapped[UUID]
    administrator_membership_id: Mapped[UUID]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    reviewed_at: Mapped[datetime | None]
    state_reason: Mapped[str | None]


class SealGrant(TenantRow, Recorded, Base):
    """That a person may use a seal, for some templates or all, for at most three years (印章授权)."""

    __tablename__ = "seal_grant"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "seal_id"], ["seal.merchant_id", "seal.id"]),
        ForeignKeyConstraint(["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"]),
        Index(
            "uq_seal_grant_live",
            "merchant_id",
            "seal_id",
            "membership_id",
            unique=True,
            postgresql_where="revoked_at IS NULL",
        ),
        Index(None, "merchant_id", "membership_id"),
        CheckConstraint("valid_to > valid_from AND valid_to <= valid_from + interval '3 years'", name="validity"),
    )

    seal_id: Mapped[UUID]
    membership_id: Mapped[UUID]
    account_id: Mapped[UUID]
    template_ids: Mapped[list[UUID]] = mapped_column(default=list)
    """Templates whose contracts may be stamped; none: all."""
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime]
    granted_at: Mapped[datetime]
    granted_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoke_reason: Mapped[str | None]


@append_only
class SealStamping(TenantRow, Recorded, Base):
    """One use of a seal (用印记录), in the tenant of the seal; append-only."""

    __tablename__ = "seal_stamping"
    __access__ = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "seal_id"], ["seal.merchant_id", "seal.id"]),
        Index(None, "merchant_id", "seal_id", "at"),
        Index(None, "signature_id", unique=True),
    )

    seal_id: Mapped[UUID]
    at: Mapped[datetime]
    contract_tenant_id: Mapped[UUID]
    contract_id: Mapped[UUID]
    contract_number: Mapped[str]
    signature_id: Mapped[UUID]
    grant_id: Mapped[UUID | None]
    change_id: Mapped[UUID | None]
    account_id: Mapped[UUID]
    membership_id: Mapped[UUID]
    address: Mapped[str | None]
    device: Mapped[str | None]
    document_sha256: Mapped[bytes]
    """Before the stamp."""
    result_sha256: Mapped[bytes]


encrypted_column(SigningKey.private_key)
frozen(
    SigningKey,
    when="true",
    columns=("merchant_id", "id", "kind", "subject", "serial", "certificate", "not_before", "not_after"),
)
frozen(
    Seal, when="OLD.state <> 'REVIEW'", columns=("kind", "image_file_id", "image_sha256", "holder_name", "holder_code")
)
