"""What consumers accepted."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import APPEND, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow


@append_only
class AgreementAcceptance(TenantRow, Recorded, Base):
    """That a consumer accepted the text of a version for something bought of a merchant; append-only."""

    __tablename__ = "agreement_acceptance"
    __access__ = tenant_rows(APPEND).plus(Rule(DbRole.CONSUMER, APPEND, own_account()))
    __table_args__ = (
        Index("uq_agreement_acceptance_subject", "merchant_id", "subject_id", "scene", unique=True),
        Index(None, "account_id"),
        Index(None, "merchant_id", "accepted_at"),
        CheckConstraint("channel IN ('MINI_PROGRAM', 'COUNTER')", name="channel"),
    )

    account_id: Mapped[UUID | None]
    """The consumer's; None at the counter when he has none yet."""
    scene: Mapped[str]
    template_version_id: Mapped[UUID] = mapped_column(ForeignKey("contract_template_version.id"), index=True)
    text_sha256: Mapped[bytes]
    """Of the text as it read for this merchant."""
    channel: Mapped[str]
    subject_kind: Mapped[str]
    """What it was accepted for, e.g. `order`."""
    subject_id: Mapped[UUID]
    accepted_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
    """The cashier's account at the counter."""
    address: Mapped[str | None]
    device: Mapped[str | None]
