"""The tables of core: idempotency keys, attempt counters, audit, data keys, stored files, tasks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, APPEND, TENANT, TENANTS, RowAccess, Rule, identity_rows, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.kit.ids import PLATFORM_TENANT

OWN_KEYS = "actor_key = current_setting('app.actor', true)"
ONCE = "SELECT, INSERT, UPDATE (answer)"


class IdempotencyKey(Recorded, Base):
    """The first accepted answer to a key of one actor."""

    __tablename__ = "idempotency_key"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, ONCE, TENANT),
            Rule(DbRole.OPERATOR, ONCE, OWN_KEYS),
            Rule(DbRole.BANK, ONCE, ALL),
            Rule(DbRole.CONSUMER, ONCE, OWN_KEYS),
            Rule(DbRole.IDENTITY, ONCE, OWN_KEYS),
            Rule(DbRole.WORKER, f"{ONCE}, DELETE", ALL),
        )
    )

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    actor_key: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[bytes]
    answer: Mapped[dict[str, Any] | None]


class AttemptCounter(Base):
    """Failed attempts against one secret; `subject` is a keyed hash, never a login or an address."""

    __tablename__ = "attempt_counter"
    __access__ = identity_rows()

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[bytes] = mapped_column(primary_key=True)
    count: Mapped[int]
    window_began_at: Mapped[datetime]
    lockouts: Mapped[int]
    """Locks in a row: each is twice as long as the one before."""
    locked_until: Mapped[datetime | None]


@append_only
class AuditEvent(TenantRow, Recorded, Base):
    """One state change: who, where from, what, before and after. Append-only, without personal data."""

    __tablename__ = "audit_event"
    __access__ = tenant_rows(APPEND).plus(
        Rule(DbRole.CONSUMER, "INSERT", own_account("actor_account_id")),
        Rule(DbRole.IDENTITY, APPEND, ALL),
    )
    __table_args__ = (
        Index(None, "object_id", "at"),
        Index(None, "merchant_id", "actor_account_id", "at"),
        Index(None, "merchant_id", "at"),
        Index(None, "at", "id"),
        Index(None, "recorded_at"),
    )

    at: Mapped[datetime]
    actor_account_id: Mapped[UUID | None]
    actor_membership_id: Mapped[UUID | None]
    actor_token_id: Mapped[UUID | None]
    template: Mapped[str | None]
    action: Mapped[str]
    object_type: Mapped[str]
    object_id: Mapped[UUID | None]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None]
    address: Mapped[str | None]
    device: Mapped[str | None]
    request_id: Mapped[str | None]
    policy_version: Mapped[int]


SEALED = RowAccess((Rule(DbRole.WORKER, APPEND, ALL), Rule(DbRole.BANK, "SELECT", ALL)))


@append_only
class AuditBlock(Base):
    """A sealed block of the audit chain: `hash` covers the previous hash and the digests of its events."""

    __tablename__ = "audit_block"
    __access__ = SEALED

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    previous_hash: Mapped[bytes]
    hash: Mapped[bytes]
    count: Mapped[int]


@append_only
class AuditSeal(Base):
    """Where in the chain an event stands, and the digest of the event as it was sealed."""

    __tablename__ = "audit_seal"
    __access__ = SEALED
    __table_args__ = (UniqueConstraint("merchant_id", "event_id"),)

    block_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    merchant_id: Mapped[UUID]
    event_id: Mapped[UUID]
    digest: Mapped[bytes]


class DataKey(TenantRow, Recorded, Base):
    """The key of one subject's personal data, wrapped by a key of the ring. Destroying it erases the data."""

    __tablename__ = "data_key"
    __access__ = tenant_rows().plus(
        Rule(DbRole.CONSUMER, "SELECT, INSERT", own_account("subject_id")),
        Rule(DbRole.IDENTITY, "SELECT, INSERT, UPDATE", ALL),
    )
    __table_args__ = (
        UniqueConstraint("merchant_id", "subject_id"),
        CheckConstraint("(wrapped IS NULL) = (destroyed_at IS NOT NULL)", name="destroyed"),
    )

    subject_id: Mapped[UUID]
    kek_id: Mapped[str]
    wrapped: Mapped[bytes | None]
    destroyed_at: Mapped[datetime | None]


OWN_TOO = tenant_rows("SELECT, INSERT, UPDATE").plus(
    Rule(
        DbRole.OPERATOR,
        "SELECT, INSERT, UPDATE",
        f"{TENANTS} OR (merchant_id = '{PLATFORM_TENANT}' AND {own_account('created_by')})",
    ),
    Rule(DbRole.CONSUMER, "SELECT, INSERT, UPDATE", own_account("created_by")),
)
"""What people make lies in their tenant; an operator's staff and consumers have none of their own, only an account."""


class StoredFile(TenantRow, Recorded, Base):
    """A file in the store; `key` is its place there and never leaves the server."""

    __tablename__ = "stored_file"
    __access__ = OWN_TOO
    __table_args__ = (
        CheckConstraint("status IN ('PENDING', 'READY', 'REJECTED', 'EXPIRED')", name="status"),
        CheckConstraint("status <> 'READY' OR (sha256 IS NOT NULL AND key IS NOT NULL AND size > 0)", name="ready"),
        Index(None, "expires_at", postgresql_where=text("expires_at IS NOT NULL")),
        Index(None, "merchant_id", "created_by", postgresql_where=text("expires_at IS NOT NULL")),
        Index(None, "key"),
    )

    purpose: Mapped[str]
    name: Mapped[str]
    content_type: Mapped[str]
    """As declared while PENDING, as sniffed from READY on."""
    size: Mapped[int]
    sha256: Mapped[bytes | None]
    status: Mapped[str]
    rejection: Mapped[str | None]
    """Code of the refusal of a REJECTED upload."""
    key: Mapped[str | None]
    created_by: Mapped[UUID | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    """When it goes, unless a command takes it before (`take_upload`); null: kept."""


class Task(TenantRow, Recorded, Base):
    """Long work that a user waits for: its state and progress."""

    __tablename__ = "task"
    __access__ = OWN_TOO
    __table_args__ = (
        CheckConstraint("state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')", name="state"),
        CheckConstraint("done >= 0 AND (total IS NULL OR done <= total)", name="progress"),
        Index(None, "merchant_id", "created_by", "created_at"),
    )

    kind: Mapped[str]
    state: Mapped[str]
    done: Mapped[int]
    total: Mapped[int | None]
    message: Mapped[str | None]
    """Code of what is being done now."""
    result: Mapped[dict[str, Any] | None]
    file_id: Mapped[UUID | None]
    error: Mapped[str | None]
    """Code of the refusal or error that ended it."""
    created_by: Mapped[UUID | None]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
