"""Handing over the work of somebody who leaves (离职交接)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.kit.states import StateMachine


class HandoverState(StrEnum):
    """Where a handover stands (交接状态)."""

    SCHEDULED = "SCHEDULED"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


HANDOVER_STATES: Final = StateMachine(
    {
        HandoverState.SCHEDULED: frozenset({HandoverState.DONE, HandoverState.CANCELLED}),
        HandoverState.DONE: frozenset(),
        HandoverState.CANCELLED: frozenset(),
    }
)


class HandoverSubject(StrEnum):
    """What is handed over, settled or ended (交接事项)."""

    COMMISSION = "COMMISSION"
    OPEN_ORDER = "OPEN_ORDER"
    CUSTOMER = "CUSTOMER"
    SALES_AUTHORISATION = "SALES_AUTHORISATION"
    ACCESS = "ACCESS"
    SEAL_GRANT = "SEAL_GRANT"


class HandoverResult(StrEnum):
    """What became of it (交接结果)."""

    SETTLED = "SETTLED"
    WAITS_FOR_FUNDS = "WAITS_FOR_FUNDS"
    MOVED = "MOVED"
    ENDED = "ENDED"
    REFUSED = "REFUSED"


def dealt(successors: Sequence[UUID], customers: Sequence[UUID]) -> Mapping[UUID, UUID]:
    """Who takes over which customer: in turn, so that each successor gains as many, give or take one."""
    return {customer: successors[place % len(successors)] for place, customer in enumerate(customers)}
