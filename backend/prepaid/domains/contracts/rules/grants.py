"""Who may stamp with a seal: grants over templates and time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

LONGEST_YEARS: Final = 3
"""e签宝 and Tencent ESS bound a seal's authorisation alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantTerms:
    """What a grant allows."""

    template_ids: tuple[UUID, ...]
    valid_from: datetime
    valid_to: datetime
    revoked_at: datetime | None = None

    def covers(self, template_id: UUID, at: datetime) -> bool:
        """Whether a contract of the template may be stamped at an instant."""
        if self.revoked_at is not None and self.revoked_at <= at:
            return False
        if not self.valid_from <= at < self.valid_to:
            return False
        return not self.template_ids or template_id in self.template_ids


def latest_end(valid_from: datetime) -> datetime:
    """The last instant that a grant may run to."""
    try:
        return valid_from.replace(year=valid_from.year + LONGEST_YEARS)
    except ValueError:
        # 29 February: the grant ends on the 28th.
        return valid_from.replace(year=valid_from.year + LONGEST_YEARS, day=28)


def too_long(valid_from: datetime, valid_to: datetime) -> bool:
    """Whether a grant would run for more than three years."""
    return valid_to > latest_end(valid_from)


def any_covers(grants: Sequence[GrantTerms], template_id: UUID, at: datetime) -> bool:
    """Whether one of several grants allows it."""
    return any(grant.covers(template_id, at) for grant in grants)
