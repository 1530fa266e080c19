"""States of a change request (复核事项)."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class ChangeState(StrEnum):
    """State of a change request."""

    OPEN = "OPEN"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


CHANGE_STATES: Final = StateMachine(
    {
        ChangeState.OPEN: frozenset(
            {ChangeState.APPROVED, ChangeState.REJECTED, ChangeState.WITHDRAWN, ChangeState.EXPIRED}
        ),
        ChangeState.APPROVED: frozenset(),
        ChangeState.REJECTED: frozenset(),
        ChangeState.WITHDRAWN: frozenset(),
        ChangeState.EXPIRED: frozenset(),
    }
)


def due(expires_at: datetime, now: datetime) -> bool:
    """Whether nobody may decide it any more: from its expiry on."""
    return expires_at <= now
