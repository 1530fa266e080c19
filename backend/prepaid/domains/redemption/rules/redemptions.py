"""What a redemption is, where it stands, and what each state may become."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class RedemptionKind(StrEnum):
    """How something was performed (核销类型)."""

    COUNTER = "COUNTER"
    PERIOD_DAY = "PERIOD_DAY"


class RedemptionStatus(StrEnum):
    """Where a redemption stands (核销状态)."""

    PENDING = "PENDING"
    SETTLED = "SETTLED"
    UNDONE = "UNDONE"


class ItemStatus(StrEnum):
    """Where one item of it stands (核销明细状态)."""

    PENDING = "PENDING"
    DISPUTED = "DISPUTED"
    UPHELD = "UPHELD"
    SETTLED = "SETTLED"
    UNDONE = "UNDONE"


class ItemSource(StrEnum):
    """What an item is taken from (权益来源)."""

    CARD = "CARD"
    ORDER = "ORDER"


class Means(StrEnum):
    """How the consumer was recognised (出示方式)."""

    CODE = "CODE"
    CARD_PIN = "CARD_PIN"
    ORDER_NUMBER = "ORDER_NUMBER"
    SCHEDULE = "SCHEDULE"


class DisputeOutcome(StrEnum):
    """How a dispute ended (争议结果)."""

    WITHDRAWN = "WITHDRAWN"
    REJECTED = "REJECTED"
    UPHELD = "UPHELD"


REDEMPTION_STATES: Final = StateMachine(
    {
        RedemptionStatus.PENDING: frozenset({RedemptionStatus.SETTLED, RedemptionStatus.UNDONE}),
        RedemptionStatus.SETTLED: frozenset(),
        RedemptionStatus.UNDONE: frozenset(),
    }
)
ITEM_STATES: Final = StateMachine(
    {
        ItemStatus.PENDING: frozenset({ItemStatus.DISPUTED, ItemStatus.SETTLED, ItemStatus.UNDONE}),
        ItemStatus.DISPUTED: frozenset({ItemStatus.PENDING, ItemStatus.UPHELD}),
        ItemStatus.UPHELD: frozenset(),
        ItemStatus.SETTLED: frozenset(),
        ItemStatus.UNDONE: frozenset(),
    }
)
"""A dispute that is withdrawn or rejected lets the item settle; one that is upheld leaves its money to after-sales."""
OVER: Final = frozenset({ItemStatus.SETTLED, ItemStatus.UPHELD, ItemStatus.UNDONE})

TAKEN_BY: Final = "REDEMPTION"
"""Kind of the source of what items take from lots; its id is the item's."""
UNDO_WINDOW: Final = timedelta(hours=1)
DISPUTE_WINDOW: Final = timedelta(days=7)
"""Of single services; those of cards are frozen on the card's contract."""
MOST_ITEMS: Final = 20
"""In one redemption."""
