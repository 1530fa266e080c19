"""Steps of an application (入驻申请), and what of it people may be told."""

from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class ApplicationState(StrEnum):
    """Where an application stands (申请状态)."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    REVIEWING = "REVIEWING"
    REJECTED = "REJECTED"
    NEED_SIGN = "NEED_SIGN"
    NEED_DEPOSIT = "NEED_DEPOSIT"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    APPLIED = "APPLIED"
    CLOSED = "CLOSED"


class ApplicationKind(StrEnum):
    """What is applied for (申请种类): to become a merchant, or to change what the bank has reviewed."""

    ONBOARDING = "ONBOARDING"
    LICENCE = "LICENCE"
    LEGAL_PERSON = "LEGAL_PERSON"
    PAYEE_ACCOUNT = "PAYEE_ACCOUNT"
    PREMISES = "PREMISES"


S = ApplicationState
APPLICATION_STATES: Final = StateMachine(
    {
        S.DRAFT: frozenset({S.SUBMITTED, S.CLOSED}),
        S.SUBMITTED: frozenset({S.REVIEWING}),
        S.REVIEWING: frozenset({S.SUBMITTED, S.REJECTED, S.NEED_SIGN, S.APPLIED}),
        S.REJECTED: frozenset({S.SUBMITTED, S.CLOSED}),
        S.NEED_SIGN: frozenset({S.NEED_DEPOSIT, S.CLOSED}),
        S.NEED_DEPOSIT: frozenset({S.ACTIVE, S.CLOSED}),
        S.ACTIVE: frozenset({S.SUSPENDED, S.CLOSED}),
        S.SUSPENDED: frozenset({S.ACTIVE, S.CLOSED}),
        S.APPLIED: frozenset(),
        S.CLOSED: frozenset(),
    }
)
"""REVIEWING goes back to SUBMITTED when its reviewer releases it; APPLIED ends a change of data."""
EDITABLE: Final = frozenset({S.DRAFT, S.REJECTED})
"""States in which the applicant fills it in."""
ADMITTED: Final = frozenset({S.NEED_SIGN, S.NEED_DEPOSIT, S.ACTIVE, S.SUSPENDED})
"""States of an onboarding in which the bank has accepted the company."""
OPEN: Final = frozenset({S.DRAFT, S.SUBMITTED, S.REVIEWING, S.REJECTED})
REVIEW_DAYS: Final = 3
"""Days from the submission until the bank should have decided."""
CLAIM_HOURS: Final = 48
"""After this time another reviewer may take a claimed application over."""
MOST_DRAFTS: Final = 5
"""Applications that one person may have open at a time."""
NEW_COMPANY: Final = "新商户"
"""Name of a merchant until its application says how the company is called."""
