"""States, holds and units of cards."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.kit.states import StateMachine


class CardStatus(StrEnum):
    """State of a card (卡状态); whether it can be used is also a question of its holds."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    EXPIRED = "EXPIRED"
    REFUNDED = "REFUNDED"
    CLOSED = "CLOSED"
    REPLACED = "REPLACED"


CARD_STATES: Final = StateMachine(
    {
        CardStatus.PENDING: frozenset({CardStatus.ACTIVE, CardStatus.CLOSED}),
        CardStatus.ACTIVE: frozenset({CardStatus.EXPIRED, CardStatus.REFUNDED, CardStatus.CLOSED, CardStatus.REPLACED}),
        CardStatus.EXPIRED: frozenset({CardStatus.ACTIVE, CardStatus.REFUNDED, CardStatus.CLOSED, CardStatus.REPLACED}),
        CardStatus.REFUNDED: frozenset(),
        CardStatus.CLOSED: frozenset(),
        CardStatus.REPLACED: frozenset(),
    }
)
ALIVE: Final = frozenset({CardStatus.PENDING, CardStatus.ACTIVE, CardStatus.EXPIRED})
"""A card in one of these counts as existing, whatever holds it (domain/30)."""


class HoldKind(StrEnum):
    """Why a card cannot be used at present (冻结原因)."""

    REFUND = "REFUND"
    GIFT = "GIFT"
    DEREGISTRATION = "DEREGISTRATION"
    DISPUTE = "DISPUTE"
    RISK = "RISK"
    FRAUD = "FRAUD"
    LOSS = "LOSS"


class LotUnit(StrEnum):
    """What a lot is counted in (权益单位): fen of face value, uses of a service, days of a period."""

    MONEY = "MONEY"
    VISIT = "VISIT"
    PERIOD = "PERIOD"


class Funding(StrEnum):
    """Whether a lot was paid for (资金性质)."""

    PAID = "PAID"
    BONUS = "BONUS"


class TakeDirection(StrEnum):
    """Out of a lot, or back into it."""

    TAKE = "TAKE"
    GIVE_BACK = "GIVE_BACK"


@dataclass(frozen=True, slots=True)
class Source:
    """The business fact that takes from lots, e.g. `Source("REDEMPTION", redemption_id)`; one fact takes once."""

    kind: str
    id: UUID


def sorted_holds(holds: Iterable[str]) -> list[str]:
    """Holds in the order in which people read them."""
    order = [kind.value for kind in HoldKind]
    return sorted(set(holds), key=order.index)
