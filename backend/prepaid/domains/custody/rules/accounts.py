"""States of a merchant's account at the custody provider."""

from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class AccountState(StrEnum):
    """State of a merchant's custody account (存管账户状态)."""

    OPENING = "OPENING"
    OPEN = "OPEN"
    FAILED = "FAILED"


ACCOUNT_STATES: Final = StateMachine(
    {
        AccountState.OPENING: frozenset({AccountState.OPEN, AccountState.FAILED}),
        AccountState.OPEN: frozenset(),
        AccountState.FAILED: frozenset({AccountState.OPENING}),
    }
)
"""A failed opening is instructed anew, under another reference."""
