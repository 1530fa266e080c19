"""What a salesperson can be."""

from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class SalespersonStatus(StrEnum):
    """State of a salesperson (人员状态)."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    LEFT = "LEFT"


class Employment(StrEnum):
    """How a salesperson works for the merchant (用工方式)."""

    FULL_TIME = "FULL_TIME"
    PART_TIME = "PART_TIME"
    EXTERNAL = "EXTERNAL"


SALESPERSON_STATES: Final = StateMachine(
    {
        SalespersonStatus.ACTIVE: frozenset({SalespersonStatus.SUSPENDED, SalespersonStatus.LEFT}),
        SalespersonStatus.SUSPENDED: frozenset({SalespersonStatus.ACTIVE, SalespersonStatus.LEFT}),
        SalespersonStatus.LEFT: frozenset(),
    }
)
