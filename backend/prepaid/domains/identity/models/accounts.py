"""Accounts, their sessions, recovery codes and password resets."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import Rule, identity_rows, own_account
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded

AUDIENCES = (DbRole.MERCHANT, DbRole.OPERATOR, DbRole.BANK, DbRole.CONSUMER)


def _own(columns: str, account: str = "account_id") -> tuple[Rule, ...]:
    """People read these columns of their own rows; hashes and ciphertexts are for `app_identity` alone."""
    return tuple(Rule(role, f"SELECT ({columns})", own_account(account)) for role in AUDIENCES)


class Account(CatalogueRow, Recorded, Base):
    """A person who can sign in (账户); it exists without a merchant. Phone and e-mail are encrypted."""

    __tablename__ = "account"
    __access__ = identity_rows(
        *_own(
            "id, display_name, phone_masked, email_masked, status, locale, password_changed_at, totp_confirmed_at, "
            "created_at",
            "id",
        )
    )
    __table_args__ = (
        CheckConstraint(
            "consumer OR phone_index IS NOT NULL OR email_index IS NOT NULL OR directory_subject IS NOT NULL",
            name="login",
        ),
        CheckConstraint("status IN ('ACTIVE', 'DISABLED')", name="status"),
    )

    display_name: Mapped[str]
    phone_index: Mapped[bytes | None] = mapped_column(unique=True)
    phone_cipher: Mapped[bytes | None]
    phone_masked: Mapped[str | None]
    email_index: Mapped[bytes | None] = mapped_column(unique=True)
    email_cipher: Mapped[bytes | None]
    email_masked: Mapped[str | None]
    directory_subject: Mapped[str | None] = mapped_column(unique=True)
    """`issuer|subject` of the bank's directory, for an account that signs in by OpenID Connect."""
    consumer: Mapped[bool] = mapped_column(default=False, server_default="false")
    """A consumer's own: he signs in by the mini-program alone, and staff by theirs."""
    status: Mapped[str] = mapped_column(default="ACTIVE")
    locale: Mapped[str] = mapped_column(default="zh-CN")
    password_hash: Mapped[str | None]
    password_changed_at: Mapped[datetime | None]
    totp_cipher: Mapped[bytes | None]
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int | None]
    """Time step of the last accepted code: each code is good once (RFC 6238, 5.2)."""
    pin_hash: Mapped[str | None]
    created_at: Mapped[datetime]


class RecoveryCode(CatalogueRow, Base):
    """One of ten codes that replace the second factor once."""

    __tablename__ = "recovery_code"
    __access__ = identity_rows()

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[bytes]
    used_at: Mapped[datetime | None]


class UserSession(CatalogueRow, Recorded, Base):
    """A signed-in session (会话), known by the SHA-256 of its secret only."""

    __tablename__ = "user_session"
    __access__ = identity_rows(
        *_own(
            "id, account_id, kind, membership_merchant_id, membership_id, address, device, created_at, last_seen_at, "
            "expires_at, locked_at, revoked_at"
        )
    )
    __table_args__ = (
        Index(None, "account_id", "revoked_at"),
        Index(None, "expires_at"),
        CheckConstraint("kind IN ('COOKIE', 'BEARER')", name="kind"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    kind: Mapped[str]
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    previous_secret_hash: Mapped[bytes | None] = mapped_column(unique=True)
    rotated_at: Mapped[datetime | None]
    """The secret before, and when it was replaced: a request that was under way is told from a forged one."""
    refresh_hash: Mapped[bytes | None] = mapped_column(unique=True)
    """Of a BEARER session: its refresh token, good once; an older one proves theft and revokes the session."""
    access_expires_at: Mapped[datetime | None]
    """Of a BEARER session: when the secret needs a refresh."""
    membership_merchant_id: Mapped[UUID | None]
    membership_id: Mapped[UUID | None]
    address: Mapped[str | None]
    device: Mapped[str | None]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    """End of the absolute life; the idle limit is the template's and counts from `last_seen_at`."""
    second_factor_at: Mapped[datetime | None]
    stepped_up_at: Mapped[datetime | None]
    locked_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str | None]


class PasswordReset(CatalogueRow, Recorded, Base):
    """A forgotten password's one-time link or code, known by its hash."""

    __tablename__ = "password_reset"
    __access__ = identity_rows()

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
