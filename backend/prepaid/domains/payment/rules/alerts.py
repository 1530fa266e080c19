"""What somebody at the bank has to look at (告警)."""

from enum import StrEnum
from typing import Final


class AlertKind(StrEnum):
    """What is wrong (告警类型). The first six are of notifications that nothing is believed of."""

    MALFORMED = "MALFORMED"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    STALE = "STALE"
    FORGED_SIGNATURE = "FORGED_SIGNATURE"
    UNDECRYPTABLE = "UNDECRYPTABLE"
    UNEXPECTED_EVENT = "UNEXPECTED_EVENT"
    UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE"
    WRONG_PARTNER = "WRONG_PARTNER"
    WRONG_PAYEE = "WRONG_PAYEE"
    WRONG_APPLICATION = "WRONG_APPLICATION"
    WRONG_AMOUNT = "WRONG_AMOUNT"
    WRONG_CURRENCY = "WRONG_CURRENCY"
    SECOND_TRANSACTION = "SECOND_TRANSACTION"
    """The provider names two transactions of its own for one reference of ours."""
    LATE_SUCCESS = "LATE_SUCCESS"
    SECOND_SUCCESS = "SECOND_SUCCESS"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    CHARGE_REFUSED = "CHARGE_REFUSED"
    REFUND_FAILED = "REFUND_FAILED"
    REFUNDED_TWICE = "REFUNDED_TWICE"
    PAYOUT_FAILED = "PAYOUT_FAILED"
    PAYOUT_RETURNED = "PAYOUT_RETURNED"
    PAYOUT_CONTRADICTED = "PAYOUT_CONTRADICTED"
    UNTRUSTED_ANSWER = "UNTRUSTED_ANSWER"


class AlertState(StrEnum):
    """Whether somebody has looked (告警状态)."""

    OPEN = "OPEN"
    HANDLED = "HANDLED"


UNPROVEN: Final = frozenset(
    {
        AlertKind.MALFORMED,
        AlertKind.UNKNOWN_KEY,
        AlertKind.STALE,
        AlertKind.FORGED_SIGNATURE,
        AlertKind.UNDECRYPTABLE,
        AlertKind.UNEXPECTED_EVENT,
    }
)
"""Anybody can cause these: they are counted, and name nothing of what was sent."""
