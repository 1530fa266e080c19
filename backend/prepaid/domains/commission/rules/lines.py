"""What a line of commission is, and where it stands (domain/60)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.domains.salesforce.rules.commission import Occasion
from prepaid.kit.money import Fen
from prepaid.kit.states import StateMachine


class LineKind(StrEnum):
    """What earned it (佣金类型)."""

    OPENING = "OPENING"
    RECHARGE = "RECHARGE"
    SERVICE = "SERVICE"
    PERFORMANCE = "PERFORMANCE"
    """The performer's own visit."""
    VISIT = "VISIT"
    """The seller's, of a visit that was made, in place of an opening that was returned (domain/01, 8)."""


class LineState(StrEnum):
    """Where a line stands (佣金状态)."""

    ACCRUED = "ACCRUED"
    FROZEN = "FROZEN"
    APPROVED = "APPROVED"
    PAYING = "PAYING"
    PAID = "PAID"
    FAILED = "FAILED"
    REJECTED = "REJECTED"
    REVERSED = "REVERSED"
    OFFSET = "OFFSET"
    """What a reversal itself is from the beginning."""


LINE_STATES: Final = StateMachine(
    {
        LineState.ACCRUED: frozenset({LineState.FROZEN, LineState.APPROVED, LineState.REJECTED, LineState.REVERSED})
        | {LineState.OFFSET},
        LineState.FROZEN: frozenset({LineState.APPROVED, LineState.REJECTED, LineState.REVERSED}),
        LineState.APPROVED: frozenset({LineState.PAYING, LineState.REVERSED}),
        LineState.PAYING: frozenset({LineState.PAID, LineState.FAILED}),
        LineState.PAID: frozenset({LineState.FAILED}),
        LineState.FAILED: frozenset({LineState.PAYING, LineState.REVERSED}),
        LineState.REJECTED: frozenset(),
        LineState.REVERSED: frozenset(),
        LineState.OFFSET: frozenset(),
    }
)
"""A paid line fails only when the payee's bank sends the money back."""
REVIEWABLE: Final = frozenset({LineState.ACCRUED, LineState.FROZEN})
GIVEN_OUT: Final = frozenset({LineState.PAYING, LineState.PAID})
"""What is reversed then has left, or may: the person owes it."""


class ReversalCause(StrEnum):
    """Why a line is reversed (冲回原因)."""

    CARD_REFUND = "CARD_REFUND"
    SERVICE_RETURN = "SERVICE_RETURN"
    REDEMPTION_UNDONE = "REDEMPTION_UNDONE"


class Bearer(StrEnum):
    """Who bears a reversal of what was paid already (冲回承担方)."""

    SALESPERSON = "SALESPERSON"
    SUCCESSOR = "SUCCESSOR"
    MERCHANT = "MERCHANT"


KINDS: Final[Mapping[Occasion, LineKind]] = {
    Occasion.OPENING: LineKind.OPENING,
    Occasion.RECHARGE: LineKind.RECHARGE,
    Occasion.SERVICE: LineKind.SERVICE,
    Occasion.PERFORMANCE: LineKind.PERFORMANCE,
}
ORDER_KINDS: Final[Mapping[LineKind, OrderKind]] = {
    LineKind.OPENING: OrderKind.CARD_PURCHASE,
    LineKind.RECHARGE: OrderKind.CARD_RECHARGE,
    LineKind.SERVICE: OrderKind.SINGLE_SERVICE,
    LineKind.PERFORMANCE: OrderKind.CARD_CONSUMPTION,
    LineKind.VISIT: OrderKind.CARD_CONSUMPTION,
}
WAITING_FUNDS: Final = "WAITING_FUNDS"


def first_state(freeze_days: int) -> LineState:
    """Where a line begins: frozen, while the merchant's setting freezes what was earned."""
    return LineState.FROZEN if freeze_days else LineState.ACCRUED


def frozen_until(earned_at: datetime, freeze_days: int) -> datetime:
    """From when on it may be reviewed."""
    return earned_at + timedelta(days=freeze_days)


def returned_share(amount_fen: Fen, line_fen: Fen, returned_fen: Fen) -> Fen:
    """What of a line's commission is not due when `returned_fen` of its price went back, rounded up to the fen.

    So that the whole price returned takes the whole commission back, and no part keeps more than it earned.
    """
    if line_fen <= 0:
        return 0
    return -(-amount_fen * min(returned_fen, line_fen) // line_fen)
