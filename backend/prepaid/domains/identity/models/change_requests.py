"""Change requests: who asks for a change (maker) is not who decides it (checker)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow


class ChangeRequest(TenantRow, Recorded, Base):
    """A change that waits for a second person (复核). The checker approves the hash of what will run."""

    __tablename__ = "change_request"
    __access__ = tenant_rows("SELECT, INSERT, UPDATE")
    __table_args__ = (
        CheckConstraint("state IN ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')", name="state"),
        CheckConstraint("checker_account_id <> maker_account_id", name="maker_is_not_checker"),
        CheckConstraint("(state IN ('APPROVED', 'REJECTED')) = (checker_account_id IS NOT NULL)", name="decided"),
        Index(
            "uq_change_request_open", "merchant_id", "kind", "target_id", unique=True, postgresql_where="state = 'OPEN'"
        ),
        Index(None, "merchant_id", "state", "created_at"),
    )

    kind: Mapped[str]
    """Registered kind, e.g. `role.grants`; it names the command that runs on approval and the permission to decide."""
    target_type: Mapped[str]
    target_id: Mapped[UUID]
    target_version: Mapped[int | None]
    payload: Mapped[dict[str, Any]]
    payload_hash: Mapped[bytes]
    reason: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="OPEN")
    maker_account_id: Mapped[UUID]
    maker_membership_id: Mapped[UUID]
    checker_account_id: Mapped[UUID | None]
    checker_membership_id: Mapped[UUID | None]
    decision_reason: Mapped[str | None]
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
