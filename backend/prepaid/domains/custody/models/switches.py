"""The switch that stops issuing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.custody.models.access import CHANGED_BY_WORKER


class IssuingSwitch(TenantRow, Recorded, Base):
    """Whether issuing is stopped: of a merchant, or under the bank's own tenant of all (发卡开关)."""

    __tablename__ = "issuing_switch"
    __access__ = CHANGED_BY_WORKER
    __table_args__ = (UniqueConstraint("merchant_id"),)

    stopped: Mapped[bool]
    reason: Mapped[str]
    """Of the last change."""
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID | None]
    """Membership."""
