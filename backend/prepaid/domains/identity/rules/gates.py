"""Steps of a merchant's gate as data."""

from typing import Final

from prepaid.domains.identity.rules.permissions import GateState
from prepaid.kit.states import StateMachine

GATE_STATES: Final = StateMachine(
    {
        GateState.OPEN: frozenset({GateState.SUSPENDED, GateState.FRAUD_HOLD, GateState.CLOSED}),
        GateState.SUSPENDED: frozenset({GateState.OPEN, GateState.FRAUD_HOLD, GateState.CLOSED}),
        GateState.FRAUD_HOLD: frozenset({GateState.OPEN, GateState.SUSPENDED, GateState.CLOSED}),
        GateState.CLOSED: frozenset(),
    }
)
