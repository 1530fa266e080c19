"""States of an instruction to the provider, and how long it is tried."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class OperationState(StrEnum):
    """State of an instruction (存管指令状态)."""

    REQUESTED = "REQUESTED"
    SENT = "SENT"
    DONE = "DONE"
    IN_QUEUE = "IN_QUEUE"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


OPERATION_STATES: Final = StateMachine(
    {
        OperationState.REQUESTED: frozenset({OperationState.SENT, OperationState.CANCELLED}),
        OperationState.SENT: frozenset({OperationState.DONE, OperationState.IN_QUEUE}),
        OperationState.IN_QUEUE: frozenset({OperationState.SENT, OperationState.DONE, OperationState.FAILED}),
        OperationState.DONE: frozenset(),
        OperationState.FAILED: frozenset(),
        OperationState.CANCELLED: frozenset(),
    }
)
"""Once SENT, the provider may have done it: it is taken back by an instruction of its own and never forgotten."""

UNSETTLED: Final = frozenset({OperationState.REQUESTED, OperationState.SENT, OperationState.IN_QUEUE})
ENDED_UNDONE: Final = frozenset({OperationState.FAILED, OperationState.CANCELLED})


class Outcome(StrEnum):
    """What came of one attempt (指令应答)."""

    DONE = "DONE"
    REFUSED = "REFUSED"
    """The provider says that it has not done it, and why."""
    NOT_DONE = "NOT_DONE"
    """Asked later, the provider knows nothing of it."""
    UNCLEAR = "UNCLEAR"


SURELY_UNDONE: Final = frozenset({Outcome.REFUSED, Outcome.NOT_DONE})
"""After these alone the bank may abandon an instruction."""

MOST_ATTEMPTS: Final = 8
FIRST_WAIT: Final = timedelta(seconds=2)
LONGEST_WAIT: Final = timedelta(minutes=15)


def wait_after(attempt: int) -> timedelta | None:
    """How long to wait after the unclear attempt number `attempt` (from 1); None when somebody has to look."""
    if attempt >= MOST_ATTEMPTS:
        return None
    wait: timedelta = FIRST_WAIT * 2 ** (attempt - 1)
    return min(LONGEST_WAIT, wait)
